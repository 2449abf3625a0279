import type { Rule, Values } from '../yetiRuleSet/types';
import { allBits, BitTable, type Bits } from './bits';
import { columnsOf, type Column } from './columns';
import { FieldIndex, type ColumnTest } from './fieldIndex';
import { Remainders } from './remainders';

/** Up to so many rules are quickest put in order one by one. */
const few = 24;
/** So many rows are intersected without a loop. */
const writtenOut = 4;

/**
 * Finds the rules that match without looking at each: the rows of the case's values, one a field, are intersected; outlines first, so
 * that words without a match are not even read.
 */
export class RuleIndex {
  /** Indexes of the rules that matched last, in their order: as many as `match` said. */
  readonly found: Int32Array;
  private readonly fields: readonly FieldIndex[];
  private readonly table: Bits;
  private readonly outlineWords: number;
  /** Where the outline of each field's row begins in the table. */
  private readonly starts: Int32Array;
  /** The rule of each column. */
  private readonly ruleOf: Int32Array;
  private readonly remainders: Remainders;
  private readonly stops: readonly boolean[];

  constructor(rules: readonly Rule[]) {
    const columns = columnsOf(rules);
    const table = new BitTable(columns.length);
    this.fields = fieldIndexes(columns, table);
    // Rows beyond those of the fields let every column pass.
    this.starts = new Int32Array(Math.max(this.fields.length, writtenOut)).fill(table.add(allBits(columns.length)));
    this.table = table.pack();
    this.outlineWords = table.outlineWords;
    this.ruleOf = Int32Array.from(columns, ({ rule }) => rule);
    this.remainders = new Remainders(columns);
    this.stops = rules.map(({ stop }) => stop === true);
    this.found = new Int32Array(columns.length);
  }

  /** How many rules match, up to the first that stops. */
  match(values: Values): number {
    let slot = 0;
    for (const field of this.fields) this.starts[slot++] = field.rowOf(values[field.field]);
    this.remainders.begin(values);
    return this.settle(this.collect());
  }

  /** How many columns pass; their rules are in `found` then. */
  private collect(): number {
    const { table, starts, outlineWords, ruleOf, remainders, found } = this;
    let count = 0;
    for (let outlineWord = 0; outlineWord < outlineWords; outlineWord++) {
      let words = intersection(table, starts, outlineWord);
      while (words !== 0) {
        const word = (outlineWord << 5) + lowest(words);
        words &= words - 1;
        let bits = intersection(table, starts, outlineWords + word);
        while (bits !== 0) {
          const column = (word << 5) + lowest(bits);
          bits &= bits - 1;
          if (remainders.passes(column)) found[count++] = ruleOf[column] ?? 0;
        }
      }
    }
    return count;
  }

  /** Puts what was found in order, each once, and ends it where a rule stops. */
  private settle(count: number): number {
    const { found, stops } = this;
    if (count > few) found.subarray(0, count).sort();
    else sortFew(found, count);
    let kept = 0;
    let last = -1;
    for (let index = 0; index < count; index++) {
      const rule = found[index] ?? 0;
      if (rule === last) continue;
      last = rule;
      found[kept++] = rule;
      if (stops[rule]) break;
    }
    return kept;
  }
}

/** What the rows have in common in their word at this place. Most rule sets have at most so many fields as are written out. */
function intersection(table: Bits, starts: Int32Array, place: number): number {
  let common =
    wordAt(table, starts, 0, place) &
    wordAt(table, starts, 1, place) &
    wordAt(table, starts, 2, place) &
    wordAt(table, starts, 3, place);
  if (common === 0) return 0;
  for (let slot = 4; slot < starts.length; slot++) common &= wordAt(table, starts, slot, place);
  return common;
}

function wordAt(table: Bits, starts: Int32Array, slot: number, place: number): number {
  return table[(starts[slot] ?? 0) + place] ?? 0;
}

/** The place of the lowest bit that is set. */
function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function sortFew(entries: Int32Array, count: number): void {
  for (let index = 1; index < count; index++) {
    const entry = entries[index] ?? 0;
    let place = index;
    for (let before = entries[place - 1] ?? -1; place > 0 && before > entry; before = entries[place - 1] ?? -1)
      entries[place--] = before;
    entries[place] = entry;
  }
}

function fieldIndexes(columns: readonly Column[], table: BitTable): readonly FieldIndex[] {
  const tests = new Map<string, ColumnTest[]>();
  columns.forEach(({ clause }, column) => {
    for (const [field, test] of clause) {
      if (test.partial) continue;
      const known = tests.get(field);
      if (known) known.push({ column, test });
      else tests.set(field, [{ column, test }]);
    }
  });
  return Array.from(tests, ([field, columnTests]) => new FieldIndex(field, columnTests, columns.length, table));
}
