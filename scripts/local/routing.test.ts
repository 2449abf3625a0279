import { readFile } from 'node:fs/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DrivableClock } from '../../local-org/src/clock/clock.ts';
import type { LiveOrg } from '../../local-org/src/org.ts';
import type { FieldValue } from '../../local-org/src/row.ts';
import { buildProject } from './build.ts';
import { memoryOrgAt } from './memoryOrg.ts';
import { orgPackages } from './orgSettings.ts';
import { convertProject } from './package.ts';
import { packageFolders } from './packages.ts';

type Values = Record<string, FieldValue>;

const clock = new DrivableClock(Date.parse('2026-11-23T09:00:00Z'));
let org: LiveOrg;
let adminId: string;
let count = 0;

beforeAll(async () => {
  await buildProject();
  const whole = await convertProject(await packageFolders());
  ({ org, adminId } = await memoryOrgAt(clock, ...(await orgPackages()), whole));
  await apex(`insert new PermissionSetAssignment(AssigneeId = UserInfo.getUserId(),
    PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Yeti_Admin'].Id);`);
  const rules = await readFile('sample/company/rules/v3.json', 'utf8');
  await apex(
    `YetiRuleSets.makeActive(YetiRuleSets.saveDraft(null, 'Test', ${apexText(JSON.stringify(JSON.parse(rules)))}, null), null);`
  );
}, 300_000);

beforeEach(async () => {
  for (const { id } of org.store.all('SELECT "UserId" AS id FROM "UserServicePresence" WHERE "IsCurrentState" = 1')) {
    org.omni.setPresence(String(id), null);
  }
  await org.events.idle();
});

