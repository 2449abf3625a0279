import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DrivableClock } from '../../src/clock/clock.ts';
import { deployTexts } from '../deploy/support.ts';
import { testOrg } from '../support/org.ts';
import { insert, save, stored } from '../support/things.ts';
import {
  agent,
  dispatch,
  linearMatcher,
  omniOrg,
  onlineAgent,
  settle,
  signIn,
  statusesOf,
  wait,
  workId,
  workOn
} from './support.ts';

const meta = (type: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><${type} xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>65.0</apiVersion><status>Active</status></${type}>`;

const trigger = (name: string, text: string): Record<string, string> => ({
  [`triggers/${name}.trigger`]: text,
  [`triggers/${name}.trigger-meta.xml`]: meta('ApexTrigger')
});

it('triggers on AgentWork and on the record run with each step of the work', async () => {
  const org = omniOrg();
  const files = trigger(
    'Works',
    `trigger Works on AgentWork (after insert, after update) {
      List<Account> seen = new List<Account>();
      for (AgentWork work : Trigger.new) seen.add(new Account(Name = work.Status));
      insert seen;
    }`
  );
  const result = await deployTexts(org, { ApexTrigger: ['Works'] }, files);
  expect(result.details?.componentFailures ?? []).toEqual([]);
  const ada = onlineAgent(org, 'Ada');
  const { item } = dispatch(org);
  await settle(org);
  org.omni.accept(ada, workId(org, item));
  org.omni.close(ada, workId(org, item));
  expect(org.store.all('SELECT "Name" AS name FROM "Account" ORDER BY "Id"').map(({ name }) => name)).toEqual([
    'Assigned',
    'Opened',
    'Closed'
  ]);
});

it('work that a trigger refuses is left out until it changes, and the rest goes on', async () => {
  const org = omniOrg();
  const files = trigger(
    'Cases',
    `trigger Cases on Case (before update) {
      for (Case each : Trigger.new) if (each.Subject == 'Mine' && each.OwnerId != Trigger.oldMap.get(each.Id).OwnerId) each.addError('No');
    }`
  );
  expect((await deployTexts(org, { ApexTrigger: ['Cases'] }, files)).success).toBe(true);
  onlineAgent(org, 'Ada');
  const refused = dispatch(org, undefined, undefined, { Subject: 'Mine' });
  const other = dispatch(org);
  await settle(org);
  expect([statusesOf(org, refused.item), statusesOf(org, other.item)]).toEqual([[], ['Assigned']]);
  save(org, 'update', [{ Id: refused.item, Subject: 'Yours' }], {}, 'Case');
  save(org, 'delete', [{ Id: refused.routing }], {}, 'PendingServiceRouting');
  await settle(org);
  expect(stored(org, 'PendingServiceRouting', refused.routing)).toMatchObject({ IsDeleted: 1, IsPushed: 0 });
});

it('work whose push time-out a trigger refuses stays with its agent, and the rest goes on', async () => {
  const org = omniOrg();
  const files = trigger(
    'Works',
    `trigger Works on AgentWork (before update) {
      for (AgentWork work : Trigger.new) if (work.Status == 'DeclinedOnPushTimeout') work.addError('No');
    }`
  );
  expect((await deployTexts(org, { ApexTrigger: ['Works'] }, files)).success).toBe(true);
  onlineAgent(org, 'Ada');
  const kept = dispatch(org, undefined, { PushTimeout: 10 });
  await settle(org);
  await wait(org, 10);
  const other = dispatch(org);
  await settle(org);
  expect([statusesOf(org, kept.item), statusesOf(org, other.item)]).toEqual([['Assigned'], ['Assigned']]);
});

it('nothing is routed that was taken back, or saved by an Apex test', async () => {
  const org = omniOrg();
  onlineAgent(org, 'Ada');
  expect(() =>
    org.transact(org.adminId, () => {
      insertInside();
      throw new Error('no');
    })
  ).toThrow('no');
  await settle(org);
  expect(org.store.all('SELECT * FROM "AgentWork"')).toEqual([]);

  function insertInside(): void {
    org.records.save('insert', [{ type: 'Case', values: {} }], { access: 'system', allOrNone: true });
  }
});

it('two hundred pieces of work at once are each brought to somebody, the capacity of all used to the full', async () => {
  const org = omniOrg();
  const users = Array.from({ length: 10 }, (_, index) => onlineAgent(org, `Agent${String(index)}`));
  for (let count = 0; count < 60; count++) dispatch(org);
  await settle(org);
  expect(users.map((user) => org.omni.desk(user).capacity.used)).toEqual(users.map(() => 5));
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omni-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

it('an org that starts again knows who was online, what they had, what waits and what passed meanwhile', async () => {
  const first = omniOrg({ folder });
  const ada = onlineAgent(first, 'Ada');
  const bob = agent(first, 'Bob');
  const opened = dispatch(first);
  await settle(first);
  first.omni.accept(ada, workId(first, opened.item));
  const passed = dispatch(first, undefined, { PushTimeout: 30 });
  await settle(first);
  const waiting = dispatch(first, undefined, { CapacityWeight: 5, RoutingPriority: 0 });
  await settle(first);
  first.store.close();

  const second = testOrg({
    folder,
    createMatcher: linearMatcher,
    clock: new DrivableClock(first.clock.now() + 60_000)
  });
  await settle(second);
  expect(statusesOf(second, passed.item)).toEqual(['DeclinedOnPushTimeout']);
  expect(second.omni.desk(ada)).toMatchObject({ capacity: { used: 1 }, work: [{ status: 'Opened' }] });
  signIn(second, bob);
  await wait(second, 1);
  expect(workOn(second, waiting.item)).toMatchObject({ UserId: bob });
  expect(insert(second, 'Case', {})).not.toBe('');
  second.store.close();
});
