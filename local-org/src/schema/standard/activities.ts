import {
  audited,
  checkbox,
  combobox,
  createOnly,
  date,
  datetime,
  defaulted,
  derived,
  int,
  longText,
  listView,
  lookup,
  nameField,
  picklist,
  polymorphic,
  readOnly,
  required,
  restrictedPicklist,
  standardObject,
  text,
  type FieldSpec
} from './notation.ts';
import { timeZones } from './settings.ts';

const what = ['Account', 'Asset', 'Case', 'Order', 'Product2'];
const recurrenceTypes = [
  'RecursDaily',
  'RecursEveryWeekday',
  'RecursMonthly',
  'RecursMonthlyNth',
  'RecursWeekly',
  'RecursYearly',
  'RecursYearlyNth'
];
const instances = ['First=1st', 'Second=2nd', 'Third=3rd', 'Fourth=4th', 'Last=last'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
];

const recurrence: Record<string, FieldSpec> = {
  RecurrenceEndDateOnly: date('Recurrence End'),
  RecurrenceTimeZoneSidKey: restrictedPicklist('Recurrence Time Zone', timeZones, { length: 40 }),
  RecurrenceType: restrictedPicklist('Recurrence Type', recurrenceTypes, { length: 40 }),
  RecurrenceInterval: int('Recurrence Interval', 9),
  RecurrenceDayOfWeekMask: int('Recurrence Day of Week Mask', 9),
  RecurrenceDayOfMonth: int('Recurrence Day of Month', 9),
  RecurrenceInstance: restrictedPicklist('Recurrence Instance', instances, { length: 40 }),
  RecurrenceMonthOfYear: restrictedPicklist('Recurrence Month of Year', months, { length: 40 })
};

