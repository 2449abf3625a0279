import { makeField, systemFields, type SystemFieldName, type Trait } from '../field.ts';
import type { ObjectDraft, Source } from '../draft.ts';
import type { FieldDef, ObjectKind } from '../types.ts';
import { startingNumberRefused } from './fieldShape.ts';
import type { ObjectRecord } from './objectShape.ts';

const suffixes: readonly (readonly [string, ObjectKind])[] = [
  ['__c', 'custom'],
  ['__mdt', 'customMetadata'],
  ['__e', 'platformEvent']
];

const prefixLetter: Readonly<Record<ObjectKind, string>> = {
  standard: '',
  custom: 'a',
  customSetting: 'a',
  customMetadata: 'm',
  platformEvent: 'e'
};

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * The first three characters of an object's ids. They rest in the data, so they depend on the name alone;
 * of two objects that want the same, the one deployed first keeps it.
 */
function keyPrefix(name: string, kind: ObjectKind, taken: ReadonlySet<string>): string {
  const slots = digits.length * digits.length;
  let slot = 0;
  for (const character of name.toLowerCase()) slot = (slot * 31 + character.charCodeAt(0)) % slots;
  for (let step = 0; step < slots; step++) {
    const index = (slot + step) % slots;
    const high = digits.charAt(Math.floor(index / digits.length));
    const prefix = `${prefixLetter[kind]}${high}${digits.charAt(index % digits.length)}`;
    if (!taken.has(prefix)) return prefix;
  }
  throw new Error(`No key prefix is left for ${name}`);
}

const audit: readonly SystemFieldName[] = [
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp'
];
const fixed: Trait = { createable: false, updateable: false };

function nameOf(object: ObjectRecord, source: Source): FieldDef | undefined {
  const given = object.nameField;
  if (!given) return undefined;
  const kind = given.type?.text ?? 'Text';
  const label = given.label ?? 'Name';
  const common: Trait = { nameField: true, indexed: true };
  if (kind === 'Text') return makeField('Name', label, 'string', common, { length: 80 });
  if (kind === 'AutoNumber') {
    const format = given.displayFormat;
    if (format === undefined) source.report(given, 'displayFormat is required for a name of type AutoNumber');
    if ((given.startingNumber ?? 1) > 1) source.report(given, startingNumberRefused);
    return makeField('Name', label, 'string', common, fixed, {
      length: 80,
      nillable: false,
      defaultedOnCreate: true,
      autoNumber: { format: format ?? '{0}' }
    });
  }
  source.report(given, `The name field must be of type Text or AutoNumber, not ${kind}`);
  return undefined;
}

function ownFields(kind: ObjectKind, object: ObjectRecord, source: Source): FieldDef[] {
  const reference = (name: string, label: string, to: readonly string[], as: string, trait: Trait): FieldDef =>
    makeField(name, label, 'reference', trait, {
      reference: {
        to,
        relationshipName: as,
        masterDetail: false,
        onDelete: 'Restrict',
        polymorphic: to.length > 1
      }
    });
  const name = nameOf(object, source);
  const text = (field: string, label: string, length: number, trait: Trait): FieldDef =>
    makeField(field, label, 'string', { length, ...trait });
  switch (kind) {
    case 'customMetadata':
      return [
        systemFields.Id,
        text('DeveloperName', 'Custom Metadata Record Name', 40, { nillable: false, indexed: true, nameField: false }),
        text('MasterLabel', 'Label', 40, { nillable: false, nameField: true }),
        text('Language', 'Master Language', 40, { ...fixed, nillable: false, defaultedOnCreate: true }),
        text('NamespacePrefix', 'Namespace Prefix', 15, fixed),
        text('Label', 'Label', 40, { nillable: false }),
        text('QualifiedApiName', 'Qualified API Name', 70, { ...fixed, nillable: false }),
        makeField('SystemModstamp', 'System Modstamp', 'datetime', fixed)
      ];
    case 'platformEvent':
      return [
        text('ReplayId', 'Replay ID', 1000, { ...fixed, filterable: false, sortable: false, groupable: false }),
        text('EventUuid', 'Event UUID', 36, { ...fixed, filterable: false, sortable: false, groupable: false }),
        systemFields.CreatedDate,
        systemFields.CreatedById
      ];
    case 'customSetting':
      return [
        systemFields.Id,
        systemFields.IsDeleted,
        text('Name', 'Name', 38, { nillable: object.customSettingsType === 'Hierarchy', nameField: true }),
        reference(
          'SetupOwnerId',
          'Location',
          ['Organization', 'Profile', 'User'],
          'SetupOwner',
          object.customSettingsType === 'Hierarchy' ? { updateable: false, defaultedOnCreate: true } : fixed
        ),
        ...audit.map((field) => systemFields[field])
      ];
    default: {
      const parent = object.fields.find((field) => field.type?.text === 'MasterDetail');
      return [
        systemFields.Id,
        ...(parent
          ? []
          : [
              reference('OwnerId', 'Owner ID', ['Group', 'User'], 'Owner', { nillable: false, defaultedOnCreate: true })
            ]),
        systemFields.IsDeleted,
        ...(name ? [name] : []),
        ...(object.recordTypes.length > 0
          ? [reference('RecordTypeId', 'Record Type ID', ['RecordType'], 'RecordType', {})]
          : []),
        ...audit.map((field) => systemFields[field]),
        ...(object.enableActivities ? [systemFields.LastActivityDate] : []),
        systemFields.LastViewedDate,
        systemFields.LastReferencedDate
      ];
    }
  }
}

