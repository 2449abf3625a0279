import type { FieldValue, Row } from '../local-org/src/row.ts';
import { atMost, median, type Measurement } from './measurement.ts';
import { memoryOrg } from '../scripts/local/memoryOrg.ts';
import { packageOf } from '../scripts/local/smallPackage.ts';

const contacts = 1_000;
const casesEach = 10;
const readsEach = 200;

/** A query by an indexed lookup as the running user, against the same question asked of the database by hand. */
export async function measureSoql(): Promise<readonly Measurement[]> {
  const { org, adminId } = await memoryOrg(packageOf({}));
  const insert = (type: string, values: readonly Record<string, FieldValue>[]): string[] =>
    org
      .transact(adminId, ({ org: { records } }) =>
        records.save(
          'insert',
          values.map((row): Row => ({ type, values: row })),
          { access: 'system', allOrNone: true }
        )
      )
      .map(({ id, errors }) => id ?? failed(errors[0]?.message));
  const contactIds = insert(
    'Contact',
    Array.from({ length: contacts }, (_, index) => ({ LastName: `Contact ${String(index)}` }))
  );
  insert(
    'Case',
    contactIds.flatMap((ContactId) =>
      Array.from({ length: casesEach }, (_, index) => ({ ContactId, Subject: `Case ${String(index)}` }))
    )
  );

  const sample = contactIds.slice(0, readsEach);
  const access = org.accessOf(adminId);
  const text = 'SELECT Id, CaseNumber, Subject, Status FROM Case WHERE ContactId = :contactId';
  const sql = 'SELECT "Id", "CaseNumber", "Subject", "Status" FROM "Case" WHERE "ContactId" = ? AND "IsDeleted" = 0';
  let rows = 0;
  const soql = await median(() => {
    for (const id of sample) rows += org.soql.query(text, { access, binds: () => id }).rows.length;
  });
  const byHand = await median(() => {
    for (const id of sample) rows += org.store.all(sql, [id]).length;
  });
  org.store.close();
  if (rows === 0) failed('no rows were read');
  return [atMost('SOQL by indexed lookup, plan warm, access checks on ÷ the same SQL by hand', soql / byHand, 3, '')];
}

function failed(reason = 'a row was refused'): never {
  throw new Error(`The bench has no data: ${reason}`);
}
