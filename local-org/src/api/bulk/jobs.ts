import { OrgError, UnsupportedError } from '../../errors.ts';
import { idOf } from '../../records/index.ts';
import { datetimeText } from '../values.ts';
import type { Call } from '../rest/call.ts';
import { bodyObject } from '../rest/call.ts';
import { delimiters } from './csv.ts';

/** How far a job is. */
export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Aborted' | 'Failed';

/** What ingest and query jobs have in common. They live as long as the server. */
export interface Job {
  readonly id: string;
  readonly operation: string;
  readonly object: string;
  readonly userId: string;
  readonly created: number;
  readonly version: string;
  readonly delimiterName: string;
  readonly lineEnding: 'LF' | 'CRLF';
  state: JobState;
  processed: number;
  failed: number;
  errorMessage?: string;
}

const jobPrefix = '750';
let lastNumber = 0;

/** The parts of a job's description that every job has. */
export function newJob(call: Call, operation: string, object: string): Job {
  const body = bodyObject(call);
  if ((body['contentType'] ?? 'CSV') !== 'CSV')
    throw new UnsupportedError('bulk jobs with another content type than CSV');
  const delimiterName = String(body['columnDelimiter'] ?? 'COMMA');
  if (!Object.hasOwn(delimiters, delimiterName)) {
    throw new OrgError('INVALIDJOB', `columnDelimiter must be one of ${Object.keys(delimiters).join(', ')}.`);
  }
  return {
    id: idOf(jobPrefix, ++lastNumber),
    operation,
    object,
    userId: call.session.userId,
    created: call.org.clock.now(),
    version: call.base.slice(call.base.lastIndexOf('/') + 2),
    delimiterName,
    lineEnding: body['lineEnding'] === 'CRLF' ? 'CRLF' : 'LF',
    state: 'Open',
    processed: 0,
    failed: 0
  };
}

/** A job as the API tells it. */
export function jobJson(job: Job, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: job.id,
    operation: job.operation,
    object: job.object,
    createdById: job.userId,
    createdDate: datetimeText(job.created),
    systemModstamp: datetimeText(job.created),
    state: job.state,
    concurrencyMode: 'Parallel',
    contentType: 'CSV',
    apiVersion: Number(job.version),
    lineEnding: job.lineEnding,
    columnDelimiter: job.delimiterName,
    numberRecordsProcessed: job.processed,
    numberRecordsFailed: job.failed,
    retries: 0,
    totalProcessingTime: 0,
    ...(job.errorMessage !== undefined && { errorMessage: job.errorMessage }),
    ...more
  };
}

/** The jobs of one kind; a user sees the own ones. */
export class Jobs<T extends Job> {
  readonly #jobs = new Map<string, T>();

  add(job: T): T {
    this.#jobs.set(job.id, job);
    return job;
  }

  /** @throws OrgError NOT_FOUND */
  find(call: Call, id: string): T {
    const job = this.#jobs.get(id);
    if (job?.userId === call.session.userId) return job;
    throw new OrgError('NOT_FOUND', 'The requested resource does not exist');
  }

  own(call: Call): T[] {
    return [...this.#jobs.values()].filter((job) => job.userId === call.session.userId);
  }

  remove(job: T): void {
    this.#jobs.delete(job.id);
  }
}

/** The character between the fields of the job's CSV. */
export function delimiterOf(job: Job): string {
  return delimiters[job.delimiterName] ?? ',';
}

/** What ends a line of the job's CSV. */
export function lineEndOf(job: Job): string {
  return job.lineEnding === 'CRLF' ? '\r\n' : '\n';
}
