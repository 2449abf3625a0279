import type { Values } from '../yetiRuleSet/types';
import { Answers } from './answers';
import type { IndexedColumn } from './columns';
import { listsOf, type Lists } from './lists';

/** What rows of bits don't tell of a case: tests for rare parts of texts, and conditions that were not taken apart. */
export class Remainders {
  /** Whether there is nothing to ask for any column. */
  readonly isEmpty: boolean;
  private readonly answers = new Answers();
  /** What is left to ask for each column. */
  private readonly questions: Lists;

  constructor(columns: readonly IndexedColumn[]) {
    this.questions = listsOf(
      columns.map(({ asked, rest }) => [
        ...Array.from(asked, ([field, test]) => this.answers.numberOfTest(field, test)),
        ...rest.map((condition) => this.answers.numberOf(condition))
      ])
    );
    this.isEmpty = this.questions.entries.length === 0;
  }

  /** Goes on to another case. */
  begin(values: Values): void {
    this.answers.begin(values);
  }

  /** Whether the case passes what is left to ask for the column. */
  passes(column: number): boolean {
    return this.answers.firstFailed(this.questions, column) < 0;
  }
}
