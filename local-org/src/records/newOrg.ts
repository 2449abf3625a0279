import type { FieldValue } from '../row.ts';
import type { Schema } from '../schema/types.ts';
import type { Store } from '../store/index.ts';
import type { Counters } from './counters.ts';
import { idOf } from './ids.ts';
import { insertRow, planOf } from './plan.ts';

/** What a new org starts with. */
export interface NewOrg {
  readonly name: string;
  readonly language: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly admin: {
    readonly username: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
  };
}

/** Auto-numbers of a new org begin behind the platform's own first records. */
const firstNumbers = { 'Case.CaseNumber': 1000, 'Order.OrderNumber': 99 };

const stockProfiles = ['System Administrator', 'Standard User', 'Minimum Access - Salesforce'];

/** Fills an empty database with the rows every org has. Runs in the caller's transaction. */
export function createNewOrg(store: Store, schema: Schema, counters: Counters, now: number, org: NewOrg): void {
  const adminId = nextId('User');

  function nextId(object: string): string {
    const prefix = schema.object(object)?.keyPrefix;
    if (prefix === undefined) throw new Error(`The schema has no object ${object}.`);
    return idOf(prefix, counters.next(prefix));
  }

  function add(object: string, values: Record<string, FieldValue>, id = nextId(object)): string {
    const definition = schema.object(object);
    if (!definition) throw new Error(`The schema has no object ${object}.`);
    const plan = planOf(definition);
    const stamps = {
      CreatedDate: now,
      CreatedById: adminId,
      LastModifiedDate: now,
      LastModifiedById: adminId,
      SystemModstamp: now
    };
    insertRow(store, plan, { ...plan.blank, ...stamps, ...values, Id: id });
    return id;
  }

  add('Organization', {
    Name: org.name,
    DefaultLocaleSidKey: org.locale,
    LanguageLocaleKey: org.language,
    TimeZoneSidKey: org.timeZone,
    OrganizationType: 'Developer Edition',
    InstanceName: 'LOCAL',
    IsSandbox: false,
    FiscalYearStartMonth: 1
  });

  const license = add('UserLicense', {
    Name: 'Salesforce',
    MasterLabel: 'Salesforce',
    LicenseDefinitionKey: 'SFDC',
    Status: 'Active',
    TotalLicenses: 1000,
    UsedLicenses: 1
  });
  const profiles = new Map(
    stockProfiles.map((name) => [name, add('Profile', { Name: name, UserLicenseId: license, UserType: 'Standard' })])
  );
  for (const [name, profileId] of profiles) addProfilePermissions(name, profileId);

  /** What a profile allows by itself rests in a permission set that it owns. */
  function addProfilePermissions(name: string, profileId: string): void {
    const plan = planOf(schema.object('PermissionSet') ?? missing('PermissionSet'));
    const permissions = plan.stored.filter((field) => field.name.startsWith('Permissions')).map((field) => field.name);
    const granted = name === 'System Administrator' ? permissions : (usualPermissions[name] ?? []);
    const values: Record<string, FieldValue> = {
      Name: `X00ex${profileId.slice(5, 15)}`,
      Label: profileId,
      ProfileId: profileId,
      IsOwnedByProfile: true,
      Type: 'Profile',
      LicenseId: license
    };
    for (const permission of granted) values[permission] = true;
    add('PermissionSet', values);
  }

  const user = {
    LanguageLocaleKey: org.language,
    LocaleSidKey: org.locale,
    TimeZoneSidKey: org.timeZone,
    EmailEncodingKey: 'UTF-8',
    IsActive: true
  };
  const adminProfile = profiles.get('System Administrator') ?? missing('System Administrator');
  add(
    'User',
    {
      ...user,
      Username: org.admin.username,
      FirstName: org.admin.firstName,
      LastName: org.admin.lastName,
      Email: org.admin.email,
      Alias: 'admin',
      CommunityNickname: 'admin',
      ProfileId: adminProfile,
      UserType: 'Standard'
    },
    adminId
  );
  add('User', {
    ...user,
    Username: `autoproc@${adminId.toLowerCase()}.local`,
    FirstName: 'Automated',
    LastName: 'Process',
    Email: `autoproc@${adminId.toLowerCase()}.local`,
    Alias: 'autoproc',
    CommunityNickname: 'autoproc',
    UserType: 'AutomatedProcess'
  });

  add('Pricebook2', { Name: 'Standard Price Book', IsActive: true, IsStandard: true });
  add('BusinessHours', { Name: 'Default', IsActive: true, IsDefault: true, TimeZoneSidKey: org.timeZone });
  for (const [name, last] of Object.entries(firstNumbers)) counters.startAfter(name, last);
}

const usualPermissions: Readonly<Record<string, readonly string[]>> = {
  'Standard User': [
    'PermissionsApiEnabled',
    'PermissionsEditTask',
    'PermissionsEditEvent',
    'PermissionsLightningExperienceUser',
    'PermissionsLightningConsoleAllowedForUser',
    'PermissionsRunReports'
  ],
  'Minimum Access - Salesforce': ['PermissionsLightningExperienceUser']
};

function missing(name: string): never {
  throw new Error(`The schema has no ${name}.`);
}
