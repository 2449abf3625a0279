import { beforeEach, expect, test } from 'vitest';
import type { TestOrg } from '../../support/org.ts';
import { apexOrg, run } from '../compiler/support.ts';

let org: TestOrg;
beforeEach(() => {
  org = apexOrg();
});

const names = (): string[] =>
  org.store.all('SELECT "Name" AS name FROM "Account" ORDER BY "Name"').map(({ name }) => String(name));

const chain = `public class Chain implements Queueable {
  Integer left;
  public Chain(Integer left) { this.left = left; }
  public void execute(QueueableContext context) {
    insert new Account(Name = 'link' + left + Limits.getLimitQueries());
    if (left > 1) System.enqueueJob(new Chain(left - 1));
  }
}`;

test('queueables run after the commit, each in a transaction of its own, and chain', async () => {
  run(org, "insert new Account(Name = 'first'); return System.enqueueJob(new Chain(2));", chain);
  expect(names()).toEqual(['first']);
  await org.events.idle();
  expect(names()).toEqual(['first', 'link1200', 'link2200']);
  expect(org.store.all('SELECT "Status" AS status FROM "AsyncApexJob"')).toEqual([
    { status: 'Completed' },
    { status: 'Completed' }
  ]);
});

test('what a failed transaction enqueued never runs', async () => {
  run(org, 'System.enqueueJob(new Chain(1)); throw new NullPointerException();', chain);
  await org.events.idle();
  expect(names()).toEqual([]);
});

test('a batch works in chunks, each rolled back alone, with or without state', async () => {
  const batch = (state: string): string => `public class Batch implements Database.Batchable<Contact>${state} {
    Integer seen = 0;
    public Iterable<Contact> start(Database.BatchableContext c) { return [SELECT Id, LastName FROM Contact ORDER BY LastName]; }
    public void execute(Database.BatchableContext c, List<Contact> scope) { seen += scope.size(); }
    public void finish(Database.BatchableContext c) { insert new Account(Name = 'seen' + seen); }
  }`;
  const body = `
    insert new List<Contact>{ new Contact(LastName = 'a'), new Contact(LastName = 'b'), new Contact(LastName = 'c') };
    return Database.executeBatch(new Batch(), 2);`;
  run(org, body, batch(', Database.Stateful'));
  await org.events.idle();
  expect(names()).toEqual(['seen3']);
  run(org, 'return Database.executeBatch(new Batch(), 2);', batch(''));
  await org.events.idle();
  expect(names()).toEqual(['seen0', 'seen3']);
});

test('a finalizer hears of the failure of its job', async () => {
  const job = `public class Job implements Queueable, Finalizer {
    public void execute(QueueableContext context) { System.attachFinalizer(this); insert new Account(Name = 'lost'); throw new NullPointerException('gone'); }
    public void execute(FinalizerContext context) { insert new Account(Name = context.getResult() + context.getException().getMessage()); }
  }`;
  run(org, 'return System.enqueueJob(new Job());', job);
  await org.events.idle();
  expect(names()).toEqual(['UNHANDLED_EXCEPTIONgone']);
});
