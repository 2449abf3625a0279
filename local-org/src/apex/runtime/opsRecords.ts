import type { DmlOperation } from '../../records/types.ts';
import { describeField, describeObject } from '../library/schemaDescribe.ts';
import { runAs } from '../library/system.ts';
import { translated } from '../library/translations.ts';
import { enqueueFuture } from './async.ts';
import type { ApexList } from './collections.ts';
import { onlyRow, queryCount, queryRows } from './data.ts';
import { mergeInto, saveStatement } from './dml.ts';
import { NullPointerException } from './exceptions.ts';
import { withScope, type ApexBinds } from './scope.ts';
import { settingOperations } from './opsSettings.ts';
import { SObject } from './sobject.ts';
import { SObjectField, SObjectType } from './tokens.ts';
import { apex } from './transaction.ts';
import { operationType } from './triggers.ts';

function nullPointer(): never {
  throw new NullPointerException();
}

/** The binds of an inline query: source texts and values in turn. */
function bindsOf(pairs: readonly unknown[]): ApexBinds {
  return (expression) => pairs[pairs.indexOf(expression) + 1];
}

/** Records, queries, saves, the trigger's variables as the emitted code calls them. */
export const recordOperations = {
  ...settingOperations,
  onlyRow: (rows: ApexList | null) => (rows === null ? null : onlyRow(rows)),
  queryRows: (text: string, binds: readonly unknown[]) => queryRows(text, bindsOf(binds)),
  queryCount: (text: string, binds: readonly unknown[]) => queryCount(text, bindsOf(binds)),
  withScope,

  newRecord: (object: string) => new SObject(apex().object(object)),
  withField(record: SObject, field: string, value: unknown): SObject {
    record.set(field, value);
    return record;
  },
  withParent(record: SObject, relationship: string, parent: SObject | null): SObject {
    record.setParent(relationship, parent);
    return record;
  },
  setField(record: SObject | null, field: string, value: unknown): unknown {
    (record ?? nullPointer()).set(field, value);
    return value;
  },
  setParent(record: SObject | null, relationship: string, parent: SObject | null): SObject | null {
    (record ?? nullPointer()).setParent(relationship, parent);
    return parent;
  },

  saveRecords(verb: DmlOperation, records: unknown, access: 'user' | 'system' | undefined, field?: string): void {
    saveStatement(verb, records, access === 'user', field);
  },
  mergeRecords(master: SObject | null, duplicates: unknown, access: 'user' | 'system' | undefined): void {
    mergeInto(master, duplicates, { allOrNone: true, userMode: access === 'user' });
  },

  runAs,
  future(name: string, work: (...values: unknown[]) => void, values: unknown[]): void {
    enqueueFuture(name, () => {
      work(...values);
    });
  },

  objectToken: (object: string) => new SObjectType(object),
  fieldToken: (object: string, field: string) => new SObjectField(object, field),
  describeObject: (token: SObjectType) => describeObject(token.object),
  describeField: (token: SObjectField) => describeField(token),
  label(name: string): string {
    const label = apex().org.schema.labels.get(name) ?? apex().org.schema.labels.get(name.toLowerCase());
    return translated(`label:${name}`) ?? label?.value ?? '';
  },

  /** A variable of `Trigger`; outside of a trigger all are null or false. */
  trigger(name: string): unknown {
    const context = apex().triggers.at(-1);
    switch (name) {
      case 'isExecuting':
        return context !== undefined;
      case 'isBefore':
        return context?.timing === 'before';
      case 'isAfter':
        return context?.timing === 'after';
      case 'isInsert':
      case 'isUpdate':
      case 'isDelete':
      case 'isUndelete':
        return context?.operation === name.slice(2).toLowerCase();
      case 'size':
        return context?.new?.size ?? context?.old?.size ?? 0;
      case 'operationType':
        return context === undefined ? null : operationType(context);
      default:
        return context?.[name as 'new' | 'old' | 'newMap' | 'oldMap'] ?? null;
    }
  }
};
