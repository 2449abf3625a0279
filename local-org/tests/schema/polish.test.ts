import { describe, expect, it } from 'vitest';
import { displayedValue, fieldLabel, objectLabel, pluralLabel } from '../../src/schema/index.ts';
import { standardObjects } from '../../src/schema/standard/index.ts';
import { polishObjects } from '../../src/schema/standard/polish.ts';
import type { FieldDef, ObjectDef, Schema } from '../../src/schema/types.ts';
import { schemaOf } from '../support/schema.ts';

const files = {
  'objects/Thing__c.object': `<CustomObject><label>Thing</label><pluralLabel>Things</pluralLabel>
    <nameField><label>Name</label><type>Text</type></nameField>
    <deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel></CustomObject>`,
  'objectTranslations/Case-pl.objectTranslation': `<CustomObjectTranslation>
    <caseValues><plural>false</plural><value>Zgłoszenie</value></caseValues>
    <caseValues><plural>true</plural><value>Zgłoszenia</value></caseValues></CustomObjectTranslation>`
};

function partsOf(schema: Schema, object: string, field: string): { object: ObjectDef; field: FieldDef } {
  const found = schema.object(object);
  const part = found?.fields.get(field.toLowerCase());
  if (!found || !part) throw new Error(`There is no ${object}.${field}`);
  return { object: found, field: part };
}

describe('the platform’s own Polish', () => {
  const schema = schemaOf(files);
  const label = (object: string, name: string): string =>
    fieldLabel(schema, object, partsOf(schema, object, name).field, 'pl_PL');

  it('names standard objects, their fields and their values', () => {
    const { object: contact } = partsOf(schema, 'Contact', 'Id');
    expect([objectLabel(schema, contact, 'pl'), pluralLabel(schema, contact, 'pl')]).toEqual(['Kontakt', 'Kontakty']);
    expect(label('Case', 'Priority')).toBe('Priorytet');
    const { field: status } = partsOf(schema, 'Case', 'Status');
    expect(displayedValue(schema, 'Case', status, 'Closed', 'pl')).toBe('Zamknięta');
    expect(displayedValue(schema, 'Case', status, 'Closed', 'en_US')).toBe('Closed');
  });

  it('names the fields that every object has, but not a custom object’s own', () => {
    expect(label('Thing__c', 'CreatedDate')).toBe('Data utworzenia');
    expect(label('Thing__c', 'OwnerId')).toBe('Właściciel');
    expect(label('Thing__c', 'Name')).toBe('Name');
  });

  it('stands back behind what is deployed', () => {
    const { object } = partsOf(schema, 'Case', 'Id');
    expect(objectLabel(schema, object, 'pl')).toBe('Zgłoszenie');
    expect(pluralLabel(schema, object, 'pl')).toBe('Zgłoszenia');
    expect(label('Case', 'Subject')).toBe('Temat');
  });

  it('speaks only of what there is', () => {
    for (const [name, texts] of Object.entries(polishObjects)) {
      const object = standardObjects.find((each) => each.name === name);
      for (const field of Object.keys(texts.fields ?? {}).filter((path) => !path.includes('.'))) {
        expect(object?.fields.has(field.toLowerCase()), `${name}.${field}`).toBe(true);
      }
      for (const [field, values] of Object.entries(texts.values ?? {})) {
        const known = object?.fields.get(field.toLowerCase())?.picklist?.values.map(({ value }) => value);
        expect(known, `${name}.${field}`).toEqual(expect.arrayContaining(Object.keys(values)));
      }
    }
  });

  it('names all that list views and highlights of these objects show', () => {
    const missing = standardObjects
      .filter(({ name }) => polishObjects[name]?.fields)
      .flatMap(({ name, listViews, systemCompactLayout = [] }) =>
        [...listViews.flatMap(({ columns }) => columns), ...systemCompactLayout]
          .filter((path) => !path.endsWith('.Name'))
          .map((path) => `${name}.${path}`.toLowerCase())
      )
      .filter((key) => !schema.translations.get('pl')?.has(key));
    expect(missing).toEqual([]);
  });
});
