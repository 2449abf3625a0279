import type { FieldDef } from '../schema/types.ts';
import { quoted } from '../store/index.ts';
import type { Draft } from './draft.ts';
import { fullId } from './ids.ts';
import { planOf } from './plan.ts';
import type { Chunk } from './saving.ts';

interface Use {
  readonly draft: Draft;
  readonly field: FieldDef;
}

/** Every id given in a lookup is well formed, of an allowed object, and of a record that exists and is not deleted. */
export function checkReferences(chunk: Chunk, drafts: readonly Draft[]): void {
  const uses = new Map<string, Map<string, Use[]>>();
  for (const draft of drafts) {
    for (const field of chunk.plan.references) {
      const id = draft.row.values[field.name] ?? null;
      if (id === null || id === draft.old?.values[field.name]) continue;
      const target = targetOf(chunk, draft, field, String(id));
      if (target === undefined) continue;
      const ids = uses.get(target) ?? new Map<string, Use[]>();
      uses.set(target, ids);
      const usesOfId = ids.get(String(id)) ?? [];
      ids.set(String(id), usesOfId);
      usesOfId.push({ draft, field });
    }
  }
  for (const [object, ids] of uses) checkExist(chunk, object, ids);
}

function targetOf({ org }: Chunk, draft: Draft, field: FieldDef, id: string): string | undefined {
  const full = fullId(id);
  const target = full === undefined ? undefined : org.schema.objectOfId(full);
  if (full === undefined || !target || !field.reference?.to.includes(target.name)) {
    draft.fail('MALFORMED_ID', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
    return undefined;
  }
  draft.row.values[field.name] = full;
  return target.name;
}

function checkExist({ org }: Chunk, objectName: string, ids: ReadonlyMap<string, readonly Use[]>): void {
  const object = org.schema.object(objectName);
  if (!object) return;
  const deleted = planOf(object).softDelete ? '"IsDeleted"' : '0';
  const rows = org.store.all(
    `SELECT "Id" AS id, ${deleted} AS deleted FROM ${quoted(object.name)} WHERE "Id" IN (SELECT value FROM json_each(?))`,
    [JSON.stringify([...ids.keys()])]
  );
  const deletedById = new Map(rows.map((row) => [String(row['id']), row['deleted'] === 1]));
  for (const [id, uses] of ids) {
    const isDeleted = deletedById.get(id);
    if (isDeleted === false) continue;
    for (const { draft, field } of uses) {
      if (isDeleted) draft.fail('ENTITY_IS_DELETED', 'entity is deleted', [field.name]);
      else draft.fail('INVALID_CROSS_REFERENCE_KEY', `${field.label}: invalid cross reference id`, [field.name]);
    }
  }
}
