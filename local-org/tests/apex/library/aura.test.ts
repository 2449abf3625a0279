import { beforeEach, expect, test } from 'vitest';
import { ApexFault } from '../../../src/apex/index.ts';
import type { TestOrg } from '../../support/org.ts';
import { apexOrg } from '../compiler/support.ts';
import { load } from './support.ts';

const controller = `public with sharing class Controller {
  public class Page {
    @AuraEnabled public String title { get; set; }
    @AuraEnabled public List<Account> accounts;
    @AuraEnabled public Decimal total;
    @AuraEnabled public Date day;
    public String hidden = 'no';
  }
  public class NotFound extends Exception {}
  @AuraEnabled(cacheable=true)
  public static Page getPage(String title, List<Integer> numbers, Page given) {
    Page page = new Page();
    page.title = title + numbers.size() + given?.title;
    page.accounts = [SELECT Name, Website FROM Account];
    page.total = 1.50;
    page.day = Date.newInstance(2026, 3, 1);
    return page;
  }
  @AuraEnabled public static Id save(String name) { Account a = new Account(Name = name); insert a; return a.Id; }
  @AuraEnabled(cacheable=true) public static void saveCached() { insert new Account(Name = 'x'); }
  @AuraEnabled public static void handled() { throw new AuraHandledException('for the user'); }
  @AuraEnabled public static void own() { throw new NotFound('gone'); }
  @AuraEnabled public static Map<String, Long> numbers() { return new Map<String, Long>{ 'a' => 1L }; }
  public static void inner() {}
}`;

let org: TestOrg;
beforeEach(() => {
  org = apexOrg();
  load(org, controller);
});

const call = (method: string, parameters: Record<string, unknown> = {}): unknown =>
  org.apex.callAura(org.adminId, 'Controller', method, parameters);

function fault(method: string): unknown {
  try {
    return call(method);
  } catch (error) {
    return error;
  }
}

test('parameters become Apex values, results what components get', () => {
  const id = call('save', { name: 'Acme' });
  expect(call('getPage', { title: 't', numbers: [1, 2], given: { title: 'g' } })).toEqual({
    title: 't2g',
    accounts: [{ Name: 'Acme', Id: id }],
    total: 1.5,
    day: '2026-03-01'
  });
  expect(call('numbers')).toEqual({ a: 1 });
});

test('a value that does not fit its parameter is named', () => {
  expect(() => call('getPage', { numbers: 'many' })).toThrow(
    `Value provided is invalid for action parameter 'numbers' of type 'List<Integer>': "many"`
  );
});

test('exceptions arrive as faults with type, message and Apex stack', () => {
  expect(fault('handled')).toMatchObject({
    exceptionType: 'System.AuraHandledException',
    message: 'for the user',
    isUserDefined: false
  });
  const own = fault('own');
  expect(own).toBeInstanceOf(ApexFault);
  expect(own).toMatchObject({ exceptionType: 'Controller.NotFound', message: 'gone', isUserDefined: true });
  expect((own as ApexFault).apexStack).toBe('Class.Controller.own: line 22, column 1');
});

test('a cacheable method may not save, and nothing of a failed call stays', () => {
  expect(fault('saveCached')).toMatchObject({
    exceptionType: 'System.LimitException',
    message: 'Too many DML statements: 1'
  });
  expect(org.store.get('SELECT count(*) AS n FROM "Account"')).toEqual({ n: 0 });
});

test('only what is @AuraEnabled can be called, by users who may', () => {
  expect(() => call('inner')).toThrow('No @AuraEnabled method Controller.inner is deployed');
  const insert = org.transact(org.adminId, () =>
    org.records.save(
      'insert',
      [
        {
          type: 'User',
          values: {
            LastName: 'Nobody',
            Alias: 'nobody',
            Email: 'n@example.com',
            Username: 'n@example.com.test',
            ProfileId: String(
              org.store.get(`SELECT "Id" AS id FROM "Profile" WHERE "Name" <> 'System Administrator'`)?.['id']
            ),
            TimeZoneSidKey: 'GMT',
            LocaleSidKey: 'en_US',
            LanguageLocaleKey: 'en_US',
            EmailEncodingKey: 'UTF-8'
          }
        }
      ],
      { access: 'system', allOrNone: true }
    )
  );
  expect(() => org.apex.callAura(insert[0]?.id ?? '', 'Controller', 'numbers', {})).toThrow(
    "You do not have access to the Apex class named 'Controller'."
  );
});
