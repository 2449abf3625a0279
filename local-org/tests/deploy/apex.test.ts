import { describe, expect, test } from 'vitest';
import { testOrg, type TestOrg } from '../support/org.ts';
import { deployTexts, objectFile, textField } from './support.ts';

const meta = (type: string) =>
  `<${type} xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>65.0</apiVersion><status>Active</status></${type}>`;

function classes(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => [
      [`classes/${name}.cls`, text],
      [`classes/${name}.cls-meta.xml`, meta('ApexClass')]
    ])
  );
}

function deployClasses(org: TestOrg, texts: Readonly<Record<string, string>>) {
  return deployTexts(org, { ApexClass: Object.keys(texts) }, classes(texts));
}

const greeter = 'public class Greeter {\n  public static String greet(String name) {\n    return name;\n  }\n}';

describe('Apex', () => {
  test('is compiled against the objects of the same package, and has rows', async () => {
    const org = testOrg();
    const result = await deployTexts(
      org,
      { CustomObject: ['Thing__c'], ApexClass: ['Maker'], ApexTrigger: ['ThingTrigger'] },
      {
        'objects/Thing__c.object': objectFile(textField('Code__c')),
        ...classes({
          Maker:
            "public class Maker { public static Thing__c make() { return new Thing__c(Name = 'x', Code__c = 'y'); } }"
        }),
        'triggers/ThingTrigger.trigger':
          'trigger ThingTrigger on Thing__c (before insert) {\n  for (Thing__c thing : Trigger.new) {\n    thing.Code__c = thing.Name;\n  }\n}',
        'triggers/ThingTrigger.trigger-meta.xml': meta('ApexTrigger')
      }
    );
    expect(result.details.componentFailures).toEqual([]);
    expect(org.apex.image.units.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      'class Maker',
      'trigger ThingTrigger'
    ]);
    expect(org.store.all('SELECT "Name", "ApiVersion", "Status" FROM "ApexClass"')).toEqual([
      { Name: 'Maker', ApiVersion: 65, Status: 'Active' }
    ]);
    expect(org.store.all('SELECT "Name", "TableEnumOrId" FROM "ApexTrigger"')).toEqual([
      { Name: 'ThingTrigger', TableEnumOrId: 'Thing__c' }
    ]);
    org.transact(org.adminId, () => {
      const [saved] = org.records.save('insert', [{ type: 'Thing__c', values: { Name: 'From the trigger' } }], {
        access: 'system',
        allOrNone: true
      });
      expect(saved?.errors).toEqual([]);
    });
    expect(org.store.all('SELECT "Code__c" FROM "Thing__c"')).toEqual([{ Code__c: 'From the trigger' }]);
  });

  test('that does not compile is told with file, line and column, and nothing of the package stays', async () => {
    const org = testOrg();
    const result = await deployClasses(org, {
      Greeter: greeter,
      Broken: 'public class Broken {\n  public static Integer go() {\n    return ghost;\n  }\n}'
    });
    expect(result.status).toBe('Failed');
    expect(result.details.componentFailures).toMatchObject([
      {
        componentType: 'ApexClass',
        fullName: 'Broken',
        fileName: 'classes/Broken.cls',
        lineNumber: 3,
        columnNumber: 12,
        problemType: 'Error',
        problem: 'Variable does not exist: ghost'
      }
    ]);
    expect(org.apex.image.units).toEqual([]);
    expect(org.store.all('SELECT * FROM "ApexClass"')).toEqual([]);
  });

  test('that a change breaks elsewhere is named, though its own file is not in the package', async () => {
    const org = testOrg();
    await deployClasses(org, {
      Greeter: greeter,
      Caller: "public class Caller {\n  public static void go() {\n    Greeter.greet('x');\n  }\n}"
    });
    const result = await deployClasses(org, { Greeter: greeter.replace('greet(', 'welcome(') });
    expect(result.details.componentFailures).toMatchObject([
      { componentType: 'ApexClass', fullName: 'Caller', fileName: 'classes/Caller.cls', lineNumber: 3 }
    ]);
    expect(org.apex.image.units).toHaveLength(2);
  });

  test('that needs a field stops the field from going', async () => {
    const org = testOrg();
    const thing = { 'objects/Thing__c.object': objectFile(textField('Code__c')) };
    const user = classes({
      Reader: 'public class Reader { public static List<Thing__c> all() { return [SELECT Code__c FROM Thing__c]; } }'
    });
    const first = await deployTexts(org, { CustomObject: ['Thing__c'], ApexClass: ['Reader'] }, { ...thing, ...user });
    expect(first.details.componentFailures).toEqual([]);
    const gone =
      '<Package><types><members>Thing__c.Code__c</members><name>CustomField</name></types><version>65.0</version></Package>';
    const result = await deployTexts(org, {}, { 'destructiveChanges.xml': gone });
    expect(result.details.componentFailures).toMatchObject([{ fullName: 'Reader' }]);
    expect(org.schema.field('Thing__c', 'Code__c')).toBeDefined();
  });

  test('comes through another process when there is much of it, with the same faults', async () => {
    const org = testOrg();
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `Part${String(index)}`,
        `public class Part${String(index)} { public static Integer n() { return ${String(index)}; } }`
      ])
    );
    expect((await deployClasses(org, many)).details.componentFailures).toEqual([]);
    expect(org.apex.image.units).toHaveLength(12);
    const broken = Object.fromEntries(
      Object.keys(many).map((name) => [name, `public class ${name} {\n  Ghost field;\n}`])
    );
    const result = await deployClasses(org, broken);
    expect(result.details.componentFailures).toHaveLength(12);
    expect(result.details.componentFailures[0]).toMatchObject({ fullName: 'Part0', lineNumber: 2, columnNumber: 3 });
  });

  test('is not compiled again for what code cannot name', async () => {
    const org = testOrg();
    await deployClasses(org, { Greeter: greeter });
    const { image } = org.apex;
    const right =
      '<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Right</label><hasActivationRequired>false</hasActivationRequired></PermissionSet>';
    const result = await deployTexts(
      org,
      { PermissionSet: ['Right'] },
      { 'permissionsets/Right.permissionset': right }
    );
    expect(result.details.componentFailures).toEqual([]);
    expect(org.apex.image).toBe(image);
    const deployThing = (fields: string) =>
      deployTexts(org, { CustomObject: ['Thing__c'] }, { 'objects/Thing__c.object': objectFile(fields) });
    expect((await deployThing(textField('Code__c'))).status).toBe('Succeeded');
    expect(org.apex.image).toBe(image);
    expect((await deployThing(textField('Code__c') + textField('Other__c'))).status).toBe('Succeeded');
    expect(org.apex.image).not.toBe(image);
  });

  test('that is deleted leaves image and rows', async () => {
    const org = testOrg();
    await deployClasses(org, { Greeter: greeter });
    const gone =
      '<Package><types><members>Greeter</members><name>ApexClass</name></types><version>65.0</version></Package>';
    expect((await deployTexts(org, {}, { 'destructiveChanges.xml': gone })).status).toBe('Succeeded');
    expect(org.apex.image.units).toEqual([]);
    expect(org.store.all('SELECT * FROM "ApexClass"')).toEqual([]);
  });
});

