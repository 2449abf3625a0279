import type { Source } from './draft.ts';
import { readApplication } from './read/apps.ts';
import { readBundleMeta } from './read/bundle.ts';
import { readApexClass, readApexMeta, readStaticResource } from './read/code.ts';
import { readCustomMetadata } from './read/customMetadata.ts';
import { readLayout } from './read/layouts.ts';
import { readObject } from './read/object.ts';
import { readFlexiPage } from './read/pages.ts';
import { readCustomPermission, readPermissionSet, readPermissionSetGroup } from './read/permissions.ts';
import { readMessageChannel, readQueue } from './read/queues.ts';
import { readTab } from './read/tabs.ts';
import { readGlobalValueSetTranslation, readLabels, readObjectTranslation, readTranslations } from './read/texts.ts';
import { readGlobalValueSet } from './read/values.ts';
import type { MetadataFile } from './types.ts';
import type { XmlElement } from './xml.ts';

/** How files of one metadata type are read. */
export interface MetadataReader {
  readonly root: string;
  /** Whether the file is the XML to read; some components have files of other kinds beside it. */
  isXml(file: MetadataFile): boolean;
  read(root: XmlElement, source: Source): void;
  /** The other files of such a component. */
  other?(source: Source): void;
}

type Read = (root: XmlElement, source: Source) => void;

const document = (root: string, read: Read): [string, MetadataReader] => [root, { root, isXml: () => true, read }];

const beside = (root: string, read: Read, other?: (source: Source) => void): [string, MetadataReader] => [
  root,
  { root, isXml: (file) => file.file.endsWith('-meta.xml'), read, ...(other ? { other } : {}) }
];

/** Every metadata type the local org knows; those that others build upon come first. */
export const readers: ReadonlyMap<string, MetadataReader> = new Map([
  document('GlobalValueSet', readGlobalValueSet),
  document('CustomObject', readObject),
  document('CustomLabels', readLabels),
  beside('ApexClass', readApexMeta, readApexClass),
  beside('ApexTrigger', readApexMeta),
  beside('LightningComponentBundle', readBundleMeta),
  beside('StaticResource', readStaticResource),
  document('CustomPermission', readCustomPermission),
  document('LightningMessageChannel', readMessageChannel),
  document('Queue', readQueue),
  document('FlexiPage', readFlexiPage),
  document('Layout', readLayout),
  document('CustomTab', readTab),
  document('CustomApplication', readApplication),
  document('PermissionSet', readPermissionSet),
  document('PermissionSetGroup', readPermissionSetGroup),
  document('CustomMetadata', readCustomMetadata),
  document('Translations', readTranslations),
  document('CustomObjectTranslation', readObjectTranslation),
  document('GlobalValueSetTranslation', readGlobalValueSetTranslation)
]);
