import { obstaclesOf, type Agent, type Obstacle, type WorkItem } from 'c/yetiMatcher';
import { isWaiting, requirementOf, type DecisionView, type Need } from './decision';
import { stageOf } from './stage';

/** Somebody who has the skills, or nearly. */
export interface Candidate {
  readonly agent: Agent;
  /** What keeps them from taking it now. */
  readonly obstacles: readonly Obstacle[];
}

/** Who could take something, by what keeps them from it. */
export interface Candidates {
  readonly free: readonly Candidate[];
  readonly busy: readonly Candidate[];
  readonly away: readonly Candidate[];
  /** Who was asked and did not take it. */
  readonly refused: readonly Candidate[];
  /** Who lacks skills, the fewest first. */
  readonly near: readonly Candidate[];
}

const CHANNEL = 'Case';
/** Who lacks more than these is no help to know about. */
const MAX_LACKING = 1;
const absences: ReadonlySet<Obstacle['kind']> = new Set(['away', 'offline', 'channel']);
const lacks: ReadonlySet<Obstacle['kind']> = new Set(['skill', 'notYet', 'expired']);

/** What else counts beside skills. */
export interface Circumstances {
  readonly weight?: number | undefined;
  /** Ids of those who did not take it: they are not asked again. */
  readonly refusedBy?: readonly string[] | undefined;
  /** Id of the only one who is asked; none: anybody may be. */
  readonly only?: string | undefined;
}

/** What counts beside skills for who could take the case, at a moment. */
export function circumstancesOf(decision: DecisionView, now: Date): Circumstances {
  const { capacityWeight } = requirementOf(decision);
  return { weight: capacityWeight, refusedBy: decision.refusedBy ?? [], only: askedOnly(decision, now) };
}

/** Id of the preferred agent, as long as nobody else is asked. */
export function askedOnly(decision: DecisionView, now: Date): string | undefined {
  const isOnly = isWaiting(decision) && stageOf(decision, now).current.preferredOnly;
  return isOnly ? (decision.preferredId ?? undefined) : undefined;
}

/** Who could take what needs these skills, at a moment. */
export function candidatesFor(
  needs: readonly Need[],
  agents: readonly Agent[],
  now: number,
  { weight = 1, refusedBy = [], only }: Circumstances = {}
): Candidates {
  const item = { ...itemOf(needs, now, weight), excluded: refusedBy };
  const all = agents
    .filter(({ id }) => only === undefined || id === only)
    .map((agent) => ({ agent, obstacles: obstaclesOf(agent, item, now) }));
  const able = all.filter(({ obstacles }) => !obstacles.some(isLack));
  const hasRefused = ({ obstacles }: Candidate): boolean => obstacles.some(({ kind }) => kind === 'declined');
  const asked = able.filter((each) => !hasRefused(each));
  const isAway = ({ obstacles }: Candidate): boolean => obstacles.some(({ kind }) => absences.has(kind));
  return {
    free: asked.filter(({ obstacles }) => obstacles.length === 0),
    busy: asked.filter((each) => each.obstacles.length > 0 && !isAway(each)),
    away: asked.filter(isAway),
    refused: able.filter(hasRefused),
    near: all.filter(({ obstacles }) => {
      const lacking = obstacles.filter(isLack).length;
      return lacking > 0 && lacking <= MAX_LACKING && lacking < needs.length;
    })
  };
}

/** The skills that somebody lacks, and how. */
export function lackingOf(agent: Agent, needs: readonly Need[], now: number): readonly Obstacle[] {
  return obstaclesOf(agent, itemOf(needs, now, 0), now).filter(isLack);
}

function isLack({ kind }: Obstacle): boolean {
  return lacks.has(kind);
}

function itemOf(needs: readonly Need[], now: number, weight: number): WorkItem {
  return {
    id: '',
    channel: CHANNEL,
    model: 'MostAvailable',
    priority: 0,
    secondaryPriority: 0,
    requestedAt: now,
    weight,
    skills: needs.map((need) => ({ ...need, additional: false, dropOrder: 0 })),
    excluded: []
  };
}
