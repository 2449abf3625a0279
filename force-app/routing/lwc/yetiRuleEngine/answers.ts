import type { Condition, Values } from '../yetiRuleSet/types';
import { comparableOf, type Comparable } from './comparison';
import { fieldTestOf, type FieldTest } from './fieldTest';
import type { Lists } from './lists';

const unknown = 0;
const yes = 1;
const no = 2;

/**
 * What conditions say of one case. Equal conditions are one question: it is asked at most once a case, and each value is folded at most
 * once. Questions are known by their numbers.
 */
export class Answers {
  private readonly numbers = new Map<string, number>();
  private readonly questions: (() => boolean)[] = [];
  private readonly fields: string[] = [];
  private values: Values = {};
  private folded: (Comparable | undefined)[] = [];
  private answers = new Int8Array(0);
  private isFresh = false;

  /** The number of a condition. */
  numberOf(condition: Condition): number {
    if ('field' in condition) return this.numberOfTest(condition.field, fieldTestOf(condition));
    if ('not' in condition) {
      const part = this.numberOf(condition.not);
      return this.numbered(`not ${String(part)}`, () => !this.passes(part));
    }
    const isAll = 'all' in condition;
    const parts = (isAll ? condition.all : condition.any).map((part) => this.numberOf(part));
    const passes = (part: number): boolean => this.passes(part);
    return isAll
      ? this.numbered(`all ${parts.join()}`, () => parts.every(passes))
      : this.numbered(`any ${parts.join()}`, () => parts.some(passes));
  }

  /** The number of a test of a field. */
  numberOfTest(field: string, test: FieldTest): number {
    const known = this.fields.indexOf(field);
    const place = known < 0 ? this.fields.push(field) - 1 : known;
    return this.numbered(`${field} ${test.key}`, () => test.passes(this.valueAt(place)));
  }

  /** Goes on to another case. */
  begin(values: Values): void {
    this.values = values;
    this.isFresh = false;
  }

  /** Where in a list of questions the first stands that the present case does not pass; -1: it passes all. */
  firstFailed({ entries, starts }: Lists, list: number): number {
    const end = starts[list + 1] ?? 0;
    for (let place = starts[list] ?? 0; place < end; place++) if (!this.passes(entries[place] ?? 0)) return place;
    return -1;
  }

  private passes(number: number): boolean {
    if (!this.isFresh) this.forget();
    const known = this.answers[number];
    return known === unknown ? this.ask(number) : known === yes;
  }

  private numbered(name: string, question: () => boolean): number {
    const number = this.numbers.get(name) ?? this.questions.push(question) - 1;
    this.numbers.set(name, number);
    return number;
  }

  /** Many cases are asked nothing: what was known of the last is forgotten when something is. */
  private forget(): void {
    this.folded.fill(undefined);
    if (this.answers.length < this.questions.length) this.answers = new Int8Array(this.questions.length);
    this.answers.fill(unknown);
    this.isFresh = true;
  }

  private ask(number: number): boolean {
    const passes = this.questions[number]?.() === true;
    this.answers[number] = passes ? yes : no;
    return passes;
  }

  private valueAt(place: number): Comparable {
    return (this.folded[place] ??= comparableOf(this.values[this.fields[place] ?? '']));
  }
}
