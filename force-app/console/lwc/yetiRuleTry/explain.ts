import { obstaclesOf, type Agent, type Obstacle, type WorkItem } from 'c/yetiMatcher';
import { format } from 'c/yetiMessages';
import { linesOf, isGroup } from 'c/yetiRuleDocument';
import type { Desk } from 'c/yetiRuleModel';
import type { Condition, Requirement, Stage } from 'c/yetiRuleSet';
import { durationText, type Names } from 'c/yetiRuleWords';
import labelAfter from '@salesforce/label/c.Yeti_Rules_Stage_After';
import labelAtOnce from '@salesforce/label/c.Yeti_Rules_Stage_At_Once';
import labelAway from '@salesforce/label/c.Yeti_Rules_Obstacle_Away';
import labelCapacity from '@salesforce/label/c.Yeti_Rules_Obstacle_Capacity';
import labelChannel from '@salesforce/label/c.Yeti_Rules_Obstacle_Channel';
import labelExpired from '@salesforce/label/c.Yeti_Rules_Obstacle_Expired';
import labelLevel from '@salesforce/label/c.Yeti_Rules_Obstacle_Level';
import labelMissing from '@salesforce/label/c.Yeti_Rules_Obstacle_Missing';
import labelNoSkills from '@salesforce/label/c.Yeti_Rules_Stage_No_Skills';
import labelNotYet from '@salesforce/label/c.Yeti_Rules_Obstacle_Not_Yet';
import labelOffline from '@salesforce/label/c.Yeti_Rules_Obstacle_Offline';
import labelOther from '@salesforce/label/c.Yeti_Rules_Obstacle_Other';
import labelPreferredOnly from '@salesforce/label/c.Yeti_Rules_Stage_Preferred';
import labelQueue from '@salesforce/label/c.Yeti_Rules_Says_Queue';

/** What is asked for from a moment on. */
export function stageText(
  { after, skills, queue, preferredOnly }: Stage,
  names: Names
): { when: string; needs: string } {
  const needs = skills.map(({ skill, level }) => `${names.skill(skill)} ≥ ${String(level)}`);
  if (needs.length === 0) needs.push(labelNoSkills);
  if (queue !== undefined) needs.push(format(labelQueue, names.queue(queue)));
  if (preferredOnly) needs.push(labelPreferredOnly);
  return { when: after === 0 ? labelAtOnce : format(labelAfter, durationText(after)), needs: needs.join(' · ') };
}

/** Somebody, and what keeps them from taking the case at once; nothing: they could. */
export interface Candidate {
  readonly agent: Agent;
  readonly obstacles: readonly Obstacle[];
}

/** Everybody, those first who are nearest to taking it. */
export function candidatesFor(
  requirement: Requirement,
  stage: Stage | undefined,
  desk: Desk,
  now: number
): readonly Candidate[] {
  const item: WorkItem = {
    id: '',
    channel: 'Case',
    model: 'MostAvailable',
    priority: 0,
    secondaryPriority: 0,
    requestedAt: now,
    weight: requirement.capacityWeight ?? 1,
    skills: (stage?.skills ?? []).map(({ skill, level }) => ({ skill, level, additional: false, dropOrder: 0 })),
    excluded: []
  };
  return desk.agents
    .map((agent) => ({ agent, obstacles: obstaclesOf(agent, item, now) }))
    .sort((one, other) => rankOf(one) - rankOf(other) || one.agent.name.localeCompare(other.agent.name));
}

/** What keeps somebody, in words. */
export function obstacleText(obstacle: Obstacle, names: Names, dayOf: (moment: number) => string): string {
  switch (obstacle.kind) {
    case 'skill': {
      const name = names.skill(obstacle.skill);
      return obstacle.level === undefined
        ? format(labelMissing, name)
        : format(labelLevel, name, String(obstacle.level), String(obstacle.needed));
    }
    case 'notYet':
      return format(labelNotYet, names.skill(obstacle.skill), dayOf(obstacle.at));
    case 'expired':
      return format(labelExpired, names.skill(obstacle.skill), dayOf(obstacle.at));
    case 'capacity':
      return format(labelCapacity, String(obstacle.free), String(obstacle.needed));
    case 'away':
      return labelAway;
    case 'offline':
      return labelOffline;
    case 'channel':
      return labelChannel;
    default:
      return labelOther;
  }
}

/** The comparisons of conditions, each field once. */
export function fieldsIn(conditions: readonly Condition[]): readonly string[] {
  const fields = new Set<string>();
  for (const condition of conditions) {
    for (const { node } of linesOf(condition))
      if (!isGroup(node) && node.comparison.field !== '') fields.add(node.comparison.field);
  }
  return [...fields].sort();
}

/** Nobody comes after somebody who lacks more skills. */
function rankOf({ obstacles }: Candidate): number {
  const lacks = obstacles.filter(({ kind }) => kind === 'skill' || kind === 'expired' || kind === 'notYet').length;
  return lacks * 100 + obstacles.length;
}
