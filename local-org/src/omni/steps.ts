import type { Org } from '../org.ts';
import type { AsyncWork, Transaction } from '../records/types.ts';
import { Changes } from './changes.ts';
import { automatedProcess } from './clerk.ts';

/** Who takes steps. */
export interface Stepping {
  /** Looks at what changed and does the one thing that is due; asks for another step if there may be more. */
  step(changes: Changes, transaction: Transaction): void;
  /** A step left nothing behind but its failure. */
  stepFailed(): void;
}

/** One step after a commit; neighbours in the queue become one. */
export class Step implements AsyncWork {
  readonly name = 'Omni-Channel';
  readonly changes = new Changes();
  readonly #room: Stepping;
  readonly #org: Org;

  constructor(room: Stepping, org: Org) {
    this.#room = room;
    this.#org = org;
  }

  get userId(): string {
    return automatedProcess(this.#org);
  }

  absorb(next: AsyncWork): boolean {
    if (!(next instanceof Step)) return false;
    this.changes.add(next.changes);
    return true;
  }

  run(transaction: Transaction): void {
    this.#room.step(this.changes, transaction);
  }

  failed(): void {
    this.#room.stepFailed();
  }
}

/** The step that only time asks for; it waits in the queue once, for the next moment known. */
export class Alarm implements AsyncWork {
  readonly name = 'Omni-Channel';
  notBefore = Infinity;
  #isQueued = false;
  readonly #room: Stepping;
  readonly #org: () => Org;

  constructor(room: Stepping, org: () => Org) {
    this.#room = room;
    this.#org = org;
  }

  get userId(): string {
    return automatedProcess(this.#org());
  }

  /** @param moment none: nothing waits for time */
  set(moment = Infinity): void {
    this.notBefore = moment;
    if (this.#isQueued || moment === Infinity) return;
    this.#isQueued = true;
    this.#org().events.enqueue([this]);
  }

  run(transaction: Transaction): void {
    this.#isQueued = false;
    this.#room.step(new Changes(), transaction);
  }

  failed(): void {
    this.#room.stepFailed();
  }
}
