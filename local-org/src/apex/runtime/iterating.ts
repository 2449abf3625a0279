import type { TypeName } from '../library/types.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { userMethod } from './equality.ts';
import { NoSuchElementException, TypeException } from './exceptions.ts';

/** What `iterator()` of a collection gives; its methods bear the names of emitted ones. */
export class ApexIterator {
  readonly elementType: TypeName;
  readonly #values: Iterator<unknown>;
  #next: IteratorResult<unknown>;

  constructor(elementType: TypeName, values: Iterable<unknown>) {
    this.elementType = elementType;
    this.#values = values[Symbol.iterator]();
    this.#next = this.#values.next();
  }

  get apexType(): TypeName {
    return `Iterator<${this.elementType}>`;
  }

  hasnext(): boolean {
    return this.#next.done !== true;
  }

  next(): unknown {
    if (this.#next.done === true) throw new NoSuchElementException('Iterator has no more elements');
    const { value } = this.#next;
    this.#next = this.#values.next();
    return value;
  }
}

/** What a for loop runs over: a list, a set, or anything with an `iterator()`. */
export function iterate(value: object): Iterable<unknown> {
  if (value instanceof ApexList || value instanceof ApexSet) return value;
  if (value instanceof ApexMap) return value.keys();
  const iterator = userMethod(value, 'iterator')?.call(value) ?? (userMethod(value, 'hasnext') ? value : undefined);
  if (typeof iterator !== 'object' || iterator === null) throw new TypeException('Not iterable');
  return drain(iterator);
}

function* drain(iterator: object): Generator<unknown> {
  const hasNext = userMethod(iterator, 'hasnext');
  const next = userMethod(iterator, 'next');
  while (hasNext?.call(iterator) === true) yield next?.call(iterator);
}