describe('a deployment that runs tests', () => {
  const greeterTest = (expected: string) =>
    `@IsTest\nprivate class GreeterTest {\n  @IsTest\n  static void shouldGreet() {\n    System.assertEquals('${expected}', Greeter.greet('Ada'), 'greets by name');\n  }\n}`;
  const deployWithTests = (org: TestOrg, expected: string, runTests: string[] = []) =>
    deployTexts(
      org,
      { ApexClass: ['Greeter', 'GreeterTest'] },
      classes({ Greeter: greeter, GreeterTest: greeterTest(expected) }),
      {
        testLevel: runTests.length > 0 ? 'RunSpecifiedTests' : 'RunLocalTests',
        runTests
      }
    );

  test('tells their results and coverage', async () => {
    const org = testOrg();
    const result = await deployWithTests(org, 'Ada');
    expect(result).toMatchObject({
      status: 'Succeeded',
      runTestsEnabled: true,
      numberTestsTotal: 1,
      numberTestErrors: 0
    });
    expect(result.details.runTestResult).toMatchObject({
      numTestsRun: 1,
      numFailures: 0,
      successes: [{ name: 'GreeterTest', methodName: 'shouldGreet' }],
      codeCoverage: [{ name: 'Greeter', type: 'Class', numLocations: 1, numLocationsNotCovered: 0 }]
    });
  });

  test('keeps nothing if one fails', async () => {
    const org = testOrg();
    const result = await deployWithTests(org, 'Bob');
    expect(result).toMatchObject({ status: 'Failed', numberTestErrors: 1, numberComponentErrors: 0 });
    expect(result.details.runTestResult?.failures).toMatchObject([
      { name: 'GreeterTest', methodName: 'shouldGreet', stackTrace: expect.stringContaining('line 5') }
    ]);
    expect(org.apex.image.units).toEqual([]);
    expect(org.store.all('SELECT * FROM metadata')).toEqual([]);
  });

  test('refuses a test class that is none', async () => {
    const org = testOrg();
    const result = await deployWithTests(org, 'Ada', ['Greeter']);
    expect(result.details.componentFailures).toMatchObject([{ problem: 'There is no test class Greeter' }]);
    expect(org.apex.image.units).toEqual([]);
  });

  test('needs 75 % of the lines covered', async () => {
    const org = testOrg();
    const result = await deployTexts(
      org,
      { ApexClass: ['Greeter', 'EmptyTest'] },
      classes({
        Greeter: greeter,
        EmptyTest:
          "@IsTest\nprivate class EmptyTest {\n  @IsTest\n  static void nothing() {\n    System.assert(true, 'fine');\n  }\n}"
      }),
      { testLevel: 'RunLocalTests' }
    );
    expect(result.status).toBe('Failed');
    expect(result.details.runTestResult?.codeCoverageWarnings).toMatchObject([
      { message: expect.stringContaining('is 0%, at least 75%') }
    ]);
  });
});
