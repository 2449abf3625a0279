import type { Org } from '../../org.ts';
import type { Transaction } from '../../records/types.ts';
import type { ObjectDef } from '../../schema/types.ts';
import type { CoverageNote, LoadedCode } from '../image/types.ts';
import type { ApexImage, TestMethodResult, TestRunResult } from '../types.ts';
import type { ClassInfo, MethodInfo } from './classes.ts';
import { ApexException, isStackOverflow, LimitException } from './exceptions.ts';
import { asApexFault } from './opsTypes.ts';
import { apexFrames, frameText } from './stack.ts';
import { newTestState, type TestState } from './testing.ts';
import { runApex } from './transaction.ts';

/** Objects without the mark of a setup object whose rows tests see all the same. */
const ALWAYS_VISIBLE = new Set([
  'Organization',
  'RecordType',
  'Profile',
  'User',
  'UserRole',
  'ApexClass',
  'ApexTrigger',
  'StaticResource',
  'QueueSobject',
  'PermissionSet',
  'CronJobDetail',
  // What Omni-Channel is set up with comes with a deploy.
  'PresenceDeclineReason',
  'PresenceUserConfig',
  'QueueRoutingConfig',
  'ServiceChannel',
  'ServiceChannelStatus',
  'ServicePresenceStatus',
  'Skill'
]);

/** Thrown to take back what a test did. */
const ROLL_BACK = new Error('A test leaves nothing behind');

/** Runs test methods; each begins with what `@TestSetup` saved and leaves nothing. */
export function runTests(
  org: Org,
  code: LoadedCode,
  image: ApexImage,
  selection: readonly { readonly className: string; readonly methods?: readonly string[] }[],
  userId: string
): TestRunResult {
  const note: CoverageNote = new Map();
  const started = performance.now();
  const marks = watermarks(org);
  code.cover(note);
  try {
    const tests = selected(code, selection).flatMap(({ info, methods }) =>
      runClass({ org, code, marks, userId }, info, methods)
    );
    return { tests, coverage: coverageOf(image, note), totalTime: Math.round(performance.now() - started) };
  } finally {
    code.cover(undefined);
  }
}

interface Run {
  readonly org: Org;
  readonly code: LoadedCode;
  readonly marks: ReadonlyMap<string, string>;
  readonly userId: string;
}

interface Chosen {
  readonly info: ClassInfo;
  readonly methods: readonly string[] | undefined;
}

/** The chosen test classes; without a choice all of them. */
function selected(
  code: LoadedCode,
  selection: readonly { readonly className: string; readonly methods?: readonly string[] }[]
): Chosen[] {
  const names = selection.length > 0 ? selection : code.names().map((className) => ({ className, methods: undefined }));
  return names.flatMap(({ className, methods }) => {
    const info = code.find(className);
    if (info === undefined) throw new Error(`There is no Apex class ${className}`);
    return isTestClass(info) ? [{ info, methods }] : [];
  });
}

function isTestClass(info: ClassInfo): boolean {
  return info.isTest || info.methods.some(isTestMethod);
}

function isTestMethod(method: MethodInfo): boolean {
  return method.static && method.annotations.some((text) => /^(istest|testmethod)\b/.test(text));
}

function runClass(run: Run, info: ClassInfo, wanted: readonly string[] | undefined): TestMethodResult[] {
  const methods = info.methods.filter(
    (method) =>
      isTestMethod(method) &&
      (wanted === undefined || wanted.some((name) => name.toLowerCase() === method.name.toLowerCase()))
  );
  const results: TestMethodResult[] = [];
  rolledBack(() =>
    run.org.transact(run.userId, (outer) => {
      outer.isolated = true;
      const failure = runSetup(run, outer, info);
      for (const method of methods)
        results.push(failure === undefined ? runMethod(run, outer, info, method) : resultOf(info, method, failure, 0));
      throw ROLL_BACK;
    })
  );
  return results;
}

