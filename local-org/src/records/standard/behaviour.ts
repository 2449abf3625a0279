import type { Org } from '../../org.ts';
import type { FieldValue, Row } from '../../row.ts';
import { quoted } from '../../store/index.ts';
import type { Draft } from '../draft.ts';
import { idOf } from '../ids.ts';
import { insertRow, planOf } from '../plan.ts';
import type { Chunk } from '../saving.ts';

/** What the platform itself does when a record of a standard object is saved. */
export interface Behaviour {
  /** Fills fields from others, between the before triggers and the validation. */
  derive?(chunk: Chunk, drafts: readonly Draft[]): void;
  /** Writes rows of other objects, once the records are written. */
  follow?(chunk: Chunk, drafts: readonly Draft[]): void;
  /** Adjusts other records, once these went into the recycle bin or came back from it. */
  moved?(org: Org, rows: readonly Row[]): void;
}

/** Whether a field's value is new or another one than before. */
export function isChanged({ row, old }: Draft, field: string): boolean {
  return (row.values[field] ?? null) !== (old?.values[field] ?? null);
}

/** One text field of several records, by id. */
export function readTexts(
  { org }: Chunk,
  object: string,
  field: string,
  ids: Iterable<FieldValue>
): Map<string, string> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  if (wanted.length === 0) return new Map();
  const rows = org.store.all(
    `SELECT "Id" AS id, ${quoted(field)} AS value FROM ${quoted(object)} WHERE "Id" IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(wanted)]
  );
  return new Map(rows.flatMap(({ id, value }) => (typeof value === 'string' ? [[String(id), value] as const] : [])));
}

/** Writes a row that belongs to a record just saved: nobody else's triggers or checks concern it. */
export function addRow(
  { org, counters, now }: Chunk,
  object: string,
  values: Readonly<Record<string, FieldValue>>
): void {
  const definition = org.schema.object(object);
  if (!definition) return;
  const plan = planOf(definition);
  const { userId } = org.transaction;
  const stamps = {
    CreatedDate: now,
    CreatedById: userId,
    LastModifiedDate: now,
    LastModifiedById: userId,
    SystemModstamp: now
  };
  const id = idOf(definition.keyPrefix, counters.next(definition.keyPrefix));
  insertRow(org.store, plan, { ...plan.blank, ...stamps, ...values, Id: id });
}
