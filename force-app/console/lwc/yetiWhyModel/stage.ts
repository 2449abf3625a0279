import { stagesOf, type Requirement, type Stage } from 'c/yetiRuleSet';
import { requirementOf, type DecisionView } from './decision';

/** Where a waiting case stands: what it needs now, and what comes next. */
export interface Standing {
  readonly current: Stage;
  readonly next?: Stage;
}

const nothing: Stage = { after: 0, skills: [], preferredOnly: false };

/**
 * What a requirement asks for at a moment, and what comes next. Steps that the org takes are counted by the org; what Omni-Channel
 * drops by itself follows from the time.
 */
export function stageOf(decision: DecisionView, now: Date): Standing {
  const requirement = askedFor(decision);
  const isByTime = dropsByItself(requirement);
  const stages = stagesOf(requirement, !isByTime);
  const index = isByTime ? placeByTime(stages, decision, now) : (decision.step ?? 0);
  const next = stages[index + 1];
  return { current: stages[index] ?? stages.at(-1) ?? nothing, ...(next && { next }) };
}

/** Whoever should have been asked first was nobody: then that step does not exist. */
function askedFor(decision: DecisionView): Requirement {
  const { preferred, preferredFor, ...rest } = requirementOf(decision);
  return decision.preferredId && preferred
    ? { ...rest, preferred, ...(preferredFor !== undefined && { preferredFor }) }
    : rest;
}

/** Omni-Channel itself drops a set of skills each time the same seconds have passed; it can do nothing else while a case waits. */
function dropsByItself({ skills = [], preferredFor }: Requirement): boolean {
  const relaxations = skills.flatMap(({ relax = [] }) => relax);
  const isSimple = skills.every(({ relax = [] }) => relax.length <= 1) && relaxations.every((each) => 'drop' in each);
  const moments = [...new Set(relaxations.map(({ after }) => after))].sort((one, other) => one - other);
  const [first] = moments;
  return (
    preferredFor === undefined &&
    isSimple &&
    first !== undefined &&
    first > 0 &&
    moments.every((moment, index) => moment === first * (index + 1))
  );
}

function placeByTime(stages: readonly Stage[], { dispatchedAt, status }: DecisionView, now: Date): number {
  if (status === 'Fallback') return stages.length - 1;
  const waited = dispatchedAt ? (now.getTime() - Date.parse(dispatchedAt)) / 1000 : 0;
  return Math.max(
    0,
    stages.findLastIndex(({ after, queue }) => queue === undefined && after <= waited)
  );
}
