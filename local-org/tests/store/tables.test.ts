import { beforeEach, describe, expect, it } from 'vitest';
import { adviseIndex, openStore, syncTables } from '../../src/store/index.ts';
import type { Store } from '../../src/store/index.ts';
import { field, lookup, object, schemaOf } from './schemaSupport.ts';

let store: Store;
beforeEach(() => {
  store = openStore(':memory:');
});

function indexes(table: string): string[] {
  return store
    .all(`SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ? ORDER BY name`, [
      table
    ])
    .map((row) => String(row['name']));
}

const first = schemaOf([
  object('Thing__c', 'a01', [
    field('Name', 'string', { nameField: true }),
    field('Amount__c', 'double'),
    field('Key__c', 'string', { unique: true, externalId: true }),
    field('Exact__c', 'string', { unique: true, caseSensitive: true }),
    field('Sum__c', 'double', { formula: { text: 'Amount__c * 2', blankAsZero: true } }),
    lookup('Parent__c', 'Thing__c', 'Children__r')
  ]),
  object('Happened__e', 'e01', [field('Text__c')], { kind: 'platformEvent' })
]);

describe('syncTables', () => {
  it('gives stored fields columns and the fields to look up by indexes; no table for platform events', () => {
    syncTables(store, undefined, first);
    expect(store.all('SELECT name FROM pragma_table_info(?)', ['Thing__c']).map((row) => row['name'])).not.toContain(
      'Sum__c'
    );
    expect(store.all(`SELECT 1 FROM sqlite_schema WHERE name = 'Happened__e'`)).toEqual([]);
    expect(indexes('Thing__c')).toEqual([
      'Thing__c.CreatedById',
      'Thing__c.CreatedDate',
      'Thing__c.Exact__c',
      'Thing__c.Key__c',
      'Thing__c.LastModifiedById',
      'Thing__c.Name',
      'Thing__c.OwnerId',
      'Thing__c.Parent__c',
      'Thing__c.SystemModstamp'
    ]);
  });

  it('lets a unique value be unlike only in case where the field says so, and used again once deleted', () => {
    syncTables(store, undefined, first);
    const insert = 'INSERT INTO Thing__c (Id, Key__c, Exact__c, IsDeleted) VALUES (?, ?, ?, 0)';
    store.run(insert, ['1', 'Żuk', 'Żuk']);
    expect(() => store.run(insert, ['2', 'żUK', 'x'])).toThrow('Thing__c.Key__c');
    store.run(insert, ['3', 'other', 'żuk']);
    store.run(`UPDATE Thing__c SET IsDeleted = 1 WHERE Id = '1'`);
    store.run(insert, ['4', 'żuk', 'Żuk']);
  });

  it('adds, drops and converts columns and keeps the rows', () => {
    syncTables(store, undefined, first);
    store.run(
      `INSERT INTO Thing__c (Id, Name, Amount__c, Key__c) VALUES ('1', 'one', 12.5, '77'), ('2', 'two', 3, 'abc')`
    );
    const second = schemaOf([
      object('Thing__c', 'a01', [
        field('Name', 'string', { nameField: true }),
        field('Amount__c', 'string'),
        field('Key__c', 'double'),
        field('Fresh__c', 'boolean')
      ])
    ]);
    syncTables(store, first, second);
    expect(store.all('SELECT Id, Amount__c, Key__c, Fresh__c FROM Thing__c ORDER BY Id')).toEqual([
      { Id: '1', Amount__c: '12.5', Key__c: 77, Fresh__c: 0 },
      { Id: '2', Amount__c: '3', Key__c: null, Fresh__c: 0 }
    ]);
    expect(indexes('Thing__c')).not.toContain('Thing__c.Parent__c');
    syncTables(store, second, second);
    syncTables(store, undefined, second);
  });

  it('keeps an advised index, until one of its columns goes', () => {
    syncTables(store, undefined, first);
    const thing = first.object('Thing__c');
    const parent = thing?.fields.get('parent__c');
    const created = thing?.fields.get('createddate');
    if (!thing || !parent || !created) throw new Error('fixture');
    adviseIndex(store, thing, [parent, created]);
    adviseIndex(store, thing, [parent, created]);
    syncTables(store, undefined, first);
    expect(indexes('Thing__c')).toContain('Thing__c.Parent__c+CreatedDate');
    syncTables(store, first, schemaOf([object('Thing__c', 'a01', [field('Name')])]));
    expect(indexes('Thing__c')).not.toContain('Thing__c.Parent__c+CreatedDate');
  });

  it('drops the tables of objects that are gone, and no other', () => {
    syncTables(store, undefined, first);
    syncTables(store, first, schemaOf([]));
    expect(store.all(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)).toEqual([
      { name: 'apex_image' },
      { name: 'metadata' }
    ]);
  });
});
