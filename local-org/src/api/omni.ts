import type { FastifyInstance } from 'fastify';
import { offline, type DeskWork } from '../omni/index.ts';
import type { LiveOrg } from '../org.ts';
import { sessionOf } from './sessions.ts';
import { asking, type Asking } from './ui/asking.ts';
import { objectIcon } from './ui/icons.ts';
import { shownLabel } from './ui/labels.ts';
import { layoutFields } from './ui/layouts.ts';
import { queryRecords, wantedSelection, type RecordJson } from './ui/records.ts';

interface PresenceBody {
  readonly statusId?: string | null;
}

interface WorkPlace {
  readonly Params: { readonly id: string };
  readonly Body: { readonly reason?: string } | null;
}

/** `/console/api/omni`: what the platform's Omni-Channel utility shows an agent, and does. */
export function omniApi(server: FastifyInstance, org: LiveOrg): void {
  server.get('/console/api/omni', (request) => asking(org, request, deskJson));

  server.post<{ Body: PresenceBody | null }>('/console/api/omni/presence', (request, reply) => {
    const { userId } = sessionOf(request);
    const statusId = request.body?.statusId ?? null;
    org.omni.setPresence(userId, statusId === offline ? null : statusId);
    return reply.code(204).send();
  });

  server.post<WorkPlace>('/console/api/omni/work/:id/accept', (request, reply) => {
    org.omni.accept(sessionOf(request).userId, request.params.id);
    return reply.code(204).send();
  });

  server.post<WorkPlace>('/console/api/omni/work/:id/decline', (request, reply) => {
    org.omni.decline(sessionOf(request).userId, request.params.id, request.body?.reason);
    return reply.code(204).send();
  });

  server.post<WorkPlace>('/console/api/omni/work/:id/close', (request, reply) => {
    org.omni.close(sessionOf(request).userId, request.params.id);
    return reply.code(204).send();
  });
}

const nothing = {
  enabled: false,
  statuses: [],
  presence: null,
  capacity: { used: 0, total: 0 },
  work: [],
  declineReasons: []
};

function deskJson(who: Asking): object {
  const { org, userId } = who;
  if (!org.omni.enabled) return nothing;
  const desk = org.omni.desk(userId);
  return {
    enabled: true,
    ...desk,
    now: iso(org.clock.now()),
    presence: desk.presence && { ...desk.presence, since: iso(desk.presence.since) },
    work: desk.work.map((work) => workJson(who, work))
  };
}

function workJson(who: Asking, work: DeskWork): object {
  const { id, status, workItemId, requestedAt, assignedAt, pushTimeoutAt, closesWithTab } = work;
  const object = who.schema.objectOfId(workItemId);
  return {
    id,
    status,
    workItemId,
    objectApiName: object?.name ?? '',
    ...(object && { icon: objectIcon(who.schema, object) }),
    ...shownOf(who, workItemId),
    requestedAt: iso(requestedAt),
    assignedAt: iso(assignedAt),
    pushTimeoutAt: pushTimeoutAt === null ? null : iso(pushTimeoutAt),
    closesWithTab
  };
}

/** The name of a record and the fields of its compact layout, as far as the agent may read them. */
function shownOf(who: Asking, id: string): { readonly name: string; readonly fields: readonly object[] } {
  const object = who.schema.objectOfId(id);
  if (!object || !who.access.object(object.name).read) return { name: '', fields: [] };
  const named = object.nameField ?? 'Id';
  const selection = wantedSelection(who, object, { fields: [`${object.name}.${named}`], layoutTypes: ['Compact'] });
  const [record] = queryRecords(who, selection, 'WHERE Id = :id', { id });
  if (!record) return { name: '', fields: [] };
  const fields = layoutFields(who, object, 'Compact').map((path) => ({
    label: shownLabel(who, object, path),
    value: shownValue(record, object.fields.get(path.toLowerCase())?.reference?.relationshipName ?? path)
  }));
  return { name: shownValue(record, named) ?? '', fields };
}

function shownValue(record: RecordJson, name: string): string | null {
  const field = record.fields[name];
  if (!field) return null;
  return (
    field.displayValue ??
    (typeof field.value === 'string' || typeof field.value === 'number' ? String(field.value) : null)
  );
}

function iso(moment: number): string {
  return new Date(moment).toISOString();
}
