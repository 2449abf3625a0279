import type { Condition } from '../yetiRuleSet/types';
import { both, either, fieldTestOf, opposite, type FieldTest } from './fieldTest';

/** Tests of several fields that must all pass. */
export type Clause = ReadonlyMap<string, FieldTest>;

/** A condition with more alternatives is not taken apart. */
export const mostClauses = 32;
/** Nor is one with more parts. */
export const mostParts = 256;

/**
 * The alternatives of a condition: it holds where one of them does. None: it never holds.
 *
 * @returns undefined where there are too many
 */
export function clausesOf(condition: Condition, negated = false): readonly Clause[] | undefined {
  if ('not' in condition) return clausesOf(condition.not, !negated);
  if ('field' in condition) {
    const test = fieldTestOf(condition);
    return [new Map([[condition.field, negated ? opposite(test) : test]])];
  }
  const parts = 'all' in condition ? condition.all : condition.any;
  if (parts.length > mostParts) return undefined;
  const join = 'all' in condition === negated ? alternatives : combinations;
  let clauses: readonly Clause[] | undefined;
  for (const part of parts) {
    const found = clausesOf(part, negated);
    if (!found) return undefined;
    clauses = clauses ? join(clauses, found) : found;
    if (clauses.length > mostClauses) return undefined;
  }
  return clauses ?? ('all' in condition === negated ? [] : [new Map()]);
}

/** Those of both; what asks of one field alone becomes one test of it. */
function alternatives(one: readonly Clause[], other: readonly Clause[]): readonly Clause[] {
  const clauses = [...one];
  for (const clause of other) {
    const field = onlyField(clause);
    const twin = field === undefined ? -1 : clauses.findIndex((known) => onlyField(known) === field);
    const known = clauses[twin];
    if (known && field !== undefined) clauses[twin] = new Map([[field, joined(known, clause, field, either)]]);
    else clauses.push(clause);
  }
  return clauses;
}

/** Each of one with each of the other. */
export function combinations(one: readonly Clause[], other: readonly Clause[]): readonly Clause[] {
  return one.flatMap((first) =>
    other.map((second) => {
      const clause = new Map(first);
      for (const field of second.keys()) clause.set(field, joined(first, second, field, both));
      return clause;
    })
  );
}

function joined(one: Clause, other: Clause, field: string, join: typeof both): FieldTest {
  const first = one.get(field);
  const second = other.get(field);
  if (first && second) return join(first, second);
  const only = first ?? second;
  if (!only) throw new Error(`No clause asks for ${field}`);
  return only;
}

function onlyField(clause: Clause): string | undefined {
  const [field, another] = clause.keys();
  return another === undefined ? field : undefined;
}
