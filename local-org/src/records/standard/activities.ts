import type { FieldValue } from '../../row.ts';
import type { Draft } from '../draft.ts';
import type { Chunk } from '../saving.ts';
import { addRow, isChanged, readTexts } from './behaviour.ts';

/** An activity belongs to the account it is about, else to the account of the person it is with. */
export function takeAccounts(chunk: Chunk, drafts: readonly Draft[]): void {
  const accountPrefix = chunk.org.schema.object('Account')?.keyPrefix ?? '';
  const contactPrefix = chunk.org.schema.object('Contact')?.keyPrefix ?? '';
  const changed = drafts.filter((draft) => isChanged(draft, 'WhoId') || isChanged(draft, 'WhatId'));
  const contacts = changed
    .map((draft) => draft.row.values['WhoId'] ?? null)
    .filter((id) => hasPrefix(id, contactPrefix));
  const accounts = readTexts(chunk, 'Contact', 'AccountId', contacts);
  for (const { row } of changed) {
    const what = row.values['WhatId'] ?? null;
    row.values['AccountId'] = hasPrefix(what, accountPrefix)
      ? what
      : (accounts.get(String(row.values['WhoId'])) ?? null);
  }
}

function hasPrefix(id: FieldValue, prefix: string): boolean {
  return typeof id === 'string' && id.startsWith(prefix);
}

/** Where the relation rows of an activity rest. */
export interface RelationObject {
  /** `TaskRelation` */
  readonly name: string;
  /** `TaskId` */
  readonly parent: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** Keeps the relation rows of an activity in step with its WhoId and WhatId. */
export function relate(chunk: Chunk, drafts: readonly Draft[], relation: RelationObject): void {
  for (const draft of drafts) {
    for (const [field, isWhat] of [
      ['WhoId', false],
      ['WhatId', true]
    ] as const) {
      if (!isChanged(draft, field)) continue;
      const before = draft.old?.values[field] ?? null;
      if (before !== null) removeRelation(chunk, relation, draft, String(before));
      const id = draft.row.values[field] ?? null;
      if (id === null) continue;
      addRow(chunk, relation.name, {
        ...relation.values,
        [relation.parent]: draft.id ?? null,
        RelationId: id,
        IsWhat: isWhat,
        AccountId: draft.row.values['AccountId'] ?? null
      });
    }
  }
}

function removeRelation({ org }: Chunk, { name, parent }: RelationObject, draft: Draft, id: string): void {
  org.store.run(`DELETE FROM "${name}" WHERE "${parent}" = ? AND "RelationId" = ?`, [draft.id ?? null, id]);
}
