import { afterAll, beforeAll, expect, it } from 'vitest';
import { deployTexts } from '../deploy/support.ts';
import { testServer, type TestServer } from '../support/server.ts';

const box = `public with sharing class Box {
    @AuraEnabled(cacheable=true)
    public static Map<String, Object> greet(String name, Integer times) {
        return new Map<String, Object>{ 'text' => 'Hello ' + name, 'times' => times };
    }
    @AuraEnabled
    public static void refuse() {
        throw new AuraHandledException('Not today.');
    }
    @AuraEnabled
    public static Integer crash(String text) {
        return text.length();
    }
    public static void hidden() {
    }
}`;
let server: TestServer;

beforeAll(async () => {
  server = await testServer();
  const meta =
    '<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>65.0</apiVersion><status>Active</status></ApexClass>';
  const result = await deployTexts(
    server.org,
    { ApexClass: ['Box'] },
    { 'classes/Box.cls': box, 'classes/Box.cls-meta.xml': meta }
  );
  expect(result).toMatchObject({ success: true });
});
afterAll(() => server.close());

const call = async (method: string, params: unknown): Promise<{ status: number; body: unknown }> => {
  const response = await server.request('POST', `/services/apex/${method}`, { params });
  return { status: response.status, body: await response.json() };
};

it('gives what a method returns', async () => {
  expect(await call('Box/greet', { name: 'Zoë <b>', times: 2 })).toEqual({
    status: 200,
    body: { returnValue: { text: 'Hello Zoë <b>', times: 2 } }
  });
});

it('gives what a controller says on purpose, without a trace of its code', async () => {
  expect(await call('Box/refuse', {})).toEqual({
    status: 500,
    body: {
      message: 'Not today.',
      exceptionType: 'System.AuraHandledException',
      stackTrace: '(System Code)',
      isUserDefinedException: false
    }
  });
});

it('gives any other exception with its Apex lines', async () => {
  expect(await call('Box/crash', { text: null })).toEqual({
    status: 500,
    body: {
      message: 'Attempt to de-reference a null object',
      exceptionType: 'System.NullPointerException',
      stackTrace: expect.stringMatching(/^Class\.Box\.crash: line 12, column \d+/),
      isUserDefinedException: false
    }
  });
});

it('refuses what is no method for components, a wrong type and no parameters', async () => {
  expect((await call('Box/hidden', {})).status).toBe(404);
  expect((await call('Nothing/greet', {})).status).toBe(404);
  expect((await call('Box/greet', { name: 'x', times: 'many' })).status).toBe(400);
  expect((await call('Box/greet', [])).status).toBe(400);
});
