import type { Org } from '../org.ts';
import type { SkillDemand, WorkItem } from './matcher.ts';
import { sessionStarts } from './presence.ts';
import { number, toRouting } from './rows.ts';

/** A required skill that says who may take work at all: members of its queue, or agents of skills-based routing. */
export function membership(of: string): string {
  return `member of ${of}`;
}

/** Everybody whom skills-based routing may choose. */
export const skillsBased = 'skills-based routing';

interface Refusals {
  readonly last: number;
  readonly agents: readonly string[];
}

/** The work that waits for an agent: all of it, or of these records. */
export function waitingItems(org: Org, ids?: readonly string[]): WorkItem[] {
  const chosen = ids === undefined ? '' : 'AND r."Id" IN (SELECT value FROM json_each(?))';
  const rows = org.store.all(
    `SELECT r.*, c."DeveloperName" AS channel FROM "PendingServiceRouting" r JOIN "ServiceChannel" c ON c."Id" = r."ServiceChannelId"
     WHERE r."IsDeleted" = 0 AND r."IsReadyForRouting" = 1 AND r."IsPushed" = 0 AND r."RoutingModel" <> 'ExternalRouting' ${chosen}`,
    ids === undefined ? [] : [JSON.stringify(ids)]
  );
  const found = rows.map(({ Id }) => String(Id));
  const demands = demandsOf(org, found);
  const refusals = refusalsOf(org, found);
  return rows.map((row): WorkItem => {
    const routing = toRouting(row);
    const { id, preferredUserId, queueId } = routing;
    const dropAfter = number(row['DropAdditionalSkillsTimeout']);
    const refused = refusals.get(id);
    const skills = demands.get(id) ?? [];
    const members = routing.type === 'QueueBased' ? (queueId ?? '') : skillsBased;
    return {
      id,
      channel: String(row['channel']),
      model: routing.model === 'LeastActive' ? 'LeastActive' : 'MostAvailable',
      priority: routing.priority,
      secondaryPriority: routing.secondaryPriority ?? 0,
      requestedAt: routing.requestedAt,
      weight: routing.weight,
      skills: skills.length > 0 ? skills : [{ skill: membership(members), level: 0, additional: false, dropOrder: 0 }],
      ...(dropAfter !== null && dropAfter > 0 && { dropAfter: dropAfter * 1000 }),
      ...(refused && { dropSince: refused.last }),
      ...(preferredUserId !== null && {
        preferred: { agentId: preferredUserId, required: row['IsPreferredUserRequired'] === 1 }
      }),
      excluded: refused?.agents ?? []
    };
  });
}

function demandsOf({ store, schema }: Org, routingIds: readonly string[]): Map<string, SkillDemand[]> {
  const demands = new Map<string, SkillDemand[]>();
  if (schema.omni?.skillsRouting !== true || routingIds.length === 0) return demands;
  const rows = store.all(
    `SELECT d."RelatedRecordId" AS routing, s."DeveloperName" AS skill, d."SkillLevel" AS level, d."IsAdditionalSkill" AS additional,
       d."SkillPriority" AS priority
     FROM "SkillRequirement" d JOIN "Skill" s ON s."Id" = d."SkillId"
     WHERE d."IsDeleted" = 0 AND d."RelatedRecordId" IN (SELECT value FROM json_each(?)) ORDER BY d."Id"`,
    [JSON.stringify(routingIds)]
  );
  for (const row of rows) {
    const routing = String(row['routing']);
    const list = demands.get(routing) ?? [];
    demands.set(routing, list);
    list.push({
      skill: String(row['skill']),
      level: number(row['level']) ?? 0,
      additional: row['additional'] === 1,
      dropOrder: number(row['priority']) ?? 0
    });
  }
  return demands;
}

/** Who had each piece of work and gave it back, and when that was last. Whoever came back since may have it again. */
function refusalsOf(org: Org, routingIds: readonly string[]): Map<string, Refusals> {
  const rows = org.store.all(
    `SELECT "PendingServiceRoutingId" AS routing, "UserId" AS agent, "AssignedDateTime" AS assigned, "Status" AS status,
       COALESCE("DeclineDateTime", "PushTimeoutDateTime", "CancelDateTime") AS ended
     FROM "AgentWork" WHERE "Status" IN ('Declined', 'DeclinedOnPushTimeout', 'Unavailable')
       AND "PendingServiceRoutingId" IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(routingIds)]
  );
  const starts = sessionStarts(org, [...new Set(rows.map(({ agent }) => String(agent)))]);
  const refusals = new Map<string, Refusals>();
  for (const row of rows) {
    const routing = String(row['routing']);
    const agent = String(row['agent']);
    const before = refusals.get(routing) ?? { last: 0, agents: [] };
    const isOfThisSession = (number(row['assigned']) ?? 0) >= (starts.get(agent) ?? Infinity);
    const declined = row['status'] !== 'Unavailable' && isOfThisSession;
    refusals.set(routing, {
      last: Math.max(before.last, number(row['ended']) ?? 0),
      agents: declined ? [...before.agents, agent] : before.agents
    });
  }
  return refusals;
}

/** The waiting work that these agents gave back: whether it may come to them again depends on their session. */
export function routingsRefusedBy({ store }: Org, userIds: readonly string[]): string[] {
  if (userIds.length === 0) return [];
  return store
    .all(
      `SELECT DISTINCT "PendingServiceRoutingId" AS id FROM "AgentWork"
       WHERE "PendingServiceRoutingId" IS NOT NULL AND "UserId" IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(userIds)]
    )
    .map(({ id }) => String(id));
}
