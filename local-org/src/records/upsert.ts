import { OrgError } from '../errors.ts';
import type { Org } from '../org.ts';
import type { FieldDef, ObjectDef } from '../schema/types.ts';
import type { FieldValue } from '../row.ts';
import { fold, isFolded, quoted } from '../store/index.ts';
import type { Draft } from './draft.ts';
import { fullId } from './ids.ts';
import { planOf } from './plan.ts';
import type { SaveOptions } from './types.ts';

/** Decides row by row whether an upsert makes a record or changes one. */
export function splitUpsert(
  org: Org,
  object: ObjectDef,
  drafts: readonly Draft[],
  options: SaveOptions
): { inserts: Draft[]; updates: Draft[] } {
  const key = keyField(object, options.externalIdField ?? 'Id');
  const good = drafts.filter((draft) => !draft.failed);
  if (key.type === 'id') splitById(good);
  else findByKey(org, object, key, good);
  const found = good.filter((draft) => !draft.failed);
  return {
    inserts: found.filter((draft) => draft.created),
    updates: found.filter((draft) => !draft.created)
  };
}

function keyField(object: ObjectDef, name: string): FieldDef {
  const field = object.fields.get(name.toLowerCase());
  if (field && (field.type === 'id' || field.externalId)) return field;
  throw new OrgError(
    'INVALID_FIELD',
    `Field name provided, ${name} does not match an External ID, Salesforce Id, or indexed field for ${object.name}`
  );
}

function splitById(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const id = draft.given.values['Id'];
    draft.created = id === undefined || id === null;
    if (draft.created) delete draft.given.values['Id'];
    else if (fullId(String(id)) === undefined) draft.fail('MALFORMED_ID', `malformed id ${String(id)}`, ['Id']);
    else draft.id = String(id);
  }
}

function findByKey(org: Org, object: ObjectDef, key: FieldDef, drafts: readonly Draft[]): void {
  const normal = (value: FieldValue): FieldValue => (typeof value === 'string' && isFolded(key) ? fold(value) : value);
  const term = isFolded(key) ? `fold(${quoted(key.name)})` : quoted(key.name);
  const live = planOf(object).softDelete ? ' AND "IsDeleted" = 0' : '';
  const rows = org.store.all(
    `SELECT "Id" AS id, ${term} AS value FROM ${quoted(object.name)} WHERE ${term} IN (SELECT value FROM json_each(?))${live}`,
    [JSON.stringify(drafts.map((draft) => normal(draft.given.values[key.name] ?? null)))]
  );
  const idsOf = new Map<FieldValue, string[]>();
  for (const row of rows) {
    const value = row['value'] ?? null;
    idsOf.set(value, [...(idsOf.get(value) ?? []), String(row['id'])]);
  }
  const seen = new Set<FieldValue>();
  for (const draft of drafts) {
    const given = draft.given.values[key.name] ?? null;
    const value = normal(given);
    const ids = idsOf.get(value) ?? [];
    if (value === null || value === '') {
      draft.fail('MISSING_ARGUMENT', `${key.name} not specified`, [key.name]);
    } else if (seen.has(value)) {
      draft.fail('DUPLICATE_VALUE', `Duplicate external id specified: ${String(given)}`, [key.name]);
    } else if (ids.length > 1) {
      draft.fail(
        'DUPLICATE_EXTERNAL_ID',
        `${key.name}: more than one record found for external id field: [${ids.join(', ')}]`,
        [key.name]
      );
    } else {
      draft.id = ids[0];
      draft.created = ids.length === 0;
    }
    seen.add(value);
  }
}