function runSetup(run: Run, outer: Transaction, info: ClassInfo): Failure | undefined {
  for (const method of info.methods.filter((one) => one.annotations.includes('testsetup'))) {
    const failure = inside(run, outer, info, method, false);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

function runMethod(run: Run, outer: Transaction, info: ClassInfo, method: MethodInfo): TestMethodResult {
  const started = performance.now();
  const failure = inside(run, outer, info, method, true);
  return resultOf(info, method, failure, Math.round(performance.now() - started));
}

interface Failure {
  readonly thrown: unknown;
}

/** Runs a method in a transaction inside the class's: with slots, static variables and limits of its own. */
function inside(
  run: Run,
  outer: Transaction,
  info: ClassInfo,
  method: MethodInfo,
  takeBack: boolean
): Failure | undefined {
  let failure: Failure | undefined;
  outer.afterCommit({
    name: `${info.name}.${method.name}`,
    userId: run.userId,
    run: (inner) => {
      runApex(inner, run.code, (context) => {
        context.quiddity = 'RUNTEST_SYNC';
        context.test = newTestState(seesAllData(info, method) ? undefined : hiddenUpTo(run.marks));
        run.code.callStatic(info.name, method.property, []);
      });
      if (takeBack) throw ROLL_BACK;
    },
    failed: (thrown) => {
      if (thrown !== ROLL_BACK) failure = { thrown };
    }
  });
  run.org.events.drain();
  return failure;
}

function seesAllData(info: ClassInfo, method: MethodInfo): boolean {
  return [...info.annotations, ...method.annotations].some((text) => /^istest\(.*seealldata=true/.test(text));
}

function hiddenUpTo(marks: Run['marks']): TestState['hiddenUpTo'] {
  return (object) => marks.get(object);
}

/** The highest id of every isolated object before the run: rows up to it are org data. */
function watermarks(org: Org): Map<string, string> {
  const marks = new Map<string, string>();
  for (const object of org.schema.objects()) {
    if (!isIsolated(object)) continue;
    const highest = org.store.get(`SELECT MAX("Id") AS highest FROM "${object.name}"`)?.highest;
    marks.set(object.name, typeof highest === 'string' ? highest : '');
  }
  return marks;
}

function isIsolated(object: ObjectDef): boolean {
  if (object.setup || !object.queryable || ALWAYS_VISIBLE.has(object.name)) return false;
  return object.kind === 'standard' || object.kind === 'custom' || object.kind === 'customSetting';
}

function rolledBack(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (error !== ROLL_BACK) throw error;
  }
}

function resultOf(
  info: ClassInfo,
  method: MethodInfo,
  failure: Failure | undefined,
  runTime: number
): TestMethodResult {
  const base = { className: info.name, methodName: method.name, runTime };
  if (failure === undefined) return { ...base, outcome: 'Pass', message: null, stackTrace: null };
  return { ...base, outcome: 'Fail', ...told(failure.thrown) };
}

/** A failure as a test report shows it; a fault of ours keeps its own message, with the Apex lines that led to it. */
function told(thrown: unknown): { readonly message: string; readonly stackTrace: string } {
  const fault = isStackOverflow(thrown) ? new LimitException('Maximum stack depth reached: 1001') : asApexFault(thrown);
  if (fault instanceof ApexException) return { message: fault.toString(), stackTrace: fault.apexStack };
  if (!(fault instanceof Error)) return { message: String(fault), stackTrace: '' };
  const frames = apexFrames(fault);
  return {
    message: `${fault.name}: ${fault.message}`,
    stackTrace: frames.length > 0 ? frames.map(frameText).join('\n') : (fault.stack ?? '')
  };
}

function coverageOf(image: ApexImage, note: CoverageNote): TestRunResult['coverage'] {
  return image.units
    .filter((unit) => !unit.isTest && unit.statementLines.length > 0)
    .map((unit) => {
      const ran = note.get(unit.name) ?? new Set<number>();
      return {
        name: unit.name,
        kind: unit.kind,
        covered: unit.statementLines.filter((line) => ran.has(line)),
        uncovered: unit.statementLines.filter((line) => !ran.has(line))
      };
    });
}
