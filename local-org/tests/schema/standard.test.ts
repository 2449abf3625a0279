import { describe, expect, it } from 'vitest';
import { checkStandardObjects } from '../../../scripts/local/checks/standardObjects.ts';
import { isPermissionable } from '../../src/schema/index.ts';
import { schemaOf } from '../support/schema.ts';

const schema = schemaOf({});

describe('standard objects', () => {
  it('have the fields, types and relationships that apex-ls knows', async () => {
    expect(await checkStandardObjects()).toEqual([]);
  });

  it.each([
    ['Account', '001'],
    ['Contact', '003'],
    ['Case', '500'],
    ['User', '005'],
    ['Task', '00T'],
    ['Event', '00U'],
    ['EmailMessage', '02s'],
    ['CaseComment', '00a'],
    ['Group', '00G'],
    ['PermissionSetAssignment', '0Pa'],
    ['Order', '801'],
    ['OrderItem', '802']
  ])('%s has the key prefix %s', (name, prefix) => {
    expect(schema.objectOfId(`${prefix}000000000001AAA`)?.name).toBe(name);
  });

  it('have no key prefix twice', () => {
    const prefixes = schema
      .objects()
      .map((object) => object.keyPrefix)
      .filter((prefix) => prefix !== '');
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it.each([
    ['EmailMessage', 'TextBody', false],
    ['EmailMessage', 'HtmlBody', false],
    ['EmailMessage', 'Subject', true],
    ['EmailMessage', 'ToAddress', true],
    ['Task', 'Description', false],
    ['Event', 'Description', false],
    ['Case', 'Description', false],
    ['Case', 'Comments', false],
    ['CaseComment', 'CommentBody', true],
    ['Account', 'Description', false],
    ['Account', 'BillingAddress', false],
    ['Account', 'BillingStreet', true]
  ])('%s.%s filterable: %s', (object, field, filterable) => {
    expect(schema.field(object, field)?.filterable).toBe(filterable);
  });

  it('refer to objects that exist, and every relationship name reads one parent', () => {
    for (const object of schema.objects()) {
      const names: string[] = [];
      for (const { name, reference } of object.fields.values()) {
        for (const target of reference?.to ?? []) expect(schema.object(target), `${object.name}.${name}`).toBeDefined();
        if (reference?.relationshipName) names.push(reference.relationshipName.toLowerCase());
      }
      expect(new Set(names).size, object.name).toBe(names.length);
    }
  });

  it('have defaults where the platform has', () => {
    const preset = (object: string, field: string) =>
      schema
        .field(object, field)
        ?.picklist?.values.filter((value) => value.default)
        .map((value) => value.value);
    expect(preset('Case', 'Status')).toEqual(['New']);
    expect(preset('Case', 'Priority')).toEqual(['Medium']);
    expect(preset('Case', 'Origin')).toEqual([]);
    expect(preset('Task', 'Status')).toEqual(['Not Started']);
    expect(preset('Task', 'Priority')).toEqual(['Normal']);
  });

  it('derive what the platform derives', () => {
    expect(schema.field('Contact', 'Name')).toMatchObject({
      createable: false,
      formula: { text: expect.stringContaining('LastName') }
    });
    expect(schema.field('Case', 'IsClosed')?.formula).toBeDefined();
  });
});

describe('profiles', () => {
  const rights = (profile: string, object: string) =>
    schema.profiles.get(profile)?.objects.find((each) => each.object === object);

  it('are those of every org', () => {
    expect([...schema.profiles.keys()]).toEqual([
      'System Administrator',
      'Standard User',
      'Minimum Access - Salesforce'
    ]);
  });

  it('give what their names say', () => {
    expect(rights('System Administrator', 'Case')).toMatchObject({ modifyAll: true });
    expect(rights('Standard User', 'Case')).toMatchObject({ read: true, edit: true, delete: false, modifyAll: false });
    expect(rights('Standard User', 'Product2')).toMatchObject({ read: true, create: false });
    expect(rights('Minimum Access - Salesforce', 'Case')).toBeUndefined();
  });

  it('leave out the fields that need no right', () => {
    const fields = schema.profiles.get('Standard User')?.fields.map(({ object, field }) => `${object}.${field}`);
    expect(fields).toContain('Case.Subject');
    expect(fields).not.toContain('Case.Id');
    for (const name of ['Id', 'Name', 'OwnerId', 'CreatedDate', 'LastName']) {
      const field = schema.field('Contact', name);
      expect(field && isPermissionable(field), name).toBe(false);
    }
  });
});
