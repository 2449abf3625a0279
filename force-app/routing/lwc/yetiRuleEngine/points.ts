import type { Scalar } from '../yetiRuleSet/types';
import type { FieldTest } from './fieldTest';

/** The values that tests of one field name, and where the order of values matters to them. */
export class Points<Test extends { readonly test: FieldTest }> {
  /** Who names which value; blank text is always named. */
  readonly named: ReadonlyMap<Scalar, readonly Test[]>;
  /** In order. */
  readonly textBounds: readonly string[];
  readonly numberBounds: readonly number[];

  constructor(tests: readonly Test[]) {
    const named = new Map<Scalar, Test[]>([['', []]]);
    for (const asking of tests) {
      for (const point of new Set(asking.test.points)) {
        const known = named.get(point);
        if (known) known.push(asking);
        else named.set(point, [asking]);
      }
    }
    this.named = named;
    const bounds = [...new Set(tests.flatMap(({ test }) => test.bounds))];
    this.textBounds = bounds.filter((bound) => typeof bound === 'string').sort();
    this.numberBounds = bounds.filter((bound) => typeof bound === 'number').sort((one, other) => one - other);
  }

  /** A text that nobody names above so many of the bounds; where there is none, any. */
  textAbove(bounds: number): string {
    let text = `${this.textBounds[bounds - 1] ?? ''}\0`;
    while (this.named.has(text)) text += '\0';
    return text;
  }

  /** A number that nobody names above so many of the bounds; where there is none, any. */
  numberAbove(bounds: number): number {
    const low = this.numberBounds[bounds - 1];
    const high = this.numberBounds[bounds];
    if (low === undefined) return -Infinity;
    if (high === undefined) return Infinity;
    let between = low / 2 + high / 2;
    while (this.named.has(between) && between > low) between = low / 2 + between / 2;
    return between;
  }
}
