import {
  audited,
  auditedSetup,
  autoNumber,
  checkbox,
  createOnly,
  datetime,
  double,
  indexed,
  int,
  lookup,
  nameField,
  percent,
  picklist,
  polymorphic,
  readOnly,
  required,
  restrictedPicklist,
  standardObject,
  text,
  textarea
} from './notation.ts';
import {
  models,
  presenceConfigDeclineReason,
  presenceDeclineReason,
  presenceUserConfig,
  presenceUserConfigProfile,
  presenceUserConfigUser,
  queueRoutingConfig,
  serviceChannel,
  serviceChannelStatus,
  servicePresenceStatus,
  skill
} from './omniSetup.ts';

const short = { length: 40 };
/** Written by Omni-Channel only. */
const kept = { createable: false, updateable: false, deletable: false } as const;
const routable = ['Case'];
const types = ['QueueBased=Queue Based', 'SkillsBased=Skills Based'];
/** A number's name of its own. */
const numbered = autoNumber('Name', '{00000000}', nameField);
/** Documents name ranges from 0–10 to 0–99.99: the widest is taken. */
const level = { precision: 4, scale: 2 };

const pendingServiceRouting = standardObject({
  name: 'PendingServiceRouting',
  label: 'Pending Service Routing',
  plural: 'Pending Service Routings',
  prefix: '0JR',
  system: audited,
  fields: {
    Name: numbered,
    WorkItemId: polymorphic('Work Item ID', routable, {}, required, createOnly, { unique: true }),
    ServiceChannelId: lookup('Service Channel ID', 'ServiceChannel', {}, required, createOnly),
    RoutingType: restrictedPicklist('Routing Type', types, short, required, createOnly),
    RoutingModel: restrictedPicklist('Routing Model', models, short),
    RoutingPriority: int('Routing Priority', 9),
    SecondaryRoutingPriority: int('Secondary Routing Priority', 9),
    CapacityWeight: double('Units of Capacity', 18, 2),
    CapacityPercentage: percent('Percentage of Capacity', 5, 2),
    IsReadyForRouting: checkbox('Ready for Routing'),
    PushTimeout: int('Push Timeout', 9),
    PreferredUserId: lookup('Preferred User ID', 'User', {}),
    IsPreferredUserRequired: checkbox('Preferred User Required', createOnly),
    DropAdditionalSkillsTimeout: int('Drop Additional Skills Timeout', 9),
    CustomRequestedDateTime: datetime('Custom Requested Date Time'),
    TargetAcceptDateTime: datetime('Target Accept Date Time'),
    IsPushed: checkbox('Pushed', readOnly),
    IsPushAttempted: checkbox('Push Attempted', readOnly),
    IsTransfer: checkbox('Transfer', readOnly),
    LastDeclinedAgentSession: text('Last Declined Agent Session', 255, readOnly),
    GroupId: lookup('Group ID', 'Group', {}, readOnly),
    QueueId: lookup('Queue ID', 'Group', { as: 'Queue' }, readOnly),
    Serial: int('Serial', 9, readOnly)
  }
});

const agentWork = standardObject({
  ...kept,
  name: 'AgentWork',
  label: 'Agent Work',
  plural: 'Agent Work',
  prefix: '0Bz',
  system: audited,
  fields: {
    Name: numbered,
    PendingServiceRoutingId: lookup('Pending Service Routing ID', 'PendingServiceRouting', {}, readOnly),
    WorkItemId: polymorphic('Work Item ID', routable, {}, readOnly),
    ServiceChannelId: lookup('Service Channel ID', 'ServiceChannel', {}, readOnly),
    UserId: lookup('User ID', 'User', {}, readOnly),
    Status: restrictedPicklist(
      'Status',
      [
        'Assigned',
        'Opened',
        'Closed',
        'Declined',
        'DeclinedOnPushTimeout=Declined on Push Timeout',
        'Canceled',
        'Transferred',
        'Unavailable'
      ],
      short,
      readOnly,
      indexed
    ),
    RoutingType: restrictedPicklist('Routing Type', types, short, readOnly),
    RoutingModel: restrictedPicklist('Routing Model', models, short, readOnly),
    RoutingPriority: int('Routing Priority', 9, readOnly),
    SecondaryRoutingPriority: int('Secondary Routing Priority', 9, readOnly),
    CapacityWeight: double('Units of Capacity', 18, 2, readOnly),
    PreferredUserId: lookup('Preferred User ID', 'User', { as: 'PreferredUser' }, readOnly),
    OriginalQueueId: lookup('Original Queue ID', 'Group', { as: 'OriginalQueue' }, readOnly),
    PushTimeout: int('Push Timeout', 9, readOnly),
    RequestDateTime: datetime('Request Date', readOnly),
    AssignedDateTime: datetime('Assigned Date', readOnly),
    AcceptDateTime: datetime('Accept Date', readOnly),
    DeclineDateTime: datetime('Decline Date', readOnly),
    PushTimeoutDateTime: datetime('Push Timeout Date', readOnly),
    CancelDateTime: datetime('Cancel Date', readOnly),
    CloseDateTime: datetime('Close Date', readOnly),
    DeclineReason: text('Decline Reason', 255, readOnly),
    AgentCapacityWhenDeclined: double('Agent Capacity When Declined', 18, 2, readOnly),
    SpeedToAnswer: int('Speed to Answer', 9, readOnly),
    HandleTime: int('Handle Time', 9, readOnly)
  }
});

