import type { Condition, Rule } from '../yetiRuleSet/types';
import { clausesOf, combinations, mostClauses, mostParts, type Clause } from './clauses';
import type { FieldTest } from './fieldTest';
import { Points } from './points';

/** One way for a rule to match: tests of fields, and what could not be taken apart. */
export interface Column {
  /** Index of the rule. */
  readonly rule: number;
  readonly clause: Clause;
  readonly rest: readonly Condition[];
}

/**
 * The ways in which the active rules match, those beside each other that ask the same: what the value of a field rules out is then
 * ruled out in one piece.
 */
export function columnsOf(rules: readonly Rule[]): readonly Column[] {
  const columns = rules.flatMap((rule, index) => (rule.active ? waysOf(rule.when, index) : []));
  const fields = bySharpness(columns);
  const keyed = columns.map((column) => ({
    column,
    key: fields.map((field) => column.clause.get(field)?.key ?? '').join('\n')
  }));
  return keyed
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ column }) => column);
}

/** The ways in which one rule matches. */
export function waysOf(condition: Condition, rule: number): readonly Column[] {
  let clauses: readonly Clause[] = [new Map()];
  const rest: Condition[] = [];
  for (const [index, part] of partsOf(condition).entries()) {
    const found = index < mostParts ? clausesOf(part) : undefined;
    const combined = found && combinations(clauses, found);
    if (combined && combined.length <= mostClauses) clauses = combined;
    else rest.push(part);
  }
  return clauses.map((clause) => ({ rule, clause, rest }));
}

/** What must all hold. */
function partsOf(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all.flatMap(partsOf) : [condition];
}

/** The fields, those first whose tests pass the fewest of the values that are named for them. */
function bySharpness(columns: readonly Column[]): readonly string[] {
  const tests = new Map<string, { test: FieldTest }[]>();
  for (const { clause } of columns) {
    for (const [field, test] of clause) {
      const known = tests.get(field);
      if (known) known.push({ test });
      else tests.set(field, [{ test }]);
    }
  }
  const shares = Array.from(tests, ([field, ofField]) => ({ field, share: shareOf(ofField) }));
  return shares.sort((one, other) => one.share - other.share).map(({ field }) => field);
}

/** Which part of the named values the tests let pass on average. */
function shareOf(tests: readonly { test: FieldTest }[]): number {
  const values = [...new Points(tests).named.keys()];
  const shares = new Map<string, number>();
  let sum = 0;
  for (const { test } of tests) {
    const share = shares.get(test.key) ?? (test.partial ? 1 : values.filter(test.passes).length / values.length);
    shares.set(test.key, share);
    sum += share;
  }
  return sum / tests.length;
}
