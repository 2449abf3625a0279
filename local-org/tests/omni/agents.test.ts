import { describe, expect, it } from 'vitest';
import { insert, save, stored } from '../support/things.ts';
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

describe('an agent', () => {
  it('who declines keeps the work without a queue until the next one has it, and is not offered it again', async () => {
    const org = omniOrg();
    const ada = onlineAgent(org, 'Ada');
    const { item, routing } = dispatch(org);
    await settle(org);
    org.omni.decline(ada, workId(org, item), idOf(org, 'PresenceDeclineReason', 'Busy'));
    await settle(org);
    expect(statusesOf(org, item)).toEqual(['Declined']);
    expect(workOn(org, item)).toMatchObject({
      DeclineReason: 'Busy with something else',
      AgentCapacityWhenDeclined: 5
    });
    expect(stored(org, 'Case', item)).toMatchObject({ OwnerId: ada });
    expect(stored(org, 'PendingServiceRouting', routing)).toMatchObject({ IsPushed: 0, IsDeleted: 0 });
    expect(org.omni.desk(ada).capacity.used).toBe(0);
    const bob = onlineAgent(org, 'Bob');
    await settle(org);
    expect(workOn(org, item)).toMatchObject({ Status: 'Assigned', UserId: bob });
    expect(stored(org, 'Case', item)).toMatchObject({ OwnerId: bob });
  });

  it('who declined is offered the work again in another session', async () => {
    const org = omniOrg();
    const ada = onlineAgent(org, 'Ada');
    const { item } = dispatch(org);
    await settle(org);
    org.omni.decline(ada, workId(org, item));
    await wait(org, 10);
    signIn(org, ada, 'Break');
    await wait(org, 10);
    signIn(org, ada);
    await settle(org);
    expect(statusesOf(org, item)).toEqual(['Declined']);
    signIn(org, ada, null);
    await wait(org, 10);
    signIn(org, ada);
    await settle(org);
    expect(statusesOf(org, item)).toEqual(['Declined', 'Assigned']);
  });

  it('who lets work pass loses it', async () => {
    const org = omniOrg();
    const ada = onlineAgent(org, 'Ada');
    const { item } = dispatch(org, { Polish: { level: 1 } }, { PushTimeout: 20 });
    await settle(org);
    expect(org.omni.desk(ada).work).toMatchObject([{ pushTimeoutAt: org.clock.now() + 20_000 }]);
    await wait(org, 19);
    expect(statusesOf(org, item)).toEqual(['Assigned']);
    await wait(org, 1);
    expect(statusesOf(org, item)).toEqual(['DeclinedOnPushTimeout']);
    expect(org.omni.desk(ada)).toMatchObject({ work: [], capacity: { used: 0, total: 5 } });
  });

  it('who goes offline loses what was not accepted, and keeps the rest', async () => {
    const org = omniOrg();
    const ada = onlineAgent(org, 'Ada');
    const opened = dispatch(org);
    await settle(org);
    org.omni.accept(ada, workId(org, opened.item));
    const brought = dispatch(org);
    await settle(org);
    signIn(org, ada, null);
    await settle(org);
    expect(statusesOf(org, opened.item)).toEqual(['Opened']);
    expect(statusesOf(org, brought.item)).toEqual(['Unavailable']);
    await wait(org, 5);
    signIn(org, ada);
    await settle(org);
    expect(statusesOf(org, brought.item)).toEqual(['Unavailable', 'Assigned']);
  });

  it('has room again once work is closed, its record or the work itself', async () => {
    const org = omniOrg();
    const ada = onlineAgent(org, 'Ada');
    const first = dispatch(org, { Polish: { level: 1 } }, { CapacityWeight: 5 });
    const second = dispatch(org, { Polish: { level: 1 } }, { CapacityWeight: 5 });
    const third = dispatch(org, { Polish: { level: 1 } }, { CapacityWeight: 5 });
    await settle(org);
    org.omni.accept(ada, workId(org, first.item));
    await settle(org);
    expect(statusesOf(org, second.item)).toEqual([]);
    org.clock.advance(90_000);
    save(org, 'update', [{ Id: first.item, Status: 'Closed' }], {}, 'Case');
    await settle(org);
    expect(workOn(org, first.item)).toMatchObject({ Status: 'Closed', HandleTime: 90 });
    expect(statusesOf(org, second.item)).toEqual(['Assigned']);
    org.omni.accept(ada, workId(org, second.item));
    org.omni.close(ada, workId(org, second.item));
    await settle(org);
    expect(statusesOf(org, third.item)).toEqual(['Assigned']);
  });

  it('who gives opened work to somebody else has it no longer', async () => {
    const org = omniOrg();
    const ada = onlineAgent(org, 'Ada');
    const bob = agent(org, 'Bob');
    const { item } = dispatch(org);
    await settle(org);
    org.omni.accept(ada, workId(org, item));
    save(org, 'update', [{ Id: item, OwnerId: bob }], {}, 'Case');
    await settle(org);
    expect(statusesOf(org, item)).toEqual(['Transferred']);
    expect(org.omni.desk(ada).capacity.used).toBe(0);
  });

  it('takes at most a hundred items, whatever they weigh', async () => {
    const org = omniOrg();
    const ada = onlineAgent(org, 'Ada');
    const weigh = { CapacityWeight: 0.01 };
    const items = Array.from({ length: 101 }, () => dispatch(org, { Polish: { level: 1 } }, weigh).item);
    await settle(org);
    expect(org.omni.desk(ada).work).toHaveLength(100);
    expect(statusesOf(org, items.at(-1) ?? '')).toEqual([]);
  });

  it('cannot accept, decline or close what is not theirs to', async () => {
    const org = omniOrg();
    const ada = onlineAgent(org, 'Ada');
    const bob = agent(org, 'Bob');
    const { item } = dispatch(org);
    await settle(org);
    expect(() => org.omni.accept(bob, workId(org, item))).toThrow(/not assigned to this user/);
    expect(() => org.omni.close(ada, workId(org, item))).toThrow(/not opened to this user/);
    org.omni.accept(ada, workId(org, item));
    expect(() => org.omni.decline(ada, workId(org, item))).toThrow(/not assigned to this user/);
    expect(() => org.omni.setPresence(ada, '0N5000000000001AAA')).toThrow(/no presence status/);
  });

  it('takes as much as the presence configuration of the user says, else that of the profile', async () => {
    const org = omniOrg();
    const ada = onlineAgent(org, 'Ada');
    expect(org.omni.desk(ada).capacity.total).toBe(5);
    const bob = agent(org, 'Bob');
    insert(org, 'PresenceUserConfigUser', {
      PresenceUserConfigId: idOf(org, 'PresenceUserConfig', 'Newcomers'),
      UserId: bob
    });
    signIn(org, bob);
    expect(org.omni.desk(bob).capacity.total).toBe(2);
    expect(org.store.all('SELECT "ConfiguredCapacity" AS capacity FROM "UserServicePresence" ORDER BY "Id"')).toEqual([
      { capacity: 5 },
      { capacity: 2 }
    ]);
  });

  it('leaves a record of each status', async () => {
    const org = omniOrg();
    const ada = agent(org, 'Ada');
    signIn(org, ada);
    org.clock.advance(60_000);
    signIn(org, ada, 'Break');
    org.clock.advance(30_000);
    signIn(org, ada, null);
    expect(
      org.store.all(
        'SELECT "IsCurrentState" AS current, "IsAway" AS away, "StatusDuration" AS seconds FROM "UserServicePresence" ORDER BY "Id"'
      )
    ).toEqual([
      { current: 0, away: 0, seconds: 60 },
      { current: 0, away: 1, seconds: 30 }
    ]);
    expect(org.omni.desk(ada).presence).toBeNull();
  });

  it('comes into the status that the presence configuration has for declining and for letting pass', async () => {
    const org = omniOrg({
      files: {
        'presenceUserConfigs/Agents.presenceUserConfig': `<assignments><profiles><profile>Standard</profile></profiles></assignments>
          <capacity>5</capacity><enableDecline>true</enableDecline><label>Agents</label>
          <presenceStatusOnDecline>Break</presenceStatusOnDecline><presenceStatusOnPushTimeout>Break</presenceStatusOnPushTimeout>`
      }
    });
    const ada = onlineAgent(org, 'Ada');
    const pause = idOf(org, 'ServicePresenceStatus', 'Break');
    const { item } = dispatch(org);
    await settle(org);
    org.omni.decline(ada, workId(org, item));
    expect(org.omni.desk(ada).presence?.statusId).toBe(pause);
    const bob = onlineAgent(org, 'Bob', { English: 5 });
    dispatch(org, { English: { level: 1 } }, { PushTimeout: 10 });
    await settle(org);
    await wait(org, 10);
    expect(org.omni.desk(bob).presence?.statusId).toBe(pause);
  });

  it('has work opened at once, and cannot decline, where the presence configuration says so', async () => {
    const org = omniOrg({
      files: {
        'presenceUserConfigs/Agents.presenceUserConfig': `<assignments><profiles><profile>Standard</profile></profiles></assignments>
          <capacity>5</capacity><enableAutoAccept>true</enableAutoAccept><enableDecline>false</enableDecline><label>Agents</label>`
      }
    });
    const ada = onlineAgent(org, 'Ada');
    const { item } = dispatch(org);
    await settle(org);
    expect(workOn(org, item)).toMatchObject({ Status: 'Opened', SpeedToAnswer: 0 });
    expect(() => org.omni.decline(ada, workId(org, item))).toThrow(/allows no declining/);
  });

  it('is done with work of a status-based channel when its record is closed, not when its tab is', async () => {
    const org = omniOrg({
      files: {
        'serviceChannels/Case.serviceChannel':
          '<capacityModel>STATUS_BASED</capacityModel><label>Cases</label><relatedEntityType>Case</relatedEntityType>'
      }
    });
    const ada = onlineAgent(org, 'Ada');
    const { item } = dispatch(org);
    await settle(org);
    org.omni.accept(ada, workId(org, item));
    expect(org.omni.desk(ada).work).toMatchObject([{ closesWithTab: false }]);
    expect(() => org.omni.close(ada, workId(org, item))).toThrow(/when its record is closed/);
    save(org, 'update', [{ Id: item, Status: 'Closed' }], {}, 'Case');
    await settle(org);
    expect(statusesOf(org, item)).toEqual(['Closed']);
  });

  it('who is no longer active is brought nothing', async () => {
    const org = omniOrg();
    const ada = onlineAgent(org, 'Ada');
    save(org, 'update', [{ Id: ada, IsActive: false }], {}, 'User');
    const { item } = dispatch(org);
    await settle(org);
    expect(statusesOf(org, item)).toEqual([]);
  });
});
