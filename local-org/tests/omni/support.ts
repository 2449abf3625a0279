import type { Agent, CreateMatcher, Matcher, WorkItem } from '../../src/omni/matcher.ts';
import type { SqlValue } from '../../src/store/index.ts';
import { testOrg } from '../support/org.ts';
import type { TestOrg, TestOrgOptions } from '../support/org.ts';
import { insert, save } from '../support/things.ts';
import type { Values } from '../support/things.ts';
import { insertUser } from '../support/users.ts';

export const omniFiles: Readonly<Record<string, string>> = {
  'settings/OmniChannel.settings': `<?xml version="1.0" encoding="UTF-8"?><OmniChannelSettings xmlns="http://soap.sforce.com/2006/04/metadata">
    <enableOmniChannel>true</enableOmniChannel><enableOmniSkillsRouting>true</enableOmniSkillsRouting></OmniChannelSettings>`,
  'serviceChannels/Case.serviceChannel': '<label>Cases</label><relatedEntityType>Case</relatedEntityType>',
  'queueRoutingConfigs/Quick.queueRoutingConfig':
    '<capacityWeight>1</capacityWeight><label>Quick</label><pushTimeout>30</pushTimeout><routingModel>LEAST_ACTIVE</routingModel><routingPriority>1</routingPriority>',
  'queues/Desk.queue':
    '<name>Desk</name><queueRoutingConfig>Quick</queueRoutingConfig><queueSobject><sobjectType>Case</sobjectType></queueSobject>',
  'queues/Holding.queue': '<name>Holding</name><queueSobject><sobjectType>Case</sobjectType></queueSobject>',
  'servicePresenceStatuses/Available.servicePresenceStatus':
    '<channels><channel>Case</channel></channels><label>Available</label>',
  'servicePresenceStatuses/Break.servicePresenceStatus': '<label>Break</label>',
  'presenceDeclineReasons/Busy.presenceDeclineReason': '<label>Busy with something else</label>',
  'presenceUserConfigs/Agents.presenceUserConfig':
    '<assignments><profiles><profile>Standard</profile></profiles></assignments><capacity>5</capacity><declineReasons>Busy</declineReasons><enableDecline>true</enableDecline><enableDeclineReason>true</enableDeclineReason><label>Agents</label>',
  'presenceUserConfigs/Newcomers.presenceUserConfig': '<capacity>2</capacity><label>Newcomers</label>',
  ...Object.fromEntries(
    ['Polish', 'English', 'Lamps'].map((name) => [`skills/${name}.skill`, `<label>${name}</label>`])
  )
};

/** Decides as Omni-Channel does, looking at everything each time: enough for a few agents and items. */
export const linearMatcher: CreateMatcher = () => {
  const agents = new Map<string, Agent>();
  const items = new Map<string, WorkItem>();
  const droppedAt = ({ skills, dropAfter, dropSince, requestedAt }: WorkItem, now: number): string[] => {
    if (dropAfter === undefined) return [];
    const orders = [...new Set(skills.filter((need) => need.additional).map((need) => need.dropOrder))].sort(
      (a, b) => b - a
    );
    const sets = Math.floor((now - (dropSince ?? requestedAt)) / Math.max(dropAfter, 1));
    const gone = new Set(orders.slice(0, Math.max(sets, 0)));
    return skills.filter((need) => need.additional && gone.has(need.dropOrder)).map((need) => need.skill);
  };
  const canTake = (agent: Agent, item: WorkItem, dropped: readonly string[], now: number): boolean =>
    agent.presence === 'Available' &&
    agent.channels.includes(item.channel) &&
    agent.capacity - agent.used >= item.weight &&
    !item.excluded.includes(agent.id) &&
    (item.preferred?.required !== true || item.preferred.agentId === agent.id) &&
    item.skills.every(
      (need) =>
        dropped.includes(need.skill) ||
        agent.skills.some(
          ({ skill, level, from, until }) =>
            skill === need.skill && level >= need.level && (from ?? 0) <= now && now < (until ?? Infinity)
        )
    );
  const rank = (agent: Agent, item: WorkItem): number =>
    item.model === 'LeastActive' ? agent.open : agent.used - agent.capacity;
  const matcher: Matcher = {
    putAgent: (agent) => void agents.set(agent.id, agent),
    removeAgent: (id) => void agents.delete(id),
    putItem: (item) => void items.set(item.id, item),
    removeItem: (id) => void items.delete(id),
    next(now) {
      const waiting = [...items.values()].sort(
        (a, b) => a.priority - b.priority || a.secondaryPriority - b.secondaryPriority || a.requestedAt - b.requestedAt
      );
      for (const item of waiting) {
        const dropped = droppedAt(item, now);
        const [best] = [...agents.values()]
          .filter((agent) => canTake(agent, item, dropped, now))
          .sort(
            (a, b) =>
              Number(b.id === item.preferred?.agentId) - Number(a.id === item.preferred?.agentId) ||
              rank(a, item) - rank(b, item) ||
              a.lastWorkAt - b.lastWorkAt
          );
        if (!best) continue;
        items.delete(item.id);
        agents.set(best.id, { ...best, used: best.used + item.weight, open: best.open + 1, lastWorkAt: now });
        return { itemId: item.id, agentId: best.id, dropped };
      }
      return undefined;
    },
    nextMoment(now) {
      const moments = [...items.values()].flatMap(({ dropAfter, dropSince, requestedAt }) => {
        const since = dropSince ?? requestedAt;
        return dropAfter === undefined ? [] : [since + dropAfter * (Math.floor((now - since) / dropAfter) + 1)];
      });
      return moments.length === 0 ? undefined : Math.min(...moments);
    }
  };
  return matcher;
};