describe('a case that is saved, by the rules of the sample company', () => {
  it('comes to an agent who has what it needs, and the decision says so', async () => {
    const kalina = agent('Kalina', { Polish: 10, Complaints: 9, Apparel: 8 });
    const borys = agent('Borys', { Polish: 10, Complaints: 4 });
    online(borys, kalina);
    const caseId = await newCase({ Type: 'Complaint' });
    expect(offers(caseId)).toEqual([{ UserId: kalina, Status: 'Assigned' }]);
    expect(ownerOf(caseId)).toBe(kalina);

    await sweep();
    expect(decisionOf(caseId)).toMatchObject({ Status__c: 'Assigned', Agent__c: kalina, Accepted_At__c: null });

    org.omni.accept(kalina, workOf(caseId));
    await sweep();
    expect(decisionOf(caseId)).toMatchObject({ Accepted_At__c: clock.now(), Routing_Id__c: null });
    expect(stepsOf(caseId)).toEqual(['Dispatched', 'Assigned']);
  });

  it('waits in the holding queue, and comes to somebody with less once it has waited', async () => {
    const borys = agent('Borys', { Polish: 10, Complaints: 4 });
    online(borys);
    const caseId = await newCase({ Type: 'Complaint' });
    expect(offers(caseId)).toEqual([]);
    expect(ownerOf(caseId)).toBe(queue('FrontDesk'));
    const before = decisionOf(caseId);

    clock.advance(599_000);
    await sweep();
    expect(decisionOf(caseId)).toMatchObject({ Status__c: 'Dispatched', Routing_Id__c: before['Routing_Id__c'] });

    clock.advance(1000);
    await sweep();
    expect(offers(caseId)).toEqual([{ UserId: borys, Status: 'Assigned' }]);
    expect(
      org.store.get(
        'SELECT "CustomRequestedDateTime" AS at FROM "PendingServiceRouting" WHERE "WorkItemId" = ? AND "IsDeleted" = 0',
        [caseId]
      )
    ).toEqual({ at: before['Dispatched_At__c'] });
    await sweep();
    expect(stepsOf(caseId)).toEqual(['Dispatched', 'Relaxed', 'Assigned']);
    expect(decisionOf(caseId)['Steps__c']).toContain('Complaints ≥ 3');
  });

  it('goes back to the queue when it is declined, and then to somebody else', async () => {
    const kalina = agent('Kalina', { Polish: 10, Complaints: 9 });
    online(kalina);
    const caseId = await newCase({ Type: 'Complaint' });
    org.omni.decline(kalina, workOf(caseId));
    expect(ownerOf(caseId)).toBe(kalina);

    await sweep();
    expect(ownerOf(caseId)).toBe(queue('FrontDesk'));
    expect(decisionOf(caseId)).toMatchObject({ Status__c: 'Dispatched', Agent__c: null });
    await sweep();
    expect(stepsOf(caseId)).toEqual(['Dispatched', 'Declined']);

    const mira = agent('Mira', { Polish: 8, Complaints: 7 });
    online(mira);
    await org.events.idle();
    expect(offers(caseId).at(-1)).toEqual({ UserId: mira, Status: 'Assigned' });
    await sweep();
    expect(stepsOf(caseId)).toEqual(['Dispatched', 'Declined', 'Assigned']);
  });

  it('goes to the fallback queue when nobody was found in time', async () => {
    const caseId = await newCase({ Type: 'Complaint' });
    clock.advance(1_800_000);
    await sweep();
    expect(decisionOf(caseId)).toMatchObject({ Status__c: 'Fallback', Routing_Id__c: null, Next_Step_At__c: null });
    expect(ownerOf(caseId)).toBe(queue('Duty'));
    expect(routings(caseId)).toBe(0);
  });

  it('leaves routing when it is closed, deleted or taken by hand', async () => {
    const [closed, deleted, taken] = [await newCase(), await newCase(), await newCase()];
    expect([closed, deleted, taken].map(routings)).toEqual([1, 1, 1]);
    const kalina = agent('Kalina', {});
    save('update', { Id: closed, Status: 'Closed' });
    save('update', { Id: taken, OwnerId: kalina });
    save('delete', { Id: deleted });
    await sweep();
    expect([closed, deleted, taken].map(routings)).toEqual([0, 0, 0]);
    for (const caseId of [closed, deleted, taken]) expect(decisionOf(caseId)['Status__c']).toBe('Withdrawn');
    expect(ownerOf(taken)).toBe(kalina);
  });

  it('is in routing once, whatever else wants to route it', async () => {
    const caseId = await newCase();
    await apex(`YetiRoutingService.route(new Set<Id>{ '${caseId}' }, 'asked');`);
    save('update', { Id: caseId, Type: 'Complaint' });
    await org.events.idle();
    expect(routings(caseId)).toBe(1);
    expect(decisionOf(caseId)['Summary__c']).toContain('Complaints 5');
  });

  it('is asked of its preferred agent first', async () => {
    const roza = agent('Róża', { Polish: 10, Collections: 8 });
    const wanda = agent('Wanda', { Polish: 10, Collections: 6 });
    online(roza, wanda);
    const contactId = save('insert', { LastName: 'Ratajec' }, 'Contact');
    const first = await newCase({ Type: 'Receivable', ContactId: contactId });
    const taker = String(offers(first)[0]?.['UserId']);
    org.omni.accept(taker, workOf(first));
    await sweep();
    org.omni.close(taker, workOf(first));
    save('update', { Id: first, Status: 'Closed' });

    const second = await newCase({ Type: 'Receivable', ContactId: contactId });
    expect(decisionOf(second)['Preferred__c']).toBe(taker);
    expect(offers(second)).toEqual([{ UserId: taker, Status: 'Assigned' }]);
  });

  it('is routed with all others that were saved with it, 200 at a time', async () => {
    const rows = Array.from({ length: 450 }, () => ({ type: 'Case', values: { Subject: 'Flood', Type: 'Complaint' } }));
    org.transact(adminId, () => org.records.save('insert', rows, { allOrNone: true, access: 'system' }));
    await org.events.idle();
    expect(routed('Flood')).toBe(450);
  });

  it('is routed with few queries and saves, 200 at a time', async () => {
    const cost = await costOf(200);
    expect(cost.queries).toBeLessThanOrEqual(10);
    expect(cost.saves).toBeLessThanOrEqual(6);
    expect(cost.routed).toBe(200);
  });
});

describe('who takes work', () => {
  it('is read from the org as the matcher knows agents', async () => {
    const mira = agent('Mira', { English: 10, Complaints: 7 });
    online(mira);
    expect(await agentInApex(mira)).toMatchObject({
      id: mira,
      name: 'Mira',
      presence: 'Available',
      channels: ['Case'],
      capacity: 5,
      used: 0,
      skills: [
        { skill: 'Complaints', level: 7 },
        { skill: 'English', level: 10 }
      ]
    });
    org.omni.setPresence(mira, status('Break'));
    expect(await agentInApex(mira)).toMatchObject({ presence: 'Away', channels: [] });
  });
});

describe('the schedule of the sweeper', () => {
  it('has a job for each of its minutes, and none once it is stopped', async () => {
    const jobs = (): unknown =>
      org.store.get(`SELECT COUNT(*) AS n FROM "CronTrigger" WHERE "State" = 'WAITING'`)?.['n'];
    await apex('YetiRoutingSweeper.schedule(20);');
    expect(jobs()).toBe(3);
    await apex('YetiRoutingSweeper.schedule(30);');
    expect(jobs()).toBe(2);
    await apex('YetiRoutingSweeper.schedule(0);');
    expect(jobs()).toBe(0);
  });
});

