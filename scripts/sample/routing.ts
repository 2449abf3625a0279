import { readFile } from 'node:fs/promises';
import type { Connection } from 'jsforce';
import { agents, type AgentOf } from '../../sample/company/agents.ts';
import { nameOf } from '../../sample/company/people.ts';
import { runActions } from '../lib/actions.ts';
import { ensureChildren, ensureRecords, type NewRecord } from '../lib/ensure.ts';
import { activate, push } from '../rules/api/save.ts';
import { versions } from '../rules/api/versions.ts';
import { parseDocument, sound } from '../rules/api/document.ts';
import { limited } from './agents.ts';
import type { Moments } from './moments.ts';

/** Everybody's skills are at least that old, unless the data says otherwise. */
const skilledSince = 'D-400 08:00';

/** The capacity that the presence configuration of the agents' profile gives. */
const usualCapacity = 5;
/** Configurations for those who take more or less. */
const configurations: Readonly<Record<number, string>> = { 2: 'Newcomers', 6: 'Agents_Of_Six' };

/** Somebody of the data who is a user of the org. */
export interface Staff {
  readonly agent: AgentOf;
  readonly userId: string;
  readonly name: string;
}

/**
 * Makes users take part in skills-based routing: a service resource each, with their skills, and a capacity.
 *
 * @returns how many records were new
 */
export async function ensureStaff(connection: Connection, staff: readonly Staff[], moments: Moments): Promise<number> {
  const resources = await ensureRecords(
    connection,
    { object: 'ServiceResource', keyField: 'RelatedRecordId' },
    staff.map(({ userId, name }) => ({ RelatedRecordId: userId, Name: name, ResourceType: 'A', IsActive: true }))
  );
  const skillIds = await idsByName(connection, 'Skill');
  const skills = await ensureChildren(
    connection,
    { object: 'ServiceResourceSkill', parent: 'ServiceResourceId', text: 'SkillId' },
    staff.flatMap(({ agent, userId }) => skillRows(agent, resources.ids.get(userId) ?? '', skillIds, moments))
  );
  return resources.created + skills + (await ensureCapacities(connection, staff));
}

function skillRows(
  agent: AgentOf,
  resourceId: string,
  skillIds: ReadonlyMap<string, string>,
  moments: Moments
): NewRecord[] {
  return Object.entries(agent.skills).map(([skill, given]) => {
    const { level, from, until } = limited(given);
    const id = skillIds.get(skill);
    if (id === undefined)
      throw new Error(`The org has no skill ${skill}: is Omni-Channel set up (config/org, sample/org)?`);
    return {
      ServiceResourceId: resourceId,
      SkillId: id,
      SkillLevel: level,
      EffectiveStartDate: moments.at(from ?? skilledSince),
      ...(until === undefined ? {} : { EffectiveEndDate: moments.at(until) })
    };
  });
}

async function ensureCapacities(connection: Connection, staff: readonly Staff[]): Promise<number> {
  const others = staff.filter(({ agent }) => agent.capacity !== usualCapacity);
  if (others.length === 0) return 0;
  const ids = await idsByName(connection, 'PresenceUserConfig');
  const { created } = await ensureRecords(
    connection,
    { object: 'PresenceUserConfigUser', keyField: 'UserId' },
    others.map(({ agent, userId }) => {
      const id = ids.get(configurations[agent.capacity] ?? '');
      if (id === undefined)
        throw new Error(`The org has no presence configuration for ${String(agent.capacity)} cases.`);
      return { UserId: userId, PresenceUserConfigId: id };
    })
  );
  return created;
}

/** The rule sets of the sample company: three that were active one after the other, and a draft. */
const history = [
  { file: 'v1.json', notes: 'How it began: receivables, two languages, complaints.' },
  { file: 'v2.json', notes: 'Safety, key accounts, Ukrainian and German, returns.' },
  { file: 'v3.json', notes: 'Nobody waits for ever: skills relax, and after half an hour Duty takes it.' },
  { file: 'v4.json', notes: 'Tougher on complaints, nights apart. Not done.' }
] as const;
const activeFile = 'v3.json';

/**
 * Puts the versions of the rules into an org that has none.
 *
 * @returns how many were new
 */
export async function ensureRules(connection: Connection): Promise<number> {
  if ((await versions(connection)).length > 0) return 0;
  let active = false;
  for (const { file, notes } of history) {
    const text = await readFile(new URL(`../../sample/company/rules/${file}`, import.meta.url), 'utf8');
    const { id } = await push(connection, sound(parseDocument(text, file), file), { notes });
    if (!active) await activate(connection, id);
    active ||= file === activeFile;
  }
  return history.length;
}

/**
 * Has cases routed by the active rules, in one request.
 *
 * @returns what became of each, in their order
 */
export async function route(connection: Connection, caseIds: readonly string[], reason: string): Promise<string[]> {
  const outcomes = await runActions(
    connection,
    'YetiRouteCasesAction',
    caseIds.map((caseId) => ({ caseId, reason }))
  );
  return outcomes.map(({ status }) => String(status));
}

/**
 * Adds what routing needs to a loaded sample company: agents with skills, and the rules.
 *
 * @param userIdOf the user of a colleague, as far as the org has them
 * @returns how many records were new; none where Omni-Channel is off
 */
export async function ensureRouting(
  connection: Connection,
  userIdOf: (key: string) => string | undefined,
  moments: Moments
): Promise<number> {
  if (!(await hasOmniChannel(connection))) return 0;
  const staff = agents.flatMap((agent) => {
    const userId = userIdOf(agent.key);
    return userId === undefined ? [] : [{ agent, userId, name: nameOf(agent.key) }];
  });
  return (await ensureStaff(connection, staff, moments)) + (await ensureRules(connection));
}

async function hasOmniChannel(connection: Connection): Promise<boolean> {
  const { sobjects } = await connection.describeGlobal();
  return sobjects.some(({ name }) => name === 'PendingServiceRouting');
}

async function idsByName(connection: Connection, object: string): Promise<Map<string, string>> {
  const { records } = await connection.query<{ Id: string; DeveloperName: string }>(
    `SELECT Id, DeveloperName FROM ${object}`,
    { autoFetch: true }
  );
  return new Map(records.map(({ Id, DeveloperName }) => [DeveloperName, Id]));
}
