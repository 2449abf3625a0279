import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { buildSchema } from '../../../local-org/src/schema/index.ts';
import { checkSoql } from './soql.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soql-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function faults(file: string, text: string): Promise<string[]> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  const built = buildSchema([]);
  if (!('schema' in built)) throw new Error('The standard objects have faults');
  const problems = await checkSoql([folder], built.schema);
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const inClass = (code: string) => `public class Thing {\n  void run() {\n    ${code}\n  }\n}`;

it('finds nothing in good queries', async () => {
  const code = `
    List<Case> found = [SELECT Id, Contact.Name FROM Case WHERE ContactId = :id AND Status IN :statuses.keySet() LIMIT :max];
    for (Task task : [SELECT Id FROM Task WHERE WhoId IN :ids ORDER BY CreatedDate DESC]) { System.debug(task); }
    Database.query('SELECT ' + String.join(fields, ', ') + ' FROM Case WHERE ' + condition + ' ORDER BY ' + order + ' DESC, Id DESC LIMIT :max');
    Database.query('SELECT Id, ' + field + ' FROM ' + objectName + ' WHERE ' + field + ' = :value');
    Database.query(String.format('SELECT Id FROM Contact WHERE {0} = :value AND Name LIKE \\'%{1}%\\'', parts));
    String text = '🦙 takes two places in a string';
    List<Case> later = [SELECT Id FROM Case];
    String begun = 'SELECT Id FROM Account WHERE ';
    String other = 'SELECTED';`;
  expect(await faults('classes/Thing.cls', inClass(code))).toEqual([]);
});

it.each([
  ['Object o = [SELECT Nope FROM Case];', "3:24 No such column 'Nope' on entity 'Case'"],
  ['Object o = [\n SELECT Id\n FROM Case\n WHERE Descriptions = null];', "6:8 No such column 'Descriptions'"],
  ["Object o = [SELECT Id FROM Case WHERE Description = 'x'];", "3:43 field 'Description' can not be filtered"],
  ['Object o = [SELECT Id FROM Nope__c];', "3:17 sObject type 'Nope__c'"],
  ['Object o = [SELECT Id, (SELECT Id FROM Nopes) FROM Contact];', "3:17 Didn't understand relationship 'Nopes'"],
  ["Database.query('SELECT ' + f + ', Nope FROM Case');", "3:20 No such column 'Nope'"],
  ["Database.query('SELECT Id FROM Case WHERE ' + c + ' AND Nope = :x');", "3:20 No such column 'Nope'"],
  ["Database.query('SELECT Id FROM Case ORDER BY Description, ' + o);", "3:20 field 'Description' can not be sorted"],
  ["String q = 'SELECT Id FROM Case WHERE Id = :i AND Name = :n OR Id = null';", '3:16 unexpected token']
])('finds the fault of %s', async (code, expected) => {
  const [fault, ...more] = await faults('classes/Thing.cls', inClass(code));
  expect(fault).toContain(expected);
  expect(more).toEqual([]);
});

it('looks into triggers, and leaves queries that a test puts together', async () => {
  expect(
    await faults('triggers/T.trigger', 'trigger T on Case (before insert) { Object o = [SELECT Nope FROM Case]; }')
  ).toHaveLength(1);
  const test = `@IsTest class ThingTest { void run() { Database.query('SELECT Nope FROM Case'); } }`;
  expect(await faults('classes/ThingTest.cls', test)).toHaveLength(1);
});

const record = (settings: Readonly<Record<string, string>>) =>
  `<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata">
${Object.entries(settings)
  .map(([field, value]) => `<values><field>${field}</field><value>${value}</value></values>`)
  .join('\n')}
</CustomMetadata>`;

it('checks the settings of a source against its object', async () => {
  const good = {
    Object__c: 'EmailMessage',
    Date_Field__c: 'MessageDate',
    Body_Field__c: 'TextBody',
    Case_Path__c: 'ParentId',
    Contact_Path__c: 'Parent.ContactId',
    Relation_Object__c: 'EmailMessageRelation',
    Relation_Path__c: 'EmailMessageId',
    Relation_Contact_Path__c: 'RelationId',
    Channel_Map__c: 'a=b',
    Filter__c: "Status != '5' AND MessageDate != null"
  };
  expect(await faults('customMetadata/Source.Mail.md-meta.xml', record(good))).toEqual([]);
  const bad = {
    ...good,
    Case_Path__c: 'TextBody',
    Contact_Path__c: 'Parent.Nope',
    Relation_Path__c: 'ParentId',
    Filter__c: "Status = '5' AND Id = null OR Id = null"
  };
  const found = await faults('customMetadata/Source.Mail.md-meta.xml', record(bad));
  expect(found).toHaveLength(4);
  expect(found[0]).toMatch(/^5:\d+ Case_Path__c: field 'TextBody' can not be filtered/);
  expect(found[1]).toContain("Contact_Path__c: No such column 'Nope' on entity 'Case'");
  expect(found[2]).toContain("Relation_Path__c: No such column 'ParentId' on entity 'EmailMessageRelation'");
  expect(found[3]).toContain('Filter__c: unexpected token');
});
