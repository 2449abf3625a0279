import {
  ApexList,
  ApexMap,
  ApexSet,
  equalValues,
  hashOf,
  NullPointerException,
  SObject,
  splitType,
  textOf,
  TypeException
} from '../runtime/index.ts';
import { ApexIterator, iterate } from '../runtime/iterating.ts';
import { SObjectType } from '../runtime/tokens.ts';
import { apexClass, apexInterface } from './declare.ts';
import { sortValues } from './sorting.ts';

const argument = (type: string, index: number): string => splitType(type).arguments[index] ?? 'Object';

/** A collection that an argument must be. */
function given(values: object | null): Iterable<unknown> {
  if (values === null) throw new NullPointerException('Argument 1 cannot be null');
  return iterate(values);
}

/** The record type of a list or map of sObjects. */
function recordType(type: string): unknown {
  return type === 'SObject' ? null : new SObjectType(type);
}

function deepClone(
  list: ApexList,
  preserveId = false,
  preserveReadonlyTimestamps = false,
  preserveAutonumber = false
): ApexList {
  const options = { preserveId, deep: true, preserveReadonlyTimestamps, preserveAutonumber };
  return new ApexList(
    list.elementType,
    list.items.map((item) => (item instanceof SObject ? item.clone(options) : item))
  );
}

function addAll(set: ApexSet, values: object | null): boolean {
  let changed = false;
  for (const value of Array.from(given(values))) changed = set.add(value) || changed;
  return changed;
}

function removeAll(set: ApexSet, values: object | null): boolean {
  let changed = false;
  for (const value of Array.from(given(values))) changed = set.delete(value) || changed;
  return changed;
}

function retainAll(set: ApexSet, values: object | null): boolean {
  const kept = new ApexSet(set.elementType, given(values));
  const gone = Array.from(set).filter((value) => !kept.has(value));
  for (const value of gone) set.delete(value);
  return gone.length > 0;
}

function recordsById(type: string, records: ApexList | null): ApexMap {
  if (records === null) throw new NullPointerException('Argument 1 cannot be null');
  const map = new ApexMap(argument(type, 0), argument(type, 1));
  for (const record of records) {
    if (!(record instanceof SObject) || record.id === null) {
      throw new TypeException('Map constructor requires all records to have an Id');
    }
    map.put(record.id, record);
  }
  return map;
}

const listType = apexClass('List<T> implements Iterable<T>', {
  'List()': (type: string) => new ApexList(argument(type, 0)),
  'List(Integer size)': (type: string, size: number) =>
    new ApexList(
      argument(type, 0),
      Array.from({ length: size }, () => null)
    ),
  'List(Iterable<T> values)': (type: string, values: object | null) =>
    new ApexList(argument(type, 0), Array.from(given(values))),
  'void add(T value)': (self: ApexList, value: unknown) => {
    self.add(value);
  },
  'void add(Integer index, T value)': (self: ApexList, index: number, value: unknown) => {
    self.insert(index, value);
  },
  'void addAll(Iterable<T> values)': (self: ApexList, values: object | null) => {
    self.addAll(given(values));
  },
  'void clear()': (self: ApexList) => {
    self.clear();
  },
  'List<T> clone()': (self: ApexList) => new ApexList(self.elementType, [...self.items]),
  'Boolean contains(T value)': (self: ApexList, value: unknown) => self.indexOf(value) >= 0,
  'List<T> deepClone()': (self: ApexList) => deepClone(self),
  'List<T> deepClone(Boolean preserveId)': deepClone,
  'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps)': deepClone,
  'List<T> deepClone(Boolean preserveId, Boolean preserveReadonlyTimestamps, Boolean preserveAutonumber)': deepClone,
  'Boolean equals(Object other)': (self: ApexList, other: unknown) => self.equalTo(other),
  'T get(Integer index)': (self: ApexList, index: number | null) => {
    if (index === null) throw new NullPointerException('Argument 1 cannot be null');
    return self.get(index);
  },
  'Schema.SObjectType getSObjectType()': (self: ApexList) => recordType(self.elementType),
  'Integer hashCode()': (self: ApexList) => self.hash(),
  'Integer indexOf(T value)': (self: ApexList, value: unknown) => self.indexOf(value),
  'Boolean isEmpty()': (self: ApexList) => self.size === 0,
  'Iterator<T> iterator()': (self: ApexList) => new ApexIterator(self.elementType, self),
  'T remove(Integer index)': (self: ApexList, index: number) => self.remove(index),
  'void set(Integer index, T value)': (self: ApexList, index: number, value: unknown) => {
    self.set(index, value);
  },
  'Integer size()': (self: ApexList) => self.size,
  'void sort()': (self: ApexList) => {
    sortValues(self);
  },
  'void sort(Comparator<T> comparator)': (self: ApexList, comparator: object) => {
    sortValues(self, comparator);
  },
  'String toString()': (self: ApexList) => textOf(self)
});

