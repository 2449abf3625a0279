import { methodKey } from '../image/types.ts';
import { conversionCost } from './conversions.ts';
import { Fault } from './parser.ts';
import { ancestry, type ClassSymbol, type MethodSymbol } from './symbols.ts';
import type { Type } from './types.ts';
import { variablesOf, type World } from './world.ts';

/** A method that a platform interface asks for, by the key under which the platform calls it. */
export interface Bridge {
  readonly key: string;
  readonly method: MethodSymbol;
}

/** Checks a class against its ancestors. @throws Fault */
export function checkClass(world: World, symbol: ClassSymbol): void {
  checkCycle(symbol);
  if (symbol.kind !== 'class') return;
  for (const methods of symbol.methods.values()) for (const method of methods) checkOverride(symbol, method);
  if (!symbol.abstract) checkImplemented(world, symbol);
}

function checkCycle(symbol: ClassSymbol): void {
  const seen = new Set<ClassSymbol>();
  for (let one: ClassSymbol | undefined = symbol; one !== undefined; one = one.superclass?.declared) {
    if (seen.has(one)) throw new Fault(symbol.decl, `Class recursively extends itself: ${symbol.name}`);
    seen.add(one);
  }
}

function checkOverride(symbol: ClassSymbol, method: MethodSymbol): void {
  const base = inherited(symbol, method.key);
  const { words } = method.modifiers;
  if (base === undefined) {
    if (words.has('override') && !overridesPlatform(symbol, method) && !isContract(symbol, method)) {
      throw new Fault(method.decl, `Method does not override an ancestor method: ${describe(method)}`);
    }
    return;
  }
  if (base.static || method.static || base.visibility === 'private') return;
  const virtual = base.modifiers.words.has('virtual') || base.abstract || base.modifiers.words.has('override');
  if (!virtual)
    throw new Fault(method.decl, `Non-virtual, non-abstract methods cannot be overridden: ${describe(method)}`);
  if (!words.has('override')) throw new Fault(method.decl, `Method must use the override keyword: ${describe(method)}`);
  if (base.type !== method.type && conversionCost(method.type, base.type) !== 0) {
    throw new Fault(
      method.decl,
      `Return type must be ${base.type.name} as in the overridden method: ${describe(method)}`
    );
  }
}

/** `toString`, `equals`, `hashCode` and what exceptions have may be overridden without an ancestor of ours. */
function overridesPlatform(symbol: ClassSymbol, method: MethodSymbol): boolean {
  const name = method.name.toLowerCase();
  if (name === 'tostring' || name === 'equals' || name === 'hashcode') return true;
  for (const one of ancestry(symbol)) {
    if (one.superclass?.library?.members.some((member) => member.name.toLowerCase() === name) === true) return true;
  }
  return false;
}

function isContract(symbol: ClassSymbol, method: MethodSymbol): boolean {
  for (const one of ancestry(symbol)) {
    for (const contract of one.interfaces) {
      if (contract.declared?.methods.has(method.name.toLowerCase()) === true) return true;
      if (contract.library?.members.some((member) => member.name.toLowerCase() === method.name.toLowerCase()) === true)
        return true;
    }
  }
  return false;
}

function inherited(symbol: ClassSymbol, key: string): MethodSymbol | undefined {
  for (const one of ancestry(symbol)) {
    if (one === symbol) continue;
    for (const methods of one.methods.values()) {
      const found = methods.find((method) => method.key === key);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function checkImplemented(world: World, symbol: ClassSymbol): void {
  for (const one of ancestry(symbol)) {
    for (const methods of one.methods.values()) {
      for (const method of methods) {
        if (
          method.abstract &&
          implementation(
            symbol,
            method.name,
            method.parameters.map((p) => p.type)
          ) === undefined
        ) {
          throw new Fault(symbol.decl, `Class ${symbol.name} must implement the abstract method: ${describe(method)}`);
        }
      }
    }
    for (const contract of one.interfaces) checkContract(world, symbol, contract);
  }
}

function checkContract(world: World, symbol: ClassSymbol, contract: Type): void {
  for (const { name, parameters } of contractMethods(world, contract)) {
    if (implementation(symbol, name, parameters) !== undefined) continue;
    const signature = `${name}(${parameters.map((type) => type.name).join(', ')})`;
    throw new Fault(symbol.decl, `Class ${symbol.name} must implement the method: ${contract.name}.${signature}`);
  }
}

interface ContractMethod {
  readonly name: string;
  readonly parameters: readonly Type[];
  /** As the interface spells it. */
  readonly key: string;
}

function contractMethods(world: World, contract: Type): ContractMethod[] {
  const own: ContractMethod[] = [];
  if (contract.declared !== undefined) {
    for (const methods of contract.declared.methods.values()) {
      for (const { name, key, parameters } of methods)
        own.push({ name, key, parameters: parameters.map((one) => one.type) });
    }
    return [...own, ...contract.declared.interfaces.flatMap((base) => contractMethods(world, base))];
  }
  const variables = variablesOf(contract);
  for (const member of contract.library?.members ?? []) {
    if (member.kind !== 'method' || member.static) continue;
    own.push({
      name: member.name,
      key: methodKey(
        member.name,
        member.parameters.map((one) => one.type)
      ),
      parameters: member.parameters.map((one) => world.named(one.type, variables))
    });
  }
  const bases = (contract.library?.interfaces ?? []).map((name) => world.named(name, variables));
  return [...own, ...bases.flatMap((base) => contractMethods(world, base))];
}

/** The class's method that takes what the interface's would. */
function implementation(symbol: ClassSymbol, name: string, parameters: readonly Type[]): MethodSymbol | undefined {
  let loose: MethodSymbol | undefined;
  for (const one of ancestry(symbol)) {
    for (const method of one.methods.get(name.toLowerCase()) ?? []) {
      if (method.abstract || method.parameters.length !== parameters.length) continue;
      if (method.parameters.every((own, i) => own.type === parameters[i])) return method;
      const fits = method.parameters.every((own, i) => {
        const wanted = parameters[i];
        return (
          wanted !== undefined &&
          (conversionCost(own.type, wanted) !== undefined || conversionCost(wanted, own.type) !== undefined)
        );
      });
      // A batch's `execute(…, List<Account>)` implements the one with List<SObject>.
      if (fits) loose ??= method;
    }
  }
  return loose;
}

/** Methods to be reachable under an interface's key because the class spells their types otherwise. */
export function bridges(world: World, symbol: ClassSymbol): Bridge[] {
  const found: Bridge[] = [];
  for (const one of ancestry(symbol)) {
    for (const contract of one.interfaces) {
      for (const { name, parameters, key } of contractMethods(world, contract)) {
        const method = implementation(symbol, name, parameters);
        if (method !== undefined && (method.key !== key || method.static)) found.push({ key, method });
      }
    }
  }
  return found;
}

function describe(method: MethodSymbol): string {
  const parameters = method.parameters.map((one) => one.type.name).join(', ');
  return `${method.type.name} ${method.owner.name}.${method.name}(${parameters})`;
}
