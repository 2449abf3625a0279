import { describe, expect, test } from 'vitest';
import { testOrg } from '../support/org.ts';
import { deployTexts, objectFile, textField } from './support.ts';

const thing = { CustomObject: ['Thing__c'] };
const thingFile = 'objects/Thing__c.object';

describe('a deployment', () => {
  test('creates the object, its table and its components', async () => {
    const org = testOrg();
    const result = await deployTexts(org, thing, { [thingFile]: objectFile(textField('Code__c')) });
    expect(result.details.componentFailures).toEqual([]);
    expect(result).toMatchObject({
      status: 'Succeeded',
      success: true,
      done: true,
      numberComponentsTotal: 2,
      numberComponentsDeployed: 2
    });
    expect(result.details.componentSuccesses).toMatchObject([
      { componentType: '', fullName: 'package.xml' },
      {
        componentType: 'CustomObject',
        fullName: 'Thing__c',
        fileName: thingFile,
        created: true,
        changed: true,
        success: true
      },
      { componentType: 'CustomField', fullName: 'Thing__c.Code__c', created: true, success: true }
    ]);
    expect(org.schema.field('Thing__c', 'Code__c')?.length).toBe(80);
    expect(org.store.all('SELECT "Code__c" FROM "Thing__c"')).toEqual([]);
  });

  test('tells what is new, what changed and what did not', async () => {
    const org = testOrg();
    await deployTexts(org, thing, { [thingFile]: objectFile(textField('Code__c') + textField('Old__c')) });
    const again = await deployTexts(org, thing, {
      [thingFile]: objectFile(textField('Code__c') + textField('Old__c'))
    });
    expect(again.details.componentSuccesses.map(({ changed }) => changed)).toEqual([false, false, false, false]);
    const { details } = await deployTexts(org, thing, {
      [thingFile]: objectFile(textField('Code__c') + textField('Old__c', 90) + textField('New__c'))
    });
    expect(
      details.componentSuccesses.map(({ fullName, changed, created }) => ({ fullName, changed, created }))
    ).toEqual([
      { fullName: 'package.xml', changed: false, created: false },
      { fullName: 'Thing__c', changed: true, created: false },
      { fullName: 'Thing__c.Code__c', changed: false, created: false },
      { fullName: 'Thing__c.Old__c', changed: true, created: false },
      { fullName: 'Thing__c.New__c', changed: true, created: true }
    ]);
  });

  test('announces the components it changed, once they are there', async () => {
    const org = testOrg();
    const seen: unknown[] = [];
    org.events.subscribe('deploy', (message) => seen.push([message, org.schema.object('Thing__c')?.label]));
    const texts = { [thingFile]: objectFile('') };
    await deployTexts(org, thing, texts);
    await deployTexts(org, thing, texts);
    expect(seen).toEqual([[{ components: [{ type: 'CustomObject', fullName: 'Thing__c', deleted: false }] }, 'Thing']]);
  });

  test('adds fields to what an object has; what the file does not name stays', async () => {
    const org = testOrg();
    await deployTexts(org, thing, { [thingFile]: objectFile(textField('Code__c')) });
    const part = `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">${textField('New__c')}</CustomObject>`;
    const result = await deployTexts(org, { CustomField: ['Thing__c.New__c'] }, { [thingFile]: part });
    expect(result.details.componentSuccesses.map(({ fullName }) => fullName)).toEqual([
      'package.xml',
      'Thing__c.New__c'
    ]);
    expect(org.schema.object('Thing__c')?.label).toBe('Thing');
    expect([...(org.schema.object('Thing__c')?.fields.keys() ?? [])]).toEqual(
      expect.arrayContaining(['code__c', 'new__c'])
    );
  });

  test('adds labels to those the org has', async () => {
    const org = testOrg();
    const file = 'labels/CustomLabels.labels';
    const labels = (...names: string[]) =>
      `<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">${names
        .map(
          (name) =>
            `<labels><fullName>${name}</fullName><language>en_US</language><protected>false</protected><shortDescription>${name}</shortDescription><value>${name}!</value></labels>`
        )
        .join('\n')}</CustomLabels>`;
    const first = await deployTexts(org, { CustomLabels: ['CustomLabels'] }, { [file]: labels('One', 'Two') });
    expect(first.details.componentFailures).toEqual([]);
    const second = await deployTexts(org, { CustomLabel: ['Three'] }, { [file]: labels('Three') });
    expect(second.details.componentSuccesses).toMatchObject([
      {},
      { componentType: 'CustomLabel', fullName: 'Three', created: true }
    ]);
    expect([...org.schema.labels.keys()].sort()).toEqual(['One', 'Three', 'Two']);
  });

  test('extends standard objects and keeps their data', async () => {
    const org = testOrg();
    const part = `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">${textField('Code__c')}</CustomObject>`;
    const result = await deployTexts(org, { CustomField: ['Account.Code__c'] }, { 'objects/Account.object': part });
    expect(result.details.componentFailures).toEqual([]);
    expect(org.schema.field('Account', 'Code__c')?.custom).toBe(true);
  });

  test('with checkOnly leaves the org as it was', async () => {
    const org = testOrg();
    const before = org.schema;
    const result = await deployTexts(
      org,
      thing,
      { [thingFile]: objectFile(textField('Code__c')) },
      { checkOnly: true }
    );
    expect(result).toMatchObject({ status: 'Succeeded', checkOnly: true, numberComponentsDeployed: 2 });
    expect(org.schema).toBe(before);
    expect(org.store.all('SELECT * FROM metadata')).toEqual([]);
    expect(() => org.store.all('SELECT * FROM "Thing__c"')).toThrow();
  });

  test('warns that a stricter sharing model is not enforced, and succeeds', async () => {
    const org = testOrg();
    const result = await deployTexts(org, thing, {
      [thingFile]: objectFile('', 'Thing', '<sharingModel>Read</sharingModel>')
    });
    expect(result.status).toBe('Succeeded');
    expect(result.details.componentSuccesses.find(({ fullName }) => fullName === 'Thing__c')).toMatchObject({
      success: true,
      problemType: 'Warning',
      problem: 'The sharing model Read is not enforced: in the local org all records are public read/write'
    });
  });

  test('refuses to keep half of a package', async () => {
    const org = testOrg();
    const result = await deployTexts(org, thing, { [thingFile]: objectFile('') }, { rollbackOnError: false });
    expect(result).toMatchObject({ status: 'Failed', errorStatusCode: 'INVALID_OPERATION' });
    expect(org.schema.object('Thing__c')).toBeUndefined();
  });
});

