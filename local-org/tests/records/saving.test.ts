import { describe, expect, it } from 'vitest';
import { start, testOrg } from '../support/org.ts';
import { codes, insert, save, stored, thingOrg } from '../support/things.ts';
import type { Values } from '../support/things.ts';

describe('insert', () => {
  it('gives ids, system fields, defaults and numbers', () => {
    const org = thingOrg();
    const first = insert(org, 'Thing__c', { Name: 'one' });
    const second = insert(org, 'Thing__c', { name: 'two', kind__C: 'blue' });
    expect(first).toMatch(/^a\w{17}$/);
    expect(second > first).toBe(true);
    expect(stored(org, 'Thing__c', first)).toMatchObject({
      Name: 'one',
      Kind__c: 'Red',
      CreatedDate: start,
      LastModifiedDate: start,
      CreatedById: org.adminId,
      OwnerId: org.adminId,
      IsDeleted: 0
    });
    expect(stored(org, 'Thing__c', second)).toMatchObject({ Kind__c: 'Blue' });
    expect(stored(org, 'Case', insert(org, 'Case', { Subject: 'help' }))).toMatchObject({
      CaseNumber: '00001001',
      Status: 'New'
    });
  });

  it('keeps big texts with quotes, markup and emoji as they are', () => {
    const org = thingOrg();
    const note = `<script>alert("x")</script>'; DROP TABLE "Thing__c"; -- 😀\n${'ż'.repeat(30000)}`;
    const id = insert(org, 'Thing__c', { Name: note.slice(0, 60), Note__c: note });
    expect(stored(org, 'Thing__c', id)).toMatchObject({ Name: note.slice(0, 60), Note__c: note });
  });

  it.each([
    [{ Name: 'x'.repeat(81) }, 'STRING_TOO_LONG'],
    [{ Name: 'x', Amount__c: 10000 }, 'NUMBER_OUTSIDE_VALID_RANGE'],
    [{ Name: 'x', Amount__c: 'many' }, 'INVALID_TYPE_ON_FIELD_IN_RECORD'],
    [{ Name: 'x', Kind__c: 'Green' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
    [{ Name: 'x', Day__c: '2026-02-30' }, 'INVALID_TYPE_ON_FIELD_IN_RECORD'],
    [{ Name: 'x', Day__c: '1500-01-01' }, 'FIELD_INTEGRITY_EXCEPTION'],
    [{ Name: 'x', Parent__c: '003' }, 'MALFORMED_ID'],
    [{ Name: 'x', Parent__c: '003000000000001AAA' }, 'MALFORMED_ID'],
    [{ Name: 'x', Nope__c: 1 }, 'INVALID_FIELD'],
    [{ Name: 'x', CreatedDate: 0 }, 'INVALID_FIELD_FOR_INSERT_UPDATE'],
    [{ Name: 'x', Id: 'a00000000000001AAA' }, 'INVALID_FIELD_FOR_INSERT_UPDATE']
  ])('refuses %o with %s', (values, code) => {
    expect(codes(save(thingOrg(), 'insert', [values]))).toEqual([code]);
  });

  it('refuses a lookup to a record that is not there or was deleted', () => {
    const org = thingOrg();
    const gone = insert(org, 'Account', { Name: 'Acme' });
    save(org, 'delete', [{ Id: gone }], {}, 'Account');
    const rows = [{ AccountId: gone }, { AccountId: '001000000000zzzAAA' }];
    expect(codes(save(org, 'insert', rows, {}, 'Case'))).toEqual(['ENTITY_IS_DELETED', 'INVALID_CROSS_REFERENCE_KEY']);
  });

  it('takes ids of 15 characters and keeps 18', () => {
    const org = thingOrg();
    const account = insert(org, 'Account', { Name: 'Acme' });
    const id = insert(org, 'Case', { AccountId: account.slice(0, 15) });
    expect(stored(org, 'Case', id)).toMatchObject({ AccountId: account });
  });

  it('names every required field that is missing', () => {
    const [result] = save(testOrg(), 'insert', [{ FirstName: 'Ada' }], {}, 'Contact');
    expect(result?.errors).toEqual([
      { code: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [LastName]', fields: ['LastName'] }
    ]);
  });

  it('refuses what is no e-mail address', () => {
    const org = testOrg();
    const rows = ['no', 'a@b', 'a b@c.de', 'ok@example.com'].map((Email) => ({ LastName: 'x', Email }));
    const bad = 'INVALID_EMAIL_ADDRESS';
    expect(codes(save(org, 'insert', rows, {}, 'Contact'))).toEqual([bad, bad, bad, undefined]);
  });

  it('rounds numbers to the scale of the field', () => {
    const org = thingOrg();
    expect(stored(org, 'Thing__c', insert(org, 'Thing__c', { Name: 'x', Amount__c: 1.005 }))).toMatchObject({
      Amount__c: 1.01
    });
  });

  it('refuses a second record with a unique value and names the first', () => {
    const org = thingOrg();
    const first = insert(org, 'Thing__c', { Name: 'a', Key__c: 'K1' });
    const [second] = save(org, 'insert', [{ Name: 'b', Key__c: 'k1' }]);
    expect(second?.errors[0]).toMatchObject({
      code: 'DUPLICATE_VALUE',
      message: `duplicate value found: Key__c duplicates value on record with id: ${first}`
    });
    const twins = [
      { Name: 'c', Key__c: 'K2' },
      { Name: 'd', Key__c: 'K2' }
    ];
    expect(codes(save(org, 'insert', twins))).toEqual([undefined, 'DUPLICATE_VALUE']);
  });

  it('saves nothing of an all-or-none request with one bad row, and says so of the others', () => {
    const org = thingOrg();
    const results = save(org, 'insert', [{ Name: 'good' }, { Name: 'bad', Kind__c: 'Green' }], { allOrNone: true });
    expect(codes(results)).toEqual(['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST']);
    expect(org.store.all('SELECT * FROM "Thing__c"')).toEqual([]);
  });

  it('lets only queues own what they serve', () => {
    const queue =
      '<doesSendEmailToMembers>false</doesSendEmailToMembers><name>Help</name><queueSobject><sobjectType>Case</sobjectType></queueSobject>';
    const org = thingOrg({ files: { 'queues/Help.queue': queue } });
    const OwnerId = String(org.store.get(`SELECT "Id" AS id FROM "Group" WHERE "DeveloperName" = 'Help'`)?.['id']);
    expect(codes(save(org, 'insert', [{ OwnerId }], {}, 'Case'))).toEqual([undefined]);
    expect(codes(save(org, 'insert', [{ Name: 'x', OwnerId }]))).toEqual(['INVALID_OPERATION']);
  });
});

describe('update', () => {
  it('changes what is given, and the audit fields', () => {
    const org = thingOrg();
    const Id = insert(org, 'Thing__c', { Name: 'old', Amount__c: 1 });
    org.clock.advance(60_000);
    save(org, 'update', [{ Id, Name: 'new' }]);
    expect(stored(org, 'Thing__c', Id)).toMatchObject({
      Name: 'new',
      Amount__c: 1,
      CreatedDate: start,
      LastModifiedDate: start + 60_000
    });
  });

  it('refuses missing, unknown and deleted records', () => {
    const org = thingOrg();
    const Id = insert(org, 'Thing__c', { Name: 'x' });
    save(org, 'delete', [{ Id }]);
    const unknown = `${Id.slice(0, 12)}zzzAAA`;
    const rows: Values[] = [
      { Name: 'y' },
      { Id: 'x' },
      { Id: org.adminId },
      { Id: unknown, Name: 'y' },
      { Id, Name: 'y' }
    ];
    expect(codes(save(org, 'update', rows))).toEqual([
      'MISSING_ARGUMENT',
      'MALFORMED_ID',
      'MALFORMED_ID',
      'INVALID_CROSS_REFERENCE_KEY',
      'ENTITY_IS_DELETED'
    ]);
  });

  it('refuses to empty a required field', () => {
    const org = testOrg();
    const Id = insert(org, 'Contact', { LastName: 'x' });
    expect(codes(save(org, 'update', [{ Id, LastName: null }], {}, 'Contact'))).toEqual(['REQUIRED_FIELD_MISSING']);
  });
});

describe('upsert', () => {
  it('changes by external id what is there and makes what is not', () => {
    const org = thingOrg();
    const made = insert(org, 'Thing__c', { Name: 'a', Key__c: 'K1' });
    const rows = [
      { Name: 'b', Key__c: 'k1' },
      { Name: 'c', Key__c: 'K2' }
    ];
    const results = save(org, 'upsert', rows, { externalIdField: 'Key__c' });
    expect(results.map(({ success, created }) => ({ success, created }))).toEqual([
      { success: true, created: false },
      { success: true, created: true }
    ]);
    expect(results[0]?.id).toBe(made);
    expect(stored(org, 'Thing__c', made)).toMatchObject({ Name: 'b' });
  });

  it('refuses an empty key and a key given twice', () => {
    const rows = [
      { Name: 'a', Key__c: null },
      { Name: 'b', Key__c: 'K' },
      { Name: 'c', Key__c: 'K' }
    ];
    const results = save(thingOrg(), 'upsert', rows, { externalIdField: 'Key__c' });
    expect(codes(results)).toEqual(['MISSING_ARGUMENT', undefined, 'DUPLICATE_VALUE']);
  });
});
