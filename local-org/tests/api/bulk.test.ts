import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatCsv, parseCsv } from '../../src/api/bulk/csv.ts';
import { testServer } from '../support/server.ts';
import type { TestServer } from '../support/server.ts';
import { assign, thingFiles } from '../support/things.ts';

describe('CSV', () => {
  const rows = [
    ['a', 'b,c', '"quoted"'],
    ['', 'line\nbreak', ' space ']
  ];

  it.each([
    [',', '\n'],
    [';', '\r\n']
  ])('comes back as it was written with %o and %o', (delimiter, lineEnd) => {
    expect(parseCsv(formatCsv(rows, delimiter, lineEnd), delimiter)).toEqual(rows);
  });

  it('takes the last line without a line end, and trailing blanks', () => {
    expect(parseCsv('\uFEFFa,b\n1,', ',')).toEqual([
      ['a', 'b'],
      ['1', '']
    ]);
  });

  it('refuses an open quote', () => {
    expect(() => parseCsv('a\n"b', ',')).toThrow('quoted');
  });
});

describe('bulk jobs', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await testServer({ files: thingFiles });
    assign(server.org, 'Things', server.org.adminId);
  });
  afterAll(() => server.close());

  it('load records and tell each row its fate', async () => {
    const { bulk2 } = server.connection;
    const input = Array.from({ length: 450 }, (_, index) => ({
      Name: `bulk "${String(index)}"`,
      Key__c: `b${String(index)}`,
      Done__c: 'TRUE',
      Kind__c: index === 7 ? 'Green' : 'Blue'
    }));
    const results = await bulk2.loadAndWaitForResults({
      object: 'Thing__c',
      operation: 'insert',
      input,
      pollInterval: 20,
      pollTimeout: 20_000
    });
    expect(results.successfulResults).toHaveLength(449);
    expect(results.failedResults).toMatchObject([
      { Key__c: 'b7', sf__Error: expect.stringContaining('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST') }
    ]);
    expect(results.unprocessedRecords).toEqual([]);
    const again = await bulk2.loadAndWaitForResults({
      object: 'Thing__c',
      operation: 'upsert',
      externalIdFieldName: 'Key__c',
      input: [
        { Key__c: 'b1', Name: 'changed' },
        { Key__c: 'new', Name: '#N/A' }
      ],
      pollInterval: 20,
      pollTimeout: 20_000
    });
    expect(again.successfulResults.map(({ sf__Created }) => sf__Created)).toEqual(['false', 'true']);
  });

  it('query', async () => {
    const stream = await server.connection.bulk2.query(
      `SELECT Name, At__c, Owner.Name FROM Thing__c WHERE Kind__c = 'Blue'`,
      { pollInterval: 20, pollTimeout: 20_000 }
    );
    const records = await stream.toArray();
    expect(records).toHaveLength(449);
    expect(records[0]).toHaveProperty(['Owner.Name']);
  });

  it('tell what is wrong with the data', async () => {
    const job = server.connection.bulk2.createJob({ object: 'Thing__c', operation: 'insert' });
    await job.open();
    await job.uploadData('Name\n"open');
    await job.close();
    await expect(job.poll(20, 5_000)).rejects.toThrow('quoted');
  });
});
