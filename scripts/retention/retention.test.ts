import { createServer, type Server } from 'node:http';
import { Connection } from 'jsforce';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anonymize, erasureLines, purge, purgeLines } from './erase.ts';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** An org that answers each request with the next of `answers`, and remembers what was asked. */
let server: Server;
let connection: Connection;
let answers: Answer[] = [];
let asked: { url: string | undefined; body: unknown }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      asked.push({ url: request.url, body: JSON.parse(text) });
      const answer = answers.shift() ?? { status: 500, body: [{ errorCode: 'TEST', message: 'not expected' }] };
      response.writeHead(answer.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  connection = new Connection({
    instanceUrl: `http://127.0.0.1:${String(address.port)}`,
    accessToken: 'token',
    version: '65.0'
  });
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

beforeEach(() => {
  asked = [];
});

const done = (report: unknown, more = false): Answer => ({
  status: 200,
  body: [{ isSuccess: true, errors: null, outputValues: { report: JSON.stringify(report), more } }]
});
const refused = (message: string): Answer => ({
  status: 400,
  body: [
    {
      isSuccess: false,
      errors: [{ statusCode: 'UNKNOWN_EXCEPTION', message: `An Apex error occurred: YetiException: ${message}` }],
      outputValues: null
    }
  ]
});

describe('data:purge', () => {
  it('asks until nothing is left and adds up what was done', async () => {
    answers = [
      done({ interactions: { Chat: 1000 }, facts: 3, pins: 1 }, true),
      done({ interactions: { Chat: 200, SMS: 34 }, facts: 1, pins: 0 })
    ];
    const progress: number[] = [];
    const report = await purge(connection, false, (count) => progress.push(count));

    expect(report).toEqual({ interactions: { Chat: 1200, SMS: 34 }, facts: 4, pins: 1, more: false });
    expect(progress).toEqual([1000, 1234]);
    expect(asked[0]).toEqual({
      url: '/services/data/v65.0/actions/custom/apex/YetiRetentionAction',
      body: { inputs: [{ dryRun: false }] }
    });
    expect(purgeLines(report, false)).toEqual([
      '1,234 interactions purged, with 4 facts and 1 pins.',
      '  Chat: 1,200',
      '  SMS: 34'
    ]);
  });

  it('counts once in a dry run, and says where counting stopped', async () => {
    answers = [done({ interactions: { Chat: 2000 }, facts: 0, pins: 0 }, true)];
    const report = await purge(connection, true);

    expect(asked).toHaveLength(1);
    expect(asked[0]?.body).toEqual({ inputs: [{ dryRun: true }] });
    expect(purgeLines(report, true)[0]).toBe('At least 2,000 interactions would be purged.');
  });

  it('gives the reason of the org', async () => {
    answers = [refused('You may not erase customer data.')];
    await expect(purge(connection, false)).rejects.toThrow(/^You may not erase customer data\.$/);
  });

  it('says what to do where the org has no such action', async () => {
    answers = [{ status: 404, body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] }];
    await expect(purge(connection, false)).rejects.toThrow('is Yeti installed');
  });
});

describe('data:anonymize', () => {
  it('asks until all is done and reports what was not', async () => {
    const one = { replaced: { Yeti_Interaction__c: 500 }, deleted: { Yeti_Fact__c: 2 }, refused: {}, reasons: {} };
    const two = {
      replaced: { Yeti_Interaction__c: 12, Contact: 1 },
      deleted: {},
      refused: { EmailMessage: 3 },
      reasons: { EmailMessage: 'can only be updated in draft' }
    };
    answers = [done(one, true), done(two)];
    const report = await anonymize(connection, '003000000000001AAA', 'Request of the customer');

    expect(asked.map(({ body }) => body)).toEqual(
      Array.from({ length: 2 }, () => ({
        inputs: [{ contactId: '003000000000001AAA', reason: 'Request of the customer' }]
      }))
    );
    expect(erasureLines(report)).toEqual([
      'The customer is anonymized, except for what the org refused.',
      '  replaced Yeti_Interaction__c: 512',
      '  replaced Contact: 1',
      '  deleted Yeti_Fact__c: 2',
      '  not done EmailMessage: 3 (can only be updated in draft)'
    ]);
  });

  it('gives the reason of the org', async () => {
    answers = [refused('Say why the customer is anonymized: at least 5 characters.')];
    await expect(anonymize(connection, '003000000000001AAA', 'x')).rejects.toThrow(/^Say why/);
  });
});
