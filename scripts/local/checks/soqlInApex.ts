import {
  ApexErrorListener,
  ApexParserFactory,
  Arth2ExpressionContext,
  LiteralPrimaryContext,
  PrimaryExpressionContext,
  SoqlLiteralContext,
  SubExpressionContext
} from '@apexdevtools/apex-parser';
import type { ApexParseTree, ExpressionContext } from '@apexdevtools/apex-parser';
import { OrgError } from '../../../local-org/src/errors.ts';
import type { Problem } from '../../../local-org/src/errors.ts';
import type { Schema } from '../../../local-org/src/schema/index.ts';
import { checkQuery } from '../../../local-org/src/soql/index.ts';
import { completeTemplate, HOLE } from './soqlTemplates.ts';

/** The faults of the queries in a class or trigger, static ones and those put together from texts. */
export function problemsInApex(file: string, text: string, schema: Schema): Problem[] {
  const isTest = /@IsTest/i.test(text);
  return queriesIn(file, text).flatMap(({ query, line, column, isTemplate }) => {
    // A test may put together a query that shall fail.
    if (isTemplate && isTest) return [];
    const whole = isTemplate ? completeTemplate(query) : query;
    if (whole === undefined) return [];
    try {
      checkQuery(whole, schema);
      return [];
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      return [placed({ file, line, column, message: error.message }, isTemplate)];
    }
  });
}

interface Found {
  readonly query: string;
  readonly line: number;
  readonly column: number;
  /** Put together from texts; holes stand for what only running tells. */
  readonly isTemplate: boolean;
}

class Silent extends ApexErrorListener {
  // Faults of the class itself are other gates' to find.
  override apexSyntaxError(): void {}
}

function queriesIn(file: string, text: string): Found[] {
  const { parser } = ApexParserFactory.createLexerAndParser(text, new Silent());
  const tree = file.endsWith('.trigger') ? parser.triggerUnit() : parser.compilationUnit();
  const found: Found[] = [];
  // The parser counts characters, of which one beyond the basic plane is two in a string.
  visit(tree, Array.from(text), found);
  return found;
}

function visit(tree: ApexParseTree, characters: readonly string[], found: Found[]): void {
  if (tree instanceof SoqlLiteralContext) {
    const query = tree.query();
    const { start } = query;
    const end = query.stop ?? start;
    found.push({
      query: characters.slice(start.start, end.stop + 1).join(''),
      line: start.line,
      column: start.column + 1,
      isTemplate: false
    });
    return;
  }
  const template = isText(tree) ? templateOf(tree) : undefined;
  if (template !== undefined && isText(tree)) {
    const { start } = tree;
    found.push({ query: template, line: start.line, column: start.column + 1, isTemplate: true });
    return;
  }
  for (const child of childrenOf(tree)) visit(child, characters, found);
}

function childrenOf(tree: ApexParseTree): readonly ApexParseTree[] {
  return 'children' in tree && Array.isArray(tree.children) ? tree.children : [];
}

function isText(tree: ApexParseTree): tree is Arth2ExpressionContext | PrimaryExpressionContext {
  return tree instanceof Arth2ExpressionContext || tree instanceof PrimaryExpressionContext;
}

/** The query text that an expression puts together, with holes; undefined if it does not begin with SELECT. */
function templateOf(expression: ExpressionContext): string | undefined {
  const template = pieces(expression)
    .join('')
    .replace(/\{\d+\}/g, HOLE);
  return /^\s*SELECT\s/i.test(template) ? template : undefined;
}

function pieces(expression: ExpressionContext): string[] {
  if (expression instanceof Arth2ExpressionContext && expression.ADD())
    return expression.expression_list().flatMap(pieces);
  if (expression instanceof SubExpressionContext) return pieces(expression.expression());
  if (expression instanceof PrimaryExpressionContext) {
    const primary = expression.primary();
    const literal = primary instanceof LiteralPrimaryContext ? primary.literal().StringLiteral() : undefined;
    if (literal) return [literal.getText().slice(1, -1).replace(/\\(.)/g, '$1')];
  }
  return [HOLE];
}

/** A static query's fault stands where the message says, counted from the query's own place. */
function placed(problem: Problem, isTemplate: boolean): Problem {
  const [whole, row, column] = /^ERROR at Row:(\d+):Column:(\d+) /.exec(problem.message) ?? [];
  if (whole === undefined) return problem;
  const message = problem.message.slice(whole.length);
  if (isTemplate) return { ...problem, message };
  const isFirst = row === '1';
  return {
    ...problem,
    line: problem.line + Number(row) - 1,
    column: isFirst ? problem.column + Number(column) - 1 : Number(column),
    message
  };
}
