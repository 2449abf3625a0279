import { createContextProvider } from 'lwc';
import type { PageReference } from './pages.ts';
import type { WireAdapter } from './wire.ts';

/** The tab around a component. */
export interface Enclosure {
  readonly tabId: string;
  readonly page: PageReference;
}

interface ContextConsumer {
  provide(value: { enclosure: Enclosure }): void;
}

type Context = { readonly enclosure?: Enclosure };
type Give = (value: unknown) => void;
type ContextAdapter = (new (give: Give) => WireAdapter<unknown>) & { readonly contextSchema: object };

const providers: ((element: EventTarget, enclosure: Enclosure) => (enclosure: Enclosure) => void)[] = [];

/** Makes a wire that tells something of the enclosing tab, and follows it. */
export function pageContext(read: (enclosure: Enclosure) => unknown): ContextAdapter {
  const adapter = class implements WireAdapter<unknown> {
    static readonly contextSchema = { enclosure: 'optional' as const };
    readonly #give: Give;
    #given: unknown;

    constructor(give: Give) {
      this.#give = give;
    }

    update(_config: unknown, context?: Context): void {
      const value = context?.enclosure && read(context.enclosure);
      if (value === undefined || value === this.#given) return;
      this.#given = value;
      this.#give(value);
    }

    connect(): void {}

    disconnect(): void {}
  };
  const provide = createContextProvider(adapter);
  providers.push((element, first) => {
    const consumers = new Set<ContextConsumer>();
    let current = first;
    provide(element, {
      consumerConnectedCallback(consumer: ContextConsumer) {
        consumers.add(consumer);
        consumer.provide({ enclosure: current });
      },
      consumerDisconnectedCallback: (consumer: ContextConsumer) => consumers.delete(consumer)
    });
    return (enclosure) => {
      current = enclosure;
      for (const consumer of consumers) consumer.provide({ enclosure });
    };
  });
  return adapter;
}

/** Makes an element the border of a tab for everything inside. @returns tells them when the tab's page changes */
export function encloseTab(element: EventTarget, enclosure: Enclosure): (enclosure: Enclosure) => void {
  const updates = providers.map((provide) => provide(element, enclosure));
  return (next) => updates.forEach((update) => update(next));
}
