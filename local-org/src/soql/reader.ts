import type { FieldValue, ResultRow, ResultSet } from '../row.ts';
import type { FieldType } from '../schema/types.ts';
import type { SqlValue } from '../store/index.ts';
import type { Run } from './planning.ts';

/** A row as SQLite returns it; the columns are named `c0`, `c1`, … */
export type RawRow = Readonly<Record<string, SqlValue>>;

/** How one selected value is read from a row. */
export interface ValueReader {
  readonly name: string;
  readonly column: string;
  read(value: SqlValue, run: Run): FieldValue;
}

/** How a record, with the parents selected beside it, is read from a row. */
export interface RowReader {
  /** The object's name; undefined where the id tells it. */
  readonly object: string | undefined;
  readonly idColumn: string;
  readonly values: readonly ValueReader[];
  readonly parents: readonly ParentReader[];
}

export interface ParentReader {
  readonly name: string;
  /** The reader for a parent with this id. */
  readerOf(id: string): RowReader;
  readonly idColumn: string;
}

/** Rows below, by the id of the row above. */
export type Children = ReadonlyMap<string, ReadonlyMap<string, ResultSet>>;

const NONE: Children = new Map();
const NO_CHILDREN: ResultSet = { totalSize: 0, done: true, rows: [] };

/** Reads a record; a parent that is not there is null. */
export function readRow(
  reader: RowReader,
  raw: RawRow,
  run: Run,
  objectOfId: (id: string) => string,
  children: Children
): ResultRow {
  const id = String(raw[reader.idColumn]);
  const values: Record<string, FieldValue | ResultRow | ResultSet> = {};
  for (const value of reader.values) values[value.name] = value.read(raw[value.column] ?? null, run);
  for (const parent of reader.parents) {
    const parentId = raw[parent.idColumn];
    values[parent.name] =
      typeof parentId === 'string' ? readRow(parent.readerOf(parentId), raw, run, objectOfId, NONE) : null;
  }
  if (children.size > 0) for (const [name, sets] of children) values[name] = sets.get(id) ?? NO_CHILDREN;
  return { type: reader.object ?? objectOfId(id), id, values };
}

/** Reads a column's value as the org carries it. */
export function readerFor(type: FieldType): (value: SqlValue) => FieldValue {
  return type === 'boolean' ? (value) => value === 1 : (value) => value;
}
