import type { FieldDef, ObjectDef } from '../schema/types.ts';
import { functions } from './functions.ts';
import type { FormulaFunction, ParameterType } from './functions.ts';
import { FormulaError, parseFormula } from './parse.ts';
import type { BinaryOperator, Expression } from './parse.ts';
import { valueTypeOf } from './types.ts';
import type { FormulaPlace, FormulaProblem, ValueType } from './types.ts';

/** An expression whose types are known. */
export type Typed =
  | { readonly kind: 'literal'; readonly type: ValueType; readonly value: string | number | boolean | null }
  | FieldTerm
  | {
      readonly kind: 'call';
      readonly type: ValueType;
      readonly function: FormulaFunction;
      readonly arguments: readonly Typed[];
    }
  | { readonly kind: 'unary'; readonly type: ValueType; readonly operator: '-' | '!'; readonly operand: Typed }
  | {
      readonly kind: 'binary';
      readonly type: ValueType;
      readonly operator: BinaryOperator;
      readonly left: Typed;
      readonly right: Typed;
    };

/** A field of the record or of a parent, or a global: `$User.Email`. */
export interface FieldTerm {
  readonly kind: 'field';
  readonly type: ValueType;
  readonly names: readonly string[];
  readonly isGlobal: boolean;
}

/** Reads a formula and finds the type of each part. @throws FormulaError at the first fault */
export function analyze(text: string, place: FormulaPlace): Typed {
  return typed(parseFormula(text), place);
}

/** The first fault of a formula, or undefined; `expects` is the type its value must have. */
export function checkFormula(text: string, place: FormulaPlace, expects?: ValueType): FormulaProblem | undefined {
  try {
    const { type } = analyze(text, place);
    if (expects !== undefined && !isAssignable(type, expects))
      throw new FormulaError(
        0,
        `Formula result is data type (${shown(type)}), incompatible with expected data type (${shown(expects)})`
      );
    return undefined;
  } catch (error) {
    if (error instanceof FormulaError) return error.problemIn(text);
    throw error;
  }
}

function isAssignable(type: ValueType, expected: ValueType): boolean {
  if (type === expected || type === 'none') return true;
  const isText = (each: ValueType): boolean => ['text', 'picklist', 'multipicklist'].includes(each);
  return (isText(type) && isText(expected) && type === 'text') || (type === 'date' && expected === 'datetime');
}

function typed(expression: Expression, place: FormulaPlace): Typed {
  switch (expression.kind) {
    case 'literal':
      return { kind: 'literal', value: expression.value, type: literalType(expression.value) };
    case 'field':
      return fieldTerm(expression, place);
    case 'call':
      return callTerm(expression, place);
    case 'unary': {
      const operand = typed(expression.operand, place);
      const wanted = expression.operator === '-' ? 'number' : 'boolean';
      expectType(operand.type, wanted, expression.at, `operator '${expression.operator}'`);
      return { kind: 'unary', operator: expression.operator, operand, type: wanted };
    }
    case 'binary': {
      const left = typed(expression.left, place);
      const right = typed(expression.right, place);
      return {
        kind: 'binary',
        operator: expression.operator,
        left,
        right,
        type: binaryType(expression, left.type, right.type)
      };
    }
  }
}

function literalType(value: string | number | boolean | null): ValueType {
  if (value === null) return 'none';
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean';
}

function binaryType({ operator, at }: Expression & { kind: 'binary' }, left: ValueType, right: ValueType): ValueType {
  const place = `operator '${operator}'`;
  const both = (wanted: ValueType): ValueType => {
    expectType(left, wanted, at, place);
    expectType(right, wanted, at, place);
    return wanted;
  };
  switch (operator) {
    case '&&':
    case '||':
      return both('boolean');
    case '&':
      return both('text');
    case '=':
    case '<>':
    case '<':
    case '>':
    case '<=':
    case '>=':
      refusePicklist(left, at);
      refusePicklist(right, at);
      if (left !== right && left !== 'none' && right !== 'none') expectType(right, left, at, place);
      return 'boolean';
    case '+':
    case '-':
      return sumType(operator, left, right, at);
    default:
      return both('number');
  }
}

function sumType(operator: '+' | '-', left: ValueType, right: ValueType, at: number): ValueType {
  const isMoment = (type: ValueType): boolean => type === 'date' || type === 'datetime';
  if (operator === '+' && left === 'text') {
    expectType(right, 'text', at, `operator '+'`);
    return 'text';
  }
  if (operator === '-' && isMoment(left) && left === right) return 'number';
  if (isMoment(left)) {
    expectType(right, 'number', at, `operator '${operator}'`);
    return left;
  }
  if (operator === '+' && isMoment(right)) {
    expectType(left, 'number', at, `operator '+'`);
    return right;
  }
  expectType(left, 'number', at, `operator '${operator}'`);
  expectType(right, 'number', at, `operator '${operator}'`);
  return 'number';
}

function expectType(actual: ValueType, wanted: ValueType, at: number, place: string): void {
  if (actual === wanted || actual === 'none') return;
  refusePicklist(actual, at);
  throw new FormulaError(
    at,
    `Incorrect parameter type for ${place}. Expected ${shown(wanted)}, received ${shown(actual)}`
  );
}

function refusePicklist(type: ValueType, at: number): void {
  if (type === 'picklist' || type === 'multipicklist')
    throw new FormulaError(
      at,
      'Picklist fields are only supported in certain functions; use TEXT(), ISPICKVAL() or INCLUDES()'
    );
}

