import { makeField, systemFields, type SystemFieldName, type Trait } from '../field.ts';
import type {
  DeleteConstraint,
  FieldDef,
  FieldType,
  ListViewDef,
  ObjectDef,
  PicklistValue,
  RecordTypeDef
} from '../types.ts';

/** The compact notation in which the standard objects are written down. */

/** A field still without its name: the key it stands under. */
export type FieldSpec = (name: string) => FieldDef;

export interface ObjectSpec {
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly prefix: string;
  /** System fields it has, in order. */
  readonly system: readonly SystemFieldName[];
  readonly fields: Readonly<Record<string, FieldSpec>>;
  readonly setup?: boolean;
  readonly createable?: boolean;
  readonly updateable?: boolean;
  readonly deletable?: boolean;
  readonly undeletable?: boolean;
  readonly queryable?: boolean;
  readonly sharingModel?: string;
  readonly compactLayout?: readonly string[];
  readonly listViews?: readonly ListViewDef[];
}

/** `Id` … `SystemModstamp`: what most objects have. */
export const audited: readonly SystemFieldName[] = [
  'Id',
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp'
];
/** As `audited`, for objects without a recycle bin. */
export const auditedSetup = audited.filter((name) => name !== 'IsDeleted');
/** What objects with a tab of their own have besides. */
export const viewed: readonly SystemFieldName[] = ['LastViewedDate', 'LastReferencedDate'];

export const required: Trait = { nillable: false };
export const readOnly: Trait = { createable: false, updateable: false };
export const createOnly: Trait = { updateable: false };
export const updateOnly: Trait = { createable: false };
export const indexed: Trait = { indexed: true };
export const nameField: Trait = { nameField: true, indexed: true };
export const unfilterable: Trait = { filterable: false, sortable: false, groupable: false, aggregatable: false };
/** Required by the platform's describe, but filled when nothing is given. */
export const defaulted: Trait = { nillable: false, defaultedOnCreate: true };
/** A longer text; the platform groups only up to 255 characters. */
export const ungroupable: Trait = { groupable: false };
export const part = (compound: string): Trait => ({ compound });
/** Derived by the platform from other fields; never stored. */
export const derived = (text: string): Trait => ({ ...readOnly, formula: { text, blankAsZero: false } });

const simple =
  (type: FieldType) =>
  (label: string, ...traits: readonly Trait[]): FieldSpec =>
  (name) =>
    makeField(name, label, type, ...traits);

export const date = simple('date');
export const datetime = simple('datetime');
export const time = simple('time');
export const email = simple('email');
export const phone = simple('phone');
export const url = simple('url');
export const base64 = simple('base64');
/** Put together from its parts; never stored. */
export const address = simple('address');
export const checkbox = (label: string, ...traits: readonly Trait[]): FieldSpec =>
  simple('boolean')(label, { nillable: false }, ...traits);

export const text = (label: string, length: number, ...traits: readonly Trait[]): FieldSpec =>
  simple('string')(label, { length, groupable: length <= 255 }, ...traits);
export const textarea = (label: string, length: number, ...traits: readonly Trait[]): FieldSpec =>
  simple('textarea')(label, { length, groupable: length <= 255 }, ...traits);
/** Neither filterable nor sortable on the platform. */
export const longText = (label: string, length: number, ...traits: readonly Trait[]): FieldSpec =>
  simple('textarea')(label, { length, longText: true }, ...traits);
export const int = (label: string, digits: number, ...traits: readonly Trait[]): FieldSpec =>
  simple('int')(label, { precision: digits }, ...traits);
export const double = (label: string, precision: number, scale: number, ...traits: readonly Trait[]): FieldSpec =>
  simple('double')(label, { precision, scale }, ...traits);
export const currency = (label: string, ...traits: readonly Trait[]): FieldSpec =>
  simple('currency')(label, { precision: 18, scale: 2 }, ...traits);
export const percent = (label: string, precision: number, scale: number, ...traits: readonly Trait[]): FieldSpec =>
  simple('percent')(label, { precision, scale }, ...traits);
export const autoNumber = (label: string, format: string, ...traits: readonly Trait[]): FieldSpec =>
  simple('string')(label, { length: 30, autoNumber: { format } }, readOnly, defaulted, ...traits);

