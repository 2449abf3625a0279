import { describe, expect, it } from 'vitest';
import { customMetadataRecords } from '../../src/schema/index.ts';
import { customObject, fields, metadataFiles, schemaOf } from '../support/schema.ts';
import { messagesOf } from './problems.ts';

/** A small package in which everything refers to something. */
const whole: Readonly<Record<string, string>> = {
  'objects/Thing__c.object': customObject(
    'Thing',
    fields.text('Code__c', 20) +
      fields.picklist('Kind__c', ['Red', 'Blue']) +
      fields.lookup('Account__c', 'Account', 'Things') +
      '<validationRules><fullName>Named</fullName><active>true</active><errorConditionFormula>FALSE</errorConditionFormula><errorMessage>No.</errorMessage></validationRules>'
  ),
  'objects/Rule__mdt.object': `<CustomObject><label>Rule</label><pluralLabel>Rules</pluralLabel>${
    fields.text('Path__c', 10) +
    fields.number('Order__c') +
    fields.checkbox('Active__c', true) +
    fields.text('Needed__c', 9, '<required>true</required>')
  }</CustomObject>`,
  'customMetadata/Rule.First.md': `<CustomMetadata xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>First</label><protected>false</protected>
    <values><field>Path__c</field><value xsi:type="xsd:string">a.b</value></values>
    <values><field>Order__c</field><value xsi:type="xsd:double">10.0</value></values>
    <values><field>Needed__c</field><value xsi:type="xsd:string">x</value></values></CustomMetadata>`,
  'labels/CustomLabels.labels':
    '<CustomLabels><labels><fullName>hello</fullName><language>en_US</language><protected>true</protected><shortDescription>Hello</shortDescription><value>Hello, {0} &lt;b&gt;</value></labels></CustomLabels>',
  'translations/pl.translation':
    '<Translations><customLabels><name>hello</name><label>Cześć, {0}</label></customLabels><customApplications><name>Desk</name><label>Biurko</label></customApplications></Translations>',
  'objectTranslations/Thing__c-pl.objectTranslation': `<CustomObjectTranslation>
    <caseValues><plural>false</plural><value>Rzecz</value></caseValues><caseValues><plural>true</plural><value>Rzeczy</value></caseValues>
    <fields><name>Kind__c</name><label>Rodzaj</label><picklistValues><masterLabel>Red</masterLabel><translation>Czerwony</translation></picklistValues></fields>
    <validationRules><name>Named</name><errorMessage>Nie.</errorMessage></validationRules></CustomObjectTranslation>`,
  'classes/Box.cls': 'public class Box {}',
  'classes/Box.cls-meta.xml': '<ApexClass><apiVersion>65.0</apiVersion><status>Active</status></ApexClass>',
  'customPermissions/Reveal.customPermission': '<CustomPermission><label>Reveal</label></CustomPermission>',
  'permissionsets/Agent.permissionset': `<PermissionSet><label>Agent</label>
    <classAccesses><apexClass>Box</apexClass><enabled>true</enabled></classAccesses>
    <customPermissions><name>Reveal</name><enabled>true</enabled></customPermissions>
    <customMetadataTypeAccesses><name>Rule__mdt</name><enabled>true</enabled></customMetadataTypeAccesses>
    <fieldPermissions><field>Thing__c.Code__c</field><editable>true</editable><readable>true</readable></fieldPermissions>
    <objectPermissions><object>Thing__c</object><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><viewAllRecords>false</viewAllRecords></objectPermissions>
    <applicationVisibilities><application>Desk</application><visible>true</visible></applicationVisibilities>
    <tabSettings><tab>standard-Case</tab><visibility>Visible</visibility></tabSettings>
    <tabSettings><tab>Thing__c</tab><visibility>Visible</visibility></tabSettings>
    <userPermissions><name>ApiEnabled</name><enabled>true</enabled></userPermissions></PermissionSet>`,
  'permissionsetgroups/All.permissionsetgroup':
    '<PermissionSetGroup><label>All</label><permissionSets>Agent</permissionSets></PermissionSetGroup>',
  'lwc/card/card.js': 'export {}',
  'lwc/card/card.js-meta.xml': `<LightningComponentBundle><apiVersion>65.0</apiVersion><isExposed>true</isExposed>
    <targets><target>lightning__RecordPage</target></targets><targetConfigs><targetConfig targets="lightning__RecordPage">
    <property name="size" type="Integer" min="5" max="50" default="25"/><property name="scope" type="String" datasource="case,customer"/>
    <objects><object>Case</object></objects></targetConfig></targetConfigs></LightningComponentBundle>`,
  'flexipages/Page.flexipage': `<FlexiPage><masterLabel>Page</masterLabel><sobjectType>Case</sobjectType><type>RecordPage</type>
    <template><name>flexipage:recordHomeTemplateDesktop</name></template>
    <flexiPageRegions><name>main</name><type>Region</type><itemInstances><componentInstance>
      <componentInstanceProperties><name>tabs</name><value>Facet-1</value></componentInstanceProperties>
      <componentName>flexipage:tabset</componentName><identifier>tabset</identifier></componentInstance></itemInstances></flexiPageRegions>
    <flexiPageRegions><name>Facet-1</name><type>Facet</type><itemInstances><componentInstance>
      <componentInstanceProperties><name>body</name><value>Facet-2</value></componentInstanceProperties>
      <componentName>flexipage:tab</componentName><identifier>tab</identifier></componentInstance></itemInstances></flexiPageRegions>
    <flexiPageRegions><name>Facet-2</name><type>Facet</type><itemInstances><componentInstance>
      <componentInstanceProperties><name>size</name><value>10</value></componentInstanceProperties>
      <componentInstanceProperties><name>scope</name><value>case</value></componentInstanceProperties>
      <componentName>c:card</componentName><identifier>card</identifier></componentInstance></itemInstances></flexiPageRegions></FlexiPage>`,
  'tabs/Thing__c.tab': '<CustomTab><customObject>true</customObject><motif>Custom1: Heart</motif></CustomTab>',
  'applications/Desk.app': `<CustomApplication><label>Desk</label><navType>Console</navType><uiType>Lightning</uiType><tabs>standard-Case</tabs><tabs>Thing__c</tabs>
    <actionOverrides><actionName>View</actionName><content>Page</content><formFactor>Large</formFactor><type>Flexipage</type><pageOrSobjectType>Case</pageOrSobjectType></actionOverrides></CustomApplication>`,
  'layouts/Account-Account Layout.layout': `<Layout><layoutSections><label>About</label><style>TwoColumnsTopToBottom</style>
    <layoutColumns><layoutItems><behavior>Required</behavior><field>Name</field></layoutItems></layoutColumns>
    <layoutColumns><layoutItems><emptySpace>true</emptySpace></layoutItems></layoutColumns></layoutSections>
    <relatedLists><fields>NAME</fields><fields>Code__c</fields><relatedList>Thing__c.Account__c</relatedList><sortField>Code__c</sortField><sortOrder>Desc</sortOrder></relatedLists>
    <relatedLists><fields>CASES.SUBJECT</fields><relatedList>RelatedCaseList</relatedList></relatedLists></Layout>`,
  'queues/Help.queue': '<Queue><name>Help</name><queueSobject><sobjectType>Case</sobjectType></queueSobject></Queue>',
  'messageChannels/Talk.messageChannel':
    '<LightningMessageChannel><masterLabel>Talk</masterLabel><lightningMessageFields><fieldName>id</fieldName></lightningMessageFields></LightningMessageChannel>',
  'staticresources/Logo.resource': 'PNG',
  'staticresources/Logo.resource-meta.xml':
    '<StaticResource><cacheControl>Public</cacheControl><contentType>image/png</contentType></StaticResource>'
};

