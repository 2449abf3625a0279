import type { Scalar } from '../yetiRuleSet/types';
import { allBits, noBits, setBit, type Bits, type BitTable } from './bits';
import type { ColumnTest } from './columns';
import type { Comparable } from './comparison';
import { Points } from './points';

/** How many texts a field remembers as they were written. */
const mostRemembered = 1000;

/**
 * Knows for each value of a field which columns it lets pass: a row of bits for every value that rules name, and one for the values
 * between each two bounds. What asks for parts of a text does not belong here.
 */
export class FieldIndex {
  readonly field: string;
  /** Rows of values that rules name, in lower case. */
  private readonly named = new Map<Comparable, number>();
  private readonly texts: Ranges<string>;
  private readonly numbers: Ranges<number>;
  /** Rows of texts by the way they were written. */
  private readonly remembered = new Map<string, number>();
  private readonly nothing: number;

  constructor(field: string, columnTests: readonly ColumnTest[], columns: number, table: BitTable) {
    this.field = field;
    const points = new Points(columnTests);
    const bounded = columnTests.filter(({ test }) => test.bounds.length > 0);
    const rowOf = (value: Comparable, among = columnTests, start = allBits(columns)): Bits => {
      for (const { column, test } of among) setBit(start, column, test.passes(value));
      return start;
    };
    const rangesOf = <Kind extends Scalar>(bounds: readonly Kind[], above: (bounds: number) => Kind): Ranges<Kind> => {
      const first = rowOf(above(0));
      const others = bounds.map((_bound, index) => rowOf(above(index + 1), bounded, first.slice()));
      const bits = [first, ...others];
      return { bounds, bits, rows: bits.map((row) => table.add(row)) };
    };
    this.texts = rangesOf(points.textBounds, (bounds) => points.textAbove(bounds));
    this.numbers = rangesOf(points.numberBounds, (bounds) => points.numberAbove(bounds));
    this.nothing = table.add(rowOf(null));
    for (const value of [true, false]) this.named.set(value, table.add(rowOf(value)));
    for (const [value, asking] of points.named) {
      if (typeof value === 'boolean') continue;
      const around = typeof value === 'string' ? bitsAt(this.texts, value) : bitsAt(this.numbers, value);
      const row = table.add(rowOf(value, asking, around.slice()));
      this.named.set(value, row);
      if (typeof value === 'string') this.remembered.set(value, row);
    }
  }

  /** Where the outline of the value's row begins in the table. */
  rowOf(value: unknown): number {
    if (typeof value === 'string') return this.remembered.get(value) ?? this.rowOfText(value);
    if (typeof value === 'number') return this.named.get(value) ?? rowAt(this.numbers, value);
    if (typeof value === 'boolean') return this.named.get(value) ?? this.nothing;
    return this.nothing;
  }

  private rowOfText(text: string): number {
    const folded = text.toLowerCase();
    const row = this.named.get(folded) ?? rowAt(this.texts, folded);
    if (this.remembered.size < mostRemembered) this.remembered.set(text, row);
    return row;
  }
}

/** Bounds in order, and what holds below the first, between each two, and above the last. */
interface Ranges<Kind> {
  readonly bounds: readonly Kind[];
  readonly bits: readonly Bits[];
  readonly rows: readonly number[];
}

function rowAt<Kind extends Scalar>({ bounds, rows }: Ranges<Kind>, value: Kind): number {
  return rows[rankOf(bounds, value)] ?? 0;
}

function bitsAt<Kind extends Scalar>({ bounds, bits }: Ranges<Kind>, value: Kind): Bits {
  return bits[rankOf(bounds, value)] ?? noBits(0);
}

/** How many bounds lie below the value. */
function rankOf<Kind extends Scalar>(bounds: readonly Kind[], value: Kind): number {
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const bound = bounds[middle];
    if (bound !== undefined && bound < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
