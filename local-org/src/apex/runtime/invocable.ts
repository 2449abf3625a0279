import { OrgError } from '../../errors.ts';
import type { Org } from '../../org.ts';
import { ApexFault } from '../fault.ts';
import type { LoadedCode } from '../image/types.ts';
import type { ActionDescription, ActionParameter, ActionResult } from '../types.ts';
import { faultOf } from './aura.ts';
import { toAura, toNode } from './auraValues.ts';
import type { ClassInfo, FieldInfo, MethodInfo } from './classes.ts';
import { ApexList } from './collections.ts';
import { JsonException } from './exceptions.ts';
import { typed } from './jsonRead.ts';
import { allFields } from './members.ts';
import { runApex } from './transaction.ts';
import { plainType, splitType } from './typing.ts';

interface Action {
  readonly info: ClassInfo;
  readonly method: MethodInfo;
}

/** What one input brought: a value, or why it can't be taken. */
type Taken = { readonly value: unknown } | { readonly code: string; readonly message: string };

/** The invocable actions that the user may call, by class. */
export function listActions(org: Org, code: LoadedCode, userId: string): { name: string; label: string }[] {
  const access = org.accessOf(userId);
  return code.names().flatMap((name) => {
    const action = actionOf(code, name);
    return action && access.classEnabled(action.info.name) ? [{ name: action.info.name, label: labelOf(action) }] : [];
  });
}

/** An action's inputs and outputs. @throws OrgError NOT_FOUND */
export function describeAction(org: Org, code: LoadedCode, userId: string, className: string): ActionDescription {
  const action = permittedAction(org, code, userId, className);
  return org.transact(userId, (transaction) =>
    runApex(transaction, code, () => {
      const [input] = action.method.parameters;
      const output = elementType(action.method.returnType);
      return {
        name: action.info.name,
        label: labelOf(action),
        description: action.method.invocable?.description ?? null,
        category: action.method.invocable?.category ?? null,
        inputs: input === undefined ? [] : parametersOf(code, elementType(input.type) ?? '', input.name),
        outputs: output === undefined ? [] : parametersOf(code, output, 'output')
      };
    })
  );
}

/**
 * Runs an action once for all inputs, in a transaction of its own. Inputs that can't be taken have their error and stay out of
 * it; an exception is the error of all that went in. @throws OrgError NOT_FOUND
 */
export function invokeAction(
  org: Org,
  code: LoadedCode,
  userId: string,
  className: string,
  inputs: readonly Readonly<Record<string, unknown>>[]
): ActionResult[] {
  const { info, method } = permittedAction(org, code, userId, className);
  const results: ActionResult[] = inputs.map(() => failure('UNKNOWN_EXCEPTION', 'The action was not run'));
  let running: number[] = [];
  try {
    org.transact(userId, (transaction) =>
      runApex(transaction, code, (context) => {
        context.quiddity = 'INVOCABLE_ACTION';
        const taken = inputs.map((input) => take(code, method, input));
        for (const [index, one] of taken.entries()) if ('code' in one) results[index] = failure(one.code, one.message);
        running = taken.flatMap((one, index) => ('value' in one ? [index] : []));
        if (running.length === 0) return;
        const values = taken.flatMap((one) => ('value' in one ? [one.value] : []));
        const [parameter] = method.parameters;
        const given = parameter ? [new ApexList(elementType(parameter.type) ?? 'Object', values)] : [];
        const returned = code.callStatic(info.name, method.property, given);
        for (const [index, outputValues] of outputsOf(code, method, returned, running.length).entries()) {
          results[running[index] ?? 0] = { isSuccess: true, outputValues, errors: null };
        }
      })
    );
  } catch (thrown) {
    const fault = faultOf(code, thrown);
    if (!(fault instanceof ApexFault)) throw fault;
    const message = `An Apex error occurred: ${fault.exceptionType}: ${fault.message}`;
    for (const index of running) results[index] = failure('UNKNOWN_EXCEPTION', message);
  }
  return results;
}

function actionOf(code: LoadedCode, className: string): Action | undefined {
  const info = code.find(className);
  const method = info?.methods.find((one) => one.static && one.invocable !== undefined);
  return info && method ? { info, method } : undefined;
}

function permittedAction(org: Org, code: LoadedCode, userId: string, className: string): Action {
  const action = actionOf(code, className);
  if (action && org.accessOf(userId).classEnabled(action.info.name)) return action;
  throw new OrgError('NOT_FOUND', 'The requested resource does not exist');
}

