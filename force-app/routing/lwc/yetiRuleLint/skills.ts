import type { Requirement, SkillNeed } from '../yetiRuleSet/types';
import { finding, listed, mostNamed } from './report';
import { haveNobody, type Staff } from './staff';
import type { Kind } from './texts';
import type { Finding, Placed, Sample, Skills, Tools } from './types';

/** What is odd about the skills that a requirement of its own asks for: nobody has them, or not yet. */
export function lintSkills(
  ruleId: string | undefined,
  { skills = [] }: Requirement,
  staff: Staff,
  stagesOf: Tools['stagesOf']
): readonly Finding[] {
  if (skills.length === 0) return [];
  const stages = stagesOf({ skills });
  const found = stages.find((stage) => !haveNobody(staff.able(stage.skills)));
  const first = stages[0];
  if (!first) return [];
  if (found === first) {
    const able = staff.names(staff.able(first.skills));
    if (able.some(({ presence }) => presence !== 'Offline')) return [];
    return [finding(ruleId, 'onlyAway', 'info', [listed(able.map(({ name }) => name))])];
  }
  const severity = found ? 'warning' : 'error';
  return lacks(first.skills, staff).map(([kind, args]) => finding(ruleId, kind, severity, args, found?.after));
}

/** Pairs of rules that can meet and then ask for more than anybody has, even when all is relaxed. */
export function lintPairs(placed: readonly Placed[], staff: Staff, { logic, stagesOf }: Tools): readonly Finding[] {
  const asking = new Map(
    placed.flatMap(({ index, rule }) => {
      const { skills = [] } = rule.then;
      const able = staff.able(lastOf(skills, stagesOf));
      const isFine = skills.length > 0 && logic.canHold(index) && !haveNobody(able);
      return isFine ? [[index, { rule, skills, able }] as const] : [];
    })
  );
  return Array.from(asking).flatMap(([index, later]) => {
    const partners: string[] = [];
    for (const other of logic.meeting(index)) {
      if (other >= index || partners.length > mostNamed) break;
      const earlier = asking.get(other);
      if (!earlier || earlier.rule.stop || !haveNobody(earlier.able, later.able)) continue;
      const together = lastOf(strongest([...earlier.skills, ...later.skills]), stagesOf);
      if (haveNobody(staff.able(together))) partners.push(earlier.rule.label);
    }
    return partners.length === 0 ? [] : [finding(later.rule.id, 'together', 'info', [listed(partners)])];
  });
}

/** Requirements of real cases that nobody can meet, even when all is relaxed. */
export function lintSamples(samples: readonly Sample[], staff: Staff, stagesOf: Tools['stagesOf']): readonly Finding[] {
  return samples.flatMap(({ matched, requirement: { skills = [] }, count }) => {
    if (!haveNobody(staff.able(lastOf(skills, stagesOf)))) return [];
    return [finding(matched.at(-1), 'seen', 'warning', [skillText(skills), String(count)])];
  });
}

/** Why nobody has the skills: of each the reason, or their combination. */
function lacks(skills: Skills, staff: Staff): readonly (readonly [kind: Kind, args: readonly string[]])[] {
  const single = skills.flatMap(({ skill, level }): [Kind, string[]][] => {
    if (!haveNobody(staff.able([{ skill, level }]))) return [];
    const highest = staff.highest(skill);
    if (highest === undefined) return [['nobodyHas', [skill]]];
    if (highest < level) return [['aboveAll', [skill, String(level), String(highest)]]];
    return [['expired', [skill, String(level)]]];
  });
  return single.length > 0 ? single : [['combination', [skillText(skills)]]];
}

/** What is asked for when everything is relaxed: mostly nothing is, and need not be worked out. */
function lastOf(skills: readonly SkillNeed[], stagesOf: Tools['stagesOf']): Skills {
  if (skills.every(({ relax = [] }) => relax.length === 0)) return skills;
  return stagesOf({ skills }).at(-1)?.skills ?? [];
}

/** Each skill once, at its highest level, as an engine merges them. */
function strongest(needs: readonly SkillNeed[]): readonly SkillNeed[] {
  const bySkill = new Map<string, SkillNeed>();
  for (const need of needs) {
    const known = bySkill.get(need.skill);
    if (!known || need.level > known.level) bySkill.set(need.skill, need);
  }
  return [...bySkill.values()];
}

function skillText(skills: Skills): string {
  return skills.map(({ skill, level }) => `${skill} ${String(level)}`).join(', ');
}
