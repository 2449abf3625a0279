import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testServer, type TestServer } from '../support/server.ts';
import { loseRights } from './support.ts';
import { manifest, objectFile, packageOf, textField } from '../deploy/support.ts';

const thing = packageOf({
  'package.xml': manifest({ CustomObject: ['Thing__c'] }),
  'objects/Thing__c.object': objectFile(textField('Code__c'))
});
const broken = packageOf({
  'package.xml': manifest({ CustomObject: ['Broken__c'] }),
  'objects/Broken__c.object': objectFile(textField('Code__c', 80, '\n        <unheardOf>1</unheardOf>'))
});

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.close());

describe('over SOAP', () => {
  test('a package is deployed and told component by component', async () => {
    const { metadata } = server.connection;
    metadata.pollInterval = 50;
    const result = await metadata
      .deploy(Buffer.from(thing), { rollbackOnError: true, singlePackage: true })
      .complete(true);
    expect(result).toMatchObject({ success: true, status: 'Succeeded', done: true, numberComponentsTotal: 2 });
    expect(result.details?.componentSuccesses).toMatchObject([
      { fullName: 'package.xml' },
      { componentType: 'CustomObject', fullName: 'Thing__c', created: true },
      { componentType: 'CustomField', fullName: 'Thing__c.Code__c' }
    ]);
  });

  test('a failure names file, line and column', async () => {
    const { metadata } = server.connection;
    const result = await metadata.deploy(Buffer.from(broken), { rollbackOnError: true }).complete(true);
    expect(result).toMatchObject({ success: false, status: 'Failed', numberComponentErrors: 1 });
    expect([result.details?.componentFailures].flat()).toMatchObject([
      {
        componentType: 'CustomField',
        fullName: 'Broken__c.Code__c',
        fileName: 'objects/Broken__c.object',
        lineNumber: 16,
        columnNumber: 9
      }
    ]);
  });

  test('deployments run one after another', async () => {
    const { metadata } = server.connection;
    const results = await Promise.all(
      [1, 2, 3].map(() => metadata.deploy(Buffer.from(thing), { rollbackOnError: true }).complete())
    );
    expect(results.map(({ success }) => success)).toEqual([true, true, true]);
  });

  test('metadata is listed, described and retrieved as it was deployed', async () => {
    const { metadata } = server.connection;
    const fields = await metadata.list([{ type: 'CustomField' }]);
    expect(fields.map(({ fullName }) => fullName)).toEqual(['Thing__c.Code__c']);
    const { metadataObjects } = await metadata.describe();
    expect(metadataObjects.find(({ xmlName }) => xmlName === 'ApexClass')).toMatchObject({
      directoryName: 'classes',
      suffix: 'cls',
      metaFile: true
    });
    const unpackaged = { version: '65.0', types: [{ name: 'CustomObject', members: ['Thing__c', 'Ghost__c'] }] };
    const retrieved = await metadata.retrieve({ apiVersion: '65.0', unpackaged } as never).complete();
    expect(retrieved.messages).toMatchObject([
      { problem: "Entity of type 'CustomObject' named 'Ghost__c' cannot be found" }
    ]);
    const { unzipSync, strFromU8 } = await import('fflate');
    const files = unzipSync(Buffer.from(retrieved.zipFile, 'base64'));
    expect(strFromU8(files['unpackaged/objects/Thing__c.object'] ?? new Uint8Array())).toContain(
      '<fullName>Code__c</fullName>'
    );
  });

  test.each([
    ['no XML', 'this is not XML', 'sf:INVALID_XML'],
    ['no call', '<Envelope><Body/></Envelope>', 'sf:INVALID_OPERATION'],
    ['an unknown call', '<Envelope><Body><renameMetadata/></Body></Envelope>', 'sf:UNSUPPORTED'],
    ['no package', '<Envelope><Body><deploy/></Body></Envelope>', 'sf:INVALID_ARGUMENT'],
    [
      'an unknown deployment',
      '<Envelope><Body><checkDeployStatus><asyncProcessId>0Af</asyncProcessId></checkDeployStatus></Body></Envelope>',
      'sf:INVALID_ID_FIELD'
    ]
  ])('%s is a fault', async (_name, body, code) => {
    const response = await server.request('POST', '/services/Soap/m/65.0', body, { 'content-type': 'text/xml' });
    expect(response.status).toBe(500);
    expect(await response.text()).toContain(`<faultcode>${code}</faultcode>`);
  });

  test('a bad session is a fault that clients know', async () => {
    const header = '<Header><SessionHeader><sessionId>nobody</sessionId></SessionHeader></Header>';
    const response = await fetch(`${server.session.instanceUrl}/services/Soap/m/65.0`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml' },
      body: `<Envelope>${header}<Body><describeMetadata/></Body></Envelope>`
    });
    expect(await response.text()).toContain('<faultcode>sf:INVALID_SESSION_ID</faultcode>');
  });
});

describe('over REST', () => {
  const path = '/services/data/v65.0/metadata/deployRequest';

  function send(zip: Uint8Array | undefined, content: string): Promise<Response> {
    const form = new FormData();
    if (zip) form.append('file', new Blob([new Uint8Array(zip)], { type: 'application/zip' }), 'package.zip');
    form.append('entity_content', new Blob([content], { type: 'application/json' }));
    const { instanceUrl, accessToken } = server.session;
    return fetch(instanceUrl + path, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}` },
      body: form
    });
  }

  async function ended(id: string): Promise<{ status: string; details?: unknown }> {
    for (;;) {
      const { deployResult } = await (await server.request('GET', `${path}/${id}`)).json();
      if (deployResult.done) return deployResult;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  test('a package is validated; details come when they are asked for', async () => {
    const response = await send(thing, '{"deployOptions":{"checkOnly":true}}');
    expect(response.status).toBe(201);
    const { id, deployResult } = await response.json();
    expect(deployResult).toMatchObject({ done: false, status: 'Pending', checkOnly: true });
    expect(await ended(id)).toMatchObject({ status: 'Succeeded' });
    expect(await ended(id)).not.toHaveProperty('details');
    const detailed = await (await server.request('GET', `${path}/${id}?includeDetails=true`)).json();
    expect(detailed.deployResult.details.componentSuccesses).toHaveLength(3);
  });

  test.each([
    ['broken JSON', thing, '{', 'JSON_PARSER_ERROR'],
    ['an unknown option', thing, '{"deployOptions":{"surprise":true}}', 'INVALID_ARGUMENT'],
    ['an unsupported option', thing, '{"deployOptions":{"performRetrieve":true}}', 'INVALID_ARGUMENT'],
    ['no package', undefined, '{}', 'INVALID_MULTIPART_REQUEST']
  ])('%s is refused', async (_name, zip, content, code) => {
    const response = await send(zip, content);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject([{ errorCode: code }]);
  });

  test('a package that is too large is refused', async () => {
    const response = await send(new Uint8Array(40_000_000), '{}');
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject([{ errorCode: 'REQUEST_TOO_LARGE' }]);
  });

  test('an unknown deployment is refused', async () => {
    const response = await server.request('GET', `${path}/0Af000000000000AAA`);
    expect(response.status).toBe(400);
  });
});

test('only who may modify metadata deploys', async () => {
  const { org, connection } = server;
  loseRights(org);
  await expect(connection.metadata.describe()).rejects.toThrow('INSUFFICIENT_ACCESS');
});
