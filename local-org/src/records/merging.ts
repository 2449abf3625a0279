import { OrgError } from '../errors.ts';
import type { Org } from '../org.ts';
import type { Row } from '../row.ts';
import type { ObjectDef } from '../schema/types.ts';
import { quoted } from '../store/index.ts';
import { deleteChunk } from './deletion.ts';
import { Draft } from './draft.ts';
import { FormulaReader } from './formulas.ts';
import { fullId } from './ids.ts';
import { checkMixing } from './mixing.ts';
import { planOf } from './plan.ts';
import type { MergeResult, Records, SaveError, SaveOptions, SaveResult } from './types.ts';

/** Records of these can be merged, as on the platform. */
const mergeable: ReadonlySet<string> = new Set(['Account', 'Case', 'Contact']);
const most = 2;

/**
 * Merges records into a master: they are deleted with its id as MasterRecordId (delete triggers run, as one event), what
 * referred to them refers to the master (no triggers run), and the master is saved with what is given (update triggers run).
 * One error takes all of it back.
 */
export function mergeRecords(
  org: Org,
  records: Pick<Records, 'save'>,
  master: Row,
  duplicates: readonly string[],
  options: SaveOptions
): MergeResult {
  const object = mergeableObject(org, master.type);
  checkMixing(org.transaction, object);
  const masterId = fullId(String(master.values['Id'] ?? ''));
  const drafts = duplicates.map((id) => duplicateDraft(object, id));
  const errors = masterId === undefined ? [error('MISSING_ARGUMENT', 'Id not specified in a merge call')] : [];
  if (drafts.length === 0 || drafts.length > most) {
    errors.push(error('INVALID_ARGUMENT', `One or two records can be merged into a master, not ${drafts.length}`));
  }
  if (drafts.some(({ id }) => id === masterId)) {
    errors.push(error('INVALID_ARGUMENT', 'A record cannot be merged into itself'));
  }
  if (masterId === undefined || errors.length > 0) return { success: false, errors, mergedIds: [], relatedIds: [] };

  const relatedIds: string[] = [];
  const savepoint = org.store.savepoint();
  try {
    const now = Math.floor(org.clock.now() / 1000) * 1000;
    const removal = {
      org,
      plan: planOf(object),
      operation: 'delete',
      options,
      now,
      formulas: new FormulaReader(org)
    } as const;
    deleteChunk(
      { ...removal, merge: (id) => relatedIds.push(...moveChildren(org, object, id, masterId)), masterId },
      drafts
    );
    const failed = drafts.flatMap((draft) => draft.errors);
    const saved = failed.length > 0 ? [] : records.save('update', [master], { ...options, allOrNone: true });
    const problems = [...failed, ...saved.flatMap((result: SaveResult) => result.errors)];
    if (problems.length > 0) {
      savepoint.rollback();
      return { success: false, errors: problems, mergedIds: [], relatedIds: [] };
    }
    return { success: true, id: masterId, errors: [], mergedIds: drafts.flatMap(({ id }) => id ?? []), relatedIds };
  } finally {
    savepoint.release();
  }
}

function mergeableObject(org: Org, name: string): ObjectDef {
  const object = org.schema.object(name);
  if (object && mergeable.has(object.name)) return object;
  throw new OrgError('INVALID_TYPE_FOR_OPERATION', `entity type ${name} does not support merge`);
}

function duplicateDraft(object: ObjectDef, given: string): Draft {
  const id = fullId(given);
  const draft = new Draft({ type: object.name, values: { Id: id ?? given } });
  if (id === undefined) draft.fail('MALFORMED_ID', `malformed id ${given}`, ['Id']);
  else if (!id.startsWith(object.keyPrefix)) {
    draft.fail('INVALID_TYPE', 'Merge requires records of the same type', ['Id']);
  } else draft.id = id;
  return draft;
}

function error(code: string, message: string): SaveError {
  return { code, message, fields: [] };
}

/**
 * What refers to a record refers to the master from now on; the master itself never to itself. Of what a record can have only one,
 * the master keeps its own. @returns the ids of what moved
 */
function moveChildren(org: Org, object: ObjectDef, from: string, to: string): string[] {
  const moved: string[] = [];
  for (const { childObject, field } of object.childRelationships) {
    const child = org.schema.object(childObject);
    if (!child || child.kind === 'platformEvent' || field === 'MasterRecordId') continue;
    if (child.fields.get(field.toLowerCase())?.unique === true) continue;
    const table = quoted(child.name);
    const column = quoted(field);
    const live = planOf(child).softDelete ? ' AND "IsDeleted" = 0' : '';
    const rows = org.store.all(`SELECT "Id" AS id FROM ${table} WHERE ${column} = ?${live}`, [from]);
    if (rows.length === 0) continue;
    org.store.run(
      `UPDATE ${table} SET ${column} = CASE WHEN "Id" = ?1 THEN NULL ELSE ?1 END WHERE ${column} = ?2${live}`,
      [to, from]
    );
    moved.push(...rows.map(({ id }) => String(id)));
  }
  return moved;
}
