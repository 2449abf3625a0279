import { describe, expect, test } from 'vitest';
import { testOrg, type TestOrg } from '../support/org.ts';
import { deployTexts, objectFile, textField } from './support.ts';

const xmlns = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function rows(org: TestOrg, soql: string): unknown[] {
  return org.transact(org.adminId, () => org.soql.query(soql, { access: 'system' }).rows.map(({ values }) => values));
}

function permissionSet(label: string, more = ''): string {
  return `<PermissionSet ${xmlns}><hasActivationRequired>false</hasActivationRequired><label>${label}</label>${more}</PermissionSet>`;
}

describe('SOQL reaches what was deployed', () => {
  test('permission sets, with their system permissions; a group with its members', async () => {
    const org = testOrg();
    const result = await deployTexts(
      org,
      { PermissionSet: ['Reader'], PermissionSetGroup: ['Team'] },
      {
        'permissionsets/Reader.permissionset': permissionSet(
          'Reader of things',
          '<userPermissions><enabled>true</enabled><name>ViewAllUsers</name></userPermissions>'
        ),
        'permissionsetgroups/Team.permissionsetgroup': `<PermissionSetGroup ${xmlns}><label>The team</label><permissionSets>Reader</permissionSets></PermissionSetGroup>`
      }
    );
    expect(result.details.componentFailures).toEqual([]);
    expect(
      rows(
        org,
        "SELECT Label, IsOwnedByProfile, PermissionsViewAllUsers, PermissionsViewSetup FROM PermissionSet WHERE Name = 'Reader'"
      )
    ).toEqual([
      { Label: 'Reader of things', IsOwnedByProfile: false, PermissionsViewAllUsers: true, PermissionsViewSetup: false }
    ]);
    expect(
      rows(org, 'SELECT PermissionSetGroup.DeveloperName, PermissionSet.Name FROM PermissionSetGroupComponent')
    ).toMatchObject([
      { PermissionSetGroup: { values: { DeveloperName: 'Team' } }, PermissionSet: { values: { Name: 'Reader' } } }
    ]);
  });

  test('a permission set keeps its id and its assignments until it is deleted', async () => {
    const org = testOrg();
    const file = 'permissionsets/Reader.permissionset';
    await deployTexts(org, { PermissionSet: ['Reader'] }, { [file]: permissionSet('Before') });
    const [{ Id: id }] = rows(org, "SELECT Id FROM PermissionSet WHERE Name = 'Reader'") as [{ Id: string }];
    org.transact(org.adminId, () => {
      const row = { type: 'PermissionSetAssignment', values: { PermissionSetId: id, AssigneeId: org.adminId } };
      const [saved] = org.records.save('insert', [row], { access: 'system', allOrNone: true });
      expect(saved?.errors).toEqual([]);
    });
    await deployTexts(org, { PermissionSet: ['Reader'] }, { [file]: permissionSet('After') });
    expect(rows(org, 'SELECT PermissionSet.Label FROM PermissionSetAssignment')).toMatchObject([
      { PermissionSet: { values: { Label: 'After' } } }
    ]);
    const gone =
      '<Package><types><members>Reader</members><name>PermissionSet</name></types><version>65.0</version></Package>';
    await deployTexts(org, {}, { 'destructiveChanges.xml': gone });
    expect(rows(org, 'SELECT Id FROM PermissionSetAssignment')).toEqual([]);
    expect(rows(org, "SELECT Id FROM PermissionSet WHERE Name = 'Reader'")).toEqual([]);
  });

  test('queues with the objects they take', async () => {
    const org = testOrg();
    const queue = (objects: string) =>
      `<Queue ${xmlns}><doesSendEmailToMembers>false</doesSendEmailToMembers><name>Support</name>${objects}</Queue>`;
    const deployQueue = (objects: string) =>
      deployTexts(org, { Queue: ['Support'] }, { 'queues/Support.queue': queue(objects) });
    const one = '<queueSobject><sobjectType>Case</sobjectType></queueSobject>';
    const result = await deployQueue(one);
    expect(result.details.componentFailures).toEqual([]);
    expect(rows(org, "SELECT Name, DeveloperName FROM Group WHERE Type = 'Queue'")).toEqual([
      { Name: 'Support', DeveloperName: 'Support' }
    ]);
    expect(rows(org, 'SELECT SobjectType FROM QueueSobject')).toEqual([{ SobjectType: 'Case' }]);
  });

  test('record types of objects', async () => {
    const org = testOrg();
    const type = '<recordTypes><fullName>Big</fullName><active>true</active><label>Big thing</label></recordTypes>';
    const result = await deployTexts(
      org,
      { CustomObject: ['Thing__c'] },
      { 'objects/Thing__c.object': objectFile(type) }
    );
    expect(result.details.componentFailures).toEqual([]);
    expect(rows(org, 'SELECT SobjectType, DeveloperName, Name, IsActive FROM RecordType')).toEqual([
      { SobjectType: 'Thing__c', DeveloperName: 'Big', Name: 'Big thing', IsActive: true }
    ]);
  });

  test('custom metadata records; the same id in every org; a record that goes takes its row along', async () => {
    const type = `<CustomObject ${xmlns}><label>Rule</label><pluralLabel>Rules</pluralLabel>${textField('Value__c')}
      <fields><fullName>Active__c</fullName><label>Active</label><type>Checkbox</type><defaultValue>false</defaultValue></fields>
      <fields><fullName>Order__c</fullName><label>Order</label><type>Number</type><precision>4</precision><scale>0</scale></fields></CustomObject>`;
    const record = (value: string) =>
      `<CustomMetadata ${xmlns} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>First rule</label><protected>false</protected>
       <values><field>Value__c</field><value xsi:type="xsd:string">${value}</value></values>
       <values><field>Active__c</field><value xsi:type="xsd:boolean">true</value></values>
       <values><field>Order__c</field><value xsi:nil="true"/></values></CustomMetadata>`;
    const deployTo = (org: TestOrg, value: string) =>
      deployTexts(
        org,
        { CustomObject: ['Rule__mdt'], CustomMetadata: ['Rule.First'] },
        { 'objects/Rule__mdt.object': type, 'customMetadata/Rule.First.md': record(value) }
      );
    const [one, other] = [testOrg(), testOrg()];
    const result = await deployTo(one, 'a');
    expect(result.details.componentFailures).toEqual([]);
    await deployTo(other, 'a');
    const soql =
      'SELECT Id, DeveloperName, MasterLabel, QualifiedApiName, Value__c, Active__c, Order__c FROM Rule__mdt';
    expect(rows(one, soql)).toMatchObject([
      {
        DeveloperName: 'First',
        MasterLabel: 'First rule',
        QualifiedApiName: 'First',
        Value__c: 'a',
        Active__c: true,
        Order__c: null
      }
    ]);
    expect(rows(one, soql)).toEqual(rows(other, soql));
    await deployTo(one, 'b');
    expect(rows(one, soql)).toMatchObject([{ Value__c: 'b' }]);
    const gone =
      '<Package><types><members>Rule.First</members><name>CustomMetadata</name></types><version>65.0</version></Package>';
    await deployTexts(one, {}, { 'destructiveChanges.xml': gone });
    expect(rows(one, soql)).toEqual([]);
  });

  test('a static resource with its body, also when only that changes', async () => {
    const org = testOrg();
    const meta = `<StaticResource ${xmlns}><cacheControl>Private</cacheControl><contentType>text/plain</contentType></StaticResource>`;
    for (const text of ['before', 'after']) {
      await deployTexts(
        org,
        { StaticResource: ['Words'] },
        { 'staticresources/Words.resource': text, 'staticresources/Words.resource-meta.xml': meta }
      );
      expect(rows(org, "SELECT Body, BodyLength FROM StaticResource WHERE Name = 'Words'")).toEqual([
        { Body: Buffer.from(text).toString('base64'), BodyLength: text.length }
      ]);
    }
  });

  test('data that a new unique field does not allow stops the deployment', async () => {
    const org = testOrg();
    const file = 'objects/Thing__c.object';
    await deployTexts(org, { CustomObject: ['Thing__c'] }, { [file]: objectFile(textField('Code__c')) });
    org.transact(org.adminId, () => {
      const things = ['One', 'Two'].map((name) => ({ type: 'Thing__c', values: { Name: name, Code__c: 'same' } }));
      org.records.save('insert', things, { access: 'system', allOrNone: true });
    });
    const unique = objectFile(textField('Code__c', 80, '<unique>true</unique>'));
    const result = await deployTexts(org, { CustomObject: ['Thing__c'] }, { [file]: unique });
    expect(result).toMatchObject({ status: 'Failed' });
    expect(org.schema.field('Thing__c', 'Code__c')?.unique).toBe(false);
    expect(rows(org, "SELECT Name FROM Thing__c WHERE Code__c = 'same'")).toHaveLength(2);
  });
});
