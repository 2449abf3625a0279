/** How one metadata type lies in a metadata-format package. */
export interface MetadataType {
  /** As package.xml names it. */
  readonly name: string;
  readonly folder: string;
  /** Without the dot; a bundle has none: each of its files belongs to the component its folder names. */
  readonly suffix?: string;
  /** The content file is accompanied by `<file>-meta.xml`. */
  readonly metaFile?: boolean;
  readonly bundle?: boolean;
  /** Elements that are components of their own (element name → type): a deploy adds them to those the org has. */
  readonly parts?: Readonly<Record<string, string>>;
}

const objectParts = {
  fields: 'CustomField',
  listViews: 'ListView',
  validationRules: 'ValidationRule',
  recordTypes: 'RecordType',
  compactLayouts: 'CompactLayout',
  fieldSets: 'FieldSet',
  webLinks: 'WebLink',
  businessProcesses: 'BusinessProcess',
  sharingReasons: 'SharingReason',
  indexes: 'Index'
};

const types: readonly MetadataType[] = [
  { name: 'CustomObject', folder: 'objects', suffix: 'object', parts: objectParts },
  { name: 'CustomLabels', folder: 'labels', suffix: 'labels', parts: { labels: 'CustomLabel' } },
  { name: 'Translations', folder: 'translations', suffix: 'translation' },
  { name: 'CustomObjectTranslation', folder: 'objectTranslations', suffix: 'objectTranslation' },
  { name: 'ApexClass', folder: 'classes', suffix: 'cls', metaFile: true },
  { name: 'ApexTrigger', folder: 'triggers', suffix: 'trigger', metaFile: true },
  { name: 'CustomApplication', folder: 'applications', suffix: 'app' },
  { name: 'CustomMetadata', folder: 'customMetadata', suffix: 'md' },
  { name: 'CustomPermission', folder: 'customPermissions', suffix: 'customPermission' },
  { name: 'CustomTab', folder: 'tabs', suffix: 'tab' },
  { name: 'FlexiPage', folder: 'flexipages', suffix: 'flexipage' },
  { name: 'GlobalValueSetTranslation', folder: 'globalValueSetTranslations', suffix: 'globalValueSetTranslation' },
  { name: 'GlobalValueSet', folder: 'globalValueSets', suffix: 'globalValueSet' },
  { name: 'Layout', folder: 'layouts', suffix: 'layout' },
  { name: 'LightningComponentBundle', folder: 'lwc', bundle: true },
  { name: 'LightningMessageChannel', folder: 'messageChannels', suffix: 'messageChannel' },
  { name: 'PermissionSet', folder: 'permissionsets', suffix: 'permissionset' },
  { name: 'PermissionSetGroup', folder: 'permissionsetgroups', suffix: 'permissionsetgroup' },
  { name: 'PresenceDeclineReason', folder: 'presenceDeclineReasons', suffix: 'presenceDeclineReason' },
  { name: 'PresenceUserConfig', folder: 'presenceUserConfigs', suffix: 'presenceUserConfig' },
  { name: 'QueueRoutingConfig', folder: 'queueRoutingConfigs', suffix: 'queueRoutingConfig' },
  { name: 'Queue', folder: 'queues', suffix: 'queue' },
  { name: 'ServiceChannel', folder: 'serviceChannels', suffix: 'serviceChannel' },
  { name: 'ServicePresenceStatus', folder: 'servicePresenceStatuses', suffix: 'servicePresenceStatus' },
  { name: 'Settings', folder: 'settings', suffix: 'settings' },
  { name: 'Skill', folder: 'skills', suffix: 'skill' },
  {
    name: 'StandardValueSetTranslation',
    folder: 'standardValueSetTranslations',
    suffix: 'standardValueSetTranslation'
  },
  { name: 'StandardValueSet', folder: 'standardValueSets', suffix: 'standardValueSet' },
  { name: 'StaticResource', folder: 'staticresources', suffix: 'resource', metaFile: true }
];

const byName = new Map(types.map((type) => [type.name, type]));
const byFolder = new Map(types.map((type) => [type.folder, type]));
const parents = new Map(
  types.flatMap((type) => Object.entries(type.parts ?? {}).map(([element, part]) => [part, { type, element }] as const))
);

/** All metadata types the local org takes. */
export const metadataTypes: readonly MetadataType[] = types;

/** The type package.xml calls by this name. */
export function metadataType(name: string): MetadataType | undefined {
  return byName.get(name);
}

/** The type whose files lie in this folder of a package. */
export function typeOfFolder(folder: string): MetadataType | undefined {
  return byFolder.get(folder);
}

/** For a type that lives inside another's file (`CustomField`): the type of the file and the element that holds it. */
export function parentOfPart(part: string): { readonly type: MetadataType; readonly element: string } | undefined {
  return parents.get(part);
}

/** The full name of a part: `Thing__c.Ext__c`; labels stand alone. */
export function partFullName(parent: MetadataType, parentName: string, name: string): string {
  return parent.name === 'CustomObject' ? `${parentName}.${name}` : name;
}

/** A file's name without suffix as a full name: clients write what a file can't be called in percent signs. */
export function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
