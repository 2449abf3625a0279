import type { Org } from '../../org.ts';
import type { AsyncWork, Transaction } from '../../records/types.ts';
import type { LoadedCode } from '../image/types.ts';
import { call, jobId, later, record, runJob } from './async.ts';
import { nextTime } from './cron.ts';
import { AsyncException } from './exceptions.ts';
import { JobContext } from './jobContexts.ts';
import { typed } from './jsonRead.ts';
import { parseJson } from './jsonText.ts';
import { jsonText, toJson } from './jsonWrite.ts';
import { infoOf } from './objects.ts';
import { apex } from './transaction.ts';

/** The instances that scheduled jobs run: a job does what it was scheduled with, however often the org starts meanwhile. */
export const SCHEDULED_JOBS_TABLE =
  'CREATE TABLE IF NOT EXISTS scheduled_job (id TEXT PRIMARY KEY, class TEXT NOT NULL, state TEXT NOT NULL) WITHOUT ROWID;';

const scheduledApex = '7';
const currentCode = new WeakMap<Org, () => LoadedCode>();

/** Lets the jobs of an org run with the code that is deployed when they run. */
export function runSchedulesWith(org: Org, code: () => LoadedCode): void {
  currentCode.set(org, code);
}

/** `System.schedule`: in a test the job runs once, at stopTest; else at its times until it is aborted. @returns its id */
export function schedule(name: string, cron: string, job: object): string {
  const { org, transaction, test } = apex();
  const { timeZone, userId } = transaction;
  const first = nextTime(cron, org.clock.now(), timeZone);
  if (first === undefined) throw new AsyncException(`Based on configured schedule, the given trigger will never fire.`);
  refuseTwin(org, name);
  const id = jobId('08e');
  const detail = jobId('08a');
  record('CronJobDetail', detail, { Name: name, JobType: scheduledApex });
  record('CronTrigger', id, {
    CronExpression: cron,
    CronJobDetailId: detail,
    NextFireTime: first,
    StartTime: org.clock.now(),
    State: 'WAITING',
    TimesTriggered: 0,
    TimeZoneSidKey: timeZone,
    OwnerId: userId
  });
  if (test !== undefined) {
    later({ id, kind: 'scheduled', work: () => call(job, executeKey, new JobContext('SchedulableContext', id)) });
    return id;
  }
  org.store.run('INSERT INTO scheduled_job (id, class, state) VALUES (?, ?, ?)', [
    id,
    infoOf(job)?.name ?? '',
    jsonText(toJson(job))
  ]);
  transaction.afterCommit(new Firing(org, id, userId, first));
  return id;
}

const executeKey = 'execute$schedulablecontext';

function refuseTwin({ store }: Org, name: string): void {
  const twin = store.get(
    `SELECT 1 FROM "CronTrigger" t JOIN "CronJobDetail" d ON d."Id" = t."CronJobDetailId" WHERE d."Name" = ?`,
    [name]
  );
  if (twin) throw new AsyncException(`The Apex job named "${name}" is already scheduled for execution.`);
}

/** `System.abortJob`: a scheduled job fires no more. */
export function abortJob(id: string): void {
  forget(apex().org, id);
}

function forget({ store }: Org, id: string): void {
  store.run('DELETE FROM "CronJobDetail" WHERE "Id" = (SELECT "CronJobDetailId" FROM "CronTrigger" WHERE "Id" = ?)', [
    id
  ]);
  store.run('DELETE FROM "CronTrigger" WHERE "Id" = ?', [id]);
  store.run('DELETE FROM scheduled_job WHERE id = ?', [id]);
}

/** The next runs of all jobs that were scheduled when the org last ended; one whose time has passed since runs at once. */
export function keptSchedules(org: Org): AsyncWork[] {
  return org.store
    .all(
      `SELECT t."Id" AS id, t."OwnerId" AS owner, t."NextFireTime" AS next FROM "CronTrigger" t
       JOIN scheduled_job j ON j.id = t."Id" ORDER BY t."NextFireTime", t."Id"`
    )
    .map(({ id, owner, next }) => new Firing(org, String(id), String(owner), Number(next)));
}

/** One run of a scheduled job. Whatever becomes of it, the next one follows. */
class Firing implements AsyncWork {
  readonly name: string;
  readonly userId: string;
  readonly notBefore: number;
  readonly #org: Org;
  readonly #id: string;

  constructor(org: Org, id: string, userId: string, notBefore: number) {
    this.name = `ScheduledApex ${id}`;
    this.userId = userId;
    this.notBefore = notBefore;
    this.#org = org;
    this.#id = id;
  }

  run(transaction: Transaction): void {
    const { store } = this.#org;
    const job = store.get('SELECT class, state FROM scheduled_job WHERE id = ?', [this.#id]);
    const code = currentCode.get(this.#org)?.();
    if (!job || !code) return;
    this.#armNext(transaction);
    runJob(transaction, code, { kind: 'scheduled', id: this.#id }, () => {
      const instance = typed(parseJson(String(job['state'])), String(job['class']), false);
      if (typeof instance !== 'object' || instance === null) throw new AsyncException(`${this.name} has no instance`);
      call(instance, executeKey, new JobContext('SchedulableContext', this.#id));
    });
  }

  failed(): void {
    this.#org.transact(this.userId, (transaction) => {
      this.#armNext(transaction);
    });
  }

  #armNext(transaction: Transaction): void {
    const { store, clock } = this.#org;
    const row = store.get(
      'SELECT "CronExpression" AS cron, "TimeZoneSidKey" AS zone FROM "CronTrigger" WHERE "Id" = ?',
      [this.#id]
    );
    if (!row) return;
    const next = nextTime(String(row['cron']), Math.max(this.notBefore, clock.now()), String(row['zone']));
    if (next === undefined) {
      forget(this.#org, this.#id);
      return;
    }
    store.run(
      `UPDATE "CronTrigger" SET "PreviousFireTime" = ?, "NextFireTime" = ?, "TimesTriggered" = "TimesTriggered" + 1 WHERE "Id" = ?`,
      [clock.now(), next, this.#id]
    );
    transaction.afterCommit(new Firing(this.#org, this.#id, this.userId, next));
  }
}
