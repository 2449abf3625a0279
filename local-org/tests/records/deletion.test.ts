import { expect, it } from 'vitest';
import { testOrg } from '../support/org.ts';
import { codes, insert, save, stored, thingOrg } from '../support/things.ts';

it('empties lookups to a deleted record, and fills them when it comes back', () => {
  const org = thingOrg();
  const parent = insert(org, 'Thing__c', { Name: 'parent' });
  const child = insert(org, 'Thing__c', { Name: 'child', Parent__c: parent });
  save(org, 'delete', [{ Id: parent }]);
  expect(stored(org, 'Thing__c', parent)).toMatchObject({ IsDeleted: 1 });
  expect(stored(org, 'Thing__c', child)).toMatchObject({ IsDeleted: 0, Parent__c: null });
  save(org, 'undelete', [{ Id: parent }]);
  expect(stored(org, 'Thing__c', parent)).toMatchObject({ IsDeleted: 0 });
  expect(stored(org, 'Thing__c', child)).toMatchObject({ Parent__c: parent });
});

it('takes what belongs to a record along, and brings it back', () => {
  const org = testOrg();
  const help = insert(org, 'Case', { Subject: 'x' });
  const comment = insert(org, 'CaseComment', { ParentId: help, CommentBody: 'hi' });
  const other = insert(org, 'CaseComment', { ParentId: help, CommentBody: 'deleted before' });
  save(org, 'delete', [{ Id: other }], {}, 'CaseComment');
  save(org, 'delete', [{ Id: help }], {}, 'Case');
  expect(stored(org, 'CaseComment', comment)).toMatchObject({ IsDeleted: 1 });
  save(org, 'undelete', [{ Id: help }], {}, 'Case');
  expect(stored(org, 'CaseComment', comment)).toMatchObject({ IsDeleted: 0 });
  expect(stored(org, 'CaseComment', other)).toMatchObject({ IsDeleted: 1 });
});

it('refuses to bring back what is not in the bin, or what went with its parent', () => {
  const org = testOrg();
  const help = insert(org, 'Case', {});
  const comment = insert(org, 'CaseComment', { ParentId: help, CommentBody: 'hi' });
  expect(codes(save(org, 'undelete', [{ Id: help }], {}, 'Case'))).toEqual(['UNDELETE_FAILED']);
  save(org, 'delete', [{ Id: help }], {}, 'Case');
  expect(codes(save(org, 'undelete', [{ Id: comment }], {}, 'CaseComment'))).toEqual(['UNDELETE_FAILED']);
});

it('lets a new record take the unique value of a deleted one', () => {
  const org = thingOrg();
  const Id = insert(org, 'Thing__c', { Name: 'a', Key__c: 'K' });
  save(org, 'delete', [{ Id }]);
  insert(org, 'Thing__c', { Name: 'b', Key__c: 'K' });
  const [back] = save(org, 'undelete', [{ Id }]);
  expect(back?.errors[0]?.code).toBe('DUPLICATE_VALUE');
});

it('refuses to delete twice, and what can not be deleted', () => {
  const org = thingOrg();
  const Id = insert(org, 'Thing__c', { Name: 'a' });
  save(org, 'delete', [{ Id }]);
  expect(codes(save(org, 'delete', [{ Id }]))).toEqual(['ENTITY_IS_DELETED']);
  expect(codes(save(org, 'delete', [{ Id: org.adminId }], {}, 'User'))).toEqual(['CANNOT_DELETE_ENTITY']);
});
