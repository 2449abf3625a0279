import type { TriggerEvent, TriggerOperation } from '../../src/records/index.ts';
import type { Rooms } from '../../src/kernel.ts';
import { rooms } from '../../src/open.ts';

type Timing = TriggerEvent['timing'];
type Body = (event: TriggerEvent) => void;

/** Triggers written in TypeScript, for tests of the rooms below Apex. */
export class FakeTriggers {
  readonly #bodies = new Map<string, Body>();

  /** @param when e.g. `before insert` */
  on(object: string, when: `${Timing} ${TriggerOperation}`, body: Body): this {
    this.#bodies.set(`${object} ${when}`, body);
    return this;
  }

  /** A room in the place of Apex that fires them. */
  get rooms(): Partial<Rooms> {
    return {
      createApex: (org) =>
        Object.assign(rooms.createApex(org), {
          hasTriggers: (object: string, timing: Timing, operation: TriggerOperation) =>
            this.#bodies.has(`${object} ${timing} ${operation}`),
          run: (event: TriggerEvent) => this.#bodies.get(`${event.object} ${event.timing} ${event.operation}`)?.(event)
        })
    };
  }
}
