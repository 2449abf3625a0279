import type { Org } from '../org.ts';
import { configurationOf, currentPresence } from './presence.ts';
import { openWorkAt, text } from './rows.ts';
import type { AgentDesk } from './types.ts';

/** The id under which a desk lists being offline, which is no status of the org. */
export const offline = 'offline';

/** What an agent sees of Omni-Channel. */
export function deskOf(org: Org, userId: string): AgentDesk {
  const presence = currentPresence(org, userId);
  const work = openWorkAt(org, userId);
  const { id, capacity } = configurationOf(org, userId);
  return {
    statuses: statusesOf(org),
    presence: presence ? { statusId: presence.statusId, since: presence.since } : null,
    capacity: { used: work.reduce((sum, { weight }) => sum + weight, 0), total: capacity },
    work: work.map((each) => ({
      id: each.id,
      status: each.status,
      workItemId: each.workItemId,
      requestedAt: each.requestedAt,
      assignedAt: each.assignedAt,
      pushTimeoutAt: each.pushTimeoutAt,
      closesWithTab: isTabBased(org, each.workItemId)
    })),
    declineReasons: id === null ? [] : reasonsOf(org, id)
  };
}

/** Whether capacity is freed when the tab of a record is closed, as its channel has it. */
export function isTabBased({ schema }: Org, workItemId: string): boolean {
  const object = schema.objectOfId(workItemId)?.name;
  const channel = [...(schema.omni?.channels.values() ?? [])].find((each) => each.object === object);
  return channel?.capacityModel !== 'StatusBased';
}

function statusesOf({ store }: Org): AgentDesk['statuses'] {
  const rows = store.all(
    `SELECT s."Id" AS id, s."MasterLabel" AS label,
       EXISTS (SELECT 1 FROM "ServiceChannelStatus" c WHERE c."ServicePresenceStatusId" = s."Id") AS serves
     FROM "ServicePresenceStatus" s ORDER BY serves DESC, s."MasterLabel"`
  );
  const statuses = rows.map(({ id, label, serves }) => ({
    id: String(id),
    label: String(label),
    kind: serves === 1 ? ('Online' as const) : ('Busy' as const)
  }));
  return [...statuses, { id: offline, label: 'Offline', kind: 'Offline' }];
}

function reasonsOf({ store, schema }: Org, configId: string): AgentDesk['declineReasons'] {
  if (!schema.omni) return [];
  return store
    .all(
      `SELECT r."Id" AS id, r."MasterLabel" AS label FROM "PresenceConfigDeclineReason" c
       JOIN "PresenceDeclineReason" r ON r."Id" = c."PresenceDeclineReasonId" JOIN "PresenceUserConfig" p ON p."Id" = c."PresenceUserConfigId"
       WHERE c."PresenceUserConfigId" = ? AND p."OptionsIsDeclineReasonEnabled" = 1 ORDER BY r."MasterLabel"`,
      [configId]
    )
    .map(({ id, label }) => ({ id: String(id), label: String(label) }));
}

/** A reason for declining in words, whether it was given so or by the id of one that the org offers. */
export function reasonText({ store }: Org, reason: string | undefined): string | null {
  if (reason === undefined) return null;
  const row = store.get('SELECT "MasterLabel" AS label FROM "PresenceDeclineReason" WHERE "Id" = ?', [reason]);
  return text(row?.['label']) ?? reason;
}
