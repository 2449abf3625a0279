import { OrgError } from '../../errors.ts';
import type { SaveResult, Transaction } from '../../records/types.ts';
import { fullId } from '../../records/index.ts';
import type { ResultRow } from '../../row.ts';
import type { FieldDef, ObjectDef } from '../../schema/types.ts';
import { SaveFailure } from '../errors.ts';
import { fromJson } from '../values.ts';
import { idsByKey, objectNamed, rowFromJson } from './body.ts';
import type { Answer, Call, Places, Route } from './call.ts';
import { bodyObject, inTransaction, notFound, route } from './call.ts';
import { describeObject, describeOrg } from './describe.ts';
import { rowJson, saveResultJson } from './results.ts';
import { candidate, save } from './saving.ts';

/** Records, one at a time. */
export const sobjectRoutes: readonly Route[] = [
  route('GET sobjects', describeOrg),
  // Nothing notes what was viewed.
  route('GET sobjects/:object', (call, places) => ({
    status: 200,
    body: { objectDescribe: describeObject(call, places).body, recentItems: [] }
  })),
  route('POST sobjects/:object', create),
  route('GET sobjects/:object/describe', describeObject),
  route('GET sobjects/:object/:id', (call, places) => read(call, places, byId)),
  route('PATCH sobjects/:object/:id', update),
  route('DELETE sobjects/:object/:id', (call, places) => remove(call, places, byId)),
  route('GET sobjects/:object/:field/:value', (call, places) => read(call, places, byKey)),
  route('PATCH sobjects/:object/:field/:value', upsert),
  route('POST sobjects/:object/:field/:value', upsert),
  route('DELETE sobjects/:object/:field/:value', (call, places) => remove(call, places, byKey))
];

type Finder = (call: Call, object: ObjectDef, places: Places) => string;

function byId(_call: Call, object: ObjectDef, { id = '' }: Places): string {
  const full = fullId(id);
  if (full === undefined || full.slice(0, 3) !== object.keyPrefix) {
    throw new OrgError('MALFORMED_ID', `${object.name} ID: id value of incorrect type: ${id}`, ['Id']);
  }
  return full;
}

function byKey(call: Call, object: ObjectDef, { field = '', value = '' }: Places): string {
  const key = keyField(object, field);
  const ids = idsByKey(call.org, object, key, fromJson(key, value));
  if (ids.length > 1) {
    throw new OrgError(
      'DUPLICATE_EXTERNAL_ID',
      `${key.name}: more than one record found for external id field: [${ids.join(', ')}]`
    );
  }
  if (ids[0] === undefined) throw notFound();
  return ids[0];
}

