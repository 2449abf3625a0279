import { makeField, type Trait } from '../field.ts';
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
  whole,
  withDefault,
  word,
  type Mark,
  type Read,
  type RecordOf,
  type Slot
} from '../shape.ts';
import type { FieldDef, FieldType, PicklistValue } from '../types.ts';

/** A value of a picklist or of a global value set. */
export const picklistValue = record({
  fullName: required(mark),
  default: required(flag),
  label: optional(word),
  isActive: withDefault(flag, true),
  color: ignored,
  description: ignored
});

const valueSet = record({
  restricted: withDefault(flag, false),
  valueSetName: optional(mark),
  valueSetDefinition: optional(record({ sorted: required(flag), value: many(picklistValue) })),
  controllingField: unsupported,
  valueSettings: unsupported
});

const fieldSlots = {
  label: optional(word),
  type: optional(mark),
  description: optional(text),
  inlineHelpText: optional(text),
  length: optional(whole(1, 131072)),
  precision: optional(whole(1, 18)),
  scale: optional(whole(0, 17)),
  visibleLines: optional(whole(2, 50)),
  required: withDefault(flag, false),
  unique: withDefault(flag, false),
  externalId: withDefault(flag, false),
  caseSensitive: withDefault(flag, false),
  defaultValue: optional(text),
  formula: optional(text),
  formulaTreatBlanksAs: optional(oneOf('BlankAsZero', 'BlankAsBlank')),
  displayFormat: optional(word),
  startingNumber: optional(whole(0, 999_999_999)),
  referenceTo: optional(mark),
  relationshipName: optional(mark),
  relationshipLabel: optional(text),
  relationshipOrder: optional(whole(0, 1)),
  deleteConstraint: optional(oneOf('SetNull', 'Cascade', 'Restrict')),
  reparentableMasterDetail: withDefault(flag, false),
  writeRequiresMasterRead: withDefault(flag, false),
  valueSet: optional(valueSet),
  maskChar: optional(word),
  maskType: optional(word),
  trackHistory: withDefault(flag, false),
  trackFeedHistory: ignored,
  trackTrending: ignored,
  fieldManageability: ignored,
  securityClassification: ignored,
  complianceGroup: ignored,
  businessOwnerGroup: ignored,
  businessOwnerUser: ignored,
  businessStatus: ignored,
  deprecated: ignored,
  isConvertLeadDisabled: ignored,
  isAIPredictionField: ignored,
  populateExistingRows: ignored,
  encryptionScheme: unsupported,
  lookupFilter: unsupported,
  summarizedField: unsupported,
  summaryFilterItems: unsupported,
  summaryForeignKey: unsupported,
  summaryOperation: unsupported,
  stripMarkup: unsupported,
  metadataRelationshipControllingField: unsupported,
  externalDeveloperName: unsupported,
  referenceTargetField: unsupported,
  isFilteringDisabled: unsupported,
  isSortingDisabled: unsupported,
  isNameField: unsupported,
  customDataType: unsupported,
  escapeMarkup: unsupported,
  restrictedAdminField: unsupported,
  translateData: unsupported
} satisfies Record<string, Slot<unknown>>;

export const customField = record({ fullName: required(mark), ...fieldSlots });
/** The name field of an object stands without a name of its own. */
export const nameFieldShape = record({ fullName: optional(mark), ...fieldSlots });

type CustomField = RecordOf<typeof fieldSlots> & { readonly fullName: Mark };
type Element = keyof typeof fieldSlots;

/** What a metadata field type is on the platform, which elements it needs and which it takes besides. */
interface FieldKind {
  readonly type: FieldType;
  readonly needs: readonly Element[];
  readonly takes: readonly Element[];
  /** May hold a formula instead of values. */
  readonly formula?: true;
  readonly bounds?: { readonly length?: readonly [number, number]; readonly visibleLines?: readonly [number, number] };
  readonly trait?: Trait;
}

