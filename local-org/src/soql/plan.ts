import type { ObjectDef } from '../schema/types.ts';
import { quoted } from '../store/index.ts';
import { isAggregate } from './terms.ts';
import type { OrderItem, Query, Value } from './ast.ts';
import { aggregatePlan, countPlan } from './aggregates.ts';
import type { AggregatePlan, CountPlan } from './aggregates.ts';
import { childrenPlan } from './children.ts';
import type { ChildrenPlan } from './children.ts';
import { conditionSql } from './conditions.ts';
import { Planning } from './planning.ts';
import type { Need, Parameter, QueryText, Run } from './planning.ts';
import type { RowReader } from './reader.ts';
import { noSuchObject } from './refusals.ts';
import { Scope } from './scope.ts';
import { Selection } from './selection.ts';
import { canBeNull, noteNeverNull } from './nulls.ts';
import { presence } from './presence.ts';
import { termOf } from './terms.ts';
import { topRows } from './topRows.ts';
import { valueReader } from './values.ts';
import { OrgError, UnsupportedError } from '../errors.ts';

/** A query made ready: its SQL, its parameters, how to read its rows and what the user must be allowed to read. */
export type Plan = (RowsPlan | AggregatePlan | CountPlan) & {
  readonly mode: Query['mode'];
  readonly needs: readonly Need[];
};

export interface RowsPlan {
  readonly kind: 'rows';
  readonly object: string;
  readonly parameters: readonly Parameter[];
  /** All rows, or the first ones: the limit and offset are its last two parameters. */
  readonly sql: string;
  /** The ids of all rows in their order. */
  readonly idsSql: string;
  /** The rows whose ids stand, in order, in a JSON parameter after the others. */
  readonly pageSql: string;
  readonly reader: RowReader;
  readonly children: readonly ChildrenPlan[];
}

const LARGEST_OFFSET = 2_000;
const MOST_FIELDS_ROWS = 200;
/** More than any table holds: no limit. It fits 32 bits, which are bound fastest. */
const MOST_ROWS = 2_147_483_647;

/** Plans a query: refuses what the platform refuses, and writes SQL. */
export function planQuery(query: Query, text: QueryText): Plan {
  const planning = new Planning(text);
  const object = text.schema.object(query.from.names.join('.'));
  if (!object) throw noSuchObject(query.from.names.join('.'));
  checkClauses(query, planning);
  const plan = planKind(query, object, planning);
  return { ...plan, mode: query.mode, needs: [...planning.needs.values()] };
}

function planKind(query: Query, object: ObjectDef, planning: Planning): RowsPlan | AggregatePlan | CountPlan {
  const scope = new Scope(planning, object, query.alias);
  const [first] = query.select;
  const isCount =
    first?.kind === 'operand' &&
    first.operand.kind === 'call' &&
    first.operand.name === 'COUNT' &&
    !first.operand.argument;
  if (isCount && query.groupBy.length === 0) return countPlan(query, scope);
  const hasAggregate = query.select.some((item) => item.kind === 'operand' && isAggregate(item.operand));
  if (hasAggregate || query.groupBy.length > 0) return aggregatePlan(query, scope);
  return rowsPlan(query, scope);
}

function checkClauses(query: Query, planning: Planning): void {
  const refuse = (message: string): OrgError => planning.refuse(0, 'MALFORMED_QUERY', message);
  if (query.lock === 'VIEW' || query.lock === 'REFERENCE') throw new UnsupportedError(`FOR ${query.lock} in a query`);
  if (query.lock === 'UPDATE' && query.orderBy.length > 0)
    throw refuse('FOR UPDATE and ORDER BY can not stand in one query');
  if (query.scope !== undefined && !/^(everything|mine)$/i.test(query.scope))
    throw new UnsupportedError(`USING SCOPE ${query.scope}`);
  const unbounded = query.select.some((item) => item.kind === 'fields' && item.which !== 'STANDARD');
  if (unbounded && !query.limit)
    throw refuse(`The SOQL FIELDS function must have a LIMIT of at most ${MOST_FIELDS_ROWS}`);
}

/** Plans a SELECT of records. */
export function rowsPlan(query: Query, scope: Scope): RowsPlan {
  const { planning } = scope;
  const selection = new Selection(scope);
  const children: ChildrenPlan[] = [];
  for (const item of query.select) {
    if (item.kind === 'children') children.push(childrenPlan(item.query, scope));
    else selection.add(item);
  }
  const columns = selection.columns.join(', ');
  noteNeverNull(query.where, scope);
  const limit = limitOf(query, planning);
  const top = topRows(query, scope, limit.total);
  const { where, order, from } = clauses(query, scope, top);
  const bounds = limit.sql;
  const { alias } = scope.root;
  const table = `${quoted(scope.root.object.name)} ${alias}`;
  const page = `?${planning.parameters.length + 1}`;
  return {
    kind: 'rows',
    object: scope.root.object.name,
    parameters: planning.parameters,
    sql: `SELECT ${columns} FROM ${from}${where}${order}${bounds}`,
    idsSql: `SELECT ${alias}."Id" AS id FROM ${from}${where}${order}${bounds}`,
    pageSql: `SELECT ${columns} FROM json_each(${page}) page CROSS JOIN ${table} ON ${alias}."Id" = page.value ${scope.joins.join(' ')} ORDER BY page.key`,
    reader: selection.reader,
    children
  };
}

