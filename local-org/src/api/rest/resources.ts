import { UnsupportedError } from '../../errors.ts';
import type { Answer, Call, Route } from './call.ts';
import { route } from './call.ts';

/** What the API says of itself, and what it honestly does not do. */
export const resourceRoutes: readonly Route[] = [
  route('GET ', resourceMap),
  route('GET limits', limits),
  route('GET recent', () => refuse('recently viewed records')),
  route('GET search', () => refuse('SOSL')),
  route('GET parameterizedSearch', () => refuse('parameterized search')),
  route('POST parameterizedSearch', () => refuse('parameterized search')),
  route('GET analytics', () => refuse('reports')),
  route('GET wave', () => refuse('CRM Analytics')),
  route('POST actions', () => refuse('invocable actions over REST'))
];

function refuse(what: string): never {
  throw new UnsupportedError(what);
}

const resources = ['composite', 'jobs', 'limits', 'metadata', 'query', 'queryAll', 'sobjects', 'tooling', 'ui-api'];

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
