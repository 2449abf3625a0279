import type { AccessMode } from '../security/types.ts';
import type { FieldValue, ResultSet } from '../row.ts';
import type { FieldType } from '../schema/types.ts';

/** What a bind stands for: one value, or a list for IN and NOT IN. */
export type BindValue = FieldValue | readonly FieldValue[];

/** Resolves a bind expression by its source text without the colon (`recordId`, `this.ids`, `filter.from`). Throws if unknown. */
export type Binds = (expression: string) => BindValue;

export interface QueryOptions {
  readonly access: AccessMode;
  readonly binds?: Binds;
  /** Soft-deleted rows too (queryAll, ALL ROWS). */
  readonly allRows?: boolean;
  /** Rows in a batch; the rest waits under a locator. Absent: all rows at once. */
  readonly batchSize?: number;
  /** For toLabel() and translated labels. */
  readonly language?: string;
  /** For date literals (TODAY, LAST_N_DAYS:n): an IANA zone. */
  readonly timeZone?: string;
  /**
   * Isolation of Apex tests: for an object, the highest id that existed before the test; rows up to it are not there
   * (in the FROM object, sub-queries, semi-joins and counts). `undefined`: the object is not isolated.
   */
  readonly hiddenUpTo?: (object: string) => string | undefined;
}

/** A column of an aggregate query, so that Apex can type its values. */
export interface AggregateColumn {
  readonly alias: string;
  /** COUNT: `int`; SUM and AVG: `double`; MIN, MAX and grouped fields: the field's type. */
  readonly type: FieldType;
}

/** What a query looks like before it runs; the Apex compiler types `[SELECT …]` with it. */
export interface QueryShape {
  readonly object: string;
  /** `count`: SELECT COUNT(); `aggregate`: AggregateResult rows; `rows`: sObjects. */
  readonly kind: 'count' | 'aggregate' | 'rows';
  /** Bind expressions in the order of their appearance, as source text. */
  readonly binds: readonly string[];
  /** Aliases of an aggregate query. */
  readonly aliases: readonly string[];
  /** What the aliases hold, in the same order; empty unless `aggregate`. */
  readonly columns?: readonly AggregateColumn[];
}

/**
 * The query room. Text is parsed once and planned once per schema, access and shape (literals lifted to parameters).
 * What the platform refuses is refused first, with its code (`MALFORMED_QUERY`, `INVALID_FIELD`, `INVALID_TYPE`, …) as an OrgError.
 */
export interface Soql {
  query(text: string, options: QueryOptions): ResultSet;
  queryMore(locator: string, userId: string): ResultSet;
  /** Parses and checks a query against the schema without running it. @throws OrgError */
  check(text: string): QueryShape;
  /** Runs the first half of a filter for the API's sake: forget plans of an older schema. */
  schemaChanged(): void;
}
