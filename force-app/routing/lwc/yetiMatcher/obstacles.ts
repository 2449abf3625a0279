import { relaxed } from './relaxing';
import { skillObstacle } from './skills';
import type { Agent, Obstacle, WorkItem } from './types';

/** The platform gives nobody more items than that, whatever their weight. */
export const mostOpenItems = 100;

/** Everything that keeps an agent from taking an item now; nothing: the agent could take it. Skills already dropped do not count. */
export function obstaclesOf(agent: Agent, item: WorkItem, now: number): readonly Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (agent.presence === 'Offline') obstacles.push({ kind: 'offline' });
  if (agent.presence === 'Away') obstacles.push({ kind: 'away' });
  if (agent.presence === 'Available' && !agent.channels.includes(item.channel)) obstacles.push({ kind: 'channel' });
  if (item.excluded.includes(agent.id)) obstacles.push({ kind: 'declined' });
  if (item.preferred?.required === true && item.preferred.agentId !== agent.id) obstacles.push({ kind: 'preferred' });
  const free = freeOf(agent);
  if (free < item.weight) obstacles.push({ kind: 'capacity', free, needed: item.weight });
  for (const need of relaxed(item, now).skills) {
    const obstacle = skillObstacle(agent.skills, need, now);
    if (obstacle !== undefined) obstacles.push(obstacle);
  }
  return obstacles;
}

/** The weight that an agent can still take. */
export function freeOf({ capacity, used, open }: Agent): number {
  return open >= mostOpenItems ? 0 : Math.max(0, capacity - used);
}
