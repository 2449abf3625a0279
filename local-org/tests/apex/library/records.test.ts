import { beforeEach, expect, test } from 'vitest';
import type { TestOrg } from '../../support/org.ts';
import { apexOrg, run } from '../compiler/support.ts';
import { expectValues, load } from './support.ts';

let org: TestOrg;
beforeEach(() => {
  org = apexOrg();
});

test('a failed statement says the row, the code and the fields', () => {
  const body = `
    try { insert new Contact(FirstName = 'x'); return 'saved'; }
    catch (DmlException e) { return e.getMessage() + '|' + e.getNumDml() + e.getDmlType(0) + e.getDmlFieldNames(0) + e.getDmlIndex(0); }`;
  expect(run(org, body).value).toBe(
    'Insert failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [LastName]: [LastName]|1REQUIRED_FIELD_MISSING(LastName)0'
  );
});

test('partial success saves what it can and tells the rest', () => {
  const body = `
    List<Contact> all = new List<Contact>{ new Contact(LastName = 'a'), new Contact() };
    List<Database.SaveResult> results = Database.insert(all, false);
    return results[0].isSuccess() + '' + results[1].isSuccess() + results[1].getErrors()[0].getStatusCode()
      + (all[0].Id == results[0].getId()) + [SELECT COUNT() FROM Contact];`;
  expect(run(org, body).value).toBe('truefalseREQUIRED_FIELD_MISSINGtrue1');
});

test('rows of a query read what was selected, the id, and nothing else', () => {
  const body = (expression: string): string => `insert new Account(Name = 'A');
    Account a = [SELECT Name FROM Account LIMIT 1]; return ${expression};`;
  expect(run(org, body('a.Name + (a.Id != null)')).value).toBe('Atrue');
  expect(run(org, body('a.Website')).exception).toBe(
    'System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Account.Website'
  );
  expect(run(org, "return [SELECT Id FROM Account WHERE Name = 'nobody'].Name;").exception).toBe(
    'System.QueryException: List has no rows for assignment to SObject'
  );
});

test('put and get by name check the field and the type', () => {
  expectValues(org, {
    "new Account(Name = 'A').get('nAmE')": 'A',
    "new Account().get('Nope')": 'System.SObjectException: Invalid field Nope for Account',
    "new Account().put('Name', 1)": 'System.SObjectException: Illegal assignment from Integer to String',
    "new Account().put('CreatedDate', Datetime.now())": 'System.SObjectException: Field CreatedDate is not editable',
    'new Account(AnnualRevenue = 5).AnnualRevenue.scale()': '0',
    "new Account(Name = 'A', Website = 'w').getPopulatedFieldsAsMap().keySet()": '{Name, Website}',
    "new Account(Name = 'A', Id = '001000000000001AAA').clone().Id": 'null',
    "new Account(Name = 'A', Id = '001000000000001AAA').clone(true).Id": '001000000000001AAA',
    "new Contact(Account = new Account(Name = 'P')).getSObject('Account').get('Name')": 'P'
  });
});

test('aggregates are typed by what they hold', () => {
  const body = `
    insert new List<Thing__c>{ new Thing__c(Amount__c = 1.5), new Thing__c(Amount__c = 2) };
    AggregateResult r = [SELECT COUNT(Id) c, SUM(Amount__c) s, MAX(CreatedDate) m FROM Thing__c];
    return (Integer) r.get('c') + ' ' + (Decimal) r.get('s') + ' ' + (r.get('m') instanceof Datetime);`;
  expect(run(org, body).value).toBe('2 3.5 true');
});

test('dynamic queries bind the variables around them, or a map', () => {
  const body = `
    insert new Account(Name = 'A');
    List<String> names = new List<String>{ 'A', 'B' };
    Integer direct = Database.query('SELECT Id FROM Account WHERE Name IN :names').size();
    Integer mapped = Database.countQueryWithBinds('SELECT COUNT() FROM Account WHERE Name = :n', new Map<String, Object>{ 'N' => 'A' }, AccessLevel.SYSTEM_MODE);
    return direct + mapped;`;
  expect(run(org, body).value).toBe('2');
  expect(run(org, "return Database.query('SELECT Id FROM Account WHERE Name = :nobody');").exception).toBe(
    'System.QueryException: Variable does not exist: nobody'
  );
  expect(run(org, "return Database.query('SELECT Nope FROM Account');").exception).toContain('System.QueryException');
});

