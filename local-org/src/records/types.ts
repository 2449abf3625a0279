import type { AccessMode } from '../security/types.ts';
import type { Row } from '../row.ts';

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

export interface SaveError {
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
}

export interface SaveResult {
  readonly id?: string;
  readonly success: boolean;
  /** upsert only */
  readonly created?: boolean;
  readonly errors: readonly SaveError[];
}

export interface SaveOptions {
  /** Who may: object and field rights are checked when it is an Access. */
  readonly access: AccessMode;
  /** true: one error rolls all back and throws nothing, every result says why. */
  readonly allOrNone: boolean;
  /** upsert: the external id field; absent: Id. */
  readonly externalIdField?: string;
  /** Suppress duplicate work of bulk loads: keep given CreatedDate etc. (needs the user permission CreateAuditFields). */
  readonly auditFields?: boolean;
  /** The org itself writes: read-only fields are taken as given. Never with what a client sent. */
  readonly asOrg?: boolean;
}

/** How a merge fared: all of it or nothing. */
export interface MergeResult extends SaveResult {
  readonly mergedIds: readonly string[];
  /** Records that referred to a merged one and refer to the master now. */
  readonly relatedIds: readonly string[];
}

/** The save order and everything that writes records. Must run inside `transact`. */
export interface Records {
  /** One object or several mixed; chunks of 200 rows of one object, in order. Results in the order of the rows. */
  save(operation: DmlOperation, rows: readonly Row[], options: SaveOptions): SaveResult[];
  /** Merges one or two records, by id, into a master, which is saved as given. */
  merge(master: Row, duplicates: readonly string[], options: SaveOptions): MergeResult;
  /** Takes deleted records, by id, out of the recycle bin for good. */
  emptyRecycleBin(ids: readonly string[], options: SaveOptions): SaveResult[];
}

export type TriggerOperation = 'insert' | 'update' | 'delete' | 'undelete';

/**
 * One firing of an object's triggers for up to 200 rows.
 * `newRows[i]` and `oldRows[i]` are the same record. Before insert and update, changes to `newRows[i].values` are saved.
 */
export interface TriggerEvent {
  readonly object: string;
  readonly timing: 'before' | 'after';
  readonly operation: TriggerOperation;
  readonly newRows: readonly Row[] | undefined;
  readonly oldRows: readonly Row[] | undefined;
  /** Of platform events only. */
  readonly delivery?: Delivery;
  /** Marks row `index` as failed (Apex `addError`). */
  addError(index: number, message: string, field?: string): void;
}

/** What a trigger of platform events is told about their delivery, and what it says. */
export interface Delivery {
  /** How often these events were delivered before. */
  readonly retries: number;
  readonly lastError: string;
  /** ReplayId of the last event that the trigger is done with: those after it are delivered once more, by themselves. */
  checkpoint: string | null;
  /** The trigger failed and wants the events once more. */
  again: boolean;
}

/**
 * The port through which records reach Apex triggers. An exception that a trigger lets through arrives as OrgError
 * CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY (`ThingTrigger: execution of BeforeInsert\n\ncaused by: …`) and fails the rows of the
 * firing; anything else thrown (a passed limit) ends the transaction.
 */
export interface TriggerRunner {
  /** Cheap: asked before rows are prepared for a firing. */
  hasTriggers(object: string, timing: 'before' | 'after', operation: TriggerOperation): boolean;
  run(event: TriggerEvent): void;
}

/** Rows of one object that one operation saved: each with the row it replaced, if there was one. */
export interface SavedRows {
  readonly object: string;
  readonly operation: TriggerOperation;
  readonly rows: readonly { readonly row: Row; readonly old?: Row | undefined }[];
}

/**
 * The port through which another room hears what was saved, inside the transaction. What it wants to do about it, it leaves to work
 * after the commit, which a roll-back drops.
 */
export interface SaveWatcher {
  /** Cheap: asked before rows are told. */
  watches(object: string): boolean;
  saved(event: SavedRows): void;
}

/**
 * One unit of work: a request, an Apex entry point, a queueable. Everything in it is saved or nothing.
 * `current()` gives the one that runs now; there is never more than one (execution is synchronous).
 */
export interface Transaction {
  readonly org: Org;
  /** The running user; Apex `System.runAs` replaces it for a while. */
  userId: string;
  /** Set by an Apex test: nothing leaves it; events published at once wait with the after-commit work for `events.drain()`. */
  isolated: boolean;
  /** The running user's language and zone, e.g. `en_US`, `Europe/Warsaw`. */
  readonly language: string;
  readonly timeZone: string;
  access(): Access;
  /** Runs after the commit, in a transaction of its own, in order. Dropped on roll-back (to a savepoint too). */
  afterCommit(work: AsyncWork): void;
  /** State that another room keeps for this transaction (Apex statics, limits, the kind of objects saved). */
  slot<T>(key: symbol, create: () => T): T;
}

/** Work after a commit: a queueable, a platform event delivery, a future call. */
export interface AsyncWork {
  readonly name: string;
  readonly userId: string;
  /** Milliseconds since 1970; absent: as soon as possible. */
  readonly notBefore?: number;
  run(transaction: Transaction): void;
  /** Takes along what the next work in the queue would do. @returns whether it did */
  absorb?(next: AsyncWork): boolean;
  /** What is done instead, where `run` threw and this is to be tried again. */
  again?(error: unknown): AsyncWork | undefined;
  /** Told when `run` threw for good: the failure is logged and, for Apex jobs, recorded. */
  failed?(error: unknown): void;
}

import type { Access } from '../security/types.ts';
import type { Org } from '../org.ts';
