import { expect, it } from 'vitest';
import { insert, save, stored } from '../support/things.ts';
import type { TestOrg } from '../support/org.ts';
import {
  agent,
  dispatch,
  idOf,
  omniOrg,
  onlineAgent,
  settle,
  signIn,
  statusesOf,
  wait,
  workId,
  workOn
} from './support.ts';

function member(org: TestOrg, name: string): string {
  const user = agent(org, name, {});
  insert(org, 'GroupMember', { GroupId: idOf(org, 'Group', 'Desk'), UserOrGroupId: user });
  return user;
}

const waiting = (org: TestOrg): number =>
  Number(org.store.get('SELECT count(*) AS n FROM "PendingServiceRouting" WHERE "IsDeleted" = 0')?.['n']);

it('what comes to a routed queue is brought to its members only', async () => {
  const org = omniOrg();
  onlineAgent(org, 'Stranger');
  const ada = member(org, 'Ada');
  const queue = idOf(org, 'Group', 'Desk');
  const item = insert(org, 'Case', { OwnerId: queue });
  await settle(org);
  expect(org.store.get('SELECT * FROM "PendingServiceRouting"')).toMatchObject({
    RoutingType: 'QueueBased',
    RoutingModel: 'LeastActive',
    GroupId: queue,
    PushTimeout: 30,
    IsReadyForRouting: 1
  });
  expect(statusesOf(org, item)).toEqual([]);
  signIn(org, ada);
  await settle(org);
  expect(workOn(org, item)).toMatchObject({ UserId: ada, OriginalQueueId: queue });
  expect(stored(org, 'Case', item)).toMatchObject({ OwnerId: ada });
});

it('what a member declines or lets pass goes back to the queue', async () => {
  const org = omniOrg();
  const ada = member(org, 'Ada');
  signIn(org, ada);
  const queue = idOf(org, 'Group', 'Desk');
  const declined = insert(org, 'Case', { OwnerId: queue });
  const passed = insert(org, 'Case', { OwnerId: queue });
  await settle(org);
  org.omni.decline(ada, workId(org, declined));
  await wait(org, 30);
  expect([statusesOf(org, declined), statusesOf(org, passed)]).toEqual([['Declined'], ['DeclinedOnPushTimeout']]);
  for (const item of [declined, passed]) expect(stored(org, 'Case', item)).toMatchObject({ OwnerId: queue });
  expect(waiting(org)).toBe(2);
});

it('what is taken from the queue waits there no longer; an unrouted queue routes nothing', async () => {
  const org = omniOrg();
  const bob = agent(org, 'Bob');
  const item = insert(org, 'Case', { OwnerId: idOf(org, 'Group', 'Desk') });
  insert(org, 'Case', { OwnerId: idOf(org, 'Group', 'Holding') });
  await settle(org);
  expect(waiting(org)).toBe(1);
  save(org, 'update', [{ Id: item, OwnerId: bob }], {}, 'Case');
  await settle(org);
  expect(waiting(org)).toBe(0);
});

it('a routed queue does not route beside skills-based routing of the same record', async () => {
  const org = omniOrg();
  const { item } = dispatch(org);
  save(org, 'update', [{ Id: item, OwnerId: idOf(org, 'Group', 'Desk') }], {}, 'Case');
  await settle(org);
  expect(waiting(org)).toBe(1);
});

it('a record that is deleted is taken back, and waits again when it is undeleted', async () => {
  const org = omniOrg();
  const ada = member(org, 'Ada');
  const queue = idOf(org, 'Group', 'Desk');
  const item = insert(org, 'Case', { OwnerId: queue });
  await settle(org);
  save(org, 'delete', [{ Id: item }], {}, 'Case');
  await settle(org);
  signIn(org, ada);
  await settle(org);
  expect(statusesOf(org, item)).toEqual([]);
  save(org, 'undelete', [{ Id: item }], {}, 'Case');
  await settle(org);
  expect(statusesOf(org, item)).toEqual(['Assigned']);
});
