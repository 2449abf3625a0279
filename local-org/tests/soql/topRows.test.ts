import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { NOW, testOrg } from './support.ts';
import type { TestOrg } from './support.ts';

let org: TestOrg;
const contacts: string[] = [];
const cases: string[] = [];
beforeAll(() => {
  org = testOrg();
  for (let n = 0; n < 4; n++) contacts.push(org.insert('Contact', { Name: `c${n}` }));
  for (let n = 0; n < 12; n++)
    cases.push(org.insert('Case', { CaseNumber: String(n), ContactId: contacts[n % 3] ?? null }));
  org.store.transaction(() => {
    for (let n = 0; n < 400; n++)
      org.insert('Thing__c', {
        Name: `t${n % 7}`,
        // Few moments, so that many rows share one.
        At__c: NOW + ((n * 31) % 17) * 1000,
        Contact__c: n % 5 === 0 ? null : (contacts[(n * 7) % 4] ?? null),
        Case__c: n % 3 === 0 ? null : (cases[(n * 5) % 12] ?? null),
        Flag__c: n % 2,
        IsDeleted: n % 11 === 0 ? 1 : 0
      });
  });
});

function plan(text: string, binds: Parameters<TestOrg['rows']>[1]): string {
  let sql = '';
  const { all } = org.store;
  const spy: typeof all = (statement, parameters) => {
    sql = statement;
    return all.call(org.store, statement, parameters);
  };
  org.store.all = spy;
  try {
    org.rows(text, binds);
  } finally {
    org.store.all = all;
  }
  return sql;
}

describe('the first rows of an order, of one or many lookups', () => {
  const anchors = ['Contact__c = :c', 'Case__c IN :cases', 'Case__r.ContactId = :c', 'Case__r.Contact.Name IN :names'];
  const all = { c: () => contacts[0] ?? '', cases: () => cases.slice(0, 5), names: () => ['c1', 'c2'] };

  it('are those of the same query that reads all rows', () => {
    const options = {
      binds: (name: string) => (name === 'c' ? all.c() : name === 'cases' ? all.cases() : all.names())
    };
    fc.assert(
      fc.property(
        fc.subarray(anchors, { minLength: 1 }),
        fc.constantFrom('', ' AND Flag__c = true', " AND Name LIKE 't3%'", ' AND Contact__c != null'),
        fc.constantFrom('ASC', 'DESC'),
        fc.integer({ min: 0, max: 450 }),
        fc.integer({ min: 0, max: 20 }),
        fc.option(fc.integer({ min: 0, max: 17 }), { nil: undefined }),
        (sides, rest, direction, limit, offset, after) => {
          const order = `ORDER BY At__c ${direction}, Id ${direction}`;
          const sign = direction === 'ASC' ? '>' : '<';
          const moment = new Date(NOW + (after ?? 0) * 1000).toISOString();
          const id = `a01000000000050AAA`;
          const key =
            after === undefined
              ? ''
              : ` AND (At__c ${sign} ${moment} OR (At__c = ${moment} AND Id ${sign} '${id.slice(0, 15)}'))`;
          const where = `(${sides.join(' OR ')})${rest}${key}`;
          const text = `SELECT Id, At__c FROM Thing__c WHERE ${where} ${order}`;
          const everything = org.rows(text, options).map((row) => row.id);
          const page = org.rows(`${text} LIMIT ${limit} OFFSET ${offset}`, options).map((row) => row.id);
          expect(page).toEqual(everything.slice(offset, offset + limit));
        }
      ),
      { numRuns: 150 }
    );
  });

  it('are read by indexes that hold them in order', () => {
    const text =
      'SELECT Id FROM Thing__c WHERE (Contact__c = :c OR Case__c IN :cases) ORDER BY At__c DESC, Id DESC LIMIT 5';
    const options = { binds: (name: string) => (name === 'c' ? all.c() : all.cases()) };
    const sql = plan(text, options);
    expect(sql).toContain('INDEXED BY "Thing__c.Contact__c+At__c+Id"');
    expect(sql).toContain('INDEXED BY "Thing__c.Case__c+At__c+Id"');
  });

  it('are found again after a roll-back took the index away', () => {
    const text = 'SELECT Id FROM Case WHERE ContactId = :c ORDER BY CreatedDate DESC LIMIT 2';
    const options = { binds: () => all.c() };
    const rollBack = () =>
      org.store.transaction(() => {
        expect(org.rows(text, options)).toHaveLength(2);
        throw new Error('roll back');
      });
    expect(rollBack).toThrow('roll back');
    expect(org.rows(text, options)).toHaveLength(2);
  });
});

it('an OR over a parent’s field and a lookup is answered by indexes', () => {
  const text = 'SELECT COUNT() FROM Thing__c WHERE Case__r.ContactId = :c OR Case__c IN :cases';
  const options = { binds: (name: string) => (name === 'c' ? (contacts[0] ?? '') : cases.slice(0, 2)) };
  let sql = '';
  const { get } = org.store;
  org.store.get = (statement, parameters) => {
    sql = statement;
    return get.call(org.store, statement, parameters);
  };
  org.rows(text, options);
  org.store.get = get;
  const steps = org.store.all(`EXPLAIN QUERY PLAN ${sql}`).map((row) => String(row['detail']));
  expect(steps.join('\n')).toContain('MULTI-INDEX OR');
});
