import type { RuleSet } from '../yetiRuleSet/types';
import { noBits, setBit, type Bits } from './bits';
import { waysOf, type Column } from './columns';
import type { Comparable } from './comparison';
import type { FieldTest } from './fieldTest';
import { Points } from './points';

/** How the conditions of a rule set's active rules stand to each other. Rules are named by their index. */
export interface Logic {
  /** False: no case can be thought of for which the rule's condition holds. */
  canHold(rule: number): boolean;
  /** True: wherever the rule's condition holds, the other's holds too. */
  implies(rule: number, other: number): boolean;
  /** False: both conditions hold for no case. */
  canMeet(rule: number, other: number): boolean;
}

/** Values at which a test surely passes, and at which it may. */
interface Extent {
  readonly key: string;
  readonly surely: Bits;
  readonly possibly: Bits;
}

/** One way for a rule to match: the extents of its tests by field. */
interface Way {
  readonly extents: ReadonlyMap<string, Extent>;
  /** Whether the extents say all there is to it. */
  readonly isWhole: boolean;
}

/**
 * Thinks about the conditions: each field has finitely many kinds of values that its tests tell apart. What asks for parts of a text
 * may pass or fail where no value is named, so that in doubt nothing is claimed.
 */
export function logicOf({ rules }: RuleSet): Logic {
  const columns = rules.map(({ active, when }, index) => (active ? waysOf(when, index) : []));
  const extents = extentsOf(columns.flat());
  const ways = columns.map((ofRule) => ofRule.map((column) => wayOf(column, extents)).filter(isPossible));
  const waysOfRule = (rule: number): readonly Way[] => ways[rule] ?? [];
  return {
    canHold: (rule) => waysOfRule(rule).length > 0,
    implies: (rule, other) =>
      waysOfRule(rule).every((way) => waysOfRule(other).some((wider) => liesWithin(way, wider))),
    canMeet: (rule, other) => waysOfRule(rule).some((way) => waysOfRule(other).some((second) => meet(way, second)))
  };
}

/** The extents of all tests, by field and key. */
function extentsOf(columns: readonly Column[]): ReadonlyMap<string, ReadonlyMap<string, Extent>> {
  const tests = new Map<string, Map<string, FieldTest>>();
  for (const { clause } of columns) {
    for (const [field, test] of clause) {
      const known = tests.get(field);
      if (known) known.set(test.key, test);
      else tests.set(field, new Map([[test.key, test]]));
    }
  }
  return new Map(Array.from(tests, ([field, ofField]) => [field, extentsOfField([...ofField.values()])]));
}

function extentsOfField(tests: readonly FieldTest[]): ReadonlyMap<string, Extent> {
  const points = new Points(tests.map((test) => ({ test })));
  const known: Comparable[] = [null, true, false, ...points.named.keys()];
  const numbers = [-1, ...points.numberBounds.keys()].map((below) => points.numberAbove(below + 1));
  const texts = [-1, ...points.textBounds.keys()].map((below) => points.textAbove(below + 1));
  const values = [...known, ...numbers, ...texts];
  const told = values.length - texts.length;
  return new Map(
    tests.map(({ key, passes, partial }) => {
      const surely = noBits(values.length);
      const possibly = noBits(values.length);
      for (const [index, value] of values.entries()) {
        const isOpen = partial && index >= told;
        const passed = passes(value);
        setBit(surely, index, passed && !isOpen);
        setBit(possibly, index, passed || isOpen);
      }
      return [key, { key, surely, possibly }];
    })
  );
}

function wayOf({ clause, rest }: Column, extents: ReadonlyMap<string, ReadonlyMap<string, Extent>>): Way {
  const found = new Map<string, Extent>();
  for (const [field, { key }] of clause) {
    const extent = extents.get(field)?.get(key);
    if (extent) found.set(field, extent);
  }
  return { extents: found, isWhole: rest.length === 0 };
}

function isPossible({ extents }: Way): boolean {
  return [...extents.values()].every(({ possibly }) => possibly.some((word) => word !== 0));
}

function liesWithin(way: Way, wider: Way): boolean {
  if (!wider.isWhole || wider.extents.size > way.extents.size) return false;
  for (const [field, limit] of wider.extents) {
    const extent = way.extents.get(field);
    if (!extent) return false;
    if (extent.key !== limit.key && extent.possibly.some((word, index) => (word & ~(limit.surely[index] ?? 0)) !== 0))
      return false;
  }
  return true;
}

function meet(way: Way, other: Way): boolean {
  for (const [field, extent] of way.extents) {
    const second = other.extents.get(field);
    if (second && !extent.possibly.some((word, index) => (word & (second.possibly[index] ?? 0)) !== 0)) return false;
  }
  return true;
}
