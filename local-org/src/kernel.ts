import type { ApexImage, ApexRuntime } from './apex/types.ts';
import { systemClock } from './clock/clock.ts';
import type { Clock } from './clock/clock.ts';
import { storedForSchema } from './deploy/stored.ts';
import { OrgError } from './errors.ts';
import { createEvents, EVENT_BUS_TABLE, leftDeliveries } from './events/index.ts';
import { createOmni } from './omni/index.ts';
import type { CreateMatcher } from './omni/index.ts';
import type { LiveOrg, Org } from './org.ts';
import { Counters, createNewOrg, createRecords, createTransactor, RECYCLE_BIN_TABLES } from './records/index.ts';
import type { NewOrg } from './records/index.ts';
import { buildSchema } from './schema/index.ts';
import type { Schema } from './schema/types.ts';
import type { Access } from './security/types.ts';
import type { Soql } from './soql/types.ts';
import { openStore, readApexImage, syncTables } from './store/index.ts';
import type { Store } from './store/index.ts';

export interface OpenOptions {
  /** Where the database lies; `:memory:` for one that ends with the process. */
  readonly folder: string;
  readonly clock?: Clock;
  /** Who decides which agent gets which work; without one Omni-Channel is off. */
  readonly createMatcher?: CreateMatcher;
  /** What an org that is made now starts with. */
  readonly newOrg?: Partial<NewOrg>;
}

/** The rooms that the kernel fits together. */
export interface Rooms {
  createSoql(org: Org): Soql;
  accessOf(org: Org, userId: string): Access;
  createApex(org: Org): ApexRuntime;
}

const usualOrg: NewOrg = {
  name: 'Local Org',
  language: 'en_US',
  locale: 'en_US',
  timeZone: 'GMT',
  admin: { username: 'admin@example.com', firstName: 'Ada', lastName: 'Admin', email: 'admin@example.com' }
};

/**
 * Opens the org in a folder, or makes one there.
 * @throws OrgError if the database can't be used or what is deployed in it can no longer be read
 */
export function assembleOrg(options: OpenOptions, rooms: Rooms): LiveOrg {
  const database = openStore(options.folder);
  try {
    return assemble(database, options, rooms);
  } catch (error) {
    database.close();
    throw error;
  }
}

function assemble(database: Store, options: OpenOptions, rooms: Rooms): LiveOrg {
  const { clock = systemClock } = options;
  let schema = deployedSchema(database);
  const counters = new Counters(database);
  prepareDatabase(database, schema, counters, clock.now(), { ...usualOrg, ...options.newOrg });
  const image = readImage(database);

  const transactor = createTransactor(() => org, database, {
    before: () => counters.save(),
    after: () => counters.saved(),
    closing: () => events.stop()
  });
  const org: LiveOrg = {
    clock,
    store: transactor.store,
    organization: organizationIn(database),
    get schema() {
      return schema;
    },
    get soql() {
      return soql;
    },
    get records() {
      return records;
    },
    get events() {
      return events;
    },
    get triggers() {
      return apex;
    },
    get apex() {
      return apex;
    },
    get omni() {
      return omni;
    },
    get watcher() {
      return omni;
    },
    get transaction() {
      const { current } = transactor;
      if (!current) throw new Error('No transaction is running.');
      return current;
    },
    accessOf: (userId) => rooms.accessOf(org, userId),
    transact: (userId, work) => transactor.transact(userId, work),
    replace(newSchema, newImage) {
      schema = newSchema;
      soql.schemaChanged();
      apex.load(newImage);
      omni.schemaChanged();
    }
  };
  const soql = rooms.createSoql(org);
  const records = createRecords(org, counters);
  const events = createEvents(
    () => org,
    () => transactor.drain()
  );
  const apex = rooms.createApex(org);
  const omni = createOmni(() => org, options.createMatcher);
  apex.load(image);
  omni.open();
  events.enqueue([...leftDeliveries(org), ...apex.kept()]);
  return org;
}

function deployedSchema(store: Store): Schema {
  const built = buildSchema(storedForSchema(store));
  if ('schema' in built) return built.schema;
  const [first] = built.problems;
  throw new OrgError(
    'SCHEMA_DAMAGED',
    `What is deployed in this org can no longer be read: ${first?.file ?? ''}:${String(first?.line ?? 0)}: ${first?.message ?? ''}. Run \`npm run org:reset\` to start with an empty org.`
  );
}

/** Tables follow the schema (its standard objects may have grown since the last start); an empty database becomes an org. */
function prepareDatabase(store: Store, schema: Schema, counters: Counters, now: number, newOrg: NewOrg): void {
  store.transaction(() => {
    store.exec(RECYCLE_BIN_TABLES + EVENT_BUS_TABLE);
    syncTables(store, undefined, schema);
    if (store.get('SELECT 1 AS found FROM "Organization"')) return;
    createNewOrg(store, schema, counters, Math.floor(now / 1000) * 1000, newOrg);
    counters.save();
  });
  counters.saved();
}

function readImage(store: Store): ApexImage {
  const text = readApexImage(store);
  // The image was written by this program; a database of another version is refused when it is opened.
  return text === undefined ? { units: [] } : (JSON.parse(text) as ApexImage);
}

function organizationIn(store: Store): Org['organization'] {
  const row = store.get(
    'SELECT "Id" AS id, "Name" AS name, "LanguageLocaleKey" AS language, "TimeZoneSidKey" AS zone FROM "Organization"'
  );
  return {
    id: String(row?.['id']),
    name: String(row?.['name']),
    language: String(row?.['language']),
    timeZone: String(row?.['zone'])
  };
}
