import type { Rule } from 'c/yetiRuleSet';
import { conditionText, requirementText, type Names } from 'c/yetiRuleWords';

/** So many rules are read at a time: no key that is pressed meanwhile waits for long. */
const RULES_AT_A_TIME = 50;

/** Finds rules by words of their name, their id and their sentences; the text of a rule is made once, before it is searched. */
export class RuleSearch {
  private readonly names: Names;
  private readonly texts = new WeakMap<Rule, string>();
  private last: { rules: readonly Rule[]; words: string; found: readonly Rule[] | undefined } | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(names: Names) {
    this.names = names;
  }

  /** Reads rules little by little, so that the first letter of a search finds them read. */
  prepare(rules: readonly Rule[], from = 0): void {
    this.stop();
    if (from >= rules.length) return;
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- little by little
    this.timer = setTimeout(() => {
      for (const rule of rules.slice(from, from + RULES_AT_A_TIME)) this.textOf(rule);
      this.prepare(rules, from + RULES_AT_A_TIME);
    });
  }

  /** Reads no more. */
  stop(): void {
    clearTimeout(this.timer);
  }

  /** The rules that have every word; undefined where no word was given. */
  find(rules: readonly Rule[], words: string): readonly Rule[] | undefined {
    if (this.last?.rules !== rules || this.last.words !== words) {
      this.last = { rules, words, found: this.filtered(rules, words) };
    }
    return this.last.found;
  }

  private filtered(rules: readonly Rule[], words: string): readonly Rule[] | undefined {
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
    if (wanted.length === 0) return undefined;
    return rules.filter((rule) => {
      const text = this.textOf(rule);
      return wanted.every((word) => text.includes(word));
    });
  }

  private textOf(rule: Rule): string {
    const known = this.texts.get(rule);
    if (known !== undefined) return known;
    const { names } = this;
    const sentence = `${conditionText(rule.when, names)} ${requirementText(rule.then, names)}`;
    const text = `${rule.id} ${rule.label} ${sentence}`.toLowerCase();
    this.texts.set(rule, text);
    return text;
  }
}
