import { OrgError, UnsupportedError } from '../../errors.ts';
import { logFault } from '../../log.ts';
import type { LiveOrg } from '../../org.ts';
import type { DmlOperation, SaveResult } from '../../records/index.ts';
import type { ObjectDef } from '../../schema/types.ts';
import { objectNamed, rowFromJson } from '../rest/body.ts';
import type { Answer, Call, Places, Route } from '../rest/call.ts';
import { bodyObject, inTransaction, route } from '../rest/call.ts';
import { candidate, save } from '../rest/saving.ts';
import { formatCsv, parseCsv } from './csv.ts';
import type { Job } from './jobs.ts';
import { delimiterOf, jobJson, Jobs, lineEndOf, newJob } from './jobs.ts';

/** Rows that are saved in one transaction. */
const chunkSize = 200;

interface IngestJob extends Job {
  readonly operation: DmlOperation;
  readonly externalIdField: string | undefined;
  csv: string | undefined;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** By row; rows without one were not processed. */
  results: SaveResult[];
}

const operations: Readonly<Record<string, DmlOperation>> = {
  insert: 'insert',
  update: 'update',
  upsert: 'upsert',
  delete: 'delete'
};

/** Bulk API 2.0: records from CSV, processed after the upload while other requests are answered. */
export function ingestRoutes(org: LiveOrg): readonly Route[] {
  const jobs = new Jobs<IngestJob>();
  const find = (call: Call, { id = '' }: Places): IngestJob => jobs.find(call, id);
  return [
    route('POST jobs/ingest', (call) => ({ status: 200, body: described(jobs.add(create(call))) })),
    route('GET jobs/ingest', (call) => ({
      status: 200,
      body: { done: true, records: jobs.own(call).map(described), nextRecordsUrl: null }
    })),
    route('GET jobs/ingest/:id', (call, places) => ({ status: 200, body: described(find(call, places)) })),
    route('PUT jobs/ingest/:id/batches', (call, places) => upload(call, find(call, places))),
    route('PATCH jobs/ingest/:id', (call, places) => changeState(org, call, find(call, places))),
    route('DELETE jobs/ingest/:id', (call, places) => {
      jobs.remove(find(call, places));
      return { status: 204 };
    }),
    route('GET jobs/ingest/:id/successfulResults', (call, places) => results(find(call, places), 'successful')),
    route('GET jobs/ingest/:id/failedResults', (call, places) => results(find(call, places), 'failed')),
    route('GET jobs/ingest/:id/unprocessedrecords', (call, places) => results(find(call, places), 'unprocessed'))
  ];
}

function described(job: IngestJob): Record<string, unknown> {
  return jobJson(job, {
    jobType: 'V2Ingest',
    contentUrl: `services/data/v${job.version}/jobs/ingest/${job.id}/batches`,
    ...(job.externalIdField !== undefined && { externalIdFieldName: job.externalIdField })
  });
}

function create(call: Call): IngestJob {
  const body = bodyObject(call);
  const operation = operations[String(body['operation'])];
  if (!operation) throw new UnsupportedError(`the bulk operation ${String(body['operation'])}`);
  const object = inTransaction(call, (transaction) =>
    objectNamed(call.org, String(body['object']), transaction.access())
  );
  const key = body['externalIdFieldName'];
  if (operation === 'upsert' && typeof key !== 'string')
    throw new OrgError('INVALIDJOB', 'An upsert needs externalIdFieldName.');
  return {
    ...newJob(call, operation, object.name),
    operation,
    externalIdField: typeof key === 'string' ? key : undefined,
    csv: undefined,
    columns: [],
    rows: [],
    results: []
  };
}

function upload(call: Call, job: IngestJob): Answer {
  if (job.state !== 'Open' || job.csv !== undefined) {
    throw new OrgError('INVALIDJOBSTATE', `Job ${job.id} takes no data: it is ${job.state}.`);
  }
  if (typeof call.body !== 'string') throw new OrgError('INVALIDBATCH', 'Upload the records as text/csv.');
  job.csv = call.body;
  return { status: 201 };
}

function changeState(org: LiveOrg, call: Call, job: IngestJob): Answer {
  const { state } = bodyObject(call);
  if (state === 'Aborted') job.state = 'Aborted';
  else if (state !== 'UploadComplete' || job.state !== 'Open') {
    throw new OrgError('INVALIDJOBSTATE', `Job ${job.id} can't become ${String(state)}: it is ${job.state}.`);
  } else {
    job.state = 'UploadComplete';
    setImmediate(() => begin(org, call, job));
  }
  return { status: 200, body: described(job) };
}

