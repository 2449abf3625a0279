import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { FakeTriggers } from '../support/triggers.ts';
import { start, testOrg } from '../support/org.ts';
import type { TestOrg } from '../support/org.ts';

function eventObject(behavior: string): string {
  return `<label>Ping</label><pluralLabel>Pings</pluralLabel><deploymentStatus>Deployed</deploymentStatus>
    <eventType>HighVolume</eventType><publishBehavior>${behavior}</publishBehavior>
    <fields><fullName>Text__c</fullName><label>Text</label><type>Text</type><length>20</length></fields>`;
}

interface Received {
  readonly texts: unknown[][];
  readonly users: string[];
}

function listening(behavior = 'PublishAfterCommit', folder = ':memory:'): { org: TestOrg; received: Received } {
  const received: Received = { texts: [], users: [] };
  const triggers = new FakeTriggers().on('Ping__e', 'after insert', ({ newRows }) => {
    received.texts.push((newRows ?? []).map((row) => row.values['Text__c']));
    received.users.push(org.transaction.userId);
  });
  const org: TestOrg = testOrg({
    folder,
    files: { 'objects/Ping__e.object': eventObject(behavior) },
    rooms: triggers.rooms
  });
  return { org, received };
}

function publish(org: TestOrg, ...texts: string[]) {
  return org.records.save(
    'insert',
    texts.map((Text__c) => ({ type: 'Ping__e', values: { Text__c } })),
    { access: 'system', allOrNone: false }
  );
}

describe('platform events', () => {
  it('reach triggers after the commit, in a transaction of the Automated Process user', async () => {
    const { org, received } = listening();
    org.transact(org.adminId, () => {
      expect(publish(org, 'a')[0]).toMatchObject({ success: true });
      expect(received.texts).toEqual([]);
    });
    await org.events.idle();
    expect(received.texts).toEqual([['a']]);
    const [user] = received.users;
    expect(org.store.get('SELECT "UserType" AS type FROM "User" WHERE "Id" = ?', [user ?? null])).toEqual({
      type: 'AutomatedProcess'
    });
  });

  it('are gathered into one delivery while they wait', async () => {
    const { org, received } = listening();
    for (const text of ['a', 'b', 'c']) org.transact(org.adminId, () => publish(org, text));
    await org.events.idle();
    expect(received.texts).toEqual([['a', 'b', 'c']]);
  });

  it('are delivered 2,000 at a time', async () => {
    const { org, received } = listening();
    const many = Array.from({ length: 2100 }, (_, index) => String(index));
    org.transact(org.adminId, () => publish(org, ...many));
    await org.events.idle();
    expect(received.texts.map((batch) => batch.length)).toEqual([2000, 100]);
  });

  it('come again, and what the trigger saved is taken back, while it asks for that', async () => {
    const deliveries: { texts: unknown[]; retries: number; lastError: string }[] = [];
    const triggers = new FakeTriggers().on('Ping__e', 'after insert', ({ newRows, delivery }) => {
      if (!delivery) throw new Error('No delivery');
      const texts = (newRows ?? []).map((row) => row.values['Text__c']);
      deliveries.push({ texts, retries: delivery.retries, lastError: delivery.lastError });
      const values = { Subject: `Delivery ${String(delivery.retries)}` };
      org.records.save('insert', [{ type: 'Task', values }], { access: 'system', allOrNone: true });
      if (delivery.retries === 2) return;
      delivery.again = true;
      throw new Error('Not yet');
    });
    const org = testOrg({
      files: { 'objects/Ping__e.object': eventObject('PublishAfterCommit') },
      rooms: triggers.rooms
    });
    org.transact(org.adminId, () => publish(org, 'a', 'b'));
    await org.events.idle();
    expect(deliveries).toEqual([
      { texts: ['a', 'b'], retries: 0, lastError: '' },
      { texts: ['a', 'b'], retries: 1, lastError: 'Not yet' },
      { texts: ['a', 'b'], retries: 2, lastError: 'Not yet' }
    ]);
    expect(org.store.all('SELECT "Subject" FROM "Task"')).toEqual([{ Subject: 'Delivery 2' }]);
    expect(org.store.all('SELECT * FROM event_bus')).toEqual([]);
  });

  it('go on behind the checkpoint that the trigger sets', async () => {
    const deliveries: unknown[][] = [];
    const heard: unknown[] = [];
    const triggers = new FakeTriggers().on('Ping__e', 'after insert', ({ newRows = [], delivery }) => {
      deliveries.push(newRows.map((row) => row.values['Text__c']));
      if (delivery) delivery.checkpoint = String(newRows.slice(0, 2).at(-1)?.values['ReplayId']);
    });
    const org = testOrg({
      files: { 'objects/Ping__e.object': eventObject('PublishAfterCommit') },
      rooms: triggers.rooms
    });
    org.events.subscribe('/event/Ping__e', (message) => heard.push(message));
    org.transact(org.adminId, () => publish(org, 'a', 'b', 'c', 'd', 'e'));
    await org.events.idle();
    expect(deliveries).toEqual([['a', 'b', 'c', 'd', 'e'], ['c', 'd', 'e'], ['e']]);
    expect(heard).toHaveLength(5);
  });

  it('are lost with the transaction if published after its commit, and not if published at once', async () => {
    for (const [behavior, expected] of [
      ['PublishAfterCommit', []],
      ['PublishImmediately', [['a']]]
    ] as const) {
      const { org, received } = listening(behavior);
      expect(() =>
        org.transact(org.adminId, () => {
          publish(org, 'a');
          throw new Error('no');
        })
      ).toThrow('no');
      await org.events.idle();
      expect(received.texts).toEqual(expected);
    }
  });

  it('survive the end of the org before their delivery', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'org-'));
    const { org } = listening('PublishAfterCommit', folder);
    org.transact(org.adminId, () => publish(org, 'a', 'b'));
    org.store.close();
    const again = listening('PublishAfterCommit', folder);
    await again.org.events.idle();
    expect(again.received.texts).toEqual([['a', 'b']]);
    expect(again.org.store.all('SELECT * FROM event_bus')).toEqual([]);
    again.org.store.close();
    rmSync(folder, { recursive: true });
  });

  it('reach subscribers of their channel', async () => {
    const { org } = listening();
    const seen: unknown[] = [];
    const unsubscribe = org.events.subscribe('/event/Ping__e', (message) => seen.push(message));
    org.transact(org.adminId, () => publish(org, 'a'));
    await org.events.idle();
    expect(seen).toMatchObject([{ type: 'Ping__e', values: { Text__c: 'a', CreatedById: org.adminId } }]);
    unsubscribe();
    org.transact(org.adminId, () => publish(org, 'b'));
    await org.events.idle();
    expect(seen).toHaveLength(1);
  });

  it('are checked like records, and are never changed', () => {
    const { org } = listening();
    org.transact(org.adminId, () => {
      expect(publish(org, 'x'.repeat(21))[0]?.errors[0]?.code).toBe('STRING_TOO_LONG');
      expect(() =>
        org.records.save('update', [{ type: 'Ping__e', values: { Id: 'e00000000000001AAA' } }], {
          access: 'system',
          allOrNone: true
        })
      ).toThrow('can only be inserted');
    });
  });
});

