import type { MetadataFile } from '../schema/types.ts';
import { type MetadataType, partFullName } from './registry.ts';
import { childText, parseXml, type XmlElement } from './xml.ts';

/**
 * Adds a deployed file to what the org has of the same component: elements that the new file names replace those of the same
 * name, the others stay. The new text stays as it is and comes first, so that a problem's line is the line of the deployed file.
 * @throws XmlError
 */
export function mergeFile(
  type: MetadataType,
  deployed: MetadataFile | undefined,
  incoming: MetadataFile
): MetadataFile {
  const { parts } = type;
  if (!parts || !deployed) return incoming;
  const before = outline(deployed, parts);
  const after = outline(incoming, parts);
  if (after.entries.every(({ key, text }) => before.texts.get(key)?.includes(text))) return deployed;
  const left = before.entries.filter(({ key }) => !after.texts.has(key));
  if (left.length === 0) return incoming;
  const close = after.text.lastIndexOf('</');
  const rest = left.map(({ text }) => `    ${text}\n`).join('');
  return withText(incoming, `${after.text.slice(0, close)}${rest}${after.text.slice(close)}`);
}

/** The file without some of its named elements, or undefined if it has none of them left out. */
export function withoutPart(file: MetadataFile, element: string, fullName: string): MetadataFile | undefined {
  const text = decode(file);
  const part = parseXml(text, file.file).children.find(
    (child) => child.name === element && sameName(childText(child, 'fullName'), fullName)
  );
  return part && withText(file, text.slice(0, part.start) + text.slice(part.end));
}

/**
 * The file with nothing but one part, or all parts of one type, for who retrieves these alone.
 * @param member `Thing__c.Ext__c` or `*`
 */
export function onlyParts<F extends MetadataFile>(
  type: MetadataType,
  file: F,
  partType: string,
  member: string
): F | undefined {
  const parts = partsOf(type, file).filter(
    (part) =>
      part.type === partType && (member === '*' || sameName(partFullName(type, file.fullName, part.name), member))
  );
  if (parts.length === 0) return undefined;
  const text = decode(file);
  const root = parseXml(text, file.file);
  const inner = root.children[0];
  const open = text.slice(0, inner?.start ?? 0);
  const content = new TextEncoder().encode(
    `${open}${parts.map(({ source }) => source).join('\n    ')}\n</${root.name}>\n`
  );
  return { ...file, content };
}

/** The parts of a file that count as components: name → text, line and line it ends on. */
export function partsOf(type: MetadataType, file: MetadataFile): readonly FilePart[] {
  const { parts } = type;
  if (!parts) return [];
  const text = decode(file);
  return parseXml(text, file.file).children.flatMap((child) => {
    const part = parts[child.name];
    const name = childText(child, 'fullName');
    if (part === undefined || name === undefined) return [];
    const source = text.slice(child.start, child.end);
    return [{ type: part, name, source, line: child.line, lastLine: child.line + source.split('\n').length - 1 }];
  });
}

export interface FilePart {
  readonly type: string;
  readonly name: string;
  readonly source: string;
  readonly line: number;
  readonly lastLine: number;
}

interface Outline {
  readonly text: string;
  readonly entries: readonly { readonly key: string; readonly text: string }[];
  /** Texts by key; an element without a name may stand several times. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

function outline(file: MetadataFile, parts: Readonly<Record<string, string>>): Outline {
  const text = decode(file);
  const root = parseXml(text, file.file);
  const entries = root.children.map((child) => ({
    key: keyOf(child, parts),
    text: text.slice(child.start, child.end)
  }));
  const texts = new Map<string, string[]>();
  for (const entry of entries) texts.set(entry.key, [...(texts.get(entry.key) ?? []), entry.text]);
  return { text, entries, texts };
}

function keyOf(element: XmlElement, parts: Readonly<Record<string, string>>): string {
  const name = parts[element.name] === undefined ? undefined : childText(element, 'fullName');
  return name === undefined ? element.name : `${element.name}:${name.toLowerCase()}`;
}

function sameName(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

function decode(file: MetadataFile): string {
  return new TextDecoder().decode(file.content);
}

function withText(file: MetadataFile, text: string): MetadataFile {
  return { ...file, content: new TextEncoder().encode(text) };
}
