import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OrgError } from '../../errors.ts';
import type { LiveOrg } from '../../org.ts';
import { errorAnswer } from '../errors.ts';
import { checkVersion } from '../rest/index.ts';
import { sessionOf } from '../sessions.ts';
import { callApex } from './apex.ts';
import { appsJson } from './apps.ts';
import { asking, names, readableObject, type Asking } from './asking.ts';
import { layoutJson } from './layouts.ts';
import { listInfo, listInfos, listRecords } from './lists.ts';
import { meJson } from './me.ts';
import { objectInfoJson, objectInfos, picklistValues } from './objects.ts';
import { namedPage, pageOfObject, recordPage } from './pages.ts';
import type { PageQuery } from './paging.ts';
import { readRecord, type Wanted } from './records.ts';
import { relatedListCount, relatedListInfo, relatedListInfos, relatedListRecords } from './related.ts';
import { createRecord, deleteRecord, RecordFailure, updateRecord } from './saving.ts';

type Places = Readonly<Record<string, string>>;
type Query = Readonly<Record<string, string | undefined>>;
type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';
type Work = (asking: Asking, places: Places, query: Query, body: unknown) => unknown;

/** A parameter given several times is a list, as if its values were separated by commas. */
function single(query: Readonly<Record<string, string | readonly string[] | undefined>>): Query {
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, typeof value === 'object' ? value.join(',') : value])
  );
}

const place = (places: Places, name: string): string => places[name] ?? '';

function wanted(query: Query): Wanted {
  return {
    fields: names(query['fields']),
    optionalFields: names(query['optionalFields']),
    layoutTypes: names(query['layoutTypes'])
  };
}

/** Each record with a status of its own. */
function batch(asking: Asking, ids: readonly string[], query: Query): object {
  const results = ids.map((id) => {
    try {
      return { statusCode: 200, result: readRecord(asking, id, wanted(query)) };
    } catch (error) {
      if (!(error instanceof OrgError)) throw error;
      const { status, body } = errorAnswer(error);
      return { statusCode: status, result: body };
    }
  });
  return { hasErrors: results.some(({ statusCode }) => statusCode !== 200), results };
}

const pageQuery = (query: Query): PageQuery => ({
  ...(query['fields'] === undefined ? {} : { fields: query['fields'] }),
  ...(query['optionalFields'] === undefined ? {} : { optionalFields: query['optionalFields'] }),
  ...(query['pageSize'] === undefined ? {} : { pageSize: query['pageSize'] }),
  ...(query['pageToken'] === undefined ? {} : { pageToken: query['pageToken'] }),
  ...(query['sortBy'] === undefined ? {} : { sortBy: query['sortBy'] })
});

const resources: readonly (readonly [Method, string, Work])[] = [
  ['GET', 'records/:id', (ask, at, query) => readRecord(ask, place(at, 'id'), wanted(query))],
  ['GET', 'records/batch/:ids', (ask, at, query) => batch(ask, names(at['ids']), query)],
  ['POST', 'records', (ask, _at, _query, body) => createRecord(ask, body)],
  ['PATCH', 'records/:id', (ask, at, _query, body) => updateRecord(ask, place(at, 'id'), body)],
  ['DELETE', 'records/:id', (ask, at) => deleteRecord(ask, place(at, 'id'))],
  ['GET', 'object-info/:object', (ask, at) => objectInfoJson(ask, place(at, 'object'))],
  ['GET', 'object-info/batch/:objects', (ask, at) => objectInfos(ask, names(at['objects']))],
  [
    'GET',
    'object-info/:object/picklist-values/:type',
    (ask, at) => picklistValues(ask, place(at, 'object'), place(at, 'type'), undefined)
  ],
  [
    'GET',
    'object-info/:object/picklist-values/:type/:field',
    (ask, at) => picklistValues(ask, place(at, 'object'), place(at, 'type'), at['field'])
  ],
  [
    'GET',
    'layout/:object',
    (ask, at, query) =>
      layoutJson(ask, readableObject(ask, place(at, 'object')), query['layoutType'] ?? 'Full', query['mode'] ?? 'View')
  ],
  ['GET', 'list-info/:object', (ask, at) => listInfos(ask, place(at, 'object'))],
  ['GET', 'list-info/:object/:view', (ask, at) => listInfo(ask, place(at, 'object'), place(at, 'view'))],
  [
    'GET',
    'list-records/:object/:view',
    (ask, at, query) => listRecords(ask, place(at, 'object'), place(at, 'view'), pageQuery(query))
  ],
  ['GET', 'related-list-info/:object', (ask, at) => relatedListInfos(ask, place(at, 'object'))],
  ['GET', 'related-list-info/:object/:list', (ask, at) => relatedListInfo(ask, place(at, 'object'), place(at, 'list'))],
  [
    'GET',
    'related-list-records/:id/:list',
    (ask, at, query) => relatedListRecords(ask, place(at, 'id'), place(at, 'list'), pageQuery(query))
  ],
  ['GET', 'related-list-count/:id/:list', (ask, at) => relatedListCount(ask, place(at, 'id'), place(at, 'list'))],
  ['GET', 'apps', (ask) => appsJson(ask)]
];

const successes: Readonly<Record<Method, number>> = { GET: 200, POST: 201, PATCH: 200, DELETE: 204 };

function consolePage(ask: Asking, query: Query): object {
  const { recordId, flexiPage, object, app, action } = query;
  if (flexiPage !== undefined) return namedPage(ask, flexiPage);
  if (recordId !== undefined) return recordPage(ask, recordId, app);
  if (object !== undefined) return pageOfObject(ask, object, app, action);
  throw new OrgError('INVALID_PARAMETER', 'Name a recordId, an object or a flexiPage.');
}

/** The UI API, Apex for components, and what the console asks besides (see README.md here). */
export function uiApi(server: FastifyInstance, org: LiveOrg): void {
  const send = (
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    work: (ask: Asking) => unknown
  ): FastifyReply => {
    try {
      const body = asking(org, request, work);
      return status === 204 ? reply.code(204).send() : reply.code(status).send(body);
    } catch (error) {
      if (error instanceof RecordFailure) return reply.code(400).send(error.body);
      throw error;
    }
  };
  for (const [method, path, work] of resources) {
    server.route<{ Params: Places; Querystring: Query }>({
      method,
      url: `/services/data/:version/ui-api/${path}`,
      handler: (request, reply) => {
        checkVersion(place(request.params, 'version'));
        return send(request, reply, successes[method], (ask) =>
          work(ask, request.params, single(request.query), request.body)
        );
      }
    });
  }
  server.get<{ Querystring: Query }>('/console/api/me', (request, reply) => send(request, reply, 200, meJson));
  server.get<{ Querystring: Query }>('/console/api/page', (request, reply) =>
    send(request, reply, 200, (ask) => consolePage(ask, single(request.query)))
  );
  server.post<{ Params: { className: string; method: string } }>(
    '/services/apex/:className/:method',
    (request, reply) => {
      const { userId } = sessionOf(request);
      return callApex(org, userId, request.params, request.body, reply);
    }
  );
}
