import type { ApexList } from '../runtime/index.ts';
import {
  ApexDate,
  ApexDatetime,
  ApexEnumValue,
  ApexTime,
  compareNumbers,
  infoOf,
  isNumeric,
  ListException,
  SObject,
  TypeException,
  typeOf
} from '../runtime/index.ts';
import { userMethod } from '../runtime/equality.ts';
import { SObjectField, SObjectType } from '../runtime/tokens.ts';

/** Sorts a list as `List.sort` does: null first, then by the values' own order or a Comparator's. */
export function sortValues(list: ApexList, comparator?: object): void {
  const compare = comparator === undefined ? compareValues : comparedBy(comparator);
  list.items.sort((left, right) => {
    if (comparator === undefined && (left === null || right === null))
      return left === right ? 0 : left === null ? -1 : 1;
    return compare(left, right);
  });
}

function comparedBy(comparator: object): (left: unknown, right: unknown) => number {
  const method = userMethod(comparator, 'compare$t$t');
  if (method === undefined) throw new TypeException(`${typeOf(comparator)} is no Comparator`);
  return (left, right) => Number(method.call(comparator, left, right));
}

function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  if (isNumeric(left) && isNumeric(right)) return compareNumbers(left, right);
  if (left instanceof ApexDate && right instanceof ApexDate) return left.days - right.days;
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) return left.milliseconds - right.milliseconds;
  if (left instanceof ApexTime && right instanceof ApexTime) return left.milliseconds - right.milliseconds;
  if (left instanceof ApexEnumValue && right instanceof ApexEnumValue) return left.ordinal - right.ordinal;
  if (left instanceof SObject && right instanceof SObject) return compareRecords(left, right);
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if (isToken(left) && isToken(right)) return compareValues(left.toString(), right.toString());
  const own = infoOf(left) === undefined ? undefined : userMethod(left, 'compareto$object');
  if (own === undefined) throw new ListException('One or more of the items in this list is not Comparable.');
  return Number(own.call(left, right));
}

function isToken(value: unknown): value is SObjectType | SObjectField {
  return value instanceof SObjectType || value instanceof SObjectField;
}

/** Records sort by object, then name, then the other fields in their order, then id. */
function compareRecords(left: SObject, right: SObject): number {
  if (left.object.name !== right.object.name) return left.object.name < right.object.name ? -1 : 1;
  const names = [left.object.nameField ?? 'Id', ...left.values.keys(), 'Id'];
  for (const name of names) {
    const a = left.values.get(name) ?? null;
    const b = right.values.get(name) ?? null;
    if (a === null || b === null) {
      if (a !== b) return a === null ? -1 : 1;
      continue;
    }
    const order = compareValues(a, b);
    if (order !== 0) return order;
  }
  return 0;
}
