import type { OmniDef } from './omniTypes.ts';

export type * from './omniTypes.ts';

/** One deployed file. `schema` reads every file of a package at once, so that references between them can be checked. */
export interface MetadataFile {
  /** The metadata type as package.xml names it: `CustomObject`, `PermissionSet`, `ApexClass` … */
  readonly type: string;
  readonly fullName: string;
  /** Path inside the metadata-format package: `objects/Thing__c.object`, `lwc/thingCard/thingCard.js-meta.xml`. */
  readonly file: string;
  readonly content: Uint8Array;
}

/** Field types as the platform's describe names them. */
export type FieldType =
  | 'id'
  | 'string'
  | 'textarea'
  | 'picklist'
  | 'multipicklist'
  | 'combobox'
  | 'boolean'
  | 'int'
  | 'long'
  | 'double'
  | 'currency'
  | 'percent'
  | 'date'
  | 'datetime'
  | 'time'
  | 'reference'
  | 'email'
  | 'phone'
  | 'url'
  | 'encryptedstring'
  | 'base64'
  | 'address';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly active: boolean;
  readonly default: boolean;
}

export type DeleteConstraint = 'SetNull' | 'Cascade' | 'Restrict';

export interface FieldDef {
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
  readonly custom: boolean;
  /** Characters, for text; 0 where it has no meaning. */
  readonly length: number;
  readonly precision: number;
  readonly scale: number;
  readonly nillable: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  readonly groupable: boolean;
  readonly aggregatable: boolean;
  readonly unique: boolean;
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  /** The platform (and so the local org) keeps an index: ids, names, lookups, external ids, audit dates. */
  readonly indexed: boolean;
  readonly defaultedOnCreate: boolean;
  readonly helpText?: string;
  readonly description?: string;
  /** A formula text evaluated when a record is created without a value. */
  readonly defaultFormula?: string;
  /**
   * Formula field: its text and how a blank counts. Standard fields that the platform derives carry one too
   * (Contact.Name, Case.IsClosed, Case.ContactEmail): never stored, computed when read.
   */
  readonly formula?: { readonly text: string; readonly blankAsZero: boolean };
  readonly autoNumber?: { readonly format: string };
  /** A long text area: neither filterable nor sortable. */
  readonly longText?: boolean;
  readonly richText?: boolean;
  readonly nameField?: boolean;
  /** The compound this is a part of: `Name` for Contact.LastName, `MailingAddress` for Contact.MailingCity. */
  readonly compound?: string;
  readonly picklist?: {
    readonly values: readonly PicklistValue[];
    readonly restricted: boolean;
    readonly globalValueSet?: string;
  };
  readonly reference?: {
    readonly to: readonly string[];
    /** The name that reads the parent: `Account` for AccountId, `Contact__r` for Contact__c. */
    readonly relationshipName?: string;
    /** The name of the rows below in a sub-query: `Cases`, `Interactions__r`. */
    readonly childRelationshipName?: string;
    readonly masterDetail: boolean;
    readonly onDelete: DeleteConstraint;
    /** Several objects may stand here (WhoId, WhatId, OwnerId). */
    readonly polymorphic: boolean;
  };
}

export interface ChildRelationship {
  readonly childObject: string;
  readonly field: string;
  readonly relationshipName?: string;
  readonly cascadeDelete: boolean;
  readonly restrictedDelete: boolean;
}

export interface ValidationRule {
  readonly name: string;
  readonly active: boolean;
  readonly condition: string;
  readonly message: string;
  readonly field?: string;
}

export interface RecordTypeDef {
  readonly developerName: string;
  readonly label: string;
  readonly active: boolean;
  readonly description?: string;
  readonly compactLayoutAssignment?: string;
  /** By lower-case field name: the values it offers, in order. A field not named here offers all. */
  readonly picklists: ReadonlyMap<string, readonly { readonly value: string; readonly default: boolean }[]>;
}

export type ObjectKind = 'standard' | 'custom' | 'customMetadata' | 'customSetting' | 'platformEvent';

