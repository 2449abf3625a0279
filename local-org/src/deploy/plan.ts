import type { Problem } from '../errors.ts';
import type { MetadataFile } from '../schema/types.ts';
import { type Component, containerName, keyOf } from './components.ts';
import type { Manifest, ManifestMember } from './manifest.ts';
import { type FilePart, mergeFile, partsOf, withoutPart } from './merge.ts';
import { metadataType, type MetadataType, parentOfPart, partFullName } from './registry.ts';
import { hashOf, type StoredFile } from './stored.ts';
import { XmlError } from './xml.ts';

export type Fate = 'created' | 'changed' | 'unchanged' | 'deleted';

/** What a deployment does to one component, or to a part of one (a field of an object). */
export interface Change {
  readonly type: string;
  readonly fullName: string;
  /** The path a message names. */
  readonly file: string;
  readonly fate: Fate;
  /** For a part: the lines of the file it takes. */
  readonly lines?: { readonly first: number; readonly last: number };
}

/** A thing that does not stop a deployment, told with the component it concerns. */
export interface Warning {
  readonly type: string;
  readonly fullName: string;
  readonly file: string;
  readonly message: string;
}

/** The files a component will have. */
export interface Write {
  readonly type: string;
  readonly fullName: string;
  readonly files: readonly MetadataFile[];
}

/** What will be deployed when the deployment succeeds, next to what is deployed now. */
export interface Plan {
  readonly files: readonly MetadataFile[];
  readonly changes: readonly Change[];
  readonly warnings: readonly Warning[];
  /** The files of components that are new or changed; none: deleted. */
  readonly writes: readonly Write[];
  /** Whether anything changed that the schema reads: all but the code of Apex and of components. */
  readonly schemaChanged: boolean;
}

const codeTypes: ReadonlySet<string> = new Set(['ApexClass', 'ApexTrigger', 'LightningComponentBundle']);

/** Works out what a package changes. Files that are not XML are reported to `problems`. */
export function planDeployment(
  stored: readonly StoredFile[],
  components: readonly Component[],
  destructive: readonly Manifest[],
  problems: Problem[]
): Plan {
  const planner = new Planner(stored);
  const [before, after] = [
    destructive.filter(({ file }) => file === 'destructiveChangesPre.xml'),
    destructive.filter(({ file }) => file !== 'destructiveChangesPre.xml')
  ];
  const guarded = (work: () => void) => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      problems.push(error.problem);
    }
  };
  for (const manifest of before)
    for (const member of manifest.members) guarded(() => planner.remove(member, manifest.file));
  for (const component of components) guarded(() => planner.put(component));
  for (const manifest of after)
    for (const member of manifest.members) guarded(() => planner.remove(member, manifest.file));
  return planner.plan();
}

class Planner {
  readonly #stored = new Map<string, readonly StoredFile[]>();
  readonly #current = new Map<string, readonly KnownFile[]>();
  readonly #writes = new Map<string, Write>();
  readonly #changes: Change[] = [];
  readonly #warnings: Warning[] = [];

