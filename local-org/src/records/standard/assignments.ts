import { quoted } from '../../store/index.ts';
import type { Draft } from '../draft.ts';
import type { Chunk } from '../saving.ts';
import type { Behaviour } from './behaviour.ts';

/** A user gets the same permission set, or becomes a member of the same group, only once. */
export const permissionSetAssignmentBehaviour: Behaviour = {
  derive: (chunk, drafts) => {
    for (const draft of drafts) draft.row.values['IsActive'] = true;
    refuseTwins(chunk, drafts, ['AssigneeId', 'PermissionSetId', 'PermissionSetGroupId']);
  }
};

export const groupMemberBehaviour: Behaviour = {
  derive: (chunk, drafts) => refuseTwins(chunk, drafts, ['GroupId', 'UserOrGroupId'])
};

function refuseTwins({ org, plan, operation }: Chunk, drafts: readonly Draft[], fields: readonly string[]): void {
  if (operation !== 'insert') return;
  const condition = fields.map((field) => `${quoted(field)} IS ?`).join(' AND ');
  const seen = new Set<string>();
  for (const draft of drafts) {
    const key = fields.map((field) => String(draft.row.values[field] ?? ''));
    const twin = org.store.get(
      `SELECT "Id" AS id FROM ${quoted(plan.object.name)} WHERE ${condition}`,
      key.map((part) => (part === '' ? null : part))
    );
    const holder = twin ? `record with id: ${String(twin['id'])}` : 'another record of the same request';
    if (twin || seen.has(key.join())) {
      draft.fail('DUPLICATE_VALUE', `duplicate value found: ${fields.join(', ')} duplicates value on ${holder}`);
    }
    seen.add(key.join());
  }
}
