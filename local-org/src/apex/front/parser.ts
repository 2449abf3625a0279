import { ApexErrorListener, ApexParserFactory, type ApexParser } from '@apexdevtools/apex-parser';
import { PredictionMode, type ParserRuleContext, type Token } from 'antlr4';
import type { At } from './ast.ts';

/** A fault in a source, before it is known which file it stands in. */
export class Fault extends Error {
  readonly line: number;
  readonly column: number;

  constructor(at: At, message: string) {
    super(message);
    this.line = at.line;
    this.column = at.column;
  }
}

/**
 * Parses a text with one of the grammar's entries. The fast way of predicting is wrong about a few constructs
 * (`System.runAs(…) { }`), so what it refuses is parsed again the thorough way.
 * @throws Fault at the first syntax error
 */
export function parseWith<T>(text: string, entry: (parser: ApexParser) => T): T {
  try {
    return parseIn(PredictionMode.SLL, text, entry);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return parseIn(PredictionMode.LL, text, entry);
  }
}

function parseIn<T>(mode: number, text: string, entry: (parser: ApexParser) => T): T {
  const { parser } = ApexParserFactory.createLexerAndParser(text, new FirstError());
  parser._interp.predictionMode = mode;
  return entry(parser);
}

class FirstError extends ApexErrorListener {
  override apexSyntaxError(line: number, column: number, message: string): void {
    throw new Fault({ line, column: column + 1 }, syntaxMessage(message));
  }
}

/** The parser's message without its list of all that could have stood there. */
function syntaxMessage(message: string): string {
  const short = message.replace(/ expecting \{.*\}$/s, '');
  return short.length > 200 ? `${short.slice(0, 200)}…` : short;
}

/** Where a node begins. */
export function at(node: ParserRuleContext): At {
  return tokenAt(node.start);
}

export function tokenAt(token: Token): At {
  return { line: token.line, column: token.column + 1 };
}

/** The source text a node covers, as written. */
export function sourceOf(node: ParserRuleContext): string {
  return node.start.getInputStream().getText(node.start.start, (node.stop ?? node.start).stop);
}

/** The grammar's accessors promise a node where they return null when it is absent. */
export function maybe<T>(node: T | null | undefined): T | undefined {
  return node ?? undefined;
}
