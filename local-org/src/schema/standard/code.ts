import {
  auditedSetup,
  base64,
  checkbox,
  datetime,
  double,
  int,
  longText,
  lookup,
  nameField,
  picklist,
  readOnly,
  required,
  restrictedPicklist,
  standardObject,
  text,
  textarea
} from './notation.ts';
import { timeZones } from './settings.ts';

const short = { length: 40 };
/** Written by a deploy only. */
const deployed = { setup: true, createable: false, updateable: false, deletable: false } as const;
const statuses = ['Inactive', 'Active*', 'Deleted'];

export const apexClass = standardObject({
  ...deployed,
  name: 'ApexClass',
  label: 'Apex Class',
  plural: 'Apex Classes',
  prefix: '01p',
  system: auditedSetup,
  fields: {
    NamespacePrefix: text('Namespace Prefix', 15, readOnly),
    Name: text('Name', 255, required, nameField),
    ApiVersion: double('Api Version', 18, 1, required),
    Status: restrictedPicklist('Status', statuses, short, required),
    IsValid: checkbox('Is Valid'),
    BodyCrc: double('Body CRC', 18, 0),
    Body: longText('Body', 1000000),
    LengthWithoutComments: int('Size Without Comments', 9, required)
  }
});

export const apexTrigger = standardObject({
  ...deployed,
  name: 'ApexTrigger',
  label: 'Apex Trigger',
  plural: 'Apex Triggers',
  prefix: '01q',
  system: auditedSetup,
  fields: {
    NamespacePrefix: text('Namespace Prefix', 15, readOnly),
    Name: text('Name', 255, required, nameField),
    TableEnumOrId: picklist('Custom Object Definition ID', [], short),
    UsageBeforeInsert: checkbox('BeforeInsert'),
    UsageAfterInsert: checkbox('AfterInsert'),
    UsageBeforeUpdate: checkbox('BeforeUpdate'),
    UsageAfterUpdate: checkbox('AfterUpdate'),
    UsageBeforeDelete: checkbox('BeforeDelete'),
    UsageAfterDelete: checkbox('AfterDelete'),
    UsageIsBulk: checkbox('IsBulk'),
    UsageAfterUndelete: checkbox('AfterUndelete'),
    ApiVersion: double('Api Version', 18, 1, required),
    Status: restrictedPicklist('Status', statuses, short, required),
    IsValid: checkbox('Is Valid'),
    BodyCrc: double('Body CRC', 18, 0),
    Body: longText('Body', 1000000),
    LengthWithoutComments: int('Size Without Comments', 9, required)
  }
});

export const staticResource = standardObject({
  ...deployed,
  name: 'StaticResource',
  label: 'Static Resource',
  plural: 'Static Resources',
  prefix: '081',
  system: auditedSetup,
  fields: {
    NamespacePrefix: text('Namespace Prefix', 15, readOnly),
    Name: text('Name', 255, required, nameField),
    ContentType: text('MIME Type', 120, required),
    BodyLength: int('Size', 9, required, readOnly),
    Body: base64('Body'),
    Description: textarea('Description', 255),
    CacheControl: restrictedPicklist('Cache Control', ['Private*', 'Public'], short, required)
  }
});

const jobStatuses = ['Queued', 'Processing', 'Aborted', 'Completed', 'Failed', 'Preparing', 'Holding'];

export const asyncApexJob = standardObject({
  ...deployed,
  name: 'AsyncApexJob',
  label: 'Apex Job',
  plural: 'Apex Jobs',
  prefix: '707',
  setup: false,
  system: ['Id', 'CreatedDate', 'CreatedById'],
  fields: {
    JobType: restrictedPicklist(
      'Job Type',
      [
        'Future',
        'ScheduledApex=Scheduled Apex',
        'BatchApex=Batch Apex',
        'BatchApexWorker=Batch Apex Worker',
        'Queueable',
        'TestRequest=Test Request',
        'TestWorker=Test Worker'
      ],
      short,
      required,
      readOnly
    ),
    ApexClassId: lookup('Class ID', 'ApexClass', {}, readOnly),
    Status: restrictedPicklist('Status', jobStatuses, short, required, readOnly),
    JobItemsProcessed: int('Batches Processed', 9, required, readOnly),
    TotalJobItems: int('Total Batches', 9, readOnly),
    NumberOfErrors: int('Failures', 9, readOnly),
    CompletedDate: datetime('Completion Date', readOnly),
    MethodName: text('Apex Method', 255, readOnly),
    ExtendedStatus: text('Status Detail', 255, readOnly),
    ParentJobId: lookup('Apex Job ID', 'AsyncApexJob', {}, readOnly),
    LastProcessed: text('Last ID processed and committed', 15, readOnly),
    LastProcessedOffset: int('Offset of last ID processed and committed', 9, readOnly),
    CronTriggerId: lookup('Scheduled Job ID', 'CronTrigger', {}, readOnly)
  }
});

export const cronTrigger = standardObject({
  ...deployed,
  name: 'CronTrigger',
  label: 'Scheduled Jobs',
  plural: 'Scheduled Jobs',
  prefix: '08e',
  setup: false,
  system: ['Id', 'CreatedDate', 'CreatedById', 'LastModifiedById'],
  fields: {
    CronJobDetailId: lookup('Job ID', 'CronJobDetail', {}, readOnly),
    NextFireTime: datetime('Next Run Time', readOnly),
    PreviousFireTime: datetime('Previous Run Time', readOnly),
    State: text('Job State', 16, readOnly),
    StartTime: datetime('Start Time', readOnly),
    EndTime: datetime('End Time', readOnly),
    CronExpression: text('Cron Expression', 255, readOnly),
    TimeZoneSidKey: restrictedPicklist('Java Time Zone Id', timeZones, short, readOnly),
    OwnerId: lookup('User ID', 'User', {}, readOnly),
    TimesTriggered: int('Job Fired Count', 9, readOnly)
  }
});

export const cronJobDetail = standardObject({
  ...deployed,
  name: 'CronJobDetail',
  label: 'Cron Job',
  plural: 'Cron Jobs',
  prefix: '08a',
  setup: false,
  system: ['Id'],
  fields: {
    Name: text('Job Name', 255, required, readOnly, nameField),
    JobType: restrictedPicklist('Type', ['7=Scheduled Apex'], short, readOnly)
  }
});
