import type { Requirement, Rule } from '../yetiRuleSet/types';
import { finding, listed } from './report';
import type { Finding, Logic, Placed } from './types';

const plainKeys = ['priority', 'queue', 'preferred', 'preferredFor', 'capacityWeight', 'fallback'] as const;

/** What is odd about the conditions of rules, and about what comes of it where one implies another. */
export function lintConditions(placed: readonly Placed[], logic: Logic): readonly Finding[] {
  const places = new Map(placed.map((one) => [one.index, one]));
  return placed.flatMap(({ index, rule }) => {
    if (!logic.canHold(index)) return [finding(rule.id, 'alwaysFalse', 'warning', [])];
    const wider = logic.widerThan(index).flatMap((other) => (other < index ? (places.get(other) ?? []) : []));
    return wider.length === 0 ? [] : underWider(rule, index, wider, logic);
  });
}

/** About a rule that matches only where others before it match too. */
function underWider(rule: Rule, index: number, wider: readonly Placed[], logic: Logic): readonly Finding[] {
  const stopping = wider.find((earlier) => earlier.rule.stop);
  if (stopping) return [finding(rule.id, 'unreachable', 'warning', [stopping.rule.label])];
  const twins = wider.filter((earlier) => logic.widerThan(earlier.index).includes(index));
  const same = twins.find((earlier) => isEqual(earlier.rule.then, rule.then));
  if (same && !rule.stop) return [finding(rule.id, 'duplicate', 'warning', [same.rule.label])];
  const clashes = plainKeys.flatMap((key) => clashOf(rule, wider, twins, key) ?? []);
  if (clashes.length > 0) return clashes;
  if (rule.stop || !isCovered(rule.then, wider)) return [];
  return [finding(rule.id, 'shadowed', 'warning', [listed(wider.map((earlier) => earlier.rule.label))])];
}

/** A value that never counts because another is always set before. */
function clashOf(
  { id, then: own }: Rule,
  wider: readonly Placed[],
  twins: readonly Placed[],
  key: (typeof plainKeys)[number]
): Finding | undefined {
  if (own[key] === undefined) return undefined;
  const first = wider.find((earlier) => earlier.rule.then[key] !== undefined);
  if (!first || isEqual(first.rule.then[key], own[key])) return undefined;
  const args = [first.rule.label, key, shown(first.rule.then[key]), shown(own[key])];
  return finding(id, twins.includes(first) ? 'contradiction' : 'overruled', 'warning', args);
}

/** Whether rules before ask for all of it. */
function isCovered(requirement: Requirement, wider: readonly Placed[]): boolean {
  const { skills = [] } = requirement;
  const before = wider.map((earlier) => earlier.rule.then);
  return (
    plainKeys.every((key) => requirement[key] === undefined || before.some((other) => other[key] !== undefined)) &&
    skills.every(({ skill, level }) =>
      before.some((other) => other.skills?.some((need) => need.skill === skill && need.level >= level))
    )
  );
}

function shown(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
