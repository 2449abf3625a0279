import type { ChildRelationship, FieldDef, ObjectDef, PicklistValue, RecordTypeDef } from '../../schema/types.ts';
import { valueLabel } from '../../schema/translate.ts';
import { UnsupportedError } from '../../errors.ts';
import { ApexList, ApexMap, enumConstant, InvalidParameterValueException, SObject, toId } from '../runtime/index.ts';
import { coerceToField, apexTypeOfField, fieldOf } from '../runtime/fields.ts';
import { SObjectField, SObjectType } from '../runtime/tokens.ts';
import { apex } from '../runtime/transaction.ts';
import { apexClass, apexEnum } from './declare.ts';
import { translated } from './translations.ts';

/** Describe results are plain views of the schema that say their own type. */
class Described<T> {
  readonly apexType: string;
  readonly of: T;

  constructor(apexType: string, of: T) {
    this.apexType = apexType;
    this.of = of;
  }

  toString(): string {
    return `${this.apexType}[]`;
  }
}

type DescribedObject = Described<ObjectDef>;
type DescribedField = Described<SObjectField>;
interface ObjectRecordType extends RecordTypeDef {
  readonly object: string;
}

/** The describe result of an object. */
export function describeObject(object: ObjectDef): DescribedObject {
  return new Described('Schema.DescribeSObjectResult', object);
}

/** The describe result of a field. */
export function describeField(token: SObjectField): DescribedField {
  return new Described('Schema.DescribeFieldResult', token);
}

const lower = (key: unknown): unknown => (typeof key === 'string' ? key.toLowerCase() : key);

/** A map by names that ignores their case, as the platform's describe maps do. */
export function nameMap(valueType: string, entries: Iterable<readonly [string, unknown]>): ApexMap {
  return new ApexMap('String', valueType, entries, lower);
}

const fieldMap = (object: ObjectDef): ApexMap =>
  nameMap(
    'Schema.SObjectField',
    Array.from(object.fields.values(), (field) => [field.name.toLowerCase(), new SObjectField(object.name, field.name)])
  );

const rights = (object: ObjectDef) => apex().transaction.access().object(object.name);
const label = (key: string, fallback: string): string => translated(key) ?? fallback;

function recordTypes(object: ObjectDef): Described<ObjectRecordType>[] {
  const master: ObjectRecordType = {
    developerName: 'Master',
    label: 'Master',
    active: true,
    picklists: new Map(),
    object: object.name
  };
  const own = object.recordTypes.map((type) => ({ ...type, object: object.name }));
  return [...own, master].map((type) => new Described('Schema.RecordTypeInfo', type));
}

const recordTypeMap = (key: (type: ObjectRecordType) => string | null) => (self: DescribedObject) =>
  new ApexMap(
    'String',
    'Schema.RecordTypeInfo',
    recordTypes(self.of).flatMap((type) => {
      const name = key(type.of);
      return name === null ? [] : [[name, type] as const];
    })
  );

/** The id of a record type's row; the master one has an id that no row has. */
function recordTypeId(type: ObjectRecordType): string | null {
  if (type.developerName === 'Master') return toId('012000000000000AAA');
  const { rows } = apex().org.soql.query(
    'SELECT Id FROM RecordType WHERE SobjectType = :object AND DeveloperName = :developerName',
    { access: 'system', binds: (name) => (name === 'object' ? type.object : type.developerName) }
  );
  const id = rows[0]?.values.Id;
  return typeof id === 'string' ? id : null;
}

