import type { FieldValue } from '../../row.ts';
import { UnsupportedError } from '../../errors.ts';
import { idOf } from '../../records/index.ts';
import type { Transaction } from '../../records/types.ts';
import type { LoadedCode } from '../image/types.ts';
import { ApexList } from './collections.ts';
import { iterate } from './iterating.ts';
import { AsyncException, IllegalArgumentException, NullPointerException } from './exceptions.ts';
import { asApexFault } from './opsTypes.ts';
import { userMethod } from './equality.ts';
import { infoOf } from './objects.ts';
import { JobContext } from './jobContexts.ts';
import { QueryLocator } from './locator.ts';
import { apex, runApex, type ApexTransaction, type Quiddity, type RunningJob } from './transaction.ts';

const BATCH_SIZE = 200;
const QUIDDITIES: Readonly<Record<RunningJob['kind'], Quiddity>> = {
  queueable: 'QUEUEABLE',
  batch: 'BATCH_APEX',
  future: 'FUTURE',
  scheduled: 'SCHEDULED'
};
const JOB_TYPES: Readonly<Record<RunningJob['kind'], string>> = {
  queueable: 'Queueable',
  batch: 'BatchApex',
  future: 'Future',
  scheduled: 'ScheduledApex'
};

let counter = 0;

/** `System.enqueueJob`. @returns the job's id */
export function enqueueQueueable(job: object | null, delayMinutes = 0): string {
  if (job === null) throw new NullPointerException('Argument 1 cannot be null');
  const context = apex();
  context.limits.count('queueableJobs');
  const depth = context.job?.kind === 'queueable' ? context.job.depth + 1 : 1;
  const id = newJob('queueable', job);
  let finalizer: object | undefined;
  const finalize = (failure: unknown): void => {
    if (finalizer !== undefined)
      call(finalizer, 'execute$finalizercontext', new JobContext('FinalizerContext', id, failure));
  };
  later({
    id,
    kind: 'queueable',
    depth,
    delay: delayMinutes * 60_000,
    work: (running) => {
      try {
        call(job, 'execute$queueablecontext', new JobContext('QueueableContext', id));
      } finally {
        ({ finalizer } = running);
      }
      if (finalizer !== undefined) later({ id, kind: 'queueable', depth, work: () => finalize(null) });
    },
    failed: finalize
  });
  return id;
}

/** A call of an `@future` method: `work` runs it with the values it was called with. */
export function enqueueFuture(name: string, work: () => void): void {
  const context = apex();
  if (context.job?.kind === 'future' || context.job?.kind === 'batch') {
    throw new AsyncException(`Future method cannot be called from a future or batch method: ${name}`);
  }
  context.limits.count('futureCalls');
  later({ id: newJob('future', name), kind: 'future', work });
}

/** `Database.executeBatch`. @returns the job's id */
export function executeBatch(job: object | null, size = BATCH_SIZE): string {
  if (job === null) throw new NullPointerException('Argument 1 cannot be null');
  if (size < 1) throw new IllegalArgumentException('Batch size must be greater than 0');
  const id = newJob('batch', job);
  const stateful = implementsInterface(job, 'database.stateful');
  const batch = (): JobContext => new JobContext('Database.BatchableContext', id);
  const step = (work: () => unknown): void => {
    later({ id, kind: 'batch', work });
  };
  step(() => {
    const scope = scopeOf(call(job, 'start$database.batchablecontext', batch()));
    for (let from = 0; from < scope.size; from += size) {
      const chunk = new ApexList(scope.elementType, scope.items.slice(from, from + size));
      step(() => call(stateful ? job : copyOf(job), 'execute$database.batchablecontext$list<t>', batch(), chunk));
    }
    step(() => {
      call(stateful ? job : copyOf(job), 'finish$database.batchablecontext', batch());
      finishJob(id, 'Completed', null);
    });
  });
  return id;
}

function scopeOf(started: unknown): ApexList {
  if (started instanceof QueryLocator) return started.rows();
  if (typeof started !== 'object' || started === null) throw new NullPointerException('Batch start returned null');
  const items = Array.from(iterate(started));
  return new ApexList(started instanceof ApexList ? started.elementType : 'Object', items);
}

/** Each transaction of a batch without state begins with the job's fields as they were when it was enqueued. */
function copyOf(job: object): object {
  return Object.assign(Object.create(Object.getPrototypeOf(job) as object) as object, job);
}

/** Calls a job's method. */
export function call(job: object, property: string, ...values: unknown[]): unknown {
  const method = userMethod(job, property);
  if (method === undefined) throw new UnsupportedError(`a job without ${property}`);
  return method.apply(job, values);
}

