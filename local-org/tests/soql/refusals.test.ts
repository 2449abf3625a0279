import { beforeAll, describe, expect, it } from 'vitest';
import { accessWithout, testOrg } from './support.ts';
import type { TestOrg } from './support.ts';

let org: TestOrg;
beforeAll(() => {
  org = testOrg();
});

describe('a query is refused', () => {
  it.each([
    ['', 'MALFORMED_QUERY', ''],
    ['SELECT', 'MALFORMED_QUERY', ''],
    ['SELECT Id FROM', 'MALFORMED_QUERY', ''],
    ['SELECT Id FROM Account WHERE', 'MALFORMED_QUERY', ''],
    ['SELECT Id FROM Account LIMIT 5 WHERE Id = null', 'MALFORMED_QUERY', "'WHERE'"],
    ["SELECT Id FROM Account WHERE Name = 'unclosed", 'MALFORMED_QUERY', ''],
    ["SELECT Id FROM Account WHERE Name = 'a' AND Phone = 'b' OR Phone = 'c'", 'MALFORMED_QUERY', 'parentheses'],
    ['SELECT Id FROM Account; DROP TABLE Account', 'MALFORMED_QUERY', ''],
    ['SELECT Id FROM Nothing__c', 'INVALID_TYPE', "sObject type 'Nothing__c' is not supported"],
    ['SELECT Id FROM Happened__e', 'INVALID_TYPE_FOR_OPERATION', 'Happened__e'],
    ['SELECT Nope FROM Account', 'INVALID_FIELD', "Row:1:Column:8 No such column 'Nope' on entity 'Account'"],
    ['SELECT Id\nFROM Account\nWHERE Nope = 1', 'INVALID_FIELD', 'Row:3:Column:7'],
    ['SELECT Nope.Name FROM Contact', 'INVALID_FIELD', "Didn't understand relationship 'Nope'"],
    ['SELECT AccountId.Name FROM Contact', 'INVALID_FIELD', 'relationship'],
    ['SELECT Owner.Phone2 FROM Contact', 'INVALID_FIELD', "entity 'Name'"],
    ['SELECT Id, id FROM Account', 'INVALID_FIELD', 'duplicate field selected'],
    ['SELECT (SELECT Id FROM Nopes) FROM Account', 'INVALID_TYPE', "Didn't understand relationship 'Nopes' in FROM"],
    ['SELECT (SELECT Id, (SELECT Id FROM Cases) FROM Contacts) FROM Account', 'UNSUPPORTED', 'sub-query'],
    [
      "SELECT Id FROM Case WHERE Description = 'x'",
      'INVALID_FIELD',
      "'Description' can not be filtered in a query call"
    ],
    ["SELECT Id FROM Case WHERE Description LIKE 'x%'", 'INVALID_FIELD', 'can not be filtered'],
    ['SELECT Id FROM Case ORDER BY Description', 'INVALID_FIELD', 'can not be sorted'],
    ['SELECT Description FROM Case GROUP BY Description', 'INVALID_FIELD', 'can not be grouped'],
    ['SELECT Id FROM Case ORDER BY Topics__c', 'INVALID_FIELD', 'can not be sorted'],
    [
      "SELECT Id FROM Thing__c WHERE Amount__c = '5'",
      'INVALID_FIELD',
      'must be of type double and should not be enclosed in quotes'
    ],
    [
      'SELECT Id FROM Account WHERE Name = 5',
      'INVALID_FIELD',
      'must be of type string and should be enclosed in quotes'
    ],
    ["SELECT Id FROM Account WHERE IsPartner = 'true'", 'INVALID_FIELD', 'type boolean'],
    ['SELECT Id FROM Thing__c WHERE At__c > 2024-01-01', 'INVALID_FIELD', 'type dateTime'],
    ["SELECT Id FROM Thing__c WHERE Day__c IN (2024-01-01, '2024-01-02')", 'INVALID_FIELD', 'type date'],
    ['SELECT Id FROM Account WHERE IsPartner > false', 'INVALID_QUERY_FILTER_OPERATOR', 'operator >'],
    ["SELECT Id FROM Account WHERE Id LIKE '001%'", 'INVALID_QUERY_FILTER_OPERATOR', 'LIKE'],
    ["SELECT Id FROM Account WHERE Name INCLUDES ('a')", 'INVALID_QUERY_FILTER_OPERATOR', 'INCLUDES'],
    ["SELECT Id FROM Account WHERE Name = ('a', 'b')", 'MALFORMED_QUERY', 'IN'],
    ["SELECT Id FROM Account WHERE Name IN 'a'", 'MALFORMED_QUERY', ''],
    [
      "SELECT Id FROM Contact WHERE Id IN (SELECT ContactId FROM Case) OR Name = 'x'",
      'MALFORMED_QUERY',
      "'OR' operator"
    ],
    [
      "SELECT Id FROM Contact WHERE Name = 'y' AND (Name = 'x' OR Id IN (SELECT ContactId FROM Case))",
      'MALFORMED_QUERY',
      "'OR' operator"
    ],
    [
      'SELECT Id FROM Contact WHERE Id IN (SELECT ContactId FROM Case) AND Id NOT IN (SELECT WhoId FROM Task) AND AccountId IN (SELECT Id FROM Account)',
      'MALFORMED_QUERY',
      'Maximum 2'
    ],
    ['SELECT Id FROM Contact WHERE Id IN (SELECT ReportsToId FROM Contact)', 'MALFORMED_QUERY', 'same object type'],
    ['SELECT Id FROM Contact WHERE Name IN (SELECT ContactId FROM Case)', 'MALFORMED_QUERY', 'id or a lookup'],
    ['SELECT Id FROM Contact WHERE Id IN (SELECT Subject FROM Case)', 'MALFORMED_QUERY', 'id or a lookup'],
    ['SELECT Id FROM Contact WHERE Id IN (SELECT ContactId FROM Case LIMIT 5)', 'MALFORMED_QUERY', 'LIMIT'],
    ['SELECT Id FROM Contact WHERE Id IN (SELECT Contact.AccountId FROM Case)', 'MALFORMED_QUERY', 'parent'],
    ['SELECT Name, COUNT(Id) FROM Account', 'MALFORMED_QUERY', 'Field must be grouped or aggregated: Name'],
    ['SELECT Name, COUNT(Id) FROM Account GROUP BY Phone', 'MALFORMED_QUERY', 'grouped or aggregated: Name'],
    ['SELECT SUM(Name) FROM Account', 'MALFORMED_QUERY', 'aggregate operator SUM'],
    ['SELECT COUNT(), Name FROM Account', 'MALFORMED_QUERY', ''],
    ['SELECT COUNT() FROM Account ORDER BY Name', 'MALFORMED_QUERY', 'ORDER BY'],
    ['SELECT COUNT(Id) FROM Account LIMIT 5', 'MALFORMED_QUERY', 'LIMIT'],
    ['SELECT COUNT(Id) n FROM Account ORDER BY Name', 'MALFORMED_QUERY', 'grouped or aggregated'],
    ['SELECT Status, COUNT(Id) n FROM Case GROUP BY Status ORDER BY n', 'INVALID_FIELD', "No such column 'n'"],
    ['SELECT Id FROM Account WHERE COUNT(Id) > 1', 'MALFORMED_QUERY', ''],
    ['SELECT Name n FROM Account', 'MALFORMED_QUERY', 'alias'],
    ['SELECT CALENDAR_YEAR(CreatedDate) FROM Account', 'MALFORMED_QUERY', 'GROUP BY'],
    ['SELECT Status FROM Case GROUP BY ROLLUP(Status)', 'UNSUPPORTED', 'ROLLUP'],
    ['SELECT Id FROM Account OFFSET 2001', 'NUMBER_OUTSIDE_VALID_RANGE', '2000'],
    ['SELECT Id FROM Account LIMIT -1', 'MALFORMED_QUERY', ''],
    ['SELECT Id FROM Account ORDER BY Name FOR UPDATE', 'MALFORMED_QUERY', 'FOR UPDATE'],
    ['SELECT Id FROM Account FOR VIEW', 'UNSUPPORTED', 'FOR VIEW'],
    ['SELECT convertCurrency(Amount__c) FROM Thing__c', 'UNSUPPORTED', 'CONVERTCURRENCY'],
    ['SELECT Id FROM Account USING SCOPE team', 'UNSUPPORTED', 'SCOPE team'],
    ['SELECT Id FROM Contact c, c.Account a', 'UNSUPPORTED', 'several objects'],
    ['SELECT TYPEOF Account WHEN Account THEN Name END FROM Contact', 'MALFORMED_QUERY', 'several objects'],
    ['SELECT TYPEOF What WHEN Contact THEN Name END FROM Task', 'INVALID_FIELD', "can't be a Contact"],
    ["SELECT toLabel(Name) FROM Account WHERE toLabel(Name) = 'x'", 'INVALID_FIELD', 'picklist'],
    ['SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account', 'INVALID_FIELD', '5 levels'],
    ['SELECT Id FROM Account WHERE Id = :x', 'MALFORMED_QUERY', ':x']
  ])('%s', (text, code, message) => {
    const refusal = org.refusal(text);
    expect(`${refusal.code}: ${refusal.message}`).toContain(message);
    expect(refusal.code).toBe(code);
  });

  it('again and again, and the next good one runs', () => {
    for (let n = 0; n < 3; n++) expect(org.refusal('SELECT Nope FROM Account').code).toBe('INVALID_FIELD');
    expect(org.list('SELECT Id FROM Account')).toEqual([]);
  });

  it('when it is only checked, too', () => {
    expect(() => org.soql.check('SELECT Nope FROM Account WHERE Id IN :ids')).toThrow('Nope');
    expect(org.soql.check('SELECT Id FROM Account WHERE Id IN :this.ids AND Name = :name.trim()')).toMatchObject({
      object: 'Account',
      kind: 'rows',
      binds: ['this.ids', 'name.trim()']
    });
  });
});

