import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { testServer, type TestServer } from '../support/server.ts';
import { openSf, type Sf } from './support.ts';

// A busy machine takes its time for a whole CLI.
vi.setConfig({ testTimeout: 90_000 });

/** One story, told by the real CLI: each step builds on those before. */
let server: TestServer;
let sf: Sf;

beforeAll(async () => {
  server = await testServer();
  sf = await openSf(server.session.instanceUrl, server.session.accessToken);
});

afterAll(async () => {
  await sf.remove();
  await server.close();
});

const rest = { SF_ORG_METADATA_REST_DEPLOY: 'true' };

test('org display knows the org', async () => {
  expect(await sf.runAlone('org display')).toMatchObject({
    status: 0,
    result: { id: server.org.organization.id, connectedStatus: 'Connected', alias: 'local' }
  });
});

test('project deploy start --dry-run validates and changes nothing', async () => {
  const answer = await sf.run('project deploy start --dry-run');
  expect(answer).toMatchObject({ status: 0, result: { status: 'Succeeded', checkOnly: true } });
  expect(server.org.schema.object('Thing__c')).toBeUndefined();
});

test('project deploy start names file, line and column of a fault; nothing stays', async () => {
  const file = join(sf.project, 'force-app/classes/ThingCounter.cls');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('return 0;', 'return zero;'));
  const answer = await sf.run('project deploy start');
  await writeFile(file, text);
  expect(answer).toMatchObject({ status: 1, result: { status: 'Failed' } });
  expect(answer.result).toMatchObject({
    files: expect.arrayContaining([
      expect.objectContaining({
        filePath: file,
        state: 'Failed',
        lineNumber: 5,
        columnNumber: 14,
        error: 'Variable does not exist: zero (5:14)'
      })
    ])
  });
  expect(server.org.schema.object('Thing__c')).toBeUndefined();
});

test('project deploy start deploys over SOAP', async () => {
  const answer = await sf.run('project deploy start');
  expect(answer).toMatchObject({ status: 0, result: { status: 'Succeeded' } });
  expect(answer.result).toMatchObject({
    files: expect.arrayContaining([
      expect.objectContaining({ fullName: 'Thing__c.Code__c', type: 'CustomField', state: 'Created' }),
      expect.objectContaining({ fullName: 'thingCard', type: 'LightningComponentBundle', state: 'Created' })
    ])
  });
});

test('project deploy start deploys over REST; what did not change says so', async () => {
  const answer = await sf.runAlone('project deploy start', rest);
  expect(answer).toMatchObject({ status: 0, result: { status: 'Succeeded' } });
  const states = (answer.result as { files: { state: string }[] }).files.map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(['Unchanged']));
});

test('org assign permset opens the new fields', async () => {
  expect(await sf.run('org assign permset --name Thing_User')).toMatchObject({ status: 0 });
  expect(server.org.store.all('SELECT * FROM "PermissionSetAssignment"')).toHaveLength(1);
});

test('data import tree and data query', async () => {
  expect(await sf.run('data import tree --files data/Thing__c.json')).toMatchObject({ status: 0 });
  const soql = 'SELECT Name, Parent__r.Name, (SELECT Code__c FROM Parts__r) FROM Thing__c ORDER BY Name';
  expect(await sf.run(`data query --query "${soql}"`)).toMatchObject({
    status: 0,
    result: {
      totalSize: 2,
      records: [
        { Name: 'Part', Parent__r: { Name: 'Whole' }, Parts__r: null },
        { Name: 'Whole', Parent__r: null, Parts__r: { records: [{ Code__c: 'B' }] } }
      ]
    }
  });
});

test('data query tells what is wrong', async () => {
  const answer = await sf.run('data query --query "SELECT Ghost FROM Thing__c"');
  expect(answer).toMatchObject({ status: 1, name: 'INVALID_FIELD' });
});

test('apex run executes and shows the log', async () => {
  await writeFile(join(sf.project, 'count.apex'), "System.debug('counted ' + ThingCounter.count('A'));");
  const answer = await sf.run('apex run --file count.apex');
  expect(answer).toMatchObject({ status: 0, result: { success: true, compiled: true } });
  expect((answer.result as { logs: string }).logs).toContain('counted 1');
});

test('apex run tells what does not compile', async () => {
  await writeFile(join(sf.project, 'broken.apex'), 'Integer a = 1;\nInteger b = ghost;');
  expect(await sf.run('apex run --file broken.apex')).toMatchObject({
    status: 1,
    name: 'executeCompileFailure',
    message: expect.stringContaining('failed at Line 2 column 13')
  });
});

test('apex run test runs at once', async () => {
  expect(await sf.run('apex run test --synchronous --class-names ThingCounterTest')).toMatchObject({
    status: 0,
    result: { summary: { outcome: 'Passed', testsRan: 1 } }
  });
});

test('apex run test runs queued tests with coverage', async () => {
  const answer = await sf.run('apex run test --test-level RunLocalTests --code-coverage --wait 2');
  expect(answer).toMatchObject({
    status: 0,
    result: {
      summary: { outcome: 'Passed', testsRan: 1, orgWideCoverage: '66%', testRunCoverage: '67%' },
      coverage: { coverage: [{ name: 'ThingCounter', totalLines: 3, totalCovered: 2 }] }
    }
  });
});

test('project retrieve start brings back what was deployed', async () => {
  const file = join(sf.project, 'force-app/objects/Thing__c/fields/Code__c.field-meta.xml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('<length>40</length>', '<length>99</length>'));
  expect(await sf.run('project retrieve start --metadata CustomObject:Thing__c')).toMatchObject({ status: 0 });
  expect(await readFile(file, 'utf8')).toContain('<length>40</length>');
});
