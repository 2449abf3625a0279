import { describe, expect, it } from 'vitest';
import { insert, save, stored } from '../support/things.ts';
import {
  agent,
  dispatch,
  idOf,
  omniOrg,
  onlineAgent,
  routingValues,
  settle,
  signIn,
  statusesOf,
  wait,
  workId,
  workOn
} from './support.ts';

const needs = (level: number) => ({ Polish: { level } });

describe('work that is ready', () => {
  it('comes to an agent, who owns it from then on, and is opened when accepted', async () => {
    const org = omniOrg();
    const ada = onlineAgent(org, 'Ada');
    const { item, routing } = dispatch(org);
    await settle(org);
    expect(workOn(org, item)).toMatchObject({ Status: 'Assigned', UserId: ada, PendingServiceRoutingId: routing });
    expect(stored(org, 'Case', item)).toMatchObject({ OwnerId: ada });
    expect(stored(org, 'PendingServiceRouting', routing)).toMatchObject({ IsPushed: 1, IsPushAttempted: 1 });
    org.clock.advance(7000);
    org.omni.accept(ada, workId(org, item));
    expect(workOn(org, item)).toMatchObject({ Status: 'Opened', SpeedToAnswer: 7, PendingServiceRoutingId: null });
    expect(stored(org, 'PendingServiceRouting', routing)).toMatchObject({ IsDeleted: 1 });
  });

  it('waits for every required skill at its level, in force now', async () => {
    const org = omniOrg();
    onlineAgent(org, 'Ada', { Polish: 4, English: 9 });
    const bob = agent(org, 'Bob', { Polish: 5, English: 5 });
    const { item } = dispatch(org, { Polish: { level: 5 }, English: { level: 5 } });
    await settle(org);
    expect(statusesOf(org, item)).toEqual([]);
    signIn(org, bob);
    await settle(org);
    expect(workOn(org, item)).toMatchObject({ UserId: bob });
  });

  it('sees a skill, and its end, as soon as it is saved', async () => {
    const org = omniOrg();
    const ada = onlineAgent(org, 'Ada', { English: 5 });
    const first = dispatch(org, needs(3));
    await settle(org);
    expect(statusesOf(org, first.item)).toEqual([]);
    const skill = insert(org, 'ServiceResourceSkill', {
      ServiceResourceId: idOf(org, 'ServiceResource', ada, 'RelatedRecordId'),
      SkillId: idOf(org, 'Skill', 'Polish'),
      SkillLevel: 5,
      EffectiveStartDate: org.clock.now()
    });
    await settle(org);
    expect(workOn(org, first.item)).toMatchObject({ UserId: ada });
    save(org, 'update', [{ Id: skill, EffectiveEndDate: org.clock.now() }], {}, 'ServiceResourceSkill');
    const second = dispatch(org, needs(3));
    await settle(org);
    expect(statusesOf(org, second.item)).toEqual([]);
  });

  it('needs an active service resource even where it needs no skill', async () => {
    const org = omniOrg();
    const ada = onlineAgent(org, 'Ada');
    const resource = idOf(org, 'ServiceResource', ada, 'RelatedRecordId');
    save(org, 'update', [{ Id: resource, IsActive: false }], {}, 'ServiceResource');
    const { item } = dispatch(org, {});
    await settle(org);
    expect(statusesOf(org, item)).toEqual([]);
    save(org, 'update', [{ Id: resource, IsActive: true }], {}, 'ServiceResource');
    await settle(org);
    expect(statusesOf(org, item)).toEqual(['Assigned']);
  });

  it('waits for somebody whose status serves the channel and who has capacity', async () => {
    const org = omniOrg();
    const ada = agent(org, 'Ada');
    signIn(org, ada, 'Break');
    const { item } = dispatch(org, needs(1), { CapacityWeight: 6 });
    const small = dispatch(org, needs(1), { CapacityWeight: 5 });
    await settle(org);
    expect(statusesOf(org, small.item)).toEqual([]);
    signIn(org, ada);
    await settle(org);
    expect(statusesOf(org, small.item)).toEqual(['Assigned']);
    expect(statusesOf(org, item)).toEqual([]);
  });

  it('goes by priority, second priority and age, one at a time', async () => {
    const org = omniOrg();
    const ada = agent(org, 'Ada');
    const late = dispatch(org, needs(1), { RoutingPriority: 2 });
    org.clock.advance(1000);
    const second = dispatch(org, needs(1), { SecondaryRoutingPriority: 2 });
    org.clock.advance(1000);
    const first = dispatch(org, needs(1), { SecondaryRoutingPriority: 1 });
    const old = dispatch(org, needs(1), { RoutingPriority: 2, CustomRequestedDateTime: org.clock.now() - 3_600_000 });
    signIn(org, ada);
    await settle(org);
    const order = org.store.all('SELECT "WorkItemId" AS item FROM "AgentWork" ORDER BY "Id"').map(({ item }) => item);
    expect(order).toEqual([first.item, second.item, old.item, late.item]);
  });

  it('goes to the one with most room, to the least active, or to whom work came longest ago', async () => {
    const org = omniOrg();
    const ada = onlineAgent(org, 'Ada');
    const bob = onlineAgent(org, 'Bob');
    const weights: readonly (readonly [string, number])[] = [
      ['MostAvailable', 3],
      ['MostAvailable', 1],
      ['LeastActive', 1],
      ['MostAvailable', 1]
    ];
    const takers: unknown[] = [];
    for (const [RoutingModel, CapacityWeight] of weights) {
      const { item } = dispatch(org, needs(1), { RoutingModel, CapacityWeight });
      await wait(org, 1);
      takers.push(workOn(org, item)['UserId']);
    }
    expect(takers).toEqual([ada, bob, ada, bob]);
  });

  it('prefers the preferred agent, and waits for a required one', async () => {
    const org = omniOrg();
    onlineAgent(org, 'Ada');
    const bob = agent(org, 'Bob');
    const wish = dispatch(org, needs(1), { PreferredUserId: bob });
    const must = dispatch(org, needs(1), { PreferredUserId: bob, IsPreferredUserRequired: true });
    await settle(org);
    expect(statusesOf(org, wish.item)).toEqual(['Assigned']);
    expect(statusesOf(org, must.item)).toEqual([]);
    signIn(org, bob);
    await settle(org);
    expect(workOn(org, must.item)).toMatchObject({ UserId: bob, PreferredUserId: bob });
  });

  it('is left alone by Omni-Channel when it is routed from outside', async () => {
    const org = omniOrg();
    onlineAgent(org, 'Ada');
    const { item } = dispatch(org, needs(1), { RoutingModel: 'ExternalRouting' });
    await settle(org);
    expect(statusesOf(org, item)).toEqual([]);
  });
});

