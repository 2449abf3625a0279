import type { FieldDef } from '../schema/types.ts';
import type { FieldValue } from '../row.ts';
import type { Draft } from './draft.ts';
import { fullId } from './ids.ts';
import type { Chunk } from './saving.ts';

const auditFields = new Set(['createddate', 'createdbyid', 'lastmodifieddate', 'lastmodifiedbyid']);

/** Whether the caller may set what is given: the object, the fields, and nothing read-only. */
export function checkGiven(chunk: Chunk, draft: Draft): void {
  const { plan, operation, options } = chunk;
  const { object } = plan;
  if (!options.asOrg && !(operation === 'insert' ? object.createable : object.updateable)) {
    const verb = operation === 'insert' ? 'inserted' : 'updated';
    draft.fail('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be ${verb}: ${object.label}`);
    return;
  }
  if (options.access !== 'system') {
    const rights = options.access.object(object.name);
    if (operation === 'insert' && !rights.create) {
      draft.fail('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `entity type cannot be inserted: ${object.label}`);
      return;
    }
    if (operation === 'update' && !rights.edit) {
      draft.fail('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
      return;
    }
  }
  const refused = Object.keys(draft.given.values).filter((name) => !maySet(chunk, draft, name));
  if (refused.length > 0) {
    draft.fail(
      'INVALID_FIELD_FOR_INSERT_UPDATE',
      `Unable to create/update fields: ${refused.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
      refused
    );
  }
}

function maySet(chunk: Chunk, draft: Draft, name: string): boolean {
  const { plan, operation, options } = chunk;
  const field = plan.object.fields.get(name.toLowerCase());
  if (!field) return false;
  if (field.type === 'id') return operation === 'update';
  if (options.asOrg) return true;
  if (options.auditFields && operation === 'insert' && auditFields.has(name.toLowerCase())) return true;
  if (options.access === 'system' && draft.old && isUnchanged(field, draft)) return true;
  if (!(operation === 'insert' ? field.createable : field.updateable)) return false;
  return options.access === 'system' || options.access.fieldEditable(plan.object.name, field.name);
}

/** Apex saves records as it queried them, read-only fields included: what does not change, does not matter. */
function isUnchanged(field: FieldDef, draft: Draft): boolean {
  return field.formula !== undefined || draft.given.values[field.name] === draft.old?.values[field.name];
}

/** The row's values under the schema's field names, ids with 18 characters; unknown fields are refused. */
export function namedValues(
  fields: ReadonlyMap<string, FieldDef>,
  values: Readonly<Record<string, FieldValue>>
): { values: Record<string, FieldValue>; unknown: string[] } {
  const named: Record<string, FieldValue> = {};
  const unknown: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = fields.get(name.toLowerCase());
    if (!field) unknown.push(name);
    else if (isIdField(field) && typeof value === 'string')
      named[field.name] = value === '' ? null : (fullId(value) ?? value);
    else named[field.name] = value;
  }
  return { values: named, unknown };
}

function isIdField(field: FieldDef): boolean {
  return field.type === 'id' || field.type === 'reference';
}