const objectResult = apexClass('Schema.DescribeSObjectResult', {
  'String getName()': (self: DescribedObject) => self.of.name,
  'String getLocalName()': (self: DescribedObject) => self.of.name,
  'String getLabel()': (self: DescribedObject) => label(self.of.name, self.of.label),
  'String getLabelPlural()': (self: DescribedObject) => label(`${self.of.name}#plural`, self.of.labelPlural),
  'String getKeyPrefix()': (self: DescribedObject) => self.of.keyPrefix,
  'Schema.SObjectType getSObjectType()': (self: DescribedObject) => new SObjectType(self.of.name),
  'List<Schema.ChildRelationship> getChildRelationships()': (self: DescribedObject) =>
    new ApexList(
      'Schema.ChildRelationship',
      self.of.childRelationships.map((child) => new Described('Schema.ChildRelationship', child))
    ),
  'List<Schema.RecordTypeInfo> getRecordTypeInfos()': (self: DescribedObject) =>
    new ApexList('Schema.RecordTypeInfo', recordTypes(self.of)),
  'Map<String,Schema.RecordTypeInfo> getRecordTypeInfosByDeveloperName()': recordTypeMap((type) => type.developerName),
  'Map<String,Schema.RecordTypeInfo> getRecordTypeInfosByName()': recordTypeMap((type) => type.label),
  'Map<Id,Schema.RecordTypeInfo> getRecordTypeInfosById()': recordTypeMap(recordTypeId),
  'Boolean isAccessible()': (self: DescribedObject) => rights(self.of).read,
  'Boolean isCreateable()': (self: DescribedObject) => self.of.createable && rights(self.of).create,
  'Boolean isUpdateable()': (self: DescribedObject) => self.of.updateable && rights(self.of).edit,
  'Boolean isDeletable()': (self: DescribedObject) => self.of.deletable && rights(self.of).delete,
  'Boolean isUndeletable()': (self: DescribedObject) => self.of.undeletable && rights(self.of).create,
  'Boolean isQueryable()': (self: DescribedObject) => self.of.queryable && rights(self.of).read,
  'Boolean isSearchable()': (self: DescribedObject) => self.of.queryable && self.of.kind === 'standard',
  'Boolean isCustom()': (self: DescribedObject) => self.of.custom,
  'Boolean isCustomSetting()': (self: DescribedObject) => self.of.kind === 'customSetting',
  'Schema.SObjectTypeFields fields': (self: DescribedObject) => new Described('Schema.SObjectTypeFields', self.of)
});

const typeFields = apexClass('Schema.SObjectTypeFields', {
  'Map<String,Schema.SObjectField> getMap()': (self: Described<ObjectDef>) => fieldMap(self.of)
});

const objectToken = apexClass('Schema.SObjectType', {
  'Schema.DescribeSObjectResult getDescribe()': (self: SObjectType) => describeObject(self.object),
  'Schema.DescribeSObjectResult getDescribe(Object options)': (self: SObjectType) => describeObject(self.object),
  'SObject newSObject()': (self: SObjectType) => new SObject(self.object),
  'SObject newSObject(Id id)': (self: SObjectType, id: string | null) => newRecord(self.object, id),
  'SObject newSObject(Id recordTypeId, Boolean loadDefaults)': (
    self: SObjectType,
    recordType: string | null,
    loadDefaults: boolean
  ) => {
    const record = new SObject(self.object);
    if (recordType !== null) record.putByName('RecordTypeId', recordType);
    if (loadDefaults) applyDefaults(record);
    return record;
  },
  'String toString()': (self: SObjectType) => self.name
});

function newRecord(object: ObjectDef, id: string | null): SObject {
  const record = new SObject(object);
  if (id !== null) record.set('Id', id);
  return record;
}

/** Constant defaults: the default value of each picklist and `true` of checkboxes; formulas need the save. */
function applyDefaults(record: SObject): void {
  for (const field of record.object.fields.values()) {
    const chosen = field.picklist?.values.find((value) => value.default);
    if (chosen !== undefined) record.set(field.name, coerceToField(field, chosen.value));
    else if (field.defaultFormula !== undefined) {
      throw new UnsupportedError(
        `newSObject with defaults where a default is a formula (${record.object.name}.${field.name})`
      );
    }
  }
}

const fieldToken = apexClass('Schema.SObjectField', {
  'Schema.DescribeFieldResult getDescribe()': describeField,
  'Schema.DescribeFieldResult getDescribe(Object options)': (self: SObjectField) => describeField(self),
  'String toString()': (self: SObjectField) => self.field.name
});

const of =
  <T>(read: (field: FieldDef, token: SObjectField) => T) =>
  (self: DescribedField): T =>
    read(self.of.field, self.of);
const readable = (token: SObjectField): boolean =>
  apex().transaction.access().fieldReadable(token.object.name, token.field.name);
const editable = (token: SObjectField): boolean =>
  apex().transaction.access().fieldEditable(token.object.name, token.field.name);

