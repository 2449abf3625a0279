import type { Org } from '../org.ts';
import { quoted } from '../store/index.ts';
import { write } from './clerk.ts';
import { number, text, type OpenWork, type Routing, type Values } from './rows.ts';
import { cancel, close } from './work.ts';

interface WorkItem {
  readonly id: string;
  readonly ownerId: string | null;
  readonly isClosed: boolean;
}

/**
 * What follows when records that may be worked on were saved: who closes one is done with it; who gives it away has it no longer; what
 * comes to a queue with a routing configuration waits there for an agent.
 * @param routings what waits, or was brought to somebody, of these records
 * @param worksOn what agents have of a record
 */
export function followWorkItems(
  org: Org,
  ids: readonly string[],
  routings: readonly Routing[],
  worksOn: (id: string) => readonly OpenWork[]
): void {
  if (ids.length === 0) return;
  const items = readItems(org, ids);
  const waiting = new Map(routings.map((routing) => [routing.workItemId, routing]));
  const arriving: WorkItem[] = [];
  for (const id of ids) {
    const item = items.get(id);
    const routing = waiting.get(id);
    for (const work of worksOn(id)) followOwner(org, item, work);
    const leftQueue = routing?.type === 'QueueBased' && !routing.isPushed && routing.queueId !== item?.ownerId;
    if (routing && (leftQueue || !item)) write(org, 'delete', 'PendingServiceRouting', [{ Id: routing.id }]);
    if (item && !item.isClosed && (!routing || leftQueue)) arriving.push(item);
  }
  write(org, 'insert', 'PendingServiceRouting', queueBased(org, arriving));
}

function followOwner(org: Org, item: WorkItem | undefined, work: OpenWork): void {
  if (!item) cancel(org, work);
  else if (work.status === 'Opened' && item.isClosed) close(org, work);
  else if (work.status === 'Opened' && item.ownerId !== null && item.ownerId !== work.agentId) {
    close(org, work, 'Transferred');
  }
}

function readItems(org: Org, ids: readonly string[]): Map<string, WorkItem> {
  const items = new Map<string, WorkItem>();
  for (const { object: name } of org.schema.omni?.channels.values() ?? []) {
    const object = org.schema.object(name);
    if (!object) continue;
    const column = (field: string): string => (object.fields.has(field.toLowerCase()) ? quoted(field) : 'NULL');
    const rows = org.store.all(
      `SELECT "Id" AS id, ${column('OwnerId')} AS owner, ${column('ClosedDate')} AS closed FROM ${quoted(object.name)}
       WHERE "IsDeleted" = 0 AND "Id" IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(ids)]
    );
    for (const { id, owner, closed } of rows)
      items.set(String(id), { id: String(id), ownerId: text(owner), isClosed: closed !== null });
  }
  return items;
}

/** What waits because its owner is a queue that Omni-Channel routes. */
function queueBased(org: Org, items: readonly WorkItem[]): Values[] {
  const prefix = org.schema.object('Group')?.keyPrefix ?? '';
  const owners = [...new Set(items.map(({ ownerId }) => ownerId))].filter((id) => id?.startsWith(prefix) === true);
  if (owners.length === 0) return [];
  const configs = new Map(
    org.store
      .all(
        `SELECT q."Id" AS queue, c.* FROM "Group" q JOIN "QueueRoutingConfig" c ON c."Id" = q."QueueRoutingConfigId"
         WHERE q."Id" IN (SELECT value FROM json_each(?))`,
        [JSON.stringify(owners)]
      )
      .map((row) => [String(row['queue']), row])
  );
  const channels = new Map(
    org.store
      .all('SELECT "Id" AS id, "RelatedEntity" AS object FROM "ServiceChannel"')
      .map(({ id, object }) => [String(object).toLowerCase(), String(id)])
  );
  return items.flatMap(({ id, ownerId }) => {
    const config = configs.get(ownerId ?? '');
    const channel = channels.get(org.schema.objectOfId(id)?.name.toLowerCase() ?? '');
    if (!config || channel === undefined) return [];
    return [
      {
        WorkItemId: id,
        ServiceChannelId: channel,
        RoutingType: 'QueueBased',
        RoutingModel: text(config['RoutingModel']),
        RoutingPriority: number(config['RoutingPriority']),
        CapacityWeight: number(config['CapacityWeight']),
        PushTimeout: number(config['PushTimeout']),
        DropAdditionalSkillsTimeout: number(config['DropAdditionalSkillsTimeout']),
        GroupId: ownerId,
        QueueId: ownerId,
        IsReadyForRouting: true
      }
    ];
  });
}
