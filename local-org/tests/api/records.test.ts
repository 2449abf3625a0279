import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testServer } from '../support/server.ts';
import type { TestServer } from '../support/server.ts';
import { assign, thingFiles } from '../support/things.ts';

let server: TestServer;

beforeAll(async () => {
  server = await testServer({ files: thingFiles });
  assign(server.org, 'Things', server.org.adminId);
});
afterAll(() => server.close());

describe('one record', () => {
  it('is made, read, changed and deleted, with values as the API writes them', async () => {
    const things = server.connection.sobject('Thing__c');
    const values = {
      Name: '<b>"Żółć"</b> 😀',
      At__c: '2026-11-21T10:30:00+01:00',
      Day__c: '2026-11-21',
      Done__c: true,
      Amount__c: 1.5
    };
    const made = await things.create(values);
    expect(made).toMatchObject({ success: true, errors: [] });
    const id = made.id ?? '';
    expect(await things.retrieve(id)).toMatchObject({
      attributes: { type: 'Thing__c', url: `/services/data/v65.0/sobjects/Thing__c/${id}` },
      ...values,
      At__c: '2026-11-21T09:30:00.000+0000',
      CreatedDate: '2026-11-21T09:30:00.000+0000',
      Key__c: null
    });
    await things.update({ Id: id, Day__c: null, Done__c: false });
    expect(await things.retrieve(id)).toMatchObject({ Day__c: null, Done__c: false });
    await things.destroy(id);
    await expect(things.retrieve(id)).rejects.toMatchObject({ errorCode: 'ENTITY_IS_DELETED' });
  });

  it('is upserted, read and deleted by external id', async () => {
    const things = server.connection.sobject('Thing__c');
    expect(await things.upsert({ Name: 'a', Key__c: 'K 1 ż' }, 'Key__c')).toMatchObject({
      success: true,
      created: true
    });
    expect(await things.upsert({ Name: 'b', Key__c: 'k 1 Ż' }, 'Key__c')).toMatchObject({
      success: true,
      created: false
    });
    const path = `/services/data/v65.0/sobjects/Thing__c/Key__c/${encodeURIComponent('K 1 ż')}`;
    expect(await (await server.request('GET', path)).json()).toMatchObject({ Name: 'b' });
    expect((await server.request('DELETE', path)).status).toBe(204);
    expect((await server.request('GET', path)).status).toBe(404);
  });

  it('names its parent by an external id', async () => {
    await server.connection.sobject('Thing__c').create({ Name: 'p', Key__c: 'parent' });
    const made = await server.connection.sobject('Thing__c').create({ Name: 'c', Parent__r: { Key__c: 'PARENT' } });
    const { records } = await server.connection.query(
      `SELECT Parent__r.Name FROM Thing__c WHERE Id = '${made.id ?? ''}'`
    );
    expect(records).toMatchObject([{ Parent__r: { Name: 'p' } }]);
    await expect(
      server.connection.sobject('Thing__c').create({ Name: 'c', Parent__r: { Key__c: 'nobody' } })
    ).rejects.toThrow('Foreign key external ID: nobody not found for field Key__c in entity Thing__c');
  });

  it.each([
    ['POST', 'sobjects/Thing__c', '{"Name": ', 400, 'JSON_PARSER_ERROR'],
    ['POST', 'sobjects/Thing__c', '[1]', 400, 'JSON_PARSER_ERROR'],
    ['POST', 'sobjects/Thing__c', { Name: { a: 1 } }, 400, 'JSON_PARSER_ERROR'],
    ['POST', 'sobjects/Thing__c', { Name: 'x', Done__c: 'perhaps' }, 400, 'JSON_PARSER_ERROR'],
    ['POST', 'sobjects/Thing__c', { Name: 'x', Amount__c: 'many' }, 400, 'JSON_PARSER_ERROR'],
    ['POST', 'sobjects/Thing__c', { Name: 'x', At__c: 'yesterday' }, 400, 'JSON_PARSER_ERROR'],
    ['POST', 'sobjects/Thing__c', { Name: 'x', Nope__c: 1 }, 400, 'INVALID_FIELD'],
    ['POST', 'sobjects/Thing__c', { __proto__: null, constructor: 1 }, 400, 'INVALID_FIELD'],
    ['POST', 'sobjects/Contact', { FirstName: 'x' }, 400, 'REQUIRED_FIELD_MISSING'],
    ['POST', 'sobjects/Nope', { Name: 'x' }, 404, 'NOT_FOUND'],
    ['PATCH', 'sobjects/Thing__c/500000000000001AAA', { Name: 'x' }, 400, 'MALFORMED_ID'],
    ['PUT', 'sobjects/Thing__c', { Name: 'x' }, 405, 'METHOD_NOT_ALLOWED'],
    ['GET', 'nothing/here', undefined, 404, 'NOT_FOUND'],
    ['GET', 'search?q=FIND', undefined, 501, 'UNSUPPORTED']
  ])('%s %s with %o is answered %i %s', async (method, path, body, status, code) => {
    const answer = await server.request(method, `/services/data/v65.0/${path}`, body);
    expect({ status: answer.status, body: await answer.json() }).toMatchObject({ status, body: [{ errorCode: code }] });
  });

  it('too large is refused, and the server goes on', async () => {
    const answer = await server.request('POST', '/services/data/v65.0/sobjects/Thing__c', {
      Note__c: 'x'.repeat(30_000_000)
    });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject([{ errorCode: 'REQUEST_TOO_LARGE' }]);
    expect((await server.request('GET', '/services/data/v65.0/limits')).status).toBe(200);
  });
});

