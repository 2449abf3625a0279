import type { Org } from '../org.ts';
import type { ChildRelationship, ObjectDef } from '../schema/types.ts';
import { quoted, UniqueViolation } from '../store/index.ts';
import type { Store } from '../store/index.ts';
import type { Draft } from './draft.ts';
import { fire } from './firing.ts';
import type { FormulaReader } from './formulas.ts';
import type { ObjectPlan } from './plan.ts';
import { loadRows, planOf } from './plan.ts';
import { behaviourOf } from './standard/index.ts';
import type { SaveOptions } from './types.ts';

/** One chunk of records on their way into or out of the recycle bin. */
export interface Removal {
  readonly org: Org;
  readonly plan: ObjectPlan;
  readonly operation: 'delete' | 'undelete';
  readonly options: SaveOptions;
  readonly formulas: FormulaReader;
  readonly now: number;
  /** The records are merged into this one. */
  readonly masterId?: string;
  /** Takes to the master what refers to a record. */
  readonly merge?: (id: string) => void;
}

/**
 * What a deletion took with it, so that undelete can bring it back: records that went with `root`,
 * and lookups that were emptied because it went.
 */
export const RECYCLE_BIN_TABLES = `
  CREATE TABLE IF NOT EXISTS recycled (root TEXT NOT NULL, object TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (root, id)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS recycled_id ON recycled (id);
  CREATE TABLE IF NOT EXISTS cleared_lookup (root TEXT NOT NULL, object TEXT NOT NULL, field TEXT NOT NULL, id TEXT NOT NULL, parent TEXT NOT NULL,
    PRIMARY KEY (root, object, field, id)) WITHOUT ROWID;`;

/** Deletes records with all that belongs to them. @returns whether a failure came after something was already done */
export function deleteChunk(removal: Removal, drafts: readonly Draft[]): boolean {
  const { org, plan } = removal;
  if (!mayDelete(removal, drafts)) return false;
  loadOld(removal, drafts);
  let rows = good(drafts);
  const hasBefore = org.triggers.hasTriggers(plan.object.name, 'before', 'delete');
  if (hasBefore) fire(removal, 'before', rows);
  rows = good(rows);
  if (!removal.merge) for (const draft of rows) refuseRestricted(org, plan.object, draft);
  if ((hasBefore || removal.options.allOrNone) && drafts.some((draft) => draft.failed)) return true;
  rows = good(rows);
  for (const draft of rows) {
    if (draft.id === undefined) continue;
    if (removal.merge) mergeAway(removal, draft, draft.id);
    remove(removal, plan.object, draft.id, [draft.id]);
  }
  moved(removal, rows);
  if (org.triggers.hasTriggers(plan.object.name, 'after', 'delete')) fire(removal, 'after', rows);
  return rows.some((draft) => draft.failed);
}

/** Brings deleted records back with what went with them. @returns whether a failure came after something was already done */
export function undeleteChunk(removal: Removal, drafts: readonly Draft[]): boolean {
  const { org, plan } = removal;
  if (!mayDelete(removal, drafts)) return false;
  if (!plan.object.undeletable || !plan.softDelete) {
    for (const draft of drafts) draft.fail('UNDELETE_FAILED', `${plan.object.label} can't be undeleted`);
    return false;
  }
  const stored = loadRows(
    org.store,
    plan,
    drafts.flatMap((draft) => draft.id ?? [])
  );
  for (const draft of drafts) {
    const row = stored.get(draft.id ?? '');
    if (row?.values['IsDeleted'] !== true) draft.fail('UNDELETE_FAILED', 'Entity is not in the recycle bin');
    else if (!isRoot(org.store, draft.id ?? '')) {
      draft.fail('UNDELETE_FAILED', 'The record was deleted together with its parent: undelete the parent');
    } else draft.row = { type: row.type, values: { ...row.values, IsDeleted: false } };
  }
  const rows = good(drafts);
  for (const draft of rows) restoreDraft(removal, draft);
  const restored = good(rows);
  moved(removal, restored);
  if (org.triggers.hasTriggers(plan.object.name, 'after', 'undelete')) fire(removal, 'after', restored);
  return restored.some((draft) => draft.failed);
}

/** The record is told in the bin whom it belongs to now. */
function mergeAway({ org, plan, masterId, merge }: Removal, draft: Draft, id: string): void {
  merge?.(id);
  draft.row.values['MasterRecordId'] = masterId ?? null;
  org.store.run(`UPDATE ${quoted(plan.object.name)} SET "MasterRecordId" = ? WHERE "Id" = ?`, [masterId ?? null, id]);
}

function moved({ org, plan, operation }: Removal, drafts: readonly Draft[]): void {
  const { name: object } = plan.object;
  if (org.watcher.watches(object)) org.watcher.saved({ object, operation, rows: drafts });
  behaviourOf(object)?.moved?.(
    org,
    drafts.map(({ row }) => row)
  );
}

function mayDelete({ plan, options }: Removal, drafts: readonly Draft[]): boolean {
  const { name, deletable, label } = plan.object;
  if (!deletable && !options.asOrg) {
    for (const draft of drafts) draft.fail('CANNOT_DELETE_ENTITY', `entity type cannot be deleted: ${label}`);
    return false;
  }
  if (options.access === 'system' || options.access.object(name).delete) return true;
  for (const draft of drafts) draft.fail('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  return false;
}

function good(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => !draft.failed);
}

function loadOld({ org, plan }: Removal, drafts: readonly Draft[]): void {
  const stored = loadRows(
    org.store,
    plan,
    drafts.flatMap((draft) => draft.id ?? [])
  );
  for (const draft of drafts) {
    const row = stored.get(draft.id ?? '');
    if (!row) draft.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    else if (row.values['IsDeleted'] === true) draft.fail('ENTITY_IS_DELETED', 'entity is deleted');
    else draft.row = draft.old = row;
  }
}

