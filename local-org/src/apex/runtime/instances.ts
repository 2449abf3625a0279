import type { TypeName } from '../library/types.ts';
import { ApexEnumValue, infoOf } from './objects.ts';
import { ApexException, platformExceptions } from './exceptions.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { SObject } from './sobject.ts';
import { apex } from './transaction.ts';
import { plainType, splitType, typeOf } from './typing.ts';
import { normalizeId } from './ids.ts';

/** Whether a value (not null) can stand for a type: Apex `instanceof`, by the name of the type. */
export function isInstance(value: unknown, type: TypeName): boolean {
  const wanted = plainType(type);
  if (wanted === 'object') return true;
  if (wanted === 'id') return typeof value === 'string' && normalizeId(value) !== undefined;
  if (plainType(typeOf(value)) === wanted) return true;
  if (value instanceof SObject) return wanted === 'sobject';
  if (value instanceof ApexList || value instanceof ApexSet || value instanceof ApexMap)
    return isCollection(value, wanted);
  if (value instanceof ApexEnumValue) return false;
  if (typeof value === 'number') return wanted === 'long' || wanted === 'double' || wanted === 'decimal';
  if (typeof value === 'bigint') return wanted === 'double' || wanted === 'decimal';
  if (value instanceof ApexException && isPlatformException(value, wanted)) return true;
  return descends(value, wanted);
}

function isCollection(value: ApexList | ApexSet | ApexMap, wanted: string): boolean {
  return fitsType(value.apexType, wanted);
}

/** A list of any records stands for a list of sObjects, and the other way round; all else must agree. */
function fitsType(own: TypeName, wanted: TypeName): boolean {
  const left = splitType(own);
  const right = splitType(wanted);
  const [leftBase, rightBase] = [plainType(left.base), plainType(right.base)];
  if (left.arguments.length !== right.arguments.length) return false;
  const fits =
    leftBase === rightBase ||
    (rightBase === 'object' && left.arguments.length === 0) ||
    (rightBase === 'iterable' && (leftBase === 'list' || leftBase === 'set')) ||
    isRecordType(leftBase, rightBase) ||
    isRecordType(rightBase, leftBase);
  return fits && left.arguments.every((argument, i) => fitsType(argument, right.arguments[i] ?? ''));
}

/** One is the general type of records, the other one of an object. */
function isRecordType(general: string, special: string): boolean {
  return general === 'sobject' && apex().org.schema.object(special) !== undefined;
}

function isPlatformException(value: ApexException, wanted: string): boolean {
  const type = platformExceptions.get(wanted);
  return type !== undefined && value instanceof type;
}

function descends(value: unknown, wanted: string): boolean {
  const { code } = apex();
  const seen = new Set<string>();
  const pending = [infoOf(value)];
  for (let info = pending.pop(); info !== undefined; info = pending.pop()) {
    for (const name of [info.name, ...info.interfaces, ...(info.superclass === undefined ? [] : [info.superclass])]) {
      const plain = plainType(name);
      if (plain === wanted || splitType(plain).base === wanted) return true;
      if (seen.has(plain)) continue;
      seen.add(plain);
      const next = code.find(splitType(name).base);
      if (next !== undefined) pending.push(next);
    }
  }
  return false;
}
