import { isSimple, type Place, type Value } from '../emit/value.ts';
import type { LibraryMember } from '../library/types.ts';
import type { At, Expr } from './ast.ts';
import type { Body } from './body.ts';
import { platformLine } from './calls.ts';
import { conversionCost } from './conversions.ts';
import { convert } from './convert.ts';
import { expression, link, valueAs } from './expressions.ts';
import { fieldOfClass, findEnumValue, staticField } from './classMembers.ts';
import { Fault } from './parser.ts';
import { describedField, platformName, platformStatic } from './platformNames.ts';
import { sobjectMember, sobjectStatic } from './sobjects.ts';
import { findField, type ClassSymbol } from './symbols.ts';
import { elementOf, is, isList, type Type } from './types.ts';
import { variablesOf } from './world.ts';

type Member = Extract<Expr, { kind: 'member' }>;

/** What stands left of a dot: a value, a type whose statics follow, or the first part of a longer name. */
export type Target =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'type'; readonly type: Type; readonly text: string }
  | { readonly kind: 'namespace'; readonly text: string };

/** A name alone: a variable, a field, a property. */
export function name(body: Body, node: Extract<Expr, { kind: 'name' }>): Value {
  const found = variable(body, node.name, node);
  if (found === undefined) throw new Fault(node, `Variable does not exist: ${node.name}`);
  return found;
}

function variable(body: Body, text: string, at: At): Value | undefined {
  const local = body.local(text);
  if (local !== undefined) {
    const place: Place = { parts: [], read: () => local.js, write: (_, value) => `${local.js}=${value}` };
    return { type: local.type, js: local.js, place };
  }
  for (let scope: ClassSymbol | undefined = body.owner; scope !== undefined; scope = scope.outer) {
    const field = findField(scope, text);
    if (field === undefined) continue;
    if (field.static) return staticField(body, field, at);
    if (scope !== body.owner) throw new Fault(at, `Variable does not exist: ${text}`);
    if (body.static) throw new Fault(at, `Variable does not exist: ${text}`);
    return fieldOfClass(body, 'this', field, at);
  }
  return undefined;
}

/** What the expression left of a dot means. */
export function target(body: Body, node: Expr): Target {
  if (node.kind === 'name') {
    const value = variable(body, node.name, node);
    if (value !== undefined) return { kind: 'value', value };
    return typeTarget(body, node.name) ?? { kind: 'namespace', text: node.name };
  }
  if (node.kind === 'member' && !node.safe) {
    const described = describedField(body, node);
    if (described !== undefined) return { kind: 'value', value: described };
    const left = target(body, node.target);
    if (left.kind !== 'value') return qualified(body, left, node);
    return { kind: 'value', value: memberOfValue(body, left.value, node) };
  }
  const isLink = node.kind === 'member' || node.kind === 'call' || node.kind === 'index';
  return { kind: 'value', value: isLink ? link(body, node) : expression(body, node) };
}

function typeTarget(body: Body, text: string): Target | undefined {
  if (text.toLowerCase() === 'trigger') return { kind: 'namespace', text };
  const near = text.includes('.') ? undefined : body.world.nearClass(text, body.owner);
  const type = near?.type ?? body.world.byName(text);
  return type === undefined ? undefined : { kind: 'type', type, text };
}

/** A dot behind a type or behind the first part of a name. */
function qualified(body: Body, left: Exclude<Target, { kind: 'value' }>, node: Member): Target {
  const text = `${left.text}.${node.name}`;
  if (left.kind === 'type') {
    const value = staticMember(body, left.type, node);
    if (value !== undefined) return { kind: 'value', value };
  }
  const special = platformName(body, text, node);
  if (special !== undefined) return { kind: 'value', value: special };
  const inner = left.kind === 'type' ? left.type.declared?.inner.get(node.name.toLowerCase())?.type : undefined;
  if (inner !== undefined) return { kind: 'type', type: inner, text };
  return typeTarget(body, text) ?? { kind: 'namespace', text };
}

function staticMember(body: Body, type: Type, node: Member): Value | undefined {
  if (type.declared !== undefined) {
    const value = findEnumValue(body, type.declared, node.name);
    if (value !== undefined) return value;
    const field = findField(type.declared, node.name);
    if (field?.static === true) return staticField(body, field, node);
  }
  if (type.kind === 'sobject') return sobjectStatic(body, type, node);
  return platformStatic(body, type, node.name);
}

