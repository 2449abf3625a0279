import {
  audited,
  auditedSetup,
  checkbox,
  createOnly,
  datetime,
  defaulted,
  int,
  lookup,
  nameField,
  picklist,
  polymorphic,
  readOnly,
  required,
  restrictedPicklist,
  standardObject,
  text,
  textarea,
  type FieldSpec
} from './notation.ts';
import { languages } from './settings.ts';
import { userPermissions } from './userPermissions.ts';

const short = { length: 40 };
const setup = { setup: true, undeletable: false } as const;

const permissionColumns: Record<string, FieldSpec> = Object.fromEntries(
  Object.entries(userPermissions).map(([name, label]) => [`Permissions${name}`, checkbox(label)])
);

export const permissionSet = standardObject({
  ...setup,
  name: 'PermissionSet',
  label: 'Permission Set',
  plural: 'Permission Sets',
  prefix: '0PS',
  system: auditedSetup,
  fields: {
    Name: text('API Name', 80, required, nameField),
    Label: text('Permission Set Name', 80, required),
    LicenseId: polymorphic('License ID', ['UserLicense'], {}, createOnly),
    ProfileId: lookup('Profile ID', 'Profile', {}, readOnly),
    IsOwnedByProfile: checkbox('Is Owned By Profile', readOnly),
    IsCustom: checkbox('Custom', readOnly),
    Description: text('Description', 255),
    NamespacePrefix: text('Namespace Prefix', 15, readOnly),
    HasActivationRequired: checkbox('Session Activation Required'),
    PermissionSetGroupId: lookup('PermissionSetGroup ID', 'PermissionSetGroup', {}, readOnly),
    Type: restrictedPicklist(
      'Permission Set Type',
      ['Regular*', 'Standard', 'Session', 'Profile', 'Group'],
      short,
      readOnly
    ),
    PsgCount: int('PSG Count', 9),
    ...permissionColumns
  }
});

export const permissionSetAssignment = standardObject({
  ...setup,
  name: 'PermissionSetAssignment',
  label: 'Permission Set Assignment',
  plural: 'Permission Set Assignments',
  prefix: '0Pa',
  system: ['Id', 'SystemModstamp'],
  fields: {
    PermissionSetId: lookup(
      'PermissionSet ID',
      'PermissionSet',
      { children: 'Assignments', onDelete: 'Restrict' },
      createOnly
    ),
    PermissionSetGroupId: lookup(
      'PermissionSetGroup ID',
      'PermissionSetGroup',
      { children: 'Assignments', onDelete: 'Restrict' },
      createOnly
    ),
    AssigneeId: lookup(
      'Assignee ID',
      'User',
      { children: 'PermissionSetAssignments', onDelete: 'Restrict' },
      required,
      createOnly
    ),
    ExpirationDate: datetime('Expires On'),
    IsActive: checkbox('Is Active', readOnly),
    IsRevoked: checkbox('Is Revoked', { createable: false })
  }
});

export const permissionSetGroup = standardObject({
  ...setup,
  name: 'PermissionSetGroup',
  label: 'Permission Set Group',
  plural: 'Permission Set Groups',
  prefix: '0PG',
  system: audited,
  fields: {
    DeveloperName: text('API Name', 80, required, nameField),
    Language: restrictedPicklist('Master Language', languages, short),
    MasterLabel: text('Label', 80, required),
    NamespacePrefix: text('Namespace Prefix', 15, readOnly),
    Description: textarea('Description', 255),
    Status: restrictedPicklist('Status', ['Updated*', 'Outdated', 'Updating', 'Failed'], short, defaulted, readOnly),
    HasActivationRequired: checkbox('Session Activation Required')
  }
});

export const permissionSetGroupComponent = standardObject({
  ...setup,
  name: 'PermissionSetGroupComponent',
  label: 'Permission Set Group Component',
  plural: 'Permission Set Group Components',
  prefix: '0PM',
  updateable: false,
  system: audited,
  fields: {
    PermissionSetGroupId: lookup(
      'PermissionSetGroup ID',
      'PermissionSetGroup',
      { children: 'PermissionSetGroupComponents', onDelete: 'Cascade' },
      required,
      createOnly
    ),
    PermissionSetId: lookup(
      'PermissionSet ID or MutingPermissionSet ID',
      'PermissionSet',
      { children: 'PermissionSetGroupComponents', onDelete: 'Restrict' },
      required,
      createOnly
    )
  }
});

export const objectPermissions = standardObject({
  ...setup,
  name: 'ObjectPermissions',
  label: 'Object Permissions',
  plural: 'Object Permissions',
  prefix: '110',
  system: auditedSetup,
  fields: {
    ParentId: lookup(
      'Parent ID',
      'PermissionSet',
      { children: 'ObjectPerms', onDelete: 'Cascade' },
      required,
      createOnly
    ),
    SobjectType: picklist('SObject Type Name', [], short, required, createOnly),
    PermissionsCreate: checkbox('Create Records'),
    PermissionsRead: checkbox('Read Records'),
    PermissionsEdit: checkbox('Edit Records'),
    PermissionsDelete: checkbox('Delete Records'),
    PermissionsViewAllRecords: checkbox('Read All Records'),
    PermissionsModifyAllRecords: checkbox('Edit All Records'),
    PermissionsViewAllFields: checkbox('Read All Fields')
  }
});

export const fieldPermissions = standardObject({
  ...setup,
  name: 'FieldPermissions',
  label: 'Field Permissions',
  plural: 'Field Permissions',
  prefix: '01k',
  system: ['Id', 'SystemModstamp'],
  fields: {
    ParentId: lookup(
      'Parent ID',
      'PermissionSet',
      { children: 'FieldPerms', onDelete: 'Cascade' },
      required,
      createOnly
    ),
    SobjectType: picklist('SObject Type Name', [], short, required, createOnly),
    Field: picklist('Field Name', [], { length: 103 }, required, createOnly),
    PermissionsEdit: checkbox('Edit Field'),
    PermissionsRead: checkbox('Read Field')
  }
});

export const setupEntityAccess = standardObject({
  ...setup,
  name: 'SetupEntityAccess',
  label: 'Setup Entity Access',
  plural: 'Setup Entity Access',
  prefix: '0J0',
  updateable: false,
  system: ['Id', 'SystemModstamp'],
  fields: {
    ParentId: lookup(
      'Parent ID',
      'PermissionSet',
      { children: 'SetupEntityAccessItems', onDelete: 'Cascade' },
      required,
      createOnly
    ),
    SetupEntityId: polymorphic(
      'Setup Entity ID',
      ['ApexClass', 'CustomPermission'],
      { children: 'SetupEntityAccessItems' },
      required,
      createOnly
    ),
    SetupEntityType: restrictedPicklist(
      'Setup Entity Type',
      ['ApexClass', 'CustomPermission', 'TabSet', 'CustomEntityDefinition'],
      short,
      readOnly
    )
  }
});

export const customPermission = standardObject({
  ...setup,
  name: 'CustomPermission',
  label: 'Custom Permission',
  plural: 'Custom Permissions',
  prefix: '0CP',
  createable: false,
  updateable: false,
  deletable: false,
  system: audited,
  fields: {
    DeveloperName: text('Name', 80, required, readOnly, nameField),
    Language: restrictedPicklist('Master Language', languages, short, required, readOnly),
    MasterLabel: text('Label', 80, required, readOnly),
    NamespacePrefix: text('Namespace Prefix', 15, readOnly),
    IsProtected: checkbox('Protected Component', readOnly),
    Description: textarea('Description', 255, readOnly),
    IsLicensed: checkbox('License Required', readOnly)
  }
});
