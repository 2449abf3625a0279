import type { FieldDef, FieldType } from './types.ts';

/** Properties that differ from what a field of its type has by itself. */
export type Trait = Partial<Omit<FieldDef, 'name' | 'label' | 'type'>>;

const unsortable = new Set<FieldType>(['multipicklist', 'base64', 'address', 'encryptedstring']);
const unfilterable = new Set<FieldType>(['base64', 'address', 'encryptedstring']);
const ungroupable = new Set<FieldType>([
  'multipicklist',
  'base64',
  'address',
  'encryptedstring',
  'double',
  'currency',
  'percent',
  'datetime',
  'time',
  'long'
]);
const unaggregatable = new Set<FieldType>(['multipicklist', 'base64', 'address', 'encryptedstring', 'boolean', 'time']);

const usualLength: Partial<Record<FieldType, number>> = {
  id: 18,
  reference: 18,
  email: 80,
  phone: 40,
  url: 255,
  textarea: 255,
  picklist: 255,
  combobox: 255,
  multipicklist: 4099
};

/** A field as the platform describes one of that type; traits say what is different, later ones win. */
export function makeField(name: string, label: string, type: FieldType, ...traits: readonly Trait[]): FieldDef {
  const merged: Trait = Object.assign({}, ...traits);
  const long = merged.longText === true;
  return {
    name,
    label,
    type,
    custom: false,
    length: usualLength[type] ?? 0,
    precision: 0,
    scale: 0,
    nillable: type !== 'boolean',
    createable: true,
    updateable: true,
    filterable: !long && !unfilterable.has(type),
    sortable: !long && !unsortable.has(type),
    groupable: !long && !ungroupable.has(type),
    aggregatable: !long && !unaggregatable.has(type),
    unique: false,
    caseSensitive: false,
    externalId: false,
    indexed: type === 'id' || type === 'reference',
    defaultedOnCreate: type === 'boolean',
    ...merged
  };
}

const readOnly: Trait = { createable: false, updateable: false };
const kept: Trait = { ...readOnly, nillable: false, defaultedOnCreate: true };

const toUser = (relationshipName: string): Trait => ({
  reference: { to: ['User'], relationshipName, masterDetail: false, onDelete: 'Restrict', polymorphic: false }
});

/** The fields the platform keeps on records by itself, by name. */
export const systemFields = {
  Id: makeField('Id', 'Record ID', 'id', kept),
  IsDeleted: makeField('IsDeleted', 'Deleted', 'boolean', kept),
  CreatedDate: makeField('CreatedDate', 'Created Date', 'datetime', kept, { indexed: true }),
  CreatedById: makeField('CreatedById', 'Created By ID', 'reference', kept, toUser('CreatedBy')),
  LastModifiedDate: makeField('LastModifiedDate', 'Last Modified Date', 'datetime', kept),
  LastModifiedById: makeField('LastModifiedById', 'Last Modified By ID', 'reference', kept, toUser('LastModifiedBy')),
  SystemModstamp: makeField('SystemModstamp', 'System Modstamp', 'datetime', kept, { indexed: true }),
  LastActivityDate: makeField('LastActivityDate', 'Last Activity', 'date', readOnly),
  LastViewedDate: makeField('LastViewedDate', 'Last Viewed Date', 'datetime', readOnly),
  LastReferencedDate: makeField('LastReferencedDate', 'Last Referenced Date', 'datetime', readOnly)
} as const satisfies Record<string, FieldDef>;

export type SystemFieldName = keyof typeof systemFields;
