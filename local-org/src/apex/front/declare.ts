import { methodKey } from '../image/types.ts';
import type { ConstructorDecl, FieldDecl, MethodDecl, Modifiers, PropertyDecl, TypeDecl } from './ast.ts';
import { Fault } from './parser.ts';
import { ancestry, ClassSymbol, type Visibility } from './symbols.ts';
import { VOID } from './types.ts';
import type { World } from './world.ts';

/** A class's symbol with its inner classes; ancestors and members follow once all classes are known. @throws Fault */
export function declareClass(decl: TypeDecl, unitName: string, outer?: ClassSymbol): ClassSymbol {
  const symbol = new ClassSymbol(decl, unitName, outer);
  for (const member of decl.members) {
    if (member.kind !== 'class' && member.kind !== 'interface' && member.kind !== 'enum') continue;
    if (outer !== undefined) throw new Fault(member, 'Inner classes cannot have inner classes');
    const key = member.name.toLowerCase();
    if (symbol.inner.has(key)) throw new Fault(member, `Duplicate class: ${member.name}`);
    if (key === decl.name.toLowerCase()) {
      throw new Fault(member, `Inner class name must differ from its outer class: ${member.name}`);
    }
    symbol.inner.set(key, declareClass(member, unitName, symbol));
  }
  return symbol;
}

/** Resolves what the class and its inner ones extend and implement. @throws Fault */
export function resolveAncestors(world: World, symbol: ClassSymbol): void {
  const { decl } = symbol;
  if (decl.superclass !== undefined) {
    const base = world.resolve(decl.superclass, symbol.outer ?? symbol);
    if (base.declared?.kind === 'interface' || base.library?.kind === 'interface') {
      throw new Fault(decl.superclass, `${base.name} is an interface and cannot be extended`);
    }
    if (base.declared !== undefined && !isExtensible(base.declared)) {
      throw new Fault(decl.superclass, `Non-virtual and non-abstract type cannot be extended: ${base.name}`);
    }
    if (base.declared === undefined && base.library?.kind !== 'exception') {
      throw new Fault(decl.superclass, `The local org does not support extending ${base.name}`);
    }
    symbol.superclass = base;
  }
  symbol.interfaces = decl.interfaces.map((ref) => {
    const contract = world.resolve(ref, symbol.outer ?? symbol);
    if (contract.declared?.kind !== 'interface' && contract.library?.kind !== 'interface') {
      throw new Fault(ref, `Class must implement an interface: ${contract.name}`);
    }
    return contract;
  });
  for (const inner of symbol.inner.values()) resolveAncestors(world, inner);
}

function isExtensible(symbol: ClassSymbol): boolean {
  const { words } = symbol.decl.modifiers;
  return words.has('virtual') || words.has('abstract');
}

/** Fills in fields, methods and constructors of the class and its inner ones. @throws Fault */
export function declareMembers(world: World, symbol: ClassSymbol): void {
  for (const member of symbol.decl.members) {
    if (member.kind === 'field' || member.kind === 'property') declareField(world, symbol, member);
    else if (member.kind === 'method') declareMethod(world, symbol, member);
    else if (member.kind === 'constructor') declareConstructor(world, symbol, member);
  }
  for (const inner of symbol.inner.values()) declareMembers(world, inner);
}

function visibilityOf(modifiers: Modifiers, fallback: Visibility): Visibility {
  const { words } = modifiers;
  if (words.has('global') || words.has('webservice')) return 'global';
  if (words.has('public')) return 'public';
  if (words.has('protected')) return 'protected';
  return words.has('private') ? 'private' : fallback;
}