function isRoot(store: Store, id: string): boolean {
  return store.get('SELECT 1 AS found FROM recycled WHERE root = ? AND id = ?', [id, id]) !== undefined;
}

function liveCondition(object: ObjectDef): string {
  return planOf(object).softDelete ? ' AND "IsDeleted" = 0' : '';
}

/** Rows below that forbid the deletion, at any depth that the deletion would reach. */
function refuseRestricted(org: Org, object: ObjectDef, draft: Draft): void {
  const blocker = blockerBelow(org, object, draft.id === undefined ? [] : [draft.id]);
  if (blocker) {
    draft.fail(
      'DELETE_FAILED',
      `Your attempt to delete ${object.label} could not be completed because it is associated with the following ${blocker.labelPlural}`
    );
  }
}

function blockerBelow(org: Org, object: ObjectDef, ids: readonly string[]): ObjectDef | undefined {
  for (const relationship of object.childRelationships) {
    if (!relationship.restrictedDelete && !relationship.cascadeDelete) continue;
    const child = org.schema.object(relationship.childObject);
    if (!child || child.kind === 'platformEvent') continue;
    const below = idsBelow(org.store, child, relationship, ids);
    if (below.length === 0) continue;
    if (relationship.restrictedDelete) return child;
    const blocker = blockerBelow(org, child, below);
    if (blocker) return blocker;
  }
  return undefined;
}

function idsBelow(store: Store, child: ObjectDef, { field }: ChildRelationship, ids: readonly string[]): string[] {
  const rows = store.all(
    `SELECT "Id" AS id FROM ${quoted(child.name)} WHERE ${quoted(field)} IN (SELECT value FROM json_each(?))${liveCondition(child)}`,
    [JSON.stringify(ids)]
  );
  return rows.map((row) => String(row['id']));
}

function remove(removal: Removal, object: ObjectDef, root: string, ids: readonly string[]): void {
  const { org } = removal;
  for (const relationship of object.childRelationships) {
    const child = org.schema.object(relationship.childObject);
    if (!child || child.kind === 'platformEvent') continue;
    const below = idsBelow(org.store, child, relationship, ids);
    if (below.length === 0) continue;
    // A row that can't be without its parent goes with it.
    const isRequired = child.fields.get(relationship.field.toLowerCase())?.nillable === false;
    if (relationship.cascadeDelete || isRequired) remove(removal, child, root, below);
    else clearLookup(org.store, child, relationship.field, root, below);
  }
  const list = JSON.stringify(ids);
  if (!planOf(object).softDelete) {
    org.store.run(`DELETE FROM ${quoted(object.name)} WHERE "Id" IN (SELECT value FROM json_each(?))`, [list]);
    return;
  }
  org.store.run('INSERT OR REPLACE INTO recycled (root, object, id) SELECT ?, ?, value FROM json_each(?)', [
    root,
    object.name,
    list
  ]);
  setDeleted(removal, object, 1, list);
}

function setDeleted({ org, now }: Removal, object: ObjectDef, deleted: 0 | 1, ids: string): void {
  const stamps = ['LastModifiedDate', 'SystemModstamp'].filter((name) => planOf(object).has(name));
  const assignments = ['"IsDeleted" = ?', ...stamps.map((name) => `${quoted(name)} = ?`)].join(', ');
  org.store.run(`UPDATE ${quoted(object.name)} SET ${assignments} WHERE "Id" IN (SELECT value FROM json_each(?))`, [
    deleted,
    ...stamps.map(() => now),
    ids
  ]);
}

function clearLookup(store: Store, child: ObjectDef, field: string, root: string, ids: readonly string[]): void {
  const list = JSON.stringify(ids);
  store.run(
    `INSERT OR REPLACE INTO cleared_lookup (root, object, field, id, parent)
     SELECT ?, ?, ?, "Id", ${quoted(field)} FROM ${quoted(child.name)} WHERE "Id" IN (SELECT value FROM json_each(?))`,
    [root, child.name, field, list]
  );
  store.run(`UPDATE ${quoted(child.name)} SET ${quoted(field)} = NULL WHERE "Id" IN (SELECT value FROM json_each(?))`, [
    list
  ]);
}

/** Another record may have taken a unique value meanwhile: then the record stays in the bin. */
function restoreDraft(removal: Removal, draft: Draft): void {
  try {
    removal.org.store.transaction(() => restore(removal, draft.id ?? ''));
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
    const field = error.index.split('.').at(-1) ?? error.index;
    draft.fail('DUPLICATE_VALUE', `duplicate value found: ${field} duplicates value on another record`, [field]);
  }
}

function restore(removal: Removal, root: string): void {
  const { store, schema } = removal.org;
  for (const row of store.all(
    'SELECT object, json_group_array(id) AS ids FROM recycled WHERE root = ? GROUP BY object',
    [root]
  )) {
    const object = schema.object(String(row['object']));
    if (object) setDeleted(removal, object, 0, String(row['ids']));
  }
  for (const row of store.all('SELECT object, field, id, parent FROM cleared_lookup WHERE root = ?', [root])) {
    const object = schema.object(String(row['object']));
    const field = object?.fields.get(String(row['field']).toLowerCase());
    if (!object || !field) continue;
    store.run(
      `UPDATE ${quoted(object.name)} SET ${quoted(field.name)} = ? WHERE "Id" = ? AND ${quoted(field.name)} IS NULL`,
      [row['parent'] ?? null, row['id'] ?? null]
    );
  }
  store.run('DELETE FROM recycled WHERE root = ?', [root]);
  store.run('DELETE FROM cleared_lookup WHERE root = ?', [root]);
}
