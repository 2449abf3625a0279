import type { Problem } from '../errors.ts';
import type { MetadataFile } from '../schema/types.ts';
import { isManifest, type Manifest } from './manifest.ts';
import { decodedName, type MetadataType, parentOfPart, typeOfFolder } from './registry.ts';
import type { PackageFiles } from './zip.ts';

/** One component of a package with its files, the content file first. */
export interface Component {
  readonly type: MetadataType;
  readonly fullName: string;
  readonly files: readonly MetadataFile[];
  /** package.xml names it, not only parts of it: fields of an object come in the object's file. */
  readonly named: boolean;
}

/** What belongs to the project, not to the org: sources of components, their tests, editor settings. */
const leftOut = [
  /^lwc\/[^/]+\/__[^/]+__\//,
  /^lwc\/.*\.ts$/,
  /^lwc\/(?:[^/]+\/)?(?:tsconfig|jsconfig)\.json$/,
  /^lwc\/\.[^/]+$/
];

/**
 * Sorts the files of a package into components and holds them against package.xml: every file must be named there,
 * and every name must have its file.
 */
export function readComponents(files: PackageFiles, manifest: Manifest, problems: Problem[]): Component[] {
  const components = new Map<string, { type: MetadataType; fullName: string; files: MetadataFile[] }>();
  for (const [file, content] of files) {
    if (isManifest(file) || leftOut.some((pattern) => pattern.test(file))) continue;
    const found = identify(file);
    if (typeof found === 'string') {
      problems.push({ file, line: 1, column: 1, message: found });
      continue;
    }
    const { type, fullName } = found;
    const key = keyOf(type.name, fullName);
    const component = components.get(key) ?? { type, fullName, files: [] };
    component.files.push({ type: type.name, fullName, file, content });
    components.set(key, component);
  }
  for (const component of components.values()) {
    component.files.sort((a, b) => Number(a.file.endsWith('-meta.xml')) - Number(b.file.endsWith('-meta.xml')));
    checkFiles(component, problems);
  }
  const named = checkAgainstManifest(components, manifest, problems);
  return [...components].map(([key, component]) => ({
    ...component,
    named: named.has(key) || named.has(`${component.type.name}:*`)
  }));
}

/** The key of a component; names ignore case as on the platform. */
export function keyOf(type: string, fullName: string): string {
  return `${type}:${fullName.toLowerCase()}`;
}

function identify(file: string): { type: MetadataType; fullName: string } | string {
  const slash = file.indexOf('/');
  const type = slash < 0 ? undefined : typeOfFolder(file.slice(0, slash));
  if (!type)
    return `The local org does not support the metadata in ${slash < 0 ? file : `the folder ${file.slice(0, slash)}`}`;
  const path = file.slice(slash + 1);
  if (type.bundle) {
    const inside = path.indexOf('/');
    return inside > 0
      ? { type, fullName: path.slice(0, inside) }
      : `A ${type.name} is a folder: the file ${file} belongs to none`;
  }
  const suffix = `.${type.suffix}`;
  const name = type.metaFile ? path.replace(/-meta\.xml$/, '') : path;
  if (name.includes('/') || !name.endsWith(suffix))
    return `A ${type.name} is a file ${type.folder}/<name>${suffix}, not ${file}`;
  return { type, fullName: decodedName(name.slice(0, -suffix.length)) };
}

function checkFiles({ type, fullName, files }: Omit<Component, 'named'>, problems: Problem[]): void {
  const [first] = files;
  if (!first) return;
  const missing = type.bundle
    ? [`${type.folder}/${fullName}/${fullName}.js-meta.xml`]
    : type.metaFile
      ? [`${type.folder}/${fullName}.${type.suffix}`, `${type.folder}/${fullName}.${type.suffix}-meta.xml`]
      : [];
  for (const file of missing) {
    if (files.some((present) => present.file === file)) continue;
    problems.push({
      file: first.file,
      line: 1,
      column: 1,
      message: `The package lacks ${file}, which belongs to ${type.name} ${fullName}`
    });
  }
}

/** @returns the keys of the components that are named themselves */
function checkAgainstManifest(
  components: ReadonlyMap<string, Omit<Component, 'named'>>,
  manifest: Manifest,
  problems: Problem[]
): ReadonlySet<string> {
  const named = new Set<string>();
  const withParts = new Set<string>();
  for (const { type, fullName, line, column } of manifest.members) {
    const parent = parentOfPart(type);
    if (fullName === '*') {
      (parent ? withParts : named).add(`${parent?.type.name ?? type}:*`);
      continue;
    }
    const key = parent ? keyOf(parent.type.name, containerName(parent.type, fullName)) : keyOf(type, fullName);
    (parent ? withParts : named).add(key);
    if (!components.has(key)) {
      const message = `An object '${fullName}' of type ${type} was named in package.xml, but was not found in zipped directory`;
      problems.push({ file: manifest.file, line, column, message });
    }
  }
  for (const [key, { type, files }] of components) {
    const [first] = files;
    const keys = [key, `${type.name}:*`];
    if (first && !keys.some((each) => named.has(each) || withParts.has(each))) {
      problems.push({ file: first.file, line: 1, column: 1, message: 'Not in package.xml' });
    }
  }
  return named;
}

/** The component whose file holds a part: `Thing__c` of `Thing__c.Ext__c`; all labels share one file. */
export function containerName(parent: MetadataType, part: string): string {
  return parent.name === 'CustomObject' ? part.slice(0, part.indexOf('.')) : parent.name;
}