function declareField(world: World, symbol: ClassSymbol, decl: FieldDecl | PropertyDecl): void {
  const key = decl.name.toLowerCase();
  if (symbol.fields.has(key)) throw new Fault(decl, `Duplicate field: ${decl.name}`);
  const isStatic = decl.modifiers.words.has('static');
  if (isStatic && symbol.outer !== undefined)
    throw new Fault(decl, 'Static can only be used on fields of a top level class');
  const type = world.resolve(decl.type, symbol);
  if (type.kind === 'void') throw new Fault(decl, 'Fields cannot be of type void');
  const visibility = visibilityOf(decl.modifiers, 'private');
  const setter = decl.kind === 'property' ? decl.setter : undefined;
  const depth = [...ancestry(symbol)].length - 1;
  symbol.fields.set(key, {
    name: decl.name,
    // An ancestor may have a private field of the same name.
    property: depth === 0 ? `$${key}` : `$${key}$${String(depth)}`,
    owner: symbol,
    type,
    static: isStatic,
    final: decl.modifiers.words.has('final'),
    visibility,
    writeVisibility: setter === undefined ? visibility : visibilityOf(setter.modifiers, visibility),
    modifiers: decl.modifiers,
    decl,
    getter: decl.kind === 'property' ? decl.getter : undefined,
    setter
  });
}

function declareMethod(world: World, symbol: ClassSymbol, decl: MethodDecl): void {
  const isStatic = decl.modifiers.words.has('static');
  if (isStatic && symbol.outer !== undefined)
    throw new Fault(decl, 'Static can only be used on methods of a top level class');
  const parameters = decl.parameters.map((one) => ({
    name: one.name,
    type: world.resolve(one.type, symbol),
    decl: one
  }));
  const key = methodKey(
    decl.name,
    parameters.map((one) => one.type.name)
  );
  const abstract = decl.modifiers.words.has('abstract');
  const list = symbol.methods.get(decl.name.toLowerCase()) ?? [];
  if (list.some((one) => one.key === key)) throw new Fault(decl, `Method already defined: ${decl.name}`);
  if (decl.body === undefined && !abstract) throw new Fault(decl, `Method must have a body: ${decl.name}`);
  if (decl.body !== undefined && abstract) throw new Fault(decl, `Abstract methods cannot have a body: ${decl.name}`);
  if (abstract && symbol.kind === 'class' && !symbol.abstract) {
    throw new Fault(decl, `Class must be declared abstract to have abstract methods: ${symbol.name}`);
  }
  list.push({
    name: decl.name,
    key,
    functionName: functionName(symbol, decl.name, list.length),
    owner: symbol,
    type: decl.type === undefined ? VOID : world.resolve(decl.type, symbol),
    parameters,
    static: isStatic,
    abstract,
    visibility: symbol.kind === 'interface' ? 'global' : visibilityOf(decl.modifiers, 'private'),
    modifiers: decl.modifiers,
    decl
  });
  symbol.methods.set(decl.name.toLowerCase(), list);
}

function declareConstructor(world: World, symbol: ClassSymbol, decl: ConstructorDecl): void {
  if (decl.name.toLowerCase() !== symbol.simpleName.toLowerCase()) {
    throw new Fault(decl, `Invalid constructor name: ${decl.name}`);
  }
  const parameters = decl.parameters.map((one) => ({
    name: one.name,
    type: world.resolve(one.type, symbol),
    decl: one
  }));
  const key = methodKey(
    'new',
    parameters.map((one) => one.type.name)
  );
  if (symbol.constructors.some((one) => one.key === key))
    throw new Fault(decl, `Constructor already defined: ${decl.name}`);
  symbol.constructors.push({
    name: symbol.simpleName,
    key,
    functionName: functionName(symbol, 'new', symbol.constructors.length),
    owner: symbol,
    type: symbol.type,
    parameters,
    static: false,
    abstract: false,
    visibility: visibilityOf(decl.modifiers, 'private'),
    modifiers: decl.modifiers,
    decl
  });
}

/** `Outer$Inner$$name$$2`: what a stack trace turns back into `Outer.Inner.name`. */
export function functionName(symbol: ClassSymbol, name: string, index: number): string {
  return `${symbol.name.replaceAll('.', '$')}$$${name}$$${String(index)}`;
}
