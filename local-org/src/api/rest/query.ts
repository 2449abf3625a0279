import { OrgError } from '../../errors.ts';
import type { Answer, Call, Route } from './call.ts';
import { inTransaction, route } from './call.ts';
import { queryBatch } from '../limits.ts';
import { queryColumns } from './columns.ts';
import { resultSetJson } from './results.ts';

/** SOQL over REST. */
export const queryRoutes: readonly Route[] = [
  route('GET query', (call) => query(call, false)),
  route('GET queryAll', (call) => query(call, true)),
  route('GET query/:locator', (call, { locator = '' }) => queryMore(call, locator)),
  route('GET queryAll/:locator', (call, { locator = '' }) => queryMore(call, locator))
];

function query(call: Call, allRows: boolean): Answer {
  const text = call.query.get('q');
  if (text === null) throw new OrgError('MALFORMED_QUERY', 'A query string has to be specified: ?q=SELECT…');
  if (call.query.get('columns') === 'true') {
    call.org.soql.check(text);
    return { status: 200, body: queryColumns(call.org.schema, text) };
  }
  return inTransaction(call, (transaction) => {
    const set = call.org.soql.query(text, {
      access: transaction.access(),
      allRows,
      batchSize: batchSize(call),
      language: transaction.language,
      timeZone: transaction.timeZone
    });
    const isAggregate = set.rows[0]?.type === 'AggregateResult';
    const columns = isAggregate ? call.org.soql.check(text).columns : undefined;
    return { status: 200, body: resultSetJson(call.org, call.base, set, columns) };
  });
}

/** `Sforce-Query-Options: batchSize=500` */
function batchSize(call: Call): number {
  const wanted = /batchSize\s*=\s*(\d+)/i.exec(call.headers['sforce-query-options'] ?? '')?.[1];
  if (wanted === undefined) return queryBatch;
  return Math.min(Math.max(Number(wanted), 200), queryBatch);
}

function queryMore(call: Call, locator: string): Answer {
  const set = call.org.soql.queryMore(locator, call.session.userId);
  return { status: 200, body: resultSetJson(call.org, call.base, set) };
}
