import type { Org } from '../org.ts';
import type {
  DeployDetails,
  DeployMessage,
  DeployOptions,
  DeployResult,
  DeployStatus,
  RunTestResult
} from './types.ts';

/** What a deployment is known by from the moment it is asked for. */
export interface DeployJob {
  readonly id: string;
  readonly userId: string;
  readonly options: DeployOptions;
  readonly created: number;
  readonly started?: number;
}

/** How far a deployment is, or how it ended. */
export interface DeployState {
  readonly status: DeployStatus;
  readonly step?: string;
  readonly total?: number;
  readonly successes?: readonly DeployMessage[];
  readonly failures?: readonly DeployMessage[];
  readonly tests?: RunTestResult;
  readonly error?: { readonly code: string; readonly message: string };
}

/** A deployment as the Metadata API tells it. */
export function deployResult(org: Org, job: DeployJob, state: DeployState): DeployResult {
  const { status, step, successes = [], failures = [], tests, error } = state;
  const { checkOnly, ignoreWarnings, rollbackOnError, testLevel } = job.options;
  const done = status === 'Succeeded' || status === 'Failed' || status === 'Canceled';
  const now = iso(org.clock.now());
  const name = userName(org, job.userId);
  const details: DeployDetails = {
    componentSuccesses: successes,
    componentFailures: failures,
    ...(tests && { runTestResult: tests })
  };
  return {
    id: job.id,
    status,
    success: status === 'Succeeded',
    done,
    checkOnly,
    ignoreWarnings,
    rollbackOnError,
    runTestsEnabled: testLevel !== 'NoTestRun',
    createdBy: job.userId,
    createdByName: name,
    createdDate: iso(job.created),
    ...(job.started !== undefined && { startDate: iso(job.started) }),
    lastModifiedDate: now,
    ...(done && { completedDate: now }),
    ...(status === 'Canceled' && { canceledBy: job.userId, canceledByName: name }),
    ...(step !== undefined && !done && { stateDetail: step }),
    ...(error && { errorStatusCode: error.code, errorMessage: error.message }),
    numberComponentErrors: failures.length,
    numberComponentsDeployed: status === 'Succeeded' ? (state.total ?? 0) : 0,
    numberComponentsTotal: state.total ?? 0,
    numberTestErrors: tests?.numFailures ?? 0,
    numberTestsCompleted: (tests?.numTestsRun ?? 0) - (tests?.numFailures ?? 0),
    numberTestsTotal: tests?.numTestsRun ?? 0,
    details
  };
}

/** A time as the API writes it. */
export function iso(time: number): string {
  return new Date(time).toISOString();
}

function userName(org: Org, userId: string): string {
  const row = org.store.get('SELECT "FirstName", "LastName" FROM "User" WHERE "Id" = ?', [userId]);
  return [row?.FirstName, row?.LastName].filter((part) => typeof part === 'string').join(' ');
}
