import type { Comparison, Scalar } from '../yetiRuleSet/types';
import { givenOf, testOf, type Comparable, type Test } from './comparison';

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
}

/** What a comparison asks of its field. */
export function fieldTestOf(comparison: Comparison): FieldTest {
  const { op, value } = comparison;
  const given = givenOf(value);
  const isOrder = op.startsWith('greater') || op.startsWith('less');
  return {
    key: JSON.stringify([op, given]),
    passes: testOf(comparison),
    points: op === 'isBlank' || op === 'isNotBlank' ? [''] : given,
    bounds: isOrder ? given : [],
    partial: op === 'contains' || op === 'startsWith' || op === 'includes'
  };
}

/** Passes where the test does not. */
export function opposite(test: FieldTest): FieldTest {
  return { ...test, key: `not ${test.key}`, passes: (value) => !test.passes(value) };
}

/** Passes where both do. */
export function both(one: FieldTest, other: FieldTest): FieldTest {
  return joined('and', one, other, (value) => one.passes(value) && other.passes(value));
}

/** Passes where one of them does. */
export function either(one: FieldTest, other: FieldTest): FieldTest {
  return joined('or', one, other, (value) => one.passes(value) || other.passes(value));
}

function joined(word: string, one: FieldTest, other: FieldTest, passes: (value: Comparable) => boolean): FieldTest {
  return {
    key: `(${one.key} ${word} ${other.key})`,
    passes,
    points: [...one.points, ...other.points],
    bounds: [...one.bounds, ...other.bounds],
    partial: one.partial || other.partial
  };
}