export const task = standardObject({
  name: 'Task',
  label: 'Task',
  plural: 'Tasks',
  prefix: '00T',
  system: audited,
  compactLayout: ['Subject', 'WhoId', 'WhatId', 'ActivityDate', 'Status'],
  listViews: [
    listView(
      'OpenTasks',
      'Open Tasks',
      ['Subject', 'Who.Name', 'What.Name', 'ActivityDate', 'Status', 'Priority', 'Owner.Alias'],
      { only: ['IsClosed', 'false'] }
    )
  ],
  fields: {
    WhoId: polymorphic('Name ID', ['Contact'], { children: 'Tasks' }),
    WhatId: polymorphic('Related To ID', what, { children: 'Tasks', onDelete: 'Cascade' }),
    Subject: combobox('Subject', ['Call', 'Send Letter', 'Send Quote', 'Other'], nameField, { indexed: false }),
    ActivityDate: date('Due Date Only', { indexed: true }),
    Status: picklist(
      'Status',
      ['Not Started*', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'],
      defaulted
    ),
    Priority: picklist('Priority', ['High', 'Normal*', 'Low'], defaulted),
    IsHighPriority: checkbox('High Priority', derived('ISPICKVAL(Priority, "High")')),
    OwnerId: polymorphic('Assigned To ID', ['Group', 'User'], { onDelete: 'Restrict' }, defaulted),
    Description: longText('Description', 32000),
    Type: picklist('Type', ['Call', 'Email', 'Meeting', 'Other']),
    AccountId: lookup('Account ID', 'Account', {}, readOnly),
    IsClosed: checkbox('Closed', derived('ISPICKVAL(Status, "Completed")')),
    IsArchived: checkbox('Archived', readOnly),
    CallDurationInSeconds: int('Call Duration', 8),
    CallType: restrictedPicklist('Call Type', ['Internal', 'Inbound', 'Outbound'], { length: 40 }),
    CallDisposition: text('Call Result', 255),
    CallObject: text('Call Object Identifier', 255),
    ReminderDateTime: datetime('Reminder Date/Time'),
    IsReminderSet: checkbox('Reminder Set'),
    RecurrenceActivityId: lookup('Recurrence Activity ID', 'Task', { children: 'RecurringTasks' }, readOnly),
    IsRecurrence: checkbox('Create Recurring Series of Tasks', createOnly),
    RecurrenceStartDateOnly: date('Recurrence Start'),
    ...recurrence,
    RecurrenceRegeneratedType: restrictedPicklist(
      'Repeat This Task',
      ['None', 'RecurrenceRegenerateAfterDueDate', 'RecurrenceRegenerateAfterToday', 'RecurrenceRegenerated'],
      { length: 40 }
    ),
    TaskSubtype: restrictedPicklist(
      'Task Subtype',
      ['Task*', 'Email', 'ListEmail', 'Cadence', 'Call', 'LinkedIn'],
      { length: 40 },
      createOnly
    ),
    CompletedDateTime: datetime('Completed Date/Time', readOnly)
  }
});

const relationLists = { children: 'TaskRelations' };

export const taskRelation = standardObject({
  name: 'TaskRelation',
  label: 'Task Relation',
  plural: 'Task Relations',
  prefix: '0RT',
  system: audited,
  createable: false,
  updateable: false,
  deletable: false,
  sharingModel: 'ControlledByParent',
  fields: {
    RelationId: polymorphic('Relation ID', ['Contact', ...what], relationLists, required, createOnly),
    TaskId: lookup('Task ID', 'Task', { children: 'TaskRelations', masterDetail: true }, required, createOnly),
    IsWhat: checkbox('Is What', readOnly),
    AccountId: lookup('Account ID', 'Account', {}, readOnly)
  }
});

export const event = standardObject({
  name: 'Event',
  label: 'Event',
  plural: 'Events',
  prefix: '00U',
  system: audited,
  compactLayout: ['Subject', 'WhoId', 'WhatId', 'StartDateTime', 'EndDateTime'],
  fields: {
    WhoId: polymorphic('Name ID', ['Contact'], { children: 'Events' }),
    WhatId: polymorphic('Related To ID', what, { children: 'Events', onDelete: 'Cascade' }),
    Subject: combobox('Subject', ['Call', 'Email', 'Meeting', 'Send Letter/Quote', 'Other'], nameField, {
      indexed: false
    }),
    Location: text('Location', 255),
    IsAllDayEvent: checkbox('All-Day Event'),
    ActivityDateTime: datetime('Due Date Time'),
    ActivityDate: date('Due Date Only', { indexed: true }),
    DurationInMinutes: int('Duration', 8),
    StartDateTime: datetime('Start Date Time', { indexed: true }),
    EndDateTime: datetime('End Date Time'),
    EndDate: date('End Date', readOnly),
    Description: longText('Description', 32000),
    Type: picklist('Type', ['Call', 'Email', 'Meeting', 'Other']),
    AccountId: lookup('Account ID', 'Account', {}, readOnly),
    OwnerId: polymorphic('Assigned To ID', ['User'], { onDelete: 'Restrict' }, defaulted),
    IsPrivate: checkbox('Private'),
    ShowAs: restrictedPicklist('Show Time As', ['Busy*', 'OutOfOffice=Out of Office', 'Free'], { length: 40 }),
    IsChild: checkbox('Is Child', readOnly),
    IsGroupEvent: checkbox('Is Group Event', readOnly),
    GroupEventType: restrictedPicklist(
      'Group Event Type',
      ['0=Non-group Event*', '1=Group Event', '2=Proposed Event', '3=IsRecurrence2 Series Pattern'],
      { length: 40 },
      readOnly
    ),
    IsArchived: checkbox('Archived', readOnly),
    RecurrenceActivityId: lookup('Recurrence Activity ID', 'Event', { children: 'RecurringEvents' }, readOnly),
    IsRecurrence: checkbox('Create Recurring Series of Events', createOnly),
    RecurrenceStartDateTime: datetime('Recurrence Start'),
    ...recurrence,
    ReminderDateTime: datetime('Reminder Date/Time'),
    IsReminderSet: checkbox('Reminder Set'),
    EventSubtype: restrictedPicklist('Event Subtype', ['Event*'], { length: 40 }, createOnly)
  }
});

export const eventRelation = standardObject({
  name: 'EventRelation',
  label: 'Event Relation',
  plural: 'Event Relations',
  prefix: '0RE',
  system: audited,
  sharingModel: 'ControlledByParent',
  fields: {
    RelationId: polymorphic(
      'Relation ID',
      ['Contact', 'User', ...what],
      { children: 'EventRelations' },
      required,
      createOnly
    ),
    EventId: lookup('Event ID', 'Event', { children: 'EventRelations', masterDetail: true }, required, createOnly),
    Status: restrictedPicklist('Status', ['New*', 'Declined', 'Accepted', 'Uninvited', 'Maybe'], { length: 40 }),
    RespondedDate: datetime('Response Date'),
    Response: text('Response', 255),
    IsWhat: checkbox('Is What'),
    IsParent: checkbox('Is Parent'),
    IsInvitee: checkbox('Is Invitee'),
    AccountId: lookup('Account ID', 'Account', {}, readOnly)
  }
});
