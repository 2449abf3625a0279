import { makeField, systemFields, type SystemFieldName, type Trait } from '../field.ts';
import type { ObjectDraft, Source } from '../draft.ts';
import {
  flag,
  ignored,
  many,
  mark,
  oneOf,
  optional,
  record,
  required,
  text,
  unsupported,
  withDefault,
  word,
  type Read
} from '../shape.ts';
import type { FieldDef, ObjectKind } from '../types.ts';
import { buildField, customField, nameFieldShape } from './field.ts';
import { compactLayoutShape, listViewShape, readCompactLayout, readListView } from './views.ts';

const validationRule = record({
  fullName: required(mark),
  active: required(flag),
  description: ignored,
  errorConditionFormula: required(text),
  errorDisplayField: optional(mark),
  errorMessage: required(word)
});

const recordTypeShape = record({
  fullName: required(mark),
  active: required(flag),
  label: required(word),
  description: optional(text),
  compactLayoutAssignment: optional(mark),
  businessProcess: unsupported,
  picklistValues: many(
    record({ picklist: required(mark), values: many(record({ fullName: required(mark), default: required(flag) })) })
  )
});

const actionOverride = record({
  actionName: required(word),
  comment: ignored,
  content: optional(mark),
  formFactor: optional(oneOf('Large', 'Small', 'Medium')),
  skipRecordTypeSelect: ignored,
  type: required(oneOf('Default', 'Flexipage', 'Visualforce', 'LightningComponent', 'Standard'))
});

export const objectShape = record({
  actionOverrides: many(actionOverride),
  allowInChatterGroups: ignored,
  compactLayoutAssignment: optional(mark),
  compactLayouts: many(compactLayoutShape),
  customHelp: ignored,
  customHelpPage: ignored,
  customSettingsType: optional(oneOf('Hierarchy', 'List')),
  deploymentStatus: optional(oneOf('Deployed', 'InDevelopment')),
  deprecated: ignored,
  description: optional(text),
  enableActivities: ignored,
  enableBulkApi: ignored,
  enableChangeDataCapture: ignored,
  enableEnhancedLookup: ignored,
  enableFeeds: ignored,
  enableHistory: withDefault(flag, false),
  enableLicensing: ignored,
  enableReports: ignored,
  enableSearch: ignored,
  enableSharing: ignored,
  enableStreamingApi: ignored,
  eventType: optional(oneOf('HighVolume', 'StandardVolume')),
  externalSharingModel: ignored,
  fieldSets: unsupported,
  fields: many(customField),
  gender: ignored,
  indexes: unsupported,
  businessProcesses: unsupported,
  articleTypeChannelDisplay: unsupported,
  enableDataTranslation: unsupported,
  enableDivisions: unsupported,
  externalDataSource: unsupported,
  externalName: unsupported,
  externalRepository: unsupported,
  historyRetentionPolicy: unsupported,
  household: unsupported,
  label: optional(word),
  listViews: many(listViewShape),
  nameField: optional(nameFieldShape),
  pluralLabel: optional(word),
  profileSearchLayouts: unsupported,
  publishBehavior: optional(oneOf('PublishAfterCommit', 'PublishImmediately')),
  recordTypeTrackFeedHistory: ignored,
  recordTypeTrackHistory: ignored,
  recordTypes: many(recordTypeShape),
  searchLayouts: ignored,
  sharingModel: optional(
    oneOf('Private', 'Read', 'ReadWrite', 'ReadWriteTransfer', 'FullAccess', 'ControlledByParent')
  ),
  sharingReasons: unsupported,
  sharingRecalculations: unsupported,
  startsWith: ignored,
  validationRules: many(validationRule),
  visibility: optional(oneOf('Public', 'Protected', 'PackageProtected')),
  webLinks: unsupported
});

type ObjectRecord = Read<typeof objectShape>;

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
        systemFields.LastActivityDate,
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

