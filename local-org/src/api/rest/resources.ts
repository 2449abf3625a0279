import { UnsupportedError } from '../../errors.ts';
import type { Answer, Call, Route } from './call.ts';
import { route } from './call.ts';

/** What the API says of itself. */
export const resourceRoutes: readonly Route[] = [route('GET ', resourceMap), route('GET limits', limits)];

/** What clients know from the platform and the local org does not do. Asked first: it says so rather than "not found". */
export const refusedRoutes: readonly Route[] = [
  route('GET recent', () => refuse('recently viewed records')),
  route('GET search', () => refuse('SOSL')),
  route('GET parameterizedSearch', () => refuse('parameterized search')),
  route('POST parameterizedSearch', () => refuse('parameterized search')),
  route('GET sobjects/:object/updated', () => refuse('lists of updated records: query SystemModstamp')),
  route('GET sobjects/:object/deleted', () => refuse('lists of deleted records: query IsDeleted with queryAll')),
  route('GET sobjects/:object/listviews', () => refuse('list views over REST: use the UI API')),
  route('GET sobjects/:object/describe/layouts', () => refuse('layouts over REST: use the UI API')),
  route('GET sobjects/:object/quickActions', () => refuse('quick actions')),
  route('GET analytics', () => refuse('reports')),
  route('GET wave', () => refuse('CRM Analytics'))
];

function refuse(what: string): never {
  throw new UnsupportedError(what);
}

const resources = [
  'actions',
  'composite',
  'jobs',
  'limits',
  'metadata',
  'query',
  'queryAll',
  'sobjects',
  'tooling',
  'ui-api'
];

function resourceMap(call: Call): Answer {
  const addresses = Object.fromEntries(resources.map((name) => [name, `${call.base}/${name}`]));
  return {
    status: 200,
    body: {
      ...addresses,
      identity: `http://${call.headers['host'] ?? ''}/id/${call.org.organization.id}/${call.session.userId}`
    }
  };
}

/** The limits clients ask for before large jobs. Nothing here is metered: what remains is what there is. */
function limits(): Answer {
  const unmetered = { Max: 1_000_000, Remaining: 1_000_000 };
  return {
    status: 200,
    body: {
      DailyApiRequests: unmetered,
      DailyBulkApiBatches: unmetered,
      DailyBulkV2QueryJobs: unmetered,
      DailyAsyncApexExecutions: unmetered,
      DataStorageMB: unmetered,
      FileStorageMB: unmetered
    }
  };
}
