import { withFreshKinds } from '../../records/index.ts';
import type { SObject } from '../runtime/index.ts';
import {
  AsyncException,
  ApexDatetime,
  HandledException,
  NullPointerException,
  textOf,
  toId,
  TypeException
} from '../runtime/index.ts';
import { enqueueQueueable, runningJob } from '../runtime/async.ts';
import { abortJob, schedule } from '../runtime/schedules.ts';
import { ApexDate } from '../runtime/dates.ts';
import { apex } from '../runtime/transaction.ts';
import type { ApexEnumValue } from '../runtime/objects.ts';
import { systemAssertions } from './asserting.ts';
import { inZone } from './dateFormats.ts';
import { apexClass, apexEnum, type Members } from './declare.ts';
import { userTimeZone } from './zones.ts';

/** `System.runAs`: the block runs as that user; setup and other records may be saved in one test this way. */
export function runAs(user: SObject | null, work: () => void): void {
  const { test, transaction } = apex();
  if (test === undefined) throw new TypeException('System.runAs is allowed in tests only');
  if (user?.id == null) throw new NullPointerException('System.runAs needs a user with an Id');
  const before = transaction.userId;
  transaction.userId = user.id;
  try {
    withFreshKinds(transaction, work);
  } finally {
    transaction.userId = before;
  }
}

const debug = (level: string, value: unknown): void => {
  apex().debug(level, textOf(value));
};

const today = (): ApexDate => {
  const { year, month, day } = inZone(now(), userTimeZone());
  return ApexDate.of(year, month, day);
};
const now = (): ApexDatetime => new ApexDatetime(apex().org.clock.now());

const jobs: Members = {
  'static Id enqueueJob(Queueable job)': (job: object | null) => enqueueQueueable(job),
  'static Id enqueueJob(Queueable job, Integer delay)': (job: object | null, delay: number) => {
    if (delay < 0 || delay > 10) throw new AsyncException('Delay must be between 0 and 10 minutes');
    return enqueueQueueable(job, delay);
  },
  'static String schedule(String name, String cron, Schedulable job)': (
    name: string,
    cron: string,
    job: object | null
  ) => {
    if (job === null) throw new NullPointerException('Argument 3 cannot be null');
    return schedule(name, cron, job);
  },
  'static void abortJob(String id)': (id: string | null) => {
    abortJob(toId(id) ?? '');
  },
  'static void attachFinalizer(Finalizer finalizer)': (finalizer: object | null) => {
    const { job } = apex();
    if (job?.kind !== 'queueable')
      throw new HandledException('System.attachFinalizer(Finalizer) is not allowed in this context');
    if (job.finalizer !== undefined)
      throw new HandledException('More than one Finalizer cannot be attached to same Async Apex Job');
    if (finalizer === null) throw new NullPointerException('Argument 1 cannot be null');
    job.finalizer = finalizer;
  },
  'static Boolean isBatch()': () => runningJob(apex(), 'batch'),
  'static Boolean isFuture()': () => runningJob(apex(), 'future'),
  'static Boolean isQueueable()': () => runningJob(apex(), 'queueable'),
  'static Boolean isScheduled()': () => runningJob(apex(), 'scheduled')
};

const systemType = apexClass('System', {
  'static void debug(Object message)': (value: unknown) => {
    debug('DEBUG', value);
  },
  'static void debug(LoggingLevel level, Object message)': (level: ApexEnumValue, value: unknown) => {
    debug(level.name, value);
  },
  ...systemAssertions,
  ...jobs,
  'static Datetime now()': now,
  'static Date today()': today,
  'static Long currentTimeMillis()': () => BigInt(apex().org.clock.now())
});

export const systemTypes = [
  systemType,
  apexEnum('LoggingLevel', ['NONE', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'FINE', 'FINER', 'FINEST', 'INTERNAL']),
  apexEnum('TriggerOperation', [
    'BEFORE_INSERT',
    'BEFORE_UPDATE',
    'BEFORE_DELETE',
    'AFTER_INSERT',
    'AFTER_UPDATE',
    'AFTER_DELETE',
    'AFTER_UNDELETE'
  ]),
  apexEnum('AccessType', ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE'])
];
