import type { ApexImage, ApexSource, TestRunResult } from '../apex/types.ts';
import type { LiveOrg } from '../org.ts';
import type { Schema } from '../schema/types.ts';
import { syncTables, UniqueViolation, writeApexImage } from '../store/index.ts';
import { syncCustomMetadata } from './customMetadata.ts';
import { failureMessages } from './messages.ts';
import type { Plan } from './plan.ts';
import { type DeployJob, iso } from './result.ts';
import { syncSetupRows } from './setup.ts';
import { storeFiles } from './stored.ts';
import { runTestResult, testClasses } from './testRun.ts';
import type { DeployEvent, DeployMessage, RunTestResult } from './types.ts';

/** Everything a deployment built from its files. */
export interface Build {
  readonly schema: Schema;
  readonly image: ApexImage;
  readonly sources: readonly ApexSource[];
}

export interface Installed {
  readonly success: boolean;
  readonly failures: readonly DeployMessage[];
  readonly tests?: RunTestResult;
}

/** Ends the transaction without keeping anything of it. */
class RollBack extends Error {
  readonly outcome: Installed;

  constructor(outcome: Installed) {
    super('rolled back');
    this.outcome = outcome;
  }
}

/**
 * Puts what was built into the org: tables, rows, code, all in one transaction; then runs the tests that were asked for.
 * Nobody sees the new org before it is committed: all of this is one synchronous stretch.
 */
export function install(org: LiveOrg, plan: Plan, build: Build, job: DeployJob): Installed {
  const { options } = job;
  const testsWanted = options.testLevel !== 'NoTestRun';
  if (plan.writes.length === 0 && !testsWanted) return { success: true, failures: [] };
  const before = { schema: org.schema, image: org.apex.image };
  try {
    const outcome = org.store.transaction(() => {
      if (plan.writes.length > 0) write(org, plan, build, job);
      const tested = testsWanted ? runTests(org, build.image, plan, job) : { success: true, failures: [] };
      if (!tested.success || options.checkOnly) throw new RollBack(tested);
      return tested;
    });
    announce(org, plan);
    return outcome;
  } catch (error) {
    if (plan.writes.length > 0) org.replace(before.schema, before.image);
    if (error instanceof RollBack) return error.outcome;
    if (error instanceof UniqueViolation)
      return { success: false, failures: failureMessages([uniqueProblem(error)], [], iso(org.clock.now())) };
    throw error;
  }
}

function write(org: LiveOrg, plan: Plan, { schema, image, sources }: Build, job: DeployJob): void {
  const { store } = org;
  const author = { userId: job.userId, now: org.clock.now() };
  for (const { type, fullName, files } of plan.writes) storeFiles(store, type, fullName, files);
  if (plan.schemaChanged) {
    syncTables(store, org.schema, schema);
    syncCustomMetadata(store, schema, plan.files, author);
  }
  const written = new Set(plan.writes.flatMap(({ files }) => files.map(({ file }) => file)));
  const changed = sources.filter(({ file }) => written.has(file));
  syncSetupRows(store, org.schema, schema, { before: org.apex.image, after: image, sources: changed }, author);
  if (image !== org.apex.image) writeApexImage(store, JSON.stringify(image));
  org.replace(schema, image);
}

function announce(org: LiveOrg, plan: Plan): void {
  if (plan.writes.length === 0) return;
  const components = plan.writes.map(({ type, fullName, files }) => ({ type, fullName, deleted: files.length === 0 }));
  const event: DeployEvent = { components };
  org.events.publish('deploy', event);
}

function runTests(org: LiveOrg, image: ApexImage, plan: Plan, job: DeployJob): Installed {
  const { options } = job;
  const chosen =
    options.testLevel === 'RunSpecifiedTests' ? options.runTests.map((name) => selection(name)) : testClasses(image);
  const unknown = chosen.filter(
    ({ className }) => !image.units.some((unit) => unit.isTest && same(unit.name, className))
  );
  if (unknown.length > 0) {
    const problems = unknown.map(({ className }) => ({
      file: 'package.xml',
      line: 1,
      column: 1,
      message: `There is no test class ${className}`
    }));
    return { success: false, failures: failureMessages(problems, plan.changes, iso(org.clock.now())) };
  }
  const run = org.apex.runTests(chosen, job.userId);
  const tests = runTestResult(options.testLevel === 'RunSpecifiedTests' ? coverageOf(run, plan) : run);
  return { success: tests.numFailures === 0 && tests.codeCoverageWarnings.length === 0, failures: [], tests };
}

/** Chosen tests answer for the code of this package only. */
function coverageOf(run: TestRunResult, plan: Plan): TestRunResult {
  const deployed = new Set(plan.changes.map(({ type, fullName }) => `${type}:${fullName}`));
  const coverage = run.coverage.filter(({ kind, name }) =>
    deployed.has(`${kind === 'class' ? 'ApexClass' : 'ApexTrigger'}:${name}`)
  );
  return { ...run, coverage };
}

function selection(name: string): { className: string; methods?: string[] } {
  const [className = name, method] = name.split('.');
  return method === undefined ? { className } : { className, methods: [method] };
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function uniqueProblem(error: UniqueViolation) {
  return { file: 'package.xml', line: 1, column: 1, message: `The data does not allow it: ${error.message}` };
}
