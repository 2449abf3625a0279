import type { Org } from '../org.ts';
import type { AsyncWork, Transaction, TriggerRunner } from '../records/types.ts';
import { forgetMessages, keptMessages } from './bus.ts';
import type { Message } from './bus.ts';

/** The platform hands a trigger at most so many messages at once. */
const batchSize = 2000;

/** Platform events on their way to the Apex triggers and listeners of their object; neighbours in the queue become one batch. */
export class EventDelivery implements AsyncWork {
  readonly name: string;
  readonly #org: Org;
  readonly #object: string;
  readonly #messages: Message[];

  constructor(org: Org, object: string, messages: readonly Message[]) {
    this.name = `Delivery of ${object}`;
    this.#org = org;
    this.#object = object;
    this.#messages = [...messages];
  }

  /** Subscribed triggers run as the Automated Process user. */
  get userId(): string {
    const user = this.#org.store.get(`SELECT "Id" AS id FROM "User" WHERE "UserType" = 'AutomatedProcess'`);
    if (typeof user?.['id'] !== 'string') throw new Error('The org has no Automated Process user.');
    return user['id'];
  }

  /** Takes another delivery's messages along. @returns whether it did */
  absorb(other: AsyncWork): boolean {
    if (!(other instanceof EventDelivery) || other.#object !== this.#object) return false;
    if (this.#messages.length + other.#messages.length > batchSize) return false;
    this.#messages.push(...other.#messages);
    return true;
  }

  run(transaction: Transaction): void {
    const { triggers, events, store } = transaction.org;
    forgetMessages(store, this.#messages);
    try {
      this.#runTriggers(triggers);
    } finally {
      // Other subscribers have nothing to do with a trigger that fails.
      for (const { row } of transaction.isolated ? [] : this.#messages) {
        events.history.add(row);
        events.publish(`/event/${this.#object}`, row);
      }
    }
  }

  #runTriggers(triggers: TriggerRunner): void {
    if (!triggers.hasTriggers(this.#object, 'after', 'insert')) return;
    triggers.run({
      object: this.#object,
      timing: 'after',
      operation: 'insert',
      newRows: this.#messages.map(({ row }) => row),
      oldRows: undefined,
      addError: (_, message) => {
        throw new Error(`${this.#object}: a platform event can't be refused: ${message}`);
      }
    });
  }

  /** A trigger that failed does not get the events again, as on the platform. */
  failed(): void {
    forgetMessages(this.#org.store, this.#messages);
  }
}

/** Deliveries of what was published but not delivered when the org last ended. */
export function leftDeliveries(org: Org): EventDelivery[] {
  const deliveries: EventDelivery[] = [];
  for (const [object, messages] of keptMessages(org)) {
    for (let start = 0; start < messages.length; start += batchSize) {
      deliveries.push(new EventDelivery(org, object, messages.slice(start, start + batchSize)));
    }
  }
  return deliveries;
}
