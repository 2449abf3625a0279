import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { DrivableClock } from '../../../src/clock/clock.ts';
import { deployTexts } from '../../deploy/support.ts';
import { start, testOrg } from '../../support/org.ts';
import type { TestOrg } from '../../support/org.ts';
import { apexOrg, run } from '../compiler/support.ts';

const apexMeta =
  '<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>65.0</apiVersion><status>Active</status></ApexClass>';
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

describe('a scheduled job', () => {
  const job = `public class Job implements Schedulable {
    Integer count;
    public Job(Integer count) { this.count = count; }
    public void execute(SchedulableContext context) {
      insert new Account(Name = 'run' + count);
      if (count == 9) throw new NullPointerException('broken');
    }
  }`;
  const hourly = '0 0 * * * ?';
  const hour = 3_600_000;

  test('runs at its times, also when it fails, until it is aborted', async () => {
    run(org, `return System.schedule('good', '${hourly}', new Job(1));`, job);
    run(org, `return System.schedule('bad', '${hourly}', new Job(9));`, job);
    for (let hours = 0; hours < 2; hours++) {
      org.clock.advance(hour);
      await org.events.idle();
    }
    expect(names()).toEqual(['run1', 'run1']);
    expect(org.store.all('SELECT "TimesTriggered" AS times, "State" AS state FROM "CronTrigger"')).toEqual([
      { times: 2, state: 'WAITING' },
      { times: 2, state: 'WAITING' }
    ]);
    const body = `for (CronTrigger each : [SELECT Id FROM CronTrigger WHERE CronJobDetail.Name LIKE 'g%']) System.abortJob(each.Id);
      return [SELECT count() FROM CronTrigger];`;
    expect(run(org, body, job).value).toBe('1');
    org.clock.advance(hour);
    await org.events.idle();
    expect(names()).toHaveLength(2);
  });

  test('has a name of its own', () => {
    const again = `return System.schedule('good', '${hourly}', new Job(1));`;
    expect(run(org, again, job).exception).toBe('');
    expect(run(org, again, job).exception).toBe(
      'System.AsyncException: The Apex job named "good" is already scheduled for execution.'
    );
  });

  test('goes on when the org starts again, and makes up for a run it missed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jobs-'));
    try {
      const first = testOrg({ folder });
      await deployTexts(
        first,
        { ApexClass: ['Job'] },
        { 'classes/Job.cls': job, 'classes/Job.cls-meta.xml': apexMeta }
      );
      await first.apex.executeAnonymous(first.adminId, `System.schedule('good', '${hourly}', new Job(3));`);
      first.store.close();
      const clock = new DrivableClock(start + 3 * hour);
      const second = testOrg({ folder, clock });
      await second.events.idle();
      clock.advance(hour);
      await second.events.idle();
      expect(second.store.all('SELECT "Name" AS name FROM "Account"')).toEqual([{ name: 'run3' }, { name: 'run3' }]);
      second.store.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
