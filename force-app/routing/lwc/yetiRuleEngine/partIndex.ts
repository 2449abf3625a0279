import { allBits, noBits, setBit, type BitTable } from './bits';
import type { ColumnTest } from './columns';
import { comparableOf, type Test } from './comparison';
import { everyLetter, lettersOf } from './letters';

/** How many rows are remembered. */
const mostRows = 64;

/**
 * Knows for each text of a field which columns it lets pass that ask for parts of it: by as many tests as a word has bits. Texts that
 * pass the same tests share a row, which is made when it is first needed.
 */
export class PartIndex {
  readonly field: string;
  private readonly columns: number;
  private readonly table: BitTable;
  private readonly tests: readonly Test[];
  /** The letters that each test asks for. */
  private readonly letters: Int32Array;
  /** The columns of each test. */
  private readonly asking: readonly (readonly number[])[];
  /** Where rows are remembered. */
  private readonly places: readonly number[];
  /** The rows by the tests that are passed. */
  private readonly rows = new Map<number, number>();

  constructor(field: string, columnTests: readonly ColumnTest[], columns: number, table: BitTable) {
    this.field = field;
    this.columns = columns;
    this.table = table;
    const tests = [...new Map(columnTests.map(({ test }) => [test.key, test])).values()];
    this.tests = tests.map(({ passes }) => passes);
    this.letters = Int32Array.from(tests, ({ letters }) => letters);
    this.asking = tests.map(({ key }) => columnTests.flatMap(({ column, test }) => (test.key === key ? column : [])));
    this.places = Array.from({ length: mostRows }, () => table.add(noBits(columns)));
  }

  /** Where the outline of the value's row begins in the table. */
  rowOf(value: unknown): number {
    const passed = this.passedBy(value);
    return this.rows.get(passed) ?? this.addRow(passed);
  }

  /** A bit for each test that passes. What lacks a letter need not be looked for. */
  private passedBy(value: unknown): number {
    const { tests, letters } = this;
    const found = comparableOf(value);
    const present = typeof found === 'string' ? lettersOf(found) : everyLetter;
    let passed = 0;
    for (let index = 0; index < tests.length; index++) {
      const missing = (letters[index] ?? 0) & ~present;
      if (missing === 0 && tests[index]?.(found) === true) passed |= 1 << index;
    }
    return passed;
  }

  private addRow(passed: number): number {
    const row = allBits(this.columns);
    for (const [index, columns] of this.asking.entries())
      if ((passed & (1 << index)) === 0) for (const column of columns) setBit(row, column, false);
    if (this.rows.size === mostRows) this.rows.clear();
    const place = this.places[this.rows.size] ?? 0;
    this.table.replace(place, row);
    this.rows.set(passed, place);
    return place;
  }
}
