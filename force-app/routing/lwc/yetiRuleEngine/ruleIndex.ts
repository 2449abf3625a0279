import type { Rule, Values } from '../yetiRuleSet/types';
import { allBits, BitTable, lowestBit, type Bits } from './bits';
import { columnsOf, testsByField, type Columns } from './columns';
import { FieldIndex } from './fieldIndex';
import { Marks } from './marks';
import { PartIndex } from './partIndex';
import { Remainders } from './remainders';

/** So many rows are intersected without a loop. */
const writtenOut = 8;

/**
 * Finds the rules that match without looking at each: the rows of the case's values, one a field, are intersected; outlines first, so
 * that words without a match are not even read.
 */
export class RuleIndex {
  /** Indexes of the rules that matched last, in their order: as many as `match` said. */
  readonly found: Int32Array;
  private readonly fields: readonly (FieldIndex | PartIndex)[];
  private readonly table: BitTable;
  /** Where the outline of each field's row begins in the table. */
  private readonly starts: Int32Array;
  /** The rule of each column. */
  private readonly ruleOf: Int32Array;
  private readonly remainders: Remainders;
  private readonly marks: Marks;
  private readonly stops: Uint8Array;
  private readonly hasStops: boolean;

  constructor(rules: readonly Rule[]) {
    const { columns, fields } = columnsOf(rules);
    this.table = new BitTable(columns.length);
    this.fields = indexesOf({ columns, fields }, this.table);
    // Rows beyond those of the fields let every column pass.
    const anything = this.table.add(allBits(columns.length));
    this.starts = new Int32Array(Math.max(this.fields.length, writtenOut)).fill(anything);
    this.table.pack();
    this.ruleOf = Int32Array.from(columns, ({ rule }) => rule);
    this.remainders = new Remainders(columns);
    this.marks = new Marks(rules.length);
    this.stops = Uint8Array.from(rules, ({ stop }) => Number(stop === true));
    this.hasStops = this.stops.includes(1);
    this.found = new Int32Array(rules.length);
  }

  /** How many rules match, up to the first that stops. */
  match(values: Values): number {
    let slot = 0;
    for (const field of this.fields) this.starts[slot++] = field.rowOf(values[field.field]);
    this.remainders.begin(values);
    this.mark();
    return this.untilStop(this.marks.moveTo(this.found));
  }

  /** Marks the rules of the columns that pass. */
  private mark(): void {
    const { starts, ruleOf, remainders, marks } = this;
    const { packed, outlineWords } = this.table;
    const { isEmpty } = remainders;
    // Eight variables: they stay in registers, where a list would be read for each word.
    const a = starts[0] ?? 0;
    const b = starts[1] ?? 0;
    const c = starts[2] ?? 0;
    const d = starts[3] ?? 0;
    const e = starts[4] ?? 0;
    const f = starts[5] ?? 0;
    const g = starts[6] ?? 0;
    const h = starts[7] ?? 0;
    for (let outlineWord = 0; outlineWord < outlineWords; outlineWord++) {
      let words = four(packed, a, b, c, d, outlineWord) & four(packed, e, f, g, h, outlineWord);
      if (words !== 0) words &= others(packed, starts, outlineWord);
      while (words !== 0) {
        const word = (outlineWord << 5) + lowestBit(words);
        words &= words - 1;
        const place = outlineWords + word;
        let bits = four(packed, a, b, c, d, place) & four(packed, e, f, g, h, place);
        if (bits !== 0) bits &= others(packed, starts, place);
        while (bits !== 0) {
          const column = (word << 5) + lowestBit(bits);
          bits &= bits - 1;
          if (isEmpty || remainders.passes(column)) marks.add(ruleOf[column] ?? 0);
        }
      }
    }
  }

  /** How many of those found count. */
  private untilStop(count: number): number {
    const { found, stops } = this;
    if (!this.hasStops) return count;
    for (let index = 0; index < count; index++) if (stops[found[index] ?? 0] === 1) return index + 1;
    return count;
  }
}

/** What four rows have in common in their word at this place. */
function four(table: Bits, one: number, two: number, three: number, last: number, place: number): number {
  return (
    (table[one + place] ?? 0) & (table[two + place] ?? 0) & (table[three + place] ?? 0) & (table[last + place] ?? 0)
  );
}

/** What the rows beyond those written out have in common. */
function others(table: Bits, starts: Int32Array, place: number): number {
  let common = -1;
  for (let slot = writtenOut; slot < starts.length; slot++) common &= table[(starts[slot] ?? 0) + place] ?? 0;
  return common;
}

/** For each field what finds its rows; the sharpest first. */
function indexesOf({ columns, fields }: Columns, table: BitTable): readonly (FieldIndex | PartIndex)[] {
  const tests = testsByField(columns);
  return fields.flatMap((field) => {
    const ofField = tests.get(field) ?? [];
    const whole = ofField.filter(({ test }) => !test.partial);
    const partial = ofField.filter(({ test }) => test.partial);
    return [
      ...(whole.length > 0 ? [new FieldIndex(field, whole, columns.length, table)] : []),
      ...(partial.length > 0 ? [new PartIndex(field, partial, columns.length, table)] : [])
    ];
  });
}