const unbound: readonly Element[] = ['defaultValue', 'required'];
const key: readonly Element[] = ['unique', 'externalId'];

const kinds: Readonly<Record<string, FieldKind>> = {
  AutoNumber: {
    type: 'string',
    needs: ['displayFormat'],
    takes: ['startingNumber', 'externalId'],
    trait: { length: 30, createable: false, updateable: false, nillable: false, defaultedOnCreate: true }
  },
  Checkbox: { type: 'boolean', needs: ['defaultValue'], takes: [], formula: true, trait: { nillable: false } },
  Currency: { type: 'currency', needs: ['precision', 'scale'], takes: unbound, formula: true },
  Date: { type: 'date', needs: [], takes: unbound, formula: true },
  DateTime: { type: 'datetime', needs: [], takes: unbound, formula: true },
  Email: { type: 'email', needs: [], takes: [...unbound, ...key, 'caseSensitive'] },
  EncryptedText: {
    type: 'encryptedstring',
    needs: ['length', 'maskChar', 'maskType'],
    takes: ['required'],
    bounds: { length: [1, 175] }
  },
  Html: {
    type: 'textarea',
    needs: ['length', 'visibleLines'],
    takes: [],
    bounds: { length: [256, 131072], visibleLines: [10, 50] },
    trait: { longText: true, richText: true }
  },
  LongTextArea: {
    type: 'textarea',
    needs: ['length', 'visibleLines'],
    takes: ['defaultValue'],
    bounds: { length: [256, 131072], visibleLines: [2, 50] },
    trait: { longText: true }
  },
  Lookup: {
    type: 'reference',
    needs: ['referenceTo'],
    takes: ['required', 'relationshipName', 'relationshipLabel', 'deleteConstraint', 'externalId']
  },
  MasterDetail: {
    type: 'reference',
    needs: ['referenceTo', 'relationshipName'],
    takes: [
      'relationshipLabel',
      'relationshipOrder',
      'reparentableMasterDetail',
      'writeRequiresMasterRead',
      'externalId'
    ],
    trait: { nillable: false }
  },
  MetadataRelationship: {
    type: 'reference',
    needs: ['referenceTo'],
    takes: ['required', 'relationshipName', 'relationshipLabel', 'unique']
  },
  MultiselectPicklist: {
    type: 'multipicklist',
    needs: ['valueSet', 'visibleLines'],
    takes: ['required', 'defaultValue'],
    bounds: { visibleLines: [3, 10] }
  },
  Number: { type: 'double', needs: ['precision', 'scale'], takes: [...unbound, ...key], formula: true },
  Percent: { type: 'percent', needs: ['precision', 'scale'], takes: unbound, formula: true },
  Phone: { type: 'phone', needs: [], takes: unbound },
  Picklist: { type: 'picklist', needs: ['valueSet'], takes: ['required', 'defaultValue', 'externalId'] },
  Text: {
    type: 'string',
    needs: ['length'],
    takes: [...unbound, ...key, 'caseSensitive'],
    formula: true,
    bounds: { length: [1, 255] }
  },
  TextArea: { type: 'textarea', needs: [], takes: unbound },
  Time: { type: 'time', needs: [], takes: unbound, formula: true },
  Url: { type: 'url', needs: [], takes: unbound }
};

const unsupportedKinds = new Set([
  'Summary',
  'Location',
  'Hierarchy',
  'ExternalLookup',
  'IndirectLookup',
  'File',
  'Array'
]);
const always = new Set<Element>(['label', 'type', 'description', 'inlineHelpText', 'trackHistory']);

