import type { Source } from '../draft.ts';
import { isPermissionable } from '../permissionable.ts';
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
  type Mark,
  type Read
} from '../shape.ts';
import { userPermissions } from '../standard/userPermissions.ts';
import { expectTab } from './tabs.ts';

const named = record({ name: required(mark), enabled: required(flag) });

export const permissionSet = record({
  label: required(word),
  description: optional(text),
  license: optional(word),
  hasActivationRequired: withDefault(flag, false),
  applicationVisibilities: many(
    record({ application: required(mark), visible: required(flag), default: withDefault(flag, false) })
  ),
  classAccesses: many(record({ apexClass: required(mark), enabled: required(flag) })),
  customMetadataTypeAccesses: many(named),
  customPermissions: many(named),
  customSettingAccesses: many(named),
  fieldPermissions: many(
    record({ field: required(mark), editable: required(flag), readable: withDefault(flag, false) })
  ),
  objectPermissions: many(
    record({
      object: required(mark),
      allowCreate: required(flag),
      allowDelete: required(flag),
      allowEdit: required(flag),
      allowRead: required(flag),
      modifyAllRecords: required(flag),
      viewAllRecords: required(flag),
      viewAllFields: withDefault(flag, false)
    })
  ),
  recordTypeVisibilities: many(record({ recordType: required(mark), visible: required(flag), default: ignored })),
  tabSettings: many(record({ tab: required(mark), visibility: required(oneOf('Available', 'None', 'Visible')) })),
  userPermissions: many(named),
  externalDataSourceAccesses: unsupported,
  flowAccesses: unsupported,
  pageAccesses: unsupported
});

type PermissionSetRecord = Read<typeof permissionSet>;

function checkObjects(set: PermissionSetRecord, source: Source): void {
  for (const each of set.objectPermissions) {
    source.expect(
      each.object,
      () => source.draft.objects.has(each.object.text),
      `Permission for object ${each.object.text}, which does not exist`
    );
    const needs = (right: string, has: boolean, other: string, given: boolean): void => {
      if (has && !given) source.report(each, `Permission ${right} ${each.object.text} depends on permission ${other}`);
    };
    needs('Create', each.allowCreate, 'Read', each.allowRead);
    needs('Edit', each.allowEdit, 'Read', each.allowRead);
    needs('Delete', each.allowDelete, 'Edit', each.allowEdit);
    needs('View All', each.viewAllRecords, 'Read', each.allowRead);
    needs('Modify All', each.modifyAllRecords, 'View All', each.viewAllRecords);
    needs('Modify All', each.modifyAllRecords, 'Delete', each.allowDelete);
    if (each.viewAllFields) source.report(each, 'The local org does not support viewAllFields in objectPermissions');
  }
}

function checkFields(set: PermissionSetRecord, source: Source): void {
  for (const permission of set.fieldPermissions) {
    const { field: place, editable, readable } = permission;
    if (editable && !readable) source.report(permission, `Field ${place.text} is editable but not readable`);
    source.draft.later(() => {
      const [object = '', name = ''] = place.text.split('.');
      const field = source.draft.field(object, name);
      if (!field) source.report(place, `Permission for field ${place.text}, which does not exist`);
      else if (!isPermissionable(field)) {
        source.report(place, `You cannot deploy a permission to required field ${place.text}`);
      } else if (editable && !field.updateable && !field.createable) {
        source.report(place, `Field ${place.text} is read-only and cannot be made editable`);
      }
    });
  }
}