/** A value is its own label unless written `Value=Label`; `*` at the end marks the default. */
export function values(...entries: readonly string[]): PicklistValue[] {
  return entries.map((entry) => {
    const [value = '', label] = entry.replace(/\*$/, '').split('=');
    return { value, label: label ?? value, active: true, default: entry.endsWith('*') };
  });
}

const choice =
  (type: FieldType, restricted: boolean) =>
  (label: string, entries: readonly string[], ...traits: readonly Trait[]): FieldSpec =>
    simple(type)(
      label,
      { picklist: { values: values(...entries), restricted } },
      entries.some((entry) => entry.endsWith('*')) ? { defaultedOnCreate: true } : {},
      ...traits
    );

/** Takes other values through the API too, as the platform's open picklists do. */
export const picklist = choice('picklist', false);
/** Refuses other values. */
export const restrictedPicklist = choice('picklist', true);
export const combobox = choice('combobox', false);

interface LookupOptions {
  /** The parent's name in a path; usual: the field's name without `Id`. */
  readonly as?: string;
  /** The rows below in a sub-query. */
  readonly children?: string;
  readonly onDelete?: DeleteConstraint;
  readonly masterDetail?: boolean;
}

function reference(
  to: readonly string[],
  polymorphic: boolean,
  label: string,
  { as, children, onDelete, masterDetail }: LookupOptions,
  traits: readonly Trait[]
): FieldSpec {
  return (name) =>
    makeField(
      name,
      label,
      'reference',
      {
        reference: {
          to,
          relationshipName: as ?? name.replace(/Id$/, ''),
          ...(children === undefined ? {} : { childRelationshipName: children }),
          masterDetail: masterDetail ?? false,
          onDelete: onDelete ?? (masterDetail ? 'Cascade' : 'SetNull'),
          polymorphic
        }
      },
      ...traits
    );
}

export const lookup = (label: string, to: string, options: LookupOptions = {}, ...traits: readonly Trait[]) =>
  reference([to], false, label, options, traits);
/** Several objects may stand here. */
export const polymorphic = (
  label: string,
  to: readonly string[],
  options: LookupOptions = {},
  ...traits: readonly Trait[]
) => reference(to, true, label, options, traits);

/** A list view of the platform. `only` is a filter: a field that has a value. */
export function listView(
  fullName: string,
  label: string,
  columns: readonly string[],
  options: { readonly mine?: boolean; readonly only?: readonly [field: string, value: string] } = {}
): ListViewDef {
  const { mine, only } = options;
  return {
    fullName,
    label,
    columns,
    filterScope: mine ? 'Mine' : 'Everything',
    filters: only ? [{ field: only[0], operation: 'equals', value: only[1] }] : []
  };
}

const noRecordTypes: readonly RecordTypeDef[] = [];

/** Builds an object from its notation. Child relationships are added once all objects are known. */
export function standardObject(spec: ObjectSpec): ObjectDef {
  const fields = new Map<string, FieldDef>();
  const add = (field: FieldDef): void => void fields.set(field.name.toLowerCase(), field);
  // The platform lists Id and IsDeleted first, the audit fields after the object's own.
  const first: readonly SystemFieldName[] = spec.system.filter((name) => name === 'Id' || name === 'IsDeleted');
  for (const name of first) add(systemFields[name]);
  for (const [name, field] of Object.entries(spec.fields)) add(field(name));
  for (const name of spec.system) if (!first.includes(name)) add(systemFields[name]);
  const named = [...fields.values()].find((field) => field.nameField);
  return {
    name: spec.name,
    label: spec.label,
    labelPlural: spec.plural,
    keyPrefix: spec.prefix,
    kind: 'standard',
    custom: false,
    createable: spec.createable ?? true,
    updateable: spec.updateable ?? true,
    deletable: spec.deletable ?? true,
    undeletable: spec.undeletable ?? spec.system.includes('IsDeleted'),
    queryable: spec.queryable ?? true,
    setup: spec.setup ?? false,
    sharingModel: spec.sharingModel ?? 'ReadWrite',
    enableHistory: false,
    fields,
    ...(named ? { nameField: named.name } : {}),
    childRelationships: [],
    validationRules: [],
    recordTypes: noRecordTypes,
    compactLayouts: [],
    listViews: spec.listViews ?? [],
    ...(spec.compactLayout ? { systemCompactLayout: spec.compactLayout } : {})
  };
}
