import { OrgError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import { fullId } from '../../records/index.ts';
import type { FieldDef, ObjectDef } from '../../schema/types.ts';
import type { FieldValue, Row } from '../../row.ts';
import type { AccessMode } from '../../security/types.ts';
import { indexTerm, isFolded, fold, quoted } from '../../store/index.ts';
import { fromJson } from '../values.ts';
import { isObject, notFound } from './call.ts';

/** The object a path names. @throws OrgError NOT_FOUND also if the user may not see it */
export function objectNamed(org: Org, name: string, access: AccessMode): ObjectDef {
  const object = org.schema.object(name);
  if (!object || (access !== 'system' && !access.object(object.name).read)) throw notFound();
  return object;
}

/** The type a record of a collection names in its `attributes`. @throws OrgError */
export function typeOf(record: unknown): string {
  const attributes = isObject(record) ? record['attributes'] : undefined;
  const type = isObject(attributes) ? attributes['type'] : undefined;
  if (typeof type === 'string') return type;
  throw new OrgError(
    'INVALID_TYPE',
    'Each record needs attributes with its type: { "attributes": { "type": "Case" }, … }'
  );
}

/** A record from a JSON body. @throws OrgError for an unknown field or a value of a wrong type */
export function rowFromJson(org: Org, object: ObjectDef, body: unknown, access: AccessMode): Row {
  if (!isObject(body)) throw new OrgError('JSON_PARSER_ERROR', `A record of ${object.name} must be a JSON object.`);
  const values: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(body)) {
    if (name === 'attributes') continue;
    const field = object.fields.get(name.toLowerCase());
    if (field && isVisible(object, field, access)) values[field.name] = fromJson(field, value);
    else {
      const reference = referenceNamed(object, name);
      if (!reference || !isObject(value)) throw unknownField(object, name);
      values[reference.name] = idByReference(org, reference, value);
    }
  }
  return { type: object.name, values };
}

function isVisible(object: ObjectDef, field: FieldDef, access: AccessMode): boolean {
  return access === 'system' || field.type === 'id' || access.fieldReadable(object.name, field.name);
}

function unknownField(object: ObjectDef, name: string): OrgError {
  return new OrgError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`, [name]);
}

function referenceNamed(object: ObjectDef, name: string): FieldDef | undefined {
  const wanted = name.toLowerCase();
  return [...object.fields.values()].find((field) => field.reference?.relationshipName?.toLowerCase() === wanted);
}

/** `"Account": { "Key__c": "x" }` stands for the id of the account with that external id. */
function idByReference(org: Org, reference: FieldDef, value: Record<string, unknown>): string {
  const given = Object.entries(value).filter(([name]) => name !== 'attributes');
  const [entry] = given;
  const targets = reference.reference?.to ?? [];
  const attributes = value['attributes'];
  const type = isObject(attributes) && typeof attributes['type'] === 'string' ? attributes['type'] : targets[0];
  const target = type === undefined ? undefined : org.schema.object(type);
  const key = entry && target?.fields.get(entry[0].toLowerCase());
  if (!entry || given.length > 1 || !target || !key || !(key.externalId || key.type === 'id')) {
    throw new OrgError(
      'INVALID_FIELD',
      `${reference.reference?.relationshipName ?? reference.name} must name its record by one external id field.`,
      [reference.name]
    );
  }
  return idByKey(org, target, key, fromJson(key, entry[1]));
}

/** The id of the one record with that external id. @throws OrgError */
function idByKey(org: Org, object: ObjectDef, key: FieldDef, value: FieldValue): string {
  const ids = idsByKey(org, object, key, value);
  if (ids[0] !== undefined && ids.length === 1) return ids[0];
  throw new OrgError(
    ids.length === 0 ? 'INVALID_FIELD' : 'DUPLICATE_EXTERNAL_ID',
    ids.length === 0
      ? `Foreign key external ID: ${String(value)} not found for field ${key.name} in entity ${object.name}`
      : `${key.name}: more than one record found for external id field: [${ids.join(', ')}]`
  );
}

/** The ids of the records that are not deleted and hold that value. */
export function idsByKey(org: Org, object: ObjectDef, key: FieldDef, value: FieldValue): string[] {
  const wanted = key.type === 'id' ? (fullId(String(value)) ?? value) : isFolded(key) ? fold(String(value)) : value;
  const live = object.fields.has('isdeleted') ? ' AND "IsDeleted" = 0' : '';
  return org.store
    .all(`SELECT "Id" AS id FROM ${quoted(object.name)} WHERE ${indexTerm(key)} = ?${live}`, [
      typeof wanted === 'boolean' ? Number(wanted) : wanted
    ])
    .map((row) => String(row['id']));
}
