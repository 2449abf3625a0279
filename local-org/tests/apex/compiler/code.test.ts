import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/apex/image/compile.ts';
import { Code } from '../../../src/apex/image/loader.ts';
import { runApex } from '../../../src/apex/runtime/transaction.ts';
import type { ApexImage } from '../../../src/apex/types.ts';
import { apexOrg, sources } from './support.ts';

const org = apexOrg();

function image(...texts: string[]): ApexImage {
  const result = compile(sources(...texts), org.schema);
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return result.image;
}

describe('an image', () => {
  const text = `public class Facts {
    @AuraEnabled(cacheable=true)
    public static String page(Id recordId, List<String> names) { return ''; }
    @InvocableMethod(label='Do it')
    public static void act(List<Id> ids) { }
    public Integer size;
    public class Inner { public String name; }
  }`;
  const test =
    '@IsTest private class FactsTest {\n @TestSetup static void setup() { }\n @IsTest static void first() {\n  Integer i = 1;\n  System.assert(true);\n }\n static testMethod void second() { }\n}';

  it('tells what components, flows and tests may call', () => {
    const [facts, tests] = image(text, test).units;
    expect(facts?.auraMethods).toEqual([
      {
        name: 'page',
        cacheable: true,
        parameters: [
          { name: 'recordId', type: 'Id' },
          { name: 'names', type: 'List<String>' }
        ],
        returnType: 'String'
      }
    ]);
    expect(facts?.invocableMethods).toEqual([{ name: 'act', label: 'Do it' }]);
    expect(tests?.isTest).toBe(true);
    expect(tests?.testMethods).toEqual(['first', 'second']);
    expect(tests?.statementLines).toEqual([4, 5]);
  });

  it('is JSON', () => {
    const compiled = image(text, test);
    expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled);
  });

  it('keeps a unit whose code did not change', () => {
    const before = image(text, 'public class Other { Integer a; }');
    const result = compile(sources(text, 'public class Other { Integer b; }'), org.schema, before);
    const units = 'image' in result ? result.image.units : [];
    expect(units[0]).toBe(before.units[0]);
    expect(units[1]).not.toBe(before.units[1]);
  });

  it('describes its classes', () => {
    const info = new Code(image(text)).find('facts.inner');
    expect(info).toMatchObject({
      name: 'Facts.Inner',
      kind: 'class',
      fields: [{ name: 'name', type: 'String', static: false }]
    });
    expect(new Code(image(text)).find('Missing')).toBeUndefined();
  });

  it('notes the lines that ran', () => {
    const code = new Code(
      image(
        'public class Covered {\n public static void go(Boolean b) {\n  if (b) {\n   b = false;\n  } else {\n   b = true;\n  }\n }\n}'
      )
    );
    const note = new Map<string, Set<number>>();
    code.cover(note);
    org.transact(org.adminId, (transaction) =>
      runApex(transaction, code, () => code.callStatic('Covered', 'go$boolean', [true]))
    );
    expect([...(note.get('Covered') ?? [])]).toEqual([3, 4]);
  });

  it('starts every transaction with fresh statics', () => {
    const code = new Code(
      image('public class Counting { static Integer n = 0; public static Integer next() { n++; return n; } }')
    );
    const next = () =>
      org.transact(org.adminId, (transaction) =>
        runApex(transaction, code, () => code.callStatic('Counting', 'next', []))
      );
    expect([next(), next()]).toEqual([1, 1]);
  });
});

describe('anonymous Apex', () => {
  it('runs with methods and classes of its own', async () => {
    const result = await org.apex.executeAnonymous(
      org.adminId,
      'class Box { Integer n = 2; }\nInteger twice(Integer i) { return i * 2; }\nSystem.debug(twice(new Box().n));'
    );
    expect(result).toMatchObject({ compiled: true, success: true });
    expect(result.log).toContain('4');
  });

  it('sees the deployed classes', async () => {
    const base = 'public virtual class Base { public Integer n = 1; }';
    const sub =
      'public class Sub extends Base { public List<Other> others; public Integer sum() { return n + Other.TWO; } }';
    const other = 'public class Other extends Sub2 { public static final Integer TWO = 2; }';
    const sub2 = 'public virtual class Sub2 extends Base { }';
    const texts = [base, sub, other, sub2];
    const { store } = org;
    for (const { name, file, text } of sources(...texts)) {
      store.run('INSERT INTO metadata (type, fullName, file, content, hash) VALUES (?, ?, ?, ?, ?)', [
        'ApexClass',
        name,
        file,
        text,
        ''
      ]);
    }
    org.apex.load(image(...texts));
    const found = await org.apex.executeAnonymous(org.adminId, 'System.debug(new Sub().sum() + new Other().n);');
    expect(found.log).toContain('4');
    const missing = await org.apex.executeAnonymous(org.adminId, 'Missing.go();');
    expect(missing.compileProblem).toBe('Variable does not exist: Missing');
  });

  it('says where it does not compile', async () => {
    expect(await org.apex.executeAnonymous(org.adminId, 'Integer i = 1;\nx = 2;')).toMatchObject({
      compiled: false,
      compileProblem: 'Variable does not exist: x',
      line: 2,
      column: 1
    });
  });

  it('says where it fails, and saves nothing', async () => {
    const result = await org.apex.executeAnonymous(org.adminId, "insert new Thing__c(Name = 'a');\nInteger i = 1 / 0;");
    expect(result).toMatchObject({
      compiled: true,
      success: false,
      exceptionMessage: 'System.MathException: Divide by 0',
      exceptionStackTrace: 'AnonymousBlock: line 2, column 1'
    });
    expect(org.store.get('SELECT COUNT(*) AS n FROM "Thing__c"')).toEqual({ n: 0 });
  });
});
