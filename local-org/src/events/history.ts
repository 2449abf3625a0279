import type { Row } from '../row.ts';

/** So many events of each object are kept for subscribers that come late; the platform keeps three days of them. */
const most = 2000;

/** The platform events delivered since the org started, by object, oldest first. */
export class EventHistory {
  readonly #kept = new Map<string, Row[]>();

  /** Keeps an event that is being delivered. */
  add(row: Row): void {
    const rows = this.#kept.get(row.type) ?? [];
    this.#kept.set(row.type, rows);
    rows.push(row);
    if (rows.length > most) rows.shift();
  }

  /** The id of an object's newest event; 0 if there was none. */
  latest(object: string): number {
    return Number(this.#kept.get(object)?.at(-1)?.values['ReplayId'] ?? 0);
  }

  /** The events of an object that came after this one. */
  after(object: string, replayId: number): readonly Row[] {
    return (this.#kept.get(object) ?? []).filter(({ values }) => Number(values['ReplayId']) > replayId);
  }
}
