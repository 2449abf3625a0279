import type { Requirement, Rule, RuleSet } from '../yetiRuleSet/types';

/** How a rule differs between two versions. `defaults`: what holds where no rule said otherwise. */
export type Change =
  | { readonly kind: 'added'; readonly after: Rule }
  | { readonly kind: 'removed'; readonly before: Rule }
  | { readonly kind: 'changed'; readonly before: Rule; readonly after: Rule; readonly moved: boolean }
  | { readonly kind: 'moved'; readonly after: Rule; readonly from: number; readonly to: number }
  | { readonly kind: 'defaults'; readonly before: Requirement; readonly after: Requirement };

/** What is different in the later of two versions, in its order; what was removed comes last. */
export function changesBetween(before: RuleSet, after: RuleSet): readonly Change[] {
  const known = new Map(before.rules.map((rule, index) => [rule.id, { rule, index }]));
  const kept = new Set(after.rules.map(({ id }) => id));
  const shared = after.rules.flatMap(({ id }) => known.get(id)?.index ?? []);
  const inOrder = longestRise(shared);
  const changes: Change[] = [];
  after.rules.forEach((rule, to) => {
    const earlier = known.get(rule.id);
    if (!earlier) {
      changes.push({ kind: 'added', after: rule });
      return;
    }
    const moved = !inOrder.has(earlier.index);
    if (!same(earlier.rule, rule)) changes.push({ kind: 'changed', before: earlier.rule, after: rule, moved });
    else if (moved) changes.push({ kind: 'moved', after: rule, from: earlier.index, to });
  });
  if (!same(before.defaults ?? {}, after.defaults ?? {})) {
    changes.push({ kind: 'defaults', before: before.defaults ?? {}, after: after.defaults ?? {} });
  }
  for (const rule of before.rules) if (!kept.has(rule.id)) changes.push({ kind: 'removed', before: rule });
  return changes;
}

/** Whether two parts of rule sets say the same, in whatever order their keys are. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => name in other && same(one[name], other[name]))
  );
}

/** The most numbers that already rise from left to right: what is not among them was moved. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const number of numbers) {
    let place = ends.findIndex((end) => end >= number);
    if (place < 0) place = ends.length;
    before.set(number, ends[place - 1]);
    ends[place] = number;
  }
  const rise = new Set<number>();
  for (let number = ends.at(-1); number !== undefined; number = before.get(number)) rise.add(number);
  return rise;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
