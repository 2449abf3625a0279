import { describe, expect, it } from 'vitest';
import {
  customLabel,
  describeGlobal,
  describeSObject,
  displayedValue,
  fieldLabel,
  objectInfo,
  objectLabel,
  pluralLabel,
  type DescribeAccess,
  type ObjectDef,
  type Schema
} from '../../src/schema/index.ts';
import { customObject, fields, schemaOf } from '../support/schema.ts';

const schema = schemaOf({
  'objects/Thing__c.object': customObject(
    'Thing',
    fields.text('Code__c', 20, '<externalId>true</externalId><required>true</required>') +
      fields.picklist('Kind__c', ['Red', 'Blue'], '<inlineHelpText>Its colour.</inlineHelpText>') +
      fields.lookup('Contact__c', 'Contact', 'Things') +
      fields.longText('Note__c') +
      fields.formula('Twice__c', 'Text', 'Code__c & Code__c')
  ),
  'labels/CustomLabels.labels':
    '<CustomLabels><labels><fullName>hello</fullName><language>en_US</language><protected>true</protected><shortDescription>h</shortDescription><value>Hello</value></labels></CustomLabels>',
  'translations/pl.translation':
    '<Translations><customLabels><name>hello</name><label>Cześć</label></customLabels></Translations>',
  'objectTranslations/Thing__c-pl.objectTranslation': `<CustomObjectTranslation>
    <caseValues><plural>false</plural><value>Rzecz</value></caseValues><caseValues><plural>true</plural><value>Rzeczy</value></caseValues>
    <fields><name>Kind__c</name><label>Rodzaj</label><picklistValues><masterLabel>Red</masterLabel><translation>Czerwony</translation></picklistValues></fields></CustomObjectTranslation>`
});
const objectIn = (given: Schema, name: string): ObjectDef => {
  const object = given.object(name);
  if (!object) throw new Error(`The schema has no ${name}`);
  return object;
};
const thing = objectIn(schema, 'Thing__c');
const system = { access: 'system', language: 'en_US', base: '/services/data/v65.0' } as const;

/** Reads things, edits only their kind, sees nothing of notes. */
const reader: DescribeAccess = {
  object: (name) => ({ read: name === 'Thing__c', create: false, edit: name === 'Thing__c', delete: false }),
  fieldReadable: (_object, field) => field !== 'Note__c',
  fieldEditable: (_object, field) => field === 'Kind__c'
};
const fieldOf = (described: object, name: string): unknown =>
  Reflect.get(described, 'fields').find((field: { name: string }) => field.name === name);

describe('describe', () => {
  const described = describeSObject(schema, thing, system);

  it('has every key of the platform for an object and a field', () => {
    expect(Object.keys(described)).toEqual(
      expect.arrayContaining([
        'activateable',
        'childRelationships',
        'createable',
        'fields',
        'keyPrefix',
        'label',
        'labelPlural',
        'name',
        'queryable',
        'recordTypeInfos',
        'urls'
      ])
    );
    expect(fieldOf(described, 'Code__c')).toMatchObject({
      type: 'string',
      soapType: 'xsd:string',
      length: 20,
      byteLength: 60,
      nillable: false,
      externalId: true,
      idLookup: true,
      createable: true,
      permissionable: false
    });
    expect(fieldOf(described, 'Contact__c')).toMatchObject({
      referenceTo: ['Contact'],
      relationshipName: 'Contact__r'
    });
    expect(fieldOf(described, 'Twice__c')).toMatchObject({ calculated: true, calculatedFormula: 'Code__c & Code__c' });
    expect(fieldOf(described, 'Kind__c')).toMatchObject({ restrictedPicklist: true, inlineHelpText: 'Its colour.' });
  });

  it('shows what the user may see and do', () => {
    const seen = describeSObject(schema, thing, { ...system, access: reader });
    expect(seen).toMatchObject({ createable: false, updateable: true, deletable: false });
    expect(fieldOf(seen, 'Note__c')).toBeUndefined();
    expect(fieldOf(seen, 'Code__c')).toMatchObject({ createable: false, updateable: false });
    expect(fieldOf(seen, 'Kind__c')).toMatchObject({ createable: false, updateable: true });
  });

  it('lists the objects the user may read', () => {
    expect(describeGlobal(schema, { ...system, access: reader })).toMatchObject({ sobjects: [{ name: 'Thing__c' }] });
    expect(describeGlobal(schema, system)).toMatchObject({ encoding: 'UTF-8', maxBatchSize: 200 });
  });

  it('speaks the language asked for', () => {
    const polish = describeSObject(schema, thing, { ...system, language: 'pl' });
    expect(polish).toMatchObject({ label: 'Rzecz', labelPlural: 'Rzeczy' });
    expect(fieldOf(polish, 'Kind__c')).toMatchObject({
      label: 'Rodzaj',
      picklistValues: [{ label: 'Czerwony', value: 'Red' }, { label: 'Blue' }]
    });
  });
});

describe('object info', () => {
  it('names the fields that make a name', () => {
    expect(objectInfo(schema, thing, system)).toMatchObject({ nameFields: ['Name'], apiName: 'Thing__c' });
    const contact = objectIn(schema, 'Contact');
    expect(objectInfo(schema, contact, system)).toMatchObject({
      nameFields: ['FirstName', 'LastName', 'Name'],
      fields: { LastName: { compoundFieldName: 'Name', required: true }, AccountId: { relationshipName: 'Account' } }
    });
  });

  it('lists the record types with their ids', () => {
    const typed = schemaOf({
      'objects/Thing__c.object': customObject(
        'Thing',
        '<recordTypes><fullName>Small</fullName><active>true</active><label>Little</label></recordTypes>'
      )
    });
    const ids = new Map([['Small', '012000000000001AAA']]);
    expect(objectInfo(typed, objectIn(typed, 'Thing__c'), { ...system, recordTypeIds: ids })).toMatchObject({
      recordTypeInfos: {
        '012000000000001AAA': { name: 'Little', master: false },
        '012000000000000AAA': { master: true }
      }
    });
  });
});

describe('texts', () => {
  it('are the translation, else the org’s own', () => {
    const kind = schema.field('Thing__c', 'Kind__c');
    if (!kind) throw new Error('no field');
    expect(objectLabel(schema, thing, 'pl')).toBe('Rzecz');
    expect(pluralLabel(schema, thing, 'de')).toBe('Things');
    expect(fieldLabel(schema, 'Thing__c', kind, 'pl_PL')).toBe('Rodzaj');
    expect(displayedValue(schema, 'Thing__c', kind, 'Red;Blue;Other', 'pl')).toBe('Czerwony;Blue;Other');
    expect(customLabel(schema, 'HELLO', 'pl')).toBe('Cześć');
    expect(customLabel(schema, 'hello', 'en_US')).toBe('Hello');
    expect(customLabel(schema, 'none', 'pl')).toBeUndefined();
  });
});
