import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { AsyncWork } from '../../src/records/index.ts';
import { testOrg } from '../support/org.ts';
import type { TestOrg } from '../support/org.ts';
import { insert, save, thingOrg } from '../support/things.ts';

function work(org: TestOrg, name: string, done: string[]): AsyncWork {
  return { name, userId: org.adminId, run: () => done.push(name) };
}

it('releases after-commit work in order, and none of a transaction that threw', async () => {
  const org = testOrg();
  const done: string[] = [];
  org.transact(org.adminId, (transaction) => {
    transaction.afterCommit(work(org, 'one', done));
    transaction.afterCommit(work(org, 'two', done));
    expect(done).toEqual([]);
  });
  expect(() =>
    org.transact(org.adminId, (transaction) => {
      transaction.afterCommit(work(org, 'lost', done));
      throw new Error('no');
    })
  ).toThrow('no');
  await org.events.idle();
  expect(done).toEqual(['one', 'two']);
});

it('drops the work that came after a savepoint it goes back to', async () => {
  const org = testOrg();
  const done: string[] = [];
  org.transact(org.adminId, (transaction) => {
    transaction.afterCommit(work(org, 'kept', done));
    const savepoint = org.store.savepoint();
    transaction.afterCommit(work(org, 'dropped', done));
    savepoint.rollback();
    savepoint.release();
    transaction.afterCommit(work(org, 'after', done));
  });
  await org.events.idle();
  expect(done).toEqual(['kept', 'after']);
});

it('has no transaction in a transaction, and none outside', () => {
  const org = testOrg();
  expect(() => org.transact(org.adminId, () => org.transact(org.adminId, () => 1))).toThrow('already running');
  expect(() => org.transaction).toThrow('No transaction');
});

it('keeps state per transaction', () => {
  const org = testOrg();
  const key = Symbol('test');
  const count = (): number =>
    org.transact(org.adminId, (transaction) => {
      transaction.slot(key, () => ({ n: 0 })).n++;
      return ++transaction.slot(key, () => ({ n: 0 })).n;
    });
  expect([count(), count()]).toEqual([2, 2]);
});

it('refuses setup objects and others in one transaction', () => {
  const org = thingOrg();
  expect(() =>
    org.transact(org.adminId, () => {
      org.records.save('insert', [{ type: 'Thing__c', values: { Name: 'x' } }], { access: 'system', allOrNone: true });
      org.records.save('update', [{ type: 'User', values: { Id: org.adminId, Title: 'x' } }], {
        access: 'system',
        allOrNone: true
      });
    })
  ).toThrow('DML operation on setup object is not permitted after you have updated a non-setup object');
  expect(org.store.all('SELECT * FROM "Thing__c"')).toEqual([]);
});

it('counts ids and numbers on after a restart, whatever was rolled back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'org-'));
  try {
    const first = testOrg({ folder });
    const before = insert(first, 'Case', {});
    save(first, 'insert', [{}, { Origin: 'x'.repeat(300) }], { allOrNone: true }, 'Case');
    const between = insert(first, 'Case', {});
    first.store.close();
    const second = testOrg({ folder });
    const after = insert(second, 'Case', {});
    expect([before, between, after].toSorted()).toEqual([before, between, after]);
    expect(new Set([before, between, after]).size).toBe(3);
    expect(second.store.all('SELECT "CaseNumber" AS n FROM "Case" ORDER BY 1').map(({ n }) => n)).toHaveLength(3);
    second.store.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
