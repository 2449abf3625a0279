import type { Connection } from 'jsforce';
import { z } from 'zod';
import type { Values } from '../../../force-app/routing/lwc/yetiRuleSet/types.ts';
import { runAction } from '../../lib/actions.ts';
import { quoted } from '../../lib/ensure.ts';

/** A case as people speak of it. */
export interface CaseName {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
}

interface CaseRow {
  readonly Id: string;
  readonly CaseNumber: string;
  readonly Subject: string | null;
}

/**
 * Finds a case by its number or id.
 *
 * @throws Error if there is none
 */
export async function findCase(connection: Connection, numberOrId: string): Promise<CaseName> {
  const isId = /^500[a-zA-Z0-9]{12}([a-zA-Z0-9]{3})?$/.test(numberOrId);
  const number = /^\d{1,8}$/.test(numberOrId) ? numberOrId.padStart(8, '0') : numberOrId;
  const { records } = await connection.query<CaseRow>(
    `SELECT Id, CaseNumber, Subject FROM Case WHERE ${isId ? 'Id' : 'CaseNumber'} = ${quoted(isId ? numberOrId : number)}`
  );
  const [found] = records;
  if (found === undefined) throw new Error(`The org has no case ${numberOrId}, or you may not see it.`);
  return { id: found.Id, number: found.CaseNumber, subject: found.Subject ?? '' };
}

const seen = z.object({ values: z.string(), absent: z.string().nullish() });
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** What rules see of a case now: fields and facts, as the org itself reads them. */
export async function valuesOf(
  connection: Connection,
  caseId: string,
  paths: readonly string[]
): Promise<{ readonly values: Values; readonly absent: readonly string[] }> {
  const answer = seen.parse(
    await runAction(connection, 'YetiCaseValuesAction', { caseId, paths: paths.length === 0 ? 'Id' : paths.join('\n') })
  );
  return {
    values: values.parse(JSON.parse(answer.values)),
    absent:
      answer.absent === undefined || answer.absent === null || answer.absent === '' ? [] : answer.absent.split('\n')
  };
}
