import { toId, type ApexException } from '../runtime/index.ts';
import { enumConstant } from '../runtime/objects.ts';
import type { JobContext } from '../runtime/jobContexts.ts';
import type { QueryLocator } from '../runtime/locator.ts';
import { ApexIterator } from '../runtime/iterating.ts';
import { apexClass, apexEnum, apexInterface } from './declare.ts';

const jobId = (self: JobContext): string | null => toId(self.jobId);

export const asyncTypes = [
  apexInterface('Queueable', ['void execute(QueueableContext context)']),
  apexInterface('Schedulable', ['void execute(SchedulableContext context)']),
  apexInterface('Finalizer', ['void execute(FinalizerContext context)']),
  apexInterface('Database.Batchable<T>', [
    'Object start(Database.BatchableContext context)',
    'void execute(Database.BatchableContext context, List<T> scope)',
    'void finish(Database.BatchableContext context)'
  ]),
  apexInterface('Database.Stateful'),
  apexInterface('Database.AllowsCallouts'),
  apexInterface('Database.RaisesPlatformEvents'),
  apexClass('QueueableContext', { 'Id getJobId()': jobId }),
  apexClass('Database.BatchableContext', { 'Id getJobId()': jobId, 'Id getChildJobId()': jobId }),
  apexClass('SchedulableContext', { 'Id getTriggerId()': jobId }),
  apexClass('FinalizerContext', {
    'Id getAsyncApexJobId()': jobId,
    'String getRequestId()': jobId,
    'ParentJobResult getResult()': (self: JobContext) =>
      enumConstant('ParentJobResult', self.failure === null ? 'SUCCESS' : 'UNHANDLED_EXCEPTION'),
    'Exception getException()': (self: JobContext) => self.failure as ApexException | null
  }),
  apexEnum('ParentJobResult', ['SUCCESS', 'UNHANDLED_EXCEPTION']),
  apexClass('Database.QueryLocator', {
    'String getQuery()': (self: QueryLocator) => self.query,
    'Iterator<SObject> iterator()': (self: QueryLocator) => new ApexIterator('SObject', self.rows())
  })
];
