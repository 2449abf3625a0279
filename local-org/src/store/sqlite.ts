import sqlite from 'node-sqlite3-wasm';
import type { Database, SQLiteValue, Statement } from 'node-sqlite3-wasm';
import { OrgError, UnsupportedError } from '../errors.ts';
import { sqlFunctions } from './functions.ts';
import type { Savepoint, SqlValue, Store } from './types.ts';

/** Prepared statements kept at most; the least recently used one goes first. */
const STATEMENTS_KEPT = 500;

/** Two rows would share a value that must be unique. `index` is the index's name: `Thing__c.Key__c`. */
export class UniqueViolation extends Error {
  readonly index: string;

  constructor(index: string) {
    super(`Two rows share a value of ${index}`);
    this.name = 'UniqueViolation';
    this.index = index;
  }
}

/** The sentence for a database file that SQLite can't read. */
export function damaged(file: string): OrgError {
  return new OrgError(
    'DATABASE_DAMAGED',
    `The database ${file} is damaged; run \`npm run org:reset\` to start with an empty org (its data is lost)`
  );
}

/** A store over one SQLite file (or `:memory:`), held exclusively. */
export class SqliteStore implements Store {
  readonly #file: string;
  readonly #database: Database;
  readonly #onClose: () => void;
  readonly #statements = new Map<string, Statement>();
  /** Names of the open savepoints, outermost first. */
  readonly #savepoints: string[] = [];
  #savepointCount = 0;

  constructor(file: string, onClose: () => void = () => {}) {
    this.#file = file;
    this.#onClose = onClose;
    try {
      this.#database = new sqlite.Database(file);
    } catch (error) {
      throw this.#translated(error);
    }
    try {
      // Written pages survive a killed process as soon as the system has them; NORMAL costs no fsync per commit.
      this.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
        PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF;`);
    } catch (error) {
      this.#database.close();
      throw error;
    }
    for (const [name, compute] of Object.entries(sqlFunctions)) {
      // Columns hold no blobs and no big integers.
      this.#database.function(name, compute as (...values: SQLiteValue[]) => SqlValue, { deterministic: true });
    }
  }

  get inTransaction(): boolean {
    return this.#database.inTransaction;
  }

  all(sql: string, parameters: readonly SqlValue[] = []): Record<string, SqlValue>[] {
    // The driver's type covers blobs, big integers and nested rows; columns hold none, and `expand` is off.
    return this.#execute(sql, parameters, (statement) => statement.all([...parameters])) as Record<string, SqlValue>[];
  }

  get(sql: string, parameters: readonly SqlValue[] = []): Record<string, SqlValue> | undefined {
    // All rows are fetched: a statement left in the middle of its rows would keep its tables locked.
    return this.all(sql, parameters)[0];
  }

  run(sql: string, parameters: readonly SqlValue[] = []): number {
    return this.#execute(sql, parameters, (statement) => statement.run([...parameters])).changes;
  }

  exec(sql: string): void {
    try {
      this.#database.exec(sql);
    } catch (error) {
      throw this.#translated(error);
    }
  }

  transaction<T>(work: () => T): T {
    if (this.inTransaction) return this.#inSavepoint(work);
    this.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.inTransaction) this.exec('ROLLBACK');
      throw error;
    } finally {
      this.#savepoints.length = 0;
    }
  }

  savepoint(): Savepoint {
    if (!this.inTransaction) throw new Error('A savepoint needs an open transaction');
    const name = `s${++this.#savepointCount}`;
    this.exec(`SAVEPOINT ${name}`);
    this.#savepoints.push(name);
    return {
      rollback: () => {
        const place = this.#savepoints.indexOf(name);
        if (place < 0) throw new Error('This savepoint is no longer valid');
        this.exec(`ROLLBACK TO ${name}`);
        this.#savepoints.length = place + 1;
      },
      release: () => {
        const place = this.#savepoints.indexOf(name);
        if (place < 0) return;
        this.exec(`RELEASE ${name}`);
        this.#savepoints.length = place;
      }
    };
  }

  close(): void {
    for (const statement of this.#statements.values()) statement.finalize();
    this.#statements.clear();
    this.#database.close();
    this.#onClose();
  }

  #inSavepoint<T>(work: () => T): T {
    const savepoint = this.savepoint();
    try {
      const result = work();
      savepoint.release();
      return result;
    } catch (error) {
      if (this.inTransaction) {
        savepoint.rollback();
        savepoint.release();
      }
      throw error;
    }
  }

  #execute<T>(sql: string, parameters: readonly SqlValue[], step: (statement: Statement) => T): T {
    for (const value of parameters) {
      if (typeof value === 'string' && value.includes('\0'))
        throw new UnsupportedError('the character U+0000 in a text');
    }
    const statement = this.#prepared(sql);
    try {
      return step(statement);
    } catch (error) {
      this.#forget(sql, statement);
      throw this.#translated(error);
    }
  }

  #prepared(sql: string): Statement {
    const kept = this.#statements.get(sql);
    if (kept) {
      this.#statements.delete(sql);
      this.#statements.set(sql, kept);
      return kept;
    }
    let statement: Statement;
    try {
      statement = this.#database.prepare(sql);
    } catch (error) {
      throw this.#translated(error, sql);
    }
    this.#statements.set(sql, statement);
    if (this.#statements.size > STATEMENTS_KEPT) {
      const oldest = this.#statements.entries().next();
      if (!oldest.done) this.#forget(...oldest.value);
    }
    return statement;
  }

  #forget(sql: string, statement: Statement): void {
    this.#statements.delete(sql);
    try {
      statement.finalize();
    } catch {
      // SQLite repeats the error of the failed step here; the caller throws that one.
    }
  }

  #translated(error: unknown, sql?: string): Error {
    if (!(error instanceof Error)) return new Error(String(error));
    if (/malformed|not a database|disk I\/O error/.test(error.message)) return damaged(this.#file);
    if (/Could not open the database/.test(error.message)) return damaged(this.#file);
    const unique = /UNIQUE constraint failed: (?:index '(.+)'|(.+))/.exec(error.message);
    if (unique) return new UniqueViolation(unique[1] ?? unique[2] ?? '');
    if (sql !== undefined) error.message += ` in: ${sql}`;
    return error;
  }
}
