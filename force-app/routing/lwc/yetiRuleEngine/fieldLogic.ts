import { allBits, intersect, noBits, setBit, unite, type Bits } from './bits';
import type { ColumnTest } from './columns';
import type { Comparable } from './comparison';
import type { FieldTest } from './fieldTest';
import { Points } from './points';

/** A kind of value that the tests of a field tell apart from others. */
interface Kind {
  readonly value: Comparable;
  /** Whether tests for parts of texts may pass or fail there. */
  readonly isOpen: boolean;
  /** The columns that may pass there, and those that surely do. */
  readonly possibly: Bits;
  readonly surely: Bits;
}

/** What is known of a test. */
interface Verdict {
  /** Those that ask for it. */
  readonly columns: readonly number[];
  /** Where it may pass. */
  readonly possible: readonly Kind[];
  wider?: Bits;
  meeting?: Bits;
}

/**
 * How the tests of one field stand to each other: it has finitely many kinds of values that they tell apart. What asks for parts of a
 * text may pass or fail where no value is named, so that in doubt nothing is claimed.
 */
export class FieldLogic {
  /** The columns that ask nothing of the field. */
  readonly free: Bits;
  private readonly columns: number;
  /** By the keys of tests. */
  private readonly verdicts = new Map<string, Verdict>();

  constructor(columnTests: readonly ColumnTest[], columns: number) {
    this.columns = columns;
    this.free = allBits(columns);
    const askers = new Map<string, { readonly test: FieldTest; readonly columns: number[] }>();
    for (const { column, test } of columnTests) {
      setBit(this.free, column, false);
      const known = askers.get(test.key);
      if (known) known.columns.push(column);
      else askers.set(test.key, { test, columns: [column] });
    }
    const kinds = kindsOf(columnTests, this.free);
    for (const { test, columns: ofTest } of askers.values()) {
      const possible = kinds.filter((kind) => settle(test, ofTest, kind));
      this.verdicts.set(test.key, { columns: ofTest, possible });
    }
  }

  /** Whether the test may pass at all. */
  canPass({ key }: FieldTest): boolean {
    return this.verdictOf(key).possible.length > 0;
  }

  /** The columns that surely pass wherever the test does. */
  wider({ key }: FieldTest): Bits {
    const verdict = this.verdictOf(key);
    return (verdict.wider ??= this.findWider(verdict));
  }

  /** The columns that may pass where the test does. */
  meeting({ key }: FieldTest): Bits {
    const verdict = this.verdictOf(key);
    return (verdict.meeting ??= this.findMeeting(verdict));
  }

  private findWider({ columns, possible }: Verdict): Bits {
    const row = allBits(this.columns);
    for (const { surely } of possible) intersect(row, surely);
    for (const column of columns) setBit(row, column, true);
    return row;
  }

  private findMeeting({ possible }: Verdict): Bits {
    const row = noBits(this.columns);
    for (const { possibly } of possible) unite(row, possibly);
    return row;
  }

  private verdictOf(key: string): Verdict {
    const verdict = this.verdicts.get(key);
    if (!verdict) throw new Error(`Nobody asks for ${key}`);
    return verdict;
  }
}

/** Notes whether columns that ask for a test may pass at a kind of value. */
function settle({ passes, partial }: FieldTest, columns: readonly number[], kind: Kind): boolean {
  const isInDoubt = partial && kind.isOpen;
  if (!isInDoubt && !passes(kind.value)) return false;
  for (const column of columns) {
    setBit(kind.possibly, column, true);
    if (!isInDoubt) setBit(kind.surely, column, true);
  }
  return true;
}

function kindsOf(columnTests: readonly ColumnTest[], free: Bits): readonly Kind[] {
  const points = new Points(columnTests);
  const kind = (value: Comparable, isOpen: boolean): Kind => {
    return { value, isOpen, possibly: free.slice(), surely: free.slice() };
  };
  return [
    ...[null, true, false, ...points.named.keys()].map((value) => kind(value, false)),
    ...Array.from({ length: points.numberBounds.length + 1 }, (_, below) => kind(points.numberAbove(below), false)),
    ...Array.from({ length: points.textBounds.length + 1 }, (_, below) => kind(points.textAbove(below), true))
  ];
}