const setType = apexClass('Set<T> implements Iterable<T>', {
  'Set()': (type: string) => new ApexSet(argument(type, 0)),
  'Set(Iterable<T> values)': (type: string, values: object | null) => new ApexSet(argument(type, 0), given(values)),
  'Boolean add(T value)': (self: ApexSet, value: unknown) => self.add(value),
  'Boolean addAll(Iterable<T> values)': addAll,
  'void clear()': (self: ApexSet) => {
    self.clear();
  },
  'Set<T> clone()': (self: ApexSet) => new ApexSet(self.elementType, self),
  'Boolean contains(T value)': (self: ApexSet, value: unknown) => self.has(value),
  'Boolean containsAll(Iterable<T> values)': (self: ApexSet, values: object | null) =>
    Array.from(given(values)).every((value) => self.has(value)),
  'Boolean equals(Object other)': (self: ApexSet, other: unknown) => self.equalTo(other),
  'Integer hashCode()': (self: ApexSet) => self.hash(),
  'Boolean isEmpty()': (self: ApexSet) => self.size === 0,
  'Iterator<T> iterator()': (self: ApexSet) => new ApexIterator(self.elementType, self),
  'Boolean remove(T value)': (self: ApexSet, value: unknown) => self.delete(value),
  'Boolean removeAll(Iterable<T> values)': removeAll,
  'Boolean retainAll(Iterable<T> values)': retainAll,
  'Integer size()': (self: ApexSet) => self.size,
  'String toString()': (self: ApexSet) => textOf(self)
});

const mapType = apexClass('Map<K, V>', {
  'Map()': (type: string) => new ApexMap(argument(type, 0), argument(type, 1)),
  'Map(Map<K, V> other)': (type: string, other: ApexMap | null) => {
    if (other === null) throw new NullPointerException('Argument 1 cannot be null');
    return new ApexMap(argument(type, 0), argument(type, 1), other);
  },
  'Map(List<SObject> records)': recordsById,
  'void clear()': (self: ApexMap) => {
    self.clear();
  },
  'Map<K, V> clone()': (self: ApexMap) => copyInto(self.empty(), self),
  'Boolean containsKey(K key)': (self: ApexMap, key: unknown) => self.has(key),
  'Map<K, V> deepClone()': (self: ApexMap) => {
    const options = { preserveId: true, deep: true, preserveReadonlyTimestamps: true, preserveAutonumber: true };
    const copy = self.empty();
    for (const [key, value] of self) copy.put(key, value instanceof SObject ? value.clone(options) : value);
    return copy;
  },
  'Boolean equals(Object other)': (self: ApexMap, other: unknown) => self.equalTo(other),
  'V get(K key)': (self: ApexMap, key: unknown) => self.get(key),
  'Schema.SObjectType getSObjectType()': (self: ApexMap) => recordType(self.valueType),
  'Integer hashCode()': (self: ApexMap) => self.hash(),
  'Boolean isEmpty()': (self: ApexMap) => self.size === 0,
  'Set<K> keySet()': (self: ApexMap) => new ApexSet(self.keyType, self.keys()),
  'V put(K key, V value)': (self: ApexMap, key: unknown, value: unknown) => self.put(key, value),
  'void putAll(Map<K, V> other)': (self: ApexMap, other: ApexMap | null) => {
    if (other === null) throw new NullPointerException('Argument 1 cannot be null');
    copyInto(self, other);
  },
  'void putAll(List<SObject> records)': (self: ApexMap, records: ApexList | null) => {
    copyInto(self, recordsById(self.apexType, records));
  },
  'V remove(K key)': (self: ApexMap, key: unknown) => self.remove(key),
  'Integer size()': (self: ApexMap) => self.size,
  'String toString()': (self: ApexMap) => textOf(self),
  'List<V> values()': (self: ApexMap) => new ApexList(self.valueType, Array.from(self.values()))
});

function copyInto(target: ApexMap, source: ApexMap): ApexMap {
  for (const [key, value] of source) target.put(key, value);
  return target;
}

const objectType = apexClass('Object', {
  'Boolean equals(Object other)': (self: unknown, other: unknown) => equalValues(self, other),
  'Integer hashCode()': (self: unknown) => hashOf(self),
  'String toString()': (self: unknown) => textOf(self)
});

export const collectionTypes = [
  objectType,
  listType,
  setType,
  mapType,
  apexInterface('Iterable<T>', ['Iterator<T> iterator()']),
  apexInterface('Iterator<T>', ['Boolean hasNext()', 'T next()']),
  apexInterface('Comparable', ['Integer compareTo(Object other)']),
  apexInterface('Comparator<T>', ['Integer compare(T left, T right)']),
  apexInterface('Callable', ['Object call(String action, Map<String,Object> args)'])
];
