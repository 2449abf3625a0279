import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { OrgError } from '../../errors.ts';
import type { LiveOrg } from '../../org.ts';
import { ingestRoutes } from '../bulk/ingest.ts';
import { queryJobRoutes } from '../bulk/queryJobs.ts';
import { csvLimit, newestVersion, oldestVersion } from '../limits.ts';
import { sessionOf } from '../sessions.ts';
import { actionRoutes } from './actions.ts';
import type { Answer, Call, Route } from './call.ts';
import { dispatch, notFound } from './call.ts';
import { collectionRoutes } from './collections.ts';
import { compositeRoutes } from './composite.ts';
import { queryRoutes } from './query.ts';
import { refusedRoutes, resourceRoutes } from './resources.ts';
import { sobjectRoutes } from './sobjects.ts';
import { treeRoutes } from './tree.ts';

function routesOf(org: LiveOrg): readonly Route[] {
  const routes: readonly Route[] = [
    ...refusedRoutes,
    ...actionRoutes,
    ...queryRoutes,
    ...sobjectRoutes,
    ...collectionRoutes,
    ...treeRoutes,
    ...compositeRoutes(() => routes),
    ...ingestRoutes(org),
    ...queryJobRoutes(org),
    ...resourceRoutes
  ];
  return routes;
}

/** `/services/data`: what is not the UI, Metadata or Tooling API, which have routes of their own. */
export function restApi(server: FastifyInstance, org: LiveOrg): void {
  const routes = routesOf(org);
  const handler = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    answer(reply, dispatch(routes, callOf(org, request)));
  server.get('/services/data', () =>
    versions().map((version) => ({ label: `API ${version}`, url: `/services/data/v${version}`, version }))
  );
  server.get('/services/data/:version', handler);
  server.route({
    method: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'],
    url: '/services/data/:version/*',
    handler
  });
  server.addContentTypeParser('text/csv', { parseAs: 'string', bodyLimit: csvLimit }, (_request, text, done) =>
    done(null, text)
  );
  server.put('/services/data/:version/jobs/ingest/:id/batches', { bodyLimit: csvLimit }, handler);
}

function versions(): string[] {
  return Array.from({ length: newestVersion - oldestVersion + 1 }, (_, index) => `${String(oldestVersion + index)}.0`);
}

/** The version of an address, `v65.0`. @throws OrgError NOT_FOUND for one that is not answered */
export function checkVersion(text: string): string {
  const number = Number(/^v(\d\d)\.0$/.exec(text)?.[1] ?? 0);
  if (number >= oldestVersion && number <= newestVersion) return text;
  throw new OrgError(
    'NOT_FOUND',
    `API version ${text} is not answered: use v${String(oldestVersion)}.0 to v${String(newestVersion)}.0.`
  );
}

function callOf(org: LiveOrg, request: FastifyRequest): Call {
  const session = sessionOf(request);
  if (!org.accessOf(session.userId).userPermission('ApiEnabled') && request.headers.authorization !== undefined) {
    throw new OrgError(
      'API_DISABLED_FOR_ORG',
      'The REST API is not enabled for this user: the permission API Enabled is missing.'
    );
  }
  const [address = '', query = ''] = request.url.split(/\?(.*)/s);
  const [version = '', ...path] = address
    .split('/')
    .slice(3)
    .filter((part) => part !== '')
    .map(decoded);
  const parameters = new URLSearchParams(query);
  const method = request.method === 'POST' ? (parameters.get('_HttpMethod')?.toUpperCase() ?? 'POST') : request.method;
  return {
    org,
    session,
    method,
    base: `/services/data/${checkVersion(version)}`,
    path,
    query: parameters,
    body: request.body,
    headers: singleHeaders(request)
  };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw notFound();
  }
}

function singleHeaders(request: FastifyRequest): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value])
  );
}

function answer(reply: FastifyReply, { status, body, text, headers }: Answer): FastifyReply {
  reply.code(status);
  if (headers) reply.headers(headers);
  return text ? reply.type(text.type).send(text.content) : reply.send(body);
}
