import { OrgError } from '../errors.ts';
import type { Org } from '../org.ts';
import type { Row } from '../row.ts';
import type { ObjectDef } from '../schema/types.ts';
import type { Counters } from './counters.ts';
import { deleteChunk, undeleteChunk } from './deletion.ts';
import { Draft } from './draft.ts';
import { FormulaReader } from './formulas.ts';
import { publishEvents } from './platformEvents.ts';
import { namedValues } from './given.ts';
import { fullId } from './ids.ts';
import { mergeRecords } from './merging.ts';
import { checkMixing } from './mixing.ts';
import { planOf } from './plan.ts';
import { emptyRecycleBin } from './recycleBin.ts';
import { saveChunk } from './saving.ts';
import type { DmlOperation, Records, SaveOptions, SaveResult } from './types.ts';
import { splitUpsert } from './upsert.ts';

const chunkSize = 200;
const attempts = 3;

/** Everything that writes records in an org. */
export function createRecords(org: Org, counters: Counters): Records {
  const records: Records = {
    save(operation, rows, options) {
      if (!org.store.inTransaction) throw new Error('Records are saved inside a transaction: use org.transact.');
      const drafts = rows.map((row) => draftOf(org, operation, row));
      const savepoint = options.allOrNone ? org.store.savepoint() : undefined;
      try {
        for (const chunk of chunksOf(drafts)) {
          const object = objectNamed(org, chunk[0]?.given.type ?? '');
          saveDrafts({ org, counters, object, operation, options }, chunk);
          if (savepoint && drafts.some((draft) => draft.failed)) {
            savepoint.rollback();
            failTheOthers(drafts);
            break;
          }
        }
      } finally {
        savepoint?.release();
      }
      return drafts.map((draft): SaveResult => draft.result(operation));
    },
    emptyRecycleBin: (ids, options) => emptyRecycleBin(org, ids, options),
    merge: (master, duplicates, options) => mergeRecords(org, records, master, duplicates, options)
  };
  return records;
}

function objectNamed(org: Org, name: string): ObjectDef {
  const object = org.schema.object(name);
  if (!object) throw new OrgError('INVALID_TYPE', `sObject type '${name}' is not supported.`);
  return object;
}

function draftOf(org: Org, operation: DmlOperation, row: Row): Draft {
  const object = objectNamed(org, row.type);
  const { values, unknown } = namedValues(object.fields, row.values);
  const draft = new Draft({ type: object.name, values });
  for (const name of unknown) {
    draft.fail('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`, [name]);
  }
  if (operation === 'insert' || operation === 'upsert') return draft;
  setId(draft, operation, object);
  return draft;
}

/** Everything but an insert begins with a record that the caller names. */
function setId(draft: Draft, operation: DmlOperation, object: ObjectDef): void {
  const id = draft.given.values['Id'];
  if (typeof id !== 'string') {
    draft.fail('MISSING_ARGUMENT', `Id not specified in ${operation === 'update' ? 'an' : 'a'} ${operation} call`);
  } else if (fullId(id) === undefined) draft.fail('MALFORMED_ID', `malformed id ${id}`, ['Id']);
  else if (!id.startsWith(object.keyPrefix)) {
    draft.fail('MALFORMED_ID', `${object.label} ID: id value of incorrect type: ${id}`, ['Id']);
  } else draft.id = id;
}

/** Neighbouring rows of one object go together, 200 at most. */
function chunksOf(drafts: readonly Draft[]): Draft[][] {
  const chunks: Draft[][] = [];
  for (const draft of drafts) {
    const last = chunks.at(-1);
    if (last && last.length < chunkSize && last[0]?.given.type === draft.given.type) last.push(draft);
    else chunks.push([draft]);
  }
  return chunks;
}

function failTheOthers(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    if (draft.failed) continue;
    draft.fail(
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'Record rolled back because not all records were valid and the request was using AllOrNone header'
    );
  }
}

/** Rows of one object that go the same way. */
export interface Batch {
  readonly org: Org;
  readonly counters: Counters;
  readonly object: ObjectDef;
  readonly operation: DmlOperation;
  readonly options: SaveOptions;
}

function saveDrafts(batch: Batch, drafts: readonly Draft[]): void {
  const { org, object, operation, options } = batch;
  if (object.kind === 'platformEvent') {
    publishEvents(batch, drafts);
    return;
  }
  checkMixing(org.transaction, object);
  if (operation !== 'upsert') {
    saveWithRetries(batch, drafts);
    return;
  }
  const { inserts, updates } = splitUpsert(org, object, drafts, options);
  saveWithRetries({ ...batch, operation: 'insert' }, inserts);
  saveWithRetries({ ...batch, operation: 'update' }, updates);
}

/**
 * The platform's way with partial success: what failed is left out, what was done is taken back, and the good rows are
 * saved again, triggers included; after the third time no row of the chunk is saved.
 */
function saveWithRetries(batch: Batch, drafts: readonly Draft[]): void {
  const { org, options } = batch;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const good = drafts.filter((draft) => !draft.failed);
    if (good.length === 0) return;
    const savepoint = org.store.savepoint();
    try {
      if (!saveOnce(batch, good)) return;
      savepoint.rollback();
    } catch (error) {
      savepoint.rollback();
      throw error;
    } finally {
      savepoint.release();
    }
    if (options.allOrNone) return;
  }
  for (const draft of drafts) {
    if (draft.failed) continue;
    draft.fail(
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      'Too many batch retries in the presence of Apex triggers and partial failures.'
    );
  }
}

/** @returns whether a failure came after something was already done */
function saveOnce({ org, counters, object, operation, options }: Batch, drafts: readonly Draft[]): boolean {
  const now = Math.floor(org.clock.now() / 1000) * 1000;
  const shared = { org, plan: planOf(object), options, now, formulas: new FormulaReader(org) };
  switch (operation) {
    case 'insert':
    case 'update':
      return saveChunk({ ...shared, counters, operation }, drafts);
    case 'delete':
      return deleteChunk({ ...shared, operation }, drafts);
    case 'undelete':
      return undeleteChunk({ ...shared, operation }, drafts);
    case 'upsert':
      throw new Error('An upsert is saved as an insert and an update.');
  }
}
