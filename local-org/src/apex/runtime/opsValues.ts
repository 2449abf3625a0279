import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { compareNumbers, equalValues, hashOf, looseEqual } from './equality.ts';
import { ListException, NullPointerException } from './exceptions.ts';
import { normalizeId, toId } from './ids.ts';
import { iterate } from './iterating.ts';
import { textOf } from './text.ts';

function nullPointer(): never {
  throw new NullPointerException();
}

/** Texts, equality and collections as the emitted code calls them. */
export const valueOperations = {
  nullPointer,
  textOf,
  hashOf,
  equalValues,
  compareNumbers,
  toId,
  equal: looseEqual,
  equalTexts: (a: string | null, b: string | null) =>
    a === b || (a !== null && b !== null && a.length === b.length && a.toLowerCase() === b.toLowerCase()),
  /** Ids of 15 and 18 characters are the same; a text that is no id compares as text. */
  equalIds: (a: string | null, b: string | null) =>
    a === b || (a !== null && b !== null && (normalizeId(a) ?? a) === (normalizeId(b) ?? b)),
  /** Without case; null is less than any text. */
  compareTexts(a: string | null, b: string | null): number {
    if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
    const left = a.toLowerCase();
    const right = b.toLowerCase();
    return left < right ? -1 : left > right ? 1 : 0;
  },

  newList: (type: string, items: unknown[]) => new ApexList(type, items),
  newSet: (type: string, items: unknown[]) => new ApexSet(type, items),
  newMap: (key: string, value: string, entries: readonly (readonly [unknown, unknown])[]) =>
    new ApexMap(key, value, entries),
  newSizedList(type: string, size: number): ApexList {
    if (size < 0) throw new ListException(`List size must not be negative: ${String(size)}`);
    return new ApexList(type, new Array<unknown>(size).fill(null));
  },
  setElement(list: ApexList | null, index: number | null, value: unknown): unknown {
    (list ?? nullPointer()).set(index ?? nullPointer(), value);
    return value;
  },
  setProperty(write: (self: unknown, value: unknown) => void, self: unknown, value: unknown): unknown {
    write(self, value);
    return value;
  },
  setStatic(write: (value: unknown) => void, value: unknown): unknown {
    write(value);
    return value;
  },
  iterate: (value: object): Iterable<unknown> => (value instanceof ApexList ? new ListWalk(value) : iterate(value)),
  /** The rows of a query in lists of 200. */
  *batches(rows: ApexList, type: string): Generator<ApexList> {
    for (let from = 0; from < rows.size; from += 200) yield new ApexList(type, rows.items.slice(from, from + 200));
  }
};

/** A loop over a list, which may not change its size meanwhile. */
class ListWalk implements IterableIterator<unknown> {
  readonly #list: ApexList;
  readonly #step: { done: boolean; value: unknown } = { done: false, value: undefined };
  #index = 0;

  constructor(list: ApexList) {
    this.#list = list;
    list.iterating += 1;
  }

  next(): IteratorResult<unknown> {
    const { items } = this.#list;
    const step = this.#step;
    if (this.#index < items.length) {
      step.value = items[this.#index];
      this.#index += 1;
      return step;
    }
    this.#list.iterating -= 1;
    return { done: true, value: undefined };
  }

  return(): IteratorResult<unknown> {
    this.#list.iterating -= 1;
    return { done: true, value: undefined };
  }

  [Symbol.iterator](): this {
    return this;
  }
}
