import { isPermissionable } from './permissionable.ts';
import { fieldHelp, fieldLabel, objectLabel, pluralLabel, recordTypeLabel, valueLabel } from './translate.ts';
import type { FieldDef, FieldType, ObjectDef, Schema } from './types.ts';

/** The part of a user's access that a describe depends on; `'system'` sees everything. */
export interface DescribeAccess {
  object(name: string): {
    readonly read: boolean;
    readonly create: boolean;
    readonly edit: boolean;
    readonly delete: boolean;
  };
  fieldReadable(object: string, field: string): boolean;
  fieldEditable(object: string, field: string): boolean;
}

export interface DescribeOptions {
  readonly access: DescribeAccess | 'system';
  readonly language: string;
  /** Where the links of the answer begin: `/services/data/v65.0`. */
  readonly base: string;
  /** The ids of the object's record types by developer name; they rest in the data. */
  readonly recordTypeIds?: ReadonlyMap<string, string>;
}

const everything = { read: true, create: true, edit: true, delete: true };

/** What may be done with an object by these rights. */
export function objectRights(access: DescribeAccess | 'system', object: ObjectDef): typeof everything {
  return access === 'system' ? everything : access.object(object.name);
}

/** The fields these rights show, in order. */
export function visibleFields(access: DescribeAccess | 'system', object: ObjectDef): FieldDef[] {
  const fields = [...object.fields.values()];
  return access === 'system' ? fields : fields.filter((field) => access.fieldReadable(object.name, field.name));
}

/** Whether a field can be set on creation, or changed afterwards, by these rights. */
export function fieldRights(
  access: DescribeAccess | 'system',
  object: ObjectDef,
  field: FieldDef
): { readonly create: boolean; readonly edit: boolean } {
  const rights = objectRights(access, object);
  const editable = access === 'system' || access.fieldEditable(object.name, field.name);
  return {
    create: field.createable && object.createable && rights.create && editable,
    edit: field.updateable && object.updateable && rights.edit && editable
  };
}

const soapTypes: Readonly<Record<FieldType, string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  long: 'xsd:long',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
  time: 'xsd:time',
  base64: 'xsd:base64Binary',
  address: 'urn:address',
  string: 'xsd:string',
  textarea: 'xsd:string',
  picklist: 'xsd:string',
  multipicklist: 'xsd:string',
  combobox: 'xsd:string',
  email: 'xsd:string',
  phone: 'xsd:string',
  url: 'xsd:string',
  encryptedstring: 'xsd:string'
};

function describeField(schema: Schema, object: ObjectDef, field: FieldDef, options: DescribeOptions): object {
  const { access, language } = options;
  const { reference, picklist } = field;
  const rights = fieldRights(access, object, field);
  const calculated = field.formula !== undefined && field.custom;
  const isReference = field.type === 'reference';
  return {
    aggregatable: field.aggregatable,
    aiPredictionField: false,
    autoNumber: field.autoNumber !== undefined,
    byteLength: field.length * (isReference || field.type === 'id' ? 1 : 3),
    calculated,
    calculatedFormula: calculated ? (field.formula?.text ?? null) : null,
    cascadeDelete: reference?.onDelete === 'Cascade',
    caseSensitive: field.caseSensitive,
    compoundFieldName: field.compound ?? null,
    controllerName: null,
    createable: rights.create,
    custom: field.custom,
    defaultValue: field.type === 'boolean' ? field.defaultFormula === 'true' : null,
    defaultValueFormula: field.type === 'boolean' ? null : (field.defaultFormula ?? null),
    defaultedOnCreate: field.defaultedOnCreate,
    dependentPicklist: false,
    deprecatedAndHidden: false,
    digits: field.type === 'int' ? field.precision : 0,
    displayLocationInDecimal: false,
    encrypted: field.type === 'encryptedstring',
    externalId: field.externalId,
    extraTypeInfo: field.richText
      ? 'richtextarea'
      : field.longText || field.type === 'textarea'
        ? 'plaintextarea'
        : null,
    filterable: field.filterable,
    filteredLookupInfo: null,
    formulaTreatNullNumberAsZero: calculated && (field.formula?.blankAsZero ?? false),
    groupable: field.groupable,
    highScaleNumber: false,
    htmlFormatted: field.richText ?? false,
    idLookup: field.type === 'id' || field.externalId || (field.nameField === true && field.createable),
    inlineHelpText: fieldHelp(schema, object.name, field, language) ?? null,
    label: fieldLabel(schema, object.name, field, language),
    length: field.length,
    mask: null,
    maskType: null,
    name: field.name,
    nameField: field.nameField ?? false,
    namePointing: reference?.polymorphic ?? false,
    nillable: field.nillable,
    permissionable: isPermissionable(field),
    picklistValues: (picklist?.values ?? []).map((value) => ({
      active: value.active,
      defaultValue: value.default,
      label: valueLabel(schema, object.name, field, value, language),
      validFor: null,
      value: value.value
    })),
    polymorphicForeignKey: reference?.polymorphic ?? false,
    precision: field.type === 'int' ? 0 : field.precision,
    queryByDistance: false,
    referenceTargetField: null,
    referenceTo: reference?.to ?? [],
    relationshipName: reference?.relationshipName ?? null,
    relationshipOrder: reference?.masterDetail ? 0 : null,
    restrictedDelete: field.custom && reference?.onDelete === 'Restrict',
    restrictedPicklist: picklist?.restricted ?? false,
    scale: field.scale,
    searchPrefilterable: isReference && !reference?.polymorphic,
    soapType: soapTypes[field.type],
    sortable: field.sortable,
    type: field.type,
    unique: field.unique,
    updateable: rights.edit,
    writeRequiresMasterRead: false
  };
}

