import type { ApexImage, ApexUnit } from '../apex/types.ts';
import type { PermissionSetDef, Schema } from '../schema/types.ts';
import { idNamed, syncOmniRows } from './omniRows.ts';
import type { Author } from './setupRows.ts';
import { SetupRows } from './setupRows.ts';
import type { Store } from '../store/index.ts';
import { componentFiles } from './stored.ts';

/** What an Apex row tells of its source. */
export interface ApexListing {
  readonly name: string;
  readonly kind: 'class' | 'trigger';
  readonly apiVersion: string;
  readonly text: string;
}

/**
 * Makes the rows of setup objects follow what is deployed: permission sets, queues, record types, Apex.
 * @param apex images of all code, and the sources that changed
 */
export function syncSetupRows(
  store: Store,
  before: Schema | undefined,
  after: Schema,
  apex: { readonly before: ApexImage; readonly after: ApexImage; readonly sources: readonly ApexListing[] },
  author: Author
): void {
  const rows = new SetupRows(store, after, author);
  if (before !== after) {
    syncPermissionSets(rows, before, after);
    syncPermissionSetGroups(rows, before, after);
    syncCustomPermissions(rows, before, after);
    syncOmniRows(rows, before, after);
    syncQueues(rows, before, after);
    syncRecordTypes(rows, before, after);
    syncStaticResources(store, rows, before, after);
  }
  syncApex(rows, apex);
}

function syncPermissionSets(rows: SetupRows, before: Schema | undefined, after: Schema): void {
  for (const set of after.permissionSets.values()) rows.put('PermissionSet', { Name: set.name }, permissionSetRow(set));
  for (const { name } of gone(before?.permissionSets, after.permissionSets)) {
    const id = rows.find('PermissionSet', { Name: name });
    if (id === undefined) continue;
    rows.remove('PermissionSetAssignment', { PermissionSetId: id });
    rows.remove('PermissionSet', { Name: name });
  }
}

function permissionSetRow(set: PermissionSetDef): Record<string, string | boolean | null> {
  return {
    Label: set.label,
    Description: set.description ?? null,
    IsCustom: true,
    IsOwnedByProfile: false,
    Type: 'Regular',
    ...Object.fromEntries(set.userPermissions.map((permission) => [`Permissions${permission}`, true]))
  };
}

function syncPermissionSetGroups(rows: SetupRows, before: Schema | undefined, after: Schema): void {
  for (const group of after.permissionSetGroups.values()) {
    const id = rows.put(
      'PermissionSetGroup',
      { DeveloperName: group.name },
      { MasterLabel: group.label, Language: 'en_US', Status: 'Updated' }
    );
    rows.remove('PermissionSetGroupComponent', { PermissionSetGroupId: id });
    for (const member of group.permissionSets) {
      const set = rows.find('PermissionSet', { Name: after.permissionSets.get(member.toLowerCase())?.name ?? member });
      if (set !== undefined)
        rows.put('PermissionSetGroupComponent', { PermissionSetGroupId: id, PermissionSetId: set }, {});
    }
  }
  for (const { name } of gone(before?.permissionSetGroups, after.permissionSetGroups)) {
    const id = rows.find('PermissionSetGroup', { DeveloperName: name });
    if (id === undefined) continue;
    rows.remove('PermissionSetAssignment', { PermissionSetGroupId: id });
    rows.remove('PermissionSetGroup', { DeveloperName: name });
  }
}

function syncCustomPermissions(rows: SetupRows, before: Schema | undefined, after: Schema): void {
  for (const { name, label } of after.customPermissions.values()) {
    rows.put('CustomPermission', { DeveloperName: name }, { MasterLabel: label, Language: 'en_US' });
  }
  for (const { name } of gone(before?.customPermissions, after.customPermissions))
    rows.remove('CustomPermission', { DeveloperName: name });
}

