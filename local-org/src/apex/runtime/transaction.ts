import type { Org } from '../../org.ts';
import type { Transaction } from '../../records/types.ts';
import type { ObjectDef } from '../../schema/types.ts';
import type { AccessMode } from '../../security/types.ts';
import type { LoadedCode, StaticsBag } from '../image/types.ts';
import { LimitException, TypeException } from './exceptions.ts';
import { Limits, meter } from './limits.ts';
import type { TestState } from './testing.ts';
import type { TriggerContext } from './triggers.ts';

/** What started the execution; the names of `System.Quiddity`. */
export type Quiddity =
  | 'AURA'
  | 'ANONYMOUS'
  | 'INVOCABLE_ACTION'
  | 'REST'
  | 'QUEUEABLE'
  | 'FUTURE'
  | 'BATCH_APEX'
  | 'SCHEDULED'
  | 'PLATFORM_EVENT_PUBLISH_CALLBACK'
  | 'RUNTEST_SYNC'
  | 'UNDEFINED';

/** An asynchronous job at work. */
export interface RunningJob {
  readonly kind: 'queueable' | 'batch' | 'future' | 'scheduled';
  readonly id: string;
  /** Queueables enqueue each other: how far from the first. */
  readonly depth: number;
  /** Attached by `System.attachFinalizer`. */
  finalizer: object | undefined;
}

const TRIGGER_DEPTH = 16;
const LOG_LINES = 10_000;
const SLOT = Symbol('apex');

/** The Apex side of one transaction: limits, log, trigger context, the state of a test. */
export class ApexTransaction {
  readonly transaction: Transaction;
  readonly code: LoadedCode;
  limits: Limits;
  quiddity: Quiddity = 'UNDEFINED';
  readonly requestId = crypto.randomUUID();
  readonly log: string[] = [];
  /** Innermost last. */
  readonly triggers: TriggerContext[] = [];
  /** Set while test code runs. */
  test: TestState | undefined;
  /** A method marked cacheable runs: it may not save. */
  readOnly = false;
  /** The job that runs now. */
  job: RunningJob | undefined;
  /** While other Apex runs inside this one: its static variables and the statements it has left. */
  #aside: { readonly statics: StaticsBag; readonly statementsLeft: number };

  /** Jobs that run inside a test share its static variables, so that tests can look at what jobs leave in them. */
  readonly #sharesStatics: boolean;

  constructor(transaction: Transaction, code: LoadedCode, test: TestState | undefined) {
    this.transaction = transaction;
    this.code = code;
    this.limits = new Limits(false);
    this.test = test;
    this.#sharesStatics = test !== undefined;
    this.#aside = { statics: new Map(), statementsLeft: this.limits.statements };
  }

  /** Runs work with this transaction's static variables and meter. */
  enter<T>(work: (context: ApexTransaction) => T): T {
    const { statics, statementsLeft } = this.#aside;
    const outer = {
      statics: this.#sharesStatics ? statics : this.code.swapStatics(statics),
      statementsLeft: meter.left
    };
    meter.left = statementsLeft;
    try {
      return work(this);
    } finally {
      const own = this.#sharesStatics ? statics : this.code.swapStatics(outer.statics);
      this.#aside = { statics: own, statementsLeft: meter.left };
      meter.left = outer.statementsLeft;
    }
  }

  get org(): Org {
    return this.transaction.org;
  }

  /** Starts counting anew. @returns what was counted before, for `restoreLimits` */
  freshLimits(asynchronous: boolean): { readonly limits: Limits; readonly statementsLeft: number } {
    const before = { limits: this.limits, statementsLeft: meter.left };
    this.limits = new Limits(asynchronous);
    meter.left = this.limits.statements;
    return before;
  }

  restoreLimits(before: { readonly limits: Limits; readonly statementsLeft: number }): void {
    this.limits = before.limits;
    meter.left = before.statementsLeft;
  }

  debug(level: string, text: string): void {
    if (this.log.length < LOG_LINES) this.log.push(`USER_DEBUG|${level}|${text}`);
  }

  /** The object of the schema. @throws TypeException */
  object(name: string): ObjectDef {
    const object = this.org.schema.object(name);
    if (object === undefined) throw new TypeException(`Unknown object: ${name}`);
    return object;
  }

  /** The rights that user-mode work is held to. */
  access(userMode: boolean): AccessMode {
    return userMode ? this.transaction.access() : 'system';
  }

  /** Runs work as one firing of a trigger. */
  inTrigger<T>(context: TriggerContext, work: () => T): T {
    if (this.triggers.length >= TRIGGER_DEPTH) throw new LimitException('Maximum trigger depth exceeded');
    this.triggers.push(context);
    try {
      return work();
    } finally {
      this.triggers.pop();
    }
  }
}

let active: ApexTransaction | undefined;

/** The Apex transaction that runs now. @throws Error outside of one: a fault of ours */
export function apex(): ApexTransaction {
  if (active === undefined) throw new Error('No Apex runs now');
  return active;
}

/** Runs Apex in a transaction, making its Apex side on first use. Nests: a trigger fires inside the code that saved. */
export function runApex<T>(transaction: Transaction, code: LoadedCode, work: (context: ApexTransaction) => T): T {
  const before = active;
  if (before?.transaction === transaction) return work(before);
  // A job that runs inside a test belongs to the test.
  const context = transaction.slot(SLOT, () => new ApexTransaction(transaction, code, before?.test));
  active = context;
  try {
    return context.enter(work);
  } finally {
    active = before;
  }
}
