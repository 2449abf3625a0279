import { beforeAll, describe, expect, it } from 'vitest';
import { NOW, testOrg } from './support.ts';
import type { TestOrg } from './support.ts';

let org: TestOrg;
let big: string;
let small: string;
beforeAll(() => {
  org = testOrg();
  const owner = org.insert('User', { Name: 'Ann' });
  big = org.insert('Account', { Name: 'ŁÓDŹ Big', IsPartner: 1, OwnerId: owner });
  small = org.insert('Account', { Name: 'Small', ParentId: big, Industry: 'Media' });
  const jan = org.insert('Contact', { Name: 'Jan', FirstName: null, AccountId: big });
  org.insert('Contact', { Name: 'Ola', FirstName: 'Ola', AccountId: small });
  org.insert('Contact', { Name: 'Zed' });
  org.insert('Case', { CaseNumber: '1', Status: 'New', ContactId: jan, Topics__c: 'a;b' });
  org.insert('Case', { CaseNumber: '2', Status: 'Closed', Topics__c: 'b' });
  org.insert('Case', { CaseNumber: '3', Status: null });
  const at = Date.parse('2026-03-17T23:30:00Z'); // 18 March, 00:30 in Warsaw
  org.insert('Thing__c', { Name: '50% off_now', Code__c: 'Abc', Amount__c: 1.5, Day__c: '2026-03-18', At__c: at });
  org.insert('Thing__c', { Name: "it's", Code__c: 'aBC', Amount__c: -2, Day__c: '2026-03-17', At__c: at - 86_400_000 });
  org.insert('Thing__c', { Name: 'plain', Amount__c: null, Flag__c: 1, At__c: NOW });
  org.insert('Task', { Subject: 'to Jan', WhoId: jan, WhatId: big });
  org.insert('Task', { Subject: 'to Ann', WhoId: owner });
});

const names = (where: string, object = 'Thing__c', binds?: Parameters<TestOrg['list']>[1]) =>
  org.list(`SELECT Name FROM ${object} WHERE ${where} ORDER BY Name`, binds);

describe('texts', () => {
  it('are compared without case, Polish letters too, but with accents', () => {
    expect(names("Name = 'łódź BIG'", 'Account')).toEqual(['ŁÓDŹ Big']);
    expect(names("Name = 'lodz big'", 'Account')).toEqual([]);
    expect(names("Name IN ('łódź big', 'nobody')", 'Account')).toEqual(['ŁÓDŹ Big']);
    expect(names("Name LIKE 'łó%bIg'", 'Account')).toEqual(['ŁÓDŹ Big']);
  });

  it('of case-sensitive fields are compared as they are', () => {
    expect(names("Code__c = 'Abc'")).toEqual(['50% off_now']);
    expect(names("Code__c = 'ABC'")).toEqual([]);
  });

  it('take wildcards and their escapes in LIKE', () => {
    expect(names("Name LIKE '50\\\\% off%'")).toEqual([]);
    expect(names("Name LIKE '50\\% off%'")).toEqual(['50% off_now']);
    expect(names("Name LIKE 'plain\\_%'")).toEqual([]);
    expect(names("Name LIKE '_lain'")).toEqual(['plain']);
    expect(names("Name LIKE 'it\\'s'")).toEqual(["it's"]);
    expect(names("Name LIKE 'ŁÓDŹ%'", 'Account')).toEqual(['ŁÓDŹ Big']);
    expect(names("Name LIKE '%'", 'Account')).toHaveLength(2);
    expect(names("Name LIKE ''")).toEqual([]);
    expect(names("(NOT Name LIKE '%t%')")).toEqual(['50% off_now', 'plain']);
  });

  it('are no code: quotes in a value stay in the value', () => {
    expect(names("Name = 'x\\' OR Name != \\'x'")).toEqual([]);
    expect(names('Name = :name', 'Thing__c', { binds: () => "x' OR Name != 'x" })).toEqual([]);
  });
});