function checkElements(field: CustomField, kind: FieldKind, kindName: string, source: Source): boolean {
  const isFormula = field.formula !== undefined;
  if (isFormula && !kind.formula) {
    source.report(field, `A field of type ${kindName} cannot have a formula`);
    return false;
  }
  const numeric = kind.needs.filter((element) => element === 'precision' || element === 'scale');
  const needs = isFormula ? numeric.filter((element) => element === 'scale') : kind.needs;
  const takes = isFormula ? ['formula', 'formulaTreatBlanksAs', ...numeric] : kind.takes;
  let complete = true;
  for (const element of needs) {
    if (field[element] !== undefined) continue;
    source.report(field, `${element} is required for a field of type ${kindName}`);
    complete = false;
  }
  for (const [element, value] of Object.entries(field)) {
    if (!(element in fieldSlots) || value === undefined || value === false) continue;
    const known = [...always, ...needs, ...takes].some((each) => each === element);
    if (known) continue;
    source.report(
      field,
      `${element} is not allowed for a field of type ${kindName}${isFormula ? ' with a formula' : ''}`
    );
    complete = false;
  }
  for (const element of ['length', 'visibleLines'] as const) {
    const value = field[element];
    const bounds = kind.bounds?.[element];
    if (value === undefined || bounds === undefined || (value >= bounds[0] && value <= bounds[1])) continue;
    source.report(
      field,
      `${element} must be from ${bounds[0]} to ${bounds[1]} for a field of type ${kindName}, not ${value}`
    );
    complete = false;
  }
  if (field.precision !== undefined && field.scale !== undefined && field.scale > field.precision) {
    source.report(field, `scale ${field.scale} is greater than precision ${field.precision}`);
    complete = false;
  }
  return complete;
}

/** The values of a picklist as written in a field or a global value set. */
export function picklistValues(
  values: readonly {
    readonly fullName: Mark;
    readonly label: string | undefined;
    readonly isActive: boolean;
    readonly default: boolean;
  }[],
  source: Source
): PicklistValue[] {
  const seen = new Set<string>();
  let defaults = 0;
  return values.map((value) => {
    if (seen.has(value.fullName.text)) source.report(value.fullName, `Value "${value.fullName.text}" stands twice`);
    seen.add(value.fullName.text);
    if (value.default && ++defaults > 1) source.report(value.fullName, 'Only one value can be the default');
    return {
      value: value.fullName.text,
      label: value.label ?? value.fullName.text,
      active: value.isActive,
      default: value.default
    };
  });
}

/** The values a field offers: its own, or those of a global value set. */
function offeredValues(set: Read<typeof valueSet>, source: Source): readonly PicklistValue[] {
  const { valueSetName: shared, valueSetDefinition: own } = set;
  if (own) {
    if (shared) source.report(set, 'valueSet has both valueSetName and valueSetDefinition');
    const values = picklistValues(own.value, source);
    return own.sorted ? values.sort((a, b) => a.label.localeCompare(b.label)) : values;
  }
  if (!shared) {
    source.report(set, 'valueSet needs valueSetName or valueSetDefinition');
    return [];
  }
  // Global value sets are read before objects.
  const values = source.draft.globalValueSets.get(shared.text);
  if (!values) source.report(shared, `Global value set ${shared.text} does not exist`);
  return values ?? [];
}

function picklistTrait(field: CustomField, source: Source): Trait {
  const set = field.valueSet;
  if (!set) return {};
  const values = offeredValues(set, source);
  return {
    picklist: {
      values,
      restricted: set.restricted || set.valueSetName !== undefined,
      ...(set.valueSetName ? { globalValueSet: set.valueSetName.text } : {})
    },
    defaultedOnCreate: field.defaultValue !== undefined || values.some((value) => value.default)
  };
}

