import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customObject, fields } from '../support/schema.ts';
import { testServer, type TestServer } from '../support/server.ts';
import { assign, insert } from '../support/things.ts';

const names = ['Amount__c', 'Kind__c', 'Contact__c', 'At__c', 'Secret__c'];
const access = `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Things</label>
${names
  .filter((name) => name !== 'Secret__c')
  .map(
    (name) =>
      `<fieldPermissions><editable>true</editable><field>Thing__c.${name}</field><readable>true</readable></fieldPermissions>`
  )
  .join('')}
<objectPermissions><allowCreate>true</allowCreate><allowDelete>true</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead>
<modifyAllRecords>false</modifyAllRecords><object>Thing__c</object><viewAllRecords>false</viewAllRecords></objectPermissions></PermissionSet>`;

const files = {
  'objects/Thing__c.object': `<?xml version="1.0" encoding="UTF-8"?>\n${customObject(
    'Thing',
    fields.currency('Amount__c') +
      fields.picklist('Kind__c', ['Red', 'Blue']) +
      fields.lookup('Contact__c', 'Contact', 'Things') +
      fields.datetime('At__c') +
      fields.text('Secret__c') +
      `<compactLayouts><fullName>Main</fullName><label>Main</label><fields>Name</fields><fields>Contact__c</fields></compactLayouts>
       <compactLayoutAssignment>Main</compactLayoutAssignment>
       <listViews><fullName>Reds</fullName><label>Reds</label><columns>NAME</columns><columns>Contact__c</columns>
       <filterScope>Everything</filterScope><filters><field>Kind__c</field><operation>equals</operation><value>Red</value></filters></listViews>`
  )}`,
  'objectTranslations/Thing__c-pl.objectTranslation': `<fields><name>Kind__c</name><label>Rodzaj</label>
    <picklistValues><masterLabel>Red</masterLabel><translation>Czerwony</translation></picklistValues></fields>`,
  'permissionsets/Things.permissionset': access
};

const base = '/services/data/v65.0/ui-api';
let server: TestServer;
let contact: string;
let red: string;

