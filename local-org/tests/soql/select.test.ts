import { beforeAll, describe, expect, it } from 'vitest';
import { testOrg } from './support.ts';
import type { TestOrg } from './support.ts';

let org: TestOrg;
let acme: string;
let jan: string;
let first: string;
beforeAll(() => {
  org = testOrg();
  const boss = org.insert('User', { Name: 'Boss', Email: 'boss@x.pl' });
  const ann = org.insert('User', { Name: 'Ann', ManagerId: boss });
  const queue = org.insert('Group', { Name: 'Queue' });
  acme = org.insert('Account', { Name: 'Acme', OwnerId: ann, IsPartner: 1 });
  jan = org.insert('Contact', { Name: 'Jan Żuk', FirstName: 'Jan', AccountId: acme, OwnerId: ann });
  const alone = org.insert('Contact', { Name: 'Alone', OwnerId: ann });
  first = org.insert('Case', { CaseNumber: '0001', Subject: 'One', Status: 'Closed', ContactId: jan, OwnerId: queue });
  org.insert('Case', { CaseNumber: '0002', Subject: 'Two', Status: 'New', ContactId: jan, OwnerId: ann });
  org.insert('Case', {
    CaseNumber: '0003',
    Subject: 'Gone',
    Status: 'New',
    ContactId: alone,
    OwnerId: ann,
    IsDeleted: 1
  });
  org.insert('Task', { Subject: 'Call', WhoId: jan, WhatId: first });
  org.insert('Task', { Subject: 'Plain', WhatId: acme });
});

describe('fields', () => {
  it('come in the schema’s spelling, whatever the query’s', () => {
    expect(org.rows('select NAME, ispartner from ACCOUNT')).toEqual([
      { type: 'Account', id: acme, values: { Name: 'Acme', IsPartner: true } }
    ]);
  });

  it('of parents stand in records of their own; a parent that is not there is null', () => {
    const rows = org.rows('SELECT Name, Account.Name, Account.Owner.Name FROM Contact ORDER BY Name');
    expect(rows.map((row) => row.values)).toEqual([
      { Name: 'Alone', Account: null },
      {
        Name: 'Jan Żuk',
        Account: {
          type: 'Account',
          id: acme,
          values: { Name: 'Acme', Owner: { type: 'User', id: expect.any(String), values: { Name: 'Ann' } } }
        }
      }
    ]);
  });

  it('may carry the object’s name or an alias before them', () => {
    expect(org.list('SELECT Account.Name FROM Account')).toEqual(['Acme']);
    expect(org.list("SELECT c.Name FROM Contact c WHERE c.FirstName = 'Jan'")).toEqual(['Jan Żuk']);
  });

  it('of an owner are those of a user or of a queue', () => {
    const rows = org.rows('SELECT Owner.Name, Owner.Type FROM Case ORDER BY CaseNumber');
    expect(rows.map((row) => row.values['Owner'])).toEqual([
      { type: 'Group', id: expect.any(String), values: { Name: 'Queue', Type: 'Group' } },
      { type: 'User', id: expect.any(String), values: { Name: 'Ann', Type: 'User' } }
    ]);
  });

  it('of a parent of several kinds can depend on the kind', () => {
    const rows = org.rows(
      'SELECT TYPEOF What WHEN Case THEN Subject, Contact.Name WHEN Account THEN Industry ELSE Name END FROM Task ORDER BY Subject'
    );
    expect(rows.map((row) => row.values['What'])).toEqual([
      {
        type: 'Case',
        id: first,
        values: { Subject: 'One', Contact: { type: 'Contact', id: jan, values: { Name: 'Jan Żuk' } } }
      },
      { type: 'Account', id: acme, values: { Industry: null } }
    ]);
    expect(org.rows('SELECT What.Name FROM Task ORDER BY Subject').map((row) => row.values['What'])).toMatchObject([
      { type: 'Case', values: { Name: '0001' } },
      { type: 'Account', values: { Name: 'Acme' } }
    ]);
  });

  it('can be labels, in the user’s language, and formatted values', () => {
    expect(org.list('SELECT toLabel(Status) FROM Case ORDER BY CaseNumber', { language: 'pl' })).toEqual([
      'Zamknięte',
      'New label'
    ]);
    expect(
      org.rows("SELECT Status, toLabel(Status) StatusLabel FROM Case WHERE toLabel(Status) = 'closed LABEL'")[0]?.values
    ).toEqual({
      Status: 'Closed',
      StatusLabel: 'Closed label'
    });
    org.insert('Thing__c', {
      Name: 'T',
      At__c: Date.parse('2026-01-02T23:30:00Z'),
      Amount__c: 1234.5,
      Day__c: '2026-01-02'
    });
    expect(
      org.rows('SELECT FORMAT(Amount__c), FORMAT(Day__c) d, FORMAT(At__c) a FROM Thing__c', { language: 'pl' })[0]
        ?.values
    ).toEqual({ Amount__c: '1234,50', d: '2.01.2026', a: '3.01.2026, 00:30' });
  });

  it('come as groups with FIELDS()', () => {
    expect(Object.keys(org.rows('SELECT FIELDS(STANDARD) FROM Account')[0]?.values ?? {})).toContain('Industry');
    expect(Object.keys(org.rows('SELECT FIELDS(CUSTOM) FROM Case LIMIT 5')[0]?.values ?? {})).toEqual(['Topics__c']);
    expect(org.refusal('SELECT FIELDS(ALL) FROM Case').message).toContain('LIMIT of at most 200');
    expect(org.refusal('SELECT FIELDS(ALL) FROM Case LIMIT 201').code).toBe('MALFORMED_QUERY');
  });
});

