import type { FieldValue } from '../row.ts';
import type { Draft } from './draft.ts';
import type { Chunk } from './saving.ts';

/** An owner is an active user, or a queue that serves the object. */
export function checkOwners({ org, plan }: Chunk, drafts: readonly Draft[]): void {
  if (!plan.has('OwnerId')) return;
  const owners = new Map<FieldValue, Draft[]>();
  for (const draft of drafts) {
    const owner = draft.row.values['OwnerId'] ?? null;
    if (owner === null || owner === draft.old?.values['OwnerId']) continue;
    owners.set(owner, [...(owners.get(owner) ?? []), draft]);
  }
  const userPrefix = org.schema.object('User')?.keyPrefix ?? '';
  for (const [owner, owned] of owners) {
    const id = String(owner);
    if (id.startsWith(userPrefix)) {
      const user = org.store.get('SELECT "IsActive" AS active FROM "User" WHERE "Id" = ?', [id]);
      if (user?.['active'] !== 0) continue;
      const message = `operation performed with inactive user [${id}] as owner of ${plan.object.label.toLowerCase()}`;
      for (const draft of owned) draft.fail('INACTIVE_OWNER_OR_USER', message, ['OwnerId']);
    } else if (!servedBy(id)) {
      for (const draft of owned) {
        draft.fail('INVALID_OPERATION', 'Queue not associated with this SObject type', ['OwnerId']);
      }
    }
  }

  function servedBy(queueId: string): boolean {
    return (
      org.store.get('SELECT 1 AS found FROM "QueueSobject" WHERE "QueueId" = ? AND "SobjectType" = ?', [
        queueId,
        plan.object.name
      ]) !== undefined
    );
  }
}
