import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { deploy, type DeployResult } from '../../src/deploy/index.ts';
import { unpackPackage } from '../../src/deploy/zip.ts';
import { testOrg, type TestOrg } from '../support/org.ts';
import { deployTexts, manifest, objectFile, packageOf, textField } from './support.ts';

const thing = { CustomObject: ['Thing__c'] };
const thingFile = 'objects/Thing__c.object';

function problems({ details }: DeployResult): string[] {
  return details.componentFailures.map(
    ({ fileName, lineNumber, columnNumber, problem }) => `${fileName}:${lineNumber}:${columnNumber} ${problem}`
  );
}

function deployZip(org: TestOrg, zip: Uint8Array): Promise<DeployResult> {
  return deploy(org, zip, {}, org.adminId);
}

describe('a package is refused as a whole', () => {
  test.each([
    ['no zip', new TextEncoder().encode('this is no zip file at all, really'), 'The package is no zip file'],
    [
      'cut off',
      packageOf({ 'package.xml': manifest(thing), [thingFile]: objectFile('') }).slice(0, 120),
      /can't be unpacked/
    ],
    ['without package.xml', packageOf({ [thingFile]: objectFile('') }), /^No package.xml found/],
    [
      'leading outside',
      packageOf({ 'package.xml': manifest({}), '../evil.object': 'x' }),
      'The path "../evil.object" leads outside the package'
    ],
    [
      'with an absolute path',
      packageOf({ 'package.xml': manifest({}), '/etc/passwd': 'x' }),
      'The path "/etc/passwd" leads outside the package'
    ]
  ])('%s', async (_name, zip, message) => {
    const org = testOrg();
    const result = await deployZip(org, zip);
    expect(result.status).toBe('Failed');
    expect(result.errorMessage).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  test('when it unpacks to more than the limits', () => {
    const megabyte = new Uint8Array(1024 * 1024);
    const zip = zipSync({ 'package.xml': megabyte, 'a.object': megabyte, 'b.object': megabyte });
    expect(zip.length).toBeLessThan(20_000);
    expect(() => unpackPackage(zip, { files: 10, bytes: 2 * 1024 * 1024 })).toThrow(
      'The package unpacks to more than 2 MB'
    );
    expect(() => unpackPackage(zip, { files: 2, bytes: 1e9 })).toThrow('The package has more than 2 files');
  });

  test('when package.xml is no XML', async () => {
    const result = await deployZip(testOrg(), packageOf({ 'package.xml': '<Package>\n  <types>\n</Package>' }));
    expect(problems(result)).toEqual(['package.xml:3:11 unexpected close tag.']);
  });

  test('when XML defines entities', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx">]><Package>&x;</Package>';
    const result = await deployZip(testOrg(), packageOf({ 'package.xml': bomb }));
    expect(problems(result)).toEqual([expect.stringContaining('A document type is not allowed here')]);
  });
});

describe('package.xml and the files', () => {
  test('a file that is not named', async () => {
    const org = testOrg();
    const result = await deployTexts(org, thing, {
      [thingFile]: objectFile(''),
      'objects/Other__c.object': objectFile('', 'Other')
    });
    expect(problems(result)).toEqual(['objects/Other__c.object:1:1 Not in package.xml']);
    expect(result.details.componentFailures[0]).toMatchObject({
      componentType: 'CustomObject',
      fullName: 'Other__c',
      success: false
    });
    expect(org.schema.object('Thing__c')).toBeUndefined();
  });

  test('a name without a file', async () => {
    const result = await deployTexts(
      testOrg(),
      { CustomObject: ['Thing__c', 'Ghost__c'] },
      { [thingFile]: objectFile('') }
    );
    expect(problems(result)).toEqual([
      "package.xml:2:92 An object 'Ghost__c' of type CustomObject was named in package.xml, but was not found in zipped directory"
    ]);
  });

  test('a wildcard names every file of the type', async () => {
    const result = await deployTexts(testOrg(), { CustomObject: ['*'] }, { [thingFile]: objectFile('') });
    expect(problems(result)).toEqual([]);
  });

  test('a type the local org does not know, in package.xml and as a folder', async () => {
    const result = await deployTexts(testOrg(), { Workflow: ['Case'] }, { 'workflows/Case.workflow': '<Workflow/>' });
    expect(problems(result)).toEqual([
      expect.stringMatching(/^package\.xml:2:\d+ The local org does not support the metadata type Workflow$/),
      'workflows/Case.workflow:1:1 The local org does not support the metadata in the folder workflows'
    ]);
  });

  test('an API version the local org does not take', async () => {
    const old = manifest(thing).replace('65.0', '30.0');
    const result = await deployTexts(testOrg(), {}, { 'package.xml': old, [thingFile]: objectFile('') });
    expect(problems(result)).toEqual([expect.stringContaining('Unsupported API version 30.0')]);
  });

  test('a class without its meta file', async () => {
    const result = await deployTexts(testOrg(), { ApexClass: ['Foo'] }, { 'classes/Foo.cls': 'public class Foo {}' });
    expect(problems(result)).toEqual([
      'classes/Foo.cls:1:1 The package lacks classes/Foo.cls-meta.xml, which belongs to ApexClass Foo'
    ]);
  });

  test('a component without its meta file', async () => {
    const result = await deployTexts(
      testOrg(),
      { LightningComponentBundle: ['card'] },
      { 'lwc/card/card.js': 'export default 1' }
    );
    expect(problems(result)).toEqual([expect.stringContaining('lacks lwc/card/card.js-meta.xml')]);
  });
});

describe('a fault in a file', () => {
  test('is told with the part of the object it stands in, and nothing stays', async () => {
    const org = testOrg();
    const broken = objectFile(`${textField('Good__c')}\n${textField('Bad__c', 80, '<unheardOf>1</unheardOf>')}`);
    const result = await deployTexts(org, thing, { [thingFile]: broken });
    expect(result).toMatchObject({
      status: 'Failed',
      success: false,
      numberComponentErrors: 1,
      numberComponentsDeployed: 0
    });
    expect(result.details.componentFailures).toMatchObject([
      {
        componentType: 'CustomField',
        fullName: 'Thing__c.Bad__c',
        fileName: thingFile,
        problemType: 'Error',
        lineNumber: 21
      }
    ]);
    expect(org.store.all('SELECT * FROM metadata')).toEqual([]);
  });

  test('keeps its line when the file is merged with what the org has', async () => {
    const org = testOrg();
    await deployTexts(org, thing, { [thingFile]: objectFile(textField('Code__c')) });
    const part = `<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">\n${textField('New__c', 999999)}</CustomObject>`;
    const result = await deployTexts(org, { CustomField: ['Thing__c.New__c'] }, { [thingFile]: part });
    expect(result.details.componentFailures).toMatchObject([{ fullName: 'Thing__c.New__c', lineNumber: 6 }]);
  });
});

describe('a formula', () => {
  const formula = (text: string) =>
    `<fields><fullName>Total__c</fullName><label>Total</label><type>Number</type><precision>18</precision><scale>2</scale>\n<formula>${text}</formula></fields>`;

  test('that names an unknown field is told with its place', async () => {
    const org = testOrg();
    const result = await deployTexts(org, thing, {
      [thingFile]: objectFile(`${textField('Code__c')}\n${formula('LEN(Code__c) +\n  Ghost__c')}`)
    });
    expect(result.details.componentFailures).toMatchObject([
      {
        componentType: 'CustomField',
        fullName: 'Thing__c.Total__c',
        lineNumber: 19,
        columnNumber: 3,
        problem: expect.stringContaining('Ghost__c')
      }
    ]);
    expect(org.schema.object('Thing__c')).toBeUndefined();
  });

  test('of the wrong type is refused', async () => {
    const result = await deployTexts(testOrg(), thing, {
      [thingFile]: objectFile(`${textField('Code__c')}${formula('Code__c')}`)
    });
    expect(result.details.componentFailures).toMatchObject([{ fullName: 'Thing__c.Total__c' }]);
  });

  test('whose field goes stops the deletion', async () => {
    const org = testOrg();
    await deployTexts(org, thing, { [thingFile]: objectFile(`${textField('Code__c')}${formula('LEN(Code__c)')}`) });
    const gone =
      '<Package><types><members>Thing__c.Code__c</members><name>CustomField</name></types><version>65.0</version></Package>';
    const result = await deployTexts(org, {}, { 'destructiveChanges.xml': gone });
    expect(result).toMatchObject({ status: 'Failed' });
    expect(org.schema.field('Thing__c', 'Code__c')).toBeDefined();
  });
});
