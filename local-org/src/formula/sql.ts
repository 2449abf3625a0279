import type { Typed } from './analyze.ts';
import type { SqlContext } from './functions.ts';
import type { ValueType } from './types.ts';

const DAY = 86_400_000;

/** Writes an analyzed formula as SQL; a blank text is null. */
export function formulaSql(term: Typed, context: SqlContext): string {
  const sql = emit(term, context);
  return isText(term.type) ? `nullif(${sql}, '')` : sql;
}

function isText(type: ValueType): boolean {
  return type === 'text' || type === 'picklist' || type === 'multipicklist';
}

/** SQL of a part. Texts are never null here. */
function emit(term: Typed, context: SqlContext): string {
  switch (term.kind) {
    case 'literal':
      return literal(term.value);
    case 'field':
      return isText(term.type) ? `ifnull(${context.field(term)}, '')` : context.field(term);
    case 'call':
      return `(${term.function.sql(
        term.arguments.map((argument) => ({ type: argument.type, sql: emitAs(argument, term.type, context) })),
        context
      )})`;
    case 'unary':
      return term.operator === '-'
        ? `(-${emit(term.operand, context)})`
        : `(NOT ifnull(${emit(term.operand, context)}, 0))`;
    case 'binary':
      return binary(term, context);
  }
}

/** NULL among texts is the empty text. */
function emitAs(term: Typed, beside: ValueType, context: SqlContext): string {
  return term.type === 'none' && beside === 'text' ? "''" : emit(term, context);
}

function literal(value: string | number | boolean | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
}

function binary(term: Typed & { kind: 'binary' }, context: SqlContext): string {
  const { operator } = term;
  const left = emitAs(term.left, term.right.type, context);
  const right = emitAs(term.right, term.left.type, context);
  switch (operator) {
    case '&&':
      return `(ifnull(${left}, 0) AND ifnull(${right}, 0))`;
    case '||':
      return `(ifnull(${left}, 0) OR ifnull(${right}, 0))`;
    case '&':
      return `(${left} || ${right})`;
    case '=':
      return `(${left} IS ${right})`;
    case '<>':
      return `(${left} IS NOT ${right})`;
    case '<':
    case '>':
    case '<=':
    case '>=':
      return `ifnull(${left} ${operator} ${right}, 0)`;
    case '^':
      return `pow(${left}, ${right})`;
    case '/':
      return `(CAST(${left} AS REAL) / ${right})`;
    case '*':
      return `(${left} * ${right})`;
    default:
      return sum(term, operator, left, right);
  }
}

function sum(term: Typed & { kind: 'binary' }, operator: '+' | '-', left: string, right: string): string {
  const leftTerm = term.left;
  if (term.type === 'text') return `(${left} || ${right})`;
  if (term.type === 'number' && leftTerm.type === 'date') return `(julianday(${left}) - julianday(${right}))`;
  if (term.type === 'number' && leftTerm.type === 'datetime') return `((${left} - ${right}) / ${DAY}.0)`;
  const [moment, days] = leftTerm.type === term.type ? [left, right] : [right, left];
  if (term.type === 'date')
    return `date(${moment}, CAST(${operator === '-' ? '-' : ''}(${days}) AS INTEGER) || ' days')`;
  if (term.type === 'datetime') return `CAST(${moment} ${operator} (${days}) * ${DAY} AS INTEGER)`;
  return `(${left} ${operator} ${right})`;
}
