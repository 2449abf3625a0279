import {
  auditedSetup,
  checkbox,
  createOnly,
  defaulted,
  email,
  lookup,
  nameField,
  picklist,
  polymorphic,
  readOnly,
  required,
  restrictedPicklist,
  standardObject,
  text,
  textarea
} from './notation.ts';

const setup = { setup: true, undeletable: false } as const;

export const group = standardObject({
  ...setup,
  name: 'Group',
  label: 'Group',
  plural: 'Group',
  prefix: '00G',
  system: auditedSetup,
  fields: {
    Name: text('Name', 40, required, nameField),
    DeveloperName: text('Developer Name', 80),
    RelatedId: polymorphic('Related ID', ['User', 'UserRole'], {}, readOnly),
    Type: restrictedPicklist(
      'Type',
      ['Regular=Public Group*', 'Queue', 'Role', 'RoleAndSubordinates=Role and Subordinates', 'Organization'],
      { length: 40 },
      defaulted,
      createOnly
    ),
    Email: email('Email', { length: 255 }),
    OwnerId: polymorphic('Owner ID', ['Organization', 'User'], {}, defaulted, readOnly),
    DoesSendEmailToMembers: checkbox('Send Email to Members'),
    DoesIncludeBosses: checkbox('Include Bosses'),
    Description: textarea('Description', 255)
  }
});

export const groupMember = standardObject({
  ...setup,
  name: 'GroupMember',
  label: 'Group Member',
  plural: 'Group Member',
  prefix: '011',
  updateable: false,
  system: ['Id', 'SystemModstamp'],
  fields: {
    GroupId: lookup('Group ID', 'Group', { children: 'GroupMembers', onDelete: 'Cascade' }, required, createOnly),
    UserOrGroupId: polymorphic('User/Group ID', ['Group', 'User'], { onDelete: 'Cascade' }, required, createOnly)
  }
});

export const queueSobject = standardObject({
  ...setup,
  name: 'QueueSobject',
  label: 'Queue Sobject',
  plural: 'Queue Sobjects',
  prefix: '03g',
  updateable: false,
  system: ['Id', 'CreatedById', 'SystemModstamp'],
  fields: {
    QueueId: lookup('Group ID', 'Group', { children: 'QueueSobjects', onDelete: 'Cascade' }, required, createOnly),
    SobjectType: picklist('sObject Type', [], { length: 40 }, required, createOnly)
  }
});
