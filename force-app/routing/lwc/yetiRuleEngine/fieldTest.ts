import type { Comparison, Scalar } from '../yetiRuleSet/types';
import { givenOf, testOf, type Comparable, type Test } from './comparison';
import { everyLetter, lettersOf } from './letters';

/** What a condition asks of one field, and at which values its answer can change. */
export interface FieldTest {
  /** The same for tests that ask the same. */
  readonly key: string;
  readonly passes: Test;
  /** Values at which the answer may differ from that of their neighbours. */
  readonly points: readonly Scalar[];
  /** Values on whose two sides the answer may differ. */
  readonly bounds: readonly Scalar[];
  /** Whether the answer depends on parts of a text: then points and bounds do not tell it. */
  readonly partial: boolean;
  /** Letters that every text which passes has: `lettersOf`. */
  readonly letters: number;
}

/** What a comparison asks of its field. */
export function fieldTestOf(comparison: Comparison): FieldTest {
  const { op, value } = comparison;
  const given = givenOf(value);
  const isPartial = op === 'contains' || op === 'startsWith' || op === 'includes';
  const isOrder = op.startsWith('greater') || op.startsWith('less');
  return {
    key: JSON.stringify([op, given]),
    passes: testOf(comparison),
    points: op === 'isBlank' || op === 'isNotBlank' ? [''] : given,
    bounds: isOrder ? given : [],
    partial: isPartial,
    letters: isPartial ? given.reduce((letters: number, one) => letters & lettersOf(String(one)), everyLetter) : 0
  };
}

/** Passes where the test does not. */
export function opposite(test: FieldTest): FieldTest {
  return { ...test, key: `not ${test.key}`, passes: (value) => !test.passes(value), letters: 0 };
}

/** Passes where both do. */
export function both(one: FieldTest, other: FieldTest): FieldTest {
  const passes = (value: Comparable): boolean => one.passes(value) && other.passes(value);
  return { ...joined('and', one, other), passes, letters: one.letters | other.letters };
}

/** Passes where one of them does. */
export function either(one: FieldTest, other: FieldTest): FieldTest {
  const passes = (value: Comparable): boolean => one.passes(value) || other.passes(value);
  return { ...joined('or', one, other), passes, letters: one.letters & other.letters };
}

function joined(word: string, one: FieldTest, other: FieldTest): Omit<FieldTest, 'passes' | 'letters'> {
  return {
    key: `(${one.key} ${word} ${other.key})`,
    points: [...one.points, ...other.points],
    bounds: [...one.bounds, ...other.bounds],
    partial: one.partial || other.partial
  };
}
