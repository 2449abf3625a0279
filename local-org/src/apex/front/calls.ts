import { quote, type Value } from '../emit/value.ts';
import type { LibraryMember, LibraryType } from '../library/types.ts';
import type { Expr } from './ast.ts';
import type { Body } from './body.ts';
import { classReference } from './classMembers.ts';
import { settingMethod } from './customSettings.ts';
import { dynamicQuery } from './dynamicQueries.ts';
import { convert } from './convert.ts';
import { valueOf } from './expressions.ts';
import { safely, target } from './names.ts';
import { converted, noMethod, pick, type Candidate } from './overloads.ts';
import { Fault } from './parser.ts';
import { objectToken } from './sobjects.ts';
import { annotated } from './readModifiers.ts';
import { ancestry, findMethods, type ClassSymbol, type MethodSymbol } from './symbols.ts';
import { elementOf, VOID, type Type } from './types.ts';
import { variablesOf, type World } from './world.ts';

type Call = Extract<Expr, { kind: 'call' }>;

/** A method call in all its forms. */
export function call(body: Body, node: Call): Value {
  if (node.target === undefined) {
    const key = node.name.toLowerCase();
    if (key === 'this' || key === 'super')
      throw new Fault(node, `Call to '${key}()' must be the first statement in a constructor method`);
    return unqualified(
      body,
      node,
      node.values.map((value) => valueOf(body, value))
    );
  }
  const values = node.values.map((value) => valueOf(body, value));
  if (node.target.kind === 'super') return superCall(body, node, values);
  if (node.safe) return safely(body, node.target, (receiver) => instanceCall(body, receiver, node, values));
  const found = target(body, node.target);
  if (found.kind === 'value') return instanceCall(body, found.value, node, values);
  if (found.kind === 'type') return staticCall(body, found.type, node, values);
  throw new Fault(node.target, `Variable does not exist: ${found.text}`);
}

/** `f(x)`: the class's own, an ancestor's, or a static one of the outer class. */
function unqualified(body: Body, node: Call, values: readonly Value[]): Value {
  for (let scope: ClassSymbol | undefined = body.owner; scope !== undefined; scope = scope.outer) {
    const methods = candidates(findMethods(scope, node.name));
    if (methods.length > 0) {
      const method = choose(body, methods, node, values, undefined);
      if (!method.static && (body.static || scope !== body.owner)) {
        throw new Fault(node, `Non static method cannot be referenced from a static context: ${signatureOf(method)}`);
      }
      return method.static
        ? emitStatic(body, method, values)
        : emitInstance(body, { type: scope.type, js: 'this', nonNull: true }, method, values);
    }
    const inherited = platformBase(scope);
    const member = inherited && !body.static ? findMember(body, inherited, node.name, values, false) : undefined;
    if (inherited !== undefined && member !== undefined) {
      return emitMember(body, member, { type: inherited, js: 'this', nonNull: true }, values);
    }
  }
  if (!body.static) {
    const own = everyObject(body, { type: body.owner.type, js: 'this', nonNull: true }, node.name, values);
    if (own !== undefined) return own;
  }
  throw noMethod(node, node.name, values, body.owner.type);
}

function signatureOf(method: MethodSymbol): string {
  return `${method.type.name} ${method.name}(${method.parameters.map((one) => one.type.name).join(', ')})`;
}

/** Methods as overload choice takes them. */
export function candidates(
  methods: readonly MethodSymbol[]
): { readonly method: MethodSymbol; readonly parameters: readonly Type[] }[] {
  return methods.map((method) => ({ method, parameters: method.parameters.map((one) => one.type) }));
}

function choose(
  body: Body,
  methods: ReturnType<typeof candidates>,
  node: Call,
  values: readonly Value[],
  from: Type | undefined
): MethodSymbol {
  const method = pick(methods, values)?.method;
  if (method === undefined) throw noMethod(node, node.name, values, from ?? body.owner.type);
  if (!body.sees(method.owner, method.visibility, annotated(method.modifiers, 'testvisible'))) {
    throw new Fault(node, `Method is not visible: ${signatureOf(method)}`);
  }
  return method;
}

function emitStatic(body: Body, method: MethodSymbol, values: readonly Value[]): Value {
  const args = parameters(body, method, values);
  if (annotated(method.modifiers, 'future')) return emitFuture(body, method, args);
  const js =
    method.owner.top === body.owner.top
      ? `${method.functionName}(${args})`
      : `${body.statics(method.owner)}[${quote(method.key)}](${args})`;
  return { type: method.type, js };
}

/** A call of an `@future` method only leaves word what to call later. */
function emitFuture(body: Body, method: MethodSymbol, args: string): Value {
  const target = `${body.statics(method.owner)}[${quote(method.key)}]`;
  const name = quote(`${method.owner.name}.${method.name}`);
  return { type: method.type, js: `${body.operation('future')}(${name},(...a)=>${target}(...a),[${args}])` };
}

