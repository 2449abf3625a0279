import { ApexBlob } from './blob.ts';
import { ApexDate, ApexDatetime, ApexTime } from './dates.ts';
import { ApexDecimal } from './decimal.ts';
import { ApexDouble } from './double.ts';

/** A value whose content makes its identity: equal content, equal key. */
interface ByContent {
  hashKey(): string;
}

/** A value that compares and hashes by rules of its own. */
export interface Comparing {
  /** Equality as `equals` and `==` see it. */
  equalTo(other: unknown): boolean;
  hash(): number;
}

export type Numeric = number | bigint | ApexDouble | ApexDecimal;

export function isNumeric(value: unknown): value is Numeric {
  return (
    typeof value === 'number' ||
    typeof value === 'bigint' ||
    value instanceof ApexDecimal ||
    value instanceof ApexDouble
  );
}

/** The Decimal of any Apex number. */
export function toDecimal(value: Numeric): ApexDecimal {
  if (value instanceof ApexDecimal) return value;
  return value instanceof ApexDouble ? ApexDecimal.ofDouble(value.value) : ApexDecimal.ofInteger(value);
}

/** The JavaScript number nearest to any Apex number. */
export function toNumber(value: Numeric): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  return value instanceof ApexDouble ? value.value : value.toNumber();
}

/** Negative, zero or positive for two Apex numbers of any kinds. */
export function compareNumbers(left: Numeric, right: Numeric): number {
  if (left instanceof ApexDouble || right instanceof ApexDouble) return Math.sign(toNumber(left) - toNumber(right));
  if (left instanceof ApexDecimal || right instanceof ApexDecimal) return toDecimal(left).compare(toDecimal(right));
  return left < right ? -1 : left > right ? 1 : 0;
}

function isByContent(value: unknown): value is ByContent {
  return (
    value instanceof ApexDecimal ||
    value instanceof ApexDouble ||
    value instanceof ApexDate ||
    value instanceof ApexDatetime ||
    value instanceof ApexTime ||
    value instanceof ApexBlob
  );
}

function isComparing(value: unknown): value is Comparing {
  return typeof value === 'object' && value !== null && 'equalTo' in value && 'hash' in value;
}

/** `equals`: strings by case, numbers by value whatever their kind, sObjects and collections by content, user classes by their `equals`. */
export function equalValues(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (left === null || right === null || left === undefined || right === undefined) return false;
  if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right) === 0;
  if (left instanceof ApexDate && right instanceof ApexDatetime) return left.milliseconds === right.milliseconds;
  if (left instanceof ApexDatetime && right instanceof ApexDate) return left.milliseconds === right.milliseconds;
  if (isByContent(left)) return isByContent(right) && left.hashKey() === right.hashKey();
  if (isComparing(left)) return left.equalTo(right);
  const own = userMethod(left, 'equals$object');
  if (own !== undefined) return own.call(left, right) === true;
  return false;
}

/** Apex `==`: like `equals`, but strings ignore case and ids of 15 and 18 characters agree. */
export function looseEqual(left: unknown, right: unknown): boolean {
  if (typeof left === 'string' && typeof right === 'string') {
    return left === right || (left.length === right.length && left.toLowerCase() === right.toLowerCase());
  }
  return equalValues(left, right);
}

/** A 32-bit hash that agrees with `equalValues`. */
export function hashOf(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'string') return hashText(value);
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (isNumeric(value)) return hashText(String(toNumber(value)));
  if (isByContent(value)) return hashText(value.hashKey());
  if (isComparing(value)) return value.hash();
  const own = userMethod(value, 'hashcode');
  return own === undefined ? identityHash(value) : Number(own.call(value));
}

/** Java's hash of a text, as `String.hashCode` returns it. */
export function hashText(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}

/** A method of an emitted class by its name in JavaScript. */
export function userMethod(value: unknown, property: string): ((...values: unknown[]) => unknown) | undefined {
  const method: unknown = (value as Record<string, unknown>)[property];
  return typeof method === 'function' ? (method as (...values: unknown[]) => unknown) : undefined;
}

const identities = new WeakMap<object, number>();
let nextIdentity = 1;

function identityHash(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let hash = identities.get(value);
  if (hash === undefined) {
    hash = Math.imul(nextIdentity++, 0x9e3779b1) | 0;
    identities.set(value, hash);
  }
  return hash;
}

/**
 * The keys of a Set or Map as JavaScript can look them up: texts, numbers and enum values as they are, values by content as a text,
 * all else by the first equal key seen.
 */
export class KeySpace {
  #buckets: Map<number, unknown[]> | undefined;

  /** @param add whether a key not seen before joins the space */
  keyOf(value: unknown, add: boolean): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (isByContent(value)) return value.hashKey();
    if (!isComparing(value) && userMethod(value, 'equals$object') === undefined) return value;
    const hash = hashOf(value);
    this.#buckets ??= new Map();
    const bucket = this.#buckets.get(hash);
    const known = bucket?.find((other) => equalValues(other, value));
    if (known !== undefined) return known;
    if (!add) return value;
    if (bucket === undefined) this.#buckets.set(hash, [value]);
    else bucket.push(value);
    return value;
  }

  clear(): void {
    this.#buckets = undefined;
  }
}