const get = async (path: string): Promise<{ status: number; body: unknown }> => {
  const response = await server.request('GET', path.startsWith('/') ? path : `${base}/${path}`);
  return { status: response.status, body: await response.json() };
};
/** An id of a thing that never was. */
const missing = (): string => `${red.slice(0, 12)}999AAA`;
const send = async (method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> => {
  const response = await server.request(method, `${base}/${path}`, body);
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
};

beforeAll(async () => {
  server = await testServer({ files });
  assign(server.org, 'Things', server.org.adminId);
  contact = insert(server.org, 'Contact', { FirstName: 'Zoë', LastName: 'Lach' });
  red = insert(server.org, 'Thing__c', {
    Name: 'First',
    Kind__c: 'Red',
    Amount__c: 1234.5,
    Contact__c: contact,
    At__c: Date.UTC(2026, 10, 21, 22, 30)
  });
});
afterAll(() => server.close());

describe('a record', () => {
  it('shows values as the user reads them, and parents as records', async () => {
    const fields = 'Thing__c.Kind__c,Thing__c.Amount__c,Thing__c.At__c,Thing__c.Contact__r.Name,Thing__c.Owner.Name';
    const { status, body } = await get(`records/${red}?fields=${fields}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      apiName: 'Thing__c',
      id: red,
      recordTypeId: '012000000000000AAA',
      fields: {
        Kind__c: { value: 'Red', displayValue: 'Red' },
        Amount__c: { value: 1234.5, displayValue: '$1,234.50' },
        At__c: { value: '2026-11-21T22:30:00.000Z' },
        Contact__r: {
          displayValue: 'Zoë Lach',
          value: { apiName: 'Contact', id: contact, fields: { Name: { value: 'Zoë Lach' } } }
        },
        Owner: { displayValue: 'Ada Admin', value: { apiName: 'User', id: server.org.adminId } }
      }
    });
  });

  it('speaks the language of the user', async () => {
    const { org } = server;
    org.transact(org.adminId, () =>
      org.records.save(
        'update',
        [
          {
            type: 'User',
            values: { Id: org.adminId, LanguageLocaleKey: 'pl', LocaleSidKey: 'pl_PL', TimeZoneSidKey: 'Europe/Warsaw' }
          }
        ],
        { access: 'system', allOrNone: true }
      )
    );
    const { body } = await get(`records/${red}?fields=Thing__c.Kind__c,Thing__c.At__c`);
    expect(body).toMatchObject({
      fields: { Kind__c: { displayValue: 'Czerwony' }, At__c: { displayValue: '21.11.2026, 23:30' } }
    });
    expect((await get('object-info/Thing__c')).body).toMatchObject({ fields: { Kind__c: { label: 'Rodzaj' } } });
    org.transact(org.adminId, () =>
      org.records.save(
        'update',
        [
          {
            type: 'User',
            values: { Id: org.adminId, LanguageLocaleKey: 'en_US', LocaleSidKey: 'en_US', TimeZoneSidKey: 'GMT' }
          }
        ],
        { access: 'system', allOrNone: true }
      )
    );
  });

  it('refuses a field that is not there or not readable, unless it is optional', async () => {
    for (const field of ['Thing__c.Nothing__c', 'Thing__c.Secret__c', 'Case.Subject']) {
      expect(await get(`records/${red}?fields=${field}`)).toMatchObject({
        status: 400,
        body: [{ errorCode: 'INVALID_FIELD' }]
      });
      const { status, body } = await get(`records/${red}?optionalFields=${field},Thing__c.Name`);
      expect(status).toBe(200);
      expect(body).toMatchObject({ fields: { Name: { value: 'First' } } });
    }
  });

  it('is found by its compact layout, its lookups with the names of their records', async () => {
    expect((await get(`records/${red}?layoutTypes=Compact`)).body).toMatchObject({
      fields: { Name: { value: 'First' }, Contact__c: { value: contact }, Contact__r: { displayValue: 'Zoë Lach' } }
    });
  });

  it('is 404 where there is none', async () => {
    const gone = insert(server.org, 'Thing__c', { Name: 'gone' });
    expect(await send('DELETE', `records/${gone}`)).toMatchObject({ status: 204 });
    for (const id of [gone, missing(), 'xyz', "x' OR Name != '"]) {
      expect(await get(`records/${encodeURIComponent(id)}?fields=Thing__c.Name`)).toMatchObject({
        status: 404,
        body: [{ errorCode: 'NOT_FOUND' }]
      });
    }
  });

  it('is found by the short id too, and by fields named one by one', async () => {
    const { status, body } = await get(`records/${red.slice(0, 15)}?fields=Thing__c.Name&fields=Thing__c.Kind__c`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: red, fields: { Name: { value: 'First' }, Kind__c: { value: 'Red' } } });
  });

  it('comes in batches, each with its own status', async () => {
    expect((await get(`records/batch/${red},${missing()}?fields=Thing__c.Name`)).body).toMatchObject({
      hasErrors: true,
      results: [{ statusCode: 200, result: { id: red } }, { statusCode: 404 }]
    });
  });
});

describe('saving', () => {
  it('creates and changes, and answers with the record', async () => {
    const made = await send('POST', 'records', { apiName: 'Thing__c', fields: { Name: 'Made', Kind__c: 'Blue' } });
    expect(made).toMatchObject({
      status: 201,
      body: { apiName: 'Thing__c', fields: { Name: { value: 'Made' }, Kind__c: { displayValue: 'Blue' } } }
    });
    const id = String(Reflect.get(Object(made.body), 'id'));
    expect(await send('PATCH', `records/${id}`, { fields: { Amount__c: 5 } })).toMatchObject({
      status: 200,
      body: { fields: { Amount__c: { value: 5 } } }
    });
  });

  it('says which field is to blame', async () => {
    const { status, body } = await send('PATCH', `records/${red}`, { fields: { Kind__c: 'Green' } });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      enhancedErrorType: 'RecordError',
      output: {
        fieldErrors: {
          Kind__c: [{ errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', field: 'Kind__c', fieldLabel: 'Kind' }]
        }
      }
    });
    expect((await get(`records/${red}?fields=Thing__c.Kind__c`)).body).toMatchObject({
      fields: { Kind__c: { value: 'Red' } }
    });
  });

  it('refuses what is no record', async () => {
    expect(await send('POST', 'records', { fields: {} })).toMatchObject({ status: 400 });
    expect(await send('POST', 'records', { apiName: 'Nothing__c', fields: {} })).toMatchObject({ status: 400 });
    expect(await send('POST', 'records', { apiName: 'Thing__c', fields: { Secret__c: 'x' } })).toMatchObject({
      status: 400
    });
  });
});

describe('objects', () => {
  it('are described as the user may use them', async () => {
    const { body } = await get('object-info/Thing__c');
    expect(body).toMatchObject({
      apiName: 'Thing__c',
      nameFields: ['Name'],
      createable: true,
      fields: {
        Contact__c: {
          dataType: 'Reference',
          relationshipName: 'Contact__r',
          referenceToInfos: [{ apiName: 'Contact' }]
        },
        CreatedDate: { updateable: false }
      }
    });
    expect(Object.keys(Object(Reflect.get(Object(body), 'fields')))).not.toContain('Secret__c');
    expect(await get('object-info/Nothing__c')).toMatchObject({ status: 400 });
  });

  it('offer the values of their picklists', async () => {
    const path = 'object-info/Thing__c/picklist-values/012000000000000AAA';
    expect((await get(`${path}/Kind__c`)).body).toMatchObject({
      values: [{ value: 'Red', label: 'Red' }, { value: 'Blue' }]
    });
    expect((await get(path)).body).toMatchObject({ picklistFieldValues: { Kind__c: { values: [{}, {}] } } });
    expect(await get(`${path}/Name`)).toMatchObject({ status: 400 });
  });

  it('have layouts', async () => {
    const { body } = await get('layout/Thing__c?layoutType=Compact');
    expect(body).toMatchObject({
      sections: [
        {
          layoutRows: [
            { layoutItems: [{ layoutComponents: [{ apiName: 'Name', componentType: 'Field' }] }] },
            { layoutItems: [{ layoutComponents: [{ apiName: 'Contact__c' }] }] }
          ]
        }
      ]
    });
    const full = JSON.stringify((await get('layout/Thing__c?layoutType=Full')).body);
    expect(full).toContain('"apiName":"Amount__c"');
    expect(full).not.toContain('Secret__c');
    expect(await get('layout/Thing__c?layoutType=Wrong')).toMatchObject({ status: 400 });
  });
});