describe('versions', () => {
  it('50 to 65 are answered, with slashes to spare', async () => {
    const versions: { version: string }[] = await server.connection.request('/services/data');
    expect(versions.map(({ version }) => version)).toEqual(expect.arrayContaining(['50.0', '65.0']));
    expect((await server.request('GET', '//services/data/v50.0/limits')).status).toBe(200);
    expect((await server.request('GET', '/services/data/v49.0/limits')).status).toBe(404);
  });
});

describe('queries', () => {
  it('come in batches that jsforce fetches by itself', async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => ({ Subject: `n${String(index)}` }));
    const saved = await server.connection.sobject('Case').create(rows, { allowRecursive: true });
    expect(saved.every(({ success }) => success)).toBe(true);
    const { records, totalSize } = await server.connection.query('SELECT Id FROM Case', {
      autoFetch: true,
      maxFetch: 10_000
    });
    expect(totalSize).toBe(5000);
    expect(new Set(records.map(({ Id }) => Id)).size).toBe(5000);
  });

  it.each([
    ['SELEC Id FROM Case', 'MALFORMED_QUERY'],
    ['SELECT Nope FROM Case', 'INVALID_FIELD'],
    ['SELECT Id FROM Nope', 'INVALID_TYPE'],
    ['SELECT Id FROM Case WHERE Id = :id', 'MALFORMED_QUERY']
  ])('%s is refused with %s', async (text, errorCode) => {
    await expect(server.connection.query(text)).rejects.toMatchObject({ errorCode });
  });

  it('with aggregates write values as their fields do', async () => {
    await server.connection.sobject('Thing__c').create([
      { Name: 'max', At__c: '2020-01-01T00:00:00Z' },
      { Name: 'max', At__c: '2021-01-01T00:00:00Z' }
    ]);
    const text = `SELECT Name, MAX(At__c) latest, COUNT(Id) FROM Thing__c WHERE Name = 'max' GROUP BY Name`;
    expect((await server.connection.query(text)).records).toEqual([
      { attributes: { type: 'AggregateResult' }, Name: 'max', latest: '2021-01-01T00:00:00.000+0000', expr0: 2 }
    ]);
    expect((await server.connection.query(`SELECT COUNT() FROM Thing__c WHERE Name = 'max'`)).totalSize).toBe(2);
  });

  it('show deleted records only when asked to', async () => {
    const { id } = await server.connection.sobject('Thing__c').create({ Name: 'gone' });
    await server.connection.sobject('Thing__c').destroy(id ?? '');
    const text = `SELECT Id, IsDeleted FROM Thing__c WHERE Name = 'gone'`;
    expect((await server.connection.query(text)).totalSize).toBe(0);
    expect((await server.connection.query(text, { scanAll: true })).records).toMatchObject([{ IsDeleted: true }]);
  });
});

describe('describe', () => {
  it('tells what jsforce wants to know', async () => {
    const described = await server.connection.sobject('Thing__c').describe();
    expect(described.fields.find(({ name }) => name === 'Key__c')).toMatchObject({ type: 'string', externalId: true });
    const { sobjects } = await server.connection.describeGlobal();
    expect(sobjects.map(({ name }) => name)).toEqual(expect.arrayContaining(['Case', 'Thing__c']));
  });
});