function checkNames(set: PermissionSetRecord, source: Source): void {
  const { draft } = source;
  const exists = (places: readonly Mark[], kind: string, known: (name: string) => boolean): void => {
    for (const place of places) {
      source.expect(place, () => known(place.text), `Access to ${kind} ${place.text}, which does not exist`);
    }
  };
  const names = (list: readonly { readonly name: Mark }[]): Mark[] => list.map((each) => each.name);
  const kindOf = (name: string): string | undefined => draft.objects.get(name)?.kind;
  exists(
    set.classAccesses.map((each) => each.apexClass),
    'Apex class',
    (name) => draft.classes.has(name)
  );
  exists(
    set.applicationVisibilities.map((each) => each.application),
    'app',
    (name) => draft.apps.has(name)
  );
  exists(names(set.customPermissions), 'custom permission', (name) => draft.customPermissions.has(name));
  exists(names(set.customMetadataTypeAccesses), 'custom metadata type', (name) => kindOf(name) === 'customMetadata');
  exists(names(set.customSettingAccesses), 'custom setting', (name) => kindOf(name) === 'customSetting');
  exists(
    set.recordTypeVisibilities.map((each) => each.recordType),
    'record type',
    (path) => {
      const [object = '', name] = path.split('.');
      return draft.objects.get(object)?.recordTypes.some((type) => type.developerName === name) ?? false;
    }
  );
  for (const { name } of set.userPermissions) {
    if (!Object.hasOwn(userPermissions, name.text)) {
      source.report(name, `The local org does not know the user permission ${name.text}`);
    }
  }
  for (const { tab } of set.tabSettings) expectTab(tab, source);
}

const enabledNames = (list: readonly { readonly name: Mark; readonly enabled: boolean }[]): string[] =>
  list.filter((each) => each.enabled).map((each) => each.name.text);

/** Takes `permissionsets/*.permissionset`. */
export function takePermissionSet(set: Read<typeof permissionSet>, source: Source): void {
  const name = source.file.fullName;
  source.draft.permissionSets.set(name, {
    name,
    label: set.label,
    ...(set.description === undefined ? {} : { description: set.description }),
    ...(set.license === undefined ? {} : { license: set.license }),
    objects: set.objectPermissions.map((each) => ({
      object: each.object.text,
      read: each.allowRead,
      create: each.allowCreate,
      edit: each.allowEdit,
      delete: each.allowDelete,
      viewAll: each.viewAllRecords,
      modifyAll: each.modifyAllRecords
    })),
    fields: set.fieldPermissions.map(({ field, readable, editable }) => {
      const [object = '', fieldName = ''] = field.text.split('.');
      return { object, field: fieldName, readable, editable };
    }),
    classes: set.classAccesses.filter((each) => each.enabled).map((each) => each.apexClass.text),
    customPermissions: enabledNames(set.customPermissions),
    userPermissions: enabledNames(set.userPermissions),
    tabs: set.tabSettings.map(({ tab, visibility }) => ({ tab: tab.text, visibility })),
    applications: set.applicationVisibilities.map((each) => ({
      application: each.application.text,
      visible: each.visible,
      default: each.default
    })),
    customMetadataTypes: enabledNames(set.customMetadataTypeAccesses),
    customSettings: enabledNames(set.customSettingAccesses)
  });
  checkObjects(set, source);
  checkFields(set, source);
  checkNames(set, source);
}

export const permissionSetGroup = record({
  label: required(word),
  description: ignored,
  status: ignored,
  hasActivationRequired: ignored,
  mutingPermissionSets: unsupported,
  permissionSets: many(mark)
});

/** Takes `permissionsetgroups/*.permissionsetgroup`. */
export function takePermissionSetGroup(group: Read<typeof permissionSetGroup>, source: Source): void {
  const name = source.file.fullName;
  source.draft.permissionSetGroups.set(name, {
    name,
    label: group.label,
    permissionSets: group.permissionSets.map((set) => set.text)
  });
  for (const set of group.permissionSets) {
    source.expect(
      set,
      () => source.draft.permissionSets.has(set.text),
      `Permission set group ${name} contains permission set ${set.text}, which does not exist`
    );
  }
}

export const customPermission = record({
  label: required(word),
  description: ignored,
  isLicensed: ignored,
  connectedApp: unsupported,
  requiredPermission: unsupported
});

/** Takes `customPermissions/*.customPermission`. */
export function takeCustomPermission(permission: Read<typeof customPermission>, source: Source): void {
  const name = source.file.fullName;
  source.draft.customPermissions.set(name, { name, label: permission.label });
}
