import type { LiveOrg } from '../../local-org/src/org.ts';

/**
 * What a newcomer should do next: open a case of the customer with the most to see, an open one if there is one.
 *
 * @param url the org's address, with a slash at its end
 */
export function nextStep(org: LiveOrg, url: string): string {
  const ask = (text: string, contactId?: string) =>
    org.soql.query(text, { access: 'system', binds: () => contactId ?? null }).rows[0]?.values;
  const busiest = ask(
    'SELECT ContactId, COUNT(Id) total FROM Case WHERE ContactId != null GROUP BY ContactId ORDER BY COUNT(Id) DESC LIMIT 1'
  );
  if (busiest === undefined) return 'The org has no case yet: "npm run data:complaints" loads some.';
  const newest = ask(
    'SELECT Id, CaseNumber FROM Case WHERE ContactId = :contactId ORDER BY IsClosed, CreatedDate DESC LIMIT 1',
    String(busiest['ContactId'])
  );
  return `Next: open case ${String(newest?.['CaseNumber'])}, ${url}lightning/r/Case/${String(newest?.['Id'])}/view`;
}
