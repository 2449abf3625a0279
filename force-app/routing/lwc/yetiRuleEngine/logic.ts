import type { RuleSet } from '../yetiRuleSet/types';
import { intersect, noBits, placesOf, setBit, unite, type Bits } from './bits';
import { testsByField, waysOf, type Column } from './columns';
import { FieldLogic } from './fieldLogic';

/** How the conditions of a rule set's active rules stand to each other. Rules are named by their index. */
export interface Logic {
  /** False: no case can be thought of for which the rule's condition holds. */
  canHold(rule: number): boolean;
  /** The rules that surely hold wherever this one does, in their order; none where it can't hold. */
  widerThan(rule: number): readonly number[];
  /** The rules that may hold for a case for which this one holds, in their order. */
  meeting(rule: number): Iterable<number>;
}

/** Thinks about the conditions: what is asked about a rule is found for all others at once. */
export function logicOf({ rules }: RuleSet): Logic {
  const columns = rules.flatMap(({ active, when }, index) => (active ? waysOf(when, index) : []));
  const fields = new Map(
    Array.from(testsByField(columns), ([field, tests]) => [field, new FieldLogic(tests, columns.length)])
  );
  const ways = rules.map((): Column[] => []);
  const possible = noBits(columns.length);
  const whole = noBits(columns.length);
  for (const [index, column] of columns.entries()) {
    if (![...column.clause].every(([field, test]) => fields.get(field)?.canPass(test))) continue;
    ways[column.rule]?.push(column);
    setBit(possible, index, true);
    setBit(whole, index, column.rest.length === 0);
  }
  const waysOfRule = (rule: number): readonly Column[] => ways[rule] ?? [];
  return {
    canHold: (rule) => waysOfRule(rule).length > 0,
    widerThan(rule) {
      const [first = [], ...others] = waysOfRule(rule).map(({ clause }) => {
        const row = whole.slice();
        for (const [field, logic] of fields) {
          const test = clause.get(field);
          intersect(row, test ? logic.wider(test) : logic.free);
        }
        return [...rulesAt(row, columns)];
      });
      return first.filter((one) => others.every((other) => other.includes(one)));
    },
    meeting(rule) {
      const met = noBits(columns.length);
      for (const { clause } of waysOfRule(rule)) {
        const row = possible.slice();
        for (const [field, test] of clause) intersect(row, fields.get(field)?.meeting(test) ?? possible);
        unite(met, row);
      }
      return rulesAt(met, columns);
    }
  };
}

/** The rules of the columns, each once: those stand in the order of their rules. */
function* rulesAt(row: Bits, columns: readonly Column[]): Iterable<number> {
  let last = -1;
  for (const place of placesOf(row)) {
    const { rule = last } = columns[place] ?? {};
    if (rule !== last) yield rule;
    last = rule;
  }
}