describe('work after a commit', () => {
  it('waits for its time', async () => {
    const org = testOrg();
    const done: string[] = [];
    org.events.enqueue([
      { name: 'later', userId: org.adminId, notBefore: start + 1000, run: () => done.push('later') },
      { name: 'now', userId: org.adminId, run: () => done.push('now') }
    ]);
    await org.events.idle();
    expect(done).toEqual(['now']);
    org.clock.advance(1000);
    org.events.drain();
    expect(done).toEqual(['now', 'later']);
  });

  it('runs inside a test on demand, each piece on its own, and is rolled back with it', () => {
    const org = testOrg();
    const key = Symbol('state');
    const seen: unknown[] = [];
    expect(() =>
      org.transact(org.adminId, (transaction) => {
        transaction.slot(key, () => 'outer');
        const piece = (name: string) => ({
          name,
          userId: org.adminId,
          run: () => {
            seen.push([name, org.transaction.slot(key, () => 'own')]);
            org.records.save('insert', [{ type: 'Account', values: { Name: name } }], {
              access: 'system',
              allOrNone: true
            });
            if (name === 'one') org.transaction.afterCommit(piece('two'));
          }
        });
        transaction.afterCommit(piece('one'));
        org.events.drain();
        expect(org.transaction).toBe(transaction);
        expect(org.store.all('SELECT "Name" FROM "Account"')).toEqual([{ Name: 'one' }, { Name: 'two' }]);
        throw new Error('end of test');
      })
    ).toThrow('end of test');
    expect(seen).toEqual([
      ['one', 'own'],
      ['two', 'own']
    ]);
    expect(org.store.all('SELECT * FROM "Account"')).toEqual([]);
  });

  it('is told that it failed, saves nothing, and lets the next one run', async () => {
    const org = testOrg();
    const told: unknown[] = [];
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    org.events.enqueue([
      {
        name: 'bad',
        userId: org.adminId,
        run: () => {
          org.records.save('insert', [{ type: 'Account', values: { Name: 'half' } }], {
            access: 'system',
            allOrNone: true
          });
          throw new Error('boom');
        },
        failed: (error) => told.push(error)
      },
      { name: 'next', userId: org.adminId, run: () => told.push('next') }
    ]);
    await org.events.idle();
    expect(told).toEqual([new Error('boom'), 'next']);
    expect(log.mock.calls).toMatchObject([[expect.stringContaining('bad failed: Error: boom')]]);
    log.mockRestore();
    expect(org.store.all('SELECT * FROM "Account"')).toEqual([]);
  });
});
