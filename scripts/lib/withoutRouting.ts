import type { Connection } from 'jsforce';
import { quoted } from './ensure.ts';

const object = 'Yeti_Settings__c';

/**
 * Does something that saves many old cases without their being routed: routing is off for the loading user meanwhile (the row of
 * Yeti_Settings__c that is theirs), and as it was afterwards.
 */
export async function withoutRouting<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  const { user_id: userId } = await connection.identity();
  const { records } = await connection.query<{ Id: string; Skip_Routing__c: boolean }>(
    `SELECT Id, Skip_Routing__c FROM ${object} WHERE SetupOwnerId = ${quoted(userId)}`
  );
  const [before] = records;
  if (before?.Skip_Routing__c === true) return work();
  const id = before?.Id ?? (await create(connection, userId));
  if (before !== undefined) await connection.sobject(object).update({ Id: id, Skip_Routing__c: true });
  try {
    return await work();
  } finally {
    if (before === undefined) await connection.sobject(object).destroy(id);
    else await connection.sobject(object).update({ Id: id, Skip_Routing__c: false });
  }
}

async function create(connection: Connection, userId: string): Promise<string> {
  const result = await connection.sobject(object).create({ SetupOwnerId: userId, Skip_Routing__c: true });
  if (result.success) return result.id;
  throw new Error(`Routing can't be switched off: ${result.errors.map(({ message }) => message).join('; ')}`);
}
