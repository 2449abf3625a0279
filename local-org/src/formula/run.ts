import type { FieldValue } from '../row.ts';
import type { Typed } from './analyze.ts';
import type { RunArgument, RunContext } from './functions.ts';
import type { ValueType } from './types.ts';
import { isoDate } from './values.ts';

const DAY = 86_400_000;

/** The value of an analyzed formula; a blank text is null. */
export function formulaValue(term: Typed, context: RunContext): FieldValue {
  const value = run(term, context);
  return value === '' ? null : value;
}

function isText(type: ValueType): boolean {
  return type === 'text' || type === 'picklist' || type === 'multipicklist';
}

/** The value of a part. Texts are never null here. */
function run(term: Typed, context: RunContext): FieldValue {
  switch (term.kind) {
    case 'literal':
      return term.value;
    case 'field':
      return context.field(term.names) ?? (isText(term.type) ? '' : term.type === 'boolean' ? false : null);
    case 'call':
      return term.function.run(
        term.arguments.map((argument) => argumentOf(argument, term.type, context)),
        context
      );
    case 'unary': {
      const value = run(term.operand, context);
      if (term.operator === '!') return value !== true;
      return typeof value === 'number' ? -value : null;
    }
    case 'binary':
      return binary(term, context);
  }
}

function argumentOf(term: Typed, beside: ValueType, context: RunContext): RunArgument {
  return {
    type: term.type,
    term,
    value: () => (term.type === 'none' && beside === 'text' ? '' : run(term, context))
  };
}

function binary(term: Typed & { kind: 'binary' }, context: RunContext): FieldValue {
  const { operator } = term;
  if (operator === '&&') return run(term.left, context) === true && run(term.right, context) === true;
  if (operator === '||') return run(term.left, context) === true || run(term.right, context) === true;
  const left = argumentOf(term.left, term.right.type, context).value();
  const right = argumentOf(term.right, term.left.type, context).value();
  if (operator === '=') return left === right;
  if (operator === '<>') return left !== right;
  if (operator === '&') return `${String(left ?? '')}${String(right ?? '')}`;
  if (operator === '<' || operator === '>' || operator === '<=' || operator === '>=')
    return isOrdered(left, operator, right);
  if (operator === '+' || operator === '-') return sum(term, operator, left, right);
  if (typeof left !== 'number' || typeof right !== 'number') return null;
  const result = operator === '*' ? left * right : operator === '/' ? left / right : left ** right;
  return Number.isFinite(result) ? result : null;
}

function isOrdered(left: FieldValue, operator: '<' | '>' | '<=' | '>=', right: FieldValue): boolean {
  if (left === null || right === null) return false;
  switch (operator) {
    case '<':
      return left < right;
    case '>':
      return left > right;
    case '<=':
      return left <= right;
    case '>=':
      return left >= right;
  }
}

function sum(term: Typed & { kind: 'binary' }, operator: '+' | '-', left: FieldValue, right: FieldValue): FieldValue {
  if (term.type === 'text') return `${String(left ?? '')}${String(right ?? '')}`;
  if (left === null || right === null) return null;
  const sign = operator === '-' ? -1 : 1;
  if (term.type === 'number' && term.left.type === 'date') return (timeOf(left) - timeOf(right)) / DAY;
  if (term.type === 'number' && term.left.type === 'datetime') return (Number(left) - Number(right)) / DAY;
  const [moment, days] = term.left.type === term.type ? [left, Number(right)] : [right, Number(left)];
  if (term.type === 'date') return isoDate(timeOf(moment) + sign * Math.trunc(days) * DAY);
  if (term.type === 'datetime') return Math.trunc(Number(moment) + sign * days * DAY);
  return Number(left) + sign * Number(right);
}

function timeOf(date: FieldValue): number {
  return Date.parse(`${String(date)}T00:00:00Z`);
}
