import { Connection } from 'jsforce';
import { StreamingExtension } from 'jsforce/lib/api/streaming.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testServer } from '../support/server.ts';
import type { TestServer } from '../support/server.ts';
import { assign, insert } from '../support/things.ts';

const files = {
  'objects/Ping__e.object': `<label>Ping</label><pluralLabel>Pings</pluralLabel><deploymentStatus>Deployed</deploymentStatus>
    <eventType>HighVolume</eventType><publishBehavior>PublishAfterCommit</publishBehavior>
    <fields><fullName>Text__c</fullName><label>Text</label><type>Text</type><length>20</length></fields>
    <fields><fullName>At__c</fullName><label>At</label><type>DateTime</type></fields>
    <fields><fullName>Done__c</fullName><label>Done</label><type>Checkbox</type><defaultValue>false</defaultValue></fields>`,
  'permissionsets/Pings.permissionset': `<label>Pings</label><hasActivationRequired>false</hasActivationRequired>
    <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit><allowRead>true</allowRead>
    <modifyAllRecords>false</modifyAllRecords><object>Ping__e</object><viewAllRecords>false</viewAllRecords></objectPermissions>`
};

interface Event {
  readonly schema: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly event: { readonly replayId: number; readonly EventUuid: string };
}

interface Client {
  subscribe(
    channel: string,
    listener: (event: Event) => void
  ): { cancel(): void; then(done: () => void, failed: (error: unknown) => void): void };
  disconnect(): void;
}

const channel = '/event/Ping__e';
let server: TestServer;
const clients: Client[] = [];

beforeAll(async () => {
  server = await testServer({ files });
  assign(server.org, 'Pings', server.org.adminId);
});
afterAll(async () => {
  for (const client of clients) client.disconnect();
  await server.close();
});

function clientOf(connection: Connection, replayFrom?: number): Client {
  const extensions = replayFrom === undefined ? [] : [new StreamingExtension.Replay(channel, replayFrom)];
  // Its types leave out `disconnect`.
  const client = connection.streaming.createClient(extensions) as unknown as Client;
  clients.push(client);
  return client;
}

/** Subscribes with the real jsforce. @returns what arrives */
async function listen(replayFrom?: number, connection = server.connection): Promise<Event[]> {
  const received: Event[] = [];
  const client = clientOf(connection, replayFrom);
  await new Promise<void>((resolve, reject) => {
    client.subscribe(channel, (event) => received.push(event)).then(resolve, reject);
  });
  return received;
}

const publish = (...texts: string[]) =>
  server.connection.sobject('Ping__e').create(texts.map((Text__c) => ({ Text__c, At__c: '2026-01-02T03:04:05.000Z' })));

const textsOf = (events: readonly Event[]): unknown[] => events.map(({ payload }) => payload['Text__c']);

describe('streaming', () => {
  it('brings platform events as they are published, with schema, payload and replay id', async () => {
    const received = await listen();
    await publish('a', 'b');
    await expect.poll(() => textsOf(received)).toEqual(['a', 'b']);
    const [first, second] = received;
    expect(first).toMatchObject({
      payload: { Text__c: 'a', At__c: '2026-01-02T03:04:05.000Z', Done__c: false, CreatedById: server.org.adminId }
    });
    expect(Object.keys(first?.payload ?? {}).sort()).toEqual([
      'At__c',
      'CreatedById',
      'CreatedDate',
      'Done__c',
      'Text__c'
    ]);
    expect(first?.schema).toBe(second?.schema);
    expect(second?.event.replayId).toBeGreaterThan(first?.event.replayId ?? Infinity);
    await publish('c');
    await expect.poll(() => textsOf(received)).toEqual(['a', 'b', 'c']);
  });

  it('replays what was kept: all, after an id, or nothing', async () => {
    await publish('old 1', 'old 2');
    await server.org.events.idle();
    const all = await listen(-2);
    await expect.poll(() => textsOf(all).slice(-2)).toEqual(['old 1', 'old 2']);
    const [before] = all.filter(({ payload }) => payload['Text__c'] === 'old 1');
    const after = await listen(before?.event.replayId);
    const onlyNew = await listen(-1);
    await publish('new');
    await expect.poll(() => textsOf(after)).toEqual(['old 2', 'new']);
    await expect.poll(() => textsOf(onlyNew)).toEqual(['new']);
  });

  it('is refused for events that are not there, users without rights, and strangers', async () => {
    const client = clientOf(server.connection);
    const failure = (to: string, by = client) =>
      new Promise<unknown>((resolve) => {
        by.subscribe(to, () => undefined).then(() => resolve('subscribed'), resolve);
      });
    expect(String(await failure('/event/Nothing__e'))).toContain('does not exist');
    expect(String(await failure('/event/Account'))).toContain('does not exist');
    const profile = server.org.store.get(`SELECT "Id" AS id FROM "Profile" WHERE "Name" = 'Standard User'`);
    const other = insert(server.org, 'User', {
      Username: 'other@example.com',
      LastName: 'Other',
      Alias: 'other',
      Email: 'o@example.com',
      IsActive: true,
      ProfileId: String(profile?.['id']),
      TimeZoneSidKey: 'UTC',
      LocaleSidKey: 'en_US',
      EmailEncodingKey: 'UTF-8',
      LanguageLocaleKey: 'en_US'
    });
    const { instanceUrl } = server.session;
    const theirs = new Connection({ instanceUrl, accessToken: server.tokenOf(other), version: '65.0' });
    expect(String(await failure(channel, clientOf(theirs)))).toContain('You do not have access to Ping__e');
    const answer = await fetch(`${instanceUrl}/cometd/65.0`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([{ channel: '/meta/handshake', id: '1' }])
    });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject([{ successful: false, advice: { reconnect: 'none' } }]);
  });

  it('ends: unsubscribed, disconnected, or of another user', async () => {
    const ask = async (message: object, headers = {}) => {
      const answer = await server.request('POST', '/cometd/65.0/', [message], headers);
      const replies: unknown = await answer.json();
      return Array.isArray(replies) ? replies : [];
    };
    const [{ clientId }] = await ask({
      channel: '/meta/handshake',
      version: '1.0',
      supportedConnectionTypes: ['long-polling']
    });
    const connect = { channel: '/meta/connect', clientId, connectionType: 'long-polling', advice: { timeout: 0 } };
    expect(await ask({ channel: '/meta/subscribe', clientId, subscription: channel })).toMatchObject([
      { successful: true }
    ]);
    await publish('seen');
    await server.org.events.idle();
    expect(await ask(connect)).toMatchObject([
      { channel, data: { payload: { Text__c: 'seen' } } },
      { successful: true }
    ]);
    expect(await ask({ channel: '/meta/unsubscribe', clientId, subscription: channel })).toMatchObject([
      { successful: true }
    ]);
    await publish('unseen');
    await server.org.events.idle();
    expect(await ask(connect)).toMatchObject([{ channel: '/meta/connect', successful: true }]);
    expect(await ask({ channel: '/meta/disconnect', clientId })).toMatchObject([{ successful: true }]);
    expect(await ask(connect)).toMatchObject([{ successful: false, advice: { reconnect: 'handshake' } }]);
  });
});
