import type { Relaxation, Requirement, SkillNeed } from './types';

const preferences = { owner: 'the owner', lastAgent: 'the last agent' } as const;

/** A requirement as one English line: "Polish 7, Complaints 5 (600 s: 3), priority 3, queue Shops". */
export function summaryOf(requirement: Requirement): string {
  const { skills = [], priority, queue, preferred, preferredFor, capacityWeight, fallback } = requirement;
  const parts = skills.map(skillOf);
  if (priority !== undefined) parts.push(`priority ${String(priority)}`);
  if (queue !== undefined) parts.push(`queue ${queue}`);
  if (preferred !== undefined)
    parts.push(preferences[preferred] + (preferredFor === undefined ? '' : ` for ${String(preferredFor)} s`));
  if (capacityWeight !== undefined) parts.push(`weight ${String(capacityWeight)}`);
  if (fallback) parts.push(`after ${String(fallback.after)} s queue ${fallback.queue}`);
  return parts.join(', ');
}

function skillOf({ skill, level, relax = [] }: SkillNeed): string {
  const steps = relax.map((step) => `${String(step.after)} s: ${stepOf(step)}`);
  return `${skill} ${String(level)}${steps.length === 0 ? '' : ` (${steps.join(', ')})`}`;
}

function stepOf(step: Relaxation): string {
  if ('to' in step) return String(step.to);
  if ('instead' in step) return `${step.instead.skill} ${String(step.instead.level)} instead`;
  return 'dropped';
}