/** FROM, WHERE and ORDER BY; to be called when all columns are known, which may add joins. */
export function clauses(query: Query, scope: Scope, top?: string): { from: string; where: string; order: string } {
  const conditions = top === undefined ? whereConditions(query, scope) : [top];
  const order = orderSql(query.orderBy, scope);
  const from = [`${quoted(scope.root.object.name)} ${scope.root.alias}`, ...scope.joins].join(' ');
  return { from, where: conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '', order };
}

/** The conditions that a row must meet, the unwritten ones too. */
export function whereConditions(query: Query, scope: Scope): string[] {
  const written = query.where ? [conditionSql(query.where, scope)] : [];
  return [...written, ...unwrittenConditions(query, scope)];
}

/** What holds without being written: deleted rows are not there, a scope leaves only the user's own. */
export function unwrittenConditions(query: Query, scope: Scope): string[] {
  const { alias } = scope.root;
  const { planning } = scope;
  const conditions = presence(scope, query.allRows);
  if (query.scope?.toLowerCase() === 'mine')
    conditions.push(
      `${alias}."OwnerId" = ${planning.parameter((run) => {
        if (run.userId === undefined) throw new UnsupportedError('USING SCOPE mine without a user');
        return run.userId;
      })}`
    );
  return conditions;
}

function orderSql(items: readonly OrderItem[], scope: Scope): string {
  if (items.length === 0) return '';
  return ` ORDER BY ${items.map((item) => orderTerm(item, scope)).join(', ')}`;
}

/** One item of ORDER BY. Nulls come first unless the query says otherwise. */
export function orderTerm(item: OrderItem, scope: Scope): string {
  const term = termOf(scope, item.operand, false);
  const { field } = term;
  if (!field.sortable)
    throw scope.planning.refuse(
      item.operand.at,
      'INVALID_FIELD',
      `field '${field.name}' can not be sorted in a query call`
    );
  const isNullable = term.column?.ofParent !== false || canBeNull(field, scope);
  const wanted = item.nulls ?? 'first';
  const natural = item.descending ? 'last' : 'first';
  const nulls = isNullable && wanted !== natural ? ` NULLS ${wanted.toUpperCase()}` : '';
  const key = term.isAggregate || !field.picklist ? term.key : picklistOrder(term.sql, field.picklist.values);
  return `${key}${item.descending ? ' DESC' : ''}${nulls}`;
}

/** Picklists sort in the order in which their values are defined. */
function picklistOrder(sql: string, values: readonly { readonly value: string }[]): string {
  const whens = values.map(({ value }, place) => `WHEN '${value.replaceAll("'", "''")}' THEN ${place}`);
  return whens.length === 0
    ? sql
    : `CASE WHEN ${sql} IS NULL THEN NULL ELSE CASE ${sql} ${whens.join(' ')} ELSE ${values.length} END END`;
}

/** LIMIT and OFFSET of rows: also without a written limit a batch bounds them. `total` counts the skipped rows too. */
export function limitOf(
  query: Query,
  planning: Planning
): { readonly sql: string; readonly total: (run: Run) => number } {
  const isFields = query.select.some((item) => item.kind === 'fields' && item.which !== 'STANDARD');
  const written = query.limit && wholeNumber(planning, query.limit);
  const limit = (run: Run): number => {
    const rows = written?.(run);
    if (isFields && rows !== undefined && rows > MOST_FIELDS_ROWS)
      throw new OrgError(
        'MALFORMED_QUERY',
        `The SOQL FIELDS function must have a LIMIT of at most ${MOST_FIELDS_ROWS}`
      );
    return Math.min(rows ?? Infinity, run.atMost ?? Infinity, MOST_ROWS);
  };
  const sql = ` LIMIT ${planning.hiddenParameter(limit, 'number')}`;
  if (!query.offset) return { sql, total: limit };
  const skipped = wholeNumber(planning, query.offset);
  const offset = (run: Run): number => {
    const rows = skipped(run);
    if (rows > LARGEST_OFFSET)
      throw new OrgError('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${LARGEST_OFFSET}`);
    return rows;
  };
  return {
    sql: `${sql} OFFSET ${planning.hiddenParameter(offset, 'number')}`,
    total: (run) => limit(run) + offset(run)
  };
}

/** Reads a whole number that is not negative. */
export function wholeNumber(planning: Planning, value: Value): (run: Run) => number {
  const read = valueReader(planning, value);
  return (run) => {
    const number = read(run);
    if (typeof number !== 'number' || !Number.isInteger(number) || number < 0)
      throw new OrgError(
        'MALFORMED_QUERY',
        `LIMIT and OFFSET need a whole number that is not negative, not ${String(number)}`
      );
    return number;
  };
}
