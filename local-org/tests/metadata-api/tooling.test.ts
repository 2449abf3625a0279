import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deployTexts } from '../deploy/support.ts';
import { testServer, type TestServer } from '../support/server.ts';
import { loseRights } from './support.ts';

const meta =
  '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>65.0</apiVersion><status>Active</status></ApexClass>';
const greeter = `public class Greeter {
  public static String greet(String name) {
    if (name == null) {
      return 'nobody';
    }
    return 'Hello ' + name;
  }
}`;
const greeterTest = `@IsTest
private class GreeterTest {
  @IsTest
  static void shouldGreet() {
    System.assertEquals('Hello Ada', Greeter.greet('Ada'), 'by name');
  }
  @IsTest
  static void shouldFail() {
    System.assertEquals('Hello', Greeter.greet(null), 'not so');
  }
}`;
const tooling = '/services/data/v65.0/tooling';

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
  const result = await deployTexts(
    server.org,
    { ApexClass: ['Greeter', 'GreeterTest'] },
    {
      'classes/Greeter.cls': greeter,
      'classes/Greeter.cls-meta.xml': meta,
      'classes/GreeterTest.cls': greeterTest,
      'classes/GreeterTest.cls-meta.xml': meta
    }
  );
  expect(result.details.componentFailures).toEqual([]);
});
afterAll(() => server.close());

async function query(soql: string) {
  const { records } = await server.connection.tooling.query(soql);
  return records.map(({ attributes: _attributes, ...record }) => record);
}