function keyField(object: ObjectDef, name: string): FieldDef {
  const field = object.fields.get(name.toLowerCase());
  if (field && (field.externalId || field.type === 'id')) return field;
  throw new OrgError('NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${name}`);
}

function create(call: Call, { object: name = '' }: Places): Answer {
  const body = bodyObject(call);
  const [result] = save(call, {
    operation: 'insert',
    allOrNone: true,
    candidates: (transaction) => {
      const object = objectNamed(call.org, name, transaction.access());
      return [{ row: rowFromJson(call.org, object, body, transaction.access()) }];
    }
  });
  return { status: 201, body: saveResultJson(succeeded(result)) };
}

function update(call: Call, places: Places): Answer {
  const body = bodyObject(call);
  const { object: name = '' } = places;
  const [result] = save(call, {
    operation: 'update',
    allOrNone: true,
    candidates: (transaction) => {
      const object = objectNamed(call.org, name, transaction.access());
      const row = rowFromJson(call.org, object, body, transaction.access());
      if ('Id' in row.values) {
        throw new OrgError('INVALID_FIELD', 'The Id field should not be specified in the sobject data.', ['Id']);
      }
      return [{ row: { type: row.type, values: { ...row.values, Id: byId(call, object, places) } } }];
    }
  });
  succeeded(result);
  return { status: 204 };
}

function upsert(call: Call, { object: name = '', field = '', value = '' }: Places): Answer {
  const body = bodyObject(call);
  if (field.toLowerCase() === 'id' && call.method === 'PATCH') return update(call, { object: name, id: value });
  const [result] = save(call, {
    operation: 'upsert',
    externalIdField: field,
    allOrNone: true,
    candidates: (transaction) => {
      const object = objectNamed(call.org, name, transaction.access());
      const key = keyField(object, field);
      const row = rowFromJson(call.org, object, body, transaction.access());
      if (key.type === 'id') return [{ row }];
      if (key.name in row.values) {
        throw new OrgError('INVALID_FIELD', `The ${key.name} field should not be specified in the sobject data.`, [
          key.name
        ]);
      }
      return [{ row: { type: row.type, values: { ...row.values, [key.name]: fromJson(key, value) } } }];
    }
  });
  const saved = succeeded(result);
  return { status: saved.created ? 201 : 200, body: saveResultJson(saved) };
}

function remove(call: Call, places: Places, find: Finder): Answer {
  const [result] = save(call, {
    operation: 'delete',
    allOrNone: true,
    candidates: (transaction) => {
      const object = objectNamed(call.org, places['object'] ?? '', transaction.access());
      return [candidate(() => ({ type: object.name, values: { Id: find(call, object, places) } }))];
    }
  });
  succeeded(result);
  return { status: 204 };
}

/** @throws OrgError with what the record failed for */
function succeeded(result: SaveResult | undefined): SaveResult {
  const error = result?.errors[0];
  if (result && !error) return result;
  // A record that is addressed directly and is not there: the address leads nowhere.
  if (error?.code === 'INVALID_CROSS_REFERENCE_KEY' && error.fields.length === 0) throw notFound();
  throw new SaveFailure(result ?? { success: false, errors: [] });
}

function read(call: Call, places: Places, find: Finder): Answer {
  return inTransaction(call, (transaction) => {
    const object = objectNamed(call.org, places['object'] ?? '', transaction.access());
    const id = find(call, object, places);
    const fields =
      call.query
        .get('fields')
        ?.split(',')
        .map((name) => name.trim()) ?? readableFields(object, transaction);
    const row = readRow(call, transaction, object, id, fields);
    if (!row) throw missing(call, object, id);
    return { status: 200, body: rowJson(call.org, call.base, row) };
  });
}

function missing(call: Call, object: ObjectDef, id: string): OrgError {
  const stored = object.fields.has('isdeleted')
    ? call.org.soql.query('SELECT Id FROM ' + object.name + ' WHERE Id = :id', {
        access: 'system',
        allRows: true,
        binds: () => id
      })
    : undefined;
  return stored?.rows.length ? new OrgError('ENTITY_IS_DELETED', 'entity is deleted') : notFound();
}

/** Fields of an object that the user may read, as a query selects them. */
export function readableFields(object: ObjectDef, transaction: Transaction): string[] {
  const access = transaction.access();
  return [...object.fields.values()]
    .filter(
      (field) => field.type !== 'address' && (field.type === 'id' || access.fieldReadable(object.name, field.name))
    )
    .map((field) => field.name);
}

/** One record with some of its fields, as the user sees it. @throws OrgError for a name that is no field */
export function readRow(
  call: Call,
  transaction: Transaction,
  object: ObjectDef,
  id: string,
  fields: readonly string[]
): ResultRow | undefined {
  const names = fields.map((name) => fieldName(object, name));
  const set = call.org.soql.query(
    `SELECT ${[...new Set(['Id', ...names])].join(', ')} FROM ${object.name} WHERE Id = :id`,
    {
      access: transaction.access(),
      binds: () => id,
      language: transaction.language,
      timeZone: transaction.timeZone
    }
  );
  return set.rows[0];
}

/** A field's name or path in the schema's spelling: what goes into a query must be a name and nothing else. */
export function fieldName(object: ObjectDef, name: string): string {
  if (/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/.test(name)) return name;
  const field = object.fields.get(name.toLowerCase());
  if (field) return field.name;
  throw new OrgError('INVALID_FIELD', `No such column '${name}' on entity '${object.name}'.`, [name]);
}
