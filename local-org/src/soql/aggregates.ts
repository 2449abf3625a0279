import type { FieldType } from '../schema/types.ts';
import type { AggregateColumn } from './types.ts';
import type { Condition, Operand, Query } from './ast.ts';
import { termComparison } from './conditions.ts';
import { clauses, limitOf } from './plan.ts';
import type { Parameter } from './planning.ts';
import { readerFor } from './reader.ts';
import type { ValueReader } from './reader.ts';
import type { Scope } from './scope.ts';
import { isAggregate, spelled, termOf } from './terms.ts';
import type { Term } from './terms.ts';

/** A SELECT whose rows are AggregateResults. */
export interface AggregatePlan {
  readonly kind: 'aggregate';
  readonly object: string;
  readonly sql: string;
  readonly parameters: readonly Parameter[];
  readonly values: readonly ValueReader[];
  readonly columns: readonly AggregateColumn[];
}

/** SELECT COUNT(): its answer is the number of rows. */
export interface CountPlan {
  readonly kind: 'count';
  readonly object: string;
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

export function countPlan(query: Query, scope: Scope): CountPlan {
  const { planning } = scope;
  if (query.select.length > 1)
    throw planning.refuse(
      0,
      'MALFORMED_QUERY',
      'COUNT() must be the only expression in the field list; use COUNT(Id) beside others'
    );
  if (query.orderBy.length > 0)
    throw planning.refuse(0, 'MALFORMED_QUERY', 'COUNT() can not be combined with ORDER BY');
  const { from, where } = clauses(query, scope);
  const isPart = query.limit !== undefined || query.offset !== undefined;
  const rows = isPart ? `(SELECT 1 FROM ${from}${where}${limitOf(query, planning).sql})` : `${from}${where}`;
  return {
    kind: 'count',
    object: scope.root.object.name,
    sql: `SELECT count(*) AS n FROM ${rows}`,
    parameters: planning.parameters
  };
}

export function aggregatePlan(query: Query, scope: Scope): AggregatePlan {
  const { planning } = scope;
  const refuse = (at: number, message: string): Error => planning.refuse(at, 'MALFORMED_QUERY', message);
  if (query.groupBy.length === 0 && (query.limit || query.offset))
    throw refuse(0, 'Non-grouped query that uses overall aggregate functions cannot also use LIMIT');
  const groups = query.groupBy.map((operand) => groupOf(operand, scope));
  const terms = new Terms(scope, groups);
  const values = selected(query, scope, terms);
  const having = query.having ? ` HAVING ${havingSql(query.having, terms)}` : '';
  const orders = query.orderBy.map((item) => {
    const term = terms.of(item.operand);
    const nulls = (item.nulls ?? 'first').toUpperCase();
    return `${term.key}${item.descending ? ' DESC' : ''} NULLS ${nulls}`;
  });
  const { from, where } = clauses({ ...query, orderBy: [] }, scope);
  const groupBy = groups.length > 0 ? ` GROUP BY ${groups.map(({ term }) => term.sql).join(', ')}` : '';
  const order = orders.length > 0 ? ` ORDER BY ${orders.join(', ')}` : '';
  const bounds = limitOf(query, planning).sql;
  return {
    kind: 'aggregate',
    object: scope.root.object.name,
    sql: `SELECT ${values.map(({ sql, column }) => `${sql} AS ${column}`).join(', ')} FROM ${from}${where}${groupBy}${having}${order}${bounds}`,
    parameters: planning.parameters,
    values,
    columns: values.map(({ name, type }) => ({ alias: name, type }))
  };
}

interface Group {
  readonly spelling: string;
  readonly term: Term;
}

function groupOf(operand: Operand, scope: Scope): Group {
  const term = termOf(scope, operand, true);
  if (term.isAggregate || (operand.kind === 'path' && !term.field.groupable))
    throw scope.planning.refuse(
      operand.at,
      'INVALID_FIELD',
      `field '${term.field.name}' can not be grouped in a query call`
    );
  return { spelling: spelling(operand, scope), term };
}

function spelling(operand: Operand, scope: Scope): string {
  const text = operand.kind === 'path' ? scope.namesOf(operand).join('.') : spelled(operand);
  return text.toLowerCase() + (operand.kind === 'call' && operand.inUserZone ? ' zone' : '');
}

/** The terms of an aggregate query: groups and aggregate functions, nothing else. */
class Terms {
  readonly scope: Scope;
  readonly #groups: readonly Group[];

  constructor(scope: Scope, groups: readonly Group[]) {
    this.scope = scope;
    this.#groups = groups;
  }

  of(operand: Operand): Term {
    if (isAggregate(operand)) return termOf(this.scope, operand, true);
    const group = this.#groups.find((each) => each.spelling === spelling(operand, this.scope));
    if (group) return group.term;
    // Names the fault of a field that does not exist before that of one that is not grouped.
    termOf(this.scope, operand, true);
    throw this.scope.planning.refuse(
      operand.at,
      'MALFORMED_QUERY',
      `Field must be grouped or aggregated: ${spelled(operand)}`
    );
  }
}

function selected(
  query: Query,
  scope: Scope,
  terms: Terms
): (ValueReader & { readonly sql: string; readonly type: FieldType })[] {
  const names = new Set<string>();
  let unnamed = 0;
  return query.select.map((item, place) => {
    if (item.kind !== 'operand')
      throw scope.planning.refuse(
        0,
        'MALFORMED_QUERY',
        'an aggregate query can select grouped fields and aggregates only'
      );
    const term = terms.of(item.operand);
    const name = item.alias ?? (item.operand.kind === 'path' ? (item.operand.names.at(-1) ?? '') : `expr${unnamed++}`);
    if (names.has(name.toLowerCase()))
      throw scope.planning.refuse(item.operand.at, 'MALFORMED_QUERY', `duplicate alias: ${name}`);
    names.add(name.toLowerCase());
    const spelledName = item.alias === undefined && item.operand.kind === 'path' ? term.field.name : name;
    return {
      name: spelledName,
      column: `c${place}`,
      sql: term.sql,
      type: term.field.type,
      read: readerFor(term.field.type)
    };
  });
}

function havingSql(condition: Condition, terms: Terms): string {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return `(${condition.parts.map((part) => havingSql(part, terms)).join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
    case 'not':
      return `(NOT ifnull(${havingSql(condition.part, terms)}, 0))`;
    case 'comparison':
      return termComparison(terms.of(condition.left), condition, terms.scope.planning);
  }
}
