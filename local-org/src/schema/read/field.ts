import { makeField, type Trait } from '../field.ts';
import type { ObjectDraft, Source } from '../draft.ts';
import type { Mark, Read } from '../shape.ts';
import type { FieldDef, PicklistValue } from '../types.ts';
import { always, fieldKinds, unsupportedKinds, type FieldKind } from './fieldKinds.ts';
import { fieldSlots, startingNumberRefused, type CustomField, type valueSet } from './fieldShape.ts';

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
  if ((field.startingNumber ?? 1) > 1) {
    source.report(field, startingNumberRefused);
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
  const kind = Object.hasOwn(fieldKinds, kindName) ? fieldKinds[kindName] : undefined;
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
