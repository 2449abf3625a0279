import { OrgError, UnsupportedError } from '../../errors.ts';
import type { LiveOrg } from '../../org.ts';
import type { ResultRow } from '../../row.ts';
import type { Answer, Call, Places, Route } from '../rest/call.ts';
import { bodyObject, inTransaction, route } from '../rest/call.ts';
import { toJson } from '../values.ts';
import { formatCsv } from './csv.ts';
import type { Job } from './jobs.ts';
import { delimiterOf, jobJson, Jobs, lineEndOf, newJob } from './jobs.ts';

interface QueryJob extends Job {
  readonly query: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Bulk API 2.0: the rows of a query as CSV. */
export function queryJobRoutes(org: LiveOrg): readonly Route[] {
  const jobs = new Jobs<QueryJob>();
  const find = (call: Call, { id = '' }: Places): QueryJob => jobs.find(call, id);
  return [
    route('POST jobs/query', (call) => ({
      status: 200,
      body: described(jobs.add(create(org, call)), 'UploadComplete')
    })),
    route('GET jobs/query', (call) => ({
      status: 200,
      body: { done: true, records: jobs.own(call).map((job) => described(job)), nextRecordsUrl: null }
    })),
    route('GET jobs/query/:id', (call, places) => ({ status: 200, body: described(find(call, places)) })),
    route('PATCH jobs/query/:id', (call, places) => {
      const job = find(call, places);
      job.state = 'Aborted';
      return { status: 200, body: described(job) };
    }),
    route('DELETE jobs/query/:id', (call, places) => {
      jobs.remove(find(call, places));
      return { status: 204 };
    }),
    route('GET jobs/query/:id/results', (call, places) => results(call, find(call, places)))
  ];
}

/** Clients expect a job that was just made to be still under way. */
function described(job: QueryJob, state = job.state): Record<string, unknown> {
  return jobJson({ ...job, state }, { jobType: 'V2Query' });
}

function create(org: LiveOrg, call: Call): QueryJob {
  const { operation, query } = bodyObject(call);
  if (operation !== 'query' && operation !== 'queryAll')
    throw new UnsupportedError(`the bulk operation ${String(operation)}`);
  if (typeof query !== 'string') throw new OrgError('INVALIDJOB', 'A query job needs a query.');
  return inTransaction(call, (transaction) => {
    const shape = org.soql.check(query);
    if (shape.kind !== 'rows') throw new OrgError('API_ERROR', 'Aggregate queries are not supported in bulk jobs.');
    const set = org.soql.query(query, {
      access: transaction.access(),
      allRows: operation === 'queryAll',
      language: transaction.language,
      timeZone: transaction.timeZone
    });
    const columns = [...new Set(set.rows.flatMap((row) => [...cells(org, row).keys()]))];
    const rows = set.rows.map((row) => {
      const values = cells(org, row);
      return columns.map((column) => values.get(column) ?? '');
    });
    return {
      ...newJob(call, operation, shape.object),
      state: 'JobComplete',
      processed: rows.length,
      query,
      columns,
      rows
    };
  });
}

/** A row flat, parents as `Account.Name`. */
function cells(org: LiveOrg, row: ResultRow, path = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [name, value] of Object.entries(row.values)) {
    const column = `${path}${name}`;
    if (value === null) flat.set(column, '');
    else if (typeof value !== 'object') flat.set(column, String(toJson(org.schema.field(row.type, name), value)));
    else if ('rows' in value) throw new OrgError('API_ERROR', 'Sub-queries are not supported in bulk jobs.');
    else for (const [inner, text] of cells(org, value, `${column}.`)) flat.set(inner, text);
  }
  return flat;
}

function results(call: Call, job: QueryJob): Answer {
  const start = Number(call.query.get('locator') ?? 0);
  const most = Number(call.query.get('maxRecords') ?? job.rows.length);
  if (!Number.isInteger(start) || start < 0 || !(most >= 0))
    throw new OrgError('INVALID_QUERY_LOCATOR', 'invalid query locator');
  const rows = job.rows.slice(start, start + most);
  const end = start + rows.length;
  return {
    status: 200,
    headers: {
      'sforce-numberofrecords': String(rows.length),
      'sforce-locator': end < job.rows.length ? String(end) : 'null'
    },
    text: { type: 'text/csv', content: formatCsv([job.columns, ...rows], delimiterOf(job), lineEndOf(job)) }
  };
}