/** A test org in which Omni-Channel works. */
export function omniOrg(options: TestOrgOptions = {}): TestOrg {
  return testOrg({ createMatcher: linearMatcher, ...options, files: { ...omniFiles, ...options.files } });
}

/** The id of a row by one of its values. */
export function idOf(org: TestOrg, object: string, name: string, field = 'DeveloperName'): string {
  return String(org.store.get(`SELECT "Id" AS id FROM "${object}" WHERE "${field}" = ?`, [name])?.['id']);
}

/** An agent with these skills, by level; not online yet. @returns the user's id */
export function agent(org: TestOrg, name: string, skills: Readonly<Record<string, number>> = { Polish: 5 }): string {
  const user = insertUser(org, name);
  const resource = insert(org, 'ServiceResource', {
    Name: name,
    RelatedRecordId: user,
    ResourceType: 'A',
    IsActive: true
  });
  for (const [skill, SkillLevel] of Object.entries(skills)) {
    insert(org, 'ServiceResourceSkill', {
      ServiceResourceId: resource,
      SkillId: idOf(org, 'Skill', skill),
      SkillLevel,
      EffectiveStartDate: 0
    });
  }
  return user;
}

/** Signs an agent in; null: out. */
export function signIn(org: TestOrg, user: string, status: string | null = 'Available'): void {
  org.omni.setPresence(user, status === null ? null : idOf(org, 'ServicePresenceStatus', status));
}

/** An online agent. */
export function onlineAgent(org: TestOrg, name: string, skills?: Readonly<Record<string, number>>): string {
  const user = agent(org, name, skills);
  signIn(org, user);
  return user;
}

export interface Need {
  readonly level: number;
  readonly priority?: number;
}

/** Work to be routed, in the documented order: not ready, what it needs, ready. @returns the ids */
export function dispatch(
  org: TestOrg,
  needs: Readonly<Record<string, Need>> = { Polish: { level: 1 } },
  values: Values = {},
  workItem: Values = {}
): { readonly item: string; readonly routing: string } {
  const item = insert(org, 'Case', { Subject: 'Help', OwnerId: idOf(org, 'Group', 'Holding'), ...workItem });
  const routing = insert(org, 'PendingServiceRouting', { ...routingValues(org, item), ...values });
  for (const [skill, { level, priority }] of Object.entries(needs)) {
    insert(org, 'SkillRequirement', {
      RelatedRecordId: routing,
      SkillId: idOf(org, 'Skill', skill),
      SkillLevel: level,
      IsAdditionalSkill: priority !== undefined,
      SkillPriority: priority ?? null
    });
  }
  save(org, 'update', [{ Id: routing, IsReadyForRouting: true }], {}, 'PendingServiceRouting');
  return { item, routing };
}

/** What skills-based routing is told of a case. */
export function routingValues(org: TestOrg, item: string): Values {
  return {
    WorkItemId: item,
    ServiceChannelId: idOf(org, 'ServiceChannel', 'Case'),
    RoutingType: 'SkillsBased',
    RoutingModel: 'MostAvailable',
    RoutingPriority: 1,
    CapacityWeight: 1
  };
}

/** Lets the org do what is due. */
export async function settle(org: TestOrg): Promise<void> {
  await org.events.idle();
}

/** Time goes by, and the org does what is due then. */
export async function wait(org: TestOrg, seconds: number): Promise<void> {
  org.clock.advance(seconds * 1000);
  await settle(org);
}

/** Every AgentWork of a case, first to last. */
export function worksOn(org: TestOrg, item: string): Record<string, SqlValue>[] {
  return org.store.all('SELECT * FROM "AgentWork" WHERE "WorkItemId" = ? ORDER BY "Id"', [item]);
}

/** The statuses of what agents had of a case, first to last. */
export function statusesOf(org: TestOrg, item: string): SqlValue[] {
  return worksOn(org, item).map(({ Status }) => Status ?? null);
}

/** The newest AgentWork of a case. */
export function workOn(org: TestOrg, item: string): Record<string, SqlValue> {
  return worksOn(org, item).at(-1) ?? {};
}

export function workId(org: TestOrg, item: string): string {
  return String(workOn(org, item)['Id']);
}
