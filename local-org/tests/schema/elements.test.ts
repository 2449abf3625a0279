import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { readers } from '../../src/schema/readers.ts';

/** The Metadata API's types as jsforce ships them: `props` names elements with `?Type`, `Type` or `[Type]`. */
interface PlatformType {
  readonly props: Readonly<Record<string, string | readonly string[]>>;
  readonly extends?: string;
}
const { ApiSchemas }: { ApiSchemas: Readonly<Record<string, PlatformType>> } = createRequire(import.meta.url)(
  'jsforce/lib/api/metadata/schema.js'
);

/** Newer than jsforce's list, from the Metadata API's reference. */
const newer = new Set([
  'CustomObject.enableChangeDataCapture',
  'PermissionSet.customSettingAccesses',
  'PermissionSetObjectPermissions.viewAllFields',
  'PermissionSetGroup.hasActivationRequired',
  'CustomPermission.isLicensed',
  'CustomApplication.isNavTabPersistenceDisabled',
  'CustomApplication.isOmniPinnedViewEnabled',
  'FlexiPage.events',
  'FlexiPageRegion.itemInstances',
  'ComponentInstance.identifier',
  'ComponentInstance.flexipageDataSources',
  'ComponentInstanceProperty.valueList',
  'LightningComponentBundle.capabilities',
  'LightningComponentBundle.dynamicImports',
  'PresenceUserConfig.interruptibleCapacity',
  'Queue.description',
  'QueueRoutingConfig.capacityType',
  'RelatedListItem.quickActions',
  'ServiceChannel.capacityModel',
  'ServiceChannel.doesMinimizeWidgetOnAccept',
  'ServiceChannel.hasAutoAcceptEnabled',
  'ServiceChannel.isInterruptible',
  'Skill.skillType',
  'Translations.globalPicklists',
  'Translations.prompts',
  'PermissionSetRecordTypeVisibility.default',
  'PermissionSetApplicationVisibility.default'
]);

/** Of these, a part is used where we read them: the values that a record type offers. */
const partly = new Set(['PicklistValue']);

function elementsOf(type: string): Readonly<Record<string, string>> {
  const known = ApiSchemas[type];
  if (!known) return {};
  const own = Object.entries(known.props).map(([name, of]) => [name, String(of).replace(/^\?/, '')] as const);
  return { ...(known.extends ? elementsOf(known.extends) : {}), ...Object.fromEntries(own) };
}

function* differences(reader: unknown, type: string): Generator<string> {
  const slots: unknown = typeof reader === 'function' && 'slots' in reader ? reader.slots : undefined;
  if (typeof slots !== 'object' || slots === null) return;
  const platform = elementsOf(type);
  if (Object.keys(platform).length === 0) return;
  for (const [name, slot] of Object.entries(slots)) {
    const of = platform[name];
    if (of === undefined) {
      if (!newer.has(`${type}.${name}`)) yield `${type}.${name} is not an element of the platform`;
    } else yield* differences(slot.reader, of);
  }
  for (const name of Object.keys(platform)) {
    if (!partly.has(type) && !Object.hasOwn(slots, name) && name !== 'fullName' && name !== 'content')
      yield `${type}.${name} would be called unknown`;
  }
}

test.each([...readers])('the elements of %s are those of the Metadata API', (type, { shape }) => {
  expect([...differences(shape, type)]).toEqual([]);
});
