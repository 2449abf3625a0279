import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveOrg } from '../../src/server.ts';
import { testOrg } from '../support/org.ts';
import { testServer } from '../support/server.ts';
import type { TestServer } from '../support/server.ts';
import { stored } from '../support/things.ts';
import { insertUser } from '../support/users.ts';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

function cookieOf(response: Response): string {
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function signedIn(): Promise<string> {
  return cookieOf(await fetch(server.session.instanceUrl, { redirect: 'manual' }));
}

describe('clients', () => {
  it('get in with the token of session.json, which only its owner can read and which survives a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'org-'));
    try {
      const tokens: string[] = [];
      for (let start = 0; start < 2; start++) {
        const running = await serveOrg(testOrg({ folder }), { folder, port: 0, console: false });
        const file = join(folder, 'session.json');
        expect(statSync(file).mode & 0o777).toBe(0o600);
        const { accessToken, instanceUrl }: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'));
        expect(accessToken).toMatch(/^00D\w{15}!/);
        const answer = await fetch(`${instanceUrl ?? ''}/services/oauth2/userinfo`, {
          headers: { authorization: `Bearer ${accessToken ?? ''}` }
        });
        expect(answer.status).toBe(200);
        tokens.push(accessToken ?? '');
        await running.close();
      }
      expect(tokens[0]).toBe(tokens[1]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([undefined, 'Bearer ', 'Bearer nonsense', 'Basic YTpi'])('are refused with %o', async (authorization) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    const answer = await fetch(`${server.session.instanceUrl}/services/data/v65.0/limits`, { headers });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toEqual([{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]);
  });

  it('learn who they are', async () => {
    expect(await server.connection.identity()).toMatchObject({
      user_id: server.org.adminId,
      organization_id: server.org.organization.id,
      username: 'admin@example.com'
    });
  });

  it('keep the hash of a token only', () => {
    const rows = JSON.stringify(server.org.store.all('SELECT * FROM session_token'));
    expect(rows).not.toContain(server.session.accessToken.split('!')[1]);
  });
});

describe('browsers', () => {
  it('are signed in at / with a cookie that scripts can not read', async () => {
    const answer = await fetch(server.session.instanceUrl, { redirect: 'manual' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('set-cookie')).toMatch(/^sid=.*; Path=\/; HttpOnly; SameSite=Lax$/);
    const headers = { cookie: cookieOf(answer) };
    expect((await fetch(`${server.session.instanceUrl}/services/data/v65.0/limits`, { headers })).status).toBe(200);
  });

  it('reach the page they asked for once they are signed in, on this server only', async () => {
    const led = async (page: string) =>
      (
        await fetch(`${server.session.instanceUrl}/?retURL=${encodeURIComponent(page)}`, { redirect: 'manual' })
      ).headers.get('location');
    expect(await led('/lightning/r/Case/500000000000001AAA/view')).toBe('/lightning/r/Case/500000000000001AAA/view');
    expect(await led('https://elsewhere.example/')).toBe('/lightning/page/home');
    expect(await led('//elsewhere.example/')).toBe('/lightning/page/home');
  });

  it('come in through frontdoor, and are led nowhere else', async () => {
    const single = await server.request('GET', '/services/oauth2/singleaccess');
    const { frontdoor_uri: address }: Record<string, string> = JSON.parse(await single.text());
    const answer = await fetch(`${address ?? ''}&retURL=${encodeURIComponent('//evil.example')}`, {
      redirect: 'manual'
    });
    expect(answer.headers.get('location')).toBe('/lightning/page/home');
    expect(cookieOf(answer)).toMatch(/^sid=/);
    const bad = await fetch(`${server.session.instanceUrl}/secur/frontdoor.jsp?sid=x`, { redirect: 'manual' });
    expect(bad.status).toBe(401);
  });

  it('switch to another user, and sign out', async () => {
    const userId = insertUser(server.org, 'agent');
    const switching = await fetch(`${server.session.instanceUrl}/console/api/switch-user`, {
      method: 'POST',
      headers: { cookie: await signedIn(), 'content-type': 'application/json', origin: server.session.instanceUrl },
      body: JSON.stringify({ username: 'Agent@example.com' })
    });
    const cookie = cookieOf(switching);
    const who = await fetch(`${server.session.instanceUrl}/services/oauth2/userinfo`, { headers: { cookie } });
    expect(await who.json()).toMatchObject({ user_id: userId, language: 'pl' });
    await fetch(`${server.session.instanceUrl}/secur/logout.jsp`, { headers: { cookie } });
    const after = await fetch(`${server.session.instanceUrl}/services/oauth2/userinfo`, { headers: { cookie } });
    expect(after.status).toBe(401);
  });

  it('are refused when another page sends the request', async () => {
    const answer = await fetch(`${server.session.instanceUrl}/console/api/switch-user`, {
      method: 'POST',
      headers: { cookie: await signedIn(), 'content-type': 'application/json', origin: 'http://evil.example' },
      body: JSON.stringify({ username: 'admin@example.com' })
    });
    expect(answer.status).toBe(403);
  });

  it('let everybody choose their own language, of those that the org speaks', async () => {
    const userId = insertUser(server.org, 'linguist');
    const base = server.session.instanceUrl;
    const send = (path: string, cookie: string, body: object, origin = base): Promise<Response> =>
      fetch(`${base}/console/api/${path}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', origin },
        body: JSON.stringify(body)
      });
    const cookie = cookieOf(await send('switch-user', await signedIn(), { username: 'linguist@example.com' }));
    const language = (): unknown => stored(server.org, 'User', userId)?.['LanguageLocaleKey'];

    expect((await send('language', cookie, { language: 'en_US' })).status).toBe(200);
    expect(language()).toBe('en_US');
    expect((await send('language', cookie, { language: 'pl' })).status).toBe(200);
    expect(language()).toBe('pl');

    for (const wrong of ['de', 'x', 7, undefined]) {
      const answer = await send('language', cookie, { language: wrong });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain('en_US, pl');
    }
    expect((await send('language', cookie, { language: 'en_US' }, 'http://evil.example')).status).toBe(403);
    expect((await send('language', '', { language: 'en_US' })).status).toBe(401);
    expect(language()).toBe('pl');
  });

  it('are refused under another name of this machine', async () => {
    const status = await new Promise((resolve, reject) => {
      httpRequest({ port: server.port, host: '127.0.0.1', path: '/', headers: { host: 'evil.example' } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });

  it('hear of deployments as they happen', async () => {
    const stop = new AbortController();
    const answer = await fetch(`${server.session.instanceUrl}/console/api/events`, {
      headers: { cookie: await signedIn() },
      signal: stop.signal
    });
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    const reader = answer.body?.getReader();
    await reader?.read();
    server.org.events.publish('deploy', { components: [] });
    const chunk = await reader?.read();
    expect(new TextDecoder().decode(chunk?.value)).toBe('event: deploy\ndata: {"components":[]}\n\n');
    stop.abort();
  });
});
