import { obstaclesOf, qualifies } from '../../../force-app/routing/lwc/yetiMatcher/yetiMatcher.ts';
import type { Agent, Obstacle } from '../../../force-app/routing/lwc/yetiMatcher/types.ts';
import { compile } from '../../../force-app/routing/lwc/yetiRuleEngine/yetiRuleEngine.ts';
import { stagesOf } from '../../../force-app/routing/lwc/yetiRuleSet/stages.ts';
import type {
  Condition,
  Requirement,
  RuleSet,
  RuleTrace,
  Stage,
  Values
} from '../../../force-app/routing/lwc/yetiRuleSet/types.ts';
import { conditionAt } from './paths.ts';

/** Somebody with the skills, and what keeps them from taking it now. */
export interface Candidate {
  readonly name: string;
  readonly obstacles: readonly Obstacle['kind'][];
}

export interface TrialStage extends Stage {
  readonly candidates: readonly Candidate[];
}

/** What became of a rule, with the first condition of it that failed. */
export interface RuleTrial extends RuleTrace {
  readonly label: string;
  readonly failed?: Condition;
}

/** What a rule set would do with a case. */
export interface Trial {
  readonly rules: readonly RuleTrial[];
  readonly requirement: Requirement;
  readonly stages: readonly TrialStage[];
}

/** Lets a rule set decide on a case, step by step until somebody would be found. */
export function tryRules(ruleSet: RuleSet, values: Values, agents: readonly Agent[], now: number): Trial {
  const engine = compile(ruleSet);
  const { requirement } = engine.evaluate(values);
  const traces = new Map(engine.trace(values).map((trace) => [trace.id, trace]));
  return {
    rules: ruleSet.rules.flatMap(({ id, label, when }): RuleTrial[] => {
      const trace = traces.get(id);
      if (!trace) return [];
      return [{ ...trace, label, ...(trace.path === undefined ? {} : { failed: conditionAt(when, trace.path) }) }];
    }),
    requirement,
    stages: stagesOf(requirement).map((stage) => ({
      ...stage,
      candidates: candidatesOf(stage, requirement.capacityWeight ?? 1, agents, now)
    }))
  };
}

/** Everybody with the skills of a stage; those who could take it first. */
export function candidatesOf(
  { skills }: Pick<Stage, 'skills'>,
  weight: number,
  agents: readonly Agent[],
  now: number
): Candidate[] {
  return agents
    .filter((agent) => qualifies(agent, skills, now))
    .map((agent) => ({ name: agent.name, obstacles: obstaclesNow(agent, weight, now) }))
    .sort((a, b) => a.obstacles.length - b.obstacles.length || a.name.localeCompare(b.name));
}

/** What besides skills keeps somebody from taking work of a weight. */
function obstaclesNow(agent: Agent, weight: number, now: number): Obstacle['kind'][] {
  const work = {
    id: '',
    channel: agent.channels[0] ?? '',
    model: 'MostAvailable',
    priority: 0,
    secondaryPriority: 0,
    requestedAt: now,
    weight,
    skills: [],
    excluded: []
  } as const;
  return obstaclesOf(agent, work, now).map(({ kind }) => kind);
}
