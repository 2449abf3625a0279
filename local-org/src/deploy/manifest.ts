import { OrgError, type Problem } from '../errors.ts';
import { metadataType, parentOfPart } from './registry.ts';
import { parseXml, type XmlElement } from './xml.ts';
import type { PackageFiles } from './zip.ts';

/** A component that package.xml or a destructive manifest names. */
export interface ManifestMember {
  readonly type: string;
  readonly fullName: string;
  readonly line: number;
  readonly column: number;
}

export interface Manifest {
  readonly file: string;
  readonly version: string;
  readonly members: readonly ManifestMember[];
}

const destructiveFiles = ['destructiveChangesPre.xml', 'destructiveChanges.xml', 'destructiveChangesPost.xml'];

/** Reads package.xml. Faults in it are added to `problems`. */
export function readManifest(files: PackageFiles, problems: Problem[]): Manifest {
  return readFile(files, 'package.xml', problems);
}

/** Reads the manifests of what is to be deleted, in the order they apply. */
export function readDestructive(files: PackageFiles, problems: Problem[]): Manifest[] {
  const manifests = destructiveFiles.filter((name) => files.has(name)).map((name) => readFile(files, name, problems));
  for (const { file, members } of manifests) {
    for (const { fullName, line, column } of members) {
      if (fullName === '*')
        problems.push({ file, line, column, message: 'Wildcards are not allowed here: name each component' });
    }
  }
  return manifests;
}

/** Which files of a package are manifests, not components. */
export function isManifest(path: string): boolean {
  return path === 'package.xml' || destructiveFiles.includes(path);
}

function readFile(files: PackageFiles, file: string, problems: Problem[]): Manifest {
  const content = files.get(file);
  if (!content) throw new OrgError('INVALID_FILE', `The package holds no ${file}`);
  const root = parseXml(new TextDecoder().decode(content), file);
  const complain = (at: XmlElement, message: string) =>
    problems.push({ file, line: at.line, column: at.column, message });
  if (root.name !== 'Package') complain(root, `Expected the element Package, found ${root.name}`);
  const members: ManifestMember[] = [];
  let version = '';
  for (const child of root.children) {
    if (child.name === 'version') version = checkedVersion(child, complain);
    else if (child.name === 'types') members.push(...readTypes(child, complain));
    else if (child.name !== 'fullName' && child.name !== 'description')
      complain(child, `Unsupported element ${child.name} in ${file}`);
  }
  return { file, version, members };
}

type Complain = (at: XmlElement, message: string) => void;

function checkedVersion(element: XmlElement, complain: Complain): string {
  const version = Number(element.text);
  if (!/^\d+\.0$/.test(element.text) || version < 50 || version > 65) {
    complain(element, `Unsupported API version ${element.text}: the local org takes 50.0 to 65.0`);
  }
  return element.text;
}

function readTypes(element: XmlElement, complain: Complain): ManifestMember[] {
  const name = element.children.find((child) => child.name === 'name');
  if (!name) {
    complain(element, 'A types element needs a name');
    return [];
  }
  if (!metadataType(name.text) && !parentOfPart(name.text)) {
    complain(name, `The local org does not support the metadata type ${name.text}`);
    return [];
  }
  return element.children
    .filter((child) => child.name === 'members')
    .map(({ text, line, column }) => ({ type: name.text, fullName: text, line, column }));
}