function referenceTrait(field: CustomField, object: ObjectDraft, kindName: string, source: Source): Trait {
  const target = field.referenceTo;
  if (!target) return {};
  const masterDetail = kindName === 'MasterDetail';
  source.expect(
    target,
    () => source.draft.objects.has(target.text),
    `Field ${object.name}.${field.fullName.text} refers to object ${target.text}, which does not exist`
  );
  if (kindName === 'Lookup' && field.required && (field.deleteConstraint ?? 'SetNull') === 'SetNull') {
    source.report(field, 'A required lookup needs deleteConstraint Restrict or Cascade');
  }
  if (kindName === 'MetadataRelationship' && !target.text.endsWith('__mdt')) {
    source.report(target, `The local org does not support a metadata relationship to ${target.text}`);
  }
  if (masterDetail && object.sharingModel !== 'ControlledByParent') {
    source.report(field, `${object.name} has a master-detail field: its sharingModel must be ControlledByParent`);
  }
  const children = field.relationshipName;
  if (children && !/^[A-Za-z](?:_?[A-Za-z0-9])*$/.test(children.text)) {
    source.report(children, `relationshipName "${children.text}" must be letters, digits and single underscores`);
  }
  return {
    reference: {
      to: [target.text],
      relationshipName: field.fullName.text.replace(/__c$/, '__r'),
      ...(children ? { childRelationshipName: `${children.text}__r` } : {}),
      masterDetail,
      onDelete: masterDetail ? 'Cascade' : (field.deleteConstraint ?? (field.required ? 'Restrict' : 'SetNull')),
      polymorphic: false
    },
    ...(masterDetail ? { updateable: field.reparentableMasterDetail } : {})
  };
}

function numberTrait(field: CustomField): Trait {
  if (field.scale === undefined) return {};
  return { precision: field.precision ?? 18, scale: field.scale };
}

function formulaTrait(field: CustomField, kind: FieldKind): Trait {
  if (field.formula === undefined) return {};
  return {
    formula: { text: field.formula, blankAsZero: (field.formulaTreatBlanksAs ?? 'BlankAsZero') === 'BlankAsZero' },
    createable: false,
    updateable: false,
    nillable: kind.type !== 'boolean',
    groupable: false,
    defaultedOnCreate: false,
    ...(kind.type === 'string' ? { length: 1300 } : {})
  };
}

function describe(field: CustomField, kind: FieldKind): Trait {
  const blankDefault = field.defaultValue === undefined || field.defaultValue.trim() === '';
  return {
    custom: true,
    nillable: !field.required && kind.trait?.nillable !== false,
    unique: field.unique,
    externalId: field.externalId,
    caseSensitive: field.caseSensitive,
    indexed: kind.type === 'reference' || field.unique || field.externalId,
    ...(field.length === undefined ? {} : { length: field.length }),
    ...(field.inlineHelpText === undefined ? {} : { helpText: field.inlineHelpText }),
    ...(field.description === undefined ? {} : { description: field.description }),
    ...(blankDefault ? {} : { defaultFormula: field.defaultValue, defaultedOnCreate: true }),
    ...(field.displayFormat === undefined ? {} : { autoNumber: { format: field.displayFormat } })
  };
}

/** Builds a custom field as read; what is wrong with it is reported. */
export function buildField(field: CustomField, object: ObjectDraft, source: Source): FieldDef | undefined {
  const name = field.fullName.text;
  const kindName = field.type?.text;
  if (kindName === undefined) {
    source.report(field, `Required element type is missing in field ${name}`);
    return undefined;
  }
  const kind = Object.hasOwn(kinds, kindName) ? kinds[kindName] : undefined;
  if (!kind) {
    const known = unsupportedKinds.has(kindName);
    source.report(
      field.type ?? field,
      known ? `The local org does not support fields of type ${kindName}` : `Unknown field type ${kindName}`
    );
    return undefined;
  }
  if (!checkElements(field, kind, kindName, source)) return undefined;
  return makeField(
    name,
    field.label ?? name.replace(/__c$/, ''),
    kind.type,
    kind.trait ?? {},
    describe(field, kind),
    numberTrait(field),
    picklistTrait(field, source),
    referenceTrait(field, object, kindName, source),
    formulaTrait(field, kind)
  );
}
