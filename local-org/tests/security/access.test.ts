import { beforeEach, describe, expect, it } from 'vitest';
import type { Access } from '../../src/security/index.ts';
import { addMetadata } from '../support/org.ts';
import type { TestOrg } from '../support/org.ts';
import { assign, insert, save, thing, thingOrg } from '../support/things.ts';
import { insertUser } from '../support/users.ts';

const set = (content: string): string =>
  `<label>Set</label><hasActivationRequired>false</hasActivationRequired>${content}`;

const objectRights = (object: string, rights: { edit?: boolean; create?: boolean } = {}): string =>
  `<objectPermissions><allowCreate>${rights.create ?? false}</allowCreate><allowDelete>false</allowDelete><allowEdit>${rights.edit ?? false}</allowEdit>
  <allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;

const fieldRights = (field: string, editable: boolean): string =>
  `<fieldPermissions><editable>${editable}</editable><field>${field}</field><readable>true</readable></fieldPermissions>`;

let org: TestOrg;
let user: string;
beforeEach(() => {
  org = thingOrg({
    files: {
      'customPermissions/May_Close.customPermission': '<label>May close</label>',
      'objects/Rule__mdt.object': '<label>Rule</label><pluralLabel>Rules</pluralLabel><visibility>Public</visibility>',
      'permissionsets/Reader.permissionset': set(objectRights('Thing__c') + fieldRights('Thing__c.Amount__c', false)),
      'permissionsets/Writer.permissionset': set(
        objectRights('Thing__c', { edit: true, create: true }) +
          fieldRights('Thing__c.Amount__c', true) +
          '<customPermissions><enabled>true</enabled><name>May_Close</name></customPermissions>' +
          '<customMetadataTypeAccesses><enabled>true</enabled><name>Rule__mdt</name></customMetadataTypeAccesses>' +
          '<userPermissions><enabled>true</enabled><name>ViewAllData</name></userPermissions>'
      )
    }
  });
  user = insertUser(org, 'ann');
});

const access = (): Access => org.accessOf(user);

describe('a profile', () => {
  it('gives a standard user the usual rights on standard objects, and none on new ones', () => {
    expect(access().object('case')).toEqual({ read: true, create: true, edit: true, delete: false });
    expect(access().object('User')).toMatchObject({ read: true, edit: false });
    expect(access().fieldReadable('CASE', 'subject')).toBe(true);
    expect(access().object('Thing__c').read).toBe(false);
    expect(access().fieldReadable('Thing__c', 'Name')).toBe(false);
    expect(access().object('Nothing__c').read).toBe(false);
    expect(access().userPermission('ApiEnabled')).toBe(true);
    expect(access().userPermission('ModifyAllData')).toBe(false);
    expect(access().classEnabled('Anything')).toBe(false);
  });

  it('gives an administrator all objects, but new fields only by a permission set', () => {
    const admin = org.accessOf(org.adminId);
    expect(admin.object('Thing__c')).toEqual({ read: true, create: true, edit: true, delete: true });
    expect(admin.fieldReadable('Thing__c', 'Name')).toBe(true);
    expect(admin.fieldReadable('Thing__c', 'Amount__c')).toBe(false);
    expect(admin.object('Rule__mdt').read).toBe(true);
    expect(admin.classEnabled('Anything')).toBe(true);
  });
});

describe('permission sets', () => {
  it('add up', () => {
    assign(org, 'Reader', user);
    expect(access().object('Thing__c')).toEqual({ read: true, create: false, edit: false, delete: false });
    expect(access().fieldReadable('Thing__c', 'amount__c')).toBe(true);
    expect(access().fieldEditable('Thing__c', 'Amount__c')).toBe(false);
    expect(access().fieldReadable('Thing__c', 'Day__c')).toBe(false);
    expect(access().fieldEditable('Thing__c', 'Id')).toBe(false);
    assign(org, 'Writer', user);
    expect(access().object('Thing__c')).toEqual({ read: true, create: true, edit: true, delete: false });
    expect(access().fieldEditable('Thing__c', 'Amount__c')).toBe(true);
    expect(access().customPermission('may_close')).toBe(true);
    expect(access().object('Rule__mdt')).toMatchObject({ read: true, edit: false });
    expect(access().object('Order').read).toBe(true);
  });

  it('count from the moment they are assigned to the moment they are taken away or expire', () => {
    const before = access();
    expect(access()).toBe(before);
    assign(org, 'Reader', user);
    const after = access();
    expect(after).not.toBe(before);
    expect(access()).toBe(after);
    const [assignment] = org.store.all('SELECT "Id" AS id FROM "PermissionSetAssignment" WHERE "AssigneeId" = ?', [
      user
    ]);
    save(org, 'delete', [{ Id: String(assignment?.['id']) }], {}, 'PermissionSetAssignment');
    expect(access().object('Thing__c').read).toBe(false);
    const expiring = org.store.get(`SELECT "Id" AS id FROM "PermissionSet" WHERE "Name" = 'Reader'`);
    const end = org.clock.now() + 60_000;
    insert(org, 'PermissionSetAssignment', {
      PermissionSetId: String(expiring?.['id']),
      AssigneeId: user,
      ExpirationDate: end
    });
    expect(access().object('Thing__c').read).toBe(true);
    org.clock.advance(61_000);
    expect(access().object('Thing__c').read).toBe(false);
  });

  it('count for a transaction that is rolled back no longer', () => {
    const work = (): void => {
      org.store.transaction(() => {
        org.store.run(
          `INSERT INTO "PermissionSetAssignment" ("Id", "AssigneeId", "PermissionSetId") SELECT 'x', ?, "Id" FROM "PermissionSet" WHERE "Name" = 'Reader'`,
          [user]
        );
        expect(access().object('Thing__c').read).toBe(true);
        throw new Error('no');
      });
    };
    expect(work).toThrow('no');
    expect(access().object('Thing__c').read).toBe(false);
  });

  it('follow a deploy', () => {
    assign(org, 'Reader', user);
    expect(access().fieldReadable('Thing__c', 'Day__c')).toBe(false);
    addMetadata(org, org.adminId, {
      'objects/Thing__c.object': thing,
      'permissionsets/Reader.permissionset': set(objectRights('Thing__c') + fieldRights('Thing__c.Day__c', false))
    });
    expect(access().fieldReadable('Thing__c', 'Day__c')).toBe(true);
    expect(access().fieldReadable('Thing__c', 'Amount__c')).toBe(false);
  });

  it('may be rows only', () => {
    const id = insert(org, 'PermissionSet', {
      Name: 'Made',
      Label: 'Made',
      PermissionsViewSetup: true,
      PermissionsTransferAnyCase: true
    });
    insert(org, 'ObjectPermissions', { ParentId: id, SobjectType: 'Thing__c', PermissionsRead: true });
    insert(org, 'FieldPermissions', {
      ParentId: id,
      SobjectType: 'Thing__c',
      Field: 'Thing__c.Day__c',
      PermissionsRead: true
    });
    assign(org, 'Made', user);
    expect(access().object('Thing__c').read).toBe(true);
    expect(access().fieldReadable('Thing__c', 'Day__c')).toBe(true);
    expect(access().fieldReadable('Thing__c', 'Amount__c')).toBe(false);
    expect(access().userPermission('TransferAnyCase')).toBe(true);
  });

  it('come in groups', () => {
    addMetadata(org, org.adminId, {
      'objects/Thing__c.object': thing,
      'permissionsets/Reader.permissionset': set(objectRights('Thing__c')),
      'permissionsetgroups/All.permissionsetgroup':
        '<label>All</label><hasActivationRequired>false</hasActivationRequired><permissionSets>Reader</permissionSets><status>Updated</status>'
    });
    const group = org.store.get(`SELECT "Id" AS id FROM "PermissionSetGroup" WHERE "DeveloperName" = 'All'`);
    insert(org, 'PermissionSetAssignment', { PermissionSetGroupId: String(group?.['id']), AssigneeId: user });
    expect(access().object('Thing__c').read).toBe(true);
  });
});

it('a query in user mode sees what the user may see', () => {
  insert(org, 'Thing__c', { Name: 'one' });
  const query = (text: string): unknown => org.soql.query(text, { access: access() }).rows.map((row) => row.values);
  expect(() => query('SELECT Name FROM Thing__c')).toThrow("'Thing__c' is not supported");
  assign(org, 'Reader', user);
  expect(query('SELECT Name, Amount__c FROM Thing__c')).toEqual([{ Name: 'one', Amount__c: null }]);
  expect(() => query('SELECT Day__c FROM Thing__c')).toThrow("No such column 'Day__c'");
});
