import type { Requirement, SkillNeed, Stage } from './types';

const minute = 60;

/**
 * What a requirement asks for, step by step, until somebody is found; the fallback is the last step. A step that changes nothing is
 * none.
 *
 * @param wholeMinutes rounds times up to minutes, as an org does
 */
export function stagesOf(requirement: Requirement, wholeMinutes = false): readonly Stage[] {
  const { skills = [], preferred, preferredFor = 0, fallback } = requirement;
  const rounded = (after: number): number => (wholeMinutes ? Math.ceil(after / minute) * minute : after);
  const lastMoment = fallback ? rounded(fallback.after) : Infinity;
  const onlyUntil = preferred === undefined ? 0 : rounded(preferredFor);
  const relaxed = skills.flatMap(({ relax = [] }) => relax.map(({ after }) => rounded(after)));
  const moments = new Set([0, ...relaxed, onlyUntil].filter((moment) => moment < lastMoment));
  if (fallback) moments.add(lastMoment);

  const stages: Stage[] = [];
  for (const after of [...moments].sort((one, other) => one - other)) {
    const fallen = fallback && after === lastMoment;
    const stage: Stage = {
      after,
      skills: skillsAt(skills, (moment) => rounded(moment) <= after),
      ...(fallen && { queue: fallback.queue }),
      preferredOnly: !fallen && after < onlyUntil
    };
    const before = stages.at(-1);
    if (!before || !isSame(before, stage)) stages.push(stage);
  }
  return stages;
}

/** The skills as relaxed so far; two that become one ask for the higher level. */
function skillsAt(needs: readonly SkillNeed[], isDue: (after: number) => boolean): Stage['skills'] {
  const levels = new Map<string, number>();
  for (const need of needs) {
    let { skill, level } = need;
    let dropped = false;
    for (const step of need.relax ?? []) {
      if (!isDue(step.after)) break;
      if ('to' in step) level = step.to;
      else if ('instead' in step) ({ skill, level } = step.instead);
      else dropped = true;
    }
    if (!dropped) levels.set(skill, Math.max(level, levels.get(skill) ?? 0));
  }
  return Array.from(levels, ([skill, level]) => ({ skill, level }));
}

function isSame(one: Stage, other: Stage): boolean {
  return (
    one.queue === other.queue &&
    one.preferredOnly === other.preferredOnly &&
    one.skills.length === other.skills.length &&
    one.skills.every(({ skill, level }, index) => {
      const twin = other.skills[index];
      return twin?.skill === skill && twin.level === level;
    })
  );
}
