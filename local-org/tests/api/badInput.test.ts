import { afterAll, beforeAll, expect, it } from 'vitest';
import { testServer } from '../support/server.ts';
import type { TestServer } from '../support/server.ts';
import { assign, thingFiles } from '../support/things.ts';

let server: TestServer;

beforeAll(async () => {
  server = await testServer({ files: thingFiles });
  assign(server.org, 'Things', server.org.adminId);
});
afterAll(() => server.close());

const bodies: readonly unknown[] = [
  null,
  -1,
  'x',
  [null],
  {},
  { records: [null] },
  { records: [{ attributes: { type: '__proto__' } }] },
  { attributes: { type: 'Thing__c' }, Name: ['x'] },
  { Name: '\ud800' },
  { Name: 'a\0b' },
  { Parent__r: {} },
  { Parent__r: { Key__c: null } },
  { Amount__c: '1e400' },
  { Id: 1 },
  { At__c: '2026-13-45T99:99:99Z' },
  { toString: 'x' },
  { compositeRequest: [{ method: 'GET', url: '/services/data/v65.0/query?q=%', referenceId: 'a' }] },
  { batchRequests: [{ method: 5, url: null }] },
  { object: 'Thing__c', operation: 'insert', columnDelimiter: '__proto__' },
  { ids: ['x'], fields: ['Name FROM Thing__c --'] }
];

const paths = [
  'sobjects/Thing__c',
  'sobjects/Thing__c/x',
  'sobjects/Thing__c/Key__c/%00',
  'sobjects/Thing__c/Key__c/%E0%A4%A',
  'sobjects/__proto__',
  'sobjects/Name',
  'composite/sobjects',
  'composite/sobjects?ids=x,y',
  'composite/sobjects/Thing__c',
  'composite/sobjects/Thing__c/Key__c',
  'composite/tree/Thing__c',
  'composite',
  'composite/batch',
  'jobs/ingest',
  'jobs/query',
  'query?q=%00',
  `query?q=SELECT+Id+FROM+Thing__c+WHERE+Name='%5C`,
  `query?q=SELECT+Id+FROM+Thing__c+WHERE+Name=''+OR+1=1--'`,
  'query/01gxxx-5'
];

it.each(paths)('nothing sent to %s makes the server fail', async (path) => {
  const failures: unknown[] = [];
  for (const method of ['GET', 'POST', 'PATCH', 'PUT', 'DELETE']) {
    for (const body of method === 'GET' || method === 'DELETE' ? [undefined] : bodies) {
      const answer = await server.request(
        method,
        `/services/data/v65.0/${path}`,
        body === undefined ? undefined : JSON.stringify(body)
      );
      const text = await answer.text();
      if (answer.status === 500) failures.push([method, body, text]);
    }
  }
  expect(failures).toEqual([]);
});