describe('null', () => {
  it('is a value for = and !=, and fits no order', () => {
    expect(names('FirstName = null', 'Contact')).toEqual(['Jan', 'Zed']);
    expect(names("FirstName = ''", 'Contact')).toEqual(['Jan', 'Zed']);
    expect(names('FirstName != null', 'Contact')).toEqual(['Ola']);
    expect(names("FirstName != 'Ola'", 'Contact')).toEqual(['Jan', 'Zed']);
    expect(names("(NOT FirstName = 'Ola')", 'Contact')).toEqual(['Jan', 'Zed']);
    expect(names('Amount__c < 100')).toEqual(['50% off_now', "it's"]);
    expect(names('Amount__c > -100')).toEqual(['50% off_now', "it's"]);
  });

  it('in lists is found by IN and left out by NOT IN', () => {
    expect(names("FirstName IN ('Ola', null)", 'Contact')).toEqual(['Jan', 'Ola', 'Zed']);
    expect(names("FirstName NOT IN ('Ola')", 'Contact')).toEqual(['Jan', 'Zed']);
    expect(names("FirstName NOT IN ('Ola', null)", 'Contact')).toEqual([]);
    expect(names('FirstName NOT IN :given', 'Contact', { binds: () => [] })).toEqual(['Jan', 'Ola', 'Zed']);
    expect(names('FirstName IN :given', 'Contact', { binds: () => [] })).toEqual([]);
  });

  it('as a bind is null, one call after another', () => {
    const text = 'SELECT Name FROM Contact WHERE FirstName = :name ORDER BY Name';
    expect(org.list(text, { binds: () => 'ola' })).toEqual(['Ola']);
    expect(org.list(text, { binds: () => null })).toEqual(['Jan', 'Zed']);
    expect(org.list(text, { binds: () => 'OLA' })).toEqual(['Ola']);
  });

  it('is what a missing parent’s fields are', () => {
    expect(names('Account.Name = null', 'Contact')).toEqual(['Zed']);
    expect(names("Account.Name != 'Small'", 'Contact')).toEqual(['Jan', 'Zed']);
    expect(names('Account.Parent.IsPartner = true', 'Contact')).toEqual(['Ola']);
  });
});

describe('ids', () => {
  it('of 15 characters are those of 18', () => {
    expect(names(`Id = '${big.slice(0, 15)}'`, 'Account')).toEqual(['ŁÓDŹ Big']);
    expect(names('Id IN :ids', 'Account', { binds: () => [big.slice(0, 15), small] })).toHaveLength(2);
    expect(org.refusal("SELECT Id FROM Account WHERE Id = 'nonsense'").code).toBe('INVALID_QUERY_FILTER_OPERATOR');
  });

  it('of several objects tell which', () => {
    expect(org.list("SELECT Subject FROM Task WHERE Who.Type = 'Contact'")).toEqual(['to Jan']);
    expect(org.list("SELECT Subject FROM Task WHERE Who.Name = 'ann'")).toEqual(['to Ann']);
    expect(
      org.list("SELECT Subject FROM Task WHERE What.Name LIKE 'łódź%' OR Who.Name = 'Ann' ORDER BY Subject")
    ).toEqual(['to Ann', 'to Jan']);
  });
});

