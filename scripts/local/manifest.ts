import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A component as package.xml names it. */
export interface NamedComponent {
  readonly type: string;
  readonly name: string;
}

/** What package.xml of a package names. */
export function componentsOf(zip: Uint8Array): NamedComponent[] {
  const { 'package.xml': manifest } = unzipSync(zip, { filter: ({ name }) => name === 'package.xml' });
  if (!manifest) throw new Error('The package has no package.xml');
  return [...strFromU8(manifest).matchAll(/<types>([^]*?)<\/types>/g)].flatMap(([, block = '']) => {
    const type = /<name>(.*?)<\/name>/.exec(block)?.[1] ?? '';
    return [...block.matchAll(/<members>(.*?)<\/members>/g)].map(([, name = '']) => ({ type, name }));
  });
}

/** package.xml, or the manifest of what is to be deleted. */
export function manifestOf(components: readonly NamedComponent[]): string {
  const types = components.map(({ type, name }) => `<types><members>${name}</members><name>${type}</name></types>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="http://soap.sforce.com/2006/04/metadata">${types.join('')}<version>65.0</version></Package>`;
}

/** The package with the order to delete what it no longer names. */
export function withDestructive(
  zip: Uint8Array,
  before: readonly NamedComponent[],
  after: readonly NamedComponent[]
): Uint8Array {
  const kept = new Set(after.map(keyOf));
  const gone = before.filter((component) => !kept.has(keyOf(component)));
  // What goes with its object needs no order of its own.
  const objects = new Set(gone.filter(({ type }) => type === 'CustomObject').map(({ name }) => name));
  const ordered = gone.filter(({ type, name }) => type === 'CustomObject' || !objects.has(name.split('.')[0] ?? ''));
  if (ordered.length === 0) return zip;
  return zipSync({ ...unzipSync(zip), 'destructiveChangesPost.xml': strToU8(manifestOf(ordered)) });
}

function keyOf({ type, name }: NamedComponent): string {
  return `${type}:${name}`;
}
