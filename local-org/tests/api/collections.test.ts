import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testServer } from '../support/server.ts';
import type { TestServer } from '../support/server.ts';
import { assign, thingFiles } from '../support/things.ts';

let server: TestServer;
const base = '/services/data/v65.0';

beforeAll(async () => {
  server = await testServer({ files: thingFiles });
  assign(server.org, 'Things', server.org.adminId);
});
afterAll(() => server.close());

async function post(path: string, body: unknown): Promise<{ status: number; body: unknown }> {
  const answer = await server.request('POST', `${base}/${path}`, body);
  return { status: answer.status, body: await answer.json() };
}

async function count(where: string): Promise<number> {
  return (await server.connection.query(`SELECT Id FROM Thing__c WHERE ${where}`)).totalSize;
}

describe('collections', () => {
  it('save the good rows and tell what is wrong with the others', async () => {
    const results = await server.connection
      .sobject('Thing__c')
      .create([{ Name: 'c1' }, { Name: 'c1', Kind__c: 'Green' }, { Name: 'c1', Day__c: 'x' }]);
    expect(results.map(({ success }) => success)).toEqual([true, false, false]);
    expect(results[1]?.errors).toMatchObject([
      { statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', fields: ['Kind__c'] }
    ]);
    expect(results[2]?.errors).toMatchObject([{ statusCode: 'JSON_PARSER_ERROR', fields: ['Day__c'] }]);
    expect(await count(`Name = 'c1'`)).toBe(1);
  });

  it('save all or none when asked to, also when a row can not be read', async () => {
    for (const bad of [
      { Name: 'c2', Kind__c: 'Green' },
      { Name: 'c2', Nope__c: 1 }
    ]) {
      const results = await server.connection.sobject('Thing__c').create([{ Name: 'c2' }, bad], { allOrNone: true });
      expect(results.map(({ success }) => success)).toEqual([false, false]);
      expect(results[0]?.errors).toMatchObject([{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }]);
    }
    expect(await count(`Name = 'c2'`)).toBe(0);
  });

  it('update, upsert, read and delete', async () => {
    const things = server.connection.sobject('Thing__c');
    const rows = Array.from({ length: 200 }, (_, index) => ({ Name: 'c3', Key__c: `c3-${String(index)}` }));
    const made = await things.upsert(rows, 'Key__c');
    expect(made.every(({ success }) => success)).toBe(true);
    const ids = made.map(({ id }) => id ?? '');
    await things.update(ids.map((Id) => ({ Id, Name: 'c4' })));
    expect(await things.retrieve([...ids.slice(0, 2), 'a00000000000000AAA'])).toMatchObject([
      { Name: 'c4' },
      { Name: 'c4' },
      null
    ]);
    const again = await things.upsert(rows.slice(0, 2), 'Key__c');
    expect(again.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    await things.destroy(ids);
    expect(await count(`Name IN ('c3', 'c4')`)).toBe(0);
  });

  it('hold 200 records and no more', async () => {
    const records = Array.from({ length: 201 }, () => ({ attributes: { type: 'Thing__c' }, Name: 'x' }));
    expect(await post('composite/sobjects', { records })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'EXCEEDED_ID_LIMIT' }]
    });
  });

  it('may mix objects', async () => {
    const records = [
      { attributes: { type: 'Thing__c' }, Name: 'mixed' },
      { attributes: { type: 'Account' }, Name: 'mixed' },
      { attributes: { type: 'Nope' }, Name: 'mixed' }
    ];
    expect(await post('composite/sobjects', { records })).toMatchObject({
      status: 200,
      body: [{ success: true }, { success: true }, { success: false, errors: [{ statusCode: 'INVALID_TYPE' }] }]
    });
  });
});

describe('trees', () => {
  const tree = (childKind: string) => ({
    records: [
      {
        attributes: { type: 'Thing__c', referenceId: 'p' },
        Name: 'tree',
        Children__r: {
          records: [{ attributes: { type: 'Thing__c', referenceId: 'c' }, Name: 'leaf', Kind__c: childKind }]
        }
      }
    ]
  });

  it('save records with the records below them', async () => {
    expect(await post('composite/tree/Thing__c', tree('Blue'))).toMatchObject({
      status: 201,
      body: { hasErrors: false, results: [{ referenceId: 'p' }, { referenceId: 'c' }] }
    });
    expect(await count(`Name = 'leaf' AND Parent__r.Name = 'tree'`)).toBe(1);
  });

  it('save nothing if one record is wrong, and name it', async () => {
    expect(await post('composite/tree/Thing__c', tree('Green'))).toMatchObject({
      status: 400,
      body: {
        hasErrors: true,
        results: [{ referenceId: 'c', errors: [{ statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' }] }]
      }
    });
    expect(await count(`Name = 'tree'`)).toBe(1);
  });
});

describe('composite', () => {
  const requests = (kind: string) => [
    { method: 'POST', url: `${base}/sobjects/Thing__c`, referenceId: 'one', body: { Name: `comp ${kind}` } },
    {
      method: 'POST',
      url: `${base}/sobjects/Thing__c`,
      referenceId: 'two',
      body: { Name: `comp ${kind}`, Parent__c: '@{one.id}', Kind__c: kind }
    },
    { method: 'GET', url: `${base}/sobjects/Thing__c/@{one.id}?fields=Name`, referenceId: 'three' }
  ];

  it('lets later requests use the answers of earlier ones', async () => {
    expect(await post('composite', { allOrNone: true, compositeRequest: requests('Blue') })).toMatchObject({
      status: 200,
      body: {
        compositeResponse: [
          { httpStatusCode: 201, referenceId: 'one' },
          { httpStatusCode: 201, referenceId: 'two' },
          { httpStatusCode: 200, referenceId: 'three', body: { Name: 'comp Blue' } }
        ]
      }
    });
    expect(await count(`Name = 'comp Blue'`)).toBe(2);
  });

  it('takes all back, or goes on, as it was asked to', async () => {
    expect(await post('composite', { allOrNone: true, compositeRequest: requests('Green') })).toMatchObject({
      body: { compositeResponse: [{ body: [{ errorCode: 'PROCESSING_HALTED' }] }, { httpStatusCode: 400 }, {}] }
    });
    expect(await count(`Name = 'comp Green'`)).toBe(0);
    expect(await post('composite', { compositeRequest: requests('Green') })).toMatchObject({
      body: { compositeResponse: [{ httpStatusCode: 201 }, { httpStatusCode: 400 }, { httpStatusCode: 200 }] }
    });
    expect(await count(`Name = 'comp Green'`)).toBe(1);
  });

  it('runs a batch of independent requests', async () => {
    const batchRequests = [
      { method: 'GET', url: 'v65.0/limits' },
      { method: 'GET', url: 'v65.0/sobjects/Nope/describe' },
      { method: 'GET', url: 'v65.0/limits' }
    ];
    expect(await post('composite/batch', { haltOnError: true, batchRequests })).toMatchObject({
      body: { hasErrors: true, results: [{ statusCode: 200 }, { statusCode: 404 }, { statusCode: 412 }] }
    });
  });

  it('says that graphs are not supported', async () => {
    expect(await post('composite/graph', { graphs: [] })).toMatchObject({
      status: 501,
      body: [{ errorCode: 'UNSUPPORTED' }]
    });
  });
});
