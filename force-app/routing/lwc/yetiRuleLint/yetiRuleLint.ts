import type { RuleSet } from '../yetiRuleSet/types';
import { lintConditions } from './conditions';
import { lintPreferred } from './preferred';
import { finding } from './report';
import { lintPairs, lintSamples, lintSkills } from './skills';
import { Staff } from './staff';
import type { Kind } from './texts';
import type { Finding, Hits, Placed, Surroundings, Tools } from './types';

export type { Finding, Hits, Logic, Sample, Surroundings, Tools } from './types';
export type { Kind } from './texts';
export { afterText, texts } from './texts';

const day = 24 * 60 * 60 * 1000;
/** A rule that no case has met for so long is no longer needed. */
const longUnmet = 90 * day;

/** A rule of which this is told has no effect that could be measured. */
const neverMatches: ReadonlySet<Kind> = new Set<Kind>(['alwaysFalse', 'unreachable']);

/**
 * What the author of a rule set without faults will want to know of its active rules, rule by rule.
 *
 * @param tools `logicOf(ruleSet)` of yetiRuleEngine and `stagesOf` of yetiRuleSet
 */
export function lint(ruleSet: RuleSet, tools: Tools, { now, agents, hits }: Surroundings): readonly Finding[] {
  const placed = ruleSet.rules.map((rule, index) => ({ rule, index })).filter(({ rule }) => rule.active);
  const findings = [...lintConditions(placed, tools.logic), ...lintPreferred(placed, ruleSet.defaults)];
  // An org without agents has just been set up: there is nobody yet to measure rules by.
  if (agents && agents.length > 0) {
    const idle = new Set(findings.filter(({ kind }) => neverMatches.has(kind)).map(({ ruleId }) => ruleId));
    const working = placed.filter(({ rule }) => !idle.has(rule.id));
    const staff = new Staff(agents, now);
    for (const { rule } of working) findings.push(...lintSkills(rule.id, rule.then, staff, tools.stagesOf));
    if (ruleSet.defaults) findings.push(...lintSkills(undefined, ruleSet.defaults, staff, tools.stagesOf));
    findings.push(...lintPairs(working, staff, tools));
    if (hits?.samples) findings.push(...lintSamples(hits.samples, staff, tools.stagesOf));
  }
  if (hits) findings.push(...lintHits(placed, hits, now));
  const places = new Map(placed.map(({ rule, index }) => [rule.id, index]));
  const placeOf = ({ ruleId }: Finding): number => places.get(ruleId ?? '') ?? Infinity;
  return findings.sort((one, other) => (placeOf(one) === placeOf(other) ? 0 : placeOf(one) - placeOf(other)));
}

function lintHits(placed: readonly Placed[], { since, last }: Hits, now: number): readonly Finding[] {
  return placed.flatMap(({ rule }) => {
    const met = last[rule.id] ?? since;
    return now - met < longUnmet ? [] : [finding(rule.id, 'stale', 'info', [new Date(met).toISOString().slice(0, 10)])];
  });
}
