import { messageOf } from 'c/yetiMessages';
import type { Agent } from 'c/yetiMatcher';
import { requirementOf } from 'c/yetiWhyModel';
import type { WaitingItem } from './items';

/** What came of an action, as the org sends it. */
export interface WaitingOutcome {
  readonly done: number;
  readonly refused: readonly Refusal[];
}

interface Refusal {
  readonly caseId: string;
  /** In the user's language. */
  readonly reason: string;
}

/** What came of an action on many cases. */
export interface BulkResult {
  readonly done: number;
  readonly left: readonly Left[];
}

/** Cases with which something was not done, and why. */
export interface Left {
  readonly reason: string;
  /** Case numbers. */
  readonly numbers: readonly string[];
}

/** As many as a person sees come off a long list at a time; the org takes more. */
const AT_ONCE = 50;

/** The cases, in their order, that the free capacity of somebody takes. */
export function fitting(items: readonly WaitingItem[], { capacity, used }: Agent): readonly WaitingItem[] {
  let room = capacity - used;
  return items.filter(({ decision }) => {
    const weight = requirementOf(decision).capacityWeight ?? 1;
    if (weight > room) return false;
    room -= weight;
    return true;
  });
}

/**
 * Does something to cases, some at a time; what can't be done with one does not keep it from the others.
 * @param items cases
 * @param action what is done to some of them
 * @param progress is told how many have been tried
 * @returns how many it was done with, and why not with the others
 */
export async function carryOut(
  items: readonly WaitingItem[],
  action: (caseIds: readonly string[]) => Promise<WaitingOutcome>,
  progress: (tried: number) => void
): Promise<BulkResult> {
  let done = 0;
  const refused: Refusal[] = [];
  const from = async (start: number): Promise<void> => {
    const rest = items.slice(start);
    if (rest.length === 0) return;
    try {
      const outcome = await action(rest.slice(0, AT_ONCE).map(({ decision }) => decision.caseId));
      done += outcome.done;
      refused.push(...outcome.refused);
    } catch (error) {
      // Whatever it was, the rest would meet it too.
      const reason = messageOf(error);
      refused.push(...rest.map(({ decision: { caseId } }) => ({ caseId, reason })));
      return;
    }
    progress(Math.min(start + AT_ONCE, items.length));
    await from(start + AT_ONCE);
  };
  await from(0);
  return { done, left: byReason(refused, items) };
}

/** Cases by why something is not done with them. */
export function leftBecause(reason: string, items: readonly WaitingItem[]): readonly Left[] {
  return items.length === 0 ? [] : [{ reason, numbers: items.map(numberOf) }];
}

function byReason(refused: readonly Refusal[], items: readonly WaitingItem[]): readonly Left[] {
  const numbers = new Map(items.map((item) => [item.decision.caseId, numberOf(item)]));
  const byText = new Map<string, string[]>();
  for (const { caseId, reason } of refused) {
    byText.set(reason, [...(byText.get(reason) ?? []), numbers.get(caseId) ?? '']);
  }
  return Array.from(byText, ([reason, those]) => ({ reason, numbers: those }));
}

function numberOf({ decision }: WaitingItem): string {
  return decision.caseNumber ?? '';
}
