import { setImmediate as whatCameMeanwhile } from 'node:timers/promises';
import type { TestRunResult } from '../../apex/types.ts';
import { apexId, newJobId, runTestResult, type RunTestResult } from '../../deploy/index.ts';
import type { LiveOrg } from '../../org.ts';
import { aggregateCoverage, recordCoverage } from './coverage.ts';
import { addRow, changeRow } from './rows.ts';
import type { Chosen, TestRequest } from './selection.ts';

/** Runs tests and tells what came of it; other requests come in between. */
export async function runSynchronously(
  org: LiveOrg,
  request: TestRequest,
  userId: string
): Promise<RunTestResult & { readonly apexLogId: string }> {
  const runs: TestRunResult[] = [];
  for (const chosen of request.chosen) {
    await whatCameMeanwhile();
    runs.push(await runClass(org, chosen, request.coverage, userId));
  }
  if (request.coverage) org.store.transaction(() => aggregateCoverage(org));
  return { apexLogId: '', ...runTestResult(mergeRuns(runs)) };
}

/**
 * Queues tests; they run after the answer, a class at a time, so that other requests come in between.
 * @returns the id of the job, by which its progress is queried
 */
export function runAsynchronously(org: LiveOrg, request: TestRequest, userId: string): string {
  const now = org.clock.now();
  const jobId = newJobId('707', now);
  org.store.transaction(() => {
    const runId = addRow(org, 'ApexTestRunResult', {
      AsyncApexJobId: jobId,
      UserId: userId,
      Status: 'Queued',
      IsAllTests: Number(request.all),
      StartTime: now,
      TestTime: 0,
      TestSetupTime: 0,
      ClassesEnqueued: request.chosen.length,
      ClassesCompleted: 0,
      MethodsEnqueued: request.chosen.reduce((sum, { methods }) => sum + methods.length, 0),
      MethodsCompleted: 0,
      MethodsFailed: 0
    });
    const items = request.chosen.map((chosen) => ({
      chosen,
      id: addRow(org, 'ApexTestQueueItem', {
        ApexClassId: apexId('class', chosen.className),
        Status: 'Queued',
        ParentJobId: jobId,
        TestRunResultId: runId,
        ShouldSkipCodeCoverage: Number(!request.coverage)
      })
    }));
    setImmediate(() => runJob(org, { jobId, runId, userId, coverage: request.coverage }, items));
  });
  return jobId;
}

interface Job {
  readonly jobId: string;
  readonly runId: string;
  readonly userId: string;
  readonly coverage: boolean;
}

async function runJob(org: LiveOrg, job: Job, items: readonly { readonly chosen: Chosen; readonly id: string }[]) {
  const runs: TestRunResult[] = [];
  for (const { chosen, id } of items) {
    changeRow(org, 'ApexTestRunResult', job.runId, { Status: 'Processing' });
    changeRow(org, 'ApexTestQueueItem', id, { Status: 'Processing' });
    await whatCameMeanwhile();
    try {
      const run = await runClass(org, chosen, job.coverage, job.userId);
      org.store.transaction(() => recordResults(org, job, id, run));
      runs.push(run);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      changeRow(org, 'ApexTestQueueItem', id, { Status: 'Failed', ExtendedStatus: message });
      changeRow(org, 'ApexTestRunResult', job.runId, { Status: 'Failed', EndTime: org.clock.now() });
      return;
    }
  }
  finish(org, job, runs);
}

function recordResults(org: LiveOrg, job: Job, itemId: string, run: TestRunResult): void {
  for (const test of run.tests) {
    addRow(org, 'ApexTestResult', {
      QueueItemId: itemId,
      AsyncApexJobId: job.jobId,
      ApexTestRunResultId: job.runId,
      ApexClassId: apexId('class', test.className),
      MethodName: test.methodName,
      Outcome: test.outcome,
      Message: test.message,
      StackTrace: test.stackTrace,
      RunTime: Math.round(test.runTime),
      TestTimestamp: org.clock.now(),
      IsTestSetup: 0
    });
  }
  const failed = run.tests.filter(({ outcome }) => outcome !== 'Pass').length;
  changeRow(org, 'ApexTestQueueItem', itemId, {
    Status: 'Completed',
    ExtendedStatus: `(${String(run.tests.length - failed)}/${String(run.tests.length)})`
  });
  org.store.run(
    `UPDATE "ApexTestRunResult" SET "ClassesCompleted" = "ClassesCompleted" + 1, "MethodsCompleted" = "MethodsCompleted" + ?,
     "MethodsFailed" = "MethodsFailed" + ? WHERE "Id" = ?`,
    [run.tests.length, failed, job.runId]
  );
}

function finish(org: LiveOrg, job: Job, runs: readonly TestRunResult[]): void {
  org.store.transaction(() => {
    if (job.coverage) aggregateCoverage(org);
    const failed = runs.some(({ tests }) => tests.some(({ outcome }) => outcome !== 'Pass'));
    changeRow(org, 'ApexTestRunResult', job.runId, {
      Status: failed ? 'Failed' : 'Completed',
      EndTime: org.clock.now(),
      TestTime: Math.round(runs.reduce((sum, { totalTime }) => sum + totalTime, 0))
    });
  });
}

/** With coverage each method runs by itself: what it covered is told by method. */
async function runClass(
  org: LiveOrg,
  { className, methods }: Chosen,
  coverage: boolean,
  userId: string
): Promise<TestRunResult> {
  if (!coverage) return org.apex.runTests([{ className, methods }], userId);
  const runs: TestRunResult[] = [];
  for (const method of methods) {
    await whatCameMeanwhile();
    const run = org.apex.runTests([{ className, methods: [method] }], userId);
    org.store.transaction(() => recordCoverage(org, className, method, run.coverage));
    runs.push(run);
  }
  return mergeRuns(runs);
}

function mergeRuns(runs: readonly TestRunResult[]): TestRunResult {
  const units = new Map<
    string,
    { name: string; kind: 'class' | 'trigger'; covered: Set<number>; lines: Set<number> }
  >();
  for (const { name, kind, covered, uncovered } of runs.flatMap(({ coverage }) => coverage)) {
    const unit = units.get(`${kind}:${name}`) ?? { name, kind, covered: new Set(), lines: new Set() };
    for (const line of covered) unit.covered.add(line);
    for (const line of [...covered, ...uncovered]) unit.lines.add(line);
    units.set(`${kind}:${name}`, unit);
  }
  return {
    tests: runs.flatMap(({ tests }) => tests),
    coverage: [...units.values()].map(({ name, kind, covered, lines }) => ({
      name,
      kind,
      covered: [...covered].sort((a, b) => a - b),
      uncovered: [...lines].filter((line) => !covered.has(line)).sort((a, b) => a - b)
    })),
    totalTime: runs.reduce((sum, { totalTime }) => sum + totalTime, 0)
  };
}
