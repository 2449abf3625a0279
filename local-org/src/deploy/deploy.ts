import { OrgError, type Problem } from '../errors.ts';
import type { LiveOrg } from '../org.ts';
import { buildSchema } from '../schema/index.ts';
import { compileApex } from './apexStep.ts';
import { importProblems, losesMethods } from './bundleImports.ts';
import { compileAllBundles, compileBundles } from './bundles.ts';
import { readComponents } from './components.ts';
import { checkFormulas } from './formulas.ts';
import { install } from './install.ts';
import { newJobId } from './jobId.ts';
import { readDestructive, readManifest } from './manifest.ts';
import { failureMessages, successMessages } from './messages.ts';
import { type Plan, planDeployment } from './plan.ts';
import { type DeployJob, deployResult, type DeployState, iso } from './result.ts';
import { sharingWarnings } from './sharing.ts';
import { storedMetadata } from './stored.ts';
import { defaultDeployOptions, type DeployOptions, type DeployResult } from './types.ts';
import { XmlError } from './xml.ts';
import { unpackPackage } from './zip.ts';

/** How somebody follows a deployment, and stops it. */
export interface DeployWatch {
  /** Told before every step. */
  progress?(state: DeployState): void;
  /** Asked before every step. */
  canceled?(): boolean;
}

/**
 * Deploys a metadata-format package: all of it, or nothing if anything is wrong. What is wrong is in the result, with file, line and
 * column; only faults of the org itself are thrown.
 */
export async function deploy(
  org: LiveOrg,
  zip: Uint8Array,
  options: Partial<DeployOptions>,
  userId: string
): Promise<DeployResult> {
  const now = org.clock.now();
  const job = {
    id: newJobId('0Af', now),
    userId,
    options: { ...defaultDeployOptions, ...options },
    created: now,
    started: now
  };
  return deployResult(org, job, await runDeployment(org, zip, job, {}));
}

/** Runs a deployment that waits under its id; see `deploy`. */
export async function runDeployment(
  org: LiveOrg,
  zip: Uint8Array,
  job: DeployJob,
  watch: DeployWatch
): Promise<DeployState> {
  let plan: Plan | undefined;
  const fail = (problems: readonly Problem[]): DeployState => ({
    status: 'Failed',
    total: plan?.changes.length ?? 0,
    failures: failureMessages(problems, plan?.changes ?? [], iso(org.clock.now()))
  });
  const step = (name: string): void => {
    if (watch.canceled?.()) throw new Canceled();
    watch.progress?.({ status: 'InProgress', step: name, total: plan?.changes.length ?? 0 });
  };
  try {
    if (!job.options.rollbackOnError) {
      throw new OrgError('INVALID_OPERATION', 'The local org deploys all or nothing: rollbackOnError must be true');
    }
    step('Reading the package');
    const problems: Problem[] = [];
    plan = readPackage(org, zip, problems);
    if (problems.length > 0) return fail(problems);
    return await build(org, plan, job, step, fail);
  } catch (error) {
    if (error instanceof Canceled) return { status: 'Canceled', total: plan?.changes.length ?? 0 };
    if (error instanceof XmlError) return fail([error.problem]);
    if (error instanceof OrgError) return { status: 'Failed', total: plan?.changes.length ?? 0, error };
    throw error;
  }
}

class Canceled extends Error {}

function readPackage(org: LiveOrg, zip: Uint8Array, problems: Problem[]): Plan {
  const files = unpackPackage(zip);
  const manifest = readManifest(files, problems);
  const destructive = readDestructive(files, problems);
  const components = readComponents(files, manifest, problems);
  return planDeployment(storedMetadata(org.store), components, destructive, problems);
}

async function build(
  org: LiveOrg,
  plan: Plan,
  job: DeployJob,
  step: (name: string) => void,
  fail: (problems: readonly Problem[]) => DeployState
): Promise<DeployState> {
  const total = plan.changes.length;
  step('Reading metadata');
  const built = plan.schemaChanged ? buildSchema(plan.files) : { schema: org.schema };
  if ('problems' in built) return fail(built.problems);
  const { schema } = built;
  const problems: Problem[] = plan.schemaChanged ? checkFormulas(plan.files, schema) : [];

  step('Compiling');
  const compiling = compileBundles(plan, schema);
  // Its fault is told below, where it is waited for; until then it is not unheard.
  compiling.catch(() => undefined);
  const apex = await compileApex(org, plan, schema);
  if ('problems' in apex) return fail([...problems, ...apex.problems]);
  const { image } = apex;
  const bundles = losesMethods(org.apex.image, image) ? await compileAllBundles(plan, schema) : await compiling;
  problems.push(...bundles.problems, ...(await importProblems(bundles.files, { schema, image })));
  if (problems.length > 0) return fail(problems);

  step(job.options.checkOnly ? 'Validating' : 'Saving');
  const installed = install(org, plan, { schema, ...apex }, job);
  if (!installed.success) return { status: 'Failed', total, failures: installed.failures, tests: installed.tests };
  const warnings = [...plan.warnings, ...sharingWarnings(plan.changes, schema)];
  return {
    status: 'Succeeded',
    total,
    successes: successMessages(plan, warnings, iso(org.clock.now())),
    tests: installed.tests
  };
}