function requireElements(object: ObjectRecord, kind: ObjectKind, source: Source): void {
  const needed: (keyof ObjectRecord)[] = ['label'];
  if (kind !== 'customSetting') needed.push('pluralLabel');
  if (kind === 'custom') needed.push('nameField', 'deploymentStatus', 'sharingModel');
  if (kind === 'platformEvent') needed.push('deploymentStatus');
  for (const element of needed) {
    if (object[element] === undefined) {
      source.report(object, `Required element ${element} is missing in CustomObject ${source.file.fullName}`);
    }
  }
  if (object.publishBehavior !== undefined && kind !== 'platformEvent') {
    source.report(object, 'publishBehavior is allowed for platform events only');
  }
}

/** A new object with the fields the platform gives objects of its kind. */
export function newObject(object: ObjectRecord, source: Source): ObjectDraft | undefined {
  const name = source.file.fullName;
  const bySuffix = suffixes.find(([suffix]) => name.endsWith(suffix))?.[1];
  if (!bySuffix) {
    source.report(
      object,
      `Object ${name} is not a standard object of the local org and has no suffix __c, __mdt or __e`
    );
    return undefined;
  }
  const kind = object.customSettingsType !== undefined && bySuffix === 'custom' ? 'customSetting' : bySuffix;
  requireElements(object, kind, source);
  const writable = kind !== 'customMetadata';
  const taken = new Set([...source.draft.objects.values()].map((each) => each.keyPrefix));
  const fields = new Map(ownFields(kind, object, source).map((field) => [field.name.toLowerCase(), field]));
  const nameField = [...fields.values()].find((field) => field.nameField)?.name;
  return {
    name,
    label: object.label ?? name,
    labelPlural: object.pluralLabel ?? object.label ?? name,
    keyPrefix: keyPrefix(name, kind, taken),
    kind,
    custom: true,
    createable: writable,
    updateable: writable && kind !== 'platformEvent',
    deletable: writable && kind !== 'platformEvent',
    undeletable: kind === 'custom',
    queryable: kind !== 'platformEvent',
    setup: false,
    sharingModel: object.sharingModel ?? 'ReadWrite',
    enableHistory: object.enableHistory,
    fields,
    ...(nameField === undefined ? {} : { nameField }),
    childRelationships: [],
    validationRules: [],
    recordTypes: [],
    compactLayouts: [],
    listViews: [],
    ...(object.description === undefined ? {} : { description: object.description }),
    ...(object.customSettingsType === undefined ? {} : { customSettingsType: object.customSettingsType }),
    ...(kind === 'platformEvent' ? { publishBehavior: object.publishBehavior ?? 'PublishAfterCommit' } : {})
  };
}
