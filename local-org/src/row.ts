/**
 * How a field's value travels between the rooms and rests in the database:
 * text, picklists, ids (18 characters) and multi-select ("a;b") as string; Date as "YYYY-MM-DD"; Time as "HH:mm:ss.SSS";
 * Datetime as milliseconds since 1970 UTC (number); numbers, currency and percent as number; checkbox as boolean.
 * Which of them it is, the field's definition tells. The edges (REST, Apex, the browser) convert.
 */
export type FieldValue = string | number | boolean | null;

/** A record on its way into the org. Keys are API names in the schema's spelling; an absent key is "not set". */
export interface Row {
  readonly type: string;
  readonly values: Record<string, FieldValue>;
}

/** A record as a query returns it: selected fields, parents (by relationship name), child result sets. */
export interface ResultRow {
  readonly type: string;
  /** The record's id, also when it was not selected; absent for aggregates. */
  readonly id?: string;
  readonly values: Record<string, FieldValue | ResultRow | ResultSet>;
}

/** One batch of a query's rows. `locator` is set while more rows wait for queryMore. */
export interface ResultSet {
  readonly totalSize: number;
  readonly done: boolean;
  readonly rows: readonly ResultRow[];
  readonly locator?: string;
}
