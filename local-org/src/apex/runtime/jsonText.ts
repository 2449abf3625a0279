import { JsonException } from './exceptions.ts';

/** A JSON document that keeps its numbers as they are written: 1.50 stays apart from 1.5. */
export type JsonNode = null | boolean | string | JsonNumber | JsonNode[] | Map<string, JsonNode>;

export class JsonNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Reads a JSON text. @throws JsonException with the place of the fault */
export function parseJson(text: string): JsonNode {
  const reader = new Reader(text);
  const node = reader.value();
  reader.end();
  return node;
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  '"': '"',
  '\\': '\\',
  '/': '/'
};

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(): JsonNode {
    this.#blanks();
    const letter = this.#text.charAt(this.#at);
    if (letter === '{') return this.#object();
    if (letter === '[') return this.#array();
    if (letter === '"') return this.#string();
    const word = /^(?:true|false|null|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/.exec(
      this.#text.slice(this.#at, this.#at + 400)
    )?.[0];
    if (word === undefined) throw this.#unexpected();
    this.#at += word.length;
    if (word === 'null') return null;
    return word === 'true' ? true : word === 'false' ? false : new JsonNumber(word);
  }

  end(): void {
    this.#blanks();
    if (this.#at < this.#text.length) throw this.#unexpected();
  }

  #object(): Map<string, JsonNode> {
    const node = new Map<string, JsonNode>();
    this.#at += 1;
    if (this.#take('}')) return node;
    do {
      this.#blanks();
      if (this.#text.charAt(this.#at) !== '"') throw this.#unexpected();
      const key = this.#string();
      if (!this.#take(':')) throw this.#unexpected();
      node.set(key, this.value());
    } while (this.#take(','));
    if (!this.#take('}')) throw this.#unexpected();
    return node;
  }

  #array(): JsonNode[] {
    const node: JsonNode[] = [];
    this.#at += 1;
    if (this.#take(']')) return node;
    do node.push(this.value());
    while (this.#take(','));
    if (!this.#take(']')) throw this.#unexpected();
    return node;
  }

  #string(): string {
    let result = '';
    this.#at += 1;
    for (;;) {
      const start = this.#at;
      while (this.#at < this.#text.length && !/["\\]/.test(this.#text.charAt(this.#at))) this.#at += 1;
      result += this.#text.slice(start, this.#at);
      if (this.#at >= this.#text.length) throw this.#unexpected();
      if (this.#text.charAt(this.#at) === '"') {
        this.#at += 1;
        return result;
      }
      result += this.#escape();
    }
  }

  #escape(): string {
    const letter = this.#text.charAt(this.#at + 1);
    if (letter === 'u') {
      const code = /^[0-9a-fA-F]{4}$/.exec(this.#text.slice(this.#at + 2, this.#at + 6))?.[0];
      if (code === undefined) throw this.#unexpected();
      this.#at += 6;
      return String.fromCharCode(parseInt(code, 16));
    }
    const known = ESCAPES[letter];
    if (known === undefined) throw this.#unexpected();
    this.#at += 2;
    return known;
  }

  #blanks(): void {
    while (/[ \t\r\n]/.test(this.#text.charAt(this.#at)) && this.#at < this.#text.length) this.#at += 1;
  }

  #take(letter: string): boolean {
    this.#blanks();
    if (this.#text.charAt(this.#at) !== letter) return false;
    this.#at += 1;
    return true;
  }

  #unexpected(): JsonException {
    const before = this.#text.slice(0, this.#at).split('\n');
    const place = `at [line:${String(before.length)}, column:${String((before.at(-1) ?? '').length + 1)}]`;
    const letter = this.#text.charAt(this.#at);
    if (letter === '') return new JsonException(`Unexpected end-of-input ${place}`);
    return new JsonException(`Unexpected character ('${letter}' (code ${String(letter.charCodeAt(0))})) ${place}`);
  }
}
