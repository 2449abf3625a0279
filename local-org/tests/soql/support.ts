import { DrivableClock } from '../../src/clock/clock.ts';
import { OrgError } from '../../src/errors.ts';
import type { FieldValue, ResultRow, ResultSet } from '../../src/row.ts';
import type { Schema } from '../../src/schema/types.ts';
import type { Access } from '../../src/security/types.ts';
import { createSoql } from '../../src/soql/index.ts';
import type { QueryOptions, Soql } from '../../src/soql/index.ts';
import { idOf, openStore, quoted, syncTables } from '../../src/store/index.ts';
import type { SqlValue, Store } from '../../src/store/index.ts';
import { field, lookup, object, schemaOf } from '../store/schemaSupport.ts';

const picklist = (...values: string[]) => ({
  picklist: {
    restricted: false,
    values: values.map((value) => ({ value, label: `${value} label`, active: true, default: false }))
  }
});

/** A small schema with every kind of field a query treats in its own way. */
export const schema: Schema = schemaOf(
  [
    object('User', '005', [
      field('Name', 'string', { nameField: true, indexed: true }),
      field('Email', 'email'),
      lookup('ManagerId', 'User')
    ]),
    object('Group', '00G', [field('Name', 'string', { nameField: true })]),
    object('Account', '001', [
      field('Name', 'string', { nameField: true, indexed: true }),
      field('Phone', 'phone'),
      field('Industry', 'picklist', picklist('Media', 'Banking')),
      field('IsPartner', 'boolean'),
      lookup('ParentId', 'Account', 'ChildAccounts')
    ]),
    object('Contact', '003', [
      field('Name', 'string', { nameField: true, indexed: true }),
      field('FirstName'),
      field('Email', 'email'),
      lookup('AccountId', 'Account', 'Contacts'),
      lookup('ReportsToId', 'Contact')
    ]),
    object(
      'Case',
      '500',
      [
        field('CaseNumber', 'string', { nameField: true }),
        field('Subject'),
        field('Description', 'textarea', { longText: true }),
        field('Status', 'picklist', picklist('New', 'Working', 'Closed')),
        field('Topics__c', 'multipicklist', picklist('a', 'b', 'c')),
        lookup('ContactId', 'Contact', 'Cases'),
        lookup('AccountId', 'Account', 'Cases')
      ],
      { nameField: 'CaseNumber' }
    ),
    object(
      'Task',
      '00T',
      [
        field('Subject'),
        field('ActivityDate', 'date'),
        lookup('WhoId', ['Contact', 'User'], 'Tasks'),
        lookup('WhatId', ['Account', 'Case'], 'Tasks')
      ],
      { nameField: 'Subject' }
    ),
    object('Thing__c', 'a01', [
      field('Name', 'string', { nameField: true, indexed: true }),
      field('Code__c', 'string', { unique: true, caseSensitive: true, externalId: true }),
      field('Amount__c', 'double'),
      field('Day__c', 'date'),
      field('At__c', 'datetime', { nillable: false }),
      field('Flag__c', 'boolean'),
      lookup('Case__c', 'Case', 'Things__r'),
      lookup('Contact__c', 'Contact', 'Things__r')
    ]),
    object('Happened__e', 'e01', [], { kind: 'platformEvent', queryable: false })
  ],
  { translations: new Map([['pl', new Map([['case.status=closed', 'Zamknięte']])]]) }
);

export const NOW = Date.parse('2026-03-18T10:00:00Z');

export interface TestOrg {
  readonly store: Store;
  readonly soql: Soql;
  /** Inserts a row. @returns its id */
  insert(type: string, values: Readonly<Record<string, SqlValue>>): string;
  rows(text: string, options?: Partial<QueryOptions>): readonly ResultRow[];
  /** The values of the first selected field. */
  list(text: string, options?: Partial<QueryOptions>): (FieldValue | ResultRow | ResultSet | undefined)[];
  refusal(text: string, options?: Partial<QueryOptions>): OrgError;
}

export function testOrg(testSchema: Schema = schema): TestOrg {
  const store = openStore(':memory:');
  syncTables(store, undefined, testSchema);
  const soql = createSoql({
    clock: new DrivableClock(NOW),
    store,
    schema: testSchema,
    organization: { id: '00D', name: 'Test', language: 'en_US', timeZone: 'Europe/Warsaw' },
    get transaction(): never {
      throw new Error('no transaction');
    }
  });
  const counts = new Map<string, number>();
  const query = (text: string, options: Partial<QueryOptions> = {}): ResultSet =>
    soql.query(text, { access: 'system', ...options });
  return {
    store,
    soql,
    insert(type, values) {
      const number = (counts.get(type) ?? 0) + 1;
      counts.set(type, number);
      const id = idOf(testSchema.object(type)?.keyPrefix ?? 'zzz', number);
      const row: Record<string, SqlValue> = {
        Id: id,
        CreatedDate: NOW + number,
        SystemModstamp: NOW + number,
        ...values
      };
      const names = Object.keys(row);
      store.run(
        `INSERT INTO ${quoted(type)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
        Object.values(row)
      );
      return id;
    },
    rows: (text, options) => query(text, options).rows,
    list: (text, options) => query(text, options).rows.map((row) => Object.values(row.values)[0]),
    refusal(text, options) {
      try {
        query(text, options);
      } catch (error) {
        if (error instanceof OrgError) return error;
        throw error;
      }
      throw new Error(`${text} was not refused`);
    }
  };
}

/** An access that allows all but the named objects and fields (`Case`, `Case.Subject`). */
export function accessWithout(...hidden: readonly string[]): Access {
  const allows = (name: string): boolean => !hidden.some((each) => each.toLowerCase() === name.toLowerCase());
  return {
    userId: '005000000000001AAA',
    object: (name) => ({ read: allows(name), create: true, edit: true, delete: true }),
    fieldReadable: (name, fieldName) => allows(`${name}.${fieldName}`),
    fieldEditable: () => true,
    classEnabled: () => true,
    customPermission: () => true,
    userPermission: () => true,
    tabVisible: () => true,
    appVisible: () => true
  };
}
