import { isSimple, type Value } from '../emit/value.ts';
import type { At, Expr } from './ast.ts';
import type { Body } from './body.ts';
import { commonType, conversionCost } from './conversions.ts';
import { convert } from './convert.ts';
import { condition, valueOf } from './expressions.ts';
import { Fault } from './parser.ts';
import { is, isText, numberRank, type Type } from './types.ts';

type Binary = Extract<Expr, { kind: 'binary' }>;

/** A binary operator between two expressions. */
export function binary(body: Body, node: Binary): Value {
  const { operator } = node;
  if (operator === '&&' || operator === '||') {
    const js = `(${condition(body, node.left)}${operator}${condition(body, node.right)})`;
    return { type: body.world.primitive('Boolean'), js, nonNull: true };
  }
  const left = valueOf(body, node.left);
  const right = valueOf(body, node.right);
  return operator === '??' ? coalesce(left, right, node, body) : operate(body, operator, left, right, node);
}

/** A binary operator between two values; compound assignments come here, too. */
export function operate(body: Body, operator: string, left: Value, right: Value, at: At): Value {
  switch (operator) {
    case '==':
    case '!=':
    case '<>':
    case '===':
    case '!==':
      return equality(body, operator, left, right, at);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return comparison(body, operator, left, right, at);
    case '&':
    case '|':
    case '^':
    case '<<':
    case '>>':
    case '>>>':
      return bits(body, operator, left, right, at);
    case '+':
      if (is(left.type, 'String') || is(right.type, 'String') || (isText(left.type) && isText(right.type))) {
        return concatenate(body, left, right);
      }
      return arithmetic(body, operator, left, right, at);
    default:
      return arithmetic(body, operator, left, right, at);
  }
}

function coalesce(left: Value, right: Value, at: At, body: Body): Value {
  const type = commonType(left.type, right.type);
  if (type === undefined) {
    throw new Fault(at, `Incompatible types in null coalescing operator: ${left.type.name}, ${right.type.name}`);
  }
  // `a ?? [SELECT …]`: the query gives no row instead of failing only on the platform's left side.
  const js = `(${convert(body, left, type)}??${convert(body, right, type)})`;
  return { type, js, nonNull: right.nonNull === true };
}

function concatenate(body: Body, left: Value, right: Value): Value {
  const parts = [left, right].map((part) => concatenated(body, part));
  // One side is text that is never null, so that `+` joins texts.
  const first = isCertainText(left) || isCertainText(right) ? '' : '""+';
  return { type: body.world.primitive('String'), js: `(${first}${parts.join('+')})`, nonNull: true };
}

function isCertainText(value: Value): boolean {
  return value.nonNull === true && isText(value.type);
}

/** Texts, Integers, Longs and Booleans print in JavaScript as in Apex. */
function concatenated(body: Body, value: Value): string {
  if (value.type.kind === 'null' || isText(value.type) || is(value.type, 'Integer', 'Long', 'Boolean')) return value.js;
  return `${body.operation('textOf')}(${value.js})`;
}

function arithmetic(body: Body, operator: string, left: Value, right: Value, at: At): Value {
  const { world } = body;
  const rank = Math.max(numberRank(left.type), numberRank(right.type));
  const dates = is(left.type, 'Date', 'Datetime', 'Time');
  if (dates && numberRank(right.type) >= 0 && (operator === '+' || operator === '-')) {
    return shiftDate(body, operator, left, right);
  }
  if (numberRank(left.type) < 0 || numberRank(right.type) < 0) {
    if (left.type.kind === 'null' || right.type.kind === 'null')
      throw new Fault(at, 'Arithmetic expressions must use numeric arguments');
    throw new Fault(
      at,
      operator === '+' || operator === '-'
        ? dateMessage(left, right)
        : 'Arithmetic expressions must use numeric arguments'
    );
  }
  const type = world.primitive(['Integer', 'Long', 'Double', 'Decimal'][rank] ?? 'Decimal');
  const a = body.nonNull({ ...left, js: convert(body, left, type) });
  const b = body.nonNull({ ...right, js: convert(body, right, type) });
  return { type, js: calculate(body, type, operator, a, b), nonNull: true };
}

