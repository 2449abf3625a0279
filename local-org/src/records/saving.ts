import type { Org } from '../org.ts';
import type { FieldValue, Row } from '../row.ts';
import type { Draft } from './draft.ts';
import { checkGiven } from './given.ts';
import { defaultsOf } from './defaults.ts';
import { fire } from './firing.ts';
import type { FormulaReader } from './formulas.ts';
import { idOf } from './ids.ts';
import type { ObjectPlan } from './plan.ts';
import { insertRow, loadRows, updateRow } from './plan.ts';
import { behaviourOf } from './standard/index.ts';
import { checkRules } from './rules.ts';
import type { SaveOptions } from './types.ts';
import { validate } from './validation.ts';
import type { Counters } from './counters.ts';
import { autoNumberText } from './autoNumber.ts';

/** One chunk of rows of one object in one operation. */
export interface Chunk {
  readonly org: Org;
  readonly counters: Counters;
  readonly plan: ObjectPlan;
  readonly operation: 'insert' | 'update';
  readonly options: SaveOptions;
  readonly formulas: FormulaReader;
  /** The moment of saving, in whole seconds as the platform keeps it. */
  readonly now: number;
}

/**
 * The platform's save order for up to 200 new or changed records. A draft that fails is left out of what follows it.
 * @returns whether a failure came after something was already done, so that the caller must take the chunk back
 */
export function saveChunk(chunk: Chunk, drafts: readonly Draft[]): boolean {
  const { org, plan, operation } = chunk;
  if (operation === 'insert') prepareInserts(chunk, drafts);
  else prepareUpdates(chunk, drafts);
  let rows = good(drafts);

  const hasBefore = org.triggers.hasTriggers(plan.object.name, 'before', operation);
  if (hasBefore) fire(chunk, 'before', rows);
  const behaviour = behaviourOf(plan.object.name);
  behaviour?.derive?.(chunk, good(rows));
  validate(chunk, good(rows));
  checkRules(chunk, good(rows));
  if ((hasBefore || chunk.options.allOrNone) && drafts.some((draft) => draft.failed)) return true;

  rows = good(rows);
  if (operation === 'insert') writeInserts(chunk, rows);
  else writeUpdates(chunk, rows);
  behaviour?.follow?.(chunk, rows);
  if (org.watcher.watches(plan.object.name)) org.watcher.saved({ object: plan.object.name, operation, rows });
  if (org.triggers.hasTriggers(plan.object.name, 'after', operation)) fire(chunk, 'after', rows);
  return rows.some((draft) => draft.failed);
}

function good(drafts: readonly Draft[]): Draft[] {
  return drafts.filter((draft) => !draft.failed);
}

function prepareInserts(chunk: Chunk, drafts: readonly Draft[]): void {
  const defaults = defaultsOf(chunk);
  for (const draft of drafts) {
    checkGiven(chunk, draft);
    if (draft.failed) continue;
    const values: Record<string, FieldValue> = { ...chunk.plan.blank };
    for (const [name, value] of Object.entries(defaults)) values[name] = value;
    for (const [name, value] of Object.entries(draft.given.values)) {
      // Nothing given for a field that can't be without a value: it gets its default all the same.
      const keepsDefault = value === null && !chunk.plan.object.fields.get(name.toLowerCase())?.nillable;
      if (!keepsDefault) values[name] = value;
    }
    draft.row = { type: chunk.plan.object.name, values };
    stampNew(chunk, draft.row);
    if (chunk.plan.object.customSettingsType === 'Hierarchy') {
      draft.row.values['SetupOwnerId'] ??= chunk.org.organization.id;
    }
  }
}

function stampNew({ plan, org, now, options }: Chunk, { values }: Row): void {
  const { userId } = org.transaction;
  const stamps: [string, FieldValue][] = [
    ['CreatedDate', now],
    ['CreatedById', userId],
    ['LastModifiedDate', now],
    ['LastModifiedById', userId],
    ['SystemModstamp', now]
  ];
  for (const [name, value] of stamps) {
    if (plan.has(name) && !(options.auditFields && values[name] != null)) values[name] = value;
  }
  if (plan.has('OwnerId')) values['OwnerId'] ??= userId;
}

function prepareUpdates(chunk: Chunk, drafts: readonly Draft[]): void {
  const { org, plan } = chunk;
  const ids = drafts.flatMap((draft) => (draft.id === undefined ? [] : [draft.id]));
  const stored = loadRows(org.store, plan, ids);
  for (const draft of drafts) {
    const old = draft.id === undefined ? undefined : stored.get(draft.id);
    if (!old) draft.fail('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    else if (old.values['IsDeleted'] === true) draft.fail('ENTITY_IS_DELETED', 'entity is deleted');
    if (!old || draft.failed) continue;
    draft.old = old;
    checkGiven(chunk, draft);
    draft.row = { type: plan.object.name, values: { ...old.values, ...draft.given.values } };
    stampChanged(chunk, draft.row);
  }
}

function stampChanged({ plan, org, now }: Chunk, { values }: Row): void {
  if (plan.has('LastModifiedDate')) values['LastModifiedDate'] = now;
  if (plan.has('LastModifiedById')) values['LastModifiedById'] = org.transaction.userId;
  if (plan.has('SystemModstamp')) values['SystemModstamp'] = now;
}

function writeInserts({ org, plan, counters, now }: Chunk, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const { values } = draft.row;
    draft.id = idOf(plan.object.keyPrefix, counters.next(plan.object.keyPrefix));
    values['Id'] = draft.id;
    for (const field of plan.autoNumbers) {
      const number = counters.next(`${plan.object.name}.${field.name}`);
      values[field.name] = autoNumberText(field.autoNumber?.format ?? '', number, now);
    }
    insertRow(org.store, plan, values);
  }
}

function writeUpdates({ org, plan }: Chunk, drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const { values } = draft.row;
    const changed = plan.stored.filter((field) => values[field.name] !== draft.old?.values[field.name]);
    if (changed.length === 0 || draft.id === undefined) continue;
    updateRow(
      org.store,
      plan,
      draft.id,
      changed.map((field) => field.name),
      values
    );
  }
}
