import { beforeEach, describe, expect, it } from 'vitest';
import type { TestOrg } from '../../support/org.ts';
import { insert } from '../../support/things.ts';
import { apexOrg, run } from './support.ts';

let org: TestOrg;
beforeEach(() => {
  org = apexOrg();
});

const text = (body: string): string => body.replaceAll('"', "'");
const value = (body: string, ...classes: string[]): string => {
  const ran = run(org, text(body), ...classes.map(text));
  return ran.exception === '' ? ran.value : ran.exception;
};

describe('queries', () => {
  beforeEach(() => {
    for (const [Name, Amount__c] of [
      ['a', 1],
      ['b', 2],
      ['c', 3]
    ] as const)
      insert(org, 'Thing__c', { Name, Amount__c });
  });

  it.each([
    ['return [SELECT COUNT() FROM Thing__c];', '3'],
    ['Thing__c t = [SELECT Name FROM Thing__c WHERE Name = "b"]; return t.Name;', 'b'],
    ['return [SELECT Name FROM Thing__c WHERE Name = "b"].Name;', 'b'],
    ['return [SELECT Name FROM Thing__c].size();', '3'],
    ['return [SELECT Name FROM Thing__c ORDER BY Name][1].Name;', 'b'],
    [
      'Thing__c t = [SELECT Id FROM Thing__c WHERE Name = "z"]; return t;',
      'System.QueryException: List has no rows for assignment to SObject'
    ],
    [
      'Thing__c t = [SELECT Id FROM Thing__c]; return t;',
      'System.QueryException: List has more than 1 row for assignment to SObject'
    ],
    [
      'Thing__c t = [SELECT Id FROM Thing__c LIMIT 1]; return t.Name;',
      'System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Thing__c.Name'
    ],
    ['Set<String> names = new Set<String>{"a", "c"}; return [SELECT COUNT() FROM Thing__c WHERE Name IN :names];', '2'],
    ['Integer n = 1; return [SELECT Name FROM Thing__c WHERE Amount__c > :n + 1 LIMIT :n].Name;', 'c'],
    ['Decimal s = 0; for (Thing__c t : [SELECT Amount__c FROM Thing__c]) { s += t.Amount__c; } return s;', '6'],
    ['Integer s = 0; for (List<Thing__c> rows : [SELECT Id FROM Thing__c]) { s += rows.size(); } return s;', '3'],
    ['Map<Id, Thing__c> m = new Map<Id, Thing__c>([SELECT Name FROM Thing__c]); return m.size();', '3'],
    [
      'AggregateResult[] r = [SELECT SUM(Amount__c) total, Name n FROM Thing__c GROUP BY Name ORDER BY Name]; return r[2].get("total") + " " + r[0].get("n");',
      '3 a'
    ],
    [
      'String wanted = "c"; List<Thing__c> t = Database.query("SELECT Name FROM Thing__c WHERE Name = :wanted"); return t[0].Name;',
      'c'
    ],
    [
      'Thing__c t = Database.query("SELECT Name FROM Thing__c WHERE Name = \\"a\\""); return t.Name;'.replaceAll(
        '\\"',
        "\\'"
      ),
      'a'
    ],
    [
      'return Database.query("SELECT Name FROM Thing__c WHERE Name = :missing").size();',
      'System.QueryException: Variable does not exist: missing'
    ]
  ])('%s → %s', (body, printed) => {
    expect(value(body)).toMatch(new RegExp(`^${printed.replace(/[.*+?()[\]]/g, '\\$&')}(\\.0+)?$`));
  });

  it('reach parents and children', () => {
    const body = `Thing__c p = [SELECT Id FROM Thing__c WHERE Name = "a"];
      insert new Thing__c(Name = "kid", Parent__c = p.Id);
      Thing__c kid = [SELECT Parent__r.Name, Parent__r.Parent__r.Name FROM Thing__c WHERE Name = "kid"];
      Thing__c parent = [SELECT (SELECT Name FROM Children__r) FROM Thing__c WHERE Name = "a"];
      return kid.Parent__r.Name + kid.Parent__r?.Parent__r?.Name + parent.Children__r[0].Name + parent.Children__r.size();`;
    expect(value(body)).toBe('anullkid1');
  });

  it('count for the limit', () => {
    expect(value('for (Integer i = 0; i < 101; i++) { Integer n = [SELECT COUNT() FROM Thing__c]; } return 1;')).toBe(
      'System.LimitException: Too many SOQL queries: 101'
    );
  });
});