/** `a.b` */
export function member(body: Body, node: Member): Value {
  if (node.safe) return safely(body, node.target, (value) => memberOfValue(body, value, node));
  const found = target(body, node);
  if (found.kind === 'value') return found.value;
  if (found.kind === 'type') throw new Fault(node, `Variable does not exist: ${node.name}`);
  const left = target(body, node.target);
  if (left.kind === 'namespace') throw new Fault(rootOf(node), `Variable does not exist: ${left.text}`);
  throw new Fault(node, `Variable does not exist: ${node.name}`);
}

function rootOf(node: Expr): Expr {
  return node.kind === 'member' ? rootOf(node.target) : node;
}

/** `a?.b`: leaves a guard for the chain. The work sees `a` as a value that is not null. */
export function safely(body: Body, node: Expr, work: (value: Value) => Value): Value {
  const found = target(body, node);
  if (found.kind !== 'value') throw new Fault(node, 'Safe navigation operator needs an instance on its left');
  const { value } = found;
  const receiver = isSimple(value.js) ? value.js : body.temporary();
  body.guards.push(receiver === value.js ? value.js : `(${receiver}=${value.js})`);
  const { type, js } = work({ type: value.type, js: receiver, nonNull: true });
  return { type, js };
}

function memberOfValue(body: Body, value: Value, node: Member): Value {
  const { type } = value;
  const row = elementOf(type);
  if (type.query === true && row !== undefined) {
    return memberOfValue(body, { type: row, js: convert(body, value, row), nonNull: true }, node);
  }
  if (type.kind === 'sobject') return sobjectMember(body, value, node);
  if (type.declared !== undefined) {
    const field = findField(type.declared, node.name);
    if (field !== undefined && !field.static) return fieldOfClass(body, value.js, field, node);
  }
  const property = libraryProperty(body, value, node.name);
  if (property !== undefined) return property;
  throw new Fault(node, `Variable does not exist: ${node.name}`);
}

function libraryProperty(body: Body, value: Value, text: string): Value | undefined {
  for (const owner of platformLine(body.world, value.type)) {
    const { library } = owner;
    const found = library?.members.find((one) => isProperty(one, text));
    if (library === undefined || found === undefined) continue;
    const read = body.hoists.member(library, found);
    const receiver = body.nonNull(value);
    const place: Place = {
      parts: [receiver],
      read: ([self = '']) => `${read}(${self})`,
      write: ([self = ''], assigned) =>
        `${body.operation('setProperty')}(${body.hoists.setter(library, found)},${self},${assigned})`
    };
    return {
      type: body.world.named(found.type, variablesOf(owner)),
      js: `${read}(${receiver})`,
      ...(found.set === undefined ? {} : { place })
    };
  }
  return undefined;
}

/** Results of Database methods also show their getters as properties: `result.success`, `result.id`. */
function isProperty(member: LibraryMember, text: string): boolean {
  if (member.static) return false;
  const key = text.toLowerCase();
  const name = member.name.toLowerCase();
  if (member.kind === 'property') return name === key;
  return (
    member.kind === 'method' &&
    member.parameters.length === 0 &&
    RESULT_GETTERS.has(name) &&
    name.replace(/^(get|is)/, '') === key
  );
}

const RESULT_GETTERS = new Set(['getid', 'issuccess', 'iscreated', 'geterrors']);

/** `list[i]` */
export function index(body: Body, node: Extract<Expr, { kind: 'index' }>): Value {
  const found = target(body, node.target);
  if (found.kind !== 'value') throw new Fault(node.target, `Variable does not exist: ${found.text}`);
  const list = found.value;
  const element = elementOf(list.type);
  if (!isList(list.type) || element === undefined) {
    throw new Fault(node, `Expression must be a list type: ${list.type.name}`);
  }
  const at = expression(body, node.index);
  if (!is(at.type, 'Integer') && conversionCost(at.type, body.world.primitive('Integer')) === undefined) {
    throw new Fault(node.index, `List index must be an Integer: ${at.type.name}`);
  }
  const place: Place = {
    parts: [list.js, valueAs(body, node.index, body.world.primitive('Integer'))],
    read: ([self = '', i = '']) => `${self}.get(${i})`,
    write: ([self = '', i = ''], value) => `${body.operation('setElement')}(${self},${i},${value})`
  };
  return { type: element, js: place.read(place.parts), place };
}