const agentWorkSkill = standardObject({
  ...kept,
  name: 'AgentWorkSkill',
  label: 'Agent Work Skill',
  plural: 'Agent Work Skills',
  prefix: '0qa',
  system: audited,
  fields: {
    Name: numbered,
    AgentWorkId: lookup('Agent Work ID', 'AgentWork', { children: 'AgentWorkSkills', onDelete: 'Cascade' }, readOnly),
    SkillId: lookup('Skill ID', 'Skill', {}, readOnly),
    SkillLevel: double('Skill Level', level.precision, level.scale, readOnly),
    SkillPriority: int('Skill Priority', 9, readOnly),
    IsAdditionalSkill: checkbox('Additional Skill', readOnly),
    WasDropped: checkbox('Dropped', readOnly)
  }
});

const skillRequirement = standardObject({
  name: 'SkillRequirement',
  label: 'Skill Requirement',
  plural: 'Skill Requirements',
  prefix: '0Hv',
  system: audited,
  fields: {
    SkillNumber: autoNumber('Skill Number', 'SR-{0000}', nameField),
    RelatedRecordId: polymorphic(
      'Related Record ID',
      ['PendingServiceRouting'],
      { onDelete: 'Cascade' },
      required,
      createOnly
    ),
    SkillId: lookup('Skill ID', 'Skill', { children: 'SkillRequirements' }, required),
    SkillLevel: double('Skill Level', level.precision, level.scale),
    IsAdditionalSkill: checkbox('Additional Skill'),
    SkillPriority: int('Skill Priority', 9)
  }
});

const serviceResource = standardObject({
  name: 'ServiceResource',
  label: 'Service Resource',
  plural: 'Service Resources',
  prefix: '0Hn',
  deletable: false,
  system: auditedSetup,
  fields: {
    Name: text('Name', 255, required, nameField),
    OwnerId: polymorphic('Owner ID', ['User'], { onDelete: 'Restrict' }, { nillable: false, defaultedOnCreate: true }),
    RelatedRecordId: lookup('User ID', 'User', { as: 'RelatedRecord' }, { unique: true }),
    ResourceType: picklist('Resource Type', ['T=Technician*', 'D=Dispatcher', 'A=Agent'], short),
    Description: textarea('Description', 1000),
    IsActive: checkbox('Active')
  }
});

const serviceResourceSkill = standardObject({
  name: 'ServiceResourceSkill',
  label: 'Service Resource Skill',
  plural: 'Service Resource Skills',
  prefix: '0Hx',
  system: audited,
  fields: {
    SkillNumber: autoNumber('Skill Number', 'SRS-{0000}', nameField),
    ServiceResourceId: lookup(
      'Service Resource ID',
      'ServiceResource',
      { children: 'ServiceResourceSkills', masterDetail: true },
      required,
      createOnly
    ),
    SkillId: lookup('Skill ID', 'Skill', { children: 'ServiceResources' }, required, createOnly),
    SkillLevel: double('Skill Level', level.precision, level.scale),
    EffectiveStartDate: datetime('Start Date', required),
    EffectiveEndDate: datetime('End Date')
  }
});

const userServicePresence = standardObject({
  ...kept,
  name: 'UserServicePresence',
  label: 'User Presence',
  plural: 'User Presences',
  prefix: '0NX',
  system: audited,
  fields: {
    Name: numbered,
    UserId: lookup('User ID', 'User', {}, readOnly),
    ServicePresenceStatusId: lookup('Presence Status ID', 'ServicePresenceStatus', {}, readOnly),
    IsCurrentState: checkbox('Current State', readOnly),
    IsAway: checkbox('Away', readOnly),
    ConfiguredCapacity: double('Configured Capacity', 9, 0, readOnly),
    StatusStartDate: datetime('Status Start Date', readOnly),
    StatusEndDate: datetime('Status End Date', readOnly),
    StatusDuration: int('Status Duration', 9, readOnly)
  }
});

/** The objects that an org has once Omni-Channel is enabled. */
export const omniObjects = [
  serviceChannel,
  queueRoutingConfig,
  pendingServiceRouting,
  agentWork,
  servicePresenceStatus,
  serviceChannelStatus,
  presenceUserConfig,
  presenceUserConfigUser,
  presenceUserConfigProfile,
  presenceDeclineReason,
  presenceConfigDeclineReason,
  userServicePresence
];

/** Those it has besides with skills-based routing. */
export const omniSkillObjects = [skill, skillRequirement, serviceResource, serviceResourceSkill, agentWorkSkill];

/** Which routing configuration a queue has. */
export const queueRoutingConfigId = lookup(
  'Queue Routing Config ID',
  'QueueRoutingConfig',
  {},
  readOnly
)('QueueRoutingConfigId');
