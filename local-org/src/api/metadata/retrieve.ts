import { zipSync } from 'fflate';
import {
  escapeXml,
  metadataType,
  newJobId,
  onlyParts,
  parentOfPart,
  containerName,
  storedMetadata,
  type StoredFile
} from '../../deploy/index.ts';
import type { LiveOrg } from '../../org.ts';
import { type FileProperties, fileProperties } from './list.ts';

/** What to retrieve: as the `unpackaged` manifest of the request names it. */
export interface RetrieveRequest {
  readonly version: string;
  readonly singlePackage: boolean;
  readonly types: readonly { readonly name: string; readonly members: readonly string[] }[];
}

export interface RetrieveResult {
  readonly id: string;
  readonly done: boolean;
  readonly success: boolean;
  readonly status: 'Succeeded';
  readonly fileProperties: readonly FileProperties[];
  readonly messages: readonly { readonly fileName: string; readonly problem: string }[];
  readonly zipFile: string;
}

/** Packs deployed metadata into a metadata-format zip. */
export function retrieve(org: LiveOrg, request: RetrieveRequest): RetrieveResult {
  const stored = storedMetadata(org.store);
  const messages: { fileName: string; problem: string }[] = [];
  const files = new Map<string, Uint8Array>();
  const packed: FileProperties[] = [];
  for (const { name, members } of request.types) {
    for (const member of members) {
      const found = filesOf(stored, name, member);
      if (found.length === 0 && member !== '*') {
        messages.push({
          fileName: 'package.xml',
          problem: `Entity of type '${name}' named '${member}' cannot be found`
        });
      }
      for (const file of found) {
        // A whole file outweighs single parts of it.
        if (files.has(file.file) && parentOfPart(name)) continue;
        files.set(file.file, file.content);
        packed.push(...fileProperties(org, [file]));
      }
    }
  }
  const prefix = request.singlePackage ? '' : 'unpackaged/';
  const zip: Record<string, Uint8Array> = { [`${prefix}package.xml`]: new TextEncoder().encode(manifestText(request)) };
  for (const [file, content] of files) zip[prefix + file] = content;
  return {
    id: newJobId('09S', org.clock.now()),
    done: true,
    success: true,
    status: 'Succeeded',
    fileProperties: packed.map((properties) => ({ ...properties, fileName: prefix + properties.fileName })),
    messages,
    zipFile: Buffer.from(zipSync(zip)).toString('base64')
  };
}

function filesOf(stored: readonly StoredFile[], type: string, member: string): StoredFile[] {
  const parent = parentOfPart(type);
  if (!parent)
    return metadataType(type) ? stored.filter((file) => file.type === type && matches(file.fullName, member)) : [];
  const container = member === '*' ? '*' : containerName(parent.type, member);
  return stored
    .filter((file) => file.type === parent.type.name && matches(file.fullName, container))
    .flatMap((file) => onlyParts(parent.type, file, type, member) ?? []);
}

function matches(name: string, member: string): boolean {
  return member === '*' || name.toLowerCase() === member.toLowerCase();
}

function manifestText({ types, version }: RetrieveRequest): string {
  const blocks = types.map(
    ({ name, members }) =>
      `    <types>\n${members.map((member) => `        <members>${escapeXml(member)}</members>\n`).join('')}        <name>${escapeXml(name)}</name>\n    </types>\n`
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="http://soap.sforce.com/2006/04/metadata">\n${blocks.join('')}    <version>${escapeXml(version)}</version>\n</Package>\n`;
}
