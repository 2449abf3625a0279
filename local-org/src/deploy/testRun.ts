import type { ApexImage, TestMethodResult, TestRunResult } from '../apex/types.ts';
import { apexId } from './setupRows.ts';
import type { CodeCoverage, RunTestResult } from './types.ts';

/** A share of lines below this fails a deployment that runs tests, as on the platform. */
const requiredCoverage = 0.75;

/** A test run in the shape that deployments and the Tooling API tell it. */
export function runTestResult(run: TestRunResult): RunTestResult {
  const failures = run.tests.filter(({ outcome }) => outcome !== 'Pass' && outcome !== 'Skip');
  return {
    numTestsRun: run.tests.length,
    numFailures: failures.length,
    totalTime: run.totalTime,
    successes: run.tests
      .filter(({ outcome }) => outcome === 'Pass')
      .map((test) => ({ ...nameOf(test), seeAllData: false, time: test.runTime })),
    failures: failures.map((test) => ({
      ...nameOf(test),
      packageName: test.className,
      message: test.message,
      stackTrace: test.stackTrace,
      seeAllData: false,
      time: test.runTime,
      type: 'Class'
    })),
    codeCoverage: run.coverage.map(coverageOf),
    codeCoverageWarnings: coverageWarnings(run)
  };
}

/** The share of lines a run covered, of all lines of the code that is not tests; 1 if there is none. */
function coveredShare(run: TestRunResult): number {
  const covered = run.coverage.reduce((sum, unit) => sum + unit.covered.length, 0);
  const all = run.coverage.reduce((sum, unit) => sum + unit.covered.length + unit.uncovered.length, 0);
  return all === 0 ? 1 : covered / all;
}

/** Every test class of the org. */
export function testClasses(image: ApexImage): { readonly className: string }[] {
  return image.units
    .filter(({ isTest, testMethods }) => isTest && testMethods.length > 0)
    .map(({ name }) => ({ className: name }));
}

function nameOf({ className, methodName }: TestMethodResult) {
  return { id: apexId('class', className), name: className, namespace: null, methodName };
}

function coverageOf({ name, kind, covered, uncovered }: TestRunResult['coverage'][number]): CodeCoverage {
  return {
    id: apexId(kind, name),
    name,
    namespace: null,
    type: kind === 'class' ? 'Class' : 'Trigger',
    numLocations: covered.length + uncovered.length,
    numLocationsNotCovered: uncovered.length,
    locationsNotCovered: uncovered.map((line) => ({ line, column: 0, numExecutions: 0, time: -1 }))
  };
}

function coverageWarnings(run: TestRunResult): RunTestResult['codeCoverageWarnings'] {
  const share = coveredShare(run);
  const overall =
    share < requiredCoverage
      ? [
          {
            id: '',
            name: '',
            message: `Average test coverage across all Apex Classes and Triggers is ${Math.floor(share * 100)}%, at least 75% test coverage is required.`
          }
        ]
      : [];
  const untested = run.coverage
    .filter(({ kind, covered, uncovered }) => kind === 'trigger' && covered.length === 0 && uncovered.length > 0)
    .map(({ name }) => ({
      id: apexId('trigger', name),
      name,
      message: 'Test coverage of selected Apex Trigger is 0%, at least 1% test coverage is required'
    }));
  return [...overall, ...untested];
}
