import type { Org } from '../org.ts';
import { quoted } from '../store/index.ts';
import { fullId } from './ids.ts';
import type { SaveOptions, SaveResult } from './types.ts';

/** Takes records out of the recycle bin for good, with what was deleted together with them. */
export function emptyRecycleBin(org: Org, ids: readonly string[], { access }: SaveOptions): SaveResult[] {
  return ids.map((given) => {
    const id = fullId(given);
    const object = id === undefined ? undefined : org.schema.objectOfId(id);
    if (id === undefined || !object) return failed('MALFORMED_ID', `malformed id ${given}`);
    if (access !== 'system' && !access.object(object.name).delete) {
      return failed('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
    }
    const rows = org.store.all('SELECT object, id FROM recycled WHERE root = ?', [id]);
    if (!rows.some((row) => row['id'] === id)) return failed('DELETE_FAILED', 'Entity is not in the recycle bin');
    for (const row of rows) {
      org.store.run(`DELETE FROM ${quoted(String(row['object']))} WHERE "Id" = ?`, [row['id'] ?? null]);
    }
    org.store.run('DELETE FROM recycled WHERE root = ?', [id]);
    org.store.run('DELETE FROM cleared_lookup WHERE root = ?', [id]);
    return { id, success: true, errors: [] };
  });
}

function failed(code: string, message: string): SaveResult {
  return { success: false, errors: [{ code, message, fields: [] }] };
}
