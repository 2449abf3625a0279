import { ApexList, ApexMap, ApexSet, SObject, TypeException } from '../runtime/index.ts';
import { lineage } from '../runtime/members.ts';
import { ApexType } from '../runtime/tokens.ts';
import { apex } from '../runtime/transaction.ts';
import { plainType, splitType } from '../runtime/typing.ts';
import { apexClass } from './declare.ts';

const PRIMITIVES = [
  'String',
  'Integer',
  'Long',
  'Double',
  'Decimal',
  'Boolean',
  'Date',
  'Datetime',
  'Time',
  'Blob',
  'Id',
  'Object',
  'SObject'
];
const COLLECTIONS: Readonly<Record<string, number>> = { List: 1, Set: 1, Map: 2 };

/** The type of a name known at run time, or null. */
function forName(name: string | null): ApexType | null {
  if (name === null) return null;
  const canonical = canonicalName(name);
  return canonical === undefined ? null : new ApexType(canonical);
}

function canonicalName(name: string): string | undefined {
  const { base, arguments: args } = splitType(name);
  const plain = plainType(base);
  const primitive = PRIMITIVES.find((one) => one.toLowerCase() === plain);
  if (primitive !== undefined) return primitive;
  const collection = Object.keys(COLLECTIONS).find((one) => one.toLowerCase() === plain);
  if (collection !== undefined) {
    const inner = args.map(canonicalName);
    if (inner.length !== COLLECTIONS[collection] || inner.includes(undefined)) return undefined;
    return `${collection}<${inner.join(',')}>`;
  }
  return apex().code.find(base)?.name ?? apex().org.schema.object(base)?.name;
}

function newInstance(type: ApexType): unknown {
  const { base, arguments: args } = splitType(type.name);
  if (base === 'List') return new ApexList(args[0] ?? 'Object');
  if (base === 'Set') return new ApexSet(args[0] ?? 'Object');
  if (base === 'Map') return new ApexMap(args[0] ?? 'String', args[1] ?? 'Object');
  const info = apex().code.find(base);
  if (info?.create !== undefined) return info.create();
  const object = apex().org.schema.object(base);
  if (info === undefined && object !== undefined) return new SObject(object);
  throw new TypeException(`Type cannot be constructed: ${type.name}`);
}

/** Whether a value of the other type could stand where this one is wanted. */
function isAssignable(target: ApexType, source: ApexType): boolean {
  const wanted = plainType(target.name);
  if (wanted === 'object' || wanted === plainType(source.name)) return true;
  if (wanted === 'sobject') return apex().org.schema.object(source.name) !== undefined;
  const pending = lineage(apex().code.find(source.name));
  for (let info = pending.pop(); info !== undefined; info = pending.pop()) {
    if (plainType(info.name) === wanted) return true;
    for (const name of [...info.interfaces, ...(info.superclass === undefined ? [] : [info.superclass])]) {
      if (plainType(name) === wanted || plainType(splitType(name).base) === wanted) return true;
      pending.push(...lineage(apex().code.find(splitType(name).base)));
    }
  }
  return false;
}

export const typeClass = apexClass('Type', {
  'static Type forName(String name)': forName,
  'static Type forName(String namespace, String name)': (_namespace: string | null, name: string | null) =>
    forName(name),
  'String getName()': (self: ApexType) => self.name,
  'String toString()': (self: ApexType) => self.name,
  'Object newInstance()': newInstance,
  'Boolean isAssignableFrom(Type other)': isAssignable,
  'Boolean equals(Object other)': (self: ApexType, other: unknown) => self.equalTo(other),
  'Integer hashCode()': (self: ApexType) => self.hash()
});