test('a savepoint takes records back', () => {
  const body = `
    Savepoint point = Database.setSavepoint();
    insert new Account(Name = 'A');
    Database.rollback(point);
    return [SELECT COUNT() FROM Account];`;
  expect(run(org, body).value).toBe('0');
});

test('triggers change rows before the save, fail rows with addError, and can not change them after it', () => {
  const trigger = (body: string, events: string): string => `trigger ThingTrigger on Thing__c (${events}) { ${body} }`;
  expect(
    run(
      org,
      "Thing__c t = new Thing__c(Name = 'a'); insert t; return [SELECT Name FROM Thing__c].Name;",
      trigger('for (Thing__c t : Trigger.new) t.Name += Trigger.operationType;', 'before insert')
    ).value
  ).toBe('aBEFORE_INSERT');
  expect(
    run(
      org,
      "insert new Thing__c(Name = 'a'); return null;",
      trigger("Trigger.new[0].addError('no');", 'before insert')
    ).exception
  ).toContain('first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, no: []');
  expect(
    run(org, "insert new Thing__c(Name = 'a'); return null;", trigger("Trigger.new[0].Name = 'b';", 'after insert'))
      .exception
  ).toContain('System.FinalException: Record is read-only');
});

test('a trigger that saves its own kind for ever ends at a depth of 16', () => {
  const trigger = "trigger ThingTrigger on Thing__c (after insert) { insert new Thing__c(Name = 'again'); }";
  expect(run(org, "insert new Thing__c(Name = 'a'); return null;", trigger).exception).toContain(
    'Maximum trigger depth exceeded'
  );
});

test('limits end the transaction: no catch block takes them', () => {
  const queries =
    "try { for (Integer i = 0; i < 101; i++) { List<Account> a = [SELECT Id FROM Account]; } } catch (Exception e) { return 'caught'; } return 'done';";
  expect(run(org, queries).exception).toBe('System.LimitException: Too many SOQL queries: 101');
  expect(run(org, 'Boolean go = true; Integer i = 0; while (go) { i++; } return i;').exception).toBe(
    'System.LimitException: Apex CPU time limit exceeded'
  );
  expect(run(org, "return Limits.getQueries() + '/' + Limits.getLimitQueries();").value).toBe('0/100');
});

test('describe', () => {
  expectValues(org, {
    "Schema.getGlobalDescribe().get('ACCOUNT').getDescribe().getLabelPlural()": 'Accounts',
    "Schema.getGlobalDescribe().get('Nope__c')": 'null',
    'Thing__c.Kind__c.getDescribe().getPicklistValues().size()': '2',
    'Thing__c.Kind__c.getDescribe().getType()': 'PICKLIST',
    'Thing__c.Parent__c.getDescribe().getReferenceTo()': '(Thing__c)',
    'Thing__c.SObjectType == Schema.Thing__c.SObjectType': 'true',
    "Account.SObjectType.getDescribe().fields.getMap().containsKey('NAME')": 'true',
    "((Account) Account.SObjectType.newSObject('001000000000001AAA')).Id.getSObjectType()": 'Account',
    'Account.SObjectType.getDescribe().getKeyPrefix()': '001'
  });
});

test('a stack trace names Apex classes, methods and lines', () => {
  const code = load(
    org,
    'public class Deep {\n  public static void go() {\n    inner();\n  }\n  static void inner() {\n    String s;\n    s.length();\n  }\n}'
  );
  expect(code.find('Deep')?.name).toBe('Deep');
  const { stack } = run(
    org,
    'Deep.go(); return null;',
    'public class Deep {\n  public static void go() {\n    inner();\n  }\n  static void inner() {\n    String s;\n    s.length();\n  }\n}'
  );
  expect(stack.split('\n').slice(0, 2)).toEqual([
    'Class.Deep.inner: line 7, column 1',
    'Class.Deep.go: line 3, column 1'
  ]);
});
