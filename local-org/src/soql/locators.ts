import { OrgError } from '../errors.ts';
import type { RowsPlan } from './plan.ts';
import type { Run } from './planning.ts';

/** A query whose rows are fetched batch by batch: the ids are settled, the rows are read when asked for. */
export interface Cursor {
  readonly userId: string;
  readonly plan: RowsPlan;
  readonly run: Run;
  readonly ids: readonly string[];
  readonly batchSize: number;
}

/** Cursors kept at most; the oldest is forgotten first. */
const CURSORS_KEPT = 20;

/** The open cursors of all users. A locator names a cursor and the place of its next row. */
export class Locators {
  readonly #cursors = new Map<string, Cursor>();
  #count = 0;

  /** Keeps a cursor. @returns its name, the first part of its locators */
  open(cursor: Cursor): string {
    const name = `01g${String(++this.#count).padStart(12, '0')}AAA`;
    this.#cursors.set(name, cursor);
    const [oldest] = this.#cursors.keys();
    if (this.#cursors.size > CURSORS_KEPT && oldest !== undefined) this.#cursors.delete(oldest);
    return name;
  }

  /** @throws OrgError for a locator that is unknown, forgotten or another user's */
  find(locator: string, userId: string): { name: string; cursor: Cursor; from: number } {
    const [, name = '', from = ''] = /^(\w{18})-(\d+)$/.exec(locator) ?? [];
    const cursor = this.#cursors.get(name);
    if (!cursor || cursor.userId !== userId || Number(from) > cursor.ids.length)
      throw new OrgError('INVALID_QUERY_LOCATOR', 'invalid query locator');
    return { name, cursor, from: Number(from) };
  }
}