/** The package with one text changed; the text must be there. */
function changed(file: string, from: string | RegExp, to: string): Record<string, string> {
  const before = whole[file] ?? '';
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} has no ${String(from)}`);
  return { ...whole, [file]: after };
}

describe('a whole package', () => {
  const schema = schemaOf(whole);

  it('is read', () => {
    expect(schema.permissionSets.get('agent')).toMatchObject({
      classes: ['Box'],
      customPermissions: ['Reveal'],
      userPermissions: ['ApiEnabled'],
      objects: [{ object: 'Thing__c', create: true, delete: false }],
      fields: [{ object: 'Thing__c', field: 'Code__c', readable: true, editable: true }],
      customMetadataTypes: ['Rule__mdt']
    });
    expect(schema.permissionSetGroups.get('ALL')?.permissionSets).toEqual(['Agent']);
    expect(schema.labels.get('Hello')?.value).toBe('Hello, {0} <b>');
    expect(schema.tabs.get('thing__c')).toMatchObject({ label: 'Things', customObject: true });
    expect(schema.apps.get('Desk')?.pageAssignments).toEqual([
      { actionName: 'View', content: 'Page', object: 'Case', formFactor: 'Large' }
    ]);
    expect(schema.flexiPages.get('Page')?.regions.map((region) => region.type)).toEqual(['Region', 'Facet', 'Facet']);
    expect(schema.bundles.get('card')?.targetConfigs[0]).toMatchObject({
      objects: ['Case'],
      properties: [{ name: 'size', min: 5, default: '25' }, {}]
    });
    expect(schema.layouts.get('Account-Account Layout')).toMatchObject({
      object: 'Account',
      sections: [{ label: 'About', columns: [['Name'], []], required: ['Name'] }],
      relatedLists: [
        { relationshipName: 'Things__r', fields: ['Name', 'Code__c'], sortField: 'Code__c', descending: true },
        { relationshipName: 'Cases', fields: ['Subject'] }
      ]
    });
    expect(schema.queues.get('Help')).toMatchObject({ label: 'Help', objects: ['Case'], users: [] });
    expect(schema.messageChannels.has('talk')).toBe(true);
    expect(schema.staticResources.get('logo')).toEqual({ name: 'Logo', contentType: 'image/png' });
  });

  it('does not depend on the order of its files', () => {
    const backwards = schemaOf(Object.fromEntries(Object.entries(whole).reverse()));
    expect([...backwards.permissionSets.values()]).toEqual([...schema.permissionSets.values()]);
    expect(backwards.object('Thing__c')?.keyPrefix).toBe(schema.object('Thing__c')?.keyPrefix);
  });

  it('gives its custom metadata as rows, checkboxes with their defaults', () => {
    expect(customMetadataRecords(metadataFiles(whole), schema)).toEqual([
      {
        type: 'Rule__mdt',
        values: {
          DeveloperName: 'First',
          MasterLabel: 'First',
          Label: 'First',
          QualifiedApiName: 'First',
          NamespacePrefix: null,
          Language: 'en_US',
          Path__c: 'a.b',
          Order__c: 10,
          Needed__c: 'x',
          Active__c: true
        }
      }
    ]);
  });
});

describe('a broken reference is a problem:', () => {
  const permissions = 'permissionsets/Agent.permissionset';
  const page = 'flexipages/Page.flexipage';
  const app = 'applications/Desk.app';
  it.each([
    [permissions, '<apexClass>Box<', '<apexClass>Bax<', 'Access to Apex class Bax, which does not exist'],
    [permissions, 'Thing__c.Code__c', 'Thing__c.No__c', 'Permission for field Thing__c.No__c, which does not exist'],
    [
      permissions,
      'Thing__c.Code__c',
      'Thing__c.Name',
      'You cannot deploy a permission to required field Thing__c.Name'
    ],
    [permissions, '<object>Thing__c<', '<object>No__c<', 'Permission for object No__c, which does not exist'],
    [permissions, '<name>Reveal<', '<name>Hide<', 'Access to custom permission Hide, which does not exist'],
    [
      permissions,
      '<name>Rule__mdt<',
      '<name>Thing__c<',
      'Access to custom metadata type Thing__c, which does not exist'
    ],
    [permissions, '<name>ApiEnabled<', '<name>Fly<', 'The local org does not know the user permission Fly'],
    [permissions, '<tab>Thing__c<', '<tab>No<', 'Tab No does not exist'],
    [permissions, 'standard-Case', 'standard-Chatter', 'The local org has no standard tab standard-Chatter'],
    [permissions, '>Desk<', '>Disk<', 'Access to app Disk, which does not exist'],
    [permissions, '<allowRead>true', '<allowRead>false', /^Permission Create Thing__c depends on permission Read$/],
    [permissions, '<readable>true', '<readable>false', 'Field Thing__c.Code__c is editable but not readable'],
    [
      'permissionsetgroups/All.permissionsetgroup',
      '>Agent<',
      '>Agents<',
      'Permission set group All contains permission set Agents, which does not exist'
    ],
    [page, '>c:card<', '>c:cart<', 'Component cart does not exist'],
    [page, '>flexipage:tab<', '>flexipage:other<', 'The local org does not support component flexipage:other'],
    [page, '<value>Facet-2<', '<value>Facet-9<', 'Facet Facet-9 of component flexipage:tab does not exist'],
    [page, '<name>size<', '<name>colour<', 'Component card has no property colour for lightning__RecordPage'],
    [page, '<value>10<', '<value>99<', 'Property size of component card must be at most 50'],
    [page, '<value>10<', '<value>ten<', 'Property size of component card must be a whole number'],
    [page, '<value>case<', '<value>all<', 'Property scope of component card must be one of case, customer'],
    [
      page,
      '>flexipage:recordHomeTemplateDesktop<',
      '>flexipage:no<',
      'The local org does not know page template flexipage:no'
    ],
    [page, '<name>main<', '<name>left<', 'Template flexipage:recordHomeTemplateDesktop has no region left'],
    [
      'lwc/card/card.js-meta.xml',
      '<isExposed>true',
      '<isExposed>false',
      'Component card is not exposed for lightning__RecordPage'
    ],
    [
      'lwc/card/card.js-meta.xml',
      '<object>Case<',
      '<object>Account<',
      'Component card is not available for records of Case'
    ],
    [
      'lwc/card/card.js-meta.xml',
      '<apiVersion>65.0',
      '<apiVersion>49.0',
      'apiVersion must be from 50.0 to 65.0, not 49.0'
    ],
    ['lwc/card/card.js-meta.xml', 'type="Integer"', 'type="Number"', /^The type of property size must be one of/],
    [
      'tabs/Thing__c.tab',
      '<customObject>true</customObject>',
      '<customObject>false</customObject>',
      /needs exactly one of customObject/
    ],
    [app, '<tabs>Thing__c<', '<tabs>No<', 'Tab No does not exist'],
    [app, '>Page<', '>Pages<', 'FlexiPage Pages does not exist'],
    [
      app,
      '>Case</pageOrSobjectType>',
      '>Contact</pageOrSobjectType>',
      'FlexiPage Page is not a record page of Contact'
    ],
    ['translations/pl.translation', '>hello<', '>hallo<', 'Translation of label hallo, which does not exist'],
    ['translations/pl.translation', '>Desk<', '>Disk<', 'Translation of app Disk, which does not exist'],
    [
      'objectTranslations/Thing__c-pl.objectTranslation',
      '>Kind__c<',
      '>No__c<',
      'Translation of field Thing__c.No__c, which does not exist'
    ],
    [
      'objectTranslations/Thing__c-pl.objectTranslation',
      '>Red<',
      '>Green<',
      'Picklist Thing__c.Kind__c has no value labelled "Green"'
    ],
    ['objectTranslations/Thing__c-pl.objectTranslation', '>Named<', '>No<', 'Thing__c has no validation rule No'],
    ['customMetadata/Rule.First.md', '>Path__c<', '>No__c<', 'Rule__mdt has no field No__c'],
    ['customMetadata/Rule.First.md', '>10.0<', '>ten<', '"ten" is not a value of Rule__mdt.Order__c'],
    ['customMetadata/Rule.First.md', '>a.b<', '>12345678901<', '"12345678901" is not a value of Rule__mdt.Path__c'],
    ['customMetadata/Rule.First.md', '>Needed__c<', '>Path__c<', 'Required field missing: Needed__c'],
    [
      'layouts/Account-Account Layout.layout',
      '<field>Name<',
      '<field>No__c<',
      'Layout Account-Account Layout: Account has no field No__c'
    ],
    [
      'layouts/Account-Account Layout.layout',
      'Thing__c.Account__c',
      'Thing__c.Code__c',
      'Account has no related list Thing__c.Code__c'
    ],
    [
      'layouts/Account-Account Layout.layout',
      '<fields>Code__c<',
      '<fields>No__c<',
      'Related list Thing__c.Account__c: Thing__c has no column No__c'
    ],
    ['queues/Help.queue', '>Case<', '>Product2<', 'Object Product2 does not exist or cannot be owned by a queue'],
    ['classes/Box.cls-meta.xml', '65.0', '66.0', 'apiVersion must be from 50.0 to 65.0, not 66.0'],
    ['classes/Box.cls-meta.xml', '>Active<', '>Deleted<', 'status must be one of Active, not "Deleted"']
  ])('%s, %s → %s', (file, from, to, message) => {
    const messages = messagesOf(changed(file, from, to));
    if (message instanceof RegExp) expect(messages[0]).toMatch(message);
    else expect(messages).toEqual([message]);
  });
});
