import { OrgError } from '../../errors.ts';
import { fullId } from '../../records/index.ts';
import type { DmlOperation, Transaction } from '../../records/types.ts';
import type { Row } from '../../row.ts';
import { collectionSize } from '../limits.ts';
import { objectNamed, rowFromJson, typeOf } from './body.ts';
import type { Answer, Call, Places, Route } from './call.ts';
import { bodyObject, inTransaction, route } from './call.ts';
import { rowJson, saveResultJson } from './results.ts';
import type { Candidate } from './saving.ts';
import { candidate, save } from './saving.ts';
import { fieldName } from './sobjects.ts';

/** Up to 200 records at a time. */
export const collectionRoutes: readonly Route[] = [
  route('POST composite/sobjects', (call) => saveRecords(call, 'insert')),
  route('PATCH composite/sobjects', (call) => saveRecords(call, 'update')),
  route('DELETE composite/sobjects', deleteRecords),
  route('PATCH composite/sobjects/:object/:field', upsertRecords),
  route('GET composite/sobjects/:object', (call, places) =>
    retrieve(call, places, listed(call, 'ids'), listed(call, 'fields'))
  ),
  route('POST composite/sobjects/:object', (call, places) => {
    const body = bodyObject(call);
    return retrieve(call, places, texts(body, 'ids'), texts(body, 'fields'));
  })
];

function recordsOf(call: Call): { readonly records: readonly unknown[]; readonly allOrNone: boolean } {
  const body = bodyObject(call);
  const records = body['records'];
  if (!Array.isArray(records))
    throw new OrgError('JSON_PARSER_ERROR', 'The request body needs a list of records: { "records": [ … ] }');
  if (records.length > collectionSize) throw tooMany();
  return { records, allOrNone: body['allOrNone'] === true };
}

function tooMany(): OrgError {
  return new OrgError(
    'EXCEEDED_ID_LIMIT',
    `Record limit reached. Cannot submit more than ${String(collectionSize)} records in this operation.`
  );
}

function saveRecords(call: Call, operation: DmlOperation): Answer {
  const { records, allOrNone } = recordsOf(call);
  const results = save(call, {
    operation,
    allOrNone,
    candidates: (transaction) =>
      records.map((record) => candidate(() => rowOf(call, transaction, typeOf(record), record)))
  });
  return { status: 200, body: results.map(saveResultJson) };
}

function rowOf(call: Call, transaction: Transaction, type: string, record: unknown): Row {
  const access = transaction.access();
  const object = call.org.schema.object(type);
  if (!object || !access.object(object.name).read) {
    throw new OrgError('INVALID_TYPE', `sObject type '${type}' is not supported.`);
  }
  return rowFromJson(call.org, object, record, access);
}

function upsertRecords(call: Call, { object = '', field = '' }: Places): Answer {
  const { records, allOrNone } = recordsOf(call);
  const results = save(call, {
    operation: 'upsert',
    externalIdField: field,
    allOrNone,
    candidates: (transaction) => {
      const { name } = objectNamed(call.org, object, transaction.access());
      return records.map((record) => candidate(() => rowOf(call, transaction, sameType(record, name), record)));
    }
  });
  return { status: 200, body: results.map(saveResultJson) };
}

function sameType(record: unknown, type: string): string {
  const own = typeOf(record);
  if (own.toLowerCase() === type.toLowerCase()) return type;
  throw new OrgError('INVALID_TYPE', `The record's type ${own} is not the type ${type} of the request.`);
}

function deleteRecords(call: Call): Answer {
  const ids = listed(call, 'ids');
  if (ids.length > collectionSize) throw tooMany();
  const results = save(call, {
    operation: 'delete',
    allOrNone: call.query.get('allOrNone') === 'true',
    candidates: () => ids.map((id): Candidate => candidate(() => ({ type: typeOfId(call, id), values: { Id: id } })))
  });
  return { status: 200, body: results.map(saveResultJson) };
}

function typeOfId(call: Call, id: string): string {
  const object = fullId(id) === undefined ? undefined : call.org.schema.objectOfId(id);
  if (object) return object.name;
  throw new OrgError('MALFORMED_ID', `malformed id ${id}`);
}

function retrieve(
  call: Call,
  { object: name = '' }: Places,
  ids: readonly string[],
  fields: readonly string[]
): Answer {
  if (ids.length > queryableAtOnce) throw tooMany();
  return inTransaction(call, (transaction) => {
    const object = objectNamed(call.org, name, transaction.access());
    const names = new Set(['Id', ...fields.map((field) => fieldName(object, field))]);
    const full = ids.map((id) => fullId(id) ?? id);
    const set = call.org.soql.query(`SELECT ${[...names].join(', ')} FROM ${object.name} WHERE Id IN :ids`, {
      access: transaction.access(),
      binds: () => full,
      language: transaction.language,
      timeZone: transaction.timeZone
    });
    const rows = new Map(set.rows.map((row) => [row.values['Id'], row]));
    const body = full.map((id) => {
      const row = rows.get(id);
      return row ? rowJson(call.org, call.base, row) : null;
    });
    return { status: 200, body };
  });
}

/** The platform lets one request read more records than it lets it save. */
const queryableAtOnce = 2000;

function listed(call: Call, name: string): string[] {
  const text = call.query.get(name);
  if (text === null) throw new OrgError('MISSING_ARGUMENT', `The request needs the parameter ${name}.`);
  return text.split(',').map((part) => part.trim());
}

function texts(body: Record<string, unknown>, name: string): string[] {
  const list = body[name];
  if (Array.isArray(list) && list.every((entry) => typeof entry === 'string')) return list;
  throw new OrgError('JSON_PARSER_ERROR', `The request body needs ${name}, a list of texts.`);
}