function labelOf({ info, method }: Action): string {
  return method.invocable?.label ?? info.name;
}

/** What a list holds; undefined for what is no list. */
function elementType(type: string): string | undefined {
  const { base, arguments: args } = splitType(type);
  return plainType(base) === 'list' ? args[0] : undefined;
}

/** The variables of a class that are open to actions; undefined for values that are no such class. */
function variablesOf(code: LoadedCode, type: string): FieldInfo[] | undefined {
  const info = code.find(splitType(type).base);
  return info && info.kind === 'class' ? allFields(info).filter((field) => field.invocable !== undefined) : undefined;
}

function take(code: LoadedCode, method: MethodInfo, input: Readonly<Record<string, unknown>>): Taken {
  const [parameter] = method.parameters;
  if (!parameter) return { value: null };
  const type = elementType(parameter.type) ?? 'Object';
  const variables = variablesOf(code, type);
  const names = (variables ?? [parameter]).map(({ name }) => name.toLowerCase());
  const unknown = Object.keys(input).find((name) => !names.includes(name.toLowerCase()));
  if (unknown !== undefined) {
    return { code: 'INVALID_API_INPUT', message: `The parameter ${unknown} is not an input of this action` };
  }
  const given = new Map(Object.entries(input).map(([name, value]) => [name.toLowerCase(), value]));
  const missing = variables?.find(
    ({ name, invocable }) => invocable?.required === true && given.get(name.toLowerCase()) == null
  );
  if (missing) {
    return { code: 'REQUIRED_FIELD_MISSING', message: `Missing required input parameter: ${missing.name}` };
  }
  try {
    return { value: typed(toNode(variables ? input : given.get(parameter.name.toLowerCase())), type, false) };
  } catch (error) {
    if (!(error instanceof JsonException)) throw error;
    return { code: 'INVALID_API_INPUT', message: error.getMessage() ?? 'The input has the wrong type' };
  }
}

function outputsOf(
  code: LoadedCode,
  method: MethodInfo,
  returned: unknown,
  count: number
): (Readonly<Record<string, unknown>> | null)[] {
  const type = elementType(method.returnType);
  const values = returned instanceof ApexList ? Array.from(returned) : [];
  return Array.from({ length: count }, (_, index) => {
    if (type === undefined) return null;
    const value = values[index] ?? null;
    const variables = variablesOf(code, type);
    if (!variables) return { output: toAura(value) };
    if (value === null) return {};
    return Object.fromEntries(variables.map((field) => [field.name, outputOf(code, field.get?.(value))]));
  });
}

/** Classes inside an output show the same members. */
function outputOf(code: LoadedCode, value: unknown): unknown {
  if (value instanceof ApexList) return Array.from(value, (one) => outputOf(code, one));
  return toAura(value, 'invocable');
}

function parametersOf(code: LoadedCode, type: string, name: string): ActionParameter[] {
  const variables = variablesOf(code, type);
  if (!variables) return [parameterOf(code, name, type, { required: true })];
  return variables.map((field) => parameterOf(code, field.name, field.type, field.invocable ?? { required: false }));
}

function parameterOf(
  code: LoadedCode,
  name: string,
  type: string,
  { label, description, required }: NonNullable<FieldInfo['invocable']>
): ActionParameter {
  const element = elementType(type);
  const kind = kindOf(code, element ?? type);
  return {
    name,
    label: label ?? name,
    description: description ?? null,
    required,
    maxOccurs: element === undefined ? 1 : 2000,
    type: kind,
    sobjectType: kind === 'SOBJECT' ? (element ?? type) : null
  };
}

const kinds: Readonly<Record<string, string>> = {
  boolean: 'BOOLEAN',
  date: 'DATE',
  datetime: 'DATETIME',
  time: 'TIME',
  decimal: 'DOUBLE',
  double: 'DOUBLE',
  integer: 'INTEGER',
  long: 'LONG',
  id: 'REFERENCE',
  string: 'STRING'
};

function kindOf(code: LoadedCode, type: string): string {
  const plain = plainType(splitType(type).base);
  return kinds[plain] ?? (code.find(plain) ? 'APEX' : 'SOBJECT');
}

function failure(statusCode: string, message: string): ActionResult {
  return { isSuccess: false, outputValues: null, errors: [{ statusCode, message, fields: [] }] };
}