function urls(object: ObjectDef, base: string): Record<string, string> {
  const own = `${base}/sobjects/${object.name}`;
  return {
    compactLayouts: `${own}/describe/compactLayouts`,
    rowTemplate: `${own}/{ID}`,
    describe: `${own}/describe`,
    layouts: `${own}/describe/layouts`,
    sobject: own
  };
}

const isEvent = (object: ObjectDef): boolean => object.kind === 'platformEvent';

function summary(schema: Schema, object: ObjectDef, options: DescribeOptions): Record<string, unknown> {
  const { access, language, base } = options;
  const rights = objectRights(access, object);
  const holdsData = !object.setup && (object.kind === 'standard' || object.kind === 'custom');
  return {
    activateable: false,
    associateEntityType: null,
    associateParentEntity: null,
    createable: object.createable && rights.create,
    custom: object.custom,
    customSetting: object.kind === 'customSetting',
    deepCloneable: false,
    deletable: object.deletable && rights.delete,
    deprecatedAndHidden: false,
    feedEnabled: false,
    hasSubtypes: false,
    isInterface: false,
    isSubtype: false,
    keyPrefix: object.keyPrefix === '' ? null : object.keyPrefix,
    label: objectLabel(schema, object, language),
    labelPlural: pluralLabel(schema, object, language),
    layoutable: !isEvent(object) && !object.setup,
    mergeable: false,
    mruEnabled: object.fields.has('lastvieweddate'),
    name: object.name,
    queryable: object.queryable,
    replicateable: holdsData,
    retrieveable: object.queryable,
    searchable: false,
    triggerable: holdsData || isEvent(object),
    undeletable: object.undeletable,
    updateable: object.updateable && rights.edit,
    urls: urls(object, base)
  };
}

/** All objects the user may read, as `GET sobjects` answers. */
export function describeGlobal(schema: Schema, options: DescribeOptions): object {
  const shown = schema.objects().filter((object) => objectRights(options.access, object).read);
  return {
    encoding: 'UTF-8',
    maxBatchSize: 200,
    sobjects: shown.map((object) => summary(schema, object, options))
  };
}

/** The id the platform gives the record type of objects without any. */
export const masterRecordTypeId = '012000000000000AAA';

function recordTypeInfos(schema: Schema, object: ObjectDef, options: DescribeOptions): object[] {
  const own = object.recordTypes.flatMap((type) => {
    const recordTypeId = options.recordTypeIds?.get(type.developerName);
    if (recordTypeId === undefined) return [];
    return {
      active: type.active,
      available: type.active,
      defaultRecordTypeMapping: false,
      developerName: type.developerName,
      master: false,
      name: recordTypeLabel(schema, object.name, type, options.language),
      recordTypeId
    };
  });
  const master = {
    active: true,
    available: true,
    defaultRecordTypeMapping: true,
    developerName: 'Master',
    master: true,
    name: 'Master',
    recordTypeId: masterRecordTypeId
  };
  const describeUrl = `${options.base}/sobjects/${object.name}/describe/layouts`;
  return [...own, master].map((type) => ({ ...type, urls: { layout: `${describeUrl}/${type.recordTypeId}` } }));
}

/** One object as `GET sobjects/:object/describe` answers. */
export function describeSObject(schema: Schema, object: ObjectDef, options: DescribeOptions): object {
  const { access } = options;
  return {
    ...summary(schema, object, options),
    actionOverrides: [],
    childRelationships: object.childRelationships
      .filter(({ childObject }) => {
        const child = schema.object(childObject);
        return child !== undefined && objectRights(access, child).read;
      })
      .map((child) => ({
        cascadeDelete: child.cascadeDelete,
        childSObject: child.childObject,
        deprecatedAndHidden: false,
        field: child.field,
        junctionIdListNames: [],
        junctionReferenceTo: [],
        relationshipName: child.relationshipName ?? null,
        restrictedDelete: child.restrictedDelete
      })),
    compactLayoutable: !object.setup && !isEvent(object),
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: visibleFields(access, object).map((field) => describeField(schema, object, field, options)),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: recordTypeInfos(schema, object, options),
    searchLayoutable: false,
    sobjectDescribeOption: 'FULL',
    supportedScopes: [
      { label: `All ${pluralLabel(schema, object, options.language).toLowerCase()}`, name: 'everything' },
      ...(object.fields.has('ownerid')
        ? [{ label: `My ${pluralLabel(schema, object, options.language).toLowerCase()}`, name: 'mine' }]
        : [])
    ]
  };
}
