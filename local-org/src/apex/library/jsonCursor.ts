import { JsonException } from '../runtime/index.ts';
import { JsonNumber, type JsonNode } from '../runtime/jsonText.ts';

interface Token {
  readonly kind: string;
  readonly name: string | undefined;
  readonly node: JsonNode;
  /** Index of the token that ends what this one starts. */
  end: number;
}

/** `JSONParser`: walks over the tokens of a document. */
export class JsonCursor {
  readonly apexType = 'JSONParser';
  readonly #tokens: Token[] = [];
  #at = -1;
  #cleared = false;

  constructor(root: JsonNode) {
    this.#collect(root, undefined);
  }

  get token(): string | undefined {
    return this.#current?.kind;
  }

  get name(): string | undefined {
    return this.#current?.name;
  }

  next(): string | undefined {
    this.#cleared = false;
    this.#at = Math.min(this.#at + 1, this.#tokens.length);
    return this.token;
  }

  /** Like `next`, but field names are passed over. */
  nextValue(): string | undefined {
    const kind = this.next();
    return kind === 'FIELD_NAME' ? this.next() : kind;
  }

  clear(): void {
    this.#cleared = true;
  }

  /** Goes to the end of the object or array that begins here. */
  skipChildren(): void {
    const token = this.#current;
    if (token !== undefined && token.kind.startsWith('START_')) this.#at = token.end;
  }

  /** The current value. */
  node(): JsonNode {
    const token = this.#current;
    if (token === undefined) throw new JsonException('There is no current token');
    return token.kind === 'FIELD_NAME' ? (token.name ?? '') : token.node;
  }

  /** The current value, leaving the cursor at its last token. */
  take(): JsonNode {
    if (this.token === 'FIELD_NAME' || this.#at < 0) this.next();
    const node = this.node();
    this.skipChildren();
    return node;
  }

  text(): string {
    const token = this.#current;
    if (token === undefined) throw new JsonException('There is no current token');
    const marks: Readonly<Record<string, string>> = {
      START_OBJECT: '{',
      END_OBJECT: '}',
      START_ARRAY: '[',
      END_ARRAY: ']'
    };
    const node = this.node();
    return marks[token.kind] ?? (node instanceof JsonNumber ? node.text : String(node));
  }

  get #current(): Token | undefined {
    return this.#cleared ? undefined : this.#tokens[this.#at];
  }

  #collect(node: JsonNode, name: string | undefined): void {
    const start: Token = { kind: kindOf(node), name, node, end: this.#tokens.length };
    this.#tokens.push(start);
    if (Array.isArray(node)) {
      for (const item of node) this.#collect(item, undefined);
      this.#close(start, 'END_ARRAY');
    } else if (node instanceof Map) {
      for (const [key, value] of node) {
        this.#tokens.push({ kind: 'FIELD_NAME', name: key, node: key, end: this.#tokens.length });
        this.#collect(value, key);
      }
      this.#close(start, 'END_OBJECT');
    }
  }

  #close(start: Token, kind: string): void {
    start.end = this.#tokens.length;
    this.#tokens.push({ kind, name: start.name, node: start.node, end: start.end });
  }
}

function kindOf(node: JsonNode): string {
  if (node === null) return 'VALUE_NULL';
  if (typeof node === 'boolean') return node ? 'VALUE_TRUE' : 'VALUE_FALSE';
  if (typeof node === 'string') return 'VALUE_STRING';
  if (node instanceof JsonNumber) return /[.eE]/.test(node.text) ? 'VALUE_NUMBER_FLOAT' : 'VALUE_NUMBER_INT';
  return Array.isArray(node) ? 'START_ARRAY' : 'START_OBJECT';
}