function begin(org: LiveOrg, call: Call, job: IngestJob): void {
  if (job.state !== 'UploadComplete') return;
  try {
    const [columns = [], ...rows] = parseCsv(job.csv ?? '', delimiterOf(job));
    job.columns = columns;
    job.rows = rows;
    job.csv = undefined;
    job.state = 'InProgress';
    processFrom(org, call, job, 0);
  } catch (error) {
    fail(job, error);
  }
}

function processFrom(org: LiveOrg, call: Call, job: IngestJob, start: number): void {
  if (job.state !== 'InProgress') return;
  if (start >= job.rows.length) {
    job.state = 'JobComplete';
    return;
  }
  try {
    const chunk = job.rows.slice(start, start + chunkSize);
    const saved = saveChunk(org, call, job, chunk);
    job.results.push(...saved);
    job.processed += saved.length;
    job.failed += saved.filter((result) => !result.success).length;
    setImmediate(() => processFrom(org, call, job, start + chunkSize));
  } catch (error) {
    fail(job, error);
  }
}

function fail(job: IngestJob, error: unknown): void {
  job.state = 'Failed';
  job.errorMessage = error instanceof OrgError ? `${error.code} : ${error.message}` : String(error);
  if (!(error instanceof OrgError)) logFault(`Bulk job ${job.id} failed`, error);
}

function saveChunk(org: LiveOrg, call: Call, job: IngestJob, rows: readonly (readonly string[])[]): SaveResult[] {
  return save(call, {
    operation: job.operation,
    allOrNone: false,
    ...(job.externalIdField !== undefined && { externalIdField: job.externalIdField }),
    candidates: (transaction) => {
      const access = transaction.access();
      const object = objectNamed(org, job.object, access);
      return rows.map((row) => candidate(() => rowFromJson(org, object, bodyOf(job, object, row), access)));
    }
  });
}

/** A line of the CSV as a JSON record: blank is "not set", `#N/A` is null, `Parent__r.Key__c` names a parent. */
function bodyOf(job: IngestJob, object: ObjectDef, row: readonly string[]): Record<string, unknown> {
  if (row.length !== job.columns.length) {
    throw new OrgError(
      'INVALID_CONTENT',
      `The line has ${String(row.length)} fields, the header ${String(job.columns.length)}.`
    );
  }
  const body: Record<string, unknown> = {};
  for (const [index, column] of job.columns.entries()) {
    const text = row[index] ?? '';
    if (text === '') continue;
    const [name = '', key] = column.split('.');
    if (key !== undefined) body[name] = { [key]: text };
    else body[name] = text === '#N/A' ? null : valueOf(object, name, text);
  }
  return body;
}

function valueOf(object: ObjectDef, name: string, text: string): string | boolean {
  if (object.fields.get(name.toLowerCase())?.type !== 'boolean') return text;
  const lower = text.toLowerCase();
  return lower === '1' || lower === 'true' ? true : lower === '0' || lower === 'false' ? false : text;
}

function results(job: IngestJob, kind: 'successful' | 'failed' | 'unprocessed'): Answer {
  const lines: (readonly string[])[] = [headerOf(job, kind)];
  for (const [index, row] of job.rows.entries()) {
    const result = job.results[index];
    if (kind === 'unprocessed' && !result) lines.push(row);
    if (kind === 'successful' && result?.success) {
      lines.push([result.id ?? '', String(job.operation === 'insert' || result.created === true), ...row]);
    }
    if (kind === 'failed' && result && !result.success) {
      const errors = result.errors.map(({ code, message, fields }) => `${code}:${message}:${fields.join(',') || '--'}`);
      lines.push([result.id ?? '', errors.join('; '), ...row]);
    }
  }
  return { status: 200, text: { type: 'text/csv', content: formatCsv(lines, delimiterOf(job), lineEndOf(job)) } };
}

function headerOf(job: IngestJob, kind: 'successful' | 'failed' | 'unprocessed'): string[] {
  if (kind === 'unprocessed') return [...job.columns];
  return ['sf__Id', kind === 'successful' ? 'sf__Created' : 'sf__Error', ...job.columns];
}
