import type { Trait } from '../field.ts';
import type { FieldType } from '../types.ts';
import type { Element } from './fieldShape.ts';

/** What a metadata field type is on the platform, which elements it needs and which it takes besides. */
export interface FieldKind {
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

/** The field types of metadata. */
export const fieldKinds: Readonly<Record<string, FieldKind>> = {
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

/** Field types of the platform that the local org has not. */
export const unsupportedKinds = new Set([
  'Summary',
  'Location',
  'Hierarchy',
  'ExternalLookup',
  'IndirectLookup',
  'File',
  'Array'
]);
/** What a field of any type takes. */
export const always = new Set<Element>(['label', 'type', 'description', 'inlineHelpText', 'trackHistory']);
