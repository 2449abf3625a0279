import { addressFields } from './address.ts';
import {
  audited,
  checkbox,
  createOnly,
  currency,
  date,
  datetime,
  defaulted,
  derived,
  email,
  indexed,
  int,
  longText,
  listView,
  lookup,
  nameField,
  part,
  phone,
  picklist,
  readOnly,
  required,
  restrictedPicklist,
  standardObject,
  text,
  url,
  viewed
} from './notation.ts';

const industries = [
  'Agriculture',
  'Apparel',
  'Banking',
  'Biotechnology',
  'Chemicals',
  'Communications',
  'Construction',
  'Consulting',
  'Education',
  'Electronics',
  'Energy',
  'Engineering',
  'Entertainment',
  'Environmental',
  'Finance',
  'Food & Beverage',
  'Government',
  'Healthcare',
  'Hospitality',
  'Insurance',
  'Machinery',
  'Manufacturing',
  'Media',
  'Not For Profit',
  'Other',
  'Recreation',
  'Retail',
  'Shipping',
  'Technology',
  'Telecommunications',
  'Transportation',
  'Utilities'
];

const leadSources = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other'];

/** A person's full name, as the platform puts it together. */
export const fullName = 'IF(ISBLANK(FirstName), LastName, FirstName & " " & LastName)';

export const account = standardObject({
  name: 'Account',
  label: 'Account',
  plural: 'Accounts',
  prefix: '001',
  system: [...audited, 'LastActivityDate', ...viewed],
  compactLayout: ['Name', 'Type', 'Phone', 'Website', 'OwnerId'],
  listViews: [
    listView('AllAccounts', 'All Accounts', ['Name', 'Site', 'BillingState', 'Phone', 'Type', 'Owner.Alias']),
    listView('MyAccounts', 'My Accounts', ['Name', 'Site', 'BillingState', 'Phone', 'Type', 'Owner.Alias'], {
      mine: true
    })
  ],
  fields: {
    MasterRecordId: lookup('Master Record ID', 'Account', {}, readOnly),
    Name: text('Account Name', 255, required, nameField),
    Type: picklist('Account Type', [
      'Prospect',
      'Customer - Direct',
      'Customer - Channel',
      'Channel Partner / Reseller',
      'Installation Partner',
      'Technology Partner',
      'Other'
    ]),
    RecordTypeId: lookup('Record Type ID', 'RecordType'),
    ParentId: lookup('Parent Account ID', 'Account', { children: 'ChildAccounts' }),
    ...addressFields('Billing'),
    ...addressFields('Shipping'),
    Phone: phone('Account Phone'),
    Fax: phone('Account Fax'),
    AccountNumber: text('Account Number', 40),
    Website: url('Website'),
    PhotoUrl: url('Photo URL', readOnly),
    Sic: text('SIC Code', 20),
    SicDesc: text('SIC Description', 80),
    Industry: picklist('Industry', industries),
    AnnualRevenue: currency('Annual Revenue', { scale: 0 }),
    NumberOfEmployees: int('Employees', 8),
    Ownership: picklist('Ownership', ['Public', 'Private', 'Subsidiary', 'Other']),
    TickerSymbol: text('Ticker Symbol', 20),
    Description: longText('Account Description', 32000),
    Rating: picklist('Account Rating', ['Hot', 'Warm', 'Cold']),
    Site: text('Account Site', 80),
    OwnerId: lookup('Owner ID', 'User', { onDelete: 'Restrict' }, defaulted),
    AccountSource: picklist('Account Source', leadSources)
  }
});

export const contact = standardObject({
  name: 'Contact',
  label: 'Contact',
  plural: 'Contacts',
  prefix: '003',
  system: [...audited, 'LastActivityDate', ...viewed],
  compactLayout: ['Name', 'Title', 'AccountId', 'Phone', 'Email', 'OwnerId'],
  listViews: [
    listView('AllContacts', 'All Contacts', ['Name', 'Account.Name', 'Title', 'Phone', 'Email', 'Owner.Alias']),
    listView('MyContacts', 'My Contacts', ['Name', 'Account.Name', 'Title', 'Phone', 'Email', 'Owner.Alias'], {
      mine: true
    })
  ],
  fields: {
    MasterRecordId: lookup('Master Record ID', 'Contact', {}, readOnly),
    RecordTypeId: lookup('Record Type ID', 'RecordType'),
    AccountId: lookup('Account ID', 'Account', { children: 'Contacts', onDelete: 'Cascade' }),
    LastName: text('Last Name', 80, required, indexed, part('Name')),
    FirstName: text('First Name', 40, part('Name')),
    Salutation: picklist('Salutation', ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.'], { length: 40 }, part('Name')),
    Name: text('Full Name', 121, { nillable: false }, nameField, derived(fullName)),
    ...addressFields('Other'),
    ...addressFields('Mailing'),
    Phone: phone('Business Phone'),
    Fax: phone('Business Fax'),
    MobilePhone: phone('Mobile Phone'),
    HomePhone: phone('Home Phone'),
    OtherPhone: phone('Other Phone'),
    AssistantPhone: phone('Asst. Phone'),
    ReportsToId: lookup('Reports To ID', 'Contact'),
    Email: email('Email', indexed),
    Title: text('Title', 128),
    Department: text('Department', 80),
    AssistantName: text("Assistant's Name", 40),
    LeadSource: picklist('Lead Source', leadSources),
    Birthdate: date('Birthdate'),
    Description: longText('Contact Description', 32000),
    OwnerId: lookup('Owner ID', 'User', { onDelete: 'Restrict' }, defaulted),
    HasOptedOutOfEmail: checkbox('Email Opt Out'),
    HasOptedOutOfFax: checkbox('Fax Opt Out'),
    DoNotCall: checkbox('Do Not Call'),
    LastCURequestDate: datetime('Last Stay-in-Touch Request Date', readOnly),
    LastCUUpdateDate: datetime('Last Stay-in-Touch Save Date', readOnly),
    EmailBouncedReason: text('Email Bounced Reason', 255),
    EmailBouncedDate: datetime('Email Bounced Date'),
    IsEmailBounced: checkbox('Is Email Bounced', derived('NOT(ISNULL(EmailBouncedDate))')),
    PhotoUrl: url('Photo URL', readOnly),
    ContactSource: restrictedPicklist('Creation Source', ['Web', 'Phone', 'Email', 'Data Import'], createOnly)
  }
});
