import cookies from '@fastify/cookie';
import fastify from 'fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createConsoleSource } from './api/consoleSource.ts';
import { consoleEvents } from './api/consoleEvents.ts';
import { handleError } from './api/errors.ts';
import { acceptJson } from './api/json.ts';
import { bodyLimit } from './api/limits.ts';
import { metadataApi } from './api/metadata/index.ts';
import { omniApi } from './api/omni.ts';
import { restApi } from './api/rest/index.ts';
import { writeSessionFile } from './api/sessionFile.ts';
import type { SessionFile } from './api/sessionFile.ts';
import { createSessions } from './api/sessions.ts';
import type { Sessions } from './api/sessions.ts';
import { signIn } from './api/signIn.ts';
import { streamingApi } from './api/streaming/index.ts';
import { toolingApi } from './api/tooling/index.ts';
import { uiApi } from './api/ui/index.ts';
import type { Clock } from './clock/clock.ts';
import type { Viewer } from './console/types.ts';
import { prepareBundleCompiler } from './deploy/index.ts';
import { OrgError } from './errors.ts';
import type { CreateMatcher } from './omni/index.ts';
import { openOrg } from './open.ts';
import type { LiveOrg } from './org.ts';
import type { NewOrg } from './records/index.ts';

export interface ServerOptions {
  readonly folder: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly clock?: Clock;
  /** Who decides which agent gets which work; without one Omni-Channel is off. */
  readonly createMatcher?: CreateMatcher;
  /** What an org that is made now starts with. */
  readonly newOrg?: Partial<NewOrg>;
  /** Who is signed in at `/`: a username; the admin unless told otherwise. */
  readonly demoUser?: string;
  /** false: the API alone, without the browser's console and the time it takes to build. */
  readonly console?: boolean;
  /** Where the built console is kept, so that several orgs can share it; the org's folder unless told otherwise. */
  readonly buildFolder?: string;
}

export interface RunningServer {
  readonly org: LiveOrg;
  readonly port: number;
  /** The address, and the admin's token: what `session.json` in the org's folder holds. */
  readonly session: SessionFile;
  readonly sessions: Sessions;
  close(): Promise<void>;
}

/** Opens the org in a folder and serves it to this machine. @throws OrgError in one sentence, e.g. if the port is taken */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const org = openOrg(options);
  try {
    return await serveOrg(org, options);
  } catch (error) {
    org.store.close();
    throw error;
  }
}

/** Serves an open org to this machine; closing the server closes the org. */
export async function serveOrg(org: LiveOrg, options: ServerOptions): Promise<RunningServer> {
  const server = createServer();
  try {
    await addRoutes(server, org, options);
    const port = await listen(server, options.port);
    const session = writeSessionFile(org, server.sessions, options.folder, port);
    return {
      org,
      port,
      session,
      sessions: server.sessions,
      async close() {
        await server.close();
        org.store.close();
      }
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

function createServer(): FastifyInstance {
  return fastify({
    bodyLimit,
    // Open streams would keep a server that shall end from ending.
    forceCloseConnections: true,
    // Queries travel in the address.
    http: { maxHeaderSize: 128 * 1024 },
    // No route declares a schema; what would compile one is heavy.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    // The CLI keeps the address of an org with a slash at its end, and puts another one behind it.
    rewriteUrl: (request) => (request.url ?? '/').replace(/^\/+/, '/')
  });
}

function noSchemas(): never {
  throw new Error('A route declares a schema, and this server has nothing that compiles it');
}

async function addRoutes(server: FastifyInstance, org: LiveOrg, options: ServerOptions): Promise<void> {
  await server.register(cookies);
  acceptJson(server);
  server.setErrorHandler(handleError);
  server.setNotFoundHandler(() => {
    throw new OrgError('NOT_FOUND', 'The requested resource does not exist');
  });
  server.decorate('sessions', createSessions(org.store, org.organization.id));
  signIn(server, org, { demoUser: options.demoUser, home: '/lightning/page/home' });
  restApi(server, org);
  streamingApi(server, org);
  consoleEvents(server, org);
  omniApi(server, org);
  uiApi(server, org);
  await metadataApi(server, org);
  await toolingApi(server, org);
  if (options.console !== false) await addConsole(server, org, options.buildFolder ?? options.folder);
}

/** The machine is busy with a page for so long; whoever looks at it may edit one of its components next. */
const afterPage = 3_000;

/** The console is loaded when it is wanted: its build tools are heavy. */
async function addConsole(server: FastifyInstance, org: LiveOrg, folder: string): Promise<void> {
  const { consoleApp } = await import('./console/index.ts');
  await server.register(consoleApp, {
    source: createConsoleSource(org),
    folder,
    viewer: (request: FastifyRequest) => viewerOf(org, request),
    viewed: () => setTimeout(prepareBundleCompiler, afterPage).unref()
  });
}

function viewerOf(org: LiveOrg, { session }: FastifyRequest): Viewer | undefined {
  if (!session) return undefined;
  const user = org.store.get('SELECT "LanguageLocaleKey" AS language FROM "User" WHERE "Id" = ?', [session.userId]);
  return { userId: session.userId, language: String(user?.['language'] ?? org.organization.language) };
}

async function listen(server: FastifyInstance, port: number): Promise<number> {
  try {
    await server.listen({ host: '127.0.0.1', port });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new OrgError(
        'PORT_IN_USE',
        `Port ${String(port)} is already in use: stop what listens there, or choose another port.`
      );
    }
    throw error;
  }
  const address = server.server.address();
  return address !== null && typeof address === 'object' ? address.port : port;
}
