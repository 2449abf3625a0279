import type { Row } from '../row.ts';
import type { SaveError, SaveResult } from './types.ts';

/** One row on its way through the save order. */
export class Draft {
  /** What the caller gave: names in the schema's spelling, ids with 18 characters. */
  readonly given: Row;
  /** The whole record as it will be saved; triggers change its values. */
  row: Row;
  /** The record before: update, delete and undelete. */
  old: Row | undefined;
  id: string | undefined;
  /** upsert: whether this row makes a new record. */
  created = false;
  errors: SaveError[] = [];

  constructor(given: Row) {
    this.given = given;
    this.row = given;
  }

  /** Marks the row as not to be saved. */
  fail(code: string, message: string, fields: readonly string[] = []): void {
    this.errors.push({ code, message, fields });
  }

  get failed(): boolean {
    return this.errors.length > 0;
  }

  /** What the caller gets to know of this row. */
  result(operation: string): SaveResult {
    if (this.failed) return { success: false, errors: this.errors, ...(operation === 'upsert' && { created: false }) };
    return { id: this.id, success: true, errors: [], ...(operation === 'upsert' && { created: this.created }) };
  }
}
