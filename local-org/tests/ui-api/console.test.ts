import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presets } from '../../src/api/ui/pages.ts';
import { schemaOf } from '../support/schema.ts';
import { testServer, type TestServer } from '../support/server.ts';
import { assign, insert, thing } from '../support/things.ts';
import { insertUser } from '../support/users.ts';

const page = (name: string, object: string): string => `
  <masterLabel>${name}</masterLabel><sobjectType>${object}</sobjectType><type>RecordPage</type>
  <template><name>flexipage:recordHomeTemplateDesktop</name></template>
  <flexiPageRegions><name>header</name><type>Region</type><itemInstances><componentInstance>
    <componentName>force:highlightsPanel</componentName><identifier>top</identifier></componentInstance></itemInstances></flexiPageRegions>`;
const shows = (object: string, content: string, more = ''): string =>
  `<actionName>View</actionName><content>${content}</content><formFactor>Large</formFactor><type>Flexipage</type>
   <pageOrSobjectType>${object}</pageOrSobjectType>${more}`;

const files = {
  'objects/Thing__c.object': thing,
  'tabs/Thing__c.tab': '<customObject>true</customObject><motif>Custom57: Building Block</motif>',
  'flexipages/Everybody.flexipage': page('Everybody', 'Case'),
  'flexipages/Admins.flexipage': page('Admins', 'Case'),
  'flexipages/Bar.flexipage': `<masterLabel>Bar</masterLabel><type>UtilityBar</type><template><name>one:utilityBarTemplateDesktop</name></template>
    <flexiPageRegions><name>utilityItems</name><type>Region</type><itemInstances><componentInstance>
      <componentInstanceProperties><name>label</name><type>decorator</type><value>Notes</value></componentInstanceProperties>
      <componentInstanceProperties><name>width</name><type>decorator</type><value>400</value></componentInstanceProperties>
      <componentName>flexipage:richText</componentName><identifier>notes</identifier></componentInstance></itemInstances></flexiPageRegions>`,
  'applications/Desk.app': `<label>Desk</label><navType>Console</navType><uiType>Lightning</uiType><formFactors>Large</formFactors>
    <tabs>standard-Case</tabs><tabs>Thing__c</tabs><tabs>standard-Account</tabs><utilityBar>Bar</utilityBar>
    <actionOverrides>${shows('Case', 'Everybody')}</actionOverrides>
    <profileActionOverrides>${shows('Case', 'Admins', '<profile>Admin</profile>')}</profileActionOverrides>`,
  'applications/Hidden.app': '<label>Hidden</label><navType>Standard</navType><uiType>Lightning</uiType>',
  'customPermissions/Reveal.customPermission': '<label>Reveal</label>',
  'permissionsets/Desk.permissionset': `<label>Desk</label>
    <applicationVisibilities><application>Desk</application><visible>true</visible><default>true</default></applicationVisibilities>
    <customPermissions><name>Reveal</name><enabled>true</enabled></customPermissions>
    <tabSettings><tab>Thing__c</tab><visibility>Visible</visibility></tabSettings>`
};
let server: TestServer;
let caseId: string;

const get = async (path: string): Promise<unknown> => (await server.request('GET', `/console/api/${path}`)).json();

beforeAll(async () => {
  server = await testServer({ files });
  assign(server.org, 'Desk', server.org.adminId);
  caseId = insert(server.org, 'Case', { Subject: 'Help' });
});
afterAll(() => server.close());

describe('me', () => {
  it('tells who is signed in, what they may do and what they see', async () => {
    expect(await get('me')).toMatchObject({
      user: {
        id: server.org.adminId,
        name: 'Ada Admin',
        username: 'admin@example.com',
        language: 'en_US',
        currency: 'USD'
      },
      organization: { name: 'Local Org' },
      customPermissions: ['Reveal'],
      apps: [
        {
          name: 'Desk',
          navType: 'Console',
          default: true,
          tabs: [
            { name: 'standard-Case', label: 'Cases', object: 'Case' },
            { name: 'Thing__c', label: 'Things', object: 'Thing__c', icon: 'custom:custom57' },
            { name: 'standard-Account', object: 'Account' }
          ],
          utilityItems: [{ component: 'flexipage:richText', label: 'Notes', width: 400 }]
        },
        { name: 'standard__LightningService', default: false }
      ],
      users: [{ username: 'admin@example.com', name: 'Ada Admin' }]
    });
  });

  it('shows the platform’s own app to whom nobody gave another', () => {
    const { org } = server;
    const standard = org.accessOf(insertUser(org, 'novice'));
    expect([standard.appVisible('standard__LightningService'), standard.appVisible('Desk')]).toEqual([true, false]);
    const minimum = org.accessOf(insertUser(org, 'minimum', {}, 'Minimum Access - Salesforce'));
    expect(minimum.appVisible('standard__LightningService')).toBe(false);
  });

  it('is refused without a session', async () => {
    expect((await server.request('GET', '/console/api/me', undefined, { authorization: '' })).status).toBe(401);
  });
});

describe('a record page', () => {
  it('is the one for the profile before the one for all', async () => {
    expect(await get(`page?recordId=${caseId}&app=Desk`)).toMatchObject({
      name: 'Admins',
      objectApiName: 'Case',
      recordName: '00001001',
      regions: [{ name: 'header', components: [{ component: 'force:highlightsPanel' }] }]
    });
    const { org } = server;
    org.store.run(`UPDATE "User" SET "ProfileId" = (SELECT "Id" FROM "Profile" WHERE "Name" = 'Standard User')`);
    expect(await get(`page?object=Case&app=Desk&action=View`)).toMatchObject({ name: 'Everybody' });
    org.store.run(`UPDATE "User" SET "ProfileId" = (SELECT "Id" FROM "Profile" WHERE "Name" = 'System Administrator')`);
  });

  it('is the platform’s own where no app assigns one', async () => {
    expect(await get(`page?recordId=${caseId}`)).toMatchObject({ name: 'Case_Record_Page' });
    expect(await get('page?object=Account&app=Desk')).toMatchObject({
      template: 'flexipage:recordHomeTemplateDesktop',
      regions: [{ name: 'header' }, { name: 'main' }, { name: 'sidebar' }]
    });
  });

  it('is refused for what is not there', async () => {
    for (const query of [
      '',
      '?flexiPage=None',
      '?object=None__c',
      '?recordId=500000000000999AAA',
      '?object=Case&action=New'
    ]) {
      expect(Array.isArray(await get(`page${query}`))).toBe(true);
    }
  });
});

describe('App Builder', () => {
  it('presets the properties of a component for the kind of page it stands on', () => {
    const schema = schemaOf({
      'lwc/card/card.js-meta.xml': `<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>65.0</apiVersion>
        <isExposed>true</isExposed><targets><target>lightning__RecordPage</target><target>lightning__AppPage</target></targets>
        <targetConfigs><targetConfig targets="lightning__RecordPage"><property name="size" type="Integer" default="25" label="Size"/>
        <property name="title" type="String"/></targetConfig></targetConfigs></LightningComponentBundle>`
    });
    expect(presets(schema, 'c:card', 'RecordPage')).toEqual({ size: '25' });
    expect(presets(schema, 'card', 'AppPage')).toEqual({});
  });
});
