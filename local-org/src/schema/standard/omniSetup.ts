import {
  auditedSetup,
  checkbox,
  createOnly,
  double,
  int,
  lookup,
  nameField,
  polymorphic,
  readOnly,
  required,
  restrictedPicklist,
  standardObject,
  text,
  textarea
} from './notation.ts';

const short = { length: 40 };
/** How work is shared out. */
export const models = ['MostAvailable=Most Available', 'LeastActive=Least Active', 'ExternalRouting=External Routing'];
/** Written by a deploy only. */
const deployed = { createable: false, updateable: false, deletable: false, undeletable: false } as const;
const named = {
  DeveloperName: text('Developer Name', 80, required, nameField, readOnly),
  MasterLabel: text('Label', 80, required, readOnly),
  Language: text('Master Language', 40, readOnly)
};

export const serviceChannel = standardObject({
  ...deployed,
  name: 'ServiceChannel',
  label: 'Service Channel',
  plural: 'Service Channels',
  prefix: '0N9',
  system: auditedSetup,
  fields: {
    ...named,
    RelatedEntity: text('Salesforce Object', 80, required, readOnly),
    CapacityModel: restrictedPicklist(
      'Capacity Model',
      ['TabBased=Tab-based', 'StatusBased=Status-based'],
      short,
      readOnly
    ),
    RoutingConfigurationId: lookup('Routing Configuration ID', 'QueueRoutingConfig', {}, readOnly)
  }
});

export const queueRoutingConfig = standardObject({
  ...deployed,
  name: 'QueueRoutingConfig',
  label: 'Routing Configuration',
  plural: 'Routing Configurations',
  prefix: '0K9',
  system: auditedSetup,
  fields: {
    ...named,
    RoutingModel: restrictedPicklist('Routing Model', models, short, readOnly),
    RoutingPriority: int('Routing Priority', 9, readOnly),
    CapacityWeight: double('Units of Capacity', 18, 2, readOnly),
    PushTimeout: int('Push Timeout', 9, readOnly),
    DropAdditionalSkillsTimeout: int('Drop Additional Skills Timeout', 9, readOnly),
    OverflowAssigneeId: polymorphic('Overflow Assignee ID', ['Group', 'User'], {}, readOnly)
  }
});

export const servicePresenceStatus = standardObject({
  ...deployed,
  name: 'ServicePresenceStatus',
  label: 'Presence Status',
  plural: 'Presence Statuses',
  prefix: '0N5',
  system: auditedSetup,
  fields: named
});

export const serviceChannelStatus = standardObject({
  ...deployed,
  name: 'ServiceChannelStatus',
  label: 'Service Channel Status',
  plural: 'Service Channel Statuses',
  prefix: '0N6',
  system: ['Id', 'SystemModstamp'],
  fields: {
    ServicePresenceStatusId: lookup('Presence Status ID', 'ServicePresenceStatus', { onDelete: 'Cascade' }, readOnly),
    ServiceChannelId: lookup('Service Channel ID', 'ServiceChannel', { onDelete: 'Cascade' }, readOnly)
  }
});

export const presenceUserConfig = standardObject({
  ...deployed,
  name: 'PresenceUserConfig',
  label: 'Presence Configuration',
  plural: 'Presence Configurations',
  prefix: '0PF',
  system: auditedSetup,
  fields: {
    ...named,
    Capacity: double('Capacity', 9, 0, readOnly),
    OptionsIsAutoAcceptEnabled: checkbox('Auto Accept Enabled', readOnly),
    OptionsIsDeclineEnabled: checkbox('Decline Enabled', readOnly),
    OptionsIsDeclineReasonEnabled: checkbox('Decline Reason Enabled', readOnly),
    PresenceStatusOnDeclineId: lookup(
      'Status on Decline ID',
      'ServicePresenceStatus',
      { as: 'PresenceStatusOnDecline' },
      readOnly
    ),
    PresenceStatusOnPushTimeoutId: lookup(
      'Status on Push Timeout ID',
      'ServicePresenceStatus',
      { as: 'PresenceStatusOnPushTimeout' },
      readOnly
    )
  }
});

export const presenceUserConfigUser = standardObject({
  name: 'PresenceUserConfigUser',
  label: 'Presence Configuration User',
  plural: 'Presence Configuration Users',
  prefix: '0PU',
  updateable: false,
  undeletable: false,
  system: auditedSetup,
  fields: {
    PresenceUserConfigId: lookup(
      'Configuration ID',
      'PresenceUserConfig',
      { onDelete: 'Cascade' },
      required,
      createOnly
    ),
    UserId: lookup('User ID', 'User', {}, required, createOnly, { unique: true })
  }
});

export const presenceUserConfigProfile = standardObject({
  name: 'PresenceUserConfigProfile',
  label: 'Presence Configuration Profile',
  plural: 'Presence Configuration Profiles',
  prefix: '0PP',
  updateable: false,
  undeletable: false,
  system: auditedSetup,
  fields: {
    PresenceUserConfigId: lookup(
      'Configuration ID',
      'PresenceUserConfig',
      { onDelete: 'Cascade' },
      required,
      createOnly
    ),
    ProfileId: lookup('Profile ID', 'Profile', {}, required, createOnly, { unique: true })
  }
});

export const presenceDeclineReason = standardObject({
  ...deployed,
  name: 'PresenceDeclineReason',
  label: 'Decline Reason',
  plural: 'Decline Reasons',
  prefix: '0PD',
  system: auditedSetup,
  fields: named
});

export const presenceConfigDeclineReason = standardObject({
  ...deployed,
  name: 'PresenceConfigDeclineReason',
  label: 'Presence Configuration Decline Reason',
  plural: 'Presence Configuration Decline Reasons',
  prefix: '0PC',
  system: ['Id', 'SystemModstamp'],
  fields: {
    PresenceUserConfigId: lookup('Configuration ID', 'PresenceUserConfig', { onDelete: 'Cascade' }, readOnly),
    PresenceDeclineReasonId: lookup('Decline Reason ID', 'PresenceDeclineReason', { onDelete: 'Cascade' }, readOnly)
  }
});

export const skill = standardObject({
  ...deployed,
  name: 'Skill',
  label: 'Skill',
  plural: 'Skills',
  prefix: '0C5',
  system: auditedSetup,
  fields: { ...named, Description: textarea('Description', 1000, readOnly) }
});
