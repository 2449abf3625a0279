import type { TypeName } from '../library/types.ts';
import { equalValues, hashOf, KeySpace, type Comparing } from './equality.ts';
import { FinalException, ListException } from './exceptions.ts';

/** A List. Emitted code may read `items` directly once the bounds are known. */
export class ApexList implements Comparing {
  readonly elementType: TypeName;
  items: unknown[];
  /** Set while a loop runs over it: it may not change its size. */
  iterating = 0;
  /** `Trigger.new` and query results of a trigger may not be changed. */
  readonly = false;

  constructor(elementType: TypeName, items: unknown[] = []) {
    this.elementType = elementType;
    this.items = items;
  }

  get apexType(): TypeName {
    return `List<${this.elementType}>`;
  }

  get size(): number {
    return this.items.length;
  }

  /** @throws ListException out of bounds */
  get(index: number): unknown {
    if (index < 0 || index >= this.items.length) throw outOfBounds(index);
    return this.items[index];
  }

  set(index: number, value: unknown): void {
    if (index < 0 || index >= this.items.length) throw outOfBounds(index);
    this.#writable();
    this.items[index] = value;
  }

  add(value: unknown): void {
    this.#resizable();
    this.items.push(value);
  }

  insert(index: number, value: unknown): void {
    if (index < 0 || index > this.items.length) throw outOfBounds(index);
    this.#resizable();
    this.items.splice(index, 0, value);
  }

  addAll(values: Iterable<unknown>): void {
    this.#resizable();
    // A snapshot, so that a list can be added to itself; no spread, so that size is no matter.
    for (const value of Array.from(values)) this.items.push(value);
  }

  remove(index: number): unknown {
    if (index < 0 || index >= this.items.length) throw outOfBounds(index);
    this.#resizable();
    return this.items.splice(index, 1)[0];
  }

  clear(): void {
    this.#resizable();
    this.items = [];
  }

  indexOf(value: unknown): number {
    return this.items.findIndex((item) => equalValues(item, value));
  }

  [Symbol.iterator](): ArrayIterator<unknown> {
    return this.items[Symbol.iterator]();
  }

  equalTo(other: unknown): boolean {
    return (
      other instanceof ApexList &&
      other.items.length === this.items.length &&
      this.items.every((item, i) => equalValues(item, other.items[i]))
    );
  }

  hash(): number {
    return this.items.reduce<number>((hash, item) => (Math.imul(hash, 31) + hashOf(item)) | 0, 1);
  }

  #resizable(): void {
    this.#writable();
    if (this.iterating > 0) throw new FinalException('Cannot modify a collection while it is being iterated.');
  }

  #writable(): void {
    if (this.readonly) throw new FinalException('Collection is read-only');
  }
}

/** A Set in the order of insertion. */
export class ApexSet implements Comparing {
  readonly elementType: TypeName;
  readonly #values = new Map<unknown, unknown>();
  readonly #keys = new KeySpace();
  iterating = 0;

  constructor(elementType: TypeName, values: Iterable<unknown> = []) {
    this.elementType = elementType;
    for (const value of values) this.add(value);
  }

  get apexType(): TypeName {
    return `Set<${this.elementType}>`;
  }

  get size(): number {
    return this.#values.size;
  }

  /** @returns whether it was not there yet */
  add(value: unknown): boolean {
    if (this.iterating > 0) throw new FinalException('Cannot modify a collection while it is being iterated.');
    const key = this.#keys.keyOf(value, true);
    if (this.#values.has(key)) return false;
    this.#values.set(key, value);
    return true;
  }

  has(value: unknown): boolean {
    return this.#values.has(this.#keys.keyOf(value, false));
  }

  delete(value: unknown): boolean {
    if (this.iterating > 0) throw new FinalException('Cannot modify a collection while it is being iterated.');
    return this.#values.delete(this.#keys.keyOf(value, false));
  }

  clear(): void {
    this.#values.clear();
    this.#keys.clear();
  }

  [Symbol.iterator](): MapIterator<unknown> {
    return this.#values.values();
  }

  equalTo(other: unknown): boolean {
    if (!(other instanceof ApexSet) || other.size !== this.size) return false;
    for (const value of this) if (!other.has(value)) return false;
    return true;
  }

  hash(): number {
    let hash = 0;
    for (const value of this) hash = (hash + hashOf(value)) | 0;
    return hash;
  }
}

interface MapEntry {
  readonly key: unknown;
  value: unknown;
}

/** A Map in the order of insertion. */
export class ApexMap implements Comparing {
  readonly keyType: TypeName;
  readonly valueType: TypeName;
  readonly #entries = new Map<unknown, MapEntry>();
  readonly #keys = new KeySpace();
  readonly #normalize: ((key: unknown) => unknown) | undefined;

  /** @param normalize how keys are compared where not by themselves: describe maps ignore the case of names */
  constructor(
    keyType: TypeName,
    valueType: TypeName,
    entries: Iterable<readonly [unknown, unknown]> = [],
    normalize?: (key: unknown) => unknown
  ) {
    this.keyType = keyType;
    this.valueType = valueType;
    this.#normalize = normalize;
    for (const [key, value] of entries) this.put(key, value);
  }

  get apexType(): TypeName {
    return `Map<${this.keyType},${this.valueType}>`;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: unknown): unknown {
    return this.#entries.get(this.#look(key))?.value ?? null;
  }

  has(key: unknown): boolean {
    return this.#entries.has(this.#look(key));
  }

  /** @returns the former value or null */
  put(key: unknown, value: unknown): unknown {
    const place = this.#normalize === undefined ? this.#keys.keyOf(key, true) : this.#normalize(key);
    const entry = this.#entries.get(place);
    if (entry === undefined) {
      this.#entries.set(place, { key, value });
      return null;
    }
    const former = entry.value;
    entry.value = value;
    return former;
  }

  remove(key: unknown): unknown {
    const place = this.#look(key);
    const value = this.#entries.get(place)?.value ?? null;
    this.#entries.delete(place);
    return value;
  }

  clear(): void {
    this.#entries.clear();
    this.#keys.clear();
  }

  *keys(): Generator<unknown> {
    for (const entry of this.#entries.values()) yield entry.key;
  }

  *values(): Generator<unknown> {
    for (const entry of this.#entries.values()) yield entry.value;
  }

  *[Symbol.iterator](): Generator<readonly [unknown, unknown]> {
    for (const entry of this.#entries.values()) yield [entry.key, entry.value];
  }

  /** An empty map that compares keys the same way. */
  empty(): ApexMap {
    return new ApexMap(this.keyType, this.valueType, [], this.#normalize);
  }

  equalTo(other: unknown): boolean {
    if (!(other instanceof ApexMap) || other.size !== this.size) return false;
    for (const [key, value] of this) if (!other.has(key) || !equalValues(other.get(key), value)) return false;
    return true;
  }

  hash(): number {
    let hash = 0;
    for (const [key, value] of this) hash = (hash + (hashOf(key) ^ hashOf(value))) | 0;
    return hash;
  }

  #look(key: unknown): unknown {
    return this.#normalize === undefined ? this.#keys.keyOf(key, false) : this.#normalize(key);
  }
}

function outOfBounds(index: number): ListException {
  return new ListException(`List index out of bounds: ${String(index)}`);
}