describe('dates', () => {
  it('are days of the user’s zone', () => {
    expect(names('At__c = TODAY')).toEqual(['50% off_now', 'plain']);
    expect(names('At__c = TODAY', 'Thing__c', { timeZone: 'UTC' })).toEqual(['plain']);
    expect(names('At__c < TODAY')).toEqual(["it's"]);
    expect(names('At__c != TODAY')).toEqual(["it's"]);
    expect(names('Day__c = YESTERDAY')).toEqual(["it's"]);
    expect(names('Day__c = LAST_N_DAYS:1')).toEqual(['50% off_now', "it's"]);
    expect(names('Day__c = LAST_N_DAYS:0')).toEqual(['50% off_now']);
    expect(names('Day__c >= THIS_MONTH AND Day__c <= THIS_YEAR')).toEqual(['50% off_now', "it's"]);
    expect(names('Day__c = N_DAYS_AGO:1')).toEqual(["it's"]);
    expect(names('Day__c = NEXT_WEEK')).toEqual([]);
  });

  it('and moments are written without quotes', () => {
    expect(names('At__c >= 2026-03-17T23:30:00Z')).toEqual(['50% off_now', 'plain']);
    expect(names('At__c = 2026-03-18T01:30:00+02:00')).toEqual(['50% off_now']);
    expect(names('Day__c < 2026-03-18')).toEqual(["it's"]);
    expect(names('Day__c = :day', 'Thing__c', { binds: () => '2026-03-17' })).toEqual(["it's"]);
  });

  it('have functions, in the user’s zone when asked', () => {
    expect(names('DAY_ONLY(At__c) = 2026-03-17')).toEqual(['50% off_now']);
    expect(names('DAY_ONLY(convertTimezone(At__c)) = 2026-03-18')).toEqual(['50% off_now', 'plain']);
    expect(names('HOUR_IN_DAY(convertTimezone(At__c)) = 0')).toEqual(['50% off_now', "it's"]);
    expect(names('CALENDAR_YEAR(Day__c) = 2026 AND DAY_IN_WEEK(Day__c) = 3')).toEqual(["it's"]);
  });
});

describe('other conditions', () => {
  it('INCLUDES takes values together with ; and others beside', () => {
    const cases = (where: string) => org.list(`SELECT CaseNumber FROM Case WHERE ${where} ORDER BY CaseNumber`);
    expect(cases("Topics__c INCLUDES ('a;b')")).toEqual(['1']);
    expect(cases("Topics__c INCLUDES ('A', 'b')")).toEqual(['1', '2']);
    expect(cases("Topics__c EXCLUDES ('a')")).toEqual(['2', '3']);
    expect(cases("Topics__c = 'b'")).toEqual(['2']);
  });

  it('semi joins and anti joins', () => {
    expect(names('Id IN (SELECT AccountId FROM Contact)', 'Account')).toEqual(['Small', 'ŁÓDŹ Big']);
    expect(names("Id NOT IN (SELECT AccountId FROM Contact WHERE Name = 'Jan')", 'Account')).toEqual(['Small']);
    expect(names('AccountId IN (SELECT Id FROM Account WHERE IsPartner = true)', 'Contact')).toEqual(['Jan']);
  });

  it('keep plans apart whose literals differ in what they mean', () => {
    expect(names('Amount__c = 1.5')).toEqual(['50% off_now']);
    expect(names('Amount__c = -2')).toEqual(["it's"]);
    expect(names('Amount__c = 2')).toEqual([]);
    expect(names('Id = :ids[0]', 'Account', { binds: (text) => (text === 'ids[0]' ? big : small) })).toEqual([
      'ŁÓDŹ Big'
    ]);
    expect(names('Id = :ids[1]', 'Account', { binds: (text) => (text === 'ids[0]' ? big : small) })).toEqual(['Small']);
  });
});