describe('a case that Omni-Channel does not take', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    org.store.run('UPDATE "ServiceChannel" SET "RelatedEntity" = \'Case\'');
  });

  it.each([
    ['LIMIT_EXCEEDED', 'Omni-Channel is at its limit'],
    ['UNABLE_TO_LOCK_ROW', 'Somebody else was saving it']
  ])('says why, is tried again, and keeps none of the others: %s', async (code, problem) => {
    refuseFirstRouting(code);
    const [refused, other] = await twoCases();
    expect(decisionOf(refused)).toMatchObject({ Status__c: 'Failed', Problem__c: problem, Routing_Id__c: null });
    expect(ownerOf(refused)).toBe(queue('Duty'));
    expect(routings(refused)).toBe(0);
    expect(decisionOf(other)['Status__c']).toBe('Dispatched');

    vi.restoreAllMocks();
    clock.advance(300_000);
    await sweep();
    expect(decisionOf(refused)['Status__c']).toBe('Dispatched');
    expect([refused, other].map(routings)).toEqual([1, 1]);
  });

  it('says that there is no channel of cases, and is routed once there is one', async () => {
    org.store.run('UPDATE "ServiceChannel" SET "RelatedEntity" = \'Lead\'');
    const caseId = await newCase();
    const problem = 'Omni-Channel has no service channel for cases';
    expect(decisionOf(caseId)).toMatchObject({ Status__c: 'Failed', Problem__c: problem });
    expect(ownerOf(caseId)).toBe(queue('Duty'));

    org.store.run('UPDATE "ServiceChannel" SET "RelatedEntity" = \'Case\'');
    clock.advance(300_000);
    await sweep();
    expect(decisionOf(caseId)['Status__c']).toBe('Dispatched');
    expect(routings(caseId)).toBe(1);
  });

  it('is left to what routes it already', async () => {
    const caseId = await newCase();
    const [foreign] = org.store.all('SELECT "Id" AS id FROM "PendingServiceRouting" WHERE "WorkItemId" = ?', [caseId]);
    org.store.run('UPDATE "Yeti_Routing_Decision__c" SET "Routing_Id__c" = NULL, "Status__c" = \'Withdrawn\'');
    await apex(`YetiRoutingService.route(new Set<Id>{ '${caseId}' }, 'asked');`);
    expect(decisionOf(caseId)).toMatchObject({ Status__c: 'Skipped', Problem__c: 'Something else routes it' });
    expect(org.store.all('SELECT "Id" AS id FROM "PendingServiceRouting" WHERE "WorkItemId" = ?', [caseId])).toEqual([
      foreign
    ]);
  });
});

/** As the platform does at a limit of its own, or where somebody else saves the same: the first of many is refused. */
function refuseFirstRouting(code: string): void {
  const { records } = org;
  const before = records.save.bind(records);
  vi.spyOn(records, 'save').mockImplementation((operation, rows, options) => {
    if (operation !== 'insert' || rows[0]?.type !== 'PendingServiceRouting') return before(operation, rows, options);
    const refused = { success: false, errors: [{ code, message: code, fields: [] }] };
    return [refused, ...before(operation, rows.slice(1), options)];
  });
}

async function twoCases(): Promise<readonly [string, string]> {
  const row = { type: 'Case', values: { Subject: 'Help' } };
  const saved = org.transact(adminId, () =>
    org.records.save('insert', [row, row], { allOrNone: true, access: 'system' })
  );
  await org.events.idle();
  const [one, other] = saved.map(({ id }) => String(id));
  return [one ?? '', other ?? ''];
}

function save(operation: 'insert' | 'update' | 'delete', values: Values, type = 'Case'): string {
  const [result] = org.transact(adminId, () =>
    org.records.save(operation, [{ type, values }], { allOrNone: true, access: 'system' })
  );
  return String(result?.id);
}

async function newCase(values: Values = {}): Promise<string> {
  const caseId = save('insert', { Subject: 'Help', ...values });
  await org.events.idle();
  return caseId;
}

