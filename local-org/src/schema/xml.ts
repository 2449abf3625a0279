import { SaxesParser } from 'saxes';

/** Where something stands in a file: lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface XmlElement extends Place {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

/** A file that is not well-formed XML. */
export class XmlError extends Error {
  readonly place: Place;

  constructor(message: string, place: Place) {
    super(message);
    this.name = 'XmlError';
    this.place = place;
  }
}

interface OpenElement extends Place {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Parses a document into its root element. @throws XmlError */
export function parseXml(document: string): XmlElement {
  const parser = new SaxesParser();
  const lines = document.split('\n');
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let start: Place = { line: 1, column: 1 };
  parser.on('error', (error) => {
    const reason = error.message.replace(/^\d+:\d+:\s*/, '');
    throw new XmlError(`not well-formed XML: ${reason}`, { line: parser.line, column: parser.column + 1 });
  });
  parser.on('opentagstart', (tag) => {
    // The parser has read one character past the name, which may have been the end of the line.
    const line = parser.column === 0 ? parser.line - 1 : parser.line;
    const before = parser.column === 0 ? undefined : parser.column;
    start = { line, column: (lines[line - 1]?.lastIndexOf(`<${tag.name}`, before) ?? 0) + 1 };
  });
  parser.on('opentag', (tag) => {
    open.push({ name: tag.name, attributes: tag.attributes, children: [], text: '', ...start });
  });
  parser.on('text', (text) => {
    const current = open.at(-1);
    if (current) current.text += text;
  });
  parser.on('cdata', (text) => {
    const current = open.at(-1);
    if (current) current.text += text;
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (!closed) return;
    const parent = open.at(-1);
    if (parent) parent.children.push(closed);
    else root = closed;
  });
  parser.write(document).close();
  if (!root) throw new XmlError('not well-formed XML: no root element', { line: 1, column: 1 });
  return root;
}
