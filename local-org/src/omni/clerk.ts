import { OrgError } from '../errors.ts';
import type { Org } from '../org.ts';
import type { DmlOperation } from '../records/types.ts';
import type { Values } from './rows.ts';

/** Writes records as the org itself, in the running transaction, so that triggers run. @returns their ids @throws OrgError */
export function write(org: Org, operation: DmlOperation, type: string, rows: readonly Values[]): string[] {
  if (rows.length === 0) return [];
  const results = org.records.save(
    operation,
    rows.map((values) => ({ type, values: { ...values } })),
    { access: 'system', allOrNone: true, asOrg: true }
  );
  return results.map(({ id, errors: [fault] }) => {
    if (fault) throw new OrgError(fault.code, `${type}: ${fault.message}`, fault.fields);
    return id ?? '';
  });
}

/** The user as whom the platform routes. */
export function automatedProcess(org: Org): string {
  const user = org.store.get(`SELECT "Id" AS id FROM "User" WHERE "UserType" = 'AutomatedProcess'`);
  if (typeof user?.['id'] !== 'string') throw new Error('The org has no Automated Process user.');
  return user['id'];
}
