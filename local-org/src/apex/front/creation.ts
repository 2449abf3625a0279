import { quote, type Value } from '../emit/value.ts';
import type { Expr } from './ast.ts';
import type { Body } from './body.ts';
import { constructorOf } from './constructors.ts';
import { classReference } from './classMembers.ts';
import { expression, valueAs, valueOf } from './expressions.ts';
import { converted, noConstructor, pick } from './overloads.ts';
import { Fault } from './parser.ts';
import { annotated } from './readModifiers.ts';
import { lookupOf, parentType } from './sobjects.ts';
import { elementOf, is, isList, type Type } from './types.ts';
import { apexTypeOfField } from '../runtime/fields.ts';
import { variablesOf } from './world.ts';

/** `new X(…)` */
export function construct(body: Body, node: Extract<Expr, { kind: 'new' }>): Value {
  const type = body.world.resolve(node.type, body.owner);
  if (type.kind === 'sobject') return newRecord(body, type, node);
  const values = node.values.map((value) => valueOf(body, value));
  if (type.declared !== undefined) return newInstance(body, type, values, node);
  return newPlatform(body, type, values, node);
}

function newInstance(body: Body, type: Type, values: readonly Value[], node: Expr): Value {
  const symbol = type.declared;
  if (symbol === undefined) throw new Fault(node, `Type cannot be constructed: ${type.name}`);
  if (symbol.kind !== 'class') throw new Fault(node, `Type cannot be constructed: ${type.name}`);
  if (symbol.abstract) throw new Fault(node, `Abstract classes cannot be constructed: ${type.name}`);
  const chosen = constructorOf(body, type, values);
  if (chosen === undefined) throw noConstructor(node, type, values);
  const { method } = chosen;
  if (method !== undefined && !body.sees(symbol, method.visibility, annotated(method.modifiers, 'testvisible'))) {
    throw new Fault(node, `Constructor is not visible: ${type.name}`);
  }
  const args = converted(body, values, chosen.parameters).join(',');
  return { type, js: `new ${classReference(body, symbol)}()[${quote(chosen.key)}](${args})`, nonNull: true };
}

function newPlatform(body: Body, type: Type, values: readonly Value[], node: Expr): Value {
  const { library } = type;
  const variables = variablesOf(type);
  const constructors = (library?.members ?? [])
    .filter((member) => member.kind === 'constructor')
    .map((member) => ({
      member,
      parameters: member.parameters.map((parameter) => body.world.named(parameter.type, variables))
    }));
  const chosen = pick(constructors, values);
  if (library === undefined || chosen === undefined) {
    if (library === undefined || constructors.length === 0)
      throw new Fault(node, `Type cannot be constructed: ${type.name}`);
    throw noConstructor(node, type, values);
  }
  const args = converted(body, values, chosen.parameters);
  if (library.typeParameters.length > 0) args.unshift(quote(type.name));
  return { type, js: `${body.hoists.member(library, chosen.member)}(${args.join(',')})`, nonNull: true };
}

/** `new Account(Name = 'x', Owner = someone)` */
function newRecord(body: Body, type: Type, node: Extract<Expr, { kind: 'new' }>): Value {
  const { object } = type;
  if (object === undefined) throw new Fault(node, `Type cannot be constructed: ${type.name}`);
  const seen = new Set<string>();
  let js = `${body.operation('newRecord')}(${quote(object.name)})`;
  for (const value of node.values) {
    if (value.kind !== 'assign' || value.operator !== '=' || value.left.kind !== 'name') {
      throw new Fault(value, `Invalid constructor for ${type.name}: name=value pairs are expected`);
    }
    const { name } = value.left;
    if (seen.has(name.toLowerCase())) throw new Fault(value, `Duplicate field initialization: ${name}`);
    seen.add(name.toLowerCase());
    const field = object.fields.get(name.toLowerCase());
    const lookup = field === undefined ? lookupOf(object, name) : undefined;
    if (field !== undefined) {
      const assigned = valueAs(body, value.right, body.world.named(apexTypeOfField(field)));
      js = `${body.operation('withField')}(${js},${quote(field.name)},${assigned})`;
    } else if (lookup !== undefined) {
      const assigned = valueAs(body, value.right, parentOrAny(body, parentType(body.world, lookup)));
      js = `${body.operation('withParent')}(${js},${quote(lookup.reference?.relationshipName ?? '')},${assigned})`;
    } else {
      throw new Fault(value, `Field does not exist: ${name} on ${object.name}`);
    }
  }
  return { type, js, nonNull: true };
}

/** A polymorphic parent takes any record. */
function parentOrAny(body: Body, type: Type): Type {
  return type.object === undefined ? body.world.generalSObject : type;
}

/** `new List<T>{ a, b }`, `new Set<T>{ a }`, `new T[]{ a }`, and `new Map<K,V>{}` without entries. */
export function newElements(body: Body, node: Extract<Expr, { kind: 'newElements' }>): Value {
  const type = body.world.resolve(node.type, body.owner);
  const element = elementOf(type);
  if (element === undefined || type.library === undefined)
    throw new Fault(node, `Type cannot be constructed: ${type.name}`);
  if (is(type, 'Map')) {
    if (node.values.length > 0) throw new Fault(node, `Map initializers need key => value: ${type.name}`);
    return newEntries(body, { ...node, kind: 'newEntries', entries: [] });
  }
  if (!isList(type) && !is(type, 'Set')) throw new Fault(node, `Type cannot be constructed: ${type.name}`);
  const items = node.values.map((value) => valueAs(body, value, element)).join(',');
  const make = body.operation(isList(type) ? 'newList' : 'newSet');
  return { type, js: `${make}(${quote(element.name)},[${items}])`, nonNull: true };
}

/** `new Map<K,V>{ a => b }` */
export function newEntries(body: Body, node: Extract<Expr, { kind: 'newEntries' }>): Value {
  const type = body.world.resolve(node.type, body.owner);
  const [key, value] = type.args;
  if (!is(type, 'Map') || key === undefined || value === undefined) {
    throw new Fault(node, `Type cannot be constructed with entries: ${type.name}`);
  }
  const entries = node.entries.map(([k, v]) => `[${valueAs(body, k, key)},${valueAs(body, v, value)}]`).join(',');
  const js = `${body.operation('newMap')}(${quote(key.name)},${quote(value.name)},[${entries}])`;
  return { type, js, nonNull: true };
}

/** `new T[n]` */
export function newSized(body: Body, node: Extract<Expr, { kind: 'newSized' }>): Value {
  const type = body.world.resolve(node.type, body.owner);
  const element = elementOf(type);
  const size = expression(body, node.size);
  if (element === undefined || !is(size.type, 'Integer')) throw new Fault(node, 'Array size must be an Integer');
  const js = `${body.operation('newSizedList')}(${quote(element.name)},${body.nonNull(size)})`;
  return { type, js, nonNull: true };
}
