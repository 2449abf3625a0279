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
  type RecordOf,
  type Slot
} from '../shape.ts';

/** Numbering always begins with 1. */
export const startingNumberRefused = 'The local org does not support a startingNumber other than 0 and 1';

/** A value of a picklist or of a global value set. */
export const picklistValue = record({
  fullName: required(mark),
  default: required(flag),
  label: optional(word),
  isActive: withDefault(flag, true),
  color: ignored,
  description: ignored
});

export const valueSet = record({
  restricted: withDefault(flag, false),
  valueSetName: optional(mark),
  valueSetDefinition: optional(record({ sorted: required(flag), value: many(picklistValue) })),
  controllingField: unsupported,
  valueSettings: unsupported
});

export const fieldSlots = {
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

/** A field among the fields of an object. */
export const customField = record({ fullName: required(mark), ...fieldSlots });
/** The name field of an object stands without a name of its own. */
export const nameFieldShape = record({ fullName: optional(mark), ...fieldSlots });

/** A custom field as read. */
export type CustomField = RecordOf<typeof fieldSlots> & { readonly fullName: Mark };
/** An element of a field. */
export type Element = keyof typeof fieldSlots;
