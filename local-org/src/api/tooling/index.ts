import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DeployEvent } from '../../deploy/index.ts';
import { OrgError, UnsupportedError } from '../../errors.ts';
import type { LiveOrg } from '../../org.ts';
import { syncTables } from '../../store/index.ts';
import { acceptXml, argument, soapEndpoint } from '../metadata/soap.ts';
import { sessionOf } from '../sessions.ts';
import { forgetCoverage } from './coverage.ts';
import { toolingSchema } from './objects.ts';
import { ToolingQueries } from './query.ts';
import { runAsynchronously, runSynchronously } from './testRuns.ts';

const namespace = 'http://soap.sforce.com/2006/08/apex';

/** The Tooling API: Apex tests with coverage, anonymous Apex, queries of what developers ask for. */
export async function toolingApi(server: FastifyInstance, org: LiveOrg): Promise<void> {
  org.store.transaction(() => syncTables(org.store, undefined, toolingSchema(org.schema)));
  org.events.subscribe('deploy', (message) => forgetOldCoverage(org, message));
  const queries = new ToolingQueries(org);
  await server.register(async (scope) => {
    acceptXml(scope);
    queryRoutes(scope, org, queries);
    testRoutes(scope, org);
    anonymousRoutes(scope, org);
    scope.get('/services/data/:version/tooling/completions', () => {
      throw new UnsupportedError('completions of the Tooling API');
    });
  });
}

function queryRoutes(server: FastifyInstance, org: LiveOrg, queries: ToolingQueries): void {
  server.get('/services/data/:version/tooling', (request) => {
    allowed(org, request, 'ViewSetup');
    const base = baseOf(request);
    return Object.fromEntries(
      ['executeAnonymous', 'query', 'runTestsAsynchronous', 'runTestsSynchronous', 'sobjects'].map((name) => [
        name,
        `${base}/${name}`
      ])
    );
  });
  server.get<{ Querystring: { q?: string } }>('/services/data/:version/tooling/query', (request) => {
    const userId = allowed(org, request, 'ViewSetup');
    const { q } = request.query;
    if (q === undefined) throw new OrgError('MALFORMED_QUERY', 'A query string has to be specified: ?q=SELECT…');
    return queries.query(q, userId, baseOf(request));
  });
  server.get<{ Params: { locator: string } }>('/services/data/:version/tooling/query/:locator', (request) =>
    queries.queryMore(request.params.locator, allowed(org, request, 'ViewSetup'), baseOf(request))
  );
  server.get('/services/data/:version/tooling/sobjects', (request) => {
    allowed(org, request, 'ViewSetup');
    const base = baseOf(request);
    const sobjects = queries.schema.objects().map(({ name, label, labelPlural, keyPrefix, queryable }) => ({
      name,
      label,
      labelPlural,
      keyPrefix,
      queryable,
      custom: false,
      urls: { sobject: `${base}/sobjects/${name}` }
    }));
    return { encoding: 'UTF-8', maxBatchSize: 200, sobjects };
  });
}

/** What reads a request is loaded with the first one: its checks weigh on every start. */
function testRoutes(server: FastifyInstance, org: LiveOrg): void {
  server.post('/services/data/:version/tooling/runTestsSynchronous', async (request) => {
    const userId = allowed(org, request, 'AuthorApex');
    const { readTestRequest } = await import('./selection.ts');
    return runSynchronously(org, readTestRequest(org, request.body), userId);
  });
  server.post('/services/data/:version/tooling/runTestsAsynchronous', async (request, reply) => {
    const userId = allowed(org, request, 'AuthorApex');
    const { readTestRequest } = await import('./selection.ts');
    const jobId = runAsynchronously(org, readTestRequest(org, request.body), userId);
    return reply.type('application/json').send(JSON.stringify(jobId));
  });
}

function anonymousRoutes(server: FastifyInstance, org: LiveOrg): void {
  server.get<{ Querystring: { anonymousBody?: string } }>(
    '/services/data/:version/tooling/executeAnonymous',
    async (request) => {
      const userId = allowed(org, request, 'AuthorApex');
      const { anonymousBody } = request.query;
      if (anonymousBody === undefined)
        throw new OrgError('INVALID_INPUT', 'The code has to be given: ?anonymousBody=…');
      const { result } = await execute(org, userId, anonymousBody);
      return result;
    }
  );
  soapEndpoint(server, '/services/Soap/s/:version/:organization', namespace, async ({ operation, body, session }) => {
    if (operation !== 'executeAnonymous') throw new UnsupportedError(`the Apex API's call ${operation}`);
    requirePermission(org, session.userId, 'AuthorApex');
    // The WSDL calls the code String, the CLI apexcode.
    const code = argument(body, 'String') ?? argument(body, 'apexcode') ?? '';
    const { log, result } = await execute(org, session.userId, code);
    return { result, header: { DebuggingInfo: { debugLog: log } } };
  });
}

/** Texts that say nothing are null, as clients expect them. */
async function execute(org: LiveOrg, userId: string, text: string) {
  const { compiled, compileProblem, success, line, column, exceptionMessage, exceptionStackTrace, log } =
    await org.apex.executeAnonymous(userId, text);
  const orNull = (message: string): string | null => (message === '' ? null : message);
  return {
    log,
    result: {
      column,
      compileProblem: orNull(compileProblem),
      compiled,
      exceptionMessage: orNull(exceptionMessage),
      exceptionStackTrace: orNull(exceptionStackTrace),
      line,
      success
    }
  };
}

function forgetOldCoverage(org: LiveOrg, message: unknown): void {
  // Only a deployment publishes here.
  const { components } = message as DeployEvent;
  for (const { type, fullName } of components) {
    if (type === 'ApexClass') forgetCoverage(org, 'class', fullName);
    if (type === 'ApexTrigger') forgetCoverage(org, 'trigger', fullName);
  }
}

/** @returns the user's id. @throws OrgError without a session or the permission */
function allowed(org: LiveOrg, request: FastifyRequest, permission: string): string {
  const { userId } = sessionOf(request);
  requirePermission(org, userId, permission);
  return userId;
}

function requirePermission(org: LiveOrg, userId: string, permission: string): void {
  if (org.accessOf(userId).userPermission(permission)) return;
  throw new OrgError('INSUFFICIENT_ACCESS', `This needs the permission ${permission}`);
}

function baseOf(request: FastifyRequest): string {
  return request.url.replace(/(\/tooling)\b.*$/, '$1');
}
