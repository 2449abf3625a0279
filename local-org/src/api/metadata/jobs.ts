import {
  type DeployJob,
  type DeployOptions,
  deployResult,
  type DeployResult,
  type DeployState,
  newJobId,
  runDeployment
} from '../../deploy/index.ts';
import { OrgError } from '../../errors.ts';
import type { LiveOrg } from '../../org.ts';

/** How many finished deployments are still told about. */
const remembered = 100;

interface Waiting {
  job: DeployJob;
  state: DeployState;
  canceled: boolean;
}

/** Deployments asked for, one running at a time, in the order they came. */
export class DeployQueue {
  readonly #org: LiveOrg;
  readonly #jobs = new Map<string, Waiting>();
  #last: Promise<void> = Promise.resolve();

  constructor(org: LiveOrg) {
    this.#org = org;
  }

  /** Takes a package and answers at once; it runs when those before it are done. */
  add(zip: Uint8Array, options: DeployOptions, userId: string): DeployResult {
    const created = this.#org.clock.now();
    const job: DeployJob = { id: newJobId('0Af', created), userId, options, created };
    const waiting: Waiting = { job, state: { status: 'Pending' }, canceled: false };
    this.#jobs.set(job.id, waiting);
    this.#forgetOldest();
    this.#last = this.#last.then(() => this.#run(waiting, zip));
    return this.result(job.id);
  }

  /** @throws OrgError if there is no such deployment */
  result(id: string): DeployResult {
    const { job, state } = this.#find(id);
    return deployResult(this.#org, job, state);
  }

  /** Stops a deployment before its next step. One that is done stays as it is. */
  cancel(id: string): DeployResult {
    const waiting = this.#find(id);
    if (waiting.state.status === 'Pending' || waiting.state.status === 'InProgress') {
      waiting.canceled = true;
      waiting.state = { ...waiting.state, status: 'Canceling' };
    }
    return this.result(id);
  }

  async #run(waiting: Waiting, zip: Uint8Array): Promise<void> {
    waiting.job = { ...waiting.job, started: this.#org.clock.now() };
    try {
      waiting.state = await runDeployment(this.#org, zip, waiting.job, {
        progress: (state) => {
          waiting.state = state;
        },
        canceled: () => waiting.canceled
      });
    } catch (error) {
      waiting.state = {
        status: 'Failed',
        error: { code: 'UNKNOWN_EXCEPTION', message: `The local org failed: ${faultText(error)}` }
      };
    }
  }

  #find(id: string): Waiting {
    const found = [...this.#jobs].find(([key]) => key === id || key.slice(0, 15) === id)?.[1];
    if (!found) throw new OrgError('INVALID_ID_FIELD', `There is no deployment ${id}`);
    return found;
  }

  #forgetOldest(): void {
    for (const [id, { state }] of this.#jobs) {
      if (this.#jobs.size <= remembered) return;
      if (['Succeeded', 'Failed', 'Canceled'].includes(state.status)) this.#jobs.delete(id);
    }
  }
}

/** A fault of ours, with the place it came from: the client is who sees it. */
function faultText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const place = error.stack?.split('\n').find((line) => line.trim().startsWith('at '));
  return place === undefined ? error.message : `${error.message} (${place.trim()})`;
}