describe('tests', () => {
  test('run at once, with coverage', async () => {
    const response = await server.request('POST', `${tooling}/runTestsSynchronous`, {
      tests: [{ className: 'GreeterTest' }]
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      numTestsRun: 2,
      numFailures: 1,
      successes: [{ name: 'GreeterTest', methodName: 'shouldGreet', namespace: null }],
      failures: [
        {
          name: 'GreeterTest',
          methodName: 'shouldFail',
          message: 'System.AssertException: Assertion Failed: not so: Expected: Hello, Actual: nobody',
          stackTrace: expect.stringContaining('GreeterTest.shouldFail: line 9'),
          packageName: 'GreeterTest'
        }
      ],
      codeCoverage: [{ name: 'Greeter', numLocations: 3, numLocationsNotCovered: 0 }]
    });
  });

  test('that are many leave room for what others ask meanwhile', async () => {
    const tests = Array.from({ length: 60 }, () => ({ className: 'GreeterTest' }));
    const answers: string[] = [];
    const asked = async (name: string, answer: Promise<unknown>) => {
      await answer;
      answers.push(name);
    };
    const run = asked('tests', server.request('POST', `${tooling}/runTestsSynchronous`, { tests }));
    await setTimeout(30);
    await Promise.all([run, asked('query', query('SELECT Id FROM ApexClass'))]);
    expect(answers).toEqual(['query', 'tests']);
  });

  test('see no custom settings but their own', async () => {
    const isOn = 'Config__c.getOrgDefaults().On__c == true';
    const texts = {
      'objects/Config__c.object':
        '<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><label>Config</label><customSettingsType>Hierarchy</customSettingsType><visibility>Public</visibility><fields><fullName>On__c</fullName><label>On</label><type>Checkbox</type><defaultValue>false</defaultValue></fields></CustomObject>',
      'classes/ConfigTest.cls': `@IsTest private class ConfigTest { @IsTest static void isOff() { Assert.isFalse(${isOn}); } }`,
      'classes/ConfigTest.cls-meta.xml': meta
    };
    await deployTexts(server.org, { CustomObject: ['Config__c'], ApexClass: ['ConfigTest'] }, texts);
    const apex = `insert new Config__c(SetupOwnerId = UserInfo.getOrganizationId(), On__c = true); Assert.isTrue(${isOn});`;
    expect(await server.connection.tooling.executeAnonymous(apex)).toMatchObject({ success: true });
    const response = await server.request('POST', `${tooling}/runTestsSynchronous`, {
      tests: [{ className: 'ConfigTest' }]
    });
    expect(await response.json()).toMatchObject({ numTestsRun: 1, failures: [] });
  });

  test('run queued; progress, results and coverage are queried', async () => {
    const response = await server.request('POST', `${tooling}/runTestsAsynchronous`, {
      tests: [{ className: 'greetertest', testMethods: ['shouldGreet'] }],
      skipCodeCoverage: false
    });
    const job: string = await response.json();
    expect(job).toMatch(/^707\w{15}$/);
    await expect
      .poll(() => query(`SELECT Status, MethodsFailed FROM ApexTestRunResult WHERE AsyncApexJobId = '${job}'`))
      .toEqual([{ Status: 'Completed', MethodsFailed: 0 }]);
    expect(await query(`SELECT Status, ExtendedStatus FROM ApexTestQueueItem WHERE ParentJobId = '${job}'`)).toEqual([
      { Status: 'Completed', ExtendedStatus: '(1/1)' }
    ]);
    expect(
      await query(
        `SELECT MethodName, Outcome, Message, ApexClass.Name FROM ApexTestResult WHERE AsyncApexJobId = '${job}'`
      )
    ).toMatchObject([
      { MethodName: 'shouldGreet', Outcome: 'Pass', Message: null, ApexClass: { Name: 'GreeterTest' } }
    ]);
    expect(
      await query(`SELECT TestMethodName, ApexClassOrTrigger.Name, NumLinesCovered, Coverage FROM ApexCodeCoverage
                   WHERE TestMethodName = 'shouldGreet'`)
    ).toMatchObject([
      {
        ApexClassOrTrigger: { Name: 'Greeter' },
        NumLinesCovered: 2,
        Coverage: { coveredLines: [3, 6], uncoveredLines: [4] }
      }
    ]);
    expect(await query('SELECT PercentCovered FROM ApexOrgWideCoverage')).toEqual([{ PercentCovered: 100 }]);
  });

  test('lose their coverage when the code changes', async () => {
    const texts = { 'classes/Greeter.cls': `${greeter}\n`, 'classes/Greeter.cls-meta.xml': meta };
    await deployTexts(server.org, { ApexClass: ['Greeter'] }, texts);
    expect(await query('SELECT TestMethodName FROM ApexCodeCoverage')).toEqual([]);
  });

  test.each([
    ['none', {}],
    ['a class that is none', { tests: [{ className: 'Greeter' }] }],
    ['an unknown method', { tests: [{ className: 'GreeterTest', testMethods: ['ghost'] }] }],
    ['something else', { tests: 'all of them' }]
  ])('that are %s are refused', async (_name, body) => {
    const response = await server.request('POST', `${tooling}/runTestsSynchronous`, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject([{ errorCode: 'INVALID_INPUT' }]);
  });
});

describe('queries', () => {
  test('reach classes and triggers', async () => {
    expect(await query("SELECT Name, ApiVersion, NamespacePrefix FROM ApexClass WHERE Name = 'Greeter'")).toEqual([
      { Name: 'Greeter', ApiVersion: 65, NamespacePrefix: null }
    ]);
  });

  test.each(['SandboxProcess', 'SourceMember', 'Account'])('of %s are refused as on the platform', async (object) => {
    const response = await server.request(
      'GET',
      `${tooling}/query?q=${encodeURIComponent(`SELECT Id FROM ${object}`)}`
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject([{ errorCode: 'INVALID_TYPE' }]);
  });

  test('the map of objects names them', async () => {
    const { sobjects } = await (await server.request('GET', `${tooling}/sobjects`)).json();
    expect(sobjects.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['ApexClass', 'ApexTestResult'])
    );
  });

  test('completions are not supported, and say so', async () => {
    const response = await server.request('GET', `${tooling}/completions?type=apex`);
    expect(await response.json()).toMatchObject([{ errorCode: 'UNSUPPORTED' }]);
  });
});

describe('anonymous Apex', () => {
  test('runs over REST', async () => {
    const result = await server.connection.tooling.executeAnonymous("System.debug(Greeter.greet('you'));");
    expect(result).toMatchObject({ compiled: true, success: true, compileProblem: null, exceptionMessage: null });
  });

  test('that throws tells where', async () => {
    const result = await server.connection.tooling.executeAnonymous('Integer a = 0;\nInteger b = 1 / a;');
    expect(result).toMatchObject({
      compiled: true,
      success: false,
      exceptionMessage: 'System.MathException: Divide by 0'
    });
    expect(result.exceptionStackTrace).toContain('line 2');
  });

  test('brings its log over SOAP', async () => {
    const body = `<Envelope><Body><executeAnonymous><String>System.debug('a &lt; b');</String></executeAnonymous></Body></Envelope>`;
    const response = await server.request(
      'POST',
      `/services/Soap/s/65.0/${server.org.organization.id.slice(0, 15)}`,
      body,
      {
        'content-type': 'text/xml'
      }
    );
    const text = await response.text();
    expect(text).toMatch(/<DebuggingInfo><debugLog>[^]*a &lt; b[^]*<\/debugLog><\/DebuggingInfo>/);
    expect(text).toContain('<success>true</success>');
  });
});

test('a user without the permission gets none of it', async () => {
  const { org } = server;
  loseRights(org);
  for (const path of ['query?q=SELECT+Id+FROM+ApexClass', 'executeAnonymous?anonymousBody=Integer+a;']) {
    const response = await server.request('GET', `${tooling}/${path}`);
    expect(response.status).toBe(403);
  }
});
