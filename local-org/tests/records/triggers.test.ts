import { describe, expect, it } from 'vitest';
import { OrgError } from '../../src/errors.ts';
import { FakeTriggers } from '../support/triggers.ts';
import { codes, insert, save, stored, thingOrg } from '../support/things.ts';

describe('the save order', () => {
  it('saves what a before trigger changes, and shows the after trigger the id', () => {
    const seen: unknown[] = [];
    const triggers = new FakeTriggers()
      .on('Thing__c', 'before insert', ({ newRows }) => {
        for (const row of newRows ?? []) row.values['Name'] = `${String(row.values['Name'])}!`;
      })
      .on('Thing__c', 'after insert', ({ newRows }) => seen.push(newRows?.[0]?.values['Id']));
    const org = thingOrg({ rooms: triggers.rooms });
    const id = insert(org, 'Thing__c', { Name: 'x' });
    expect(stored(org, 'Thing__c', id)).toMatchObject({ Name: 'x!' });
    expect(seen).toEqual([id]);
  });

  it('checks what before triggers left', () => {
    const triggers = new FakeTriggers().on('Thing__c', 'before insert', ({ newRows }) => {
      for (const row of newRows ?? []) row.values['Kind__c'] = 'Green';
    });
    const org = thingOrg({ rooms: triggers.rooms });
    expect(codes(save(org, 'insert', [{ Name: 'x' }]))).toEqual(['INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST']);
  });

  it('shows old and new rows in pairs', () => {
    const seen: unknown[] = [];
    const triggers = new FakeTriggers().on('Thing__c', 'after update', ({ newRows, oldRows }) =>
      seen.push([oldRows?.[0]?.values['Name'], newRows?.[0]?.values['Name']])
    );
    const org = thingOrg({ rooms: triggers.rooms });
    const Id = insert(org, 'Thing__c', { Name: 'old' });
    save(org, 'update', [{ Id, Name: 'new' }]);
    expect(seen).toEqual([['old', 'new']]);
  });

  it('fires for 200 rows at most', () => {
    const sizes: (number | undefined)[] = [];
    const triggers = new FakeTriggers().on('Thing__c', 'before insert', ({ newRows }) => sizes.push(newRows?.length));
    const org = thingOrg({ rooms: triggers.rooms });
    save(
      org,
      'insert',
      Array.from({ length: 450 }, (_, index) => ({ Name: `n${String(index)}` }))
    );
    expect(sizes).toEqual([200, 200, 50]);
  });
});

describe('all or none', () => {
  it('fires no after trigger when a row can not be saved', () => {
    let fired = false;
    const triggers = new FakeTriggers().on('Thing__c', 'after insert', () => {
      fired = true;
    });
    const org = thingOrg({ rooms: triggers.rooms });
    save(org, 'insert', [{ Name: 'good' }, { Name: 'bad', Kind__c: 'Green' }], { allOrNone: true });
    expect(fired).toBe(false);
  });
});

describe('partial success', () => {
  it('takes back what a failed row did, and saves the good rows again', () => {
    let firings = 0;
    const triggers = new FakeTriggers().on('Thing__c', 'after insert', ({ newRows, addError }) => {
      firings++;
      newRows?.forEach((row, index) => {
        if (row.values['Name'] === 'bad') addError(index, 'Not that one', 'Name');
      });
    });
    const org = thingOrg({ rooms: triggers.rooms });
    const results = save(org, 'insert', [{ Name: 'good' }, { Name: 'bad' }]);
    expect(results.map(({ success }) => success)).toEqual([true, false]);
    expect(results[1]?.errors).toEqual([
      { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not that one', fields: ['Name'] }
    ]);
    expect(org.store.all('SELECT "Name" FROM "Thing__c"')).toEqual([{ Name: 'good' }]);
    expect(firings).toBe(2);
  });

  it('gives up when rows fail again and again', () => {
    const triggers = new FakeTriggers().on('Thing__c', 'after insert', ({ addError }) => addError(0, 'The first one'));
    const org = thingOrg({ rooms: triggers.rooms });
    const results = save(
      org,
      'insert',
      ['a', 'b', 'c', 'd', 'e'].map((Name) => ({ Name }))
    );
    expect(results.every(({ success }) => !success)).toBe(true);
    expect(results[4]?.errors[0]?.message).toContain('Too many batch retries');
    expect(org.store.all('SELECT * FROM "Thing__c"')).toEqual([]);
  });

  it('fails all rows of a firing that ended with an exception', () => {
    const triggers = new FakeTriggers().on('Thing__c', 'before insert', () => {
      throw new OrgError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'ThingTrigger: execution of BeforeInsert');
    });
    const org = thingOrg({ rooms: triggers.rooms });
    const failed = 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY';
    expect(codes(save(org, 'insert', [{ Name: 'a' }, { Name: 'b' }]))).toEqual([failed, failed]);
  });

  it('ends the transaction when a limit was passed', () => {
    const triggers = new FakeTriggers().on('Thing__c', 'before insert', () => {
      throw new Error('Too many SOQL queries: 101');
    });
    const org = thingOrg({ rooms: triggers.rooms });
    expect(() => save(org, 'insert', [{ Name: 'a' }])).toThrow('Too many SOQL queries');
  });
});
