import type { Type } from '../front/types.ts';

/** Something that can be assigned to: reading and writing it, with its receiver and index evaluated once. */
export interface Place {
  /** JavaScript of what must be evaluated once: receiver, index. */
  readonly parts: readonly string[];
  read(parts: readonly string[]): string;
  /** An expression that stores `value` and results in it. */
  write(parts: readonly string[], value: string): string;
}

/** An expression's JavaScript with its static type. `js` can stand as an operand: it is parenthesized where it must be. */
export interface Value {
  readonly type: Type;
  readonly js: string;
  /** It is certain not to be null. */
  readonly nonNull?: boolean;
  readonly place?: Place;
  /** An Integer literal: it can become a Long or Decimal constant. */
  readonly literal?: number;
}

/** Whether evaluating it twice is the same as once. */
export function isSimple(js: string): boolean {
  return /^[\w$]+$/.test(js) || /^\(?-?\d+\)?$/.test(js);
}

export function quote(text: string): string {
  // Line separators would break the line alignment.
  return JSON.stringify(text)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}
