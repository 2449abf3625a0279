export type { Agent, AgentSkill, Assignment, Matcher, Obstacle, SkillDemand, WorkItem } from './types';
export { createMatcher } from './matcher';
export { obstaclesOf } from './obstacles';
export { qualifies } from './skills';
