import type { Type } from './types.ts';
import { elementOf, is, isList, isText, numberRank } from './types.ts';
import { ancestry, type ClassSymbol } from './symbols.ts';

/**
 * What it costs to use a value of one type where another is wanted; `undefined`: it can't be.
 * 0 is the same type; overloads are chosen by the least sum.
 */
export function conversionCost(from: Type, to: Type): number | undefined {
  if (from === to || from.name === to.name) return from.query === to.query ? 0 : 0.5;
  if (from.kind === 'void' || to.kind === 'void') return undefined;
  if (from.kind === 'null') return to.kind === 'any' ? 1 : 0;
  if (to.kind === 'any') return 50;
  if (from.query === true && to.kind === 'sobject') return rowCost(from, to);
  if (from.kind === 'primitive' && to.kind === 'primitive') return primitiveCost(from, to);
  if (from.kind === 'sobject' && to.kind === 'sobject') return sobjectCost(from, to);
  if (from.library?.name === 'AggregateResult' && to.kind === 'sobject' && to.object === undefined) return 1;
  if (from.kind === 'class' && from.declared !== undefined) return classCost(from.declared, to);
  if (from.kind === 'library' || from.kind === 'primitive') return libraryCost(from, to);
  return undefined;
}

function rowCost(from: Type, to: Type): number | undefined {
  const row = elementOf(from);
  // The rows of a dynamic query are general: which object they are shows at run time.
  if (row?.kind === 'sobject' && row.object === undefined) return 6;
  const cost = row === undefined ? undefined : conversionCost(row, to);
  return cost === undefined ? undefined : cost + 5;
}

function primitiveCost(from: Type, to: Type): number | undefined {
  const left = numberRank(from);
  const right = numberRank(to);
  if (left >= 0 && right >= 0) {
    if (left < right) return right - left;
    // A Decimal fits a Double; nothing else narrows by itself.
    return is(from, 'Decimal') && is(to, 'Double') ? 4 : undefined;
  }
  if (isText(from) && isText(to)) return is(from, 'Id') ? 1 : 2;
  if (is(from, 'Date') && is(to, 'Datetime')) return 1;
  return undefined;
}

function sobjectCost(from: Type, to: Type): number | undefined {
  if (to.object === undefined) return 1;
  // A polymorphic parent is of the type Name.
  return from.object === undefined && from.name === 'Name' ? 2 : undefined;
}

function classCost(from: ClassSymbol, to: Type): number | undefined {
  let distance = 0;
  for (const symbol of ancestry(from)) {
    if (symbol.type === to) return distance;
    for (const contract of symbol.interfaces) {
      const cost = contract.declared === undefined ? libraryCost(contract, to) : conversionCost(contract, to);
      if (cost !== undefined) return distance + 1 + cost;
    }
    const base = symbol.superclass;
    distance += 1;
    if (base?.kind === 'library') {
      const cost = libraryCost(base, to);
      return cost === undefined ? undefined : distance + cost;
    }
  }
  return undefined;
}

function libraryCost(from: Type, to: Type): number | undefined {
  if (from.name === to.name) return 0;
  const name = from.library?.name ?? '';
  if (name === (to.library?.name ?? '-')) return sameGeneric(from, to);
  if (to.library?.name === 'Iterable' && (isList(from) || is(from, 'Set'))) return argumentCost(from, to, 0, 3);
  const wanted = to.library?.name;
  if (wanted === undefined) return undefined;
  if (inherits(from, wanted)) return 2;
  return undefined;
}

/** Whether a platform class descends from another or implements it, as its signature says. */
function inherits(from: Type, wanted: string): boolean {
  const library = from.library;
  if (library === undefined) return false;
  const plain = (name: string): string => name.replace(/<.*$/, '').replace(/^System\./, '');
  const wantedName = plain(wanted);
  const bases = [...(library.superclass === undefined ? [] : [library.superclass]), ...library.interfaces].map(plain);
  if (bases.includes(wantedName)) return true;
  return library.kind === 'exception' && wantedName === 'Exception';
}

/** Lists take lists of anything convertible without a change; Sets and Maps only the same or general sObjects. */
function sameGeneric(from: Type, to: Type): number | undefined {
  if (from.args.length !== to.args.length) return undefined;
  if (isList(from)) return argumentCost(from, to, 0, 2);
  let sum = 0;
  for (let i = 0; i < from.args.length; i++) {
    const cost = argumentCost(from, to, i, 1);
    if (cost === undefined) return undefined;
    sum += cost;
  }
  return sum;
}

function argumentCost(from: Type, to: Type, index: number, base: number): number | undefined {
  const source = from.args[index];
  const target = to.args[index];
  if (source === undefined || target === undefined) return undefined;
  if (source === target || source.name === target.name) return base === 1 ? 0 : base - 1;
  if (source.kind === 'sobject' && target.kind === 'sobject') {
    return source.object === undefined || target.object === undefined ? base + 1 : undefined;
  }
  if (numberRank(source) >= 0 || numberRank(target) >= 0) return target.kind === 'any' ? base + 10 : undefined;
  const cost = conversionCost(source, target);
  return cost === undefined ? undefined : base + cost;
}

/** Whether a cast between two types can succeed at all. */
export function castable(from: Type, to: Type): boolean {
  if (from.kind === 'void' || to.kind === 'void') return false;
  if (conversionCost(from, to) !== undefined || conversionCost(to, from) !== undefined) return true;
  if (numberRank(from) >= 0 && numberRank(to) >= 0) return true;
  // Some class below might implement the interface.
  return isInterface(from) || isInterface(to);
}

function isInterface(type: Type): boolean {
  return type.declared?.kind === 'interface' || type.library?.kind === 'interface';
}

/** The type both branches of a ternary or `??` have. */
export function commonType(left: Type, right: Type): Type | undefined {
  if (left.kind === 'null') return right;
  if (right.kind === 'null') return left;
  if (left.query === true || right.query === true) {
    const cost = conversionCost(left, right);
    return cost === undefined ? (conversionCost(right, left) === undefined ? undefined : left) : right;
  }
  const toRight = conversionCost(left, right);
  const toLeft = conversionCost(right, left);
  if (toRight === undefined && toLeft === undefined) return undefined;
  if (toLeft === undefined) return right;
  if (toRight === undefined) return left;
  return toLeft <= toRight ? left : right;
}
