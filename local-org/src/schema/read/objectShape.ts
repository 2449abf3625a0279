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
  withDefault,
  word,
  type Read
} from '../shape.ts';
import { customField, nameFieldShape } from './fieldShape.ts';
import { compactLayoutShape, listViewShape } from './views.ts';

const validationRule = record({
  fullName: required(mark),
  active: required(flag),
  description: ignored,
  errorConditionFormula: required(text),
  errorDisplayField: optional(mark),
  errorMessage: required(word)
});

const recordTypeShape = record({
  fullName: required(mark),
  active: required(flag),
  label: required(word),
  description: optional(text),
  compactLayoutAssignment: optional(mark),
  businessProcess: unsupported,
  picklistValues: many(
    record({ picklist: required(mark), values: many(record({ fullName: required(mark), default: required(flag) })) })
  )
});

const actionOverride = record({
  actionName: required(word),
  comment: ignored,
  content: optional(mark),
  formFactor: optional(oneOf('Large', 'Small', 'Medium')),
  skipRecordTypeSelect: ignored,
  type: required(oneOf('Default', 'Flexipage', 'Visualforce', 'LightningComponent', 'Standard'))
});

/** `objects/*.object` */
export const objectShape = record({
  actionOverrides: many(actionOverride),
  allowInChatterGroups: ignored,
  compactLayoutAssignment: optional(mark),
  compactLayouts: many(compactLayoutShape),
  customHelp: ignored,
  customHelpPage: ignored,
  customSettingsType: optional(oneOf('Hierarchy', 'List')),
  deploymentStatus: optional(oneOf('Deployed', 'InDevelopment')),
  deprecated: ignored,
  description: optional(text),
  enableActivities: withDefault(flag, false),
  enableBulkApi: ignored,
  enableChangeDataCapture: ignored,
  enableEnhancedLookup: ignored,
  enableFeeds: ignored,
  enableHistory: withDefault(flag, false),
  enableLicensing: ignored,
  enableReports: ignored,
  enableSearch: ignored,
  enableSharing: ignored,
  enableStreamingApi: ignored,
  eventType: optional(oneOf('HighVolume', 'StandardVolume')),
  externalSharingModel: ignored,
  fieldSets: unsupported,
  fields: many(customField),
  gender: ignored,
  indexes: unsupported,
  businessProcesses: unsupported,
  articleTypeChannelDisplay: unsupported,
  enableDataTranslation: unsupported,
  enableDivisions: unsupported,
  externalDataSource: unsupported,
  externalName: unsupported,
  externalRepository: unsupported,
  historyRetentionPolicy: unsupported,
  household: unsupported,
  label: optional(word),
  listViews: many(listViewShape),
  nameField: optional(nameFieldShape),
  pluralLabel: optional(word),
  profileSearchLayouts: unsupported,
  publishBehavior: optional(oneOf('PublishAfterCommit', 'PublishImmediately')),
  recordTypeTrackFeedHistory: ignored,
  recordTypeTrackHistory: ignored,
  recordTypes: many(recordTypeShape),
  searchLayouts: ignored,
  sharingModel: optional(
    oneOf('Private', 'Read', 'ReadWrite', 'ReadWriteTransfer', 'FullAccess', 'ControlledByParent')
  ),
  sharingReasons: unsupported,
  sharingRecalculations: unsupported,
  startsWith: ignored,
  validationRules: many(validationRule),
  visibility: optional(oneOf('Public', 'Protected', 'PackageProtected')),
  webLinks: unsupported
});

/** An object as read. */
export type ObjectRecord = Read<typeof objectShape>;
