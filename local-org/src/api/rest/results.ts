import type { Org } from '../../org.ts';
import type { ResultRow, ResultSet } from '../../row.ts';
import type { SaveResult } from '../../records/types.ts';
import type { AggregateColumn } from '../../soql/types.ts';
import { toJson } from '../values.ts';

/**
 * A query's answer as the REST API writes it.
 * @param columns of an aggregate query: what its aliases hold
 */
export function resultSetJson(
  org: Org,
  base: string,
  set: ResultSet,
  columns?: readonly AggregateColumn[]
): Record<string, unknown> {
  return {
    totalSize: set.totalSize,
    done: set.done,
    ...(set.locator !== undefined && { nextRecordsUrl: `${base}/query/${set.locator}` }),
    records: set.rows.map((row) => (columns ? aggregateJson(row, columns) : rowJson(org, base, row)))
  };
}

function aggregateJson(row: ResultRow, columns: readonly AggregateColumn[]): Record<string, unknown> {
  const json: Record<string, unknown> = { attributes: { type: row.type } };
  for (const column of columns) {
    const value = row.values[column.alias] ?? null;
    json[column.alias] = typeof value === 'object' ? null : toJson(column, value);
  }
  return json;
}

/** A record as the REST API writes it. */
export function rowJson(org: Org, base: string, row: ResultRow): Record<string, unknown> {
  const id = row.values['Id'];
  const json: Record<string, unknown> = {
    attributes: {
      type: row.type,
      ...(typeof id === 'string' && { url: `${base}/sobjects/${row.type}/${id}` })
    }
  };
  for (const [name, value] of Object.entries(row.values)) {
    if (value === null || typeof value !== 'object') json[name] = toJson(org.schema.field(row.type, name), value);
    else if ('rows' in value) json[name] = value.rows.length === 0 ? null : resultSetJson(org, base, value);
    else json[name] = rowJson(org, base, value);
  }
  return json;
}

/** What became of one saved record, as collections and trees write it. */
export function saveResultJson(result: SaveResult): Record<string, unknown> {
  return {
    ...(result.id !== undefined && { id: result.id }),
    success: result.success,
    errors: result.errors.map(({ code, message, fields }) => ({ statusCode: code, message, fields })),
    ...(result.created !== undefined && { created: result.created })
  };
}
