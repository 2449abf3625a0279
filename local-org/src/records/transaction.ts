import type { Access } from '../security/types.ts';
import type { Org } from '../org.ts';
import type { Savepoint, Store } from '../store/types.ts';
import type { AsyncWork, Transaction } from './types.ts';

/** One unit of work of an org; the kernel makes it, see `createTransactor`. */
class RunningTransaction implements Transaction {
  readonly org: Org;
  userId: string;
  isolated = false;
  /** What a commit will release, in order. */
  readonly pending: AsyncWork[] = [];
  readonly #slots = new Map<symbol, unknown>();
  readonly #localeOf: (userId: string) => UserLocale;

  constructor(org: Org, userId: string, localeOf: (userId: string) => UserLocale) {
    this.org = org;
    this.userId = userId;
    this.#localeOf = localeOf;
  }

  get language(): string {
    return this.#localeOf(this.userId).language;
  }

  get timeZone(): string {
    return this.#localeOf(this.userId).timeZone;
  }

  access(): Access {
    return this.org.accessOf(this.userId);
  }

  afterCommit(work: AsyncWork): void {
    this.pending.push(work);
  }

  slot<T>(key: symbol, create: () => T): T {
    if (!this.#slots.has(key)) this.#slots.set(key, create());
    // A slot's symbol belongs to one room, which always asks for the type it created.
    return this.#slots.get(key) as T;
  }
}

interface UserLocale {
  readonly language: string;
  readonly timeZone: string;
}

/** Runs transactions one after the other and knows the running one. */
export interface Transactor {
  transact<T>(userId: string, work: (transaction: Transaction) => T): T;
  readonly current: Transaction | undefined;
  /**
   * Runs what the running transaction would release on commit, on the spot, inside it, each piece with slots of its own
   * (Apex `Test.stopTest`). A piece's failure is told to it; its `failed` may throw on. @returns false if none is running
   */
  drain(): boolean;
  /** The store as rooms see it: a roll-back to a savepoint also drops the after-commit work that came after it. */
  readonly store: Store;
}

/** Told around a commit: `before` still writes with the transaction, `after` knows that it is on disk; and before the end. */
export interface StoreObserver {
  before(): void;
  after(): void;
  closing(): void;
}

/** @param org read when a transaction begins: the kernel is still being built when it calls this */
export function createTransactor(org: () => Org, database: Store, observer: StoreObserver): Transactor {
  let running: RunningTransaction | undefined;
  const store = new ObservedStore(database, () => running?.pending ?? [], observer);

  const localeOf = (userId: string): UserLocale => {
    const user = database.get('SELECT "LanguageLocaleKey", "TimeZoneSidKey" FROM "User" WHERE "Id" = ?', [userId]);
    const { language, timeZone } = org().organization;
    return {
      language: typeof user?.LanguageLocaleKey === 'string' ? user.LanguageLocaleKey : language,
      timeZone: typeof user?.TimeZoneSidKey === 'string' ? user.TimeZoneSidKey : timeZone
    };
  };

  const runInside = (outer: RunningTransaction, work: AsyncWork): void => {
    const inner = new RunningTransaction(org(), work.userId, localeOf);
    inner.isolated = outer.isolated;
    running = inner;
    try {
      database.transaction(() => work.run(inner));
      outer.pending.push(...inner.pending);
    } catch (error) {
      const again = work.again?.(error);
      if (again) outer.pending.unshift(again);
      else if (work.failed) work.failed(error);
      else throw error;
    } finally {
      running = outer;
    }
  };

  return {
    store,
    get current() {
      return running;
    },
    drain() {
      const outer = running;
      if (!outer) return false;
      for (let work = outer.pending.shift(); work; work = outer.pending.shift()) runInside(outer, work);
      return true;
    },
    transact(userId, work) {
      if (running) throw new Error('A transaction is already running: use a savepoint of the store inside it.');
      const transaction = new RunningTransaction(org(), userId, localeOf);
      running = transaction;
      try {
        const result = database.transaction(() => {
          const answer = work(transaction);
          observer.before();
          return answer;
        });
        observer.after();
        running = undefined;
        if (transaction.pending.length > 0) org().events.enqueue(transaction.pending);
        return result;
      } finally {
        running = undefined;
      }
    }
  };
}

/** The database, with savepoints that take back after-commit work too. */
class ObservedStore implements Store {
  readonly #database: Store;
  readonly #pending: () => AsyncWork[];

  readonly #observer: StoreObserver;

  constructor(database: Store, pending: () => AsyncWork[], observer: StoreObserver) {
    this.#database = database;
    this.#pending = pending;
    this.#observer = observer;
  }

  all(...query: Parameters<Store['all']>): ReturnType<Store['all']> {
    return this.#database.all(...query);
  }

  get(...query: Parameters<Store['get']>): ReturnType<Store['get']> {
    return this.#database.get(...query);
  }

  run(...statement: Parameters<Store['run']>): number {
    return this.#database.run(...statement);
  }

  exec(sql: string): void {
    this.#database.exec(sql);
  }

  transaction<T>(work: () => T): T {
    const pending = this.#pending();
    const length = pending.length;
    try {
      return this.#database.transaction(work);
    } catch (error) {
      pending.length = length;
      throw error;
    }
  }

  savepoint(): Savepoint {
    const savepoint = this.#database.savepoint();
    const pending = this.#pending();
    const length = pending.length;
    return {
      rollback: () => {
        savepoint.rollback();
        pending.length = length;
      },
      release: () => savepoint.release()
    };
  }

  get inTransaction(): boolean {
    return this.#database.inTransaction;
  }

  close(): void {
    this.#observer.closing();
    this.#database.close();
  }
}
