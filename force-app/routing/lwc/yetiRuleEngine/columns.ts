import type { Condition, Rule } from '../yetiRuleSet/types';
import { wordSize } from './bits';
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

/** One whose clause is told by rows of bits; what is not is left to be asked. */
export interface IndexedColumn extends Column {
  readonly asked: Clause;
}

/** The ways in which the active rules match. */
export interface Columns {
  /** Those beside each other that ask the same: what the value of a field rules out is then ruled out in one piece. */
  readonly columns: readonly IndexedColumn[];
  /** The sharpest first. */
  readonly fields: readonly string[];
}

/** Takes the conditions of the active rules apart. */
export function columnsOf(rules: readonly Rule[]): Columns {
  const ways = rules.flatMap((rule, index) => (rule.active ? waysOf(rule.when, index) : []));
  const columns = columnsWithRows(ways);
  const fields = bySharpness(columns);
  const keyed = columns.map((column) => ({
    column,
    key: fields.map((field) => column.clause.get(field)?.key ?? '').join('\n')
  }));
  keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  return { columns: keyed.map(({ column }) => column), fields };
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

/** What one column asks of a field. */
export interface ColumnTest {
  readonly column: number;
  readonly test: FieldTest;
}

/** The tests of the columns by their fields. */
export function testsByField(columns: readonly Column[]): ReadonlyMap<string, readonly ColumnTest[]> {
  const tests = new Map<string, ColumnTest[]>();
  columns.forEach(({ clause }, column) => {
    for (const [field, test] of clause) {
      const known = tests.get(field);
      if (known) known.push({ column, test });
      else tests.set(field, [{ column, test }]);
    }
  });
  return tests;
}

/** Leaves to be asked what many other columns do not ask for: rows tell only so many parts of a field's texts. */
function columnsWithRows(ways: readonly Column[]): readonly IndexedColumn[] {
  const rows = new Map(Array.from(testsByField(ways), ([field, tests]) => [field, commonParts(tests)]));
  return ways.map((way) => {
    const clause = new Map<string, FieldTest>();
    const asked = new Map<string, FieldTest>();
    for (const [field, test] of way.clause)
      (test.partial && !rows.get(field)?.has(test.key) ? asked : clause).set(field, test);
    return { ...way, clause, asked };
  });
}

/** The keys of the tests for parts that most columns ask for: which of them a text passes is one word. */
function commonParts(tests: readonly ColumnTest[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { test } of tests) if (test.partial) counts.set(test.key, (counts.get(test.key) ?? 0) + 1);
  const keys = [...counts].sort(([, one], [, other]) => other - one).map(([key]) => key);
  return new Set(keys.slice(0, wordSize));
}

/** The fields, those first whose tests pass the fewest of the values that are named for them. */
function bySharpness(columns: readonly IndexedColumn[]): readonly string[] {
  const shares = Array.from(testsByField(columns), ([field, tests]) => ({ field, share: shareOf(tests) }));
  return shares.sort((one, other) => one.share - other.share).map(({ field }) => field);
}

/** Which part of the named values the tests let pass on average. */
function shareOf(tests: readonly ColumnTest[]): number {
  const values = [...new Points(tests).named.keys()];
  const shares = new Map<string, number>();
  let sum = 0;
  for (const { test } of tests) {
    const share = shares.get(test.key) ?? values.filter(test.passes).length / values.length;
    shares.set(test.key, share);
    sum += share;
  }
  return sum / tests.length;
}
