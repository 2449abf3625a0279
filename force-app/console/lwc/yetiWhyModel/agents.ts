import type { Agent } from 'c/yetiMatcher';

/** Somebody who takes work, as the org sends them. */
export interface PlainAgent extends Omit<Agent, 'skills' | 'presence'> {
  /** None where the org has no Omni-Channel. */
  readonly presence?: Agent['presence'] | null;
  readonly skills: readonly PlainSkill[];
}

interface PlainSkill {
  readonly skill: string;
  readonly level: number;
  readonly since?: number | null;
  readonly until?: number | null;
}

/** Agents as the matcher knows them. */
export function agentsOf(agents: readonly PlainAgent[]): readonly Agent[] {
  return agents.map((agent) => ({
    ...agent,
    presence: agent.presence ?? 'Offline',
    skills: agent.skills.map(({ skill, level, since, until }) => ({
      skill,
      level,
      ...(typeof since === 'number' && { from: since }),
      ...(typeof until === 'number' && { until })
    }))
  }));
}