function syncQueues(rows: SetupRows, before: Schema | undefined, after: Schema): void {
  for (const { name, label, objects, routingConfig } of after.queues.values()) {
    const id = rows.put(
      'Group',
      { DeveloperName: name, Type: 'Queue' },
      {
        Name: label,
        DoesSendEmailToMembers: false,
        DoesIncludeBosses: false,
        ...(after.omni && { QueueRoutingConfigId: idNamed(rows, 'QueueRoutingConfig', routingConfig) })
      }
    );
    rows.remove('QueueSobject', { QueueId: id });
    for (const object of objects) rows.put('QueueSobject', { QueueId: id, SobjectType: object }, {});
  }
  for (const { name } of gone(before?.queues, after.queues)) {
    const id = rows.find('Group', { DeveloperName: name, Type: 'Queue' });
    if (id === undefined) continue;
    rows.remove('QueueSobject', { QueueId: id });
    rows.remove('GroupMember', { GroupId: id });
    rows.remove('Group', { DeveloperName: name, Type: 'Queue' });
  }
}

function syncRecordTypes(rows: SetupRows, before: Schema | undefined, after: Schema): void {
  const listed = (schema: Schema | undefined) =>
    new Map(
      schema
        ?.objects()
        .flatMap(({ name, recordTypes }) =>
          recordTypes.map(
            (type) => [`${name}.${type.developerName}`.toLowerCase(), { name, object: name, type }] as const
          )
        )
    );
  const wanted = listed(after);
  for (const { object, type } of wanted.values()) {
    rows.put(
      'RecordType',
      { SobjectType: object, DeveloperName: type.developerName },
      { Name: type.label, IsActive: type.active }
    );
  }
  for (const { object, type } of gone(listed(before), wanted)) {
    rows.remove('RecordType', { SobjectType: object, DeveloperName: type.developerName });
  }
}

function syncApex(
  rows: SetupRows,
  {
    before,
    after,
    sources
  }: { readonly before: ApexImage; readonly after: ApexImage; readonly sources: readonly ApexListing[] }
): void {
  for (const { name, kind, apiVersion, text } of sources) {
    const object = kind === 'class' ? 'ApexClass' : 'ApexTrigger';
    const unit = after.units.find((candidate) => candidate.name === name && candidate.kind === kind);
    rows.put(
      object,
      { Name: name },
      {
        ApiVersion: Number(apiVersion),
        Status: 'Active',
        IsValid: true,
        Body: text,
        LengthWithoutComments: text.length,
        ...(unit?.trigger && triggerRow(unit.trigger))
      }
    );
  }
  for (const { name, kind } of before.units) {
    const object = kind === 'class' ? 'ApexClass' : 'ApexTrigger';
    const stays = after.units.some((unit) => unit.name === name && unit.kind === kind);
    if (!stays) rows.remove(object, { Name: name });
  }
}

function triggerRow({ object, events }: NonNullable<ApexUnit['trigger']>): Record<string, string | boolean> {
  const usages = events.map(
    (event) => `Usage${event.replace(/(?:^| )(.)/g, (_match, first: string) => first.toUpperCase())}`
  );
  return { TableEnumOrId: object, UsageIsBulk: true, ...Object.fromEntries(usages.map((usage) => [usage, true])) };
}

function syncStaticResources(store: Store, rows: SetupRows, before: Schema | undefined, after: Schema): void {
  for (const { name, contentType } of after.staticResources.values()) {
    const file = componentFiles(store, 'StaticResource', name).find((entry) => !entry.file.endsWith('-meta.xml'));
    const content = file?.content ?? new Uint8Array();
    rows.put(
      'StaticResource',
      { Name: name },
      { ContentType: contentType, Body: Buffer.from(content).toString('base64'), BodyLength: content.length }
    );
  }
  for (const { name } of gone(before?.staticResources, after.staticResources))
    rows.remove('StaticResource', { Name: name });
}

/** What is no longer there. */
export function gone<T extends { readonly name: string }>(
  before: ReadonlyMap<string, T> | undefined,
  after: ReadonlyMap<string, T>
): T[] {
  return [...(before ?? new Map<string, T>())].filter(([key]) => !after.has(key)).map(([, value]) => value);
}
