import type { Problem } from '../errors.ts';
import type { AsyncWork, TriggerRunner } from '../records/types.ts';

export interface ApexSource {
  /** Name as deployed, without extension. */
  readonly name: string;
  readonly kind: 'class' | 'trigger';
  /** As errors shall name it: `classes/ThingController.cls`. */
  readonly file: string;
  readonly text: string;
  readonly apiVersion: string;
}

/** All compiled classes and triggers: JSON, so it rests in the database and loads without the parser. */
export interface ApexImage {
  readonly units: readonly ApexUnit[];
}

export interface ApexUnit {
  readonly name: string;
  readonly kind: 'class' | 'trigger';
  readonly file: string;
  /** JavaScript whose lines are the Apex lines, so that a stack trace names the Apex line. */
  readonly code: string;
  readonly isTest: boolean;
  readonly testMethods: readonly string[];
  /** Methods callable from components: `@AuraEnabled` static ones. */
  readonly auraMethods: readonly {
    readonly name: string;
    readonly cacheable: boolean;
    readonly parameters: readonly { readonly name: string; readonly type: string }[];
    readonly returnType: string;
  }[];
  readonly invocableMethods: readonly { readonly name: string; readonly label: string }[];
  /** trigger only */
  readonly trigger?: { readonly object: string; readonly events: readonly string[] };
  /** Lines that hold statements (coverage counts them). */
  readonly statementLines: readonly number[];
}

export type CompileResult = { readonly image: ApexImage } | { readonly problems: readonly Problem[] };

export interface TestMethodResult {
  readonly className: string;
  readonly methodName: string;
  readonly outcome: 'Pass' | 'Fail' | 'CompileFail' | 'Skip';
  readonly message: string | null;
  readonly stackTrace: string | null;
  /** Milliseconds. */
  readonly runTime: number;
}

export interface TestRunResult {
  readonly tests: readonly TestMethodResult[];
  readonly coverage: readonly {
    readonly name: string;
    readonly kind: 'class' | 'trigger';
    readonly covered: readonly number[];
    readonly uncovered: readonly number[];
  }[];
  /** Milliseconds. */
  readonly totalTime: number;
}

export interface AnonymousResult {
  readonly compiled: boolean;
  readonly compileProblem: string;
  readonly line: number;
  readonly column: number;
  readonly success: boolean;
  readonly exceptionMessage: string;
  readonly exceptionStackTrace: string;
  readonly log: string;
}

/** An input or output of an invocable action. */
export interface ActionParameter {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly required: boolean;
  readonly maxOccurs: number;
  /** `STRING`, `REFERENCE`, `SOBJECT`, `APEX`, … */
  readonly type: string;
  readonly sobjectType: string | null;
}

export interface ActionDescription {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly category: string | null;
  readonly inputs: readonly ActionParameter[];
  readonly outputs: readonly ActionParameter[];
}

export interface ActionResult {
  readonly isSuccess: boolean;
  readonly outputValues: Readonly<Record<string, unknown>> | null;
  readonly errors:
    readonly { readonly statusCode: string; readonly message: string; readonly fields: readonly string[] }[] | null;
}

/** Deployed Apex at work. Callers are inside no transaction: each entry opens one of its own. */
export interface ApexRuntime extends TriggerRunner {
  /** Swaps the code after a deploy. */
  load(image: ApexImage): void;
  readonly image: ApexImage;
  /** Work that was scheduled when the org last ended. */
  kept(): readonly AsyncWork[];
  /**
   * Calls an `@AuraEnabled` static method as a component does.
   * @param parameters JSON values by parameter name
   * @returns a JSON value, in the shapes a component receives on the platform
   * @throws ApexFault
   */
  callAura(
    userId: string,
    className: string,
    methodName: string,
    parameters: Readonly<Record<string, unknown>>
  ): unknown;
  /** The invocable actions that the user may call. */
  actions(userId: string): readonly { readonly name: string; readonly label: string }[];
  /** @throws OrgError NOT_FOUND for a class without one, or one the user may not call */
  describeAction(userId: string, className: string): ActionDescription;
  /** Runs an action once for all inputs. @returns a result for each @throws OrgError NOT_FOUND */
  invokeAction(
    userId: string,
    className: string,
    inputs: readonly Readonly<Record<string, unknown>>[]
  ): readonly ActionResult[];
  runTests(
    selection: readonly { readonly className: string; readonly methods?: readonly string[] }[],
    userId: string
  ): TestRunResult;
  executeAnonymous(userId: string, text: string): Promise<AnonymousResult>;
}
