import { afterAll, beforeAll, expect, it } from 'vitest';
import { testServer, type TestServer } from '../support/server.ts';
import { idOf, linearMatcher, omniFiles, onlineAgent, agent, dispatch, settle, workId } from './support.ts';

let server: TestServer;
let ada: string;
let bob: string;
beforeAll(async () => {
  server = await testServer({ createMatcher: linearMatcher, files: omniFiles });
  ada = agent(server.org, 'Ada');
  bob = onlineAgent(server.org, 'Bob', { English: 5 });
});
afterAll(() => server.close());

async function call(
  user: string,
  method: string,
  path = '',
  body?: unknown
): Promise<{ status: number; json: unknown }> {
  const headers = { authorization: `Bearer ${server.tokenOf(user)}` };
  const response = await server.request(method, `/console/api/omni${path}`, body, headers);
  const text = await response.text();
  return { status: response.status, json: text === '' ? undefined : JSON.parse(text) };
}

it('shows an agent their statuses, presence, capacity, work and reasons to decline, and does what they ask', async () => {
  const { org } = server;
  const available = idOf(org, 'ServicePresenceStatus', 'Available');
  expect(await call(ada, 'GET')).toMatchObject({
    status: 200,
    json: {
      enabled: true,
      statuses: [
        { id: available, label: 'Available', kind: 'Online' },
        { id: idOf(org, 'ServicePresenceStatus', 'Break'), label: 'Break', kind: 'Busy' },
        { id: 'offline', label: 'Offline', kind: 'Offline' }
      ],
      presence: null,
      capacity: { used: 0, total: 5 },
      work: [],
      declineReasons: [{ label: 'Busy with something else' }]
    }
  });
  expect((await call(ada, 'POST', '/presence', { statusId: available })).status).toBe(204);
  const { item } = dispatch(org, undefined, { PushTimeout: 30 });
  await settle(org);
  const now = new Date(org.clock.now()).toISOString();
  expect((await call(ada, 'GET')).json).toMatchObject({
    presence: { statusId: available, since: now },
    capacity: { used: 1, total: 5 },
    work: [
      {
        id: workId(org, item),
        status: 'Assigned',
        workItemId: item,
        objectApiName: 'Case',
        fields: [
          { label: 'Temat', value: 'Help' },
          { label: 'Priorytet', value: 'Średni' },
          { label: 'Status', value: 'Nowa' },
          { label: 'Numer sprawy' }
        ],
        assignedAt: now,
        pushTimeoutAt: new Date(org.clock.now() + 30_000).toISOString(),
        closesWithTab: true
      }
    ]
  });
  const path = `/work/${workId(org, item)}`;
  expect((await call(bob, 'POST', `${path}/accept`)).status).toBe(400);
  expect((await call(ada, 'POST', `${path}/accept`)).status).toBe(204);
  expect((await call(ada, 'GET')).json).toMatchObject({ work: [{ status: 'Opened', pushTimeoutAt: null }] });
  expect((await call(ada, 'POST', `${path}/close`)).status).toBe(204);
  const second = dispatch(org);
  await settle(org);
  const reason = idOf(org, 'PresenceDeclineReason', 'Busy');
  expect((await call(ada, 'POST', `/work/${workId(org, second.item)}/decline`, { reason })).status).toBe(204);
  expect((await call(ada, 'POST', '/presence', { statusId: null })).status).toBe(204);
  expect((await call(ada, 'GET')).json).toMatchObject({ presence: null, work: [] });
});

it('asks for a session, and refuses a status that is not there', async () => {
  expect((await server.request('GET', '/console/api/omni', undefined, { authorization: 'Bearer x' })).status).toBe(401);
  expect(await call(ada, 'POST', '/presence', { statusId: '0N5000000000001AAA' })).toMatchObject({
    status: 400,
    json: [{ errorCode: 'INVALID_CROSS_REFERENCE_KEY' }]
  });
});

it('tells the browser of the agent whose work changed', async () => {
  const { org } = server;
  const ending = new AbortController();
  const { instanceUrl } = server.session;
  const response = await fetch(`${instanceUrl}/console/api/events`, {
    headers: { authorization: `Bearer ${server.tokenOf(bob)}` },
    signal: ending.signal
  });
  const reader = response.body?.getReader();
  dispatch(org, { English: { level: 1 } });
  await settle(org);
  let heard = '';
  while (!heard.includes('event: omni')) heard += new TextDecoder().decode((await reader?.read())?.value);
  ending.abort();
  expect(heard).toContain('event: omni\ndata: {}');
});

it('says that Omni-Channel is off where it is', async () => {
  const without = await testServer();
  try {
    const answer = await without.request('GET', '/console/api/omni');
    expect(await answer.json()).toMatchObject({ enabled: false, work: [] });
    const refused = await without.request('POST', '/console/api/omni/presence', { statusId: null });
    expect(await refused.json()).toMatchObject([{ message: expect.stringContaining('Omni-Channel is off') }]);
  } finally {
    await without.close();
  }
});
