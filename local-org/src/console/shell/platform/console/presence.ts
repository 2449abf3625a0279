import type { OmniState, PresenceStatus } from './omni.ts';
import { text } from './texts/omni.ts';

/** The presences to choose from; being offline is always one of them, in the user's language. */
export function statusesOf({ statuses }: OmniState): readonly PresenceStatus[] {
  const offline = { id: 'offline', kind: 'Offline' as const, ...statuses.find(({ kind }) => kind === 'Offline') };
  return [...statuses.filter(({ kind }) => kind !== 'Offline'), { ...offline, label: text('offline') }];
}

/** The agent's own presence. */
export function presenceOf(state: OmniState): PresenceStatus {
  const statuses = statusesOf(state);
  const chosen = statuses.find(({ id }) => id === state.presence?.statusId);
  return chosen ?? { id: 'offline', kind: 'Offline', label: text('offline') };
}
