import { DrivableClock } from '../../src/clock/clock.ts';
import { syncSetupRows } from '../../src/deploy/setup.ts';
import type { CreateMatcher } from '../../src/omni/index.ts';
import type { LiveOrg } from '../../src/org.ts';
import { assembleOrg } from '../../src/kernel.ts';
import type { Rooms } from '../../src/kernel.ts';
import { rooms } from '../../src/open.ts';
import { buildSchema } from '../../src/schema/index.ts';
import type { MetadataFile } from '../../src/schema/types.ts';
import { storeFiles } from '../../src/deploy/stored.ts';
import { syncTables } from '../../src/store/index.ts';

export interface TestOrgOptions {
  /** Metadata by its path in a package, e.g. `objects/Thing__c.object`: what is inside the root element, or a whole file. */
  readonly files?: Readonly<Record<string, string>>;
  readonly clock?: DrivableClock;
  readonly folder?: string;
  readonly createMatcher?: CreateMatcher;
  /** Rooms that differ from the real ones. */
  readonly rooms?: Partial<Rooms>;
}

export interface TestOrg extends LiveOrg {
  readonly clock: DrivableClock;
  /** The id of the user that a new org starts with. */
  readonly adminId: string;
}

/** When a test org's clock begins. */
export const start = Date.UTC(2026, 10, 21, 9, 30, 0);

/** A whole org in memory, with the objects of some metadata texts. Without Apex: that comes by a deployment. */
export function testOrg(options: TestOrgOptions = {}): TestOrg {
  const clock = options.clock ?? new DrivableClock(start);
  const org = assembleOrg(
    { folder: options.folder ?? ':memory:', clock, createMatcher: options.createMatcher },
    { ...rooms, ...options.rooms }
  );
  const admin = org.store.get(`SELECT "Id" AS id FROM "User" WHERE "Alias" = 'admin'`);
  const adminId = String(admin?.['id']);
  if (options.files) addMetadata(org, adminId, options.files);
  return Object.assign(org, { clock, adminId });
}

const types: Readonly<Record<string, string>> = {
  objects: 'CustomObject',
  labels: 'CustomLabels',
  permissionsets: 'PermissionSet',
  permissionsetgroups: 'PermissionSetGroup',
  profiles: 'Profile',
  queues: 'Queue',
  settings: 'Settings',
  serviceChannels: 'ServiceChannel',
  queueRoutingConfigs: 'QueueRoutingConfig',
  servicePresenceStatuses: 'ServicePresenceStatus',
  presenceUserConfigs: 'PresenceUserConfig',
  presenceDeclineReasons: 'PresenceDeclineReason',
  skills: 'Skill',
  globalValueSets: 'GlobalValueSet',
  flexipages: 'FlexiPage',
  layouts: 'Layout',
  tabs: 'CustomTab',
  applications: 'CustomApplication',
  customPermissions: 'CustomPermission',
  translations: 'Translations',
  objectTranslations: 'CustomObjectTranslation'
};

/** Adds metadata to an org, tables and setup rows included. */
export function addMetadata(org: LiveOrg, userId: string, texts: Readonly<Record<string, string>>): void {
  const files = Object.entries(texts).map(([file, text]) => metadataFile(file, text));
  const built = buildSchema(files);
  if ('problems' in built) {
    throw new Error(built.problems.map(({ file, line, message }) => `${file}:${String(line)}: ${message}`).join('\n'));
  }
  const { schema } = built;
  const { image } = org.apex;
  org.transact(userId, () => {
    for (const file of files) storeFiles(org.store, file.type, file.fullName, [file]);
    syncTables(org.store, org.schema, schema);
    syncSetupRows(
      org.store,
      org.schema,
      schema,
      { before: image, after: image, sources: [] },
      { userId, now: org.clock.now() }
    );
  });
  org.replace(schema, image);
}

function metadataFile(file: string, text: string): MetadataFile {
  const [folder = '', name = ''] = file.split('/');
  const type = types[folder];
  if (type === undefined) throw new Error(`testOrg does not know the metadata folder ${folder}.`);
  const whole = text.trimStart().startsWith('<?xml')
    ? text
    : `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${text}</${type}>`;
  return { type, fullName: name.replace(/\.[^.]+$/, ''), file, content: Buffer.from(whole) };
}
