import type { ObjectDef, PermissionSetDef } from '../types.ts';
import { isPermissionable } from '../permissionable.ts';
import { standardApps } from './apps.ts';
import { caseObject } from './cases.ts';
import { standardObjects } from './index.ts';
import { userPermissions } from './userPermissions.ts';

/** What metadata calls a stock profile, and its name in the org. */
export const profileNames: ReadonlyMap<string, string> = new Map([
  ['Admin', 'System Administrator'],
  ['Standard', 'Standard User'],
  ['Minimum Access - Salesforce', 'Minimum Access - Salesforce']
]);

type Rights = 'none' | 'read' | 'readCreateEdit' | 'all' | 'modifyAll';

/** What a standard user may do with the objects that hold business data; everything else there is readable at most. */
const standardUser: Readonly<Record<string, Rights>> = {
  Account: 'all',
  Contact: 'all',
  Case: 'readCreateEdit',
  CaseComment: 'all',
  EmailMessage: 'all',
  EmailMessageRelation: 'all',
  Task: 'all',
  TaskRelation: 'all',
  Event: 'all',
  EventRelation: 'all',
  Asset: 'all',
  Order: 'all',
  OrderItem: 'all',
  Product2: 'read',
  Pricebook2: 'read',
  PricebookEntry: 'read'
};

/** Objects of the org itself: everybody reads them, administrators write. */
const isOfTheOrg = (object: ObjectDef): boolean => !Object.hasOwn(standardUser, object.name);

function permissions(
  objects: readonly ObjectDef[],
  rightsOf: (object: ObjectDef) => Rights
): Pick<PermissionSetDef, 'objects' | 'fields'> {
  const allowed = objects
    .filter((object) => object.queryable)
    .map((object) => ({ object, rights: rightsOf(object) }))
    .filter(({ rights }) => rights !== 'none');
  return {
    objects: allowed.map(({ object: { name }, rights }) => ({
      object: name,
      read: true,
      create: rights !== 'read',
      edit: rights !== 'read',
      delete: rights === 'all' || rights === 'modifyAll',
      viewAll: rights === 'modifyAll',
      modifyAll: rights === 'modifyAll'
    })),
    fields: allowed.flatMap(({ object, rights }) =>
      [...object.fields.values()].filter(isPermissionable).map((field) => ({
        object: object.name,
        field: field.name,
        readable: true,
        editable: rights !== 'read' && (field.createable || field.updateable)
      }))
    )
  };
}

function profile(name: string, rightsOf: (object: ObjectDef) => Rights, system: readonly string[]): PermissionSetDef {
  const seesApps = rightsOf(caseObject) !== 'none';
  return {
    name,
    label: name,
    license: 'Salesforce',
    ...permissions(standardObjects, rightsOf),
    classes: [],
    customPermissions: [],
    userPermissions: system,
    tabs: standardObjects
      .filter((object) => rightsOf(object) !== 'none' && !isOfTheOrg(object))
      .map((object) => ({ tab: `standard-${object.name}`, visibility: 'Visible' })),
    applications: seesApps
      ? standardApps.map(({ name: application }) => ({ application, visible: true, default: false }))
      : [],
    customMetadataTypes: [],
    customSettings: []
  };
}

/** The profiles every org has, by name. */
export const profiles: readonly PermissionSetDef[] = [
  profile('System Administrator', () => 'modifyAll', Object.keys(userPermissions)),
  profile('Standard User', (object) => (isOfTheOrg(object) ? 'read' : (standardUser[object.name] ?? 'none')), [
    'ApiEnabled',
    'EditTask',
    'EditEvent',
    'LightningConsoleAllowedForUser',
    'LightningExperienceUser',
    'RunReports',
    'ViewRoles',
    'ViewSetup'
  ]),
  profile('Minimum Access - Salesforce', (object) => (isOfTheOrg(object) ? 'read' : 'none'), [
    'LightningExperienceUser'
  ])
];

/** A stock profile in an org that has more objects of the org itself: everybody reads them. */
export function withObjects(set: PermissionSetDef, objects: readonly ObjectDef[]): PermissionSetDef {
  const isAdministrator = set.userPermissions.includes('ModifyAllData');
  const more = permissions(objects, () => (isAdministrator ? 'modifyAll' : 'read'));
  return { ...set, objects: [...set.objects, ...more.objects], fields: [...set.fields, ...more.fields] };
}