function emitInstance(body: Body, receiver: Value, method: MethodSymbol, values: readonly Value[]): Value {
  const args = parameters(body, method, values);
  if (isOwnAffair(method) && method.owner.top === body.owner.top) {
    const all = args === '' ? body.nonNull(receiver) : `${body.nonNull(receiver)},${args}`;
    return { type: method.type, js: `${method.functionName}.call(${all})` };
  }
  return { type: method.type, js: `${receiver.js}[${quote(method.key)}](${args})` };
}

/** A private method can't be overridden: a subclass may have another of the same signature. */
function isOwnAffair({ visibility, abstract, modifiers }: MethodSymbol): boolean {
  return visibility === 'private' && !abstract && !modifiers.words.has('virtual') && !modifiers.words.has('override');
}

/** The values as a method's parameters take them. */
export function parameters(body: Body, method: MethodSymbol, values: readonly Value[]): string {
  return converted(
    body,
    values,
    method.parameters.map((one) => one.type)
  ).join(',');
}

/** The platform class at the end of a class's line of ancestors: Exception. */
export function platformBase(symbol: ClassSymbol): Type | undefined {
  for (const one of ancestry(symbol)) if (one.superclass?.kind === 'library') return one.superclass;
  return undefined;
}

function superCall(body: Body, node: Call, values: readonly Value[]): Value {
  const base = body.owner.superclass;
  if (body.static || base === undefined) throw new Fault(node, 'Illegal use of super');
  if (base.declared !== undefined) {
    const methods = candidates(findMethods(base.declared, node.name));
    if (methods.length > 0) {
      const method = choose(body, methods, node, values, base);
      if (method.abstract) throw new Fault(node, `Cannot call an abstract method: ${signatureOf(method)}`);
      const args = ['this', parameters(body, method, values)].filter((arg) => arg !== '').join(',');
      return { type: method.type, js: `${superPrototype(body)}[${quote(method.key)}].call(${args})` };
    }
  }
  const platform = platformBase(body.owner);
  const member = platform && findMember(body, platform, node.name, values, false);
  if (platform !== undefined && member !== undefined) {
    return emitMember(body, member, { type: platform, js: 'this', nonNull: true }, values);
  }
  const own = everyObject(body, { type: base, js: 'this', nonNull: true }, node.name, values);
  if (own === undefined) throw noMethod(node, node.name, values, base);
  return own;
}

/** JavaScript of the prototype that `super` means. */
export function superPrototype(body: Body): string {
  return `Object.getPrototypeOf(${classReference(body, body.owner)}.prototype)`;
}

function staticCall(body: Body, type: Type, node: Call, values: readonly Value[]): Value {
  const { declared, library } = type;
  if (declared !== undefined) {
    const methods = candidates(findMethods(declared, node.name).filter((method) => method.static));
    if (methods.length > 0) return emitStatic(body, choose(body, methods, node, values, type), values);
    const known = declared.kind === 'enum' ? enumStatic(body, declared, node, values) : undefined;
    if (known !== undefined) return known;
    if (findMethods(declared, node.name).length > 0) {
      throw new Fault(node, `Non static method cannot be referenced from a static context: ${node.name}`);
    }
    throw noMethod(node, node.name, values, type);
  }
  if (type.object !== undefined) {
    const setting = settingMethod(body, type, node, values);
    if (setting !== undefined) return setting;
    if (node.name.toLowerCase() === 'getsobjecttype' && values.length === 0) return objectToken(body, type.object);
  }
  const dynamic = dynamicQuery(body, type, node, values);
  if (dynamic !== undefined) return dynamic;
  const enumeration = library?.kind === 'enum' ? platformEnumStatic(body, type, library, node, values) : undefined;
  if (enumeration !== undefined) return enumeration;
  const member = findMember(body, type, node.name, values, true);
  if (member === undefined) throw noMethod(node, node.name, values, type);
  return emitMember(body, member, undefined, values);
}

function enumStatic(body: Body, symbol: ClassSymbol, node: Call, values: readonly Value[]): Value | undefined {
  const key = node.name.toLowerCase();
  const reference = `${classReference(body, symbol)}`;
  if (key === 'values' && values.length === 0) {
    return { type: body.world.list(symbol.type), js: `${body.operation('enumValues')}(${reference})`, nonNull: true };
  }
  if (key !== 'valueof' || values.length !== 1) return undefined;
  const [text] = converted(body, values, [body.world.primitive('String')]);
  return { type: symbol.type, js: `${body.operation('enumValueOf')}(${reference},${text ?? 'null'})`, nonNull: true };
}

function platformEnumStatic(
  body: Body,
  type: Type,
  library: LibraryType,
  node: Call,
  values: readonly Value[]
): Value | undefined {
  const key = node.name.toLowerCase();
  if (key === 'values' && values.length === 0) {
    return {
      type: body.world.list(type),
      js: `${body.operation('platformEnumValues')}(${quote(library.name)})`,
      nonNull: true
    };
  }
  if (key !== 'valueof' || values.length !== 1) return undefined;
  const [text] = converted(body, values, [body.world.primitive('String')]);
  const js = `${body.operation('platformEnumValueOf')}(${quote(library.name)},${text ?? 'null'})`;
  return { type, js, nonNull: true };
}