/** A user with an active service resource and these skills, by level. */
function agent(name: string, skills: Readonly<Record<string, number>>): string {
  count += 1;
  const userName = `agent${String(count)}`;
  const profile = org.store.get(`SELECT "Id" AS id FROM "Profile" WHERE "Name" = 'Standard User'`)?.['id'];
  const user = save(
    'insert',
    {
      Username: `${userName}@yeti.example`,
      Email: `${userName}@example.com`,
      LastName: name,
      Alias: userName.slice(0, 8),
      ProfileId: String(profile),
      IsActive: true,
      TimeZoneSidKey: 'Europe/Warsaw',
      LocaleSidKey: 'en_US',
      LanguageLocaleKey: 'en_US',
      EmailEncodingKey: 'UTF-8'
    },
    'User'
  );
  const resource = save(
    'insert',
    { Name: name, RelatedRecordId: user, ResourceType: 'A', IsActive: true },
    'ServiceResource'
  );
  for (const [skill, SkillLevel] of Object.entries(skills)) {
    const SkillId = idOf('Skill', skill);
    save('insert', { ServiceResourceId: resource, SkillId, SkillLevel, EffectiveStartDate: 0 }, 'ServiceResourceSkill');
  }
  return user;
}

function online(...users: string[]): void {
  for (const user of users) org.omni.setPresence(user, status('Available'));
}

function status(name: string): string {
  return idOf('ServicePresenceStatus', name);
}

function queue(name: string): string {
  return idOf('Group', name);
}

function idOf(object: string, developerName: string): string {
  return String(org.store.get(`SELECT "Id" AS id FROM "${object}" WHERE "DeveloperName" = ?`, [developerName])?.['id']);
}

function ownerOf(caseId: string): unknown {
  return org.store.get('SELECT "OwnerId" AS id FROM "Case" WHERE "Id" = ?', [caseId])?.['id'];
}

function offers(caseId: string): Values[] {
  return org.store.all('SELECT "UserId", "Status" FROM "AgentWork" WHERE "WorkItemId" = ? ORDER BY "Id"', [
    caseId
  ]) as Values[];
}

function workOf(caseId: string): string {
  const row = org.store.get('SELECT "Id" AS id FROM "AgentWork" WHERE "WorkItemId" = ? ORDER BY "Id" DESC', [caseId]);
  return String(row?.['id']);
}

function routings(caseId: string): number {
  const row = org.store.get(
    'SELECT COUNT(*) AS n FROM "PendingServiceRouting" WHERE "WorkItemId" = ? AND "IsDeleted" = 0',
    [caseId]
  );
  return Number(row?.['n']);
}

function decisionOf(caseId: string): Record<string, unknown> {
  return org.store.get('SELECT * FROM "Yeti_Routing_Decision__c" WHERE "Current_Key__c" = ?', [caseId]) ?? {};
}

function stepsOf(caseId: string): string[] {
  return (JSON.parse(String(decisionOf(caseId)['Steps__c'])) as { kind: string }[]).map(({ kind }) => kind);
}

async function sweep(): Promise<void> {
  await org.events.idle();
  await apex('YetiRoutingSweeper.sweep();');
  await org.events.idle();
}

async function costOf(cases: number): Promise<{ queries: number; saves: number; routed: number }> {
  const answer = await apex(`
    YetiCaseRouting.isOff = true;
    List<Case> cases = new List<Case>();
    for (Integer i = 0; i < ${String(cases)}; i++) cases.add(new Case(Subject = 'Bulk', Type = 'Complaint'));
    insert cases;
    Integer queries = Limits.getQueries();
    Integer saves = Limits.getDmlStatements();
    YetiRoutingService.route(new Map<Id, Case>(cases).keySet(), 'created');
    System.debug((Limits.getQueries() - queries) + ' ' + (Limits.getDmlStatements() - saves));`);
  const [queries = NaN, saves = NaN] = answer.split(' ').map(Number);
  return { queries, saves, routed: routed('Bulk') };
}

/** How many cases of a subject are in routing. */
function routed(subject: string): number {
  const row = org.store.get(
    'SELECT COUNT(*) AS n FROM "PendingServiceRouting" p JOIN "Case" c ON c."Id" = p."WorkItemId" WHERE c."Subject" = ?',
    [subject]
  );
  return Number(row?.['n']);
}

/** Runs Apex as the admin. @returns what it wrote last */
async function apex(text: string): Promise<string> {
  const result = await org.apex.executeAnonymous(adminId, text);
  if (!result.success) throw new Error(result.compiled ? result.exceptionMessage : result.compileProblem);
  return result.log.trim().split('|').at(-1) ?? '';
}

async function agentInApex(userId: string): Promise<unknown> {
  const json = await apex(`System.debug(JSON.serialize(YetiAgents.ofUsers(new Set<Id>{ '${userId}' })));`);
  return (JSON.parse(json) as unknown[])[0];
}

function apexText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
