import type { LiveOrg } from '../../local-org/src/org.ts';

/** A case of the sample company with much to see: five channels in one thread, a masked account, a promise. */
const bestCase = 'marek-refund';

/**
 * What a newcomer should do next: open the best case of the sample company, or without it one of the customer with the most to see.
 *
 * @param url the org's address, with a slash at its end
 */
export function nextStep(org: LiveOrg, url: string): string {
  // In the database's own words: the first page is waited for now, and the parser of queries takes its time to load.
  const best = org.store.get('SELECT "Id", "CaseNumber" FROM "Case" WHERE "Sample_Key__c" = ? AND "IsDeleted" = 0', [
    bestCase
  ]);
  const found = best ?? busiest(org);
  if (found === undefined) return 'The org has no case yet: "npm run data:sample" loads some.';
  return `Next: open case ${String(found['CaseNumber'])}, ${url}lightning/r/Case/${String(found['Id'])}/view`;
}

function busiest(org: LiveOrg): Readonly<Record<string, unknown>> | undefined {
  const ask = (text: string, key?: string) =>
    org.soql.query(text, { access: 'system', binds: () => key ?? null }).rows[0]?.values;
  const customer = ask(
    'SELECT ContactId, COUNT(Id) total FROM Case WHERE ContactId != null GROUP BY ContactId ORDER BY COUNT(Id) DESC LIMIT 1'
  );
  if (customer === undefined) return undefined;
  return ask(
    'SELECT Id, CaseNumber FROM Case WHERE ContactId = :key ORDER BY IsClosed, CreatedDate DESC LIMIT 1',
    String(customer['ContactId'])
  );
}
