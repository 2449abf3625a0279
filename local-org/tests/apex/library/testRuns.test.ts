import { beforeEach, expect, test } from 'vitest';
import type { TestOrg } from '../../support/org.ts';
import { apexOrg, run } from '../compiler/support.ts';
import { load } from './support.ts';

let org: TestOrg;
beforeEach(() => {
  org = apexOrg();
});

/** Loads classes and runs those that are tests: `Class.method: Pass` or the failure's message. */
function runTests(...texts: string[]): string[] {
  load(org, ...texts);
  const { tests } = org.apex.runTests([], org.adminId);
  return tests.map(({ methodName, outcome, message }) => `${methodName}: ${message ?? outcome}`);
}

const testClass = (body: string): string => `@IsTest private class Checks { ${body} }`;

test('every method begins with what @TestSetup saved and leaves nothing', () => {
  const results = runTests(
    testClass(`
      static Integer calls = 0;
      @TestSetup static void setup() { insert new Account(Name = 'S'); }
      @IsTest static void first() { calls++; insert new Account(Name = 'x'); Assert.areEqual(2, [SELECT COUNT() FROM Account]); }
      @IsTest static void second() { calls++; Assert.areEqual(1, [SELECT COUNT() FROM Account]); Assert.areEqual(1, calls); }`)
  );
  expect(results).toEqual(['first: Pass', 'second: Pass']);
  expect(org.store.get('SELECT count(*) AS n FROM "Account"')).toEqual({ n: 0 });
});

test('tests do not see the data of the org, but its users, unless they ask to', () => {
  run(org, "insert new Account(Name = 'real'); return null;");
  const results = runTests(
    testClass(`
      @IsTest static void isolated() {
        Assert.areEqual(0, [SELECT COUNT() FROM Account]);
        Assert.isTrue([SELECT COUNT() FROM User] > 0);
        insert new Account(Name = 'own');
        Assert.areEqual('own', [SELECT Name FROM Account].Name);
      }
      @IsTest(SeeAllData=true) static void all() { Assert.areEqual(1, [SELECT COUNT() FROM Account]); }`)
  );
  expect(results).toEqual(['isolated: Pass', 'all: Pass']);
});

test('a failure says what was expected, and where', () => {
  load(org, "@IsTest private class Checks {\n@IsTest static void wrong() {\n  Assert.areEqual(1, 2, 'sum');\n}\n}");
  const [result] = org.apex.runTests([{ className: 'Checks' }], org.adminId).tests;
  expect(result).toMatchObject({
    outcome: 'Fail',
    message: 'System.AssertException: Assertion Failed: sum: Expected: 1, Actual: 2',
    stackTrace: 'Class.Checks.wrong: line 3, column 1'
  });
});

test('an assertion that fails passes through catch blocks', () => {
  const results = runTests(
    testClass("@IsTest static void tries() { try { Assert.fail('seen'); } catch (Exception e) { return; } }")
  );
  expect(results).toEqual(['tries: System.AssertException: Assertion Failed: seen']);
});

