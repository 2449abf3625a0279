import type { Org } from '../org.ts';
import type { FieldValue } from '../row.ts';
import { quoted } from '../store/index.ts';
import type { SqlValue } from '../store/index.ts';

export type Values = Readonly<Record<string, FieldValue>>;
type Columns = Readonly<Record<string, SqlValue>>;

/** Work that an agent was brought or has opened, as its record says. */
export interface OpenWork {
  readonly id: string;
  readonly agentId: string;
  readonly status: 'Assigned' | 'Opened';
  readonly weight: number;
  readonly workItemId: string;
  readonly routingId: string | null;
  readonly requestedAt: number;
  readonly assignedAt: number;
  readonly acceptedAt: number | null;
  readonly pushTimeoutAt: number | null;
}

/** A waiting or pushed piece of work, as its record says. */
export interface Routing {
  readonly id: string;
  readonly workItemId: string;
  readonly channelId: string;
  readonly type: string;
  readonly model: string;
  readonly priority: number;
  readonly secondaryPriority: number | null;
  readonly weight: number;
  readonly pushTimeout: number | null;
  readonly preferredUserId: string | null;
  readonly queueId: string | null;
  readonly requestedAt: number;
  readonly isReady: boolean;
  readonly isPushed: boolean;
}

/** The status is compared as its index has it, or as it stands where the id leads to the row. */
const openWork = `SELECT * FROM "AgentWork" WHERE "IsDeleted" = 0 AND fold("Status") IN ('assigned', 'opened')`;
const openWorkById = `SELECT * FROM "AgentWork" WHERE "IsDeleted" = 0 AND "Status" IN ('Assigned', 'Opened')`;

/** All work that agents have. */
export function allOpenWork({ store }: Org): OpenWork[] {
  return store.all(openWork).map(toWork);
}

/** Of these pieces of work those that agents still have. */
export function openWorkOf({ store }: Org, ids: readonly string[]): OpenWork[] {
  return store.all(`${openWorkById} AND "Id" IN (SELECT value FROM json_each(?))`, [JSON.stringify(ids)]).map(toWork);
}

/** The work that one agent has, the longest there first. */
export function openWorkAt({ store }: Org, agentId: string): OpenWork[] {
  return store.all(`${openWork} AND "UserId" = ? ORDER BY "AssignedDateTime", "Id"`, [agentId]).map(toWork);
}

/** A piece of work to be routed, unless it was deleted. */
export function routingOf({ store }: Org, id: string): Routing | undefined {
  const row = store.get('SELECT * FROM "PendingServiceRouting" WHERE "Id" = ? AND "IsDeleted" = 0', [id]);
  return row && toRouting(row);
}

/** What is to be routed for these work items. */
export function routingsFor({ store }: Org, workItemIds: readonly string[]): Routing[] {
  return store
    .all(
      `SELECT * FROM "PendingServiceRouting" WHERE "IsDeleted" = 0 AND "WorkItemId" IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(workItemIds)]
    )
    .map(toRouting);
}

/** The owner of a record; undefined if it is gone. */
export function ownerOf({ store, schema }: Org, id: string): string | undefined {
  const object = schema.objectOfId(id);
  if (!object?.fields.has('ownerid')) return undefined;
  const owner = store.get(`SELECT "OwnerId" AS owner FROM ${quoted(object.name)} WHERE "Id" = ? AND "IsDeleted" = 0`, [
    id
  ]);
  return text(owner?.['owner']) ?? undefined;
}

/** A text of a row. */
export function text(value: SqlValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** A number of a row. */
export function number(value: SqlValue | undefined): number | null {
  return typeof value === 'number' ? value : null;
}

function toWork(row: Columns): OpenWork {
  const assignedAt = number(row['AssignedDateTime']) ?? 0;
  const pushTimeout = number(row['PushTimeout']);
  const status = row['Status'] === 'Opened' ? 'Opened' : 'Assigned';
  return {
    id: String(row['Id']),
    agentId: String(row['UserId']),
    status,
    weight: number(row['CapacityWeight']) ?? 0,
    workItemId: text(row['WorkItemId']) ?? '',
    routingId: text(row['PendingServiceRoutingId']),
    requestedAt: number(row['RequestDateTime']) ?? assignedAt,
    assignedAt,
    acceptedAt: number(row['AcceptDateTime']),
    pushTimeoutAt:
      status === 'Assigned' && pushTimeout !== null && pushTimeout > 0 ? assignedAt + pushTimeout * 1000 : null
  };
}

/** A row of PendingServiceRouting. */
export function toRouting(row: Columns): Routing {
  return {
    id: String(row['Id']),
    workItemId: String(row['WorkItemId']),
    channelId: String(row['ServiceChannelId']),
    type: String(row['RoutingType']),
    model: String(row['RoutingModel']),
    priority: number(row['RoutingPriority']) ?? 0,
    secondaryPriority: number(row['SecondaryRoutingPriority']),
    weight: number(row['CapacityWeight']) ?? 0,
    pushTimeout: number(row['PushTimeout']),
    preferredUserId: text(row['PreferredUserId']),
    queueId: text(row['GroupId']),
    requestedAt: number(row['CustomRequestedDateTime']) ?? number(row['CreatedDate']) ?? 0,
    isReady: row['IsReadyForRouting'] === 1,
    isPushed: row['IsPushed'] === 1
  };
}
