import { readFile } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { filesBelow } from '../../lib/files.ts';

/**
 * The rooms of the local org and what each may import besides itself: ARCHITECTURE.md draws the same picture.
 * Of the console, deploy and api use what runs in the server: its compiler and the port through which it finds components.
 */
const rooms: Readonly<Record<string, readonly string[]>> = {
  clock: [],
  schema: [],
  store: ['schema'],
  security: ['schema', 'store'],
  formula: ['schema', 'store'],
  soql: ['schema', 'store', 'security', 'formula'],
  records: ['schema', 'store', 'security', 'formula', 'soql'],
  events: ['schema', 'store', 'records'],
  apex: ['schema', 'store', 'security', 'formula', 'soql', 'records'],
  deploy: ['schema', 'store', 'security', 'formula', 'soql', 'records', 'apex', 'console'],
  omni: ['schema', 'store', 'records'],
  api: ['schema', 'store', 'security', 'formula', 'soql', 'records', 'apex', 'omni', 'deploy', 'console'],
  console: []
};

/** Wires all rooms; every room may use what lies beside them. */
const beside = new Set(['errors.ts', 'kept.ts', 'loader.ts', 'row.ts', 'org.ts', 'log.ts', 'clock', 'events']);
const wiring = new Set(['open.ts', 'kernel.ts', 'server.ts', 'org.ts']);

/** Pure TypeScript of the package, which scripts share with the browser. */
const engine = /^force-app\/routing\/lwc\/yeti(?:RuleSet|RuleEngine|RuleLint|RuleCompare|Matcher)\//;

/** The package's own rooms and what each may refer to. */
const packageRooms: Readonly<Record<string, readonly string[]>> = {
  customer: ['customer'],
  interactions: ['customer', 'interactions'],
  routing: ['customer', 'routing'],
  console: ['customer', 'interactions', 'routing', 'console']
};

/** Faults of direction: who imports, or names, what it must not know. */
export async function checkHouse(): Promise<string[]> {
  return [...(await checkRooms()), ...(await checkOutside()), ...(await checkPackageRooms())];
}

async function checkRooms(): Promise<string[]> {
  const faults: string[] = [];
  const root = join('local-org', 'src');
  for (const file of await typeScriptBelow(root)) {
    const inside = file.slice(root.length + 1);
    if (wiring.has(inside)) continue;
    const room = inside.split(sep)[0] ?? '';
    const allowed = rooms[room];
    for (const target of await importsOf(file)) {
      if (!target.startsWith(root + sep)) {
        faults.push(`${file} imports ${target}: the local org stands on nothing but itself and its dependencies`);
        continue;
      }
      const other = target.slice(root.length + 1).split(sep)[0] ?? '';
      if (other === room || beside.has(other) || allowed === undefined) continue;
      if (!allowed.includes(other))
        faults.push(`${file} imports from ${other}: ${room} may use ${allowed.join(', ') || 'nothing'}`);
    }
  }
  return faults;
}

/** The local org knows Salesforce, not this package; the package knows neither the local org nor the scripts. */
async function checkOutside(): Promise<string[]> {
  const faults: string[] = [];
  for (const file of await filesBelow('local-org')) {
    const line = lineOf(await readFile(file, 'utf8'), /yeti/i);
    if (line !== undefined) faults.push(`${file}:${String(line)} names the package: the local org runs any project`);
  }
  for (const file of await typeScriptBelow('force-app')) {
    for (const target of await importsOf(file)) {
      if (/^(local-org|scripts)\b/.test(target)) faults.push(`${file} imports ${target}: the package stands alone`);
    }
  }
  for (const file of await typeScriptBelow('scripts')) {
    if (file.startsWith(join('scripts', 'local'))) continue;
    for (const target of await importsOf(file)) {
      if (/^(local-org|force-app)\b/.test(target) && !engine.test(target))
        faults.push(`${file} imports ${target}: only scripts/local sees both sides`);
    }
  }
  return faults;
}

/** A class and a component may have the same name: classes begin with a capital letter. */
function ownerKey(name: string): string {
  return `${/^[A-Z]/.test(name) ? 'class' : 'component'} ${name.toLowerCase()}`;
}

/** A class or component of a package room may name another room's only if the house allows it. */
async function checkPackageRooms(): Promise<string[]> {
  const owners = new Map<string, string>();
  const sources: { readonly file: string; readonly room: string }[] = [];
  for (const file of await filesBelow('force-app')) {
    const room = file.split(sep)[1] ?? '';
    if (packageRooms[room] === undefined) continue;
    const name = /([A-Za-z]\w*)\.(cls|trigger)$/.exec(file)?.[1] ?? /lwc[/\\]([A-Za-z]\w*)[/\\]\1\.ts$/.exec(file)?.[1];
    if (name !== undefined) owners.set(ownerKey(name), room);
    if (/\.(cls|trigger|ts|html)$/.test(file)) sources.push({ file, room });
  }
  const faults: string[] = [];
  for (const { file, room } of sources) {
    const text = await readFile(file, 'utf8');
    for (const [word] of text.matchAll(/\b(Yeti\w+|c\/yeti\w+|c-yeti[\w-]+)\b/gi)) {
      const owner = owners.get(ownerKey(word.replace(/^c[/-]/, '').replaceAll('-', '')));
      if (owner !== undefined && packageRooms[room]?.includes(owner) === false)
        faults.push(`${file} uses ${word} of ${owner}: ${room} may not`);
    }
  }
  return [...new Set(faults)];
}

async function typeScriptBelow(folder: string): Promise<string[]> {
  return (await filesBelow(folder)).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
}

/** The files that a file imports by a relative path, from the project's root. */
async function importsOf(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8');
  const paths = [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map((match) => match[1] ?? '');
  return paths.map((path) => normalize(join(dirname(file), path)));
}

function lineOf(text: string, pattern: RegExp): number | undefined {
  const index = text.search(pattern);
  return index < 0 ? undefined : text.slice(0, index).split('\n').length;
}
