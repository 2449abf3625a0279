import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from 'jsforce';
import { agents, type AgentOf } from '../../sample/company/agents.ts';
import { colleagues } from '../../sample/company/people.ts';
import { routings } from '../../sample/company/routing.ts';
import { createAll, quoted } from '../lib/ensure.ts';
import { route } from '../sample/routing.ts';
import { Desk } from './desk.ts';

/** Cases that agents have open beside those of the stories. */
const otherCases = "Sample_Key__c LIKE 'ordinary-case-%' AND IsClosed = FALSE";

/** How often, and how long apart in milliseconds, it is looked whether a case has been brought to somebody. */
const mostTries = 40;
const pause = 50;

interface CaseRow {
  readonly Id: string;
  readonly Sample_Key__c: string;
  readonly OwnerId: string;
}

/** An agent of the data at work in the org. */
interface AtWork {
  readonly agent: AgentOf;
  readonly userId: string;
  readonly desk: Desk;
}

/**
 * Brings the agents of the sample company to work, as the data has them: those who are there are there, the cases of the stories are
 * routed and taken by whom the rules choose, and everybody has as many cases open as the data says (Iwo one more: that of the
 * Dwojaks). Only the local org lets
 * somebody do that for them.
 */
export async function bringToWork(connection: Connection): Promise<void> {
  const team = await signInAll(connection);
  for (const { agent, desk } of team) if (agent.presence !== 'Offline') await desk.setPresence('Online');
  await fillDesks(connection, team);
  for (const { agent, desk } of team) if (agent.presence === 'Break') await desk.setPresence('Busy');
  await routeStories(connection, team);
}

async function signInAll(connection: Connection): Promise<AtWork[]> {
  const { records } = await connection.query<{ Id: string; Username: string }>(
    "SELECT Id, Username FROM User WHERE IsActive = TRUE AND Username LIKE '%@zbik.example'"
  );
  const userIds = new Map(records.map(({ Id, Username }) => [Username, Id]));
  const team: AtWork[] = [];
  for (const agent of agents) {
    const username = colleagues.find(({ key }) => key === agent.key)?.username ?? '';
    const userId = userIds.get(username);
    if (userId === undefined) throw new Error(`${username} is no user of the org.`);
    team.push({ agent, userId, desk: await Desk.signIn(connection, username) });
  }
  return team;
}

/** One after the other: whoever is given a case has taken it before the next one comes. */
async function routeStories(connection: Connection, team: readonly AtWork[]): Promise<void> {
  const keys = routings.map((routing) => quoted(routing.case)).join(',');
  const { records } = await connection.query<CaseRow>(
    `SELECT Id, Sample_Key__c, OwnerId FROM Case WHERE Sample_Key__c IN (${keys}) AND IsClosed = FALSE`
  );
  const idOf = new Map(records.map(({ Id, Sample_Key__c }) => [Sample_Key__c, Id]));
  for (const routing of routings) {
    const id = idOf.get(routing.case);
    if (id === undefined) continue;
    await route(connection, [id], 'Request');
    if (routing.given.after === 0) await acceptAll(connection, team, [id]);
  }
}

/** Gives agents cases, their own first, so many that with those of the stories they have as many as the data says. */
async function fillDesks(connection: Connection, team: readonly AtWork[]): Promise<void> {
  const { records } = await connection.query<CaseRow>(
    `SELECT Id, Sample_Key__c, OwnerId FROM Case WHERE ${otherCases} ORDER BY Sample_Key__c`
  );
  const left = new Set(records);
  const given: { readonly caseId: string; readonly userId: string }[] = [];
  for (const { agent, userId, desk } of team) {
    const missing = agent.open - storiesOf(agent.key) - (await desk.state()).work.length;
    const ownFirst = [...left].sort((a, b) => Number(b.OwnerId === userId) - Number(a.OwnerId === userId));
    for (const one of ownFirst.slice(0, Math.max(0, missing))) {
      left.delete(one);
      given.push({ caseId: one.Id, userId });
    }
  }
  await dispatch(connection, given);
  await acceptAll(
    connection,
    team,
    given.map(({ caseId }) => caseId)
  );
}

/** How many cases of the stories somebody is given at once. */
function storiesOf(key: string): number {
  return routings.filter(({ given }) => given.agent === key && given.after === 0).length;
}

/** Asks Omni-Channel to bring each case to one person. */
async function dispatch(
  connection: Connection,
  given: readonly { readonly caseId: string; readonly userId: string }[]
): Promise<void> {
  const { records } = await connection.query<{ Id: string }>(
    "SELECT Id FROM ServiceChannel WHERE RelatedEntity = 'Case'"
  );
  const channelId = records[0]?.Id;
  if (channelId === undefined) throw new Error('The org has no service channel for cases.');
  const ids = await createAll(
    connection,
    'PendingServiceRouting',
    given.map(({ caseId, userId }) => ({
      WorkItemId: caseId,
      ServiceChannelId: channelId,
      RoutingType: 'SkillsBased',
      RoutingModel: 'MostAvailable',
      RoutingPriority: 6,
      CapacityWeight: 1,
      PreferredUserId: userId,
      IsPreferredUserRequired: true,
      IsReadyForRouting: false
    })),
    ({ WorkItemId }) => String(WorkItemId)
  );
  const results = await connection
    .sobject('PendingServiceRouting')
    .update([...ids.values()].map((Id) => ({ Id, IsReadyForRouting: true })));
  const refused = results.flatMap((result) => (result.success ? [] : result.errors));
  if (refused[0] !== undefined) throw new Error(`Omni-Channel took a case not: ${refused[0].message}`);
}

/** Everybody opens what they are brought of these cases; Omni-Channel brings them soon after it was asked to. */
async function acceptAll(connection: Connection, team: readonly AtWork[], caseIds: readonly string[]): Promise<void> {
  const deskOf = new Map(team.map(({ userId, desk }) => [userId, desk]));
  const waiting = new Set(caseIds);
  for (let tries = 0; waiting.size > 0 && tries < mostTries; tries++) {
    const { records } = await connection.query<{ Id: string; UserId: string; WorkItemId: string }>(
      `SELECT Id, UserId, WorkItemId FROM AgentWork WHERE Status = 'Assigned' AND WorkItemId IN (${[...waiting].map(quoted).join(',')})`
    );
    for (const { Id, UserId, WorkItemId } of records) {
      await deskOf.get(UserId)?.accept(Id);
      waiting.delete(WorkItemId);
    }
    if (waiting.size > 0) await sleep(pause);
  }
}
