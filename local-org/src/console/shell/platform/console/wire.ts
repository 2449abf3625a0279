import { unwrap } from 'lwc';
import { observe, refresh, type Provisioned, type Query } from './cache.ts';

/** The engine's side of a wire: a class made for every wired property. */
export interface WireAdapter<C> {
  update(config: C): void;
  connect(): void;
  disconnect(): void;
}

type Give<T> = (value: Provisioned<T>) => void;

/** Which query a provisioned value came from, for `refreshApex`. */
const sources = new WeakMap<object, string>();

/**
 * Makes a wire adapter. `plan` turns the component's configuration into a query, or undefined while a parameter is missing:
 * then the wire stays silent, as on the platform.
 */
export function wireAdapter<C, T>(plan: (config: C) => Query<T> | undefined): new (give: Give<T>) => WireAdapter<C> {
  return class implements WireAdapter<C> {
    readonly #give: Give<T>;
    #query: Query<T> | undefined;
    #connected = false;
    #stop: (() => void) | undefined;

    constructor(give: Give<T>) {
      this.#give = give;
      give({ data: undefined, error: undefined });
    }

    update(config: C): void {
      const query = plan(config);
      if (query?.key === this.#query?.key) return;
      this.#query = query;
      if (this.#connected) this.#observe();
    }

    connect(): void {
      this.#connected = true;
      this.#observe();
    }

    disconnect(): void {
      this.#connected = false;
      this.#stop?.();
      this.#stop = undefined;
    }

    #observe(): void {
      this.#stop?.();
      const query = this.#query;
      this.#stop = query && observe(query, (value) => this.#provision(query.key, value));
    }

    #provision(key: string, { data, error }: Provisioned<T>): void {
      const value = { data, error };
      sources.set(value, key);
      this.#give(value);
    }
  };
}

/** Asks again for what a wire provisioned. @throws Error if the value did not come from a wire */
export async function refreshWired(value: unknown): Promise<void> {
  const wired: unknown = unwrap(value);
  const key = typeof wired === 'object' && wired !== null ? sources.get(wired) : undefined;
  if (key === undefined) throw new Error('Refresh failed because the given value was not provisioned by a wire');
  await refresh(key);
}
