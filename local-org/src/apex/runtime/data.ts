import { OrgError } from '../../errors.ts';
import type { BindValue, QueryShape } from '../../soql/types.ts';
import type { FieldValue, ResultSet } from '../../row.ts';
import { AggregateResult, aggregateOfResult } from './aggregates.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { QueryException } from './exceptions.ts';
import { sobjectOfResult, toFieldValue } from './rows.ts';
import type { ApexBinds } from './scope.ts';
import { SObject } from './sobject.ts';
import { apex } from './transaction.ts';

/** `AccessLevel` of a query or a save; `undefined` leaves it to the query's own WITH clause. */
export type ApexAccess = 'user' | 'system' | undefined;

const noBinds: ApexBinds = (expression) => {
  throw new QueryException(`Variable does not exist: ${expression}`);
};

/** Runs a query that returns rows. @returns a list of the queried object (or of AggregateResult) @throws QueryException */
export function queryRows(text: string, binds: ApexBinds = noBinds, access?: ApexAccess): ApexList {
  const shape = shapeOf(text);
  if (shape.kind === 'count') throw new QueryException('COUNT() query can not be assigned to a list');
  const result = run(text, binds, access);
  apex().limits.count('queryRows', result.rows.length + childRows(result));
  if (shape.kind === 'aggregate') {
    return new ApexList(
      'AggregateResult',
      result.rows.map((row) => aggregateOfResult(row, shape))
    );
  }
  return new ApexList(shape.object, result.rows.map(sobjectOfResult));
}

/** Runs `SELECT COUNT() …`. */
export function queryCount(text: string, binds: ApexBinds = noBinds, access?: ApexAccess): number {
  const shape = shapeOf(text);
  if (shape.kind !== 'count') return queryRows(text, binds, access).size;
  const count = run(text, binds, access).totalSize;
  apex().limits.count('queryRows');
  return count;
}

/** The one row that a query's assignment to an sObject takes. @throws QueryException if there are none or several */
export function onlyRow(rows: ApexList): SObject | AggregateResult {
  const [first] = rows.items;
  if (rows.size > 1) throw new QueryException('List has more than 1 row for assignment to SObject');
  if (first instanceof SObject || first instanceof AggregateResult) return first;
  throw new QueryException('List has no rows for assignment to SObject');
}

/** Checks a dynamic query's text. @throws QueryException */
export function shapeOf(text: string): QueryShape {
  return asQueryException(() => apex().org.soql.check(text));
}

function run(text: string, binds: ApexBinds, access: ApexAccess): ResultSet {
  const { limits, org, transaction, test } = apex();
  limits.count('queries');
  return asQueryException(() =>
    org.soql.query(text, {
      access: access === 'user' ? transaction.access() : 'system',
      binds: (expression) => toBind(binds(expression)),
      language: transaction.language,
      timeZone: transaction.timeZone,
      ...(test?.hiddenUpTo === undefined ? {} : { hiddenUpTo: test.hiddenUpTo })
    })
  );
}

/** An Apex value as a query takes it; a collection of records stands for their ids. */
function toBind(value: unknown): BindValue {
  if (value instanceof ApexList || value instanceof ApexSet) return Array.from(value, toFieldValue);
  if (value instanceof ApexMap) return Array.from(value.keys(), toFieldValue);
  if (Array.isArray(value)) return value.map((item): FieldValue => toFieldValue(item));
  return toFieldValue(value);
}

function childRows(result: ResultSet): number {
  let count = 0;
  for (const row of result.rows) {
    for (const value of Object.values(row.values)) {
      if (value !== null && typeof value === 'object' && 'rows' in value) count += value.rows.length;
    }
  }
  return count;
}

function asQueryException<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof OrgError) || error.code === 'UNSUPPORTED') throw error;
    throw new QueryException(error.message);
  }
}
