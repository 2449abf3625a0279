import type { Org } from '../org.ts';
import { membership, skillsBased } from './items.ts';
import type { Agent, AgentSkill } from './matcher.ts';
import { number } from './rows.ts';

/** What is not in an agent's records: the work at hand. */
export interface Load {
  readonly used: number;
  readonly open: number;
  readonly lastWorkAt: number;
}

/** An agent has at most so many items, whatever they weigh. */
const mostItems = 100;

/** The agents who are online or busy: all of them, or of these users. */
export function presentAgents(org: Org, loadOf: (userId: string) => Load, userIds?: readonly string[]): Agent[] {
  const chosen = userIds === undefined ? '' : 'AND p."UserId" IN (SELECT value FROM json_each(?))';
  const rows = org.store.all(
    `SELECT p."UserId" AS id, trim(COALESCE(u."FirstName", '') || ' ' || u."LastName") AS name, p."ServicePresenceStatusId" AS status,
       p."IsAway" AS away, p."ConfiguredCapacity" AS capacity
     FROM "UserServicePresence" p JOIN "User" u ON u."Id" = p."UserId"
     WHERE p."IsCurrentState" = 1 AND p."IsDeleted" = 0 AND u."IsActive" = 1 ${chosen}`,
    userIds === undefined ? [] : [JSON.stringify(userIds)]
  );
  const found = rows.map(({ id }) => String(id));
  const channels = channelsByStatus(org);
  const skills = skillsOf(org, found);
  addQueues(org, found, skills);
  return rows.map((row): Agent => {
    const id = String(row['id']);
    const { used, open, lastWorkAt } = loadOf(id);
    return {
      id,
      name: String(row['name']),
      presence: row['away'] === 1 ? 'Away' : 'Available',
      channels: channels.get(String(row['status'])) ?? [],
      capacity: open < mostItems ? (number(row['capacity']) ?? 0) : used,
      used,
      open,
      lastWorkAt,
      skills: skills.get(id) ?? []
    };
  });
}

function channelsByStatus({ store }: Org): Map<string, string[]> {
  const rows = store.all(
    `SELECT l."ServicePresenceStatusId" AS status, c."DeveloperName" AS channel
     FROM "ServiceChannelStatus" l JOIN "ServiceChannel" c ON c."Id" = l."ServiceChannelId"`
  );
  const channels = new Map<string, string[]>();
  for (const { status, channel } of rows) add(channels, String(status), String(channel));
  return channels;
}

function skillsOf({ store, schema }: Org, userIds: readonly string[]): Map<string, AgentSkill[]> {
  const skills = new Map<string, AgentSkill[]>();
  if (schema.omni?.skillsRouting !== true) return skills;
  const rows = store.all(
    `SELECT r."RelatedRecordId" AS user, k."DeveloperName" AS skill, s."SkillLevel" AS level, s."EffectiveStartDate" AS start,
       s."EffectiveEndDate" AS ended
     FROM "ServiceResource" r
     LEFT JOIN "ServiceResourceSkill" s ON s."ServiceResourceId" = r."Id" AND s."IsDeleted" = 0
     LEFT JOIN "Skill" k ON k."Id" = s."SkillId"
     WHERE r."IsActive" = 1 AND r."ResourceType" = 'A' AND r."RelatedRecordId" IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(userIds)]
  );
  for (const { user } of rows) skills.set(String(user), [{ skill: membership(skillsBased), level: 0 }]);
  for (const row of rows) {
    if (row['skill'] === null) continue;
    const from = number(row['start']);
    const until = number(row['ended']);
    add(skills, String(row['user']), {
      skill: String(row['skill']),
      level: number(row['level']) ?? 0,
      ...(from !== null && { from }),
      ...(until !== null && { until })
    });
  }
  return skills;
}

/** Who is a member of a routed queue, directly or through a group, may take its work. */
function addQueues({ store }: Org, userIds: readonly string[], skills: Map<string, AgentSkill[]>): void {
  const rows = store.all(
    `WITH RECURSIVE member(user, holder) AS (
       SELECT "UserOrGroupId", "GroupId" FROM "GroupMember" WHERE "UserOrGroupId" IN (SELECT value FROM json_each(?))
       UNION SELECT m.user, g."GroupId" FROM member m JOIN "GroupMember" g ON g."UserOrGroupId" = m.holder)
     SELECT m.user, m.holder FROM member m JOIN "Group" q ON q."Id" = m.holder WHERE q."QueueRoutingConfigId" IS NOT NULL`,
    [JSON.stringify(userIds)]
  );
  for (const { user, holder } of rows) add(skills, String(user), { skill: membership(String(holder)), level: 0 });
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  list.push(value);
}
