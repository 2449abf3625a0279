import { quote, type Value } from '../emit/value.ts';
import { convert } from './convert.ts';
import { assign, step } from './assignments.ts';
import type { Expr, Literal } from './ast.ts';
import type { Body } from './body.ts';
import { call } from './calls.ts';
import { castable, commonType, conversionCost } from './conversions.ts';
import { construct, newElements, newEntries, newSized } from './creation.ts';
import { index, member, name } from './names.ts';
import { binary, prefix } from './operators.ts';
import { Fault } from './parser.ts';
import { soql } from './queries.ts';
import { elementOf, is, NULL, numberRank, type Type } from './types.ts';

/** The JavaScript and the static type of an expression. @throws Fault */
export function expression(body: Body, node: Expr): Value {
  const { world } = body;
  switch (node.kind) {
    case 'literal':
      return literal(body, node.literal);
    case 'name':
      return name(body, node);
    case 'member':
    case 'call':
    case 'index':
      return chain(body, node);
    case 'binary':
      return binary(body, node);
    case 'assign':
      return assign(body, node);
    case 'prefix':
      return node.operator === '++' || node.operator === '--' ? step(body, node, true) : prefix(body, node);
    case 'postfix':
      return step(body, node, false);
    case 'ternary':
      return ternary(body, node);
    case 'new':
      return construct(body, node);
    case 'newElements':
      return newElements(body, node);
    case 'newEntries':
      return newEntries(body, node);
    case 'newSized':
      return newSized(body, node);
    case 'cast':
      return cast(body, expression(body, node.value), world.resolve(node.type, body.owner), node);
    case 'instanceof':
      return instanceOf(body, node);
    case 'this':
      if (body.static) throw new Fault(node, 'Illegal use of this in a static context');
      return { type: body.owner.type, js: 'this', nonNull: true };
    case 'super':
      throw new Fault(node, 'Illegal use of super');
    case 'classLiteral': {
      const type = node.type === undefined ? 'void' : world.resolve(node.type, body.owner).name;
      return { type: world.named('Type'), js: body.hoists.constant(`$.typeLiteral(${quote(type)})`), nonNull: true };
    }
    case 'soql':
      return soql(body, node);
    case 'unsupported':
      throw new Fault(node, `The local org does not support ${node.construct}`);
  }
}

type Link = Extract<Expr, { kind: 'member' } | { kind: 'call' } | { kind: 'index' }>;

/** `a.b(c)[d]`: where a `?.` in it meets null, the whole chain is null. */
function chain(body: Body, node: Link): Value {
  const outer = body.guards;
  body.guards = [];
  try {
    const value = link(body, node);
    if (body.guards.length === 0) return value;
    const js = body.guards.reduceRight((rest, guard) => `(${guard}===null?null:${rest})`, value.js);
    return { type: value.type, js };
  } finally {
    body.guards = outer;
  }
}

/** One link of a chain, without the guards that `?.` left before it. */
export function link(body: Body, node: Link): Value {
  if (node.kind === 'member') return member(body, node);
  return node.kind === 'call' ? call(body, node) : index(body, node);
}

/** An expression that must have a value. */
export function valueOf(body: Body, node: Expr): Value {
  const value = expression(body, node);
  if (value.type.kind === 'void') throw new Fault(node, 'Expression cannot be a statement or void');
  return value;
}

/** An expression where a type is wanted: converted to it. @throws Fault */
export function valueAs(body: Body, node: Expr, type: Type): string {
  const value = expression(body, node);
  if (conversionCost(value.type, type) === undefined) {
    throw new Fault(node, `Illegal assignment from ${value.type.name} to ${type.name}`);
  }
  return convert(body, value, type);
}

/** A Boolean expression that is not null. */
export function condition(body: Body, node: Expr): string {
  const value = expression(body, node);
  if (!is(value.type, 'Boolean')) {
    throw new Fault(node, `Condition expression must be of type Boolean: ${value.type.name}`);
  }
  return body.nonNull(value);
}

export function literal(body: Body, node: Literal): Value {
  const { world, hoists } = body;
  switch (node.type) {
    case 'null':
      return { type: NULL, js: 'null' };
    case 'Integer':
      return { type: world.primitive('Integer'), js: String(node.value), nonNull: true, literal: node.value };
    case 'Long':
      return { type: world.primitive('Long'), js: `${String(node.value)}n`, nonNull: true };
    case 'Decimal':
      return {
        type: world.primitive('Decimal'),
        js: hoists.constant(`$.decimal(${quote(node.value)})`),
        nonNull: true
      };
    case 'Double':
      return { type: world.primitive('Double'), js: hoists.constant(`$.double(${quote(node.value)})`), nonNull: true };
    case 'String':
      return { type: world.primitive('String'), js: quote(node.value), nonNull: true };
    case 'Boolean':
      return { type: world.primitive('Boolean'), js: String(node.value), nonNull: true };
  }
}

function ternary(body: Body, node: Extract<Expr, { kind: 'ternary' }>): Value {
  const test = condition(body, node.condition);
  const then = valueOf(body, node.then);
  const otherwise = valueOf(body, node.otherwise);
  const type = commonType(then.type, otherwise.type);
  if (type === undefined) {
    throw new Fault(node, `Incompatible types in ternary operator: ${then.type.name}, ${otherwise.type.name}`);
  }
  return {
    type,
    js: `(${test}?${convert(body, then, type)}:${convert(body, otherwise, type)})`,
    nonNull: then.nonNull === true && otherwise.nonNull === true
  };
}

function cast(body: Body, value: Value, type: Type, node: Expr): Value {
  if (!castable(value.type, type)) {
    throw new Fault(
      node,
      `Incompatible types since an instance of ${value.type.name} is never an instance of ${type.name}`
    );
  }
  if (numberRank(value.type) >= 0 && numberRank(type) >= 0 && conversionCost(value.type, type) === undefined) {
    return { type, js: `${body.operation(`narrowTo${type.name}`)}(${value.js})` };
  }
  const row = elementOf(value.type);
  if (value.type.query === true && type.kind === 'sobject' && row !== undefined) {
    return { type, js: convert(body, value, type) };
  }
  if (conversionCost(value.type, type) !== undefined && !isNarrowing(value.type, type)) {
    return { type, js: convert(body, value, type), ...(value.nonNull === true ? { nonNull: true } : {}) };
  }
  return { type, js: `${body.hoists.constant(`$.caster(${quote(type.name)})`)}(${value.js})` };
}

/** Conversions that hold statically but need a look at the value: lists of general sObjects. */
function isNarrowing(from: Type, to: Type): boolean {
  return from.kind === 'sobject' && from.object === undefined && to.object !== undefined;
}

function instanceOf(body: Body, node: Extract<Expr, { kind: 'instanceof' }>): Value {
  const value = valueOf(body, node.value);
  const type = body.world.resolve(node.type, body.owner);
  if (!castable(value.type, type)) {
    throw new Fault(
      node,
      `Incompatible types since an instance of ${value.type.name} is never an instance of ${type.name}`
    );
  }
  const test = body.hoists.constant(`$.tester(${quote(type.name)})`);
  return { type: body.world.primitive('Boolean'), js: `${test}(${value.js})`, nonNull: true };
}
