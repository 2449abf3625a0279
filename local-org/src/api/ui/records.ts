import { createHash } from 'node:crypto';
import { OrgError } from '../../errors.ts';
import type { BindValue } from '../../soql/types.ts';
import type { FieldValue, ResultRow, ResultSet } from '../../row.ts';
import { masterRecordTypeId, type ObjectDef } from '../../schema/index.ts';
import { objectOfRecord, recordTypeIds, type Asking } from './asking.ts';
import { displayValue, jsonValue } from './display.ts';
import { layoutFields } from './layouts.ts';
import { addFields, addPath, addShown, queryPaths, selectionOf, type Selection } from './selection.ts';

/** A record as the UI API writes it. */
export interface RecordJson {
  readonly apiName: string;
  readonly childRelationships: object;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, { readonly displayValue: string | null; readonly value: unknown }>>;
  readonly id: string;
  readonly lastModifiedById: string | null;
  readonly lastModifiedDate: string | null;
  readonly recordTypeId: string;
  readonly recordTypeInfo: object | null;
  readonly systemModstamp: string | null;
  readonly weakEtag: number;
}

/** What a request wants to see of a record. */
export interface Wanted {
  readonly fields?: readonly string[];
  readonly optionalFields?: readonly string[];
  readonly layoutTypes?: readonly string[];
}

const audit = ['LastModifiedById', 'LastModifiedDate', 'SystemModstamp', 'RecordTypeId'];

/** The selection of a request. @throws OrgError for a field that is not there */
export function wantedSelection(asking: Asking, object: ObjectDef, wanted: Wanted): Selection {
  const selection = selectionOf(object);
  addFields(asking, selection, wanted.fields ?? [], false);
  addFields(asking, selection, wanted.optionalFields ?? [], true);
  for (const layoutType of wanted.layoutTypes ?? []) {
    for (const field of layoutFields(asking, object, layoutType)) addShown(asking, selection, field);
  }
  return selection;
}

function isRow(value: FieldValue | ResultRow | ResultSet | undefined): value is ResultRow {
  return typeof value === 'object' && value !== null && 'values' in value;
}

function scalar(row: ResultRow, name: string): FieldValue {
  const value = row.values[name];
  return value === undefined || (typeof value === 'object' && value !== null) ? null : value;
}

function text(row: ResultRow, name: string): string | null {
  const value = scalar(row, name);
  return value === null ? null : String(value);
}

function moment(row: ResultRow, name: string): string | null {
  const value = scalar(row, name);
  return typeof value === 'number' ? new Date(value).toISOString() : null;
}

/** A queried row as the UI API writes it. */
export function recordJson(asking: Asking, selection: Selection, row: ResultRow): RecordJson {
  const id = text(row, 'Id') ?? '';
  const object = asking.schema.objectOfId(id) ?? selection.object;
  const fields: Record<string, { displayValue: string | null; value: unknown }> = {};
  for (const [name, field] of selection.fields) {
    const value = scalar(row, name);
    fields[name] = { displayValue: displayValue(asking, object, field, value), value: jsonValue(field, value) };
  }
  for (const [relationship, { selection: parent }] of selection.parents) {
    const value = row.values[relationship];
    if (isRow(value)) {
      fields[relationship] = {
        displayValue: text(value, parent.object.nameField ?? 'Id'),
        value: recordJson(asking, parent, value)
      };
    } else fields[relationship] = { displayValue: null, value: null };
  }
  const stamp = scalar(row, 'SystemModstamp');
  return {
    apiName: object.name,
    childRelationships: {},
    eTag: createHash('md5').update(JSON.stringify(fields)).digest('hex'),
    fields,
    id,
    lastModifiedById: text(row, 'LastModifiedById'),
    lastModifiedDate: moment(row, 'LastModifiedDate'),
    recordTypeId: text(row, 'RecordTypeId') ?? masterRecordTypeId,
    recordTypeInfo: recordTypeInfo(asking, object, text(row, 'RecordTypeId')),
    systemModstamp: moment(row, 'SystemModstamp'),
    weakEtag: typeof stamp === 'number' ? stamp : 0
  };
}

function recordTypeInfo({ org }: Asking, object: ObjectDef, id: string | null): object | null {
  if (id === null) return null;
  const name = [...recordTypeIds(org, object)].find(([, recordTypeId]) => recordTypeId === id)?.[0];
  const type = object.recordTypes.find(({ developerName }) => developerName === name);
  return type
    ? { available: type.active, defaultRecordTypeMapping: false, master: false, name: type.label, recordTypeId: id }
    : null;
}

/** Queries rows of a selection. `rest` begins after FROM; its binds are given by name. */
export function queryRecords(
  asking: Asking,
  selection: Selection,
  rest: string,
  binds: Readonly<Record<string, BindValue>>
): RecordJson[] {
  const { object } = selection;
  const own = audit.filter(
    (name) => object.fields.has(name.toLowerCase()) && asking.access.fieldReadable(object.name, name)
  );
  const paths = new Set([...queryPaths(selection), ...own]);
  const { rows } = asking.org.soql.query(`SELECT ${[...paths].join(', ')} FROM ${object.name} ${rest}`, {
    access: asking.access,
    binds: (name) => binds[name] ?? null,
    language: asking.language,
    timeZone: asking.timeZone
  });
  return rows.map((row) => recordJson(asking, selection, row));
}

/** One record. @throws OrgError NOT_FOUND */
export function readRecord(asking: Asking, id: string, wanted: Wanted): RecordJson {
  const object = objectOfRecord(asking, id);
  const [record] = queryRecords(asking, wantedSelection(asking, object, wanted), 'WHERE Id = :id', { id });
  if (record) return record;
  throw new OrgError('NOT_FOUND', 'The requested resource does not exist');
}

/** A record just saved: what was given, and its name. */
export function savedRecord(asking: Asking, id: string, given: readonly string[]): RecordJson {
  const object = objectOfRecord(asking, id);
  const selection = selectionOf(object);
  for (const field of [object.nameField ?? 'Id', ...given]) addPath(asking, selection, field);
  const [record] = queryRecords(asking, selection, 'WHERE Id = :id', { id });
  if (record) return record;
  throw new OrgError('NOT_FOUND', 'The requested resource does not exist');
}