export interface ObjectDef {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly kind: ObjectKind;
  readonly custom: boolean;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly undeletable: boolean;
  readonly queryable: boolean;
  /** User, Group, PermissionSet …: may not be saved together with other objects in one transaction (MIXED_DML_OPERATION). */
  readonly setup: boolean;
  readonly sharingModel: string;
  readonly enableHistory: boolean;
  /** By lower-case API name, in declaration order. */
  readonly fields: ReadonlyMap<string, FieldDef>;
  readonly nameField?: string;
  readonly childRelationships: readonly ChildRelationship[];
  readonly validationRules: readonly ValidationRule[];
  readonly recordTypes: readonly RecordTypeDef[];
  readonly compactLayouts: readonly CompactLayoutDef[];
  readonly compactLayoutAssignment?: string;
  /** The fields of the compact layout the platform brings, in force while none is assigned. */
  readonly systemCompactLayout?: readonly string[];
  /** The record page of the org's default assignment: a FlexiPage by name. */
  readonly recordPage?: string;
  readonly description?: string;
  readonly listViews: readonly ListViewDef[];
  /** customSetting: 'Hierarchy' | 'List'. */
  readonly customSettingsType?: string;
  /** platformEvent: 'PublishAfterCommit' | 'PublishImmediately'. */
  readonly publishBehavior?: string;
}

export interface CompactLayoutDef {
  readonly fullName: string;
  readonly label: string;
  readonly fields: readonly string[];
}

export interface ListViewDef {
  readonly fullName: string;
  readonly label: string;
  /** Paths of fields, whatever the metadata calls them: `CaseNumber`, `Owner.Alias`. So are the filters' fields. */
  readonly columns: readonly string[];
  /** `Everything`, `Mine`, `Queue`. */
  readonly filterScope: string;
  readonly queue?: string;
  /** How the filters combine, e.g. `1 AND (2 OR 3)`; absent: all of them. */
  readonly booleanFilter?: string;
  readonly filters: readonly { readonly field: string; readonly operation: string; readonly value?: string }[];
}

export interface LabelDef {
  readonly name: string;
  readonly value: string;
  readonly language: string;
  readonly categories?: string;
}

