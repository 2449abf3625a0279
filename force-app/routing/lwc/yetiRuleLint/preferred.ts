import type { Requirement } from '../yetiRuleSet/types';
import { finding } from './report';
import type { Finding, Placed } from './types';

/**
 * Rules that prefer an agent for no time and ask for no skill: where no other rule adds either, nobody is asked, because without
 * skills Omni-Channel would give the case to anybody.
 */
export function lintPreferred(placed: readonly Placed[], defaults: Requirement = {}): readonly Finding[] {
  return placed
    .filter(({ rule: { then } }) => then.preferred !== undefined && asksNobody({ ...defaults, ...then }))
    .map(({ rule }) => finding(rule.id, 'preferredAlone', 'warning', []));
}

function asksNobody({ skills = [], preferredFor = 0 }: Requirement): boolean {
  return skills.length === 0 && preferredFor === 0;
}
