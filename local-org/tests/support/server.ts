import { Connection } from 'jsforce';
import { serveOrg } from '../../src/server.ts';
import type { RunningServer } from '../../src/server.ts';
import { testOrg } from './org.ts';
import type { TestOrg, TestOrgOptions } from './org.ts';

export interface TestServer extends RunningServer {
  readonly org: TestOrg;
  /** jsforce as the admin. */
  readonly connection: Connection;
  /** A token of another user's. */
  tokenOf(userId: string): string;
  /** A plain request as the admin; `path` below the address of the server. */
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** A test org behind its HTTP server, on a free port. */
export async function testServer(options: TestOrgOptions = {}): Promise<TestServer> {
  const org = testOrg(options);
  const server = await serveOrg(org, { folder: ':memory:', port: 0, console: false });
  const { instanceUrl, accessToken } = server.session;
  return {
    ...server,
    org,
    connection: new Connection({ instanceUrl, accessToken, version: '65.0' }),
    tokenOf: (userId) => server.sessions.create(userId).token,
    request: (method, path, body, headers) =>
      fetch(`${instanceUrl}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          authorization: `Bearer ${accessToken}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers
        },
        body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body)
      })
  };
}
