import type { LiveOrg } from '../../local-org/src/org.ts';

/** Which case a newcomer should open: one of the customer with the most to see. */
export function firstCase(org: LiveOrg): string | undefined {
  const perCustomer = org.soql.query(
    'SELECT ContactId, COUNT(Id) total FROM Case WHERE ContactId != null GROUP BY ContactId ORDER BY COUNT(Id) DESC LIMIT 1',
    { access: 'system' }
  );
  const contactId = perCustomer.rows[0]?.values['ContactId'];
  if (typeof contactId !== 'string') return undefined;
  const cases = org.soql.query(
    'SELECT CaseNumber, Contact.Name FROM Case WHERE ContactId = :contactId ORDER BY CreatedDate DESC LIMIT 1',
    {
      access: 'system',
      binds: () => contactId
    }
  );
  const [newest] = cases.rows;
  const number = newest?.values['CaseNumber'];
  return typeof number === 'string'
    ? `Next: open case ${number} in the list of cases. Its customer has written more than once.`
    : undefined;
}