const fieldResult = apexClass('Schema.DescribeFieldResult', {
  'String getName()': of((field) => field.name),
  'String getLocalName()': of((field) => field.name),
  'String getLabel()': of((field, { object }) => label(`${object.name}.${field.name}`, field.label)),
  'String getInlineHelpText()': of((field) => field.helpText ?? null),
  'Schema.DisplayType getType()': of((field) => enumConstant('Schema.DisplayType', displayType(field))),
  'Schema.SoapType getSoapType()': of((field) => enumConstant('Schema.SoapType', soapType(field))),
  'Integer getLength()': of((field) => field.length),
  'Integer getByteLength()': of((field) => field.length * 3),
  'Integer getDigits()': of((field) => (field.type === 'int' ? field.precision : 0)),
  'Integer getPrecision()': of((field) => field.precision),
  'Integer getScale()': of((field) => field.scale),
  'Object getDefaultValue()': of(
    (field) =>
      field.picklist?.values.find((value) => value.default)?.value ??
      (field.type === 'boolean' ? field.defaultFormula === 'true' : null)
  ),
  'String getDefaultValueFormula()': of((field) => field.defaultFormula ?? null),
  'String getCalculatedFormula()': of((field) => field.formula?.text ?? null),
  'List<Schema.PicklistEntry> getPicklistValues()': of(
    (field, { object }) =>
      new ApexList(
        'Schema.PicklistEntry',
        (field.picklist?.values ?? []).map(
          (value) =>
            new Described('Schema.PicklistEntry', {
              ...value,
              label: valueLabel(apex().org.schema, object.name, field, value, apex().transaction.language)
            })
        )
      )
  ),
  'List<Schema.SObjectType> getReferenceTo()': of(
    (field) =>
      new ApexList(
        'Schema.SObjectType',
        (field.reference?.to ?? []).map((name) => new SObjectType(name))
      )
  ),
  'String getRelationshipName()': of((field) => field.reference?.relationshipName ?? null),
  'Integer getRelationshipOrder()': of((field) => (field.reference?.masterDetail === true ? 0 : null)),
  'Schema.SObjectField getSObjectField()': of((_, token) => token),
  'Schema.SObjectType getSObjectType()': of((_, { object }) => new SObjectType(object.name)),
  'Boolean isAccessible()': of((_, token) => readable(token)),
  'Boolean isCreateable()': of((field, token) => field.createable && editable(token)),
  'Boolean isUpdateable()': of((field, token) => field.updateable && editable(token)),
  'Boolean isPermissionable()': of((field) => field.createable && field.nillable),
  'Boolean isAutoNumber()': of((field) => field.autoNumber !== undefined),
  'Boolean isCalculated()': of((field) => field.formula !== undefined),
  'Boolean isCascadeDelete()': of((field) => field.reference?.onDelete === 'Cascade'),
  'Boolean isRestrictedDelete()': of((field) => field.reference?.onDelete === 'Restrict'),
  'Boolean isCaseSensitive()': of((field) => field.caseSensitive),
  'Boolean isCustom()': of((field) => field.custom),
  'Boolean isDefaultedOnCreate()': of((field) => field.defaultedOnCreate),
  'Boolean isExternalID()': of((field) => field.externalId),
  'Boolean isFilterable()': of((field) => field.filterable),
  'Boolean isGroupable()': of((field) => field.groupable),
  'Boolean isSortable()': of((field) => field.sortable),
  'Boolean isAggregatable()': of((field) => field.aggregatable),
  'Boolean isHtmlFormatted()': of((field) => field.richText === true),
  'Boolean isIdLookup()': of((field) => field.type === 'id' || field.externalId || field.nameField === true),
  'Boolean isNameField()': of((field) => field.nameField === true),
  'Boolean isNamePointing()': of((field) => field.reference?.polymorphic === true),
  'Boolean isNillable()': of((field) => field.nillable),
  'Boolean isRestrictedPicklist()': of((field) => field.picklist?.restricted === true),
  'Boolean isUnique()': of((field) => field.unique),
  'Boolean isEncrypted()': of((field) => field.type === 'encryptedstring'),
  'Boolean isDependentPicklist()': of(() => false),
  'Schema.SObjectField getController()': of(() => null)
});

const picklistEntry = apexClass('Schema.PicklistEntry', {
  'String getValue()': (self: Described<PicklistValue>) => self.of.value,
  'String getLabel()': (self: Described<PicklistValue>) => self.of.label,
  'Boolean isActive()': (self: Described<PicklistValue>) => self.of.active,
  'Boolean isDefaultValue()': (self: Described<PicklistValue>) => self.of.default
});

