import { SaxesParser } from 'saxes';
import type { Problem } from '../errors.ts';

/** An element with its place in the text. */
export interface XmlElement {
  /** Without namespace prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** All character data directly inside, trimmed. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** Offsets of the whole element in the text. */
  readonly start: number;
  readonly end: number;
}

/** Not well-formed XML, or not what it should be; `problem` says where. */
export class XmlError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.file}:${problem.line}:${problem.column}: ${problem.message}`);
    this.name = 'XmlError';
    this.problem = problem;
  }
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[];
  text: string;
  end: number;
}

/**
 * Reads an XML text whole. Document types, and with them entity definitions, are refused.
 * @throws XmlError
 */
export function parseXml(text: string, file: string): XmlElement {
  const parser = new SaxesParser();
  const stack: OpenElement[] = [];
  let root: OpenElement | undefined;
  let tagStart = { line: 1, column: 1, start: 0 };
  const fail = (message: string): never => {
    throw new XmlError({ file, line: parser.line, column: parser.columnIndex + 1, message });
  };
  parser.on('error', (error) => fail(error.message.replace(/^\d+:\d+: /, '')));
  parser.on('doctype', () => fail('A document type is not allowed here'));
  parser.on('opentagstart', (tag) => {
    // Called right behind the tag's name.
    const start = parser.position - tag.name.length - 2;
    const column = parser.columnIndex - tag.name.length - 1;
    const atLineEnd = column < 1;
    tagStart = { line: atLineEnd ? parser.line - 1 : parser.line, column: Math.max(column, 1), start };
  });
  parser.on('opentag', (tag) => {
    const name = tag.name.slice(tag.name.indexOf(':') + 1);
    const element: OpenElement = { name, attributes: tag.attributes, children: [], text: '', ...tagStart, end: 0 };
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  const addText = (data: string): void => {
    const open = stack.at(-1);
    if (open) open.text += data;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = stack.pop();
    if (!element) return;
    element.end = parser.position;
    element.text = element.text.trim();
  });
  parser.write(text).close();
  return root ?? fail('The file holds no element');
}

/** The text of the first child with this name. */
export function childText(element: XmlElement, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text;
}

/** Escapes text for element content and attributes; characters XML can't hold are left out. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"\p{Cc}\ufffe\uffff]/gu, (character) => escapes[character] ?? '');
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '\t',
  '\n': '\n',
  '\r': '&#13;'
};
