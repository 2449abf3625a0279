import { LimitException } from './exceptions.ts';

/** What is counted. The names are those of the methods of `Limits`, without `get`. */
export type LimitName =
  | 'queries'
  | 'aggregateQueries'
  | 'queryRows'
  | 'queryLocatorRows'
  | 'dmlStatements'
  | 'dmlRows'
  | 'callouts'
  | 'emailInvocations'
  | 'futureCalls'
  | 'queueableJobs'
  | 'publishImmediateDML'
  | 'mobilePushApexCalls'
  | 'soslQueries'
  | 'fetchCallsOnApexCursor';

type Ceilings = Readonly<Record<LimitName, number>>;

const SYNCHRONOUS: Ceilings = {
  queries: 100,
  aggregateQueries: 300,
  queryRows: 50_000,
  queryLocatorRows: 10_000,
  dmlStatements: 150,
  dmlRows: 10_000,
  callouts: 100,
  emailInvocations: 10,
  futureCalls: 50,
  queueableJobs: 50,
  publishImmediateDML: 150,
  mobilePushApexCalls: 10,
  soslQueries: 20,
  fetchCallsOnApexCursor: 10
};
const ASYNCHRONOUS: Ceilings = { ...SYNCHRONOUS, queries: 200, futureCalls: 0, queueableJobs: 1 };

/** What the platform says when a limit is passed. */
const LABELS: Readonly<Record<LimitName, string>> = {
  queries: 'SOQL queries',
  aggregateQueries: 'aggregate queries',
  queryRows: 'query rows',
  queryLocatorRows: 'query locator rows',
  dmlStatements: 'DML statements',
  dmlRows: 'DML rows',
  callouts: 'callouts',
  emailInvocations: 'Email Invocations',
  futureCalls: 'future calls',
  queueableJobs: 'queueable jobs added to the queue',
  publishImmediateDML: 'publish immediate DML statements',
  mobilePushApexCalls: 'mobile push calls',
  soslQueries: 'SOSL queries',
  fetchCallsOnApexCursor: 'Apex cursor fetch calls'
};

/** Executed statements that count as one millisecond of CPU time: time itself would make runs differ. */
const STATEMENTS_A_MILLISECOND = 5_000;

/**
 * Counts statements down. The emitted code does `if (--meter.left < 0) cpuExceeded()`, so it is one object for the process:
 * only one transaction runs at a time.
 */
export const meter = { left: 0 };

/** @throws LimitException */
export function cpuExceeded(): never {
  throw new LimitException('Apex CPU time limit exceeded');
}

/** The governor limits of one execution context. */
export class Limits {
  readonly ceilings: Ceilings;
  readonly cpuCeiling: number;
  readonly #used = new Map<LimitName, number>();

  constructor(asynchronous: boolean) {
    this.ceilings = asynchronous ? ASYNCHRONOUS : SYNCHRONOUS;
    this.cpuCeiling = asynchronous ? 60_000 : 10_000;
  }

  used(name: LimitName): number {
    return this.#used.get(name) ?? 0;
  }

  /** Adds to a count. @throws LimitException past the ceiling */
  count(name: LimitName, by = 1): void {
    const now = this.used(name) + by;
    this.#used.set(name, now);
    if (now > this.ceilings[name]) throw new LimitException(`Too many ${LABELS[name]}: ${String(now)}`);
  }

  /** The whole allowance of statements: what the meter starts with. */
  get statements(): number {
    return this.cpuCeiling * STATEMENTS_A_MILLISECOND;
  }

  /** Milliseconds of CPU that the executed statements stand for. */
  cpuTime(statementsLeft: number): number {
    return Math.max(0, Math.floor((this.statements - statementsLeft) / STATEMENTS_A_MILLISECOND));
  }
}
