import type { FieldValue } from '../../row.ts';
import type { Draft } from '../draft.ts';
import type { Chunk } from '../saving.ts';
import type { Behaviour } from './behaviour.ts';
import { addRow } from './behaviour.ts';

const addressFields = ['FromAddress', 'ToAddress', 'CcAddress', 'BccAddress'] as const;

/** An e-mail has a date, stands on its case both ways, and has one relation row an address. */
export const emailMessageBehaviour: Behaviour = {
  derive(chunk, drafts) {
    if (chunk.operation !== 'insert') return;
    for (const { row } of drafts) {
      row.values['MessageDate'] ??= chunk.now;
      linkCase(chunk, row.values);
    }
  },
  follow(chunk, drafts) {
    if (chunk.operation !== 'insert') return;
    for (const draft of drafts) addRelations(chunk, draft);
  }
};

function linkCase({ org }: Chunk, values: Record<string, FieldValue>): void {
  values['RelatedToId'] ??= values['ParentId'] ?? null;
  const related = values['RelatedToId'];
  const isCase = typeof related === 'string' && org.schema.objectOfId(related)?.name === 'Case';
  if (isCase) values['ParentId'] ??= related;
}

function addRelations(chunk: Chunk, { id, row }: Draft): void {
  for (const field of addressFields) {
    const text = row.values[field];
    if (typeof text !== 'string') continue;
    const person = field === 'FromAddress' ? (row.values['FromId'] ?? null) : null;
    for (const address of text.split(/[;,]/).map((part) => part.trim())) {
      if (address === '') continue;
      addRow(chunk, 'EmailMessageRelation', {
        EmailMessageId: id ?? null,
        RelationType: field,
        RelationAddress: address,
        RelationId: person,
        RelationObjectType: typeof person === 'string' ? (chunk.org.schema.objectOfId(person)?.name ?? null) : null
      });
    }
  }
}