describe('destructive changes', () => {
  const remove = (types: string) =>
    `<Package xmlns="http://soap.sforce.com/2006/04/metadata">${types}<version>65.0</version></Package>`;

  test('remove fields with their data, and objects with their table', async () => {
    const org = testOrg();
    await deployTexts(org, thing, { [thingFile]: objectFile(textField('Code__c') + textField('Old__c')) });
    const field = await deployTexts(
      org,
      {},
      { 'destructiveChanges.xml': remove('<types><members>Thing__c.Old__c</members><name>CustomField</name></types>') }
    );
    expect(field.details.componentSuccesses).toMatchObject([
      {},
      { componentType: 'CustomField', fullName: 'Thing__c.Old__c', fileName: 'destructiveChanges.xml', deleted: true }
    ]);
    expect(org.schema.field('Thing__c', 'Old__c')).toBeUndefined();
    expect(() => org.store.all('SELECT [Old__c] FROM "Thing__c"')).toThrow();
    await deployTexts(
      org,
      {},
      { 'destructiveChangesPost.xml': remove('<types><members>Thing__c</members><name>CustomObject</name></types>') }
    );
    expect(org.schema.object('Thing__c')).toBeUndefined();
    expect(org.store.all('SELECT * FROM metadata')).toEqual([]);
  });

  test('of something that is not there are a warning', async () => {
    const org = testOrg();
    const { status, details } = await deployTexts(
      org,
      {},
      { 'destructiveChangesPre.xml': remove('<types><members>Ghost</members><name>ApexClass</name></types>') }
    );
    expect(status).toBe('Succeeded');
    expect(details.componentSuccesses.at(-1)).toMatchObject({
      componentType: 'ApexClass',
      fullName: 'destructiveChangesPre.xml',
      problem: 'No ApexClass named: Ghost found',
      problemType: 'Warning'
    });
  });

  test('do not take wildcards', async () => {
    const org = testOrg();
    const { status, details } = await deployTexts(
      org,
      {},
      { 'destructiveChanges.xml': remove('<types>\n<members>*</members><name>ApexClass</name></types>') }
    );
    expect(status).toBe('Failed');
    expect(details.componentFailures).toMatchObject([{ fileName: 'destructiveChanges.xml', lineNumber: 2 }]);
  });
});
