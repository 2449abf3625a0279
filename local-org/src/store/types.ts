export type SqlValue = string | number | null;

/**
 * The embedded database: synchronous, one writer, this process. Knows tables and transactions; no objects, no permissions.
 * Statements are prepared once per text and kept.
 */
export interface Store {
  all(sql: string, parameters?: readonly SqlValue[]): Record<string, SqlValue>[];
  get(sql: string, parameters?: readonly SqlValue[]): Record<string, SqlValue> | undefined;
  /** @returns how many rows changed */
  run(sql: string, parameters?: readonly SqlValue[]): number;
  /** Several statements without parameters (DDL). */
  exec(sql: string): void;
  /** Runs `work` in a transaction, or in a savepoint inside one: all of it or nothing (also when `work` throws). */
  transaction<T>(work: () => T): T;
  /** A savepoint inside the open transaction, for Apex `Database.setSavepoint` and partial success. */
  savepoint(): Savepoint;
  readonly inTransaction: boolean;
  close(): void;
}

export interface Savepoint {
  rollback(): void;
  release(): void;
}
