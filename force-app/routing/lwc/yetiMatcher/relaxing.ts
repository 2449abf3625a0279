import type { SkillDemand, WorkItem } from './types';

/** What an item still asks for at a moment. */
export interface Relaxed {
  readonly skills: readonly SkillDemand[];
  /** Names of the skills that were dropped. */
  readonly dropped: readonly string[];
  /** When the next skills are dropped; none: never. */
  readonly nextDropAt: number | undefined;
}

/** Additional skills are dropped set by set, the highest number first, and the time counts anew before each set. */
export function relaxed(item: WorkItem, now: number): Relaxed {
  const { skills, dropAfter } = item;
  if (dropAfter === undefined) return { skills, dropped: [], nextDropAt: undefined };
  const since = item.dropSince ?? item.requestedAt;
  const orders = skills.filter(({ additional }) => additional).map(({ dropOrder }) => dropOrder);
  const sets = [...new Set(orders)].sort((a, b) => b - a);
  const passed = sets.filter((_, index) => since + dropAfter * (index + 1) <= now);
  const isDropped = ({ additional, dropOrder }: SkillDemand): boolean => additional && passed.includes(dropOrder);
  return {
    skills: skills.filter((skill) => !isDropped(skill)),
    dropped: skills.filter(isDropped).map(({ skill }) => skill),
    nextDropAt: passed.length === sets.length ? undefined : since + dropAfter * (passed.length + 1)
  };
}
