import type { Agent, AgentSkill } from '../../force-app/routing/lwc/yetiMatcher/types.ts';
import type { AgentOf, LimitedSkill } from '../../sample/company/agents.ts';
import type { Moments } from './moments.ts';

/** The channel of cases, as the org names it. */
export const caseChannel = 'Case';

/** Agents as the matcher takes them, with their keys as ids. Whoever has most to do was given work last. */
export function agentsAt(moments: Moments, agents: readonly AgentOf[], nameOf: (key: string) => string): Agent[] {
  return agents.map((agent) => ({
    id: agent.key,
    name: nameOf(agent.key),
    presence: agent.presence === 'Break' ? 'Away' : agent.presence,
    channels: [caseChannel],
    capacity: agent.capacity,
    used: agent.open,
    open: agent.open,
    lastWorkAt: agent.open === 0 ? 0 : moments.asOf.minus({ minutes: 60 - agent.open }).toMillis(),
    skills: skillsAt(moments, agent)
  }));
}

function skillsAt(moments: Moments, { skills }: AgentOf): AgentSkill[] {
  return Object.entries(skills).map(([skill, given]) => {
    const { level, from, until } = limited(given);
    return {
      skill,
      level,
      ...(from === undefined ? {} : { from: Date.parse(moments.at(from)) }),
      ...(until === undefined ? {} : { until: Date.parse(moments.at(until)) })
    };
  });
}

/** A skill with its dates, whether the data names only a level or more. */
export function limited(given: number | LimitedSkill): LimitedSkill {
  return typeof given === 'number' ? { level: given } : given;
}
