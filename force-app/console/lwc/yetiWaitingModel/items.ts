import { stageOf, type DecisionView, type PlainAgent } from 'c/yetiWhyModel';

/** What waits, as the org sends it. */
export interface WaitingWork {
  /** When it was read: ISO text. */
  readonly asOf: string;
  /** Why nothing can be routed now. */
  readonly problem?: string | null;
  readonly items: readonly WaitingItem[];
  readonly capped: boolean;
  /** How much waits where more does than is here. */
  readonly total?: number | null;
  readonly agents: readonly PlainAgent[];
  /** What the org calls its skills, by developer name. */
  readonly skillLabels?: Readonly<Record<string, string>> | null;
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

const unrouted: ReadonlySet<string> = new Set(['Failed', 'Skipped']);

/** Whether it waits in routing; what failed or was skipped does not. */
export function isRouted({ decision }: WaitingItem): boolean {
  return !unrouted.has(decision.status);
}

/** Whether less can be asked of who takes it. */
export function canRelax(item: WaitingItem, now: Date): boolean {
  return isRouted(item) && stageOf(item.decision, now).next !== undefined;
}

/** Since when a case waits. */
export function sinceOf({ decision: { dispatchedAt, decidedAt } }: WaitingItem): Date {
  const moment = dispatchedAt ?? decidedAt;
  return moment ? new Date(moment) : new Date();
}
