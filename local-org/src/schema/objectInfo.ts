import { fieldRights, masterRecordTypeId, objectRights, visibleFields, type DescribeOptions } from './describe.ts';
import { fieldHelp, fieldLabel, objectLabel, pluralLabel, recordTypeLabel } from './translate.ts';
import type { FieldDef, FieldType, ObjectDef, Schema } from './types.ts';

/** Field types as the UI API names them. */
const dataTypes: Readonly<Record<FieldType, string>> = {
  id: 'Reference',
  reference: 'Reference',
  boolean: 'Boolean',
  int: 'Int',
  long: 'Long',
  double: 'Double',
  currency: 'Currency',
  percent: 'Percent',
  date: 'Date',
  datetime: 'DateTime',
  time: 'Time',
  base64: 'Base64',
  address: 'Address',
  string: 'String',
  textarea: 'TextArea',
  picklist: 'Picklist',
  multipicklist: 'MultiPicklist',
  combobox: 'ComboBox',
  email: 'Email',
  phone: 'Phone',
  url: 'Url',
  encryptedstring: 'EncryptedString'
};

/** The fields that make up an object's name: FirstName and LastName for a person, else its name field. */
export function nameFields(object: ObjectDef): readonly string[] {
  if (object.nameField === undefined) return [];
  const isPerson = object.fields.get('lastname')?.compound === 'Name';
  return isPerson ? ['FirstName', 'LastName', object.nameField] : [object.nameField];
}

function fieldInfo(schema: Schema, object: ObjectDef, field: FieldDef, options: DescribeOptions): object {
  const { access, language } = options;
  const { reference } = field;
  const rights = fieldRights(access, object, field);
  return {
    apiName: field.name,
    calculated: field.formula !== undefined && field.custom,
    compound: field.nameField === true && nameFields(object).length > 1,
    compoundComponentName: null,
    compoundFieldName: field.compound ?? null,
    controllerName: null,
    controllingFields: [],
    createable: rights.create,
    custom: field.custom,
    dataType: dataTypes[field.type],
    extraTypeInfo: field.richText ? 'RichTextArea' : field.type === 'textarea' ? 'PlainTextArea' : null,
    filterable: field.filterable,
    filteredLookupInfo: null,
    highScaleNumber: false,
    htmlFormatted: field.richText ?? false,
    inlineHelpText: fieldHelp(schema, object.name, field, language) ?? null,
    label: fieldLabel(schema, object.name, field, language),
    length: field.length,
    maskType: null,
    nameField: field.nameField ?? false,
    polymorphicForeignKey: reference?.polymorphic ?? false,
    precision: field.precision,
    reference: field.type === 'reference',
    referenceTargetField: null,
    referenceToInfos: (reference?.to ?? []).flatMap((name) => {
      const target = schema.object(name);
      return target ? [{ apiName: target.name, nameFields: nameFields(target) }] : [];
    }),
    relationshipName: reference?.relationshipName ?? null,
    required: !field.nillable && !field.defaultedOnCreate && field.createable,
    scale: field.scale,
    searchPrefilterable: reference !== undefined && !reference.polymorphic,
    sortable: field.sortable,
    unique: field.unique,
    updateable: rights.edit
  };
}

/** One object as `GET ui-api/object-info/:object` answers. */
export function objectInfo(schema: Schema, object: ObjectDef, options: DescribeOptions): object {
  const { access, language } = options;
  const rights = objectRights(access, object);
  const types = object.recordTypes.flatMap((type) => {
    const id = options.recordTypeIds?.get(type.developerName);
    return id === undefined
      ? []
      : [{ id, name: recordTypeLabel(schema, object.name, type, language), active: type.active }];
  });
  const recordTypes = [
    ...types.map(({ id, name, active }) => ({ id, name, master: false, available: active })),
    { id: masterRecordTypeId, name: 'Master', master: true, available: true }
  ];
  return {
    apiName: object.name,
    associateEntityType: null,
    associateParentEntity: null,
    childRelationships: object.childRelationships.flatMap((child) => {
      const below = schema.object(child.childObject);
      if (!below || child.relationshipName === undefined || !objectRights(access, below).read) return [];
      return [
        {
          childObjectApiName: child.childObject,
          fieldName: child.field,
          junctionIdListNames: [],
          junctionReferenceTo: [],
          relationshipName: child.relationshipName
        }
      ];
    }),
    compactLayoutable: !object.setup,
    createable: object.createable && rights.create,
    custom: object.custom,
    defaultRecordTypeId: masterRecordTypeId,
    deletable: object.deletable && rights.delete,
    dependentFields: {},
    feedEnabled: false,
    fields: Object.fromEntries(
      visibleFields(access, object).map((field) => [field.name, fieldInfo(schema, object, field, options)])
    ),
    keyPrefix: object.keyPrefix,
    label: objectLabel(schema, object, language),
    labelPlural: pluralLabel(schema, object, language),
    layoutable: !object.setup,
    mruEnabled: object.fields.has('lastvieweddate'),
    nameFields: nameFields(object),
    queryable: object.queryable,
    recordTypeInfos: Object.fromEntries(
      recordTypes.map(({ id, name, master, available }) => [
        id,
        { available, defaultRecordTypeMapping: master, master, name, recordTypeId: id }
      ])
    ),
    searchable: false,
    searchLayoutable: false,
    updateable: object.updateable && rights.edit
  };
}
