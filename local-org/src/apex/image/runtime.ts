import { OrgError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import type { AsyncWork, TriggerEvent, TriggerOperation } from '../../records/types.ts';
import { callAura } from '../runtime/aura.ts';
import { ApexException, LimitException, RetryableException } from '../runtime/exceptions.ts';
import { asApexFault } from '../runtime/opsTypes.ts';
import { describeAction, invokeAction, listActions } from '../runtime/invocable.ts';
import { keptSchedules, runSchedulesWith, SCHEDULED_JOBS_TABLE } from '../runtime/schedules.ts';
import { runTests } from '../runtime/tests.ts';
import { runApex } from '../runtime/transaction.ts';
import { fireTriggers } from '../runtime/triggers.ts';
import type {
  ActionDescription,
  ActionResult,
  AnonymousResult,
  ApexImage,
  ApexRuntime,
  ApexUnit,
  TestRunResult
} from '../types.ts';
import { Code } from './loader.ts';

/** Apex at work in an org. Classes are loaded when they are first used. */
export function createApexRuntime(org: Org): Runtime {
  return new Runtime(org);
}

export class Runtime implements ApexRuntime {
  readonly #org: Org;
  #image: ApexImage = { units: [] };
  #code = new Code(this.#image);
  #triggers = new Map<string, ApexUnit[]>();

  constructor(org: Org) {
    this.#org = org;
    org.store.exec(SCHEDULED_JOBS_TABLE);
    runSchedulesWith(org, () => this.#code);
  }

  kept(): AsyncWork[] {
    return keptSchedules(this.#org);
  }

  get image(): ApexImage {
    return this.#image;
  }

  /** The image as loaded code. */
  get code(): Code {
    return this.#code;
  }

  load(image: ApexImage): void {
    this.#image = image;
    this.#code = new Code(image);
    this.#triggers = new Map();
    for (const unit of image.units) {
      for (const event of unit.trigger?.events ?? []) {
        const key = `${unit.trigger?.object.toLowerCase() ?? ''} ${event}`;
        this.#triggers.set(key, [...(this.#triggers.get(key) ?? []), unit]);
      }
    }
  }

  hasTriggers(object: string, timing: 'before' | 'after', operation: TriggerOperation): boolean {
    return this.#triggers.size > 0 && this.#triggers.has(triggerKey(object, timing, operation));
  }

  run(event: TriggerEvent): void {
    const units = this.#triggers.get(triggerKey(event.object, event.timing, event.operation)) ?? [];
    runApex(this.#org.transaction, this.#code, () => {
      fireTriggers(event, () => {
        for (const unit of units) this.#runTrigger(unit, event);
      });
    });
  }

  #runTrigger(unit: ApexUnit, event: TriggerEvent): void {
    try {
      this.#code.runBody(`trigger ${unit.name.toLowerCase()}`);
    } catch (thrown) {
      const fault = asApexFault(thrown);
      if (!(fault instanceof ApexException) || fault instanceof LimitException) throw fault;
      if (event.delivery !== undefined) event.delivery.again = fault instanceof RetryableException;
      throw new OrgError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', triggerFailure(unit, event, fault));
    }
  }

  callAura(
    userId: string,
    className: string,
    methodName: string,
    parameters: Readonly<Record<string, unknown>>
  ): unknown {
    return callAura(this.#org, this.#code, userId, className, methodName, parameters);
  }

  actions(userId: string): readonly { readonly name: string; readonly label: string }[] {
    return listActions(this.#org, this.#code, userId);
  }

  describeAction(userId: string, className: string): ActionDescription {
    return describeAction(this.#org, this.#code, userId, className);
  }

  invokeAction(
    userId: string,
    className: string,
    inputs: readonly Readonly<Record<string, unknown>>[]
  ): readonly ActionResult[] {
    return invokeAction(this.#org, this.#code, userId, className, inputs);
  }

  runTests(selection: Parameters<ApexRuntime['runTests']>[0], userId: string): TestRunResult {
    return runTests(this.#org, this.#code, this.#image, selection, userId);
  }

  /** The compiler is loaded with the first block. */
  async executeAnonymous(userId: string, text: string): Promise<AnonymousResult> {
    const { runAnonymous } = await import('./anonymous.ts');
    return runAnonymous(this.#org, this.#code, userId, text);
  }
}

function triggerKey(object: string, timing: string, operation: string): string {
  return `${object.toLowerCase()} ${timing} ${operation}`;
}

/** `CaseTrigger: execution of BeforeInsert`, what caused it, and where. */
function triggerFailure(unit: ApexUnit, event: TriggerEvent, fault: ApexException): string {
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const what = `${unit.name}: execution of ${capital(event.timing)}${capital(event.operation)}`;
  return `${what}\n\ncaused by: ${fault.toString()}\n\n${fault.apexStack}`;
}
