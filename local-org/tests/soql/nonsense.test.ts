import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { OrgError } from '../../src/errors.ts';
import { testOrg } from './support.ts';
import type { TestOrg } from './support.ts';

let org: TestOrg;
beforeAll(() => {
  org = testOrg();
  const account = org.insert('Account', { Name: 'A' });
  const contact = org.insert('Contact', { Name: 'C', AccountId: account });
  org.insert('Case', { CaseNumber: '1', ContactId: contact, Status: 'New', Topics__c: 'a;b' });
  org.insert('Task', { Subject: 's', WhoId: contact, WhatId: account });
});

const queries = [
  "SELECT Id , Name , Account . Name FROM Contact WHERE ( Name = 'x' OR AccountId IN ( '001000000000001' , null ) ) AND CreatedDate > LAST_N_DAYS:5 ORDER BY Name DESC NULLS LAST , Id LIMIT 5 OFFSET 2",
  "SELECT Status , COUNT ( Id ) n , MAX ( CreatedDate ) FROM Case WHERE Topics__c INCLUDES ( 'a;b' ) GROUP BY Status HAVING COUNT ( Id ) > 0 ORDER BY COUNT ( Id ) LIMIT 3",
  "SELECT TYPEOF What WHEN Case THEN Subject ELSE Name END , Who . Name FROM Task WHERE Who . Type = 'Contact' AND What . Name LIKE 'a%'",
  "SELECT Id , ( SELECT Id FROM Cases ORDER BY CaseNumber LIMIT 2 ) FROM Account WHERE Id IN ( SELECT AccountId FROM Contact ) AND ( NOT Name LIKE '%z' )",
  'SELECT toLabel ( Status ) FROM Case WHERE ContactId = :c AND Contact . Account . Name IN :names ORDER BY CreatedDate DESC , Id DESC LIMIT :n'
].map((query) => query.split(' '));
const words = [...new Set(queries.flat())];

const change = fc.record({
  kind: fc.constantFrom('drop', 'replace', 'insert'),
  place: fc.nat(60),
  word: fc.constantFrom(...words)
});
const value = fc.constantFrom(null, '', 'x', 5, -1, 1.5, true, ['a', null], []);

it('a query of words in any order runs or is refused, and nothing else', () => {
  fc.assert(
    fc.property(fc.constantFrom(...queries), fc.array(change, { maxLength: 4 }), value, (query, changes, bind) => {
      const text = [...query];
      for (const { kind, place, word } of changes) {
        if (kind === 'insert') text.splice(place % text.length, 0, word);
        else text.splice(place % text.length, 1, ...(kind === 'drop' ? [] : [word]));
      }
      try {
        org.rows(text.join(' '), { binds: () => bind, batchSize: 2 });
      } catch (error) {
        expect(error).toBeInstanceOf(OrgError);
      }
    }),
    { numRuns: 400 }
  );
});
