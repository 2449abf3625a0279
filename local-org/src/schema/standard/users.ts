import { addressFields } from './address.ts';
import { fullName } from './customers.ts';
import {
  auditedSetup,
  checkbox,
  createOnly,
  date,
  datetime,
  defaulted,
  derived,
  email,
  indexed,
  int,
  longText,
  lookup,
  nameField,
  part,
  phone,
  picklist,
  polymorphic,
  readOnly,
  required,
  restrictedPicklist,
  standardObject,
  text,
  time,
  url,
  viewed
} from './notation.ts';
import { encodings, languages, locales, timeZones } from './settings.ts';

const short = { length: 40 };
const hours = Array.from({ length: 24 }, (_, hour) => `${hour}`);

export const user = standardObject({
  name: 'User',
  label: 'User',
  plural: 'Users',
  prefix: '005',
  setup: true,
  deletable: false,
  undeletable: false,
  system: [...auditedSetup, ...viewed],
  fields: {
    Username: text('Username', 80, required, indexed, { unique: true }),
    LastName: text('Last Name', 80, required, indexed, part('Name')),
    FirstName: text('First Name', 40, part('Name')),
    Name: text('Full Name', 121, { nillable: false }, nameField, derived(fullName)),
    CompanyName: text('Company Name', 80),
    Division: text('Division', 80),
    Department: text('Department', 80),
    Title: text('Title', 80),
    ...addressFields(''),
    Email: email('Email', { length: 128 }, required, indexed),
    EmailPreferencesAutoBcc: checkbox('AutoBcc'),
    EmailPreferencesAutoBccStayInTouch: checkbox('AutoBccStayInTouch'),
    EmailPreferencesStayInTouchReminder: checkbox('StayInTouchReminder'),
    SenderEmail: email('Email Sender Address'),
    SenderName: text('Email Sender Name', 80),
    Signature: longText('Email Signature', 1333),
    Phone: phone('Phone'),
    Fax: phone('Fax'),
    MobilePhone: phone('Mobile'),
    Extension: phone('Extension'),
    Alias: text('Alias', 8, required, indexed),
    CommunityNickname: text('Nickname', 40, defaulted, { unique: true, indexed: true }),
    IsActive: checkbox('Active'),
    TimeZoneSidKey: restrictedPicklist('Time Zone', timeZones, short, required),
    UserRoleId: lookup('Role ID', 'UserRole', { children: 'Users' }),
    LocaleSidKey: restrictedPicklist('Locale', locales, short, required),
    ReceivesInfoEmails: checkbox('Info Emails'),
    ReceivesAdminInfoEmails: checkbox('Admin Info Emails'),
    EmailEncodingKey: restrictedPicklist('Email Encoding', encodings, short, required),
    ProfileId: lookup('Profile ID', 'Profile', { children: 'Users', onDelete: 'Restrict' }, required),
    UserType: restrictedPicklist(
      'User Type',
      ['Standard*', 'Guest', 'AutomatedProcess=Automated Process'],
      short,
      readOnly
    ),
    StartDay: restrictedPicklist('Start of Day', hours, short),
    EndDay: restrictedPicklist('End of Day', hours, short),
    LanguageLocaleKey: restrictedPicklist('Language', languages, short, required),
    EmployeeNumber: text('Employee Number', 20),
    DelegatedApproverId: polymorphic('Delegated Approver ID', ['Group', 'User'], { children: 'DelegatedUsers' }),
    ManagerId: lookup('Manager ID', 'User', { children: 'ManagedUsers' }),
    LastLoginDate: datetime('Last Login', readOnly),
    LastPasswordChangeDate: datetime('Last Password Change or Reset', readOnly),
    NumberOfFailedLogins: int('Failed Login Attempts', 9, readOnly),
    SuAccessExpirationDate: date('SU Access Expiration Date', readOnly),
    UserPermissionsMarketingUser: checkbox('Marketing User'),
    UserPermissionsOfflineUser: checkbox('Offline User'),
    UserPermissionsCallCenterAutoLogin: checkbox('Auto-login To Call Center'),
    UserPermissionsSFContentUser: checkbox('Salesforce CRM Content User'),
    UserPermissionsKnowledgeUser: checkbox('Knowledge User'),
    UserPermissionsInteractionUser: checkbox('Flow User'),
    UserPermissionsSupportUser: checkbox('Service Cloud User'),
    ForecastEnabled: checkbox('Allow Forecasting'),
    ContactId: lookup('Contact ID', 'Contact', { children: 'Users' }),
    AccountId: lookup('Account ID', 'Account', { children: 'Users' }, readOnly),
    FederationIdentifier: text('SAML Federation ID', 512, indexed),
    AboutMe: longText('About Me', 1000),
    FullPhotoUrl: url('Url for full-sized Photo', readOnly, { length: 1024 }),
    SmallPhotoUrl: url('Photo', readOnly, { length: 1024 }),
    MediumPhotoUrl: url('Url for medium profile photo', readOnly, { length: 1024 }),
    DigestFrequency: restrictedPicklist(
      'Chatter Email Highlights Frequency',
      ['D=Daily*', 'W=Weekly', 'N=Never'],
      short,
      defaulted
    ),
    DefaultGroupNotificationFrequency: restrictedPicklist(
      'Default Notification Frequency when Joining Groups',
      ['P=Email on each post', 'D=Daily digests', 'W=Weekly digests', 'N=Never*'],
      short,
      defaulted
    )
  }
});

