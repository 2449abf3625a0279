import type { Store } from '../store/types.ts';

/**
 * Numbers that only go up: of ids (by key prefix) and of auto-number fields. What a transaction took is written with it;
 * what a rolled-back one took is never given out again by this process and means nothing to the next.
 */
export class Counters {
  readonly #store: Store;
  readonly #last = new Map<string, number>();
  readonly #unsaved = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
    store.exec('CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID');
  }

  /** Takes the next number. */
  next(name: string): number {
    const number = (this.#last.get(name) ?? this.#read(name)) + 1;
    this.#last.set(name, number);
    this.#unsaved.add(name);
    return number;
  }

  /** The next number will be the one after `last`. */
  startAfter(name: string, last: number): void {
    this.#last.set(name, last);
    this.#unsaved.add(name);
  }

  /** Writes what was taken; called just before a commit. */
  save(): void {
    for (const name of this.#unsaved) {
      this.#store.run(
        'INSERT INTO counter (name, last) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET last = excluded.last',
        [name, this.#last.get(name) ?? 0]
      );
    }
  }

  /** Called when the commit has happened. */
  saved(): void {
    this.#unsaved.clear();
  }

  #read(name: string): number {
    const row = this.#store.get('SELECT last FROM counter WHERE name = ?', [name]);
    return typeof row?.last === 'number' ? row.last : 0;
  }
}