describe('sub-queries', () => {
  it('read the rows below all rows at once, with limit and order for each', () => {
    const [alone, withCases] = org.rows(
      'SELECT Name, (SELECT CaseNumber, Owner.Name FROM Cases ORDER BY CaseNumber DESC LIMIT 1) FROM Contact ORDER BY Name'
    );
    expect(alone?.values['Cases']).toEqual({ totalSize: 0, done: true, rows: [] });
    expect(withCases?.values['Cases']).toMatchObject({
      totalSize: 1,
      rows: [{ type: 'Case', values: { CaseNumber: '0002' } }]
    });
  });

  it('leave deleted rows out unless all rows are wanted', () => {
    const text = "SELECT (SELECT CaseNumber FROM Cases) FROM Contact WHERE Name = 'Alone'";
    expect(org.list(text)).toMatchObject([{ totalSize: 0 }]);
    expect(org.list(text, { allRows: true })).toMatchObject([{ totalSize: 1 }]);
    expect(org.list('SELECT CaseNumber FROM Case ALL ROWS')).toHaveLength(3);
  });

  it('plans a query again that first came with literals of other lengths', () => {
    org.list("SELECT Id FROM Account WHERE Name = 'A' LIMIT 1");
    expect(org.list("SELECT Id FROM Account WHERE Name = 'None of this name' LIMIT 1", { allRows: true })).toEqual([]);
  });
});

describe('batches', () => {
  it('give all rows once, in order, to the user who asked', () => {
    for (let n = 0; n < 25; n++) org.insert('Group', { Name: `g${String(n).padStart(2, '0')}` });
    const text = "SELECT Name FROM Group WHERE Name LIKE 'g%' ORDER BY Name DESC";
    let batch = org.soql.query(text, { access: 'system', batchSize: 10 });
    expect(batch).toMatchObject({ totalSize: 25, done: false });
    const locator = batch.locator ?? '';
    expect(() => org.soql.queryMore(locator, 'somebody else')).toThrow('locator');
    const names = [...batch.rows];
    while (batch.locator !== undefined) {
      batch = org.soql.queryMore(batch.locator, '');
      names.push(...batch.rows);
    }
    expect(names.map((row) => row.values['Name'])).toEqual([...org.list(text)]);
    expect(batch).toMatchObject({ totalSize: 25, done: true });
    expect(org.soql.query(text, { access: 'system', batchSize: 25 })).toMatchObject({ totalSize: 25, done: true });
    expect(() => org.soql.queryMore('01gxx-3', '')).toThrow('locator');
  });
});
