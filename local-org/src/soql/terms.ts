import type { FieldDef, FieldType } from '../schema/types.ts';
import type { Call, Operand } from './ast.ts';
import type { Column, Scope } from './scope.ts';

/** A field or a function of one, as it stands in a statement. */
export interface Term {
  readonly sql: string;
  /** As comparisons, grouping by text and sorting see it. */
  readonly key: string;
  /** The field, or for a function a description of its result. */
  readonly field: FieldDef;
  readonly isAggregate: boolean;
  /** The column itself or the function's argument. */
  readonly column: Column | undefined;
}

const AGGREGATES: ReadonlySet<string> = new Set(['COUNT', 'COUNT_DISTINCT', 'MIN', 'MAX', 'SUM', 'AVG']);
const NUMERIC: ReadonlySet<FieldType> = new Set(['int', 'long', 'double', 'currency', 'percent']);

/** Whether a call is an aggregate function. */
export function isAggregate(operand: Operand): boolean {
  return operand.kind === 'call' && AGGREGATES.has(operand.name);
}

/** What an operand is called in results and messages: `Name`, `CALENDAR_YEAR(CreatedDate)`. */
export function spelled(operand: Operand | undefined): string {
  if (!operand) return '';
  if (operand.kind === 'path') return operand.names.join('.');
  return `${operand.name}(${spelled(operand.argument)})`;
}

/** Resolves a field path or a function. */
export function termOf(scope: Scope, operand: Operand, selected: boolean): Term {
  if (operand.kind === 'path') {
    const column = scope.column(operand, selected);
    return { sql: column.sql, key: column.key, field: column.field, isAggregate: false, column };
  }
  if (AGGREGATES.has(operand.name)) return aggregateOf(scope, operand, selected);
  if (operand.name === 'TOLABEL' || operand.name === 'FORMAT')
    throw scope.planning.refuse(operand.at, 'MALFORMED_QUERY', `${operand.name.toLowerCase()}() can't stand here`);
  return dateFunctionOf(scope, operand, selected);
}

function aggregateOf(scope: Scope, call: Call, selected: boolean): Term {
  if (!call.argument) return computed('count(*)', 'count', 'int', true, undefined);
  if (call.argument.kind !== 'path')
    throw scope.planning.refuse(call.at, 'MALFORMED_QUERY', `${call.name}() takes a field`);
  const column = scope.column(call.argument, selected);
  const refuse = (): Error =>
    scope.planning.refuse(
      call.at,
      'MALFORMED_QUERY',
      `field ${column.field.name} does not support aggregate operator ${call.name}`
    );
  switch (call.name) {
    case 'COUNT':
      if (!column.field.aggregatable && column.field.type !== 'boolean') throw refuse();
      return computed(`count(${column.sql})`, call.name, 'int', true, column);
    case 'COUNT_DISTINCT':
      if (!column.field.aggregatable) throw refuse();
      return computed(`count(DISTINCT ${column.key})`, call.name, 'int', true, column);
    case 'SUM':
    case 'AVG':
      if (!NUMERIC.has(column.field.type)) throw refuse();
      return computed(`${call.name.toLowerCase()}(${column.sql})`, call.name, 'double', true, column);
    default: {
      if (!column.field.aggregatable || column.field.type === 'boolean') throw refuse();
      const sql = `${call.name.toLowerCase()}(${column.sql})`;
      return { ...computed(sql, call.name, column.field.type, true, column), field: column.field };
    }
  }
}

function dateFunctionOf(scope: Scope, call: Call, selected: boolean): Term {
  const argument = call.argument;
  if (argument?.kind !== 'path')
    throw scope.planning.refuse(call.at, 'MALFORMED_QUERY', `${call.name}() takes a date field`);
  const column = scope.column(argument, selected);
  const { type } = column.field;
  const needsTime = call.name === 'HOUR_IN_DAY' || call.name === 'DAY_ONLY' || call.inUserZone;
  if (type !== 'datetime' && (type !== 'date' || needsTime))
    throw scope.planning.refuse(
      call.at,
      'INVALID_FIELD',
      `field '${column.field.name}' of type ${type} can't be used in ${call.name}()`
    );
  const local = call.inUserZone
    ? `local_time(${column.sql}, ${scope.planning.parameter((run) => run.zone)})`
    : column.sql;
  const moment = type === 'date' ? column.sql : `${local} / 1000, 'unixepoch'`;
  if (call.name === 'DAY_ONLY') return computed(`date(${moment})`, call.name, 'date', false, column);
  return computed(datePart(call.name, moment), call.name, 'int', false, column);
}

function datePart(name: string, moment: string): string {
  const part = (format: string): string => `CAST(strftime('${format}', ${moment}) AS INTEGER)`;
  switch (name.replace('FISCAL', 'CALENDAR')) {
    case 'CALENDAR_YEAR':
      return part('%Y');
    case 'CALENDAR_QUARTER':
      return `((${part('%m')} + 2) / 3)`;
    case 'CALENDAR_MONTH':
      return part('%m');
    case 'DAY_IN_MONTH':
      return part('%d');
    case 'DAY_IN_WEEK':
      return `(${part('%w')} + 1)`;
    case 'DAY_IN_YEAR':
      return part('%j');
    case 'HOUR_IN_DAY':
      return part('%H');
    case 'WEEK_IN_MONTH':
      return `((${part('%d')} + 6) / 7)`;
    case 'WEEK_IN_YEAR':
      return `((${part('%j')} + 6) / 7)`;
    default:
      throw new Error(`Unknown function ${name}`);
  }
}

function computed(
  sql: string,
  name: string,
  type: FieldType,
  isAggregateTerm: boolean,
  column: Column | undefined
): Term {
  return { sql, key: sql, field: computedField(name, type), isAggregate: isAggregateTerm, column };
}

/** Describes the result of a function as if it were a field. */
function computedField(name: string, type: FieldType): FieldDef {
  return {
    name,
    label: name,
    type,
    custom: false,
    length: 0,
    precision: 18,
    scale: 0,
    nillable: true,
    createable: false,
    updateable: false,
    filterable: true,
    sortable: true,
    groupable: true,
    aggregatable: true,
    unique: false,
    caseSensitive: false,
    externalId: false,
    indexed: false,
    defaultedOnCreate: false
  };
}
