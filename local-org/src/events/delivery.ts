import type { Org } from '../org.ts';
import type { AsyncWork, Delivery, Transaction } from '../records/types.ts';
import { forgetMessages, keptMessages } from './bus.ts';
import type { Message } from './bus.ts';

/** The platform hands a trigger at most so many messages at once. */
const batchSize = 2000;
/** The platform delivers so often before it gives up. */
const mostRetries = 9;

/** Platform events on their way to the Apex triggers and listeners of their object; neighbours in the queue become one batch. */
export class EventDelivery implements AsyncWork {
  readonly name: string;
  readonly #org: Org;
  readonly #object: string;
  readonly #messages: Message[];
  readonly #delivery: Delivery;
  /** Whether listeners have been told already. */
  readonly #told: boolean;

  constructor(org: Org, object: string, messages: readonly Message[], before?: { retries: number; lastError: string }) {
    this.name = `Delivery of ${object}`;
    this.#org = org;
    this.#object = object;
    this.#messages = [...messages];
    this.#delivery = { retries: 0, lastError: '', ...before, checkpoint: null, again: false };
    this.#told = before !== undefined;
  }

  /** Subscribed triggers run as the Automated Process user. */
  get userId(): string {
    const user = this.#org.store.get(`SELECT "Id" AS id FROM "User" WHERE "UserType" = 'AutomatedProcess'`);
    if (typeof user?.['id'] !== 'string') throw new Error('The org has no Automated Process user.');
    return user['id'];
  }

  absorb(other: AsyncWork): boolean {
    if (!(other instanceof EventDelivery) || other.#object !== this.#object || this.#told) return false;
    if (this.#messages.length + other.#messages.length > batchSize) return false;
    this.#messages.push(...other.#messages);
    return true;
  }

  run(transaction: Transaction): void {
    const { events, store } = transaction.org;
    try {
      this.#runTriggers(transaction.org);
      const rest = this.#rest();
      forgetMessages(store, this.#messages.slice(0, this.#messages.length - rest.length));
      if (rest.length > 0)
        transaction.afterCommit(new EventDelivery(this.#org, this.#object, rest, { retries: 0, lastError: '' }));
    } finally {
      // Other subscribers have nothing to do with a trigger that fails.
      for (const { row } of transaction.isolated || this.#told ? [] : this.#messages) {
        events.history.add(row);
        events.publish(`/event/${this.#object}`, row);
      }
    }
  }

  #runTriggers({ triggers }: Org): void {
    if (!triggers.hasTriggers(this.#object, 'after', 'insert')) return;
    triggers.run({
      object: this.#object,
      timing: 'after',
      operation: 'insert',
      newRows: this.#messages.map(({ row }) => row),
      oldRows: undefined,
      delivery: this.#delivery,
      addError: (_, message) => {
        throw new Error(`${this.#object}: a platform event can't be refused: ${message}`);
      }
    });
  }

  /** What comes after the trigger's checkpoint. */
  #rest(): Message[] {
    const { checkpoint } = this.#delivery;
    const place = this.#messages.findIndex(({ row }) => row.values['ReplayId'] === checkpoint);
    return place < 0 ? [] : this.#messages.slice(place + 1);
  }

  again(error: unknown): AsyncWork | undefined {
    const { again, retries } = this.#delivery;
    if (!again || retries >= mostRetries) return undefined;
    const lastError = error instanceof Error ? error.message : String(error);
    return new EventDelivery(this.#org, this.#object, this.#messages, { retries: retries + 1, lastError });
  }

  /** A trigger that failed does not get the events again unless it asks for them, as on the platform. */
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
