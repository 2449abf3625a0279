import type { Agent, SkillDemand, WorkItem } from 'c/yetiMatcher';

/** Somebody who is there, has nothing to do and can do everything that the test does not say. */
export function agent(id: string, more: Partial<Agent> = {}): Agent {
  return {
    id,
    name: id,
    presence: 'Available',
    channels: ['Case'],
    capacity: 5,
    used: 0,
    open: 0,
    lastWorkAt: 0,
    skills: [],
    ...more
  };
}

/** Work that asks for nothing the test does not say. */
export function item(id: string, more: Partial<WorkItem> = {}): WorkItem {
  return {
    id,
    channel: 'Case',
    model: 'MostAvailable',
    priority: 5,
    secondaryPriority: 0,
    requestedAt: 0,
    weight: 1,
    skills: [],
    excluded: [],
    ...more
  };
}

/** A skill that stays required. */
export function required(skill: string, level: number): SkillDemand {
  return { skill, level, additional: false, dropOrder: 0 };
}

/** A skill that may be dropped. */
export function additional(skill: string, level: number, dropOrder: number): SkillDemand {
  return { skill, level, additional: true, dropOrder };
}
