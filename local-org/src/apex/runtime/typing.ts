import type { TypeName } from '../library/types.ts';
import { ApexBlob } from './blob.ts';
import { ApexDate, ApexDatetime, ApexTime } from './dates.ts';
import { ApexDecimal } from './decimal.ts';
import { ApexDouble } from './double.ts';
import { ApexException } from './exceptions.ts';
import { ApexEnumValue, infoOf } from './objects.ts';

/** A value that says its own type: collections, sObjects, library objects. */
interface Typed {
  readonly apexType: TypeName;
}

/** The Apex type of a value; a text that could be an Id is a String. */
export function typeOf(value: unknown): TypeName {
  switch (typeof value) {
    case 'string':
      return 'String';
    case 'number':
      return 'Integer';
    case 'bigint':
      return 'Long';
    case 'boolean':
      return 'Boolean';
    default:
  }
  if (value instanceof ApexDecimal) return 'Decimal';
  if (value instanceof ApexDouble) return 'Double';
  if (value instanceof ApexDate) return 'Date';
  if (value instanceof ApexDatetime) return 'Datetime';
  if (value instanceof ApexTime) return 'Time';
  if (value instanceof ApexBlob) return 'Blob';
  if (value instanceof ApexEnumValue) return value.type;
  if (value instanceof ApexException) return value.typeName;
  const info = infoOf(value);
  if (info !== undefined) return info.name;
  if (isTyped(value)) return value.apexType;
  return 'Object';
}

function isTyped(value: unknown): value is Typed {
  return typeof value === 'object' && value !== null && 'apexType' in value && typeof value.apexType === 'string';
}

/** `List<Map<String,Id>>` → `List` and its arguments. */
export function splitType(type: TypeName): { readonly base: string; readonly arguments: readonly TypeName[] } {
  const text = type.trim();
  if (text.endsWith('[]')) return { base: 'List', arguments: [text.slice(0, -2)] };
  const open = text.indexOf('<');
  if (open < 0) return { base: text, arguments: [] };
  const parts: string[] = [];
  let depth = 0;
  let start = open + 1;
  for (let i = start; i < text.length; i++) {
    const letter = text[i];
    if (letter === '<') depth += 1;
    else if (letter === '>' && depth > 0) depth -= 1;
    else if ((letter === ',' && depth === 0) || (letter === '>' && depth === 0)) {
      parts.push(text.slice(start, i).trim());
      start = i + 1;
    }
  }
  return { base: text.slice(0, open).trim(), arguments: parts };
}

/** Type names compare without case, blanks and the namespace System. */
export function sameType(left: TypeName, right: TypeName): boolean {
  return left === right || plainType(left) === plainType(right);
}

export function plainType(type: TypeName): string {
  let plain = plainTypes.get(type);
  if (plain === undefined) {
    plain = type
      .replace(/\s+/g, '')
      .toLowerCase()
      .replace(/(^|[<,])system\./g, '$1');
    plainTypes.set(type, plain);
  }
  return plain;
}

/** The names that code is written with are few and asked for at every cast. */
const plainTypes = new Map<TypeName, string>();
