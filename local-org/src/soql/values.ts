import { OrgError } from '../errors.ts';
import type { FieldValue } from '../row.ts';
import type { FieldDef, FieldType } from '../schema/types.ts';
import { fold, fullId, isFolded } from '../store/index.ts';
import type { SqlValue } from '../store/index.ts';
import type { Literal, LiteralType, Value } from './ast.ts';
import { isBlank, isList } from './planning.ts';
import type { Parameter, Planning, Run } from './planning.ts';

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The text between the quotes, escapes resolved. In a pattern `\%` and `\_` stay escaped. */
function unescaped(literal: string, isPattern: boolean): string {
  return literal.slice(1, -1).replace(/\\(u[0-9a-fA-F]{4}|.)/gs, (sequence: string, code: string) => {
    if (code.length > 1) return String.fromCharCode(parseInt(code.slice(1), 16));
    if (isPattern && ['%', '_', '\\'].includes(code)) return sequence;
    return ESCAPES[code] ?? code;
  });
}

/** The value of a lifted literal. */
function literalValue(literal: Literal, text: string, isPattern: boolean): FieldValue {
  switch (literal.type) {
    case 'string':
      return unescaped(text, isPattern);
    case 'number':
      return literal.negative ? -Number(text) : Number(text);
    case 'datetime':
      return Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
    case 'date':
      return text;
    case 'time':
      return timeText(text);
  }
}

function timeText(text: string): string {
  const [clock = '', fraction = ''] = text.replace(/Z$/, '').split('.');
  return `${clock}.${fraction.padEnd(3, '0').slice(0, 3)}`;
}

/** A value as the database compares it: ids in full, texts folded, moments as numbers. */
export function comparable(value: FieldValue, field: FieldDef): SqlValue {
  if (isBlank(value)) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  switch (field.type) {
    case 'id':
    case 'reference': {
      const id = fullId(String(value));
      if (id === undefined)
        throw new OrgError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${String(value)}`, [field.name]);
      return id;
    }
    case 'datetime':
      return typeof value === 'string' ? Date.parse(value) : value;
    case 'date':
      return typeof value === 'number' ? new Date(value).toISOString().slice(0, 10) : value;
    default:
      return typeof value === 'string' && isFolded(field) ? fold(value) : value;
  }
}

/** Reads one value (not a list) when the query runs. */
export function valueReader(planning: Planning, value: Value, isPattern = false): (run: Run) => FieldValue {
  switch (value.kind) {
    case 'null':
      return () => null;
    case 'boolean':
      return () => value.value;
    case 'bind':
      return (run) => {
        const bound = run.binds.get(value.expression) ?? null;
        if (isList(bound))
          throw new OrgError(
            'INVALID_QUERY_FILTER_OPERATOR',
            `The bind :${value.expression} is a list; use IN or NOT IN`
          );
        return bound;
      };
    case 'literal': {
      const index = literalIndex(planning, value);
      return (run) => literalValue(value, run.literals[index] ?? '', isPattern);
    }
    default:
      throw planning.refuse(value.at, 'MALFORMED_QUERY', 'a single value is expected here');
  }
}

/** A parameter that holds one value for a comparison with a field. */
export function valueParameter(planning: Planning, value: Value, field: FieldDef): string {
  const read = valueReader(planning, value);
  return planning.parameter((run) => comparable(read(run), field));
}

/** A parameter that holds a pattern for LIKE. */
export function patternParameter(planning: Planning, value: Value, field: FieldDef): string {
  const read = valueReader(planning, value, true);
  return planning.hiddenParameter((run) => comparable(read(run), field), 'text');
}

const LAST_CHARACTER = '\u{10FFFF}';

/** Parameters for the range of the texts that begin as a pattern does, up to its first wildcard. */
export function prefixParameters(planning: Planning, value: Value, field: FieldDef): { from: string; to: string } {
  const read = valueReader(planning, value, true);
  const prefix = (run: Run): string => {
    const pattern = String(comparable(read(run), field) ?? '');
    const [beginning = ''] = /^(?:[^%_\\]|\\.)*/su.exec(pattern) ?? [];
    return beginning.replace(/\\(.)/gsu, '$1');
  };
  return { from: planning.parameter(prefix), to: planning.parameter((run) => prefix(run) + LAST_CHARACTER) };
}

/** A parameter that holds the values of a list as JSON, each once and without nulls. */
export function listParameter(planning: Planning, value: Value, field: FieldDef): string {
  const read = listReader(planning, value);
  const parameter: Parameter = (run) => {
    const values = new Set<SqlValue>();
    for (const each of read(run)) if (!isBlank(each)) values.add(comparable(each, field));
    return JSON.stringify([...values]);
  };
  return planning.parameter(parameter);
}

/** Reads the values of a list or of a bound list. */
export function listReader(planning: Planning, value: Value): (run: Run) => readonly FieldValue[] {
  if (value.kind === 'bind')
    return (run) => {
      const bound = run.binds.get(value.expression) ?? null;
      return isList(bound) ? bound : [bound];
    };
  const readers = (value.kind === 'list' ? value.values : [value]).map((each) => valueReader(planning, each));
  return (run) => readers.map((read) => read(run));
}

export function literalIndex(planning: Planning, literal: Literal): number {
  const index = planning.query.literals.get(literal.at);
  if (index === undefined) throw new Error(`The literal ${literal.text} was not lifted`);
  return index;
}

const EXPECTED: Readonly<Partial<Record<FieldType, LiteralType>>> = {
  int: 'number',
  long: 'number',
  double: 'number',
  currency: 'number',
  percent: 'number',
  date: 'date',
  datetime: 'datetime',
  time: 'time'
};

/** Refuses a literal of another type than the field's, as the platform does. */
export function checkLiteral(planning: Planning, value: Value, field: FieldDef): void {
  if (value.kind === 'list') {
    for (const each of value.values) checkLiteral(planning, each, field);
    return;
  }
  if (value.kind !== 'literal' && value.kind !== 'boolean' && value.kind !== 'range') return;
  const expected = field.type === 'boolean' ? 'boolean' : (EXPECTED[field.type] ?? 'string');
  const actual = value.kind === 'literal' ? value.type : value.kind;
  if (actual === expected) return;
  if (actual === 'range' && (expected === 'date' || expected === 'datetime')) return;
  const quotes = expected === 'string' ? 'should be enclosed in quotes' : 'should not be enclosed in quotes';
  throw planning.refuse(
    value.at,
    'INVALID_FIELD',
    `value of filter criterion for field '${field.name}' must be of type ${field.type === 'datetime' ? 'dateTime' : field.type} and ${quotes}`
  );
}
