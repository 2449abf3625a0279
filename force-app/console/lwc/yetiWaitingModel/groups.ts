import type { Agent } from 'c/yetiMatcher';
import { format } from 'c/yetiMessages';
import { askedOnly, candidatesFor, needsText, requirementOf, stageOf, type Need } from 'c/yetiWhyModel';
import labelFirst from '@salesforce/label/c.Yeti_Waiting_First';
import { isRouted, sinceOf, type WaitingItem } from './items';

/** Cases that wait for the same skills, or for the same person as long as only that one is asked. */
export interface WaitingGroup {
  readonly key: string;
  readonly needs: readonly Need[];
  /** Id of the only one who is asked; none: anybody may be. */
  readonly only: string | undefined;
  readonly text: string;
  /** The longest wait first. */
  readonly items: readonly WaitingItem[];
  readonly oldest: Date;
  /** Ids of those who took none of them when asked. */
  readonly refusedBy: readonly string[];
  readonly weight: number | undefined;
  readonly free: number;
  readonly busy: number;
  readonly away: number;
}

/** Cases that are in no routing for the same reason. */
export interface UnroutedGroup {
  readonly key: string;
  /** Why, in words; empty where it is not known. */
  readonly reason: string;
  readonly items: readonly WaitingItem[];
}

/** What waits by what it waits for now, the longest wait first. */
export function groupsOf(items: readonly WaitingItem[], agents: readonly Agent[], now: Date): readonly WaitingGroup[] {
  const byNeeds = new Map<string, Pick<WaitingGroup, 'needs' | 'only'> & { readonly items: WaitingItem[] }>();
  for (const item of items.filter(isRouted)) {
    const needs = [...stageOf(item.decision, now).current.skills].sort((one, other) =>
      one.skill.localeCompare(other.skill)
    );
    const only = askedOnly(item.decision, now);
    const key = JSON.stringify([needs, only]);
    const group = byNeeds.get(key) ?? { needs, only, items: [] };
    group.items.push(item);
    byNeeds.set(key, group);
  }
  return Array.from(byNeeds, ([key, { needs, only, items: members }]) => {
    const sorted = [...members].sort((one, other) => sinceOf(one).getTime() - sinceOf(other).getTime());
    const [first] = sorted;
    const weight = first ? requirementOf(first.decision).capacityWeight : undefined;
    const refusedBy = refusedByAll(sorted);
    const { free, busy, away } = candidatesFor(needs, agents, now.getTime(), { weight, refusedBy, only });
    return {
      key,
      needs,
      only,
      text: only && first ? firstText(first, needs) : needsText(needs),
      items: sorted,
      refusedBy,
      weight,
      oldest: first ? sinceOf(first) : now,
      free: free.length,
      busy: busy.length,
      away: away.length
    };
  }).sort((one, other) => one.oldest.getTime() - other.oldest.getTime());
}

/** Whom it waits for before anybody else is asked: `Ada Alder, then Payments ≥ 5`. */
function firstText({ decision }: WaitingItem, needs: readonly Need[]): string {
  return format(labelFirst, decision.preferredName ?? '', needsText(needs));
}

/** What failed or was skipped by the reason, as the org sends it: the longest wait first. */
export function unroutedOf(items: readonly WaitingItem[]): readonly UnroutedGroup[] {
  const byReason = new Map<string, WaitingItem[]>();
  for (const item of items.filter((each) => !isRouted(each))) {
    const key = `${item.decision.status} ${item.decision.problem ?? ''}`;
    byReason.set(key, [...(byReason.get(key) ?? []), item]);
  }
  return Array.from(byReason, ([key, members]) => ({
    key,
    reason: members[0]?.decision.problem ?? '',
    items: members
  }));
}

/** Who did not take one case may still take another of the group. */
function refusedByAll(items: readonly WaitingItem[]): readonly string[] {
  const [first, ...others] = items.map(({ decision }) => decision.refusedBy ?? []);
  return (first ?? []).filter((id) => others.every((refused) => refused.includes(id)));
}
