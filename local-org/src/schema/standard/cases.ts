import {
  audited,
  autoNumber,
  checkbox,
  createOnly,
  datetime,
  defaulted,
  derived,
  email,
  indexed,
  longText,
  listView,
  lookup,
  nameField,
  phone,
  picklist,
  polymorphic,
  readOnly,
  required,
  standardObject,
  text,
  textarea,
  viewed
} from './notation.ts';

export const caseObject = standardObject({
  name: 'Case',
  label: 'Case',
  plural: 'Cases',
  prefix: '500',
  sharingModel: 'ReadWriteTransfer',
  system: [...audited, ...viewed],
  compactLayout: ['Subject', 'Priority', 'Status', 'CaseNumber'],
  listViews: [
    listView(
      'AllOpenCases',
      'All Open Cases',
      ['CaseNumber', 'Contact.Name', 'Subject', 'Status', 'Priority', 'CreatedDate', 'Owner.Alias'],
      { only: ['IsClosed', 'false'] }
    ),
    listView(
      'AllClosedCases',
      'All Closed Cases',
      ['CaseNumber', 'Contact.Name', 'Subject', 'Status', 'Priority', 'CreatedDate', 'Owner.Alias'],
      { only: ['IsClosed', 'true'] }
    ),
    listView(
      'MyCases',
      'My Cases',
      ['CaseNumber', 'Contact.Name', 'Subject', 'Status', 'Priority', 'CreatedDate', 'Owner.Alias'],
      { mine: true }
    ),
    listView(
      'MyOpenCases',
      'My Open Cases',
      ['CaseNumber', 'Contact.Name', 'Subject', 'Status', 'Priority', 'CreatedDate', 'Owner.Alias'],
      { mine: true, only: ['IsClosed', 'false'] }
    )
  ],
  fields: {
    MasterRecordId: lookup('Master Record ID', 'Case', {}, readOnly),
    CaseNumber: autoNumber('Case Number', '{00000000}', nameField),
    ContactId: lookup('Contact ID', 'Contact', { children: 'Cases' }),
    AssetId: lookup('Asset ID', 'Asset', { children: 'Cases' }),
    AccountId: lookup('Account ID', 'Account', { children: 'Cases' }),
    ParentId: lookup('Parent Case ID', 'Case', { children: 'Cases' }),
    RecordTypeId: lookup('Record Type ID', 'RecordType'),
    BusinessHoursId: lookup('Business Hours ID', 'BusinessHours', { children: 'Cases' }),
    SourceId: polymorphic('Source ID', ['EmailMessage'], { children: 'Cases' }),
    SuppliedName: text('Name', 80),
    SuppliedEmail: email('Email Address'),
    SuppliedPhone: text('Phone', 40),
    SuppliedCompany: text('Company', 80),
    Type: picklist('Case Type', ['Question', 'Problem', 'Feature Request']),
    Status: picklist('Status', ['New*', 'Working', 'Escalated', 'On Hold', 'Closed']),
    Reason: picklist('Case Reason', [
      "User didn't attend training",
      'Complex functionality',
      'Existing problem',
      'Instructions not clear',
      'New problem'
    ]),
    Origin: picklist('Case Origin', ['Phone', 'Email', 'Web']),
    Language: picklist('Language', [], { length: 40 }),
    Subject: text('Subject', 255),
    Priority: picklist('Priority', ['High', 'Medium*', 'Low']),
    Description: longText('Description', 32000),
    IsClosed: checkbox('Closed', derived('ISPICKVAL(Status, "Closed")')),
    IsClosedOnCreate: checkbox('Closed When Created', readOnly),
    ClosedDate: datetime('Closed Date', readOnly),
    IsEscalated: checkbox('Escalated'),
    OwnerId: polymorphic('Owner ID', ['Group', 'User'], { onDelete: 'Restrict' }, defaulted),
    ContactPhone: phone('Contact Phone', derived('Contact.Phone')),
    ContactMobile: phone('Contact Mobile', derived('Contact.MobilePhone')),
    ContactEmail: email('Contact Email', derived('Contact.Email')),
    ContactFax: phone('Contact Fax', derived('Contact.Fax')),
    Comments: longText('Internal Comments', 4000)
  }
});

export const caseComment = standardObject({
  name: 'CaseComment',
  label: 'Case Comment',
  plural: 'Case Comments',
  prefix: '00a',
  system: audited,
  sharingModel: 'ControlledByParent',
  fields: {
    ParentId: lookup(
      'Parent ID',
      'Case',
      { children: 'CaseComments', masterDetail: true },
      required,
      createOnly,
      indexed
    ),
    IsPublished: checkbox('Published'),
    CommentBody: textarea('Body', 4000)
  }
});
