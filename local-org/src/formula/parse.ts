import type { FormulaProblem } from './types.ts';

/** A formula as written. `at` is an offset in its text. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly at: number }
  | { readonly kind: 'field'; readonly names: readonly string[]; readonly at: number }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[]; readonly at: number }
  | { readonly kind: 'unary'; readonly operator: '-' | '!'; readonly operand: Expression; readonly at: number }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    };

export type BinaryOperator = '||' | '&&' | '=' | '<>' | '<' | '>' | '<=' | '>=' | '&' | '+' | '-' | '*' | '/' | '^';

/** Stops reading a formula at its first fault. */
export class FormulaError extends Error {
  readonly at: number;

  constructor(at: number, message: string) {
    super(message);
    this.name = 'FormulaError';
    this.at = at;
  }

  /** The fault with its place in the formula's text. */
  problemIn(text: string): FormulaProblem {
    const before = text.slice(0, this.at);
    return {
      line: before.split('\n').length,
      column: this.at - (before.lastIndexOf('\n') + 1) + 1,
      message: this.message
    };
  }
}

interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly at: number;
}

const TOKEN =
  /\s+|\/\*[\s\S]*?\*\/|(?<number>\d+(?:\.\d+)?|\.\d+)|(?<text>"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')|(?<name>[$A-Za-z_][\w$]*(?:\s*\.\s*[A-Za-z_]\w*)*)|(?<sign>&&|\|\||<>|!=|==|<=|>=|[-+*/^&=<>(),!])/y;

function tokens(text: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new FormulaError(at, `Syntax error: unexpected character '${text.charAt(at)}'`);
    for (const kind of ['number', 'text', 'name', 'sign'] as const) {
      if (match.groups?.[kind] !== undefined) found.push({ kind, text: match[0], at });
    }
  }
  return [...found, { kind: 'end', text: '', at: text.length }];
}

const OPERATORS: Readonly<Record<string, readonly [BinaryOperator, strength: number]>> = {
  '||': ['||', 1],
  '&&': ['&&', 2],
  '=': ['=', 3],
  '==': ['=', 3],
  '<>': ['<>', 3],
  '!=': ['<>', 3],
  '<': ['<', 4],
  '>': ['>', 4],
  '<=': ['<=', 4],
  '>=': ['>=', 4],
  '&': ['&', 5],
  '+': ['+', 6],
  '-': ['-', 6],
  '*': ['*', 7],
  '/': ['/', 7],
  '^': ['^', 8]
};

/** @throws FormulaError at the first fault */
export function parseFormula(text: string): Expression {
  const parser = new Parser(tokens(text));
  return parser.whole();
}

class Parser {
  readonly #tokens: readonly Token[];
  #place = 0;

  constructor(list: readonly Token[]) {
    this.#tokens = list;
  }

  whole(): Expression {
    const expression = this.#binary(0);
    const next = this.#next;
    if (next.kind !== 'end') throw new FormulaError(next.at, `Syntax error: unexpected '${next.text}'`);
    return expression;
  }

  get #next(): Token {
    return this.#tokens[this.#place] ?? { kind: 'end', text: '', at: 0 };
  }

  #take(): Token {
    const token = this.#next;
    this.#place++;
    return token;
  }

  #expect(sign: string): void {
    const token = this.#take();
    if (token.text !== sign || token.kind !== 'sign')
      throw new FormulaError(
        token.at,
        `Syntax error: missing '${sign}'${token.kind === 'end' ? ' at the end' : ` before '${token.text}'`}`
      );
  }

  #binary(weakest: number): Expression {
    let left = this.#unary();
    for (;;) {
      const token = this.#next;
      const [operator, strength] = (token.kind === 'sign' && OPERATORS[token.text]) || [];
      if (operator === undefined || strength === undefined || strength <= weakest) return left;
      this.#take();
      left = { kind: 'binary', operator, left, right: this.#binary(strength), at: token.at };
    }
  }

  #unary(): Expression {
    const { kind, text, at } = this.#next;
    if (kind !== 'sign' || !['-', '+', '!'].includes(text)) return this.#primary();
    this.#take();
    const operand = this.#unary();
    if (text === '+') return operand;
    return { kind: 'unary', operator: text === '-' ? '-' : '!', operand, at };
  }

  #primary(): Expression {
    const { kind, text, at } = this.#take();
    if (kind === 'number') return { kind: 'literal', value: Number(text), at };
    if (kind === 'text') return { kind: 'literal', value: unquoted(text), at };
    if (kind === 'name') return this.#name(text, at);
    if (text === '(') {
      const inner = this.#binary(0);
      this.#expect(')');
      return inner;
    }
    throw new FormulaError(
      at,
      kind === 'end' ? 'Syntax error: the formula ends too early' : `Syntax error: unexpected '${text}'`
    );
  }

  #name(text: string, at: number): Expression {
    const names = text.split('.').map((name) => name.trim());
    if (this.#next.text === '(' && names.length === 1) return this.#call(text.toUpperCase(), at);
    switch (text.toUpperCase()) {
      case 'TRUE':
        return { kind: 'literal', value: true, at };
      case 'FALSE':
        return { kind: 'literal', value: false, at };
      case 'NULL':
        return { kind: 'literal', value: null, at };
      default:
        return { kind: 'field', names, at };
    }
  }

  #call(name: string, at: number): Expression {
    this.#expect('(');
    const list: Expression[] = [];
    if (this.#next.text !== ')') {
      do list.push(this.#binary(0));
      while (this.#next.text === ',' && this.#take());
    }
    this.#expect(')');
    return { kind: 'call', name, arguments: list, at };
  }
}

function unquoted(text: string): string {
  return text
    .slice(1, -1)
    .replace(/\\([\s\S])/g, (_, character: string) =>
      character === 'n' ? '\n' : character === 't' ? '\t' : character === 'r' ? '\r' : character
    );
}
