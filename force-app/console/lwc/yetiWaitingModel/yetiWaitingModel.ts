import type { Agent } from 'c/yetiMatcher';
import {
  candidatesFor,
  needsText,
  requirementOf,
  stageOf,
  type DecisionView,
  type Need,
  type PlainAgent
} from 'c/yetiWhyModel';

/** What waits, as the org sends it. */
export interface WaitingWork {
  /** When it was read: ISO text. */
  readonly asOf: string;
  /** Why nothing can be routed now. */
  readonly problem?: string | null;
  readonly items: readonly WaitingItem[];
  readonly capped: boolean;
  readonly agents: readonly PlainAgent[];
}

/** A case that nobody has. */
export interface WaitingItem {
  readonly decision: DecisionView;
  readonly subject?: string | null;
  readonly ownerName?: string | null;
  /** Whether Omni-Channel holds it, by its own records. */
  readonly isInRouting: boolean;
  /** Who is being asked right now. */
  readonly askedName?: string | null;
  readonly declinedBy: readonly string[];
}

/** Cases that wait for the same skills. */
export interface WaitingGroup {
  readonly key: string;
  readonly needs: readonly Need[];
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

const unrouted: ReadonlySet<string> = new Set(['Failed', 'Skipped']);

/** Whether it waits in routing; what failed or was skipped does not. */
export function isRouted({ decision }: WaitingItem): boolean {
  return !unrouted.has(decision.status);
}

/** What waits by the skills it waits for now, the longest wait first. */
export function groupsOf(items: readonly WaitingItem[], agents: readonly Agent[], now: Date): readonly WaitingGroup[] {
  const byNeeds = new Map<string, { readonly needs: readonly Need[]; readonly items: WaitingItem[] }>();
  for (const item of items.filter(isRouted)) {
    const needs = [...stageOf(item.decision, now).current.skills].sort((one, other) =>
      one.skill.localeCompare(other.skill)
    );
    const key = JSON.stringify(needs);
    const group = byNeeds.get(key) ?? { needs, items: [] };
    group.items.push(item);
    byNeeds.set(key, group);
  }
  return Array.from(byNeeds, ([key, { needs, items: members }]) => {
    const sorted = [...members].sort((one, other) => sinceOf(one).getTime() - sinceOf(other).getTime());
    const [first] = sorted;
    const weight = first ? requirementOf(first.decision).capacityWeight : undefined;
    const refusedBy = refusedByAll(sorted);
    const { free, busy, away } = candidatesFor(needs, agents, now.getTime(), { weight, refusedBy });
    return {
      key,
      needs,
      text: needsText(needs),
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

/** Since when a case waits. */
export function sinceOf({ decision: { dispatchedAt, decidedAt } }: WaitingItem): Date {
  const moment = dispatchedAt ?? decidedAt;
  return moment ? new Date(moment) : new Date();
}

/** Who did not take one case may still take another of the group. */
function refusedByAll(items: readonly WaitingItem[]): readonly string[] {
  const [first, ...others] = items.map(({ decision }) => decision.refusedBy ?? []);
  return (first ?? []).filter((id) => others.every((refused) => refused.includes(id)));
}