describe('saves', () => {
  it.each([
    ['Thing__c t = new Thing__c(Name = "a"); insert t; return t.Id != null;', 'true'],
    [
      'Thing__c t = new Thing__c(Name = "a"); insert t; t.Name = "b"; update as system t; return [SELECT Name FROM Thing__c].Name;',
      'b'
    ],
    ['Thing__c t = new Thing__c(Name = "a"); insert t; delete t; return [SELECT COUNT() FROM Thing__c];', '0'],
    [
      'Thing__c t = new Thing__c(Name = "a"); insert t; delete t; undelete t; return [SELECT COUNT() FROM Thing__c];',
      '1'
    ],
    [
      'List<Thing__c> l = new List<Thing__c>{ new Thing__c(Name = "a"), new Thing__c(Name = "b") }; insert l; return l[1].Id == l[0].Id;',
      'false'
    ],
    [
      'upsert new Thing__c(Name = "a", Key__c = "k") Key__c; upsert new Thing__c(Name = "b", Key__c = "k") Thing__c.Key__c; return [SELECT Name FROM Thing__c].Name;',
      'b'
    ],
    [
      'try { insert new Thing__c(Name = "a", Kind__c = "Green"); return "saved"; } catch (DmlException e) { return e.getDmlType(0); }',
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'
    ],
    ['Thing__c t = null; insert t; return 1;', 'System.NullPointerException: Attempt to de-reference a null object']
  ])('%s → %s', (body, printed) => {
    expect(value(body)).toBe(printed);
  });
});

describe('triggers', () => {
  const trigger = `trigger ThingTrigger on Thing__c (before insert, before update, after insert, after update, after delete) {
    Noted.add(Trigger.operationType + ":" + Trigger.size);
    if (Trigger.isBefore && Trigger.isInsert) {
      for (Thing__c t : Trigger.new) {
        if (t.Name == "bad") { t.addError("no bad things"); }
        t.Key__c = t.Name + "!";
      }
    }
    if (Trigger.isUpdate && Trigger.isAfter) {
      for (Id id : Trigger.newMap.keySet()) Noted.add(Trigger.oldMap.get(id).Name + ">" + Trigger.newMap.get(id).Name);
    }
    if (Trigger.isInsert && Trigger.isAfter && Trigger.new[0].Name == "nest") {
      insert new Thing__c(Name = "inner");
      Noted.add("back:" + Trigger.new[0].Name + Trigger.isAfter);
    }
  }`;
  const noted =
    'public class Noted { public static List<String> notes = new List<String>(); public static void add(String s) { notes.add(s); } }';

  it('see old and new, and change what is saved', () => {
    const body =
      'Thing__c t = new Thing__c(Name = "a"); insert t; t.Name = "b"; update t; delete t; return Noted.notes + [SELECT Key__c FROM Thing__c ALL ROWS].Key__c;';
    expect(value(body, trigger, noted)).toBe(
      '(BEFORE_INSERT:1, AFTER_INSERT:1, BEFORE_UPDATE:1, AFTER_UPDATE:1, a>b, AFTER_DELETE:1)a!'
    );
  });

  it('get their own variables back after saving inside', () => {
    const body = 'insert new Thing__c(Name = "nest"); return Noted.notes + " " + Trigger.isExecuting;';
    expect(value(body, trigger, noted)).toBe(
      '(BEFORE_INSERT:1, AFTER_INSERT:1, BEFORE_INSERT:1, AFTER_INSERT:1, back:nesttrue) false'
    );
  });

  it('refuse records', () => {
    const body =
      'try { insert new Thing__c(Name = "bad"); return "saved"; } catch (DmlException e) { return e.getDmlMessage(0) + [SELECT COUNT() FROM Thing__c]; }';
    expect(value(body, trigger, noted)).toBe('no bad things0');
  });

  it('that fail say where', () => {
    const failing = 'trigger Failing on Thing__c (before insert) {\n  String s;\n  s.length();\n}';
    const message = value('insert new Thing__c(Name = "a"); return 1;', failing);
    expect(message).toContain('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Failing: execution of BeforeInsert');
    expect(message).toContain('caused by: System.NullPointerException: Attempt to de-reference a null object');
    expect(message).toContain('Trigger.Failing: line 3, column 1');
  });
});