export interface ObjectPermission {
  readonly object: string;
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

export interface FieldPermission {
  readonly object: string;
  readonly field: string;
  readonly readable: boolean;
  readonly editable: boolean;
}

/** A permission set, or the permissions of a profile. */
export interface PermissionSetDef {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly license?: string;
  readonly objects: readonly ObjectPermission[];
  readonly fields: readonly FieldPermission[];
  readonly classes: readonly string[];
  readonly customPermissions: readonly string[];
  readonly userPermissions: readonly string[];
  readonly tabs: readonly { readonly tab: string; readonly visibility: string }[];
  readonly applications: readonly {
    readonly application: string;
    readonly visible: boolean;
    readonly default: boolean;
  }[];
  readonly customMetadataTypes: readonly string[];
  readonly customSettings: readonly string[];
}

export interface PermissionSetGroupDef {
  readonly name: string;
  readonly label: string;
  readonly permissionSets: readonly string[];
}

export interface TabDef {
  readonly name: string;
  readonly label: string;
  readonly customObject: boolean;
  readonly flexiPage?: string;
  readonly lwcComponent?: string;
  readonly icon?: string;
}

export interface AppDef {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly navType: 'Standard' | 'Console';
  readonly tabs: readonly string[];
  readonly utilityBar?: string;
  readonly headerColor?: string;
  /** Which record page stands where: `actionName: 'View'`, `pageOrSobjectType: 'Case'`, `content: 'Case_Page'`. */
  readonly pageAssignments: readonly {
    readonly actionName: string;
    readonly content: string;
    readonly object: string;
    readonly formFactor: string;
    /** Only for users of this profile. */
    readonly profile?: string;
    /** Only for records of this record type (its developer name). */
    readonly recordType?: string;
  }[];
}

export interface FlexiPageComponent {
  readonly identifier: string;
  /** `force:highlightsPanel`, `flexipage:tabset`, or a bundle of the org by its name: `thingCard` (also written `c:thingCard`). */
  readonly component: string;
  readonly properties: Readonly<Record<string, string>>;
  /** How the place holds it, on a utility bar: `label`, `icon`, `width`, `height`, `eager`. */
  readonly decorators: Readonly<Record<string, string>>;
  /** The facet that a property such as `body` or `tabs` names is looked up by region name. */
}

export interface FlexiPageRegion {
  readonly name: string;
  readonly type: 'Region' | 'Facet';
  readonly components: readonly FlexiPageComponent[];
}

export interface FlexiPageDef {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly object?: string;
  readonly template: string;
  readonly regions: readonly FlexiPageRegion[];
}

export interface LayoutDef {
  readonly fullName: string;
  readonly object: string;
  readonly sections: readonly {
    readonly label: string;
    readonly columns: readonly (readonly string[])[];
    /** Fields the layout makes read-only or required. */
    readonly readonly: readonly string[];
    readonly required: readonly string[];
  }[];
  readonly relatedLists: readonly {
    /** The child relationship's name: `Cases`, `Things__r`. */
    readonly relationshipName: string;
    readonly fields: readonly string[];
    readonly sortField?: string;
    readonly descending: boolean;
  }[];
}

export interface QueueDef {
  readonly name: string;
  readonly label: string;
  readonly email?: string;
  readonly sendsEmailToMembers: boolean;
  /** User names. */
  readonly users: readonly string[];
  readonly objects: readonly string[];
  /** The routing configuration through which Omni-Channel routes what the queue owns. */
  readonly routingConfig?: string;
}

/** A property of a component that an admin sets in App Builder. */
export interface LwcPropertyDef {
  readonly name: string;
  /** `String`, `Integer`, `Boolean`, `Color`. */
  readonly type: string;
  readonly label?: string;
  readonly description?: string;
  readonly default?: string;
  readonly required: boolean;
  readonly datasource?: string;
  readonly min?: number;
  readonly max?: number;
}

/** What a component's `.js-meta.xml` says. */
export interface LwcBundleDef {
  readonly name: string;
  readonly label: string;
  readonly description?: string;
  readonly apiVersion: string;
  readonly isExposed: boolean;
  /** `lightning__RecordPage`, `lightning__UtilityBar` … */
  readonly targets: readonly string[];
  /** By target: the design properties, and the objects whose record pages may hold it (empty: all). */
  readonly targetConfigs: readonly {
    readonly targets: readonly string[];
    readonly properties: readonly LwcPropertyDef[];
    readonly objects: readonly string[];
  }[];
}

/**
 * Translated texts of one language, keyed as the reader asks: `Case`, `Case#plural`, `Case.Origin`, `Case.Origin=Phone`, `Case.Origin#help`,
 * `label:someLabel`, `app:Some_App`, `tab:Some_Tab`, `Case#recordType:Some`, `Case#validation:Rule`, `Case#layout:Layout/Section`, `globalValueSet:Set=Value`.
 * Keys are lower case; `translate.ts` asks.
 */
export type TranslationTable = ReadonlyMap<string, string>;

/**
 * All that is deployed, read-only. A deploy builds a new one and swaps it; nothing in it changes afterwards.
 * Look-ups ignore case.
 */
export interface Schema {
  object(name: string): ObjectDef | undefined;
  /** The field, or undefined if object or field is unknown. */
  field(object: string, field: string): FieldDef | undefined;
  objects(): readonly ObjectDef[];
  /** By the first three characters of an id. */
  objectOfId(id: string): ObjectDef | undefined;
  readonly labels: ReadonlyMap<string, LabelDef>;
  readonly permissionSets: ReadonlyMap<string, PermissionSetDef>;
  readonly permissionSetGroups: ReadonlyMap<string, PermissionSetGroupDef>;
  readonly profiles: ReadonlyMap<string, PermissionSetDef>;
  readonly customPermissions: ReadonlyMap<string, { readonly name: string; readonly label: string }>;
  readonly globalValueSets: ReadonlyMap<string, readonly PicklistValue[]>;
  readonly apps: ReadonlyMap<string, AppDef>;
  readonly tabs: ReadonlyMap<string, TabDef>;
  readonly flexiPages: ReadonlyMap<string, FlexiPageDef>;
  readonly layouts: ReadonlyMap<string, LayoutDef>;
  readonly queues: ReadonlyMap<string, QueueDef>;
  /** Absent where Omni-Channel is not enabled. */
  readonly omni?: OmniDef;
  readonly messageChannels: ReadonlyMap<string, { readonly name: string; readonly label: string }>;
  /** Static resources by name; the bytes stay in the metadata table. */
  readonly staticResources: ReadonlyMap<string, { readonly name: string; readonly contentType: string }>;
  readonly bundles: ReadonlyMap<string, LwcBundleDef>;
  /** Languages with translations, e.g. `pl`; `en_US` is the org's own. */
  readonly translations: ReadonlyMap<string, TranslationTable>;
}
