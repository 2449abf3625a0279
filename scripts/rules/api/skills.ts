import { qualifies } from '../../../force-app/routing/lwc/yetiMatcher/yetiMatcher.ts';
import type { Agent } from '../../../force-app/routing/lwc/yetiMatcher/types.ts';
import type { Named, RuleSet } from '../../../force-app/routing/lwc/yetiRuleSet/types.ts';

/** Who has a skill. */
export interface SkillUse {
  readonly skill: string;
  readonly label: string;
  /** Agents with the skill at any level, now. */
  readonly agents: number;
  /** Those of them who are there. */
  readonly present: number;
  readonly highest: number | undefined;
  /** Rules of the active version that ask for it. */
  readonly rules: number;
}

/** What each skill of the org is worth: who has it and who asks for it. */
export function skillUses(
  skills: readonly Named[],
  agents: readonly Agent[],
  rulesBySkill: ReadonlyMap<string, number>,
  now: number
): SkillUse[] {
  return skills.map(({ name, label }) => {
    const having = agents.filter((agent) => qualifies(agent, [{ skill: name, level: 0 }], now));
    const levels = having.flatMap((agent) =>
      agent.skills.filter(({ skill }) => skill === name).map(({ level }) => level)
    );
    return {
      skill: name,
      label,
      agents: having.length,
      present: having.filter(({ presence }) => presence === 'Available').length,
      highest: levels.length === 0 ? undefined : Math.max(...levels),
      rules: rulesBySkill.get(name) ?? 0
    };
  });
}

/** How many active rules ask for each skill, also as what another one relaxes to. */
export function rulesBySkill({ rules }: RuleSet): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { active, then } of rules) {
    if (!active) continue;
    const named = (then.skills ?? []).flatMap(({ skill, relax = [] }) => [
      skill,
      ...relax.flatMap((step) => ('instead' in step ? [step.instead.skill] : []))
    ]);
    for (const skill of new Set(named)) counts.set(skill, (counts.get(skill) ?? 0) + 1);
  }
  return counts;
}