export const userRole = standardObject({
  name: 'UserRole',
  label: 'Role',
  plural: 'Role',
  prefix: '00E',
  setup: true,
  system: ['Id', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'],
  fields: {
    Name: text('Name', 80, required, nameField),
    ParentRoleId: lookup('Parent Role ID', 'UserRole'),
    RollupDescription: text('Description', 80),
    OpportunityAccessForAccountOwner: picklist(
      'Opportunity Access Level for Account Owner',
      ['None', 'Read', 'Edit*'],
      short,
      defaulted
    ),
    CaseAccessForAccountOwner: picklist('Case Access Level for Account Owner', ['None', 'Read', 'Edit*'], short),
    ContactAccessForAccountOwner: picklist(
      'Contact Access Level for Account Owner',
      ['None', 'Read', 'Edit*'],
      short,
      readOnly
    ),
    DeveloperName: text('Developer Name', 80)
  }
});

export const profile = standardObject({
  name: 'Profile',
  label: 'Profile',
  plural: 'Profile',
  prefix: '00e',
  setup: true,
  createable: false,
  updateable: false,
  deletable: false,
  system: [...auditedSetup, ...viewed],
  fields: {
    Name: text('Name', 255, required, nameField),
    UserLicenseId: lookup('User License ID', 'UserLicense', {}, required, createOnly),
    UserType: restrictedPicklist('User Type', ['Standard*', 'Guest'], short, readOnly),
    Description: text('Description', 255)
  }
});

export const userLicense = standardObject({
  name: 'UserLicense',
  label: 'User License',
  plural: 'User License',
  prefix: '100',
  setup: true,
  createable: false,
  updateable: false,
  deletable: false,
  system: ['Id', 'CreatedDate', 'LastModifiedDate', 'SystemModstamp'],
  fields: {
    LicenseDefinitionKey: text('License Def. ID', 40, required, readOnly),
    TotalLicenses: int('Total Licenses', 9, required, readOnly),
    Status: restrictedPicklist('Status', ['Active*', 'Disabled'], short, required, readOnly),
    UsedLicenses: int('Used Licenses', 9, required, readOnly),
    Name: text('Name', 40, required, readOnly, nameField),
    MasterLabel: text('Master Label', 40, required, readOnly)
  }
});

export const organization = standardObject({
  name: 'Organization',
  label: 'Organization',
  plural: 'Organizations',
  prefix: '00D',
  setup: true,
  createable: false,
  deletable: false,
  system: auditedSetup,
  fields: {
    Name: text('Name', 80, required, { createable: false }, nameField),
    Division: text('Division', 80, { createable: false }),
    ...addressFields('', { createable: false }),
    Phone: phone('Phone', { createable: false }),
    Fax: phone('Fax', { createable: false }),
    PrimaryContact: text('Primary Contact', 80, { createable: false }),
    DefaultLocaleSidKey: restrictedPicklist('Locale', locales, short, required, { createable: false }),
    TimeZoneSidKey: restrictedPicklist('Time Zone', timeZones, short, required, { createable: false }),
    LanguageLocaleKey: restrictedPicklist('Language', languages, short, required, { createable: false }),
    FiscalYearStartMonth: int('Fiscal Year Starts In', 9, readOnly),
    UsesStartDateAsFiscalYearName: checkbox('Fiscal Year Name by Start', readOnly),
    TrialExpirationDate: datetime('Trial Expiration Date', readOnly),
    OrganizationType: restrictedPicklist(
      'Edition',
      ['Developer Edition', 'Enterprise Edition', 'Unlimited Edition'],
      short,
      readOnly
    ),
    NamespacePrefix: text('Namespace Prefix', 15, readOnly),
    InstanceName: text('Instance Name', 5, readOnly),
    IsSandbox: checkbox('Is Sandbox', readOnly),
    IsReadOnly: checkbox('Is Read Only', readOnly),
    WebToCaseDefaultOrigin: text('Web to Cases Default Origin', 40, { createable: false }),
    SignupCountryIsoCode: text('Signup Country', 2, readOnly)
  }
});

export const recordType = standardObject({
  name: 'RecordType',
  label: 'Record Type',
  plural: 'Record Types',
  prefix: '012',
  setup: true,
  createable: false,
  updateable: false,
  deletable: false,
  system: auditedSetup,
  fields: {
    Name: text('Name', 80, required, nameField),
    DeveloperName: text('Record Type Name', 80, required),
    NamespacePrefix: text('Namespace Prefix', 15, readOnly),
    Description: text('Description', 255),
    SobjectType: picklist('SObject Type Name', [], short, required, createOnly),
    IsActive: checkbox('Active'),
    IsPersonType: checkbox('Is Person Type', readOnly)
  }
});

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export const businessHours = standardObject({
  name: 'BusinessHours',
  label: 'Business Hours',
  plural: 'Business Hours',
  prefix: '01m',
  setup: true,
  deletable: false,
  system: [...auditedSetup, 'LastViewedDate'],
  fields: {
    Name: text('Business Hours Name', 80, required, nameField),
    IsActive: checkbox('Active'),
    IsDefault: checkbox('Default Business Hours'),
    ...Object.fromEntries(
      days.flatMap((day) => [
        [`${day}StartTime`, time(`${day} Start`)],
        [`${day}EndTime`, time(`${day} End`)]
      ])
    ),
    TimeZoneSidKey: restrictedPicklist('Time Zone', timeZones, short, required)
  }
});

/** What stands behind Owner, Who and What in a path: the fields that all of them have. */
export const name = standardObject({
  name: 'Name',
  label: 'Name',
  plural: 'Name',
  prefix: '',
  createable: false,
  updateable: false,
  deletable: false,
  queryable: false,
  system: ['Id', ...viewed],
  fields: {
    Name: text('Name', 255, readOnly, nameField),
    LastName: text('Last Name', 80, readOnly),
    FirstName: text('First Name', 40, readOnly),
    Type: text('Type', 40, readOnly),
    Alias: text('Alias', 8, readOnly),
    UserRoleId: lookup('Role ID', 'UserRole', {}, readOnly),
    RecordTypeId: lookup('Record Type ID', 'RecordType', {}, readOnly),
    IsActive: checkbox('Active', readOnly),
    ProfileId: lookup('Profile ID', 'Profile', {}, readOnly),
    Title: text('Title', 128, readOnly),
    Email: email('Email', readOnly),
    Phone: phone('Phone', readOnly),
    NameOrAlias: text('Name or Alias', 80, readOnly),
    Username: text('Username', 80, readOnly)
  }
});