describe('a user', () => {
  it.each([
    ['SELECT Id FROM Case', 'Case', 'INVALID_TYPE'],
    ['SELECT Subject FROM Case', 'Case.Subject', 'INVALID_FIELD'],
    ["SELECT Id FROM Case WHERE Subject = 'x'", 'Case.Subject', 'INVALID_FIELD'],
    ['SELECT Id FROM Case ORDER BY Subject', 'Case.Subject', 'INVALID_FIELD'],
    ['SELECT COUNT(Subject) FROM Case', 'Case.Subject', 'INVALID_FIELD'],
    ['SELECT Contact.Email FROM Case', 'Contact.Email', 'INVALID_FIELD'],
    ['SELECT Contact.Email FROM Case', 'Case.ContactId', 'INVALID_FIELD'],
    ['SELECT Contact.Email FROM Case', 'Contact', 'INVALID_TYPE'],
    ['SELECT (SELECT Subject FROM Cases) FROM Contact', 'Case.Subject', 'INVALID_FIELD'],
    ['SELECT (SELECT Id FROM Cases) FROM Contact', 'Case', 'INVALID_TYPE'],
    ['SELECT Id FROM Contact WHERE Id IN (SELECT ContactId FROM Case)', 'Case.ContactId', 'INVALID_FIELD'],
    ['SELECT TYPEOF What WHEN Case THEN Subject END FROM Task', 'Case.Subject', 'INVALID_FIELD']
  ])('sees nothing behind the rights: %s without %s', (text, hidden, code) => {
    expect(org.refusal(text, { access: accessWithout(hidden) }).code).toBe(code);
    expect(org.rows(text, { access: accessWithout() })).toBeDefined();
    expect(org.rows(text)).toBeDefined();
    expect(org.refusal(text, { access: accessWithout(hidden) }).code).toBe(code);
  });

  it('reads the name of a record that may be of several objects, also of one behind the rights', () => {
    expect(org.rows('SELECT What.Name, What.Type FROM Task', { access: accessWithout('Case') })).toEqual([]);
  });

  it('can’t leave the user mode by the text, and enters it by the text', () => {
    const access = accessWithout('Case.Subject');
    expect(org.refusal('SELECT Subject FROM Case WITH SYSTEM_MODE', { access }).code).toBe('INVALID_FIELD');
    expect(org.rows('SELECT Subject FROM Case WITH SYSTEM_MODE')).toEqual([]);
    expect(() => org.rows('SELECT Subject FROM Case WITH USER_MODE')).toThrow('no transaction');
    const enforced = org.refusal('SELECT Subject FROM Case WITH SECURITY_ENFORCED', { access });
    expect(enforced.message).toContain('Case.Subject');
    expect(org.rows("SELECT Id FROM Case WHERE Subject = 'x' WITH SECURITY_ENFORCED", { access })).toEqual([]);
  });

  it('gets the readable fields of FIELDS()', () => {
    const id = org.insert('Case', { Subject: 'secret' });
    const fields = (hidden: string) =>
      Object.keys(
        org.rows(`SELECT FIELDS(STANDARD) FROM Case WHERE Id = '${id}'`, { access: accessWithout(hidden) })[0]
          ?.values ?? {}
      );
    expect(fields('Case.Status')).toContain('Subject');
    expect(fields('Case.Subject')).not.toContain('Subject');
  });
});
