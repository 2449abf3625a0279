import { OrgError } from '../errors.ts';
import type { Org } from '../org.ts';
import { write } from './clerk.ts';
import { number, text } from './rows.ts';

/** Who has no presence configuration takes so much; the platform has a default configuration of its own [?]. */
const usualCapacity = 5;

/** How a user works with Omni-Channel. */
export interface Configuration {
  readonly id: string | null;
  readonly capacity: number;
  readonly autoAccept: boolean;
  readonly decline: boolean;
  readonly declineReason: boolean;
  readonly statusOnDecline: string | null;
  readonly statusOnPushTimeout: string | null;
}

/** The presence configuration of a user: the one assigned to the user, else to the profile. */
export function configurationOf({ store }: Org, userId: string): Configuration {
  const row = store.get(
    `SELECT c.* FROM "PresenceUserConfig" c WHERE c."Id" = COALESCE(
       (SELECT a."PresenceUserConfigId" FROM "PresenceUserConfigUser" a WHERE a."UserId" = ?1),
       (SELECT a."PresenceUserConfigId" FROM "PresenceUserConfigProfile" a JOIN "User" u ON u."ProfileId" = a."ProfileId" WHERE u."Id" = ?1))`,
    [userId]
  );
  return {
    id: text(row?.['Id']),
    capacity: number(row?.['Capacity']) ?? usualCapacity,
    autoAccept: row?.['OptionsIsAutoAcceptEnabled'] === 1,
    decline: row === undefined || row['OptionsIsDeclineEnabled'] === 1,
    declineReason: row?.['OptionsIsDeclineReasonEnabled'] === 1,
    statusOnDecline: text(row?.['PresenceStatusOnDeclineId']),
    statusOnPushTimeout: text(row?.['PresenceStatusOnPushTimeoutId'])
  };
}

/** The status a user is in now, and since when; none: offline. */
export function currentPresence(
  { store }: Org,
  userId: string
): { readonly id: string; readonly statusId: string; readonly since: number } | undefined {
  const row = store.get(
    `SELECT "Id" AS id, "ServicePresenceStatusId" AS status, "StatusStartDate" AS since FROM "UserServicePresence"
     WHERE "UserId" = ? AND "IsCurrentState" = 1`,
    [userId]
  );
  return row && { id: String(row['id']), statusId: String(row['status']), since: number(row['since']) ?? 0 };
}

/** Ends a user's presence and begins another. @param statusId null: none @throws OrgError if there is no such status */
export function changePresence(org: Org, userId: string, statusId: string | null): void {
  if (statusId !== null && !org.store.get('SELECT 1 FROM "ServicePresenceStatus" WHERE "Id" = ?', [statusId]))
    throw new OrgError('INVALID_CROSS_REFERENCE_KEY', `There is no presence status ${statusId}`);
  const now = Math.floor(org.clock.now() / 1000) * 1000;
  const before = currentPresence(org, userId);
  if (before) {
    write(org, 'update', 'UserServicePresence', [
      { Id: before.id, IsCurrentState: false, StatusEndDate: now, StatusDuration: (now - before.since) / 1000 }
    ]);
  }
  if (statusId === null) return;
  write(org, 'insert', 'UserServicePresence', [
    {
      UserId: userId,
      ServicePresenceStatusId: statusId,
      IsCurrentState: true,
      IsAway: !servesChannels(org, statusId),
      ConfiguredCapacity: configurationOf(org, userId).capacity,
      StatusStartDate: now
    }
  ]);
}

/** Whether work comes to somebody in this status. */
function servesChannels({ store }: Org, statusId: string): boolean {
  return (
    store.get('SELECT 1 FROM "ServiceChannelStatus" WHERE "ServicePresenceStatusId" = ?', [statusId]) !== undefined
  );
}

/** When each of these users came online, through all changes of status since; who is offline has no session. */
export function sessionStarts({ store }: Org, userIds: readonly string[]): Map<string, number> {
  const starts = new Map<string, number>();
  if (userIds.length === 0) return starts;
  const rows = store.all(
    `SELECT "UserId" AS user, "IsCurrentState" AS current, "StatusStartDate" AS start, "StatusEndDate" AS ended
     FROM "UserServicePresence" WHERE "UserId" IN (SELECT value FROM json_each(?)) ORDER BY "UserId", "StatusStartDate" DESC, "Id" DESC`,
    [JSON.stringify(userIds)]
  );
  for (const row of rows) {
    const user = String(row['user']);
    const isBefore = row['ended'] !== null && number(row['ended']) === starts.get(user);
    if (row['current'] === 1 || isBefore) starts.set(user, number(row['start']) ?? 0);
  }
  return starts;
}