test('startTest counts anew, stopTest runs what waits', () => {
  const job = `public class Job implements Queueable {
    public void execute(QueueableContext context) { insert new Account(Name = 'job' + System.isQueueable()); }
  }`;
  const later =
    'public class Later { @future public static void run(String name) { insert new Account(Name = name); } }';
  const batch = `public class Batch implements Database.Batchable<SObject>, Database.Stateful {
    Integer rows = 0;
    public Database.QueryLocator start(Database.BatchableContext c) { return Database.getQueryLocator('SELECT Id FROM Contact'); }
    public void execute(Database.BatchableContext c, List<Contact> scope) { rows += scope.size(); }
    public void finish(Database.BatchableContext c) { insert new Account(Name = 'rows' + rows); }
  }`;
  const checks = testClass(`
    @IsTest static void jobs() {
      insert new List<Contact>{ new Contact(LastName = 'a'), new Contact(LastName = 'b'), new Contact(LastName = 'c') };
      Assert.areEqual(1, Limits.getDmlStatements());
      Test.startTest();
      Assert.areEqual(0, Limits.getDmlStatements());
      System.enqueueJob(new Job());
      Later.run('future');
      Database.executeBatch(new Batch(), 2);
      Assert.areEqual(0, [SELECT COUNT() FROM Account]);
      Test.stopTest();
      Assert.areEqual(1, Limits.getDmlStatements());
      Set<String> names = new Set<String>();
      for (Account a : [SELECT Name FROM Account]) names.add(a.Name);
      Assert.areEqual(new Set<String>{ 'jobtrue', 'future', 'rows3' }, names);
    }`);
  expect(runTests(job, later, batch, checks)).toEqual(['jobs: Pass']);
});

test('runAs changes the user and lets setup records be saved beside others', () => {
  const checks = testClass(`
    @IsTest static void asOther() {
      insert new Account(Name = 'x');
      Profile p = [SELECT Id FROM Profile LIMIT 1];
      User u = new User(LastName = 'U', Alias = 'u', Email = 'u@example.com', Username = 'u@example.com.test', ProfileId = p.Id,
        TimeZoneSidKey = 'Europe/Warsaw', LocaleSidKey = 'pl_PL', LanguageLocaleKey = 'pl', EmailEncodingKey = 'UTF-8');
      System.runAs(new User(Id = UserInfo.getUserId())) { insert u; }
      System.runAs(u) {
        Assert.areEqual(u.Id, UserInfo.getUserId());
        Assert.areEqual('pl_PL', UserInfo.getLocale());
        Assert.areEqual('14.03.2026', Date.newInstance(2026, 3, 14).format());
      }
      Assert.areNotEqual(u.Id, UserInfo.getUserId());
    }`);
  expect(runTests(checks)).toEqual(['asOther: Pass']);
});

test('callouts go to the mock; stubs answer for a class', () => {
  const mock = `@IsTest public class Mock implements HttpCalloutMock {
    public HttpResponse respond(HttpRequest request) {
      HttpResponse r = new HttpResponse(); r.setStatusCode(201); r.setBody(request.getMethod() + request.getEndpoint()); return r;
    }
  }`;
  const provider = `@IsTest public class Provider implements StubProvider {
    public Object handleMethodCall(Object stub, String name, Type result, List<Type> types, List<String> names, List<Object> values) {
      return name + values;
    }
  }`;
  const greeter = "public virtual class Greeter { public virtual String greet(String name) { return 'hello'; } }";
  const checks = testClass(`
    @IsTest static void mocked() {
      Test.setMock(HttpCalloutMock.class, new Mock());
      HttpRequest request = new HttpRequest(); request.setMethod('GET'); request.setEndpoint('https://x');
      HttpResponse response = new Http().send(request);
      Assert.areEqual('201GEThttps://x', response.getStatusCode() + response.getBody());
    }
    @IsTest static void stubbed() {
      Greeter g = (Greeter) Test.createStub(Greeter.class, new Provider());
      Assert.areEqual('greet(Ada)', g.greet('Ada'));
    }`);
  expect(runTests(mock, provider, greeter, checks)).toEqual(['mocked: Pass', 'stubbed: Pass']);
});

test('coverage counts the lines of what is no test', () => {
  const counted =
    'public class Counted {\n  public static Integer sign(Integer n) {\n    if (n > 0) {\n      return 1;\n    }\n    return -1;\n  }\n}';
  load(org, counted, testClass('@IsTest static void one() { Assert.areEqual(1, Counted.sign(5)); }'));
  const { coverage } = org.apex.runTests([], org.adminId);
  expect(coverage).toEqual([{ name: 'Counted', kind: 'class', covered: [3, 4], uncovered: [6] }]);
});