  constructor(stored: readonly StoredFile[]) {
    for (const file of stored) {
      const key = keyOf(file.type, file.fullName);
      this.#stored.set(key, [...(this.#stored.get(key) ?? []), file]);
    }
    for (const [key, files] of this.#stored) this.#current.set(key, files);
  }

  put({ type, fullName, files, named }: Component): void {
    const key = keyOf(type.name, fullName);
    const known = this.#current.get(key);
    const merged = files.map((file) =>
      mergedOrKnown(
        type,
        known?.find((other) => other.file === file.file),
        file
      )
    );
    const same = known?.length === merged.length && merged.every((file) => known.includes(file));
    const fate = same ? 'unchanged' : known ? 'changed' : 'created';
    if (named) this.#changes.push({ type: type.name, fullName, file: messageFile(type, fullName, files), fate });
    this.#partChanges(type, fullName, known, files);
    if (!same) this.#set(key, type.name, fullName, merged);
  }

  remove({ type, fullName }: ManifestMember, manifest: string): void {
    const parent = parentOfPart(type);
    if (parent) {
      this.#removePart(parent.type, parent.element, type, fullName, manifest);
      return;
    }
    const key = keyOf(type, fullName);
    if (!metadataType(type)) return;
    const known = this.#current.get(key);
    if (!known) {
      this.#notFound(type, fullName, manifest);
      return;
    }
    this.#changes.push({ type, fullName, file: manifest, fate: 'deleted' });
    this.#set(key, type, fullName, []);
  }

  plan(): Plan {
    return {
      files: [...this.#current.values()].flat(),
      changes: this.#changes,
      warnings: this.#warnings,
      writes: [...this.#writes.values()],
      schemaChanged: [...this.#writes].some(([key, { type, files }]) => this.#concernsSchema(key, type, files))
    };
  }

  #concernsSchema(key: string, type: string, files: readonly MetadataFile[]): boolean {
    const stored: readonly MetadataFile[] | undefined = this.#stored.get(key);
    if (!stored || files.length === 0 || !codeTypes.has(type)) return true;
    return files.some((file) => file.file.endsWith('-meta.xml') && !stored.includes(file));
  }

  #removePart(parent: MetadataType, element: string, type: string, fullName: string, manifest: string): void {
    const container = containerName(parent, fullName);
    const key = keyOf(parent.name, container);
    const [file] = this.#current.get(key) ?? [];
    const name = parent.name === 'CustomObject' ? fullName.slice(container.length + 1) : fullName;
    const rest = file && withoutPart(file, element, name);
    if (!rest) {
      this.#notFound(type, fullName, manifest);
      return;
    }
    this.#changes.push({ type, fullName, file: manifest, fate: 'deleted' });
    this.#set(key, parent.name, file.fullName, [rest]);
  }

  #partChanges(
    type: MetadataType,
    fullName: string,
    known: readonly MetadataFile[] | undefined,
    files: readonly MetadataFile[]
  ): void {
    const [file] = files;
    if (!file || !type.parts) return;
    const before = known?.[0] ? partsOf(type, known[0]) : [];
    for (const part of partsOf(type, file)) {
      this.#changes.push({
        type: part.type,
        fullName: partFullName(type, fullName, part.name),
        file: file.file,
        fate: fateOfPart(part, before),
        lines: { first: part.line, last: part.lastLine }
      });
    }
  }

  #notFound(type: string, fullName: string, manifest: string): void {
    this.#warnings.push({ type, fullName: manifest, file: manifest, message: `No ${type} named: ${fullName} found` });
  }

  #set(key: string, type: string, fullName: string, files: readonly MetadataFile[]): void {
    if (files.length === 0) this.#current.delete(key);
    else this.#current.set(key, files);
    this.#writes.set(key, { type, fullName, files });
  }
}

/** A bundle is named by its folder, anything else by its content file. */
function messageFile(type: MetadataType, fullName: string, files: readonly MetadataFile[]): string {
  return type.bundle ? `${type.folder}/${fullName}` : (files[0]?.file ?? '');
}

function fateOfPart(part: FilePart, before: readonly FilePart[]): Fate {
  const known = before.find(({ type, name }) => type === part.type && name.toLowerCase() === part.name.toLowerCase());
  if (!known) return 'created';
  return known.source === part.source ? 'unchanged' : 'changed';
}

/** A file that stays as it is keeps its identity: so a plan's reader sees what is new. */
function mergedOrKnown(type: MetadataType, known: KnownFile | undefined, incoming: MetadataFile): MetadataFile {
  const merged = mergeFile(type, known, incoming);
  return known && (known.hash ?? hashOf(known.content)) === hashOf(merged.content) ? known : merged;
}

type KnownFile = MetadataFile & { readonly hash?: string };
