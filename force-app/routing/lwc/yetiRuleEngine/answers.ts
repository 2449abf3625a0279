import type { Condition, Values } from '../yetiRuleSet/types';
import { comparableOf, type Comparable } from './comparison';
import { fieldTestOf, type FieldTest } from './fieldTest';

/** Whether the present case passes. */
export type Check = () => boolean;

const unknown = 0;
const yes = 1;
const no = 2;

/** What tests of fields say of one case: each is asked at most once, and each value folded at most once. */
export class Answers {
  private readonly fields: string[] = [];
  private readonly tests: { readonly field: number; readonly test: FieldTest }[] = [];
  private readonly checks = new Map<string, Check>();
  private values: Values = {};
  private folded: (Comparable | undefined)[] = [];
  private answers = new Int8Array(0);
  private isFresh = false;

  /** Checks a condition; what is asked in several places is asked once. */
  checkOf(condition: Condition): Check {
    if ('field' in condition) return this.checkOfTest(condition.field, fieldTestOf(condition));
    if ('not' in condition) {
      const check = this.checkOf(condition.not);
      return () => !check();
    }
    const isAll = 'all' in condition;
    const checks = (isAll ? condition.all : condition.any).map((part) => this.checkOf(part));
    return isAll ? () => checks.every((check) => check()) : () => checks.some((check) => check());
  }

  /** Checks a test of a field. */
  checkOfTest(field: string, test: FieldTest): Check {
    const name = `${field} ${test.key}`;
    const known = this.checks.get(name);
    if (known) return known;
    const place = this.fields.indexOf(field);
    const number = this.tests.push({ field: place < 0 ? this.fields.push(field) - 1 : place, test }) - 1;
    const check = (): boolean => this.passes(number);
    this.checks.set(name, check);
    return check;
  }

  /** Goes on to another case. */
  begin(values: Values): void {
    this.values = values;
    this.isFresh = false;
  }

  private passes(number: number): boolean {
    if (!this.isFresh) this.forget();
    const known = this.answers[number];
    return known === unknown ? this.ask(number) : known === yes;
  }

  /** Many cases are asked nothing: what was known of the last is forgotten when something is. */
  private forget(): void {
    this.folded.fill(undefined);
    if (this.answers.length < this.tests.length) this.answers = new Int8Array(this.tests.length);
    this.answers.fill(unknown);
    this.isFresh = true;
  }

  private ask(number: number): boolean {
    const asked = this.tests[number];
    if (!asked) return false;
    const field = this.fields[asked.field] ?? '';
    const value = (this.folded[asked.field] ??= comparableOf(this.values, field));
    const passes = asked.test.passes(value);
    this.answers[number] = passes ? yes : no;
    return passes;
  }
}
