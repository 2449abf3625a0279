import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { testServer, type TestServer } from '../../local-org/tests/support/server.ts';
import { deployProject } from './package.ts';

// A conversion loads much.
vi.setConfig({ testTimeout: 60_000 });

const fixture = join(import.meta.dirname, '../../local-org/tests/sf/fixture');
let folder: string;
let server: TestServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'project-'));
  await cp(fixture, folder, { recursive: true });
  server = await testServer();
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const inProject = (path: string): string => join(folder, 'force-app', path);

async function deploy(): Promise<string[] | undefined> {
  const result = await deployProject(server.session, folder, [inProject('')]);
  expect(result?.details.componentFailures ?? []).toEqual([]);
  return result?.details.componentSuccesses
    .filter(({ changed, deleted }) => changed || deleted)
    .map(({ fullName, created, deleted }) => `${fullName} ${created ? 'created' : deleted ? 'deleted' : 'changed'}`);
}

/** One story: each step builds on those before. */
test('the whole project is converted and deployed', async () => {
  expect(await deploy()).toEqual(
    expect.arrayContaining([
      'Thing__c created',
      'Thing__c.Code__c created',
      'ThingCounter created',
      'thingCard created'
    ])
  );
});

test('nothing is done when nothing changed', async () => {
  expect(await deploy()).toBeUndefined();
});

test('what is no part of a package does not count as a change', async () => {
  await writeFile(inProject('lwc/thingCard/thingCard.ts'), 'export {};');
  expect(await deploy()).toBeUndefined();
});

test('an edited component and an edited class go alone', async () => {
  await appendFile(inProject('lwc/thingCard/thingCard.html'), '\n');
  expect(await deploy()).toEqual(['thingCard changed']);
  await appendFile(inProject('classes/ThingCounter.cls'), '\n');
  expect(await deploy()).toEqual(['ThingCounter changed']);
});

test('what fails is tried again', async () => {
  const file = inProject('classes/ThingCounter.cls');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('return 0;', 'return zero;'));
  for (let attempt = 0; attempt < 2; attempt++) {
    const result = await deployProject(server.session, folder, [inProject('')]);
    expect(result?.details.componentFailures).toMatchObject([{ fullName: 'ThingCounter', lineNumber: 5 }]);
  }
  await writeFile(file, text);
  expect(await deploy()).toBeUndefined();
});

test('an edited field converts the project; only the field has changed', async () => {
  const file = inProject('objects/Thing__c/fields/Code__c.field-meta.xml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('<length>40<', '<length>50<'));
  expect(await deploy()).toEqual(['Thing__c changed', 'Thing__c.Code__c changed']);
});

test('components that are gone from the project are deleted from the org', async () => {
  await rm(inProject('lwc/thingCard'), { recursive: true });
  await rm(inProject('objects/Thing__c/fields/Parent__c.field-meta.xml'));
  const permissions = inProject('permissionsets/Thing_User.permissionset-meta.xml');
  const text = await readFile(permissions, 'utf8');
  await writeFile(
    permissions,
    text.replace(/<fieldPermissions>(?:(?!<fieldPermissions>)[^])*Parent__c[^]*?<\/fieldPermissions>/, '')
  );
  expect(await deploy()).toEqual(['Thing_User changed', 'Thing__c.Parent__c deleted', 'thingCard deleted']);
  expect(server.org.schema.field('Thing__c', 'Parent__c')).toBeUndefined();
});
