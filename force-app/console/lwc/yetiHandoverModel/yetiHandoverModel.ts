import type { PlainAgent } from 'c/yetiWhyModel';

export { briefOf } from './brief';
export type { Thread } from './brief';

/** A handover as the org sends it. Moments are ISO text. */
export interface Handover {
  readonly id: string;
  readonly fromName?: string | null;
  readonly toName?: string | null;
  readonly brief?: string | null;
  readonly status: 'Asked' | 'Acknowledged' | 'Withdrawn';
  readonly askedAt: string;
  readonly acknowledgedAt?: string | null;
  readonly acknowledgedBy?: string | null;
  readonly canAcknowledge: boolean;
  readonly canWithdraw: boolean;
}

/** Where handing over a case stands. */
export interface HandoverState {
  readonly handover?: Handover | null;
  readonly canHandOver: boolean;
  /** From when new things are counted; none: the case is seen for the first time. */
  readonly since?: string | null;
  readonly newItems: number;
}

/** To whom a case can be handed. */
export interface HandoverChoices {
  readonly people: readonly PlainAgent[];
  readonly queues: readonly { readonly name: string; readonly label: string }[];
  /** What the case needs, as the rules last said: JSON. */
  readonly requirement?: string | null;
  readonly customerName?: string | null;
  /** What the org calls its skills, by developer name. */
  readonly skillLabels?: Readonly<Record<string, string>> | null;
  readonly asOf: string;
}

/** To whom a case is handed: one of them. */
export interface HandoverTarget {
  readonly userId?: string;
  readonly queue?: string;
  readonly skills?: readonly { readonly skill: string; readonly level: number }[];
}