const childRelationship = apexClass('Schema.ChildRelationship', {
  'Schema.SObjectType getChildSObject()': (self: Described<ChildRelationship>) => new SObjectType(self.of.childObject),
  'Schema.SObjectField getField()': (self: Described<ChildRelationship>) => {
    const object = apex().object(self.of.childObject);
    return new SObjectField(object.name, fieldOf(object, self.of.field).name);
  },
  'String getRelationshipName()': (self: Described<ChildRelationship>) => self.of.relationshipName ?? null,
  'Boolean isCascadeDelete()': (self: Described<ChildRelationship>) => self.of.cascadeDelete,
  'Boolean isRestrictedDelete()': (self: Described<ChildRelationship>) => self.of.restrictedDelete
});

const recordTypeInfo = apexClass('Schema.RecordTypeInfo', {
  'String getName()': (self: Described<ObjectRecordType>) => self.of.label,
  'String getDeveloperName()': (self: Described<ObjectRecordType>) => self.of.developerName,
  'Id getRecordTypeId()': (self: Described<ObjectRecordType>) => recordTypeId(self.of),
  'Boolean isActive()': (self: Described<ObjectRecordType>) => self.of.active,
  'Boolean isAvailable()': (self: Described<ObjectRecordType>) => self.of.active,
  'Boolean isMaster()': (self: Described<ObjectRecordType>) => self.of.developerName === 'Master',
  'Boolean isDefaultRecordTypeMapping()': (self: Described<ObjectRecordType>) => {
    const object = apex().object(self.of.object);
    return self.of.developerName === (object.recordTypes[0]?.developerName ?? 'Master');
  }
});

const schemaType = apexClass('Schema', {
  'static Map<String,Schema.SObjectType> getGlobalDescribe()': () =>
    nameMap(
      'Schema.SObjectType',
      apex()
        .org.schema.objects()
        .map(({ name }) => [name.toLowerCase(), new SObjectType(name)])
    ),
  'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> names)': (names: ApexList) =>
    describeAll(names),
  'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> names, Object options)': (names: ApexList) =>
    describeAll(names)
});

function describeAll(names: ApexList): ApexList {
  const described = names.items.map((name) => {
    const object = apex().org.schema.object(String(name));
    if (object !== undefined) return describeObject(object);
    throw new InvalidParameterValueException(
      `Invalid sobject provided. The Schema.describeSObject() method does not support the ${String(name)} sobject type.`
    );
  });
  return new ApexList('Schema.DescribeSObjectResult', described);
}

function displayType(field: FieldDef): string {
  if (field.type === 'int') return 'INTEGER';
  return field.type.toUpperCase();
}

function soapType(field: FieldDef): string {
  const byApex: Readonly<Record<string, string>> = { Id: 'ID', Decimal: 'DOUBLE', Blob: 'BASE64BINARY' };
  const type = apexTypeOfField(field);
  return byApex[type] ?? type.toUpperCase();
}

export const schemaTypes = [
  schemaType,
  objectToken,
  objectResult,
  typeFields,
  fieldToken,
  fieldResult,
  picklistEntry,
  childRelationship,
  recordTypeInfo,
  apexEnum('Schema.DisplayType', [
    'ADDRESS',
    'ANYTYPE',
    'BASE64',
    'BOOLEAN',
    'COMBOBOX',
    'COMPLEXVALUE',
    'CURRENCY',
    'DATACATEGORYGROUPREFERENCE',
    'DATE',
    'DATETIME',
    'DOUBLE',
    'EMAIL',
    'ENCRYPTEDSTRING',
    'ID',
    'INTEGER',
    'JSON',
    'LOCATION',
    'LONG',
    'MULTIPICKLIST',
    'PERCENT',
    'PHONE',
    'PICKLIST',
    'REFERENCE',
    'SOBJECT',
    'STRING',
    'TEXTAREA',
    'TIME',
    'URL'
  ]),
  apexEnum('Schema.SoapType', [
    'ADDRESS',
    'ANYTYPE',
    'BASE64BINARY',
    'BOOLEAN',
    'DATE',
    'DATETIME',
    'DOUBLE',
    'ID',
    'INTEGER',
    'LOCATION',
    'LONG',
    'STRING',
    'TIME'
  ]),
  apexEnum('SObjectDescribeOptions', ['DEFAULT', 'DEFERRED', 'FULL'])
];
