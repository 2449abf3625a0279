import type { SaveWatcher } from '../records/types.ts';

export type PresenceKind = 'Online' | 'Busy' | 'Offline';

/** What an agent sees of Omni-Channel: the platform's utility shows the same. */
export interface AgentDesk {
  readonly statuses: readonly { readonly id: string; readonly label: string; readonly kind: PresenceKind }[];
  /** Nobody who is offline has one. */
  readonly presence: { readonly statusId: string; readonly since: number } | null;
  readonly capacity: { readonly used: number; readonly total: number };
  readonly work: readonly DeskWork[];
  readonly declineReasons: readonly { readonly id: string; readonly label: string }[];
}

/** Work that an agent was brought or has opened. */
export interface DeskWork {
  readonly id: string;
  readonly status: 'Assigned' | 'Opened';
  readonly workItemId: string;
  readonly requestedAt: number;
  readonly assignedAt: number;
  readonly pushTimeoutAt: number | null;
  /** Whether the work is done when its tab is closed; else when its record is. */
  readonly closesWithTab: boolean;
}

/** The channel on which the org tells listeners that a user's desk changed. */
export function omniChannel(userId: string): string {
  return `omni/${userId}`;
}

/**
 * Omni-Channel at work. All of its state is in records: who was online when the org ended is online when it opens again, as on the
 * platform, where an agent's presence does not end with a server. What clients do for their agents, these methods do.
 */
export interface Omni extends SaveWatcher {
  /** Whether it is enabled in the org and somebody brought a matcher. */
  readonly enabled: boolean;
  /** Begins to route what waits; called once the org is open. */
  open(): void;
  /** What is deployed changed. */
  schemaChanged(): void;
  desk(userId: string): AgentDesk;
  /** @param statusId null: goes offline @throws OrgError if there is no such status */
  setPresence(userId: string, statusId: string | null): void;
  /** @throws OrgError if the work is not the user's to accept */
  accept(userId: string, workId: string): void;
  /** @throws OrgError if the work is not the user's to decline */
  decline(userId: string, workId: string, reason?: string): void;
  /** @throws OrgError if the user has not opened the work */
  close(userId: string, workId: string): void;
}