function dateMessage(left: Value, right: Value): string {
  return is(left.type, 'Date', 'Datetime') || is(right.type, 'Date', 'Datetime')
    ? 'Date/time expressions must use Integer or Long or Double or Decimal as arguments'
    : 'Arithmetic expressions must use numeric arguments';
}

function calculate(body: Body, type: Type, operator: string, a: string, b: string): string {
  switch (type.name) {
    case 'Integer':
      if (operator === '*') return `Math.imul(${a},${b})`;
      return operator === '/' ? `${body.operation('divideIntegers')}(${a},${b})` : `(${a}${operator}${b}|0)`;
    case 'Long':
      return operator === '/' ? `${body.operation('divideLongs')}(${a},${b})` : `BigInt.asIntN(64,${a}${operator}${b})`;
    case 'Double':
      return `${body.operation(`${DOUBLES[operator] ?? ''}Doubles`)}(${a},${b})`;
    default:
      return `${a}.${DECIMALS[operator] ?? ''}(${b})`;
  }
}

const DOUBLES: Readonly<Record<string, string>> = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' };
const DECIMALS: Readonly<Record<string, string>> = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' };

/** `date + 3`, `datetime - 0.5`: days. */
function shiftDate(body: Body, operator: string, left: Value, right: Value): Value {
  const shift = body.operation(`shift${left.type.name}`);
  const js = `${shift}(${body.nonNull(left)},${body.nonNull(right)},${operator === '+' ? '1' : '-1'})`;
  return { type: left.type, js, nonNull: true };
}

function equality(body: Body, operator: string, left: Value, right: Value, at: At): Value {
  const type = body.world.primitive('Boolean');
  const negated = operator === '!=' || operator === '<>' || operator === '!==';
  if (operator === '===' || operator === '!==')
    return { type, js: `(${left.js}${operator}${right.js})`, nonNull: true };
  if (!comparable(left.type, right.type)) {
    throw new Fault(at, `Comparison arguments must be compatible types: ${left.type.name}, ${right.type.name}`);
  }
  const js = equalityOf(body, left, right);
  return { type, js: negated ? `!${js}` : js, nonNull: true };
}

function comparable(left: Type, right: Type): boolean {
  if (numberRank(left) >= 0 && numberRank(right) >= 0) return true;
  return conversionCost(left, right) !== undefined || conversionCost(right, left) !== undefined;
}

/** Types whose values are equal just when JavaScript says so. */
function isIdentical(type: Type): boolean {
  return is(type, 'Integer', 'Long', 'Boolean') || type.declared?.kind === 'enum' || type.library?.kind === 'enum';
}

function equalityOf(body: Body, left: Value, right: Value): string {
  if (left.type.kind === 'null' || right.type.kind === 'null' || (left.type === right.type && isIdentical(left.type))) {
    return `(${left.js}===${right.js})`;
  }
  if (isText(left.type) && isText(right.type)) {
    if (is(left.type, 'Id') && is(right.type, 'Id')) return `(${left.js}===${right.js})`;
    const ids = is(left.type, 'Id') || is(right.type, 'Id');
    return `${body.operation(ids ? 'equalIds' : 'equalTexts')}(${left.js},${right.js})`;
  }
  if (left.type.query === true && right.type.kind === 'sobject') {
    return `${body.operation('equal')}(${convert(body, left, right.type)},${right.js})`;
  }
  return `${body.operation('equal')}(${left.js},${right.js})`;
}

/** `<` and its like. Beside null nothing is smaller or larger; only texts have null as their least. */
function comparison(body: Body, operator: string, left: Value, right: Value, at: At): Value {
  const type = body.world.primitive('Boolean');
  const numbers = numberRank(left.type) >= 0 && numberRank(right.type) >= 0;
  const dates = is(left.type, 'Date', 'Datetime') && is(right.type, 'Date', 'Datetime');
  const times = is(left.type, 'Time') && is(right.type, 'Time');
  if (isText(left.type) && isText(right.type)) {
    return { type, js: `(${body.operation('compareTexts')}(${left.js},${right.js})${operator}0)`, nonNull: true };
  }
  if (!numbers && !dates && !times) {
    throw new Fault(at, `Comparison arguments must be compatible types: ${left.type.name}, ${right.type.name}`);
  }
  const tests: string[] = [];
  const a = tested(body, left, tests);
  const b = tested(body, right, tests);
  const js = [...tests, ordered(body, operator, a, b, numbers)].join('&&');
  return { type, js: `(${js})`, nonNull: true };
}

