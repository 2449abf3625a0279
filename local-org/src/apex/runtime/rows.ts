import type { FieldDef } from '../../schema/types.ts';
import type { FieldValue, ResultRow, Row } from '../../row.ts';
import { UnsupportedError } from '../../errors.ts';
import { ApexBlob } from './blob.ts';
import { ApexList } from './collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from './dates.ts';
import { ApexDecimal } from './decimal.ts';
import { ApexDouble } from './double.ts';
import { ApexEnumValue } from './objects.ts';
import { SObject } from './sobject.ts';
import { apex } from './transaction.ts';

/** A field's value as it travels, made one of Apex. */
function fromFieldValue(field: FieldDef, value: FieldValue): unknown {
  if (value === null) return null;
  switch (field.type) {
    case 'double':
    case 'currency':
    case 'percent':
      return withScale(ApexDecimal.ofDouble(Number(value)), field.scale);
    case 'long':
      return BigInt(Number(value));
    case 'date':
      return ApexDate.parseIso(String(value)) ?? null;
    case 'datetime':
      return new ApexDatetime(Number(value));
    case 'time':
      return ApexTime.parseIso(String(value)) ?? null;
    case 'base64':
      return new ApexBlob(Buffer.from(String(value), 'base64'));
    case 'address':
      throw new UnsupportedError(`compound address fields in Apex (${field.name})`);
    default:
      return value;
  }
}

/** A number as a field shows it: with its digits right of the point, more only where the value has more. */
function withScale(value: ApexDecimal, scale: number): ApexDecimal {
  const stripped = value.stripZerosTo(0);
  return stripped.scale >= scale ? stripped : stripped.setScale(scale);
}

/** An Apex value as it travels to the other rooms. */
export function toFieldValue(value: unknown): FieldValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof ApexDecimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  if (value instanceof ApexDate) return value.toIso();
  if (value instanceof ApexDatetime) return value.milliseconds;
  if (value instanceof ApexTime) return value.toIso();
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  if (value instanceof ApexEnumValue) return value.name;
  if (value instanceof SObject) return value.id;
  throw new UnsupportedError(`a value of ${String(value)} in a query or record`);
}

/** A record of a trigger or a save, made an sObject. */
export function sobjectOfRow(row: Row): SObject {
  const record = new SObject(apex().object(row.type));
  for (const [name, value] of Object.entries(row.values)) {
    const field = record.object.fields.get(name.toLowerCase());
    if (field !== undefined && field.type !== 'address') record.values.set(field.name, fromFieldValue(field, value));
  }
  return record;
}

/** The row that a save takes: fields that the operation may write, and the id. */
export function rowOfSObject(record: SObject, writable: (field: FieldDef) => boolean): Row {
  const values: Record<string, FieldValue> = {};
  for (const [name, value] of record.values) {
    const field = record.object.fields.get(name.toLowerCase());
    if (field === undefined) continue;
    if (name === 'Id' ? value !== null : writable(field)) values[name] = toFieldValue(value);
  }
  return { type: record.object.name, values };
}

/** Writes what a before trigger changed back into the row that will be saved. */
export function writeChanges(record: SObject, row: Row): void {
  for (const [name, value] of record.values) {
    const now = toFieldValue(value);
    if ((row.values[name] ?? null) !== now) row.values[name] = now;
  }
}

/** A row of a query, made an sObject with its parents and child rows. */
export function sobjectOfResult(row: ResultRow): SObject {
  const object = apex().object(row.type);
  const record = new SObject(object, true);
  for (const [name, value] of Object.entries(row.values)) {
    const key = name.toLowerCase();
    if (value !== null && typeof value === 'object') {
      if ('rows' in value) record.childLists.set(key, childList(record, key, value.rows));
      else record.parents.set(key, sobjectOfResult(value));
      continue;
    }
    const field = object.fields.get(key);
    if (field !== undefined) setSelected(record, field, value);
    else if (value === null && isRelationship(record, key)) record.parents.set(key, null);
    else if (value === null && isChildRelationship(record, key)) record.childLists.set(key, childList(record, key, []));
    else record.values.set(name, value);
  }
  if (row.id !== undefined) record.values.set('Id', row.id);
  return record;
}

function setSelected(record: SObject, field: FieldDef, value: FieldValue): void {
  if (value === null) (record.selectedNulls ??= new Set()).add(field.name);
  else record.values.set(field.name, fromFieldValue(field, value));
}

function childList(record: SObject, key: string, rows: readonly ResultRow[]): ApexList {
  const child = record.object.childRelationships.find(
    ({ relationshipName }) => relationshipName?.toLowerCase() === key
  );
  return new ApexList(child?.childObject ?? 'SObject', rows.map(sobjectOfResult));
}

function isRelationship(record: SObject, key: string): boolean {
  for (const { reference } of record.object.fields.values()) {
    if (reference?.relationshipName?.toLowerCase() === key) return true;
  }
  return false;
}

function isChildRelationship(record: SObject, key: string): boolean {
  return record.object.childRelationships.some(({ relationshipName }) => relationshipName?.toLowerCase() === key);
}
