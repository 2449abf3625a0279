import type { ApexImage, ApexRuntime } from './apex/types.ts';
import type { Clock } from './clock/clock.ts';
import type { Schema } from './schema/types.ts';
import type { Store } from './store/types.ts';
import type { Access } from './security/types.ts';
import type { Soql } from './soql/types.ts';
import type { Records, SaveWatcher, Transaction, TriggerRunner } from './records/types.ts';
import type { Events } from './events/types.ts';
import type { Omni } from './omni/types.ts';

/** What every room may ask of the org it works in. `openOrg` (see open.ts) builds it. */
export interface Org {
  readonly clock: Clock;
  readonly store: Store;
  /** The schema deployed now; a deploy replaces it, so read it each time. */
  readonly schema: Schema;
  readonly soql: Soql;
  readonly records: Records;
  readonly events: Events;
  readonly triggers: TriggerRunner;
  readonly watcher: SaveWatcher;
  readonly organization: {
    readonly id: string;
    readonly name: string;
    readonly language: string;
    readonly timeZone: string;
  };
  accessOf(userId: string): Access;
  /**
   * Runs `work` as one transaction of that user: commits and then releases its after-commit work, or rolls all back if it throws.
   * Inside a running transaction of the same org it throws: there is no transaction in a transaction (use the store's savepoints).
   */
  transact<T>(userId: string, work: (transaction: Transaction) => T): T;
  /** The transaction that runs now. @throws Error if none */
  readonly transaction: Transaction;
}

/** The whole running org, as deploy and the API see it. */
export interface LiveOrg extends Org {
  readonly apex: ApexRuntime;
  readonly omni: Omni;
  /** Swaps in what a deploy built; called once its transaction has committed. */
  replace(schema: Schema, image: ApexImage): void;
}