function newObject(object: ObjectRecord, source: Source): ObjectDraft | undefined {
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

function addFields(object: ObjectRecord, draft: ObjectDraft, source: Source): void {
  const seen = new Set<string>();
  for (const field of object.fields) {
    const { text: name } = field.fullName;
    const key = name.toLowerCase();
    if (seen.has(key)) source.report(field.fullName, `Field ${name} stands twice`);
    seen.add(key);
    const standard = draft.fields.get(key);
    if (standard && !standard.custom) {
      customizeStandardField(field, standard, draft, source);
    } else if (!/^[A-Za-z](?:_?[A-Za-z0-9])*__c$/.test(name)) {
      source.report(field.fullName, `${draft.name} has no standard field ${name}; a custom field's name ends in __c`);
    } else {
      const built = buildField(field, draft, source);
      if (built) draft.fields.set(key, built);
    }
  }
}

/** What a package may say of a field the platform brings: that it is tracked, and its help. */
function customizeStandardField(
  field: ObjectRecord['fields'][number],
  standard: FieldDef,
  draft: ObjectDraft,
  source: Source
): void {
  const allowed = new Set([
    'fullName',
    'line',
    'column',
    'trackHistory',
    'inlineHelpText',
    'description',
    'type',
    'label'
  ]);
  for (const [element, value] of Object.entries(field)) {
    if (allowed.has(element) || value === undefined || value === false) continue;
    source.report(field, `The local org does not support ${element} of standard field ${draft.name}.${standard.name}`);
  }
  if (field.inlineHelpText !== undefined) {
    draft.fields.set(standard.name.toLowerCase(), { ...standard, helpText: field.inlineHelpText });
  }
}

function addRecordTypes(object: ObjectRecord, draft: ObjectDraft, source: Source): void {
  for (const type of object.recordTypes) {
    const picklists = new Map<string, { value: string; default: boolean }[]>();
    for (const { picklist, values } of type.picklistValues) {
      picklists.set(
        picklist.text.toLowerCase(),
        values.map((value) => ({ value: decodeURIComponent(value.fullName.text), default: value.default }))
      );
      source.draft.later(() => {
        const field = draft.fields.get(picklist.text.toLowerCase());
        if (!field?.picklist) {
          source.report(picklist, `${draft.name} has no picklist field ${picklist.text}`);
          return;
        }
        for (const { fullName } of values) {
          const value = decodeURIComponent(fullName.text);
          if (field.picklist.values.some((known) => known.value === value)) continue;
          source.report(fullName, `Picklist ${draft.name}.${field.name} has no value "${value}"`);
        }
      });
    }
    draft.recordTypes.push({
      developerName: type.fullName.text,
      label: type.label,
      active: type.active,
      picklists,
      ...(type.description === undefined ? {} : { description: type.description }),
      ...(type.compactLayoutAssignment ? { compactLayoutAssignment: type.compactLayoutAssignment.text } : {})
    });
  }
}

function addValidationRules(object: ObjectRecord, draft: ObjectDraft, source: Source): void {
  for (const rule of object.validationRules) {
    const field = rule.errorDisplayField;
    if (field) {
      source.expect(
        field,
        () => draft.fields.has(field.text.toLowerCase()),
        `Validation rule ${rule.fullName.text} shows its error at field ${draft.name}.${field.text}, which does not exist`
      );
    }
    draft.validationRules.push({
      name: rule.fullName.text,
      active: rule.active,
      condition: rule.errorConditionFormula,
      message: rule.errorMessage,
      ...(field ? { field: field.text } : {})
    });
  }
}

function addPages(object: ObjectRecord, draft: ObjectDraft, source: Source): void {
  const assigned = object.compactLayoutAssignment;
  if (assigned && assigned.text !== 'SYSTEM') {
    draft.compactLayoutAssignment = assigned.text;
    source.expect(
      assigned,
      () => draft.compactLayouts.some((layout) => layout.fullName === assigned.text),
      `${draft.name} has no compact layout ${assigned.text}`
    );
  }
  for (const override of object.actionOverrides) {
    if (override.type === 'Default') continue;
    const page = override.content;
    if (override.type !== 'Flexipage' || override.actionName !== 'View' || !page) {
      source.report(
        override,
        `The local org does not support an action override of ${override.actionName} by ${override.type}`
      );
      continue;
    }
    if (override.formFactor === 'Small') continue;
    draft.recordPage = page.text;
    source.expect(page, () => source.draft.flexiPages.has(page.text), `FlexiPage ${page.text} does not exist`);
  }
}

/** Reads `objects/*.object`: a new object, or what is added to a standard one. */
export function takeObject(object: Read<typeof objectShape>, source: Source): void {
  const { draft } = source;
  const known = draft.objects.get(source.file.fullName);
  const target = known ?? newObject(object, source);
  if (!target) return;
  draft.objects.set(target.name, target);
  addFields(object, target, source);
  addRecordTypes(object, target, source);
  addValidationRules(object, target, source);
  addPages(object, target, source);
  for (const view of object.listViews) readListView(view, target, source);
  for (const layout of object.compactLayouts) readCompactLayout(layout, target, source);
}
