import type { FieldDef, FieldType, ObjectDef, Schema } from '../../src/schema/types.ts';

/** A field with the usual properties of its type, for schemas built by hand. */
export function field(name: string, type: FieldType = 'string', changes: Partial<FieldDef> = {}): FieldDef {
  const isLong = changes.longText === true;
  return {
    name,
    label: name.replace(/__c$/, '').replaceAll('_', ' '),
    type,
    custom: name.endsWith('__c'),
    length: type === 'id' || type === 'reference' ? 18 : 255,
    precision: 18,
    scale: 2,
    nillable: type !== 'boolean' && type !== 'id',
    createable: true,
    updateable: true,
    filterable: !isLong,
    sortable: !isLong && type !== 'multipicklist',
    groupable: !isLong && !['double', 'currency', 'percent', 'datetime', 'multipicklist', 'textarea'].includes(type),
    aggregatable: !isLong && type !== 'boolean',
    unique: false,
    caseSensitive: false,
    externalId: false,
    indexed: type === 'id',
    defaultedOnCreate: type === 'boolean',
    ...changes
  };
}

/** A lookup. The relationship name follows the platform's custom for the field's name. */
export function lookup(
  name: string,
  to: string | readonly string[],
  children?: string,
  changes: Partial<FieldDef> = {}
): FieldDef {
  const targets = typeof to === 'string' ? [to] : to;
  return field(name, 'reference', {
    indexed: true,
    reference: {
      to: targets,
      relationshipName: name.endsWith('__c') ? name.replace(/__c$/, '__r') : name.replace(/Id$/, ''),
      ...(children === undefined ? {} : { childRelationshipName: children }),
      masterDetail: false,
      onDelete: 'SetNull',
      polymorphic: targets.length > 1
    },
    ...changes
  });
}

const SYSTEM_FIELDS: readonly FieldDef[] = [
  field('Id', 'id'),
  field('IsDeleted', 'boolean'),
  field('CreatedDate', 'datetime', { indexed: true, nillable: false }),
  field('SystemModstamp', 'datetime', { indexed: true, nillable: false }),
  lookup('CreatedById', 'User'),
  lookup('LastModifiedById', 'User'),
  lookup('OwnerId', ['User', 'Group'])
];

/** An object with the system fields before the given ones. */
export function object(
  name: string,
  keyPrefix: string,
  fields: readonly FieldDef[],
  changes: Partial<ObjectDef> = {}
): ObjectDef {
  const all = [...SYSTEM_FIELDS, ...fields];
  return {
    name,
    label: name,
    labelPlural: `${name}s`,
    keyPrefix,
    kind: name.endsWith('__c') ? 'custom' : 'standard',
    custom: name.endsWith('__c'),
    createable: true,
    updateable: true,
    deletable: true,
    undeletable: true,
    queryable: true,
    setup: false,
    sharingModel: 'ReadWrite',
    enableHistory: false,
    fields: new Map(all.map((each) => [each.name.toLowerCase(), each])),
    nameField: 'Name',
    childRelationships: [],
    validationRules: [],
    recordTypes: [],
    compactLayouts: [],
    listViews: [],
    ...changes
  };
}

/** A schema of these objects; child relationships follow from the lookups. */
export function schemaOf(objects: readonly ObjectDef[], changes: Partial<Schema> = {}): Schema {
  const complete = new Map(
    objects.map((parent) => [
      parent.name.toLowerCase(),
      {
        ...parent,
        childRelationships: objects.flatMap((child) =>
          [...child.fields.values()]
            .filter((each) => each.reference?.to.includes(parent.name))
            .map((each) => ({
              childObject: child.name,
              field: each.name,
              ...(each.reference?.childRelationshipName === undefined
                ? {}
                : { relationshipName: each.reference.childRelationshipName }),
              cascadeDelete: each.reference?.masterDetail ?? false,
              restrictedDelete: false
            }))
        )
      }
    ])
  );
  const none = new Map<string, never>();
  return {
    object: (name) => complete.get(name.toLowerCase()),
    field: (name, fieldName) => complete.get(name.toLowerCase())?.fields.get(fieldName.toLowerCase()),
    objects: () => [...complete.values()],
    objectOfId: (id) => [...complete.values()].find((each) => id.startsWith(each.keyPrefix)),
    labels: none,
    permissionSets: none,
    permissionSetGroups: none,
    profiles: none,
    customPermissions: none,
    globalValueSets: none,
    apps: none,
    tabs: none,
    flexiPages: none,
    layouts: none,
    queues: none,
    messageChannels: none,
    staticResources: none,
    bundles: none,
    translations: none,
    ...changes
  };
}
