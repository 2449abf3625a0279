import { OrgError } from '../errors.ts';
import type { Org } from '../org.ts';
import { write } from './clerk.ts';
import type { Assignment } from './matcher.ts';
import { configurationOf, currentPresence, sessionStarts } from './presence.ts';
import { number, openWorkOf, ownerOf, routingOf, text, type OpenWork, type Routing, type Values } from './rows.ts';

/** How work came back to those who wait. */
export type Refusal = 'Declined' | 'DeclinedOnPushTimeout' | 'Unavailable';

/** Brings work to an agent: from now on it is that agent's, and takes of the agent's capacity. @returns the id of the AgentWork */
export function assign(org: Org, routing: Routing, { agentId, dropped }: Assignment): string {
  const now = org.clock.now();
  const [id = ''] = write(org, 'insert', 'AgentWork', [
    {
      PendingServiceRoutingId: routing.id,
      WorkItemId: routing.workItemId,
      ServiceChannelId: routing.channelId,
      UserId: agentId,
      Status: 'Assigned',
      RoutingType: routing.type,
      RoutingModel: routing.model,
      RoutingPriority: routing.priority,
      SecondaryRoutingPriority: routing.secondaryPriority,
      CapacityWeight: routing.weight,
      PreferredUserId: routing.preferredUserId,
      OriginalQueueId: routing.queueId,
      PushTimeout: routing.pushTimeout,
      RequestDateTime: routing.requestedAt,
      AssignedDateTime: now
    }
  ]);
  write(org, 'insert', 'AgentWorkSkill', skillRows(org, routing.id, id, dropped));
  write(org, 'update', 'PendingServiceRouting', [{ Id: routing.id, IsPushed: true, IsPushAttempted: true }]);
  own(org, routing.workItemId, agentId);
  return id;
}

/** The platform's own record of what was asked for and what was given up. */
function skillRows({ store, schema }: Org, routingId: string, workId: string, dropped: readonly string[]): Values[] {
  if (schema.omni?.skillsRouting !== true) return [];
  const rows = store.all(
    `SELECT d."SkillId" AS skill, s."DeveloperName" AS name, d."SkillLevel" AS level, d."SkillPriority" AS priority,
       d."IsAdditionalSkill" AS additional
     FROM "SkillRequirement" d JOIN "Skill" s ON s."Id" = d."SkillId" WHERE d."IsDeleted" = 0 AND d."RelatedRecordId" = ? ORDER BY d."Id"`,
    [routingId]
  );
  return rows.map((row) => ({
    AgentWorkId: workId,
    SkillId: text(row['skill']),
    SkillLevel: number(row['level']),
    SkillPriority: number(row['priority']),
    IsAdditionalSkill: row['additional'] === 1,
    WasDropped: row['additional'] === 1 && dropped.includes(String(row['name']))
  }));
}

function own(org: Org, workItemId: string, ownerId: string): void {
  const object = org.schema.objectOfId(workItemId);
  const owner = ownerOf(org, workItemId);
  if (object && owner !== undefined && owner !== ownerId)
    write(org, 'update', object.name, [{ Id: workItemId, OwnerId: ownerId }]);
}

/** The agent takes the work: it waits no longer. */
export function accept(org: Org, work: OpenWork): void {
  const now = org.clock.now();
  write(org, 'update', 'AgentWork', [
    {
      Id: work.id,
      Status: 'Opened',
      AcceptDateTime: now,
      SpeedToAnswer: secondsBetween(work.requestedAt, now)
    }
  ]);
  if (work.routingId !== null) write(org, 'delete', 'PendingServiceRouting', [{ Id: work.routingId }]);
}

/** The agent does not take the work: it waits again, in the hands of its queue, or of the agent where it has none. */
export function refuse(org: Org, work: OpenWork, status: Refusal, reason: string | null): void {
  const now = org.clock.now();
  const moment = {
    Declined: 'DeclineDateTime',
    DeclinedOnPushTimeout: 'PushTimeoutDateTime',
    Unavailable: 'CancelDateTime'
  };
  write(org, 'update', 'AgentWork', [
    {
      Id: work.id,
      Status: status,
      [moment[status]]: now,
      DeclineReason: reason,
      AgentCapacityWhenDeclined: status === 'Unavailable' ? null : configurationOf(org, work.agentId).capacity
    }
  ]);
  const routing = work.routingId === null ? undefined : routingOf(org, work.routingId);
  if (!routing) return;
  const session = sessionStarts(org, [work.agentId]).get(work.agentId) ?? 0;
  write(org, 'update', 'PendingServiceRouting', [
    {
      Id: routing.id,
      IsPushed: false,
      ...(status !== 'Unavailable' && { LastDeclinedAgentSession: `${work.agentId}-${String(session)}` })
    }
  ]);
  if (routing.type === 'QueueBased' && routing.queueId !== null) own(org, routing.workItemId, routing.queueId);
}

/** The agent is done with the work. */
export function close(org: Org, work: OpenWork, status: 'Closed' | 'Transferred' = 'Closed'): void {
  const now = org.clock.now();
  write(org, 'update', 'AgentWork', [
    {
      Id: work.id,
      Status: status,
      CloseDateTime: now,
      HandleTime: secondsBetween(work.acceptedAt ?? now, now)
    }
  ]);
}

/** What the agent was brought is no longer to be done. */
export function cancel(org: Org, work: OpenWork): void {
  write(org, 'update', 'AgentWork', [{ Id: work.id, Status: 'Canceled', CancelDateTime: org.clock.now() }]);
}

/** The work of an agent, in one of these states. @throws OrgError if it is not */
export function workOf(org: Org, userId: string, workId: string, status: OpenWork['status']): OpenWork {
  const [work] = openWorkOf(org, [workId]);
  if (work?.agentId !== userId || work.status !== status) {
    throw new OrgError('INVALID_OPERATION', `The work ${workId} is not ${status.toLowerCase()} to this user`);
  }
  return work;
}

/** Whether somebody is there to be brought work. */
export function isPresent(org: Org, userId: string): boolean {
  return currentPresence(org, userId) !== undefined;
}

function secondsBetween(from: number, to: number): number {
  return Math.max(0, Math.floor((to - from) / 1000));
}
