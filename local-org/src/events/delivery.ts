import type { Org } from '../org.ts';
import type { Row } from '../row.ts';
import type { ObjectDef } from '../schema/types.ts';
import type { AsyncWork, Transaction } from '../records/types.ts';

/** The platform hands a trigger at most so many messages at once. */
const batchSize = 2000;

/** Platform events on their way to the Apex triggers and listeners of their object; neighbours in the queue become one batch. */
export class EventDelivery implements AsyncWork {
  readonly name: string;
  readonly #org: Org;
  readonly #object: ObjectDef;
  readonly #rows: Row[];

  constructor(org: Org, object: ObjectDef, rows: readonly Row[]) {
    this.name = `Delivery of ${object.name}`;
    this.#org = org;
    this.#object = object;
    this.#rows = [...rows];
  }

  /** Subscribed triggers run as the Automated Process user. */
  get userId(): string {
    const user = this.#org.store.get(`SELECT "Id" AS id FROM "User" WHERE "UserType" = 'AutomatedProcess'`);
    if (typeof user?.['id'] !== 'string') throw new Error('The org has no Automated Process user.');
    return user['id'];
  }

  /** Takes another delivery's messages along. @returns whether it did */
  absorb(other: AsyncWork): boolean {
    if (!(other instanceof EventDelivery) || other.#object.name !== this.#object.name) return false;
    if (this.#rows.length + other.#rows.length > batchSize) return false;
    this.#rows.push(...other.#rows);
    return true;
  }

  run(transaction: Transaction): void {
    const { triggers, events } = transaction.org;
    const { name } = this.#object;
    for (const row of this.#rows) events.publish(`/event/${name}`, row);
    if (!triggers.hasTriggers(name, 'after', 'insert')) return;
    triggers.run({
      object: name,
      timing: 'after',
      operation: 'insert',
      newRows: this.#rows,
      oldRows: undefined,
      addError: (_, message) => {
        throw new Error(`${name}: a platform event can't be refused: ${message}`);
      }
    });
  }
}