/** A value as it stands in a comparison: evaluated once, by the test for null where it could be null. */
function tested(body: Body, value: Value, tests: string[]): Value {
  if (value.nonNull === true) return value;
  const js = isSimple(value.js) ? value.js : body.temporary();
  tests.push(js === value.js ? `${js}!==null` : `(${js}=${value.js})!==null`);
  return { ...value, js, nonNull: true };
}

function ordered(body: Body, operator: string, left: Value, right: Value, numbers: boolean): string {
  if (isExact(left.type) && isExact(right.type) && (is(left.type, 'Decimal') || is(right.type, 'Decimal'))) {
    const decimal = body.world.primitive('Decimal');
    return `${convert(body, left, decimal)}.compare(${convert(body, right, decimal)})${operator}0`;
  }
  if (is(left.type, 'Integer', 'Long') && is(right.type, 'Integer', 'Long')) return `${left.js}${operator}${right.js}`;
  return `${body.operation(numbers ? 'compareNumbers' : 'compareTimes')}(${left.js},${right.js})${operator}0`;
}

/** A number that a Decimal holds without loss. */
function isExact(type: Type): boolean {
  return is(type, 'Integer', 'Long', 'Decimal');
}

function bits(body: Body, operator: string, left: Value, right: Value, at: At): Value {
  const { world } = body;
  const a = body.nonNull(left);
  const b = body.nonNull(right);
  if (is(left.type, 'Boolean') && is(right.type, 'Boolean') && operator.length === 1) {
    const js = operator === '^' ? `(${a}!==${b})` : `((${a}${operator}${b})===1)`;
    return { type: world.primitive('Boolean'), js, nonNull: true };
  }
  const whole = is(left.type, 'Integer', 'Long') && is(right.type, 'Integer', 'Long');
  if (!whole) throw new Fault(at, `Bitwise operators need Integer or Long: ${left.type.name}, ${right.type.name}`);
  const shift = operator === '<<' || operator === '>>' || operator === '>>>';
  if (is(left.type, 'Integer') && (shift || is(right.type, 'Integer'))) {
    const by = is(right.type, 'Long') ? `Number(${b})` : b;
    return { type: world.primitive('Integer'), js: `(${a}${operator}${by}|0)`, nonNull: true };
  }
  const type = world.primitive('Long');
  if (shift)
    return { type, js: `${body.operation('shiftLong')}(${a},${JSON.stringify(operator)},Number(${b}))`, nonNull: true };
  return { type, js: `(BigInt(${a})${operator}BigInt(${b}))`, nonNull: true };
}

/** `-x`, `+x`, `!x`, `~x`. */
export function prefix(body: Body, node: Extract<Expr, { kind: 'prefix' }>): Value {
  const { world } = body;
  if (node.operator === '!') {
    return { type: world.primitive('Boolean'), js: `!${condition(body, node.value)}`, nonNull: true };
  }
  const value = valueOf(body, node.value);
  const whole = is(value.type, 'Integer', 'Long');
  if (numberRank(value.type) < 0 || (node.operator === '~' && !whole)) {
    throw new Fault(
      node,
      `Operation ${node.operator} only permitted on ${node.operator === '~' ? 'Integer or Long' : 'numeric'} expressions`
    );
  }
  if (node.operator === '+') return value;
  if (value.literal !== undefined && node.operator === '-') {
    const negative = -value.literal | 0;
    return { type: value.type, js: `(${String(negative)})`, nonNull: true, literal: negative };
  }
  const operand = body.nonNull(value);
  if (is(value.type, 'Integer')) return { type: value.type, js: `(${node.operator}${operand}|0)`, nonNull: true };
  if (is(value.type, 'Long'))
    return { type: value.type, js: `BigInt.asIntN(64,${node.operator}${operand})`, nonNull: true };
  if (is(value.type, 'Double'))
    return { type: value.type, js: `${body.operation('negateDouble')}(${operand})`, nonNull: true };
  return { type: value.type, js: `${operand}.negate()`, nonNull: true };
}