/** `x.f(y)` */
function instanceCall(body: Body, receiver: Value, node: Call, values: readonly Value[]): Value {
  const { type } = receiver;
  if (type.kind === 'void') throw new Fault(node, 'Expression must have a value before a dot');
  if (type.declared !== undefined) {
    const methods = candidates(findMethods(type.declared, node.name).filter((method) => !method.static));
    if (methods.length > 0) {
      return emitInstance(body, receiver, choose(body, methods, node, values, type), values);
    }
  }
  const owner = type.declared === undefined ? type : contractOf(body, type.declared, node.name, values);
  const member = owner && findMember(body, owner, node.name, values, false);
  if (member !== undefined) return emitMember(body, member, receiver, values);
  const row = elementOf(type);
  if (type.query === true && row !== undefined) {
    return instanceCall(body, { type: row, js: convert(body, receiver, row), nonNull: true }, node, values);
  }
  const own = everyObject(body, receiver, node.name, values);
  if (own === undefined) throw noMethod(node, node.name, values, type);
  return own;
}

/** The platform class or interface from which a class has a method. */
function contractOf(body: Body, symbol: ClassSymbol, name: string, values: readonly Value[]): Type | undefined {
  const base = platformBase(symbol);
  if (base !== undefined && findMember(body, base, name, values, false) !== undefined) return base;
  for (const one of ancestry(symbol)) {
    for (const contract of one.interfaces) {
      const owner = contract.declared === undefined ? contract : contractOf(body, contract.declared, name, values);
      if (owner !== undefined && findMember(body, owner, name, values, false) !== undefined) return owner;
    }
  }
  return undefined;
}

/** A method of a platform class and the class, the type or an ancestor, that declares it. */
export interface FoundMember {
  readonly owner: Type;
  readonly library: LibraryType;
  readonly member: LibraryMember;
}

/** A platform class's method by its overloads, its ancestors' included. */
export function findMember(
  body: Body,
  type: Type,
  name: string,
  values: readonly Value[],
  isStatic: boolean
): FoundMember | undefined {
  const key = name.toLowerCase();
  const candidates: (FoundMember & Candidate)[] = [];
  for (const owner of platformLine(body.world, type)) {
    const { library } = owner;
    const variables = variablesOf(owner);
    for (const member of library?.members ?? []) {
      if (library === undefined || member.kind !== 'method' || member.static !== isStatic) continue;
      if (member.name.toLowerCase() !== key) continue;
      const parameters = member.parameters.map((one) => body.world.named(one.type, variables));
      candidates.push({ owner, library, member, parameters });
    }
    if (candidates.length > 0) break;
  }
  return pick(candidates, values);
}

/** A platform class, then its ancestors and interfaces. */
export function* platformLine(world: World, type: Type): Generator<Type> {
  yield type;
  const { library } = type;
  const variables = variablesOf(type);
  const bases =
    library === undefined
      ? []
      : [...(library.superclass === undefined ? [] : [library.superclass]), ...library.interfaces];
  for (const base of bases) yield* platformLine(world, world.named(base, variables));
}

function emitMember(body: Body, found: FoundMember, receiver: Value | undefined, values: readonly Value[]): Value {
  const { owner, library, member } = found;
  const variables = variablesOf(owner);
  const args = converted(
    body,
    values,
    member.parameters.map((one) => body.world.named(one.type, variables))
  );
  if (receiver !== undefined) args.unshift(body.nonNull(receiver));
  const js = `${body.hoists.member(library, member)}(${args.join(',')})`;
  if (member.type === 'void') return { type: VOID, js };
  // A record's clone is one of the same object.
  const same = library.name === 'SObject' && member.name === 'clone' && receiver?.type.kind === 'sobject';
  return { type: same ? receiver.type : body.world.named(member.type, variables), js };
}

/** What every value has: `toString`, `equals`, `hashCode`, and the methods of enum values. */
function everyObject(body: Body, receiver: Value, name: string, values: readonly Value[]): Value | undefined {
  const { world } = body;
  const self = body.nonNull(receiver);
  const isEnum = receiver.type.declared?.kind === 'enum' || receiver.type.library?.kind === 'enum';
  switch (`${name.toLowerCase()}/${String(values.length)}`) {
    case 'tostring/0':
      return { type: world.primitive('String'), js: `${body.operation('textOf')}(${self})` };
    case 'hashcode/0':
      return { type: world.primitive('Integer'), js: `${body.operation('hashOf')}(${self})`, nonNull: true };
    case 'equals/1':
      return {
        type: world.primitive('Boolean'),
        js: `${body.operation('equalValues')}(${self},${values[0]?.js ?? 'null'})`,
        nonNull: true
      };
    case 'name/0':
      return isEnum ? { type: world.primitive('String'), js: `${self}.name`, nonNull: true } : undefined;
    case 'ordinal/0':
      return isEnum ? { type: world.primitive('Integer'), js: `${self}.ordinal`, nonNull: true } : undefined;
    default:
      return undefined;
  }
}
