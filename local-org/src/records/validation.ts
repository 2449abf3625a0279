import type { FieldDef } from '../schema/types.ts';
import { fold, isFolded, quoted } from '../store/index.ts';
import type { FieldValue } from '../row.ts';
import type { Draft } from './draft.ts';
import { checkOwners } from './owners.ts';
import { checkReferences } from './references.ts';
import type { Chunk } from './saving.ts';
import { checkValue } from './values.ts';

/** The platform's own checks of what is about to be saved: values, required fields, references, uniqueness. */
export function validate(chunk: Chunk, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    checkValues(chunk, draft);
    checkRequired(chunk, draft);
  }
  checkReferences(
    chunk,
    drafts.filter((draft) => !draft.failed)
  );
  checkOwners(
    chunk,
    drafts.filter((draft) => !draft.failed)
  );
  for (const field of chunk.plan.unique)
    checkUnique(
      chunk,
      field,
      drafts.filter((draft) => !draft.failed)
    );
}

function checkValues({ plan }: Chunk, draft: Draft): void {
  const { values } = draft.row;
  for (const field of plan.stored) {
    const value = values[field.name] ?? null;
    const before = draft.old?.values[field.name];
    if (value === before || (value === null && before === undefined)) continue;
    const checked = checkValue(field, value);
    if ('refusal' in checked) draft.fail(checked.refusal.code, checked.refusal.message, [field.name]);
    else values[field.name] = checked.value;
  }
}

function checkRequired({ plan, operation }: Chunk, draft: Draft): void {
  const missing = plan.required
    .filter((field) => draft.row.values[field.name] === null)
    .filter((field) => (operation === 'insert' ? !field.defaultedOnCreate : draft.old?.values[field.name] !== null))
    .map((field) => field.name);
  if (missing.length > 0) {
    draft.fail('REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
  }
}

/** A value may stand in one record that is not deleted, and once in the rows being saved. */
function checkUnique({ org, plan }: Chunk, field: FieldDef, drafts: readonly Draft[]): void {
  const key = (value: FieldValue): FieldValue => (typeof value === 'string' && isFolded(field) ? fold(value) : value);
  const changed = drafts.filter((draft) => {
    const value = draft.row.values[field.name] ?? null;
    return value !== null && value !== draft.old?.values[field.name];
  });
  if (changed.length === 0) return;
  const term = isFolded(field) ? `fold(${quoted(field.name)})` : quoted(field.name);
  const wanted = changed.map((draft) => key(draft.row.values[field.name] ?? null));
  const live = plan.softDelete ? ' AND "IsDeleted" = 0' : '';
  const holders = org.store.all(
    `SELECT "Id" AS id, ${term} AS value FROM ${quoted(plan.object.name)} WHERE ${term} IN (SELECT value FROM json_each(?))${live}`,
    [JSON.stringify(wanted)]
  );
  const holderOf = new Map(holders.map((row) => [row['value'], String(row['id'])]));
  const taken = new Map<FieldValue, Draft>();
  for (const draft of changed) {
    const value = key(draft.row.values[field.name] ?? null);
    const holder = typeof value === 'boolean' || value === null ? undefined : holderOf.get(value);
    const twin = taken.get(value);
    if (holder !== undefined && holder !== draft.id) duplicate(draft, field, holder);
    else if (twin) duplicate(draft, field, twin.id ?? '');
    else taken.set(value, draft);
  }
}

function duplicate(draft: Draft, field: FieldDef, id: string): void {
  const holder = id === '' ? 'another record of the same request' : `record with id: ${id}`;
  draft.fail('DUPLICATE_VALUE', `duplicate value found: ${field.name} duplicates value on ${holder}`);
}
