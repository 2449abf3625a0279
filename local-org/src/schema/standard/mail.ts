import {
  audited,
  checkbox,
  createOnly,
  datetime,
  defaulted,
  derived,
  email,
  longText,
  lookup,
  nameField,
  polymorphic,
  readOnly,
  required,
  restrictedPicklist,
  standardObject,
  text,
  ungroupable
} from './notation.ts';

export const emailMessage = standardObject({
  name: 'EmailMessage',
  label: 'Email Message',
  plural: 'Email Messages',
  prefix: '02s',
  system: audited,
  sharingModel: 'ControlledByParent',
  compactLayout: ['Subject', 'FromName', 'MessageDate', 'Status'],
  fields: {
    ParentId: lookup('Case ID', 'Case', { children: 'EmailMessages', onDelete: 'Cascade' }, createOnly),
    ActivityId: lookup('Activity ID', 'Task', {}, createOnly),
    TextBody: longText('Text Body', 131072),
    HtmlBody: longText('HTML Body', 131072),
    Headers: longText('Headers', 32000),
    Subject: text('Subject', 3000),
    Name: text('Email Message Name', 3000, { nillable: false }, nameField, { indexed: false }, derived('Subject')),
    FromName: text('From Name', 1000),
    FromAddress: email('From Address', { length: 1000 }, ungroupable),
    ToAddress: text('To Address', 4000),
    CcAddress: text('CC Address', 4000),
    BccAddress: text('BCC Address', 4000),
    Incoming: checkbox('Is Incoming', createOnly),
    HasAttachment: checkbox('Has Attachment', readOnly),
    Status: restrictedPicklist(
      'Status',
      ['0=New*', '1=Read', '2=Replied', '3=Sent', '4=Forwarded', '5=Draft'],
      { length: 40 },
      defaulted
    ),
    MessageDate: datetime('Message Date', { indexed: true }),
    ReplyToEmailMessageId: lookup('Email Message ID', 'EmailMessage'),
    IsExternallyVisible: checkbox('Is Externally Visible'),
    MessageIdentifier: text('Message ID', 765, ungroupable),
    ThreadIdentifier: text('Thread ID', 765, ungroupable),
    ClientThreadIdentifier: text('Client Thread ID', 765, ungroupable),
    FromId: polymorphic('From ID', ['Contact', 'User'], {}, createOnly),
    IsClientManaged: checkbox('Is Client Managed', createOnly),
    RelatedToId: polymorphic('Related To ID', ['Account', 'Asset', 'Case', 'Order', 'Product2'], {
      children: 'Emails'
    }),
    IsTracked: checkbox('Is Tracked'),
    IsOpened: checkbox('Opened?', derived('NOT(ISNULL(FirstOpenedDate))')),
    FirstOpenedDate: datetime('First Opened'),
    LastOpenedDate: datetime('Last Opened'),
    IsBounced: checkbox('Bounced?'),
    AutomationType: restrictedPicklist('Automation Type', ['AiAssisted', 'AiAutomated'], createOnly)
  }
});

export const emailMessageRelation = standardObject({
  name: 'EmailMessageRelation',
  label: 'Email Message Relation',
  plural: 'Email Message Relations',
  prefix: '0CZ',
  system: ['Id', 'IsDeleted', 'CreatedDate', 'CreatedById', 'SystemModstamp'],
  sharingModel: 'ControlledByParent',
  fields: {
    EmailMessageId: lookup(
      'Email Message ID',
      'EmailMessage',
      { children: 'EmailMessageRelations', masterDetail: true },
      required,
      createOnly
    ),
    RelationId: polymorphic('Relation ID', ['Contact', 'User'], { children: 'EmailMessageRelations' }),
    RelationType: restrictedPicklist(
      'Relation Type',
      ['ToAddress', 'CcAddress', 'BccAddress', 'FromAddress', 'OtherAddress'],
      { length: 40 },
      required,
      createOnly
    ),
    RelationAddress: text('Relation Address', 4000, createOnly),
    RelationObjectType: text('Relation Object Type', 255, readOnly)
  }
});
