import { Connection } from 'jsforce';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testServer } from '../support/server.ts';
import type { TestServer } from '../support/server.ts';
import { assign, insert, thing, thingAccess } from '../support/things.ts';
import { insertUser } from '../support/users.ts';

let server: TestServer;
let agent: Connection;
let stranger: Connection;

const readOnly = thingAccess
  .replaceAll('<editable>true', '<editable>false')
  .replace('<allowCreate>true', '<allowCreate>false')
  .replace('<allowDelete>true', '<allowDelete>false')
  .replace('<allowEdit>true', '<allowEdit>false')
  .replace(/<fieldPermissions>(?:(?!<\/fieldPermissions>).)*Thing__c\.Amount__c.*?<\/fieldPermissions>/s, '');

beforeAll(async () => {
  server = await testServer({
    files: {
      'objects/Thing__c.object': thing,
      'permissionsets/Things.permissionset': thingAccess,
      'permissionsets/Reading.permissionset': readOnly
    }
  });
  assign(server.org, 'Things', server.org.adminId);
  const reader = insertUser(server.org, 'reader');
  assign(server.org, 'Reading', reader);
  agent = connect(reader);
  stranger = connect(insertUser(server.org, 'stranger'));
});
afterAll(() => server.close());

function connect(userId: string): Connection {
  const { instanceUrl } = server.session;
  return new Connection({ instanceUrl, accessToken: server.tokenOf(userId), version: '65.0' });
}

it('shows an object to who may read it, and fields to who may read them', async () => {
  insert(server.org, 'Thing__c', { Name: 'seen', Amount__c: 5 });
  expect((await agent.query('SELECT Name FROM Thing__c')).records).toMatchObject([{ Name: 'seen' }]);
  await expect(agent.query('SELECT Amount__c FROM Thing__c')).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
  await expect(stranger.query('SELECT Name FROM Thing__c')).rejects.toMatchObject({ errorCode: 'INVALID_TYPE' });
  const { fields } = await agent.sobject('Thing__c').describe();
  expect(fields.map(({ name }) => name)).not.toContain('Amount__c');
  await expect(stranger.sobject('Thing__c').describe()).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
});

it('refuses to make, change and delete what may only be read', async () => {
  const id = insert(server.org, 'Thing__c', { Name: 'x' });
  await expect(agent.sobject('Thing__c').create({ Name: 'y' })).rejects.toMatchObject({
    errorCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'
  });
  for (const attempt of [
    () => agent.sobject('Thing__c').update({ Id: id, Name: 'y' }),
    () => agent.sobject('Thing__c').destroy(id)
  ]) {
    await expect(attempt()).rejects.toMatchObject({ errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY' });
  }
  await expect(stranger.sobject('Thing__c').create({ Name: 'y' })).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
});

it('refuses fields that are read-only for the user or for everybody', async () => {
  const admin = server.connection.sobject('Case');
  await expect(admin.create({ Subject: 'x', CaseNumber: '1' })).rejects.toMatchObject({
    errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE',
    data: { fields: ['CaseNumber'] }
  });
});

it('keeps given audit fields for those who may set them', async () => {
  const made = await server.connection.sobject('Case').create({ Subject: 'x', CreatedDate: '2020-01-01T00:00:00Z' });
  expect(await server.connection.sobject('Case').retrieve(made.id ?? '')).toMatchObject({
    CreatedDate: '2020-01-01T00:00:00.000+0000'
  });
  await expect(
    agent.sobject('Case').create({ Subject: 'x', CreatedDate: '2020-01-01T00:00:00Z' })
  ).rejects.toMatchObject({
    errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE'
  });
});

it('assigns a permission set once', async () => {
  const set = server.org.store.get(`SELECT "Id" AS id FROM "PermissionSet" WHERE "Name" = 'Things'`);
  await expect(
    server.connection
      .sobject('PermissionSetAssignment')
      .create({ AssigneeId: server.org.adminId, PermissionSetId: String(set?.['id']) })
  ).rejects.toMatchObject({ errorCode: 'DUPLICATE_VALUE' });
});
