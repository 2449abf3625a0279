import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseClass, parseTrigger } from '../../../src/apex/front/readDeclarations.ts';
import { parsing } from '../../../src/apex/image/parsed.ts';
import type { ApexSource } from '../../../src/apex/types.ts';
import { keptFolder } from '../../../src/kept.ts';

const name = 'ParsedByAnotherProcess';

const everything = `@IsTest(SeeAllData=false)
public virtual with sharing class ${name} extends Base implements Comparable, Database.Batchable<SObject> {
  public static final Long MANY = 9000000000L;
  public enum Kind { ONE, TWO }
  public Map<String, List<Integer[]>> byName { get; private set { byName = value ?? new Map<String, List<Integer[]>>(); } }
  static { System.debug('static'); }
  { MANY?.intValue(); }
  public ${name}(Integer a) { this(a, 1.5); }
  @TestVisible private Object of(SObject row) {
    for (Account one : [SELECT Id FROM Account WHERE Name = :MANY AND Amount > 3]) { upsert one Name; }
    for (Integer i = 0, j = 1; i < 3; i++) { continue; }
    switch on row { when Account a { return (Object) a; } when else { throw new Fault('x'); } }
    System.runAs(user) { insert as user row; }
    return row instanceof Account ? -1 >>> 2 : [FIND :term IN ALL FIELDS RETURNING Account(Id)];
  }
  public interface Inner { Integer size(); }
}`;

const trigger = `trigger ${name} on Case (before insert, after undelete) { Integer count = 0; if (Trigger.isInsert) { count++; } }`;

function unable(): never {
  throw new Error('This text was parsed before');
}

const source = (kind: ApexSource['kind'], text: string): ApexSource => ({ name, kind, file: '', text, apiVersion: '' });

afterAll(() => rm(join(keptFolder, 'parsed-by-a-test'), { recursive: true, force: true }));

/** As another process has it, with its own parser. */
const another = <Decl>(parse: (text: string) => Decl) => parsing('parsed-by-a-test', parse);

test('a class or trigger that another process parsed is the same as parsed here', () => {
  another(parseClass)(source('class', everything));
  expect(another(unable)(source('class', everything))).toStrictEqual(parseClass(everything));
  another(parseTrigger)(source('trigger', trigger));
  expect(another(unable)(source('trigger', trigger))).toStrictEqual(parseTrigger(trigger));
});

test('an edited class is parsed anew', () => {
  const edited = `public class ${name} { Integer edited; }`;
  another(parseClass)(source('class', everything));
  expect(another(parseClass)(source('class', edited))).toStrictEqual(parseClass(edited));
  expect(another(unable)(source('class', edited))).toStrictEqual(parseClass(edited));
});