function shown(type: string): string {
  const names: Readonly<Record<string, string>> = {
    boolean: 'Boolean',
    datetime: 'DateTime',
    none: 'Null',
    multipicklist: 'MultiPicklist'
  };
  return names[type] ?? type.charAt(0).toUpperCase() + type.slice(1);
}

function callTerm(call: Expression & { kind: 'call' }, place: FormulaPlace): Typed {
  const definition = functions.get(call.name);
  if (!definition) throw new FormulaError(call.at, `Unknown function ${call.name}. Check spelling`);
  if (definition.uses && !definition.uses.includes(place.use))
    throw new FormulaError(call.at, `Function ${call.name} may not be used in this type of formula`);
  const list = call.arguments.map((each) => typed(each, place));
  const { parameters, required, rest } = definition;
  const most = rest ? Infinity : parameters.length;
  if (list.length < required || list.length > most)
    throw new FormulaError(
      call.at,
      `Incorrect number of parameters for function '${call.name}()'. Expected ${required}${most === required ? '' : rest ? ' or more' : ` to ${most}`}, received ${list.length}`
    );
  let same: ValueType = 'none';
  list.forEach((argument, place) => {
    const wanted = parameters[Math.min(place, parameters.length - 1)] ?? 'any';
    const at = call.arguments[place]?.at ?? call.at;
    checkArgument(argument, wanted, same, at, call.name);
    if (wanted === 'same' && same === 'none') same = argument.type;
  });
  definition.check?.(list, (argument, message) => {
    throw new FormulaError(call.arguments[argument]?.at ?? call.at, message);
  });
  const type = definition.result === 'same' ? same : definition.result === 'case' ? caseType(list) : definition.result;
  return { kind: 'call', function: definition, arguments: list, type };
}

function checkArgument(argument: Typed, wanted: ParameterType, same: ValueType, at: number, name: string): void {
  const place = `function '${name}()'`;
  switch (wanted) {
    case 'any':
      return;
    case 'field':
      if (argument.kind !== 'field' || argument.isGlobal)
        throw new FormulaError(at, `Function ${name} takes a field of the record`);
      return;
    case 'same':
      if (name !== 'PRIORVALUE') refusePicklist(argument.type, at);
      if (same !== 'none') expectType(argument.type, same, at, place);
      return;
    case 'moment':
      if (argument.type !== 'datetime') expectType(argument.type, 'date', at, place);
      return;
    case 'picklist':
      if (argument.type !== 'picklist' && argument.type !== 'none')
        throw new FormulaError(
          at,
          `Incorrect parameter type for ${place}. Expected Picklist, received ${shown(argument.type)}`
        );
      return;
    case 'multipicklist':
      if (argument.type !== 'multipicklist' && argument.type !== 'none')
        throw new FormulaError(
          at,
          `Incorrect parameter type for ${place}. Expected MultiPicklist, received ${shown(argument.type)}`
        );
      return;
    default:
      expectType(argument.type, wanted, at, place);
  }
}

/** CASE(value, when, result, …, otherwise): the type of its results. */
function caseType(list: readonly Typed[]): ValueType {
  return list.at(-1)?.type === 'none' ? (list[2]?.type ?? 'none') : (list.at(-1)?.type ?? 'none');
}

const GLOBAL_OBJECTS: Readonly<Record<string, string>> = {
  $user: 'User',
  $profile: 'Profile',
  $organization: 'Organization'
};

function fieldTerm({ names, at }: Expression & { kind: 'field' }, place: FormulaPlace): FieldTerm {
  const [first = '', second = ''] = names;
  if (!first.startsWith('$')) {
    const field = fieldAt(names, at, place.object, place);
    return { kind: 'field', names, isGlobal: false, type: valueTypeOf(field) };
  }
  const name = first.toLowerCase();
  const object = place.schema.object(GLOBAL_OBJECTS[name] ?? '');
  if (object)
    return { kind: 'field', names, isGlobal: true, type: valueTypeOf(fieldAt(names.slice(1), at, object, place)) };
  if (name === '$recordtype') return fieldTerm({ kind: 'field', names: ['RecordType', ...names.slice(1)], at }, place);
  if (place.use !== 'field' && name === '$permission') {
    if (!place.schema.customPermissions.has(second.toLowerCase()))
      throw new FormulaError(at, `Custom permission ${second} does not exist. Check spelling`);
    return { kind: 'field', names, isGlobal: true, type: 'boolean' };
  }
  if (name === '$label') {
    if (!place.schema.labels.has(second.toLowerCase()))
      throw new FormulaError(at, `Custom label ${second} does not exist. Check spelling`);
    return { kind: 'field', names, isGlobal: true, type: 'text' };
  }
  throw new FormulaError(at, `The local org does not support ${names.join('.')} in this type of formula`);
}

function fieldAt(names: readonly string[], at: number, object: ObjectDef, place: FormulaPlace): FieldDef {
  const [name = '', ...rest] = names;
  if (rest.length === 0) {
    const field = object.fields.get(name.toLowerCase());
    if (!field) throw new FormulaError(at, `Field ${name} does not exist. Check spelling`);
    return field;
  }
  for (const field of object.fields.values()) {
    const { reference } = field;
    if (reference?.relationshipName?.toLowerCase() !== name.toLowerCase()) continue;
    if (reference.polymorphic)
      throw new FormulaError(
        at,
        `The local org does not support ${names.join('.')} in formulas: ${name} may be of several objects`
      );
    const parent = place.schema.object(reference.to[0] ?? '');
    if (parent) return fieldAt(rest, at, parent, place);
  }
  throw new FormulaError(at, `Field ${names.join('.')} does not exist. Check spelling`);
}