describe('additional skills', () => {
  const lamp = { Polish: { level: 1 }, English: { level: 5, priority: 1 }, Lamps: { level: 5, priority: 2 } };

  it('are dropped one set after the other, the higher number first, and recorded as dropped', async () => {
    const org = omniOrg();
    const ada = onlineAgent(org, 'Ada', { Polish: 5, English: 5 });
    const { item } = dispatch(org, lamp, { DropAdditionalSkillsTimeout: 60 });
    await wait(org, 59);
    expect(statusesOf(org, item)).toEqual([]);
    await wait(org, 1);
    expect(workOn(org, item)).toMatchObject({ UserId: ada });
    const skills = org.store.all(
      `SELECT s."DeveloperName" AS name, w."WasDropped" AS dropped, w."IsAdditionalSkill" AS additional
       FROM "AgentWorkSkill" w JOIN "Skill" s ON s."Id" = w."SkillId" ORDER BY w."Id"`
    );
    expect(skills).toEqual([
      { name: 'Polish', dropped: 0, additional: 0 },
      { name: 'English', dropped: 0, additional: 1 },
      { name: 'Lamps', dropped: 1, additional: 1 }
    ]);
  });

  it('need their time before each set, counted from when the work was asked for', async () => {
    const org = omniOrg();
    onlineAgent(org, 'Ada', { Polish: 5 });
    const { item } = dispatch(org, lamp, { DropAdditionalSkillsTimeout: 60 });
    const aged = dispatch(org, lamp, {
      DropAdditionalSkillsTimeout: 60,
      CustomRequestedDateTime: org.clock.now() - 61_000
    });
    await wait(org, 59);
    expect([statusesOf(org, item), statusesOf(org, aged.item)]).toEqual([[], ['Assigned']]);
    await wait(org, 61);
    expect(statusesOf(org, item)).toEqual(['Assigned']);
  });

  it('are never dropped without a time, and required ones never at all', async () => {
    const org = omniOrg();
    onlineAgent(org, 'Ada', { English: 5 });
    const forever = dispatch(org, { Polish: { level: 1, priority: 1 }, English: { level: 1 } });
    const strict = dispatch(org, { Polish: { level: 1 } }, { DropAdditionalSkillsTimeout: 10 });
    await wait(org, 100_000);
    expect([statusesOf(org, forever.item), statusesOf(org, strict.item)]).toEqual([[], []]);
  });

  it('come back when the work is declined, and dropping starts over', async () => {
    const org = omniOrg();
    const ada = onlineAgent(org, 'Ada', { Polish: 5, English: 5 });
    const bob = onlineAgent(org, 'Bob', { Polish: 5 });
    const { item } = dispatch(
      org,
      { Polish: { level: 1 }, English: { level: 5, priority: 1 } },
      { DropAdditionalSkillsTimeout: 60 }
    );
    await wait(org, 50);
    expect(workOn(org, item)).toMatchObject({ UserId: ada });
    org.omni.decline(ada, workId(org, item));
    await wait(org, 59);
    expect(statusesOf(org, item)).toEqual(['Declined']);
    await wait(org, 1);
    expect(workOn(org, item)).toMatchObject({ UserId: bob, Status: 'Assigned' });
  });
});

it('work whose routing is deleted is brought to nobody, and taken back from whom it was brought to', async () => {
  const org = omniOrg();
  const ada = agent(org, 'Ada');
  const waiting = dispatch(org);
  save(org, 'delete', [{ Id: waiting.routing }], {}, 'PendingServiceRouting');
  signIn(org, ada);
  await settle(org);
  expect(statusesOf(org, waiting.item)).toEqual([]);
  const brought = dispatch(org);
  await settle(org);
  save(org, 'delete', [{ Id: brought.routing }], {}, 'PendingServiceRouting');
  await settle(org);
  expect(statusesOf(org, brought.item)).toEqual(['Canceled']);
  expect(org.omni.desk(ada).capacity).toEqual({ used: 0, total: 5 });
  const again = insert(org, 'PendingServiceRouting', { ...routingValues(org, brought.item), IsReadyForRouting: true });
  await settle(org);
  expect(workOn(org, brought.item)).toMatchObject({ Status: 'Assigned', PendingServiceRoutingId: again });
});
