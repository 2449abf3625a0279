import type { AgentSkill, Obstacle } from './types';

/** A skill and the lowest level that will do. */
export interface Need {
  readonly skill: string;
  readonly level: number;
}

/** Whether somebody has every skill now at the level asked for. */
export function qualifies(
  agent: { readonly skills: readonly AgentSkill[] },
  needs: readonly Need[],
  now: number
): boolean {
  return needs.every((need) => skillObstacle(agent.skills, need, now) === undefined);
}

/** The skills that count now, each at the highest level that somebody has it at. */
export function skillsNow(skills: readonly AgentSkill[], now: number): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const entry of skills) {
    if (counts(entry, now)) levels.set(entry.skill, Math.max(entry.level, levels.get(entry.skill) ?? entry.level));
  }
  return levels;
}

/** The next moment at which a skill begins or ends to count. */
export function nextSkillChange(skills: readonly AgentSkill[], now: number): number | undefined {
  const moments = skills
    .flatMap(({ from, until }) => [from, until])
    .filter((moment): moment is number => moment !== undefined && moment > now);
  return moments.length === 0 ? undefined : Math.min(...moments);
}

/** Why somebody does not meet a need: a level too low, else a skill that would do and has not begun, or has ended, else none. */
export function skillObstacle(skills: readonly AgentSkill[], need: Need, now: number): Obstacle | undefined {
  const entries = skills.filter(({ skill }) => skill === need.skill);
  const level = skillsNow(entries, now).get(need.skill);
  if (level !== undefined && level >= need.level) return undefined;
  const { skill, level: needed } = need;
  if (level !== undefined) return { kind: 'skill', skill, needed, level };
  const wouldDo = entries.filter((entry) => entry.level >= needed);
  const begins = wouldDo.map(({ from = now }) => from).filter((from) => from > now);
  if (begins.length > 0) return { kind: 'notYet', skill, at: Math.min(...begins) };
  const ends = wouldDo.map(({ until }) => until).filter((until) => until !== undefined);
  if (ends.length > 0) return { kind: 'expired', skill, at: Math.max(...ends) };
  return { kind: 'skill', skill, needed, level: undefined };
}

function counts({ from, until }: AgentSkill, now: number): boolean {
  return (from === undefined || from <= now) && (until === undefined || now < until);
}
