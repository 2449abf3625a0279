import type { Source } from './draft.ts';
import { application, takeApplication } from './read/apps.ts';
import { bundleMeta, takeBundleMeta } from './read/bundle.ts';
import { apexMeta, staticResource, takeApexClass, takeStaticResource } from './read/code.ts';
import { customMetadata, takeCustomMetadata } from './read/customMetadata.ts';
import { layout, takeLayout } from './read/layouts.ts';
import { takeObject } from './read/object.ts';
import { objectShape } from './read/objectShape.ts';
import {
  omniSettings,
  presenceConfig,
  presenceStatus,
  declineReason,
  routingConfig,
  serviceChannel,
  skill,
  takeDeclineReason,
  takeOmniSettings,
  takePresenceConfig,
  takePresenceStatus,
  takeRoutingConfig,
  takeServiceChannel,
  takeSkill
} from './read/omni.ts';
import { flexiPage, takeFlexiPage } from './read/pages.ts';
import {
  customPermission,
  permissionSet,
  permissionSetGroup,
  takeCustomPermission,
  takePermissionSet,
  takePermissionSetGroup
} from './read/permissions.ts';
import { messageChannel, queue, takeMessageChannel, takeQueue } from './read/queues.ts';
import {
  standardValueSet,
  standardValueSetTranslation,
  takeStandardValueSet,
  takeStandardValueSetTranslation
} from './read/standardValues.ts';
import { customTab, takeTab } from './read/tabs.ts';
import {
  customLabels,
  globalValueSetTranslation,
  objectTranslation,
  takeGlobalValueSetTranslation,
  takeLabels,
  takeObjectTranslation,
  takeTranslations,
  translations
} from './read/texts.ts';
import { globalValueSet, takeGlobalValueSet } from './read/values.ts';
import { invalid, type Reader } from './shape.ts';
import type { MetadataFile } from './types.ts';
import type { XmlElement } from './xml.ts';

/** How files of one metadata type are read. */
export interface MetadataReader {
  /** Name of the root element. */
  readonly root: string;
  /** What the root element may contain. */
  readonly shape: Reader<unknown>;
  /** Whether the file is the XML to read; some components have files of other kinds beside it. */
  isXml(file: MetadataFile): boolean;
  read(root: XmlElement, source: Source): void;
  /** The other files of such a component. */
  other?(source: Source): void;
}

type Entry = [type: string, reader: MetadataReader];

/** A type whose files are XML documents. */
function document<T>(type: string, shape: Reader<T>, take: (read: T, source: Source) => void): Entry {
  const read = (root: XmlElement, source: Source): void => {
    const value = shape(root, source);
    if (value !== invalid) take(value, source);
  };
  return [type, { root: type, shape, isXml: () => true, read }];
}

/** Settings are files of one type whose root elements tell which. */
function settings<T>(name: string, shape: Reader<T>, take: (read: T, source: Source) => void): Entry {
  const [, reader] = document('Settings', shape, take);
  return ['Settings', { ...reader, root: `${name}Settings` }];
}

/** A type whose XML stands beside the component's own files. */
function beside<T>(
  type: string,
  shape: Reader<T>,
  take: (read: T, source: Source) => void,
  other?: (source: Source) => void
): Entry {
  const [, reader] = document(type, shape, take);
  return [type, { ...reader, isXml: ({ file }) => file.endsWith('-meta.xml'), ...(other ? { other } : {}) }];
}

/** Only its form matters. */
const checkOnly = (): void => undefined;

/** Every metadata type the local org knows; those that others build upon come first. */
export const readers: ReadonlyMap<string, MetadataReader> = new Map([
  settings('OmniChannel', omniSettings, takeOmniSettings),
  document('GlobalValueSet', globalValueSet, takeGlobalValueSet),
  document('StandardValueSet', standardValueSet, takeStandardValueSet),
  document('CustomObject', objectShape, takeObject),
  document('CustomLabels', customLabels, takeLabels),
  beside('ApexClass', apexMeta, checkOnly, takeApexClass),
  beside('ApexTrigger', apexMeta, checkOnly),
  beside('LightningComponentBundle', bundleMeta, takeBundleMeta),
  beside('StaticResource', staticResource, takeStaticResource),
  document('CustomPermission', customPermission, takeCustomPermission),
  document('LightningMessageChannel', messageChannel, takeMessageChannel),
  document('ServiceChannel', serviceChannel, takeServiceChannel),
  document('QueueRoutingConfig', routingConfig, takeRoutingConfig),
  document('Queue', queue, takeQueue),
  document('ServicePresenceStatus', presenceStatus, takePresenceStatus),
  document('PresenceDeclineReason', declineReason, takeDeclineReason),
  document('PresenceUserConfig', presenceConfig, takePresenceConfig),
  document('Skill', skill, takeSkill),
  document('FlexiPage', flexiPage, takeFlexiPage),
  document('Layout', layout, takeLayout),
  document('CustomTab', customTab, takeTab),
  document('CustomApplication', application, takeApplication),
  document('PermissionSet', permissionSet, takePermissionSet),
  document('PermissionSetGroup', permissionSetGroup, takePermissionSetGroup),
  document('CustomMetadata', customMetadata, takeCustomMetadata),
  document('Translations', translations, takeTranslations),
  document('CustomObjectTranslation', objectTranslation, takeObjectTranslation),
  document('GlobalValueSetTranslation', globalValueSetTranslation, takeGlobalValueSetTranslation),
  document('StandardValueSetTranslation', standardValueSetTranslation, takeStandardValueSetTranslation)
]);
