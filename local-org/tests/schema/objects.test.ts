import { expect, test } from 'vitest';
import { buildSchema } from '../../src/schema/index.ts';
import { customObject, fields, metadataFiles, schemaOf } from '../support/schema.ts';

const problemsOf = (texts: Record<string, string>) => {
  const built = buildSchema(metadataFiles(texts));
  return 'problems' in built ? built.problems : [];
};

test('a custom object has its own fields, those of the platform, and its place below its parents', () => {
  const schema = schemaOf({
    'objects/Thing__c.object': customObject(
      'Thing',
      fields.text('Code__c', 20, '<externalId>true</externalId><unique>true</unique>') +
        fields.lookup('Contact__c', 'Contact', 'Things')
    )
  });
  const thing = schema.object('thing__C');
  expect(thing?.name).toBe('Thing__c');
  expect(thing?.keyPrefix).toMatch(/^a[0-9A-Za-z]{2}$/);
  expect(schema.objectOfId(`${thing?.keyPrefix}000000000001AAA`)).toBe(thing);
  expect([...(thing?.fields.keys() ?? [])]).toEqual(
    expect.arrayContaining(['id', 'ownerid', 'name', 'systemmodstamp', 'code__c'])
  );
  expect(schema.field('Thing__c', 'CODE__c')).toMatchObject({
    length: 20,
    unique: true,
    externalId: true,
    indexed: true
  });
  expect(schema.field('Thing__c', 'Contact__c')?.reference).toMatchObject({
    relationshipName: 'Contact__r',
    onDelete: 'SetNull'
  });
  expect(schema.object('Contact')?.childRelationships).toContainEqual({
    childObject: 'Thing__c',
    field: 'Contact__c',
    relationshipName: 'Things__r',
    cascadeDelete: false,
    restrictedDelete: false
  });
});

test('a lookup to an object that does not exist is a problem with its place', () => {
  const text = customObject('Thing', `\n${fields.lookup('Other__c', 'Nothing__c')}`);
  expect(problemsOf({ 'objects/Thing__c.object': text })).toEqual([
    {
      file: 'objects/Thing__c.object',
      line: 7,
      column: (text.split('\n')[6] ?? '').indexOf('<referenceTo>') + 1,
      message: 'Field Thing__c.Other__c refers to object Nothing__c, which does not exist'
    }
  ]);
});