describe('order', () => {
  it('puts nulls first unless told otherwise, folds texts, and follows picklists', () => {
    const order = (by: string, field = 'CaseNumber', object = 'Case') =>
      org.list(`SELECT ${field} FROM ${object} ORDER BY ${by}`);
    expect(order('Amount__c', 'Name', 'Thing__c')).toEqual(['plain', "it's", '50% off_now']);
    expect(order('Amount__c DESC', 'Name', 'Thing__c')).toEqual(['plain', '50% off_now', "it's"]);
    expect(order('Amount__c DESC NULLS LAST', 'Name', 'Thing__c')).toEqual(['50% off_now', "it's", 'plain']);
    expect(order('Status')).toEqual(['3', '1', '2']);
    expect(order('Status DESC NULLS LAST')).toEqual(['2', '1', '3']);
    expect(order('Account.Name NULLS LAST, Name', 'Name', 'Contact')).toEqual(['Ola', 'Jan', 'Zed']);
  });

  it('goes with LIMIT and OFFSET', () => {
    expect(org.list('SELECT Name FROM Contact ORDER BY Name LIMIT 1 OFFSET 1')).toEqual(['Ola']);
    expect(org.list('SELECT Name FROM Contact ORDER BY Name OFFSET 2')).toEqual(['Zed']);
    expect(org.list('SELECT Name FROM Contact ORDER BY Name LIMIT :n', { binds: () => 2 })).toEqual(['Jan', 'Ola']);
    expect(org.list('SELECT Name FROM Contact LIMIT 0')).toEqual([]);
  });
});

describe('aggregates', () => {
  it('count, group and name their columns', () => {
    expect(org.soql.query('SELECT COUNT() FROM Case', { access: 'system' })).toEqual({
      totalSize: 3,
      done: true,
      rows: []
    });
    expect(org.soql.query('SELECT COUNT() FROM Case LIMIT 2', { access: 'system' }).totalSize).toBe(2);
    expect(
      org.rows('SELECT COUNT(Id), COUNT(Status) named, MAX(CaseNumber), COUNT_DISTINCT(Status) FROM Case')[0]?.values
    ).toEqual({
      expr0: 3,
      named: 2,
      expr1: '3',
      expr2: 2
    });
    expect(
      org.rows('SELECT Account.Name, COUNT(Id) n FROM Contact GROUP BY Account.Name ORDER BY COUNT(Id), Account.Name')
    ).toEqual([
      { type: 'AggregateResult', values: { Name: null, n: 1 } },
      { type: 'AggregateResult', values: { Name: 'Small', n: 1 } },
      { type: 'AggregateResult', values: { Name: 'ŁÓDŹ Big', n: 1 } }
    ]);
    expect(
      org.rows(
        'SELECT CALENDAR_MONTH(At__c) m, SUM(Amount__c) s, AVG(Amount__c) a FROM Thing__c GROUP BY CALENDAR_MONTH(At__c) HAVING COUNT(Id) > 1'
      )
    ).toEqual([{ type: 'AggregateResult', values: { m: 3, s: -0.5, a: -0.25 } }]);
    expect(org.rows("SELECT Status FROM Case GROUP BY Status HAVING Status = 'new'")).toHaveLength(1);
    expect(org.rows('SELECT SUM(Amount__c) FROM Thing__c WHERE Name = null')[0]?.values).toEqual({ expr0: null });
  });

  it('tell the Apex compiler their columns', () => {
    expect(
      org.soql.check(
        'SELECT Status, COUNT(Id) n, SUM(Id) FROM Case GROUP BY Status'.replace('SUM(Id)', 'MAX(CreatedDate)')
      )
    ).toEqual({
      object: 'Case',
      kind: 'aggregate',
      binds: [],
      aliases: ['Status', 'n', 'expr0'],
      columns: [
        { alias: 'Status', type: 'picklist' },
        { alias: 'n', type: 'int' },
        { alias: 'expr0', type: 'datetime' }
      ]
    });
  });
});

it('rows from before an Apex test are hidden from it', () => {
  const hiddenUpTo = (object: string) => (object === 'Contact' ? '003zzz' : undefined);
  expect(org.list('SELECT Name FROM Contact', { hiddenUpTo })).toEqual([]);
  expect(org.list('SELECT Name FROM Account', { hiddenUpTo })).toHaveLength(2);
  expect(
    org.rows('SELECT (SELECT Id FROM Contacts) FROM Account', { hiddenUpTo })[0]?.values['Contacts']
  ).toMatchObject({ totalSize: 0 });
  expect(org.list('SELECT Name FROM Account WHERE Id IN (SELECT AccountId FROM Contact)', { hiddenUpTo })).toEqual([]);
});
