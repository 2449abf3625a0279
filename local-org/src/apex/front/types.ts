import type { ObjectDef } from '../../schema/types.ts';
import type { LibraryType } from '../library/types.ts';
import type { ClassSymbol } from './symbols.ts';

/** `any` is Object; `sobject` without `object` is the general SObject (or AggregateResult). */
export type TypeKind = 'void' | 'null' | 'any' | 'primitive' | 'library' | 'sobject' | 'class';

/** A static type. There is one object a type in a compilation, so identity is equality. */
export interface Type {
  readonly kind: TypeKind;
  /** As messages spell it: `Map<Id,Account>`. */
  readonly name: string;
  readonly args: readonly Type[];
  /** What the library says of a primitive or a platform class. */
  readonly library?: LibraryType;
  readonly object?: ObjectDef;
  readonly declared?: ClassSymbol;
  /** A query's rows, which also stand where one row is wanted. */
  readonly query?: boolean;
}

export const VOID: Type = { kind: 'void', name: 'void', args: [] };
export const NULL: Type = { kind: 'null', name: 'null', args: [] };

const NUMBERS = ['Integer', 'Long', 'Double', 'Decimal'];

/** Place among the numbers: a smaller one widens to a larger; -1: not a number. */
export function numberRank(type: Type): number {
  return type.kind === 'primitive' ? NUMBERS.indexOf(type.name) : -1;
}

/** Whether a type is the primitive (or platform class) of that name. */
export function is(type: Type, ...names: readonly string[]): boolean {
  return (type.kind === 'primitive' || type.kind === 'library') && names.includes(type.library?.name ?? type.name);
}

/** String or Id: both rest as text. */
export function isText(type: Type): boolean {
  return type.kind === 'primitive' && (type.name === 'String' || type.name === 'Id');
}

export function isList(type: Type): boolean {
  return type.library?.name === 'List';
}

/** What a List or Set holds, or Object. */
export function elementOf(type: Type): Type | undefined {
  return type.args[0];
}
