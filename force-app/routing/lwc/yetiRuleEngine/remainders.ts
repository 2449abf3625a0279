import type { Values } from '../yetiRuleSet/types';
import { Answers, type Check } from './answers';
import type { Column } from './columns';

/** What rows of bits can't tell of a case: tests of parts of texts, and conditions that were not taken apart. */
export class Remainders {
  private readonly answers = new Answers();
  /** What is left to ask for each column; undefined: nothing. */
  private readonly checks: readonly (Check | undefined)[];

  constructor(columns: readonly Column[]) {
    this.checks = columns.map(({ clause, rest }) => {
      const partial = [...clause].filter(([, test]) => test.partial);
      const checks = [
        ...partial.map(([field, test]) => this.answers.checkOfTest(field, test)),
        ...rest.map((condition) => this.answers.checkOf(condition))
      ];
      return checks.length > 1 ? () => checks.every((check) => check()) : checks[0];
    });
  }

  /** Goes on to another case. */
  begin(values: Values): void {
    this.answers.begin(values);
  }

  /** Whether the case passes what is left to ask for the column. */
  passes(column: number): boolean {
    const check = this.checks[column];
    return check === undefined || check();
  }
}