interface Task {
  readonly id: string;
  readonly kind: RunningJob['kind'];
  readonly depth?: number;
  /** Milliseconds to wait; a test does not wait. */
  readonly delay?: number;
  work(running: RunningJob): unknown;
  /** What comes after a failure, once the task's own work is rolled back. */
  failed?(failure: unknown): void;
}

/** Runs a task after the commit (in a test: at stopTest), in a transaction with static variables and limits of its own. */
export function later(task: Task): void {
  const { transaction, code, org, test } = apex();
  const { id, kind, depth = 1, delay = 0 } = task;
  transaction.afterCommit({
    name: `${JOB_TYPES[kind]} ${id}`,
    userId: transaction.userId,
    ...(delay > 0 && test === undefined ? { notBefore: org.clock.now() + delay } : {}),
    run: (inner) => {
      runJob(inner, code, { kind, id, depth }, (running) => {
        task.work(running);
        if (kind !== 'batch') finishJob(id, 'Completed', null);
      });
    },
    failed: (thrown) => {
      const failure = asApexFault(thrown);
      if (test !== undefined) {
        // A test sees what its jobs throw.
        task.failed?.(failure);
        throw failure;
      }
      org.transact(transaction.userId, (inner) => {
        runApex(inner, code, () => {
          finishJob(id, 'Failed', failure instanceof Error ? failure.message : String(failure));
          task.failed?.(failure);
        });
      });
    }
  });
}

/** Runs the code of a job in its transaction. */
export function runJob(
  transaction: Transaction,
  code: LoadedCode,
  { kind, id, depth = 1 }: { readonly kind: RunningJob['kind']; readonly id: string; readonly depth?: number },
  work: (running: RunningJob) => void
): void {
  runApex(transaction, code, (context) => {
    context.freshLimits(true);
    context.quiddity = QUIDDITIES[kind];
    const running: RunningJob = { kind, id, depth, finalizer: undefined };
    context.job = running;
    work(running);
  });
}

/** A row of AsyncApexJob where the org has that object, else only an id. */
function newJob(kind: RunningJob['kind'], job: object | string): string {
  const id = jobId('707');
  const name = typeof job === 'string' ? job : (infoOf(job)?.name ?? '');
  const apexClass = apex().org.store.get('SELECT "Id" AS id FROM "ApexClass" WHERE fold("Name") = fold(?)', [name]);
  record('AsyncApexJob', id, {
    JobType: JOB_TYPES[kind],
    Status: 'Queued',
    ApexClassId: typeof apexClass?.['id'] === 'string' ? apexClass['id'] : null,
    NumberOfErrors: 0
  });
  return id;
}

/** An id for a job that the platform keeps in rows of its own. */
export function jobId(prefix: string): string {
  counter += 1;
  return idOf(prefix, apex().org.clock.now() * 1000 + (counter % 1000));
}

function finishJob(id: string, status: string, message: string | null): void {
  const { org } = apex();
  if (org.schema.object('AsyncApexJob') === undefined) return;
  org.store.run('UPDATE "AsyncApexJob" SET "Status" = ?, "ExtendedStatus" = ?, "CompletedDate" = ? WHERE "Id" = ?', [
    status,
    message,
    org.clock.now(),
    id
  ]);
}

/** Jobs are rows of the platform's own: written past the save order, which knows no ids given by the caller. */
export function record(object: string, id: string, values: Readonly<Record<string, FieldValue>>): void {
  const { org, transaction } = apex();
  const definition = org.schema.object(object);
  if (definition === undefined) return;
  const now = org.clock.now();
  const all: Record<string, FieldValue> = { Id: id, CreatedDate: now, CreatedById: transaction.userId, ...values };
  const stored = Object.entries(all).filter(
    ([name]) =>
      definition.fields.get(name.toLowerCase())?.formula === undefined && definition.fields.has(name.toLowerCase())
  );
  const columns = stored.map(([name]) => `"${name}"`).join(', ');
  const places = stored.map(() => '?').join(', ');
  org.store.run(
    `INSERT INTO "${object}" (${columns}) VALUES (${places})`,
    stored.map(([, value]) => (typeof value === 'boolean' ? Number(value) : value))
  );
}

function implementsInterface(job: object, name: string): boolean {
  const registry = apex().code;
  for (
    let info = infoOf(job);
    info !== undefined;
    info = info.superclass === undefined ? undefined : registry.find(info.superclass)
  ) {
    if (info.interfaces.some((one) => one.toLowerCase() === name)) return true;
  }
  return false;
}

/** Which kind of job runs now. */
export function runningJob(context: ApexTransaction, kind: RunningJob['kind']): boolean {
  return context.job?.kind === kind;
}
