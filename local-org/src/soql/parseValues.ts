import type {
  BoundExpressionContext,
  LimitClauseContext,
  OffsetClauseContext,
  ValueContext
} from '@apexdevtools/apex-parser';
import { UnsupportedError } from '../errors.ts';
import type { Literal, LiteralType, Value } from './ast.ts';

/** The value of LIMIT and OFFSET. */
export function boundOf(tree: LimitClauseContext | OffsetClauseContext, start: number): Value {
  const number = tree.IntegerLiteral();
  return number ? literal('number', number.symbol, start) : bind(tree.boundExpression(), start);
}

/** A value in a condition; sub-queries are the caller's. */
export function valueOf(tree: ValueContext, start: number): Value {
  const at = tree.start.start - start;
  if (tree.NULL()) return { kind: 'null', at };
  if (tree.BooleanLiteral()) return { kind: 'boolean', value: tree.getText().toLowerCase() === 'true', at };
  if (tree.StringLiteral()) return text(tree.StringLiteral().symbol, start);
  if (tree.DateLiteral()) return literal('date', tree.DateLiteral().symbol, start);
  if (tree.DateTimeLiteral()) return literal('datetime', tree.DateTimeLiteral().symbol, start);
  if (tree.TimeLiteral()) return literal('time', tree.TimeLiteral().symbol, start);
  if (tree.boundExpression()) return bind(tree.boundExpression(), start);
  const number = tree.signedNumber();
  if (number) {
    const digits = number.IntegerLiteral() ?? number.NumberLiteral();
    return literal('number', digits.symbol, start, Boolean(number.SUB()));
  }
  const formula = tree.dateFormula();
  if (formula) {
    const count = formula.signedInteger();
    return {
      kind: 'range',
      name: formula.start.text.toUpperCase().replace(/:$/, ''),
      count: count ? literal('number', count.IntegerLiteral().symbol, start, Boolean(count.SUB())) : undefined,
      at
    };
  }
  const list = tree.valueList();
  if (list) return { kind: 'list', values: list.value_list().map((each) => valueOf(each, start)), at };
  throw new UnsupportedError(`the value ${tree.getText()} in a query`);
}

interface Token {
  readonly text: string;
  readonly start: number;
}

function literal(type: LiteralType, token: Token, start: number, negative = false): Literal {
  return { kind: 'literal', type, text: token.text, negative, at: token.start - start };
}

function text(token: Token, start: number): Value {
  // SOQL knows no empty text: it is null.
  return token.text === "''" ? { kind: 'null', at: token.start - start } : literal('string', token, start);
}

function bind(tree: BoundExpressionContext, start: number): Value {
  const expression = tree.expression();
  const from = expression.start;
  const to = expression.stop ?? from;
  const source = from.getInputStream();
  return { kind: 'bind', expression: source.getText(from.start, to.stop), at: from.start - start };
}
