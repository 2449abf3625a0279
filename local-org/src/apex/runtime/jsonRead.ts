import type { ObjectDef } from '../../schema/types.ts';
import { ApexBlob } from './blob.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import type { ClassInfo } from './classes.ts';
import { ApexDate, ApexDatetime, ApexTime } from './dates.ts';
import { ApexDecimal } from './decimal.ts';
import { ApexDouble } from './double.ts';
import { JsonException, TypeException } from './exceptions.ts';
import { apexTypeOfField } from './fields.ts';
import { normalizeId } from './ids.ts';
import { JsonNumber, type JsonNode } from './jsonText.ts';
import { allFields } from './members.ts';
import { platformEnum } from './objects.ts';
import { SObject } from './sobject.ts';
import { apex } from './transaction.ts';
import { plainType, splitType } from './typing.ts';

const INTEGER = 2 ** 31;

/** JSON without a type: maps, lists, texts, Integers (Longs where they need it), Decimals. */
export function untyped(node: JsonNode): unknown {
  if (node instanceof JsonNumber) return untypedNumber(node.text);
  if (Array.isArray(node)) return new ApexList('Object', node.map(untyped));
  if (node instanceof Map)
    return new ApexMap(
      'String',
      'Object',
      Array.from(node, ([key, value]) => [key, untyped(value)])
    );
  return node;
}

function untypedNumber(text: string): unknown {
  if (!/^-?\d+$/.test(text)) return ApexDecimal.parse(text);
  const value = Number(text);
  return value >= -INTEGER && value < INTEGER ? value : BigInt(text);
}

/** JSON as a value of an Apex type. `strict` refuses names that the type does not have. @throws JsonException */
export function typed(node: JsonNode, type: string, strict: boolean): unknown {
  if (node === null) return null;
  const { base, arguments: args } = splitType(type);
  const plain = plainType(base);
  switch (plain) {
    case 'object':
      return untyped(node);
    case 'list':
    case 'iterable':
      return new ApexList(
        args[0] ?? 'Object',
        elements(node).map((item) => typed(item, args[0] ?? 'Object', strict))
      );
    case 'set':
      return new ApexSet(
        args[0] ?? 'Object',
        elements(node).map((item) => typed(item, args[0] ?? 'Object', strict))
      );
    case 'map':
      return typedMap(node, args[0] ?? 'String', args[1] ?? 'Object', strict);
    default:
  }
  const primitive = PRIMITIVES[plain];
  if (primitive !== undefined) return primitive(node);
  const info = apex().code.find(base);
  if (info !== undefined) return info.kind === 'enum' ? enumValue(node, info) : instance(node, info, strict);
  if (plain === 'sobject') return record(node, apex().object(typeAttribute(node)), strict);
  const object = apex().org.schema.object(base);
  if (object !== undefined) return record(node, object, strict);
  const values = platformEnum(base, []);
  const found = values.find(({ name }) => name === node);
  if (found !== undefined) return found;
  throw new JsonException(`Apex Type unsupported in JSON: ${type}`);
}

function elements(node: JsonNode): JsonNode[] {
  if (Array.isArray(node)) return node;
  // Child rows come as { totalSize, done, records }.
  const records = node instanceof Map ? node.get('records') : undefined;
  if (Array.isArray(records)) return records;
  throw new JsonException("Malformed JSON: Expected '[' at the beginning of List/Set");
}

function typedMap(node: JsonNode, keyType: string, valueType: string, strict: boolean): ApexMap {
  if (!(node instanceof Map)) throw new JsonException("Malformed JSON: Expected '{' at the beginning of object");
  const map = new ApexMap(keyType, valueType);
  for (const [key, value] of node) map.put(keyOf(key, keyType), typed(value, valueType, strict));
  return map;
}

function keyOf(key: string, type: string): unknown {
  return plainType(type) === 'string' || plainType(type) === 'object'
    ? key
    : typed(
        /^-?\d/.test(key) && !['id', 'date', 'datetime'].includes(plainType(type)) ? new JsonNumber(key) : key,
        type,
        false
      );
}

type Reader = (node: JsonNode) => unknown;

function illegal(node: JsonNode, type: string): JsonException {
  const shown =
    node instanceof JsonNumber ? node.text : Array.isArray(node) ? '[' : node instanceof Map ? '{' : String(node);
  return new JsonException(`Illegal value for primitive ${type}: ${shown}`);
}

const textual =
  (type: string, read: (text: string) => unknown): Reader =>
  (node) => {
    const value = typeof node === 'string' ? read(node) : undefined;
    if (value === undefined) throw illegal(node, type);
    return value;
  };

const numeric =
  (type: string, read: (text: string) => unknown): Reader =>
  (node) => {
    const text = node instanceof JsonNumber ? node.text : typeof node === 'string' ? node.trim() : '';
    const value = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? read(text) : undefined;
    if (value === undefined) throw illegal(node, type);
    return value;
  };

const PRIMITIVES: Readonly<Record<string, Reader>> = {
  string: (node) => {
    if (typeof node === 'string') return node;
    if (node instanceof JsonNumber) return node.text;
    if (typeof node === 'boolean') return String(node);
    throw illegal(node, 'String');
  },
  id: textual('Id', (text) => {
    const id = normalizeId(text);
    if (id === undefined) throw new JsonException(`Invalid id value for the SObject type: ${text}`);
    return id;
  }),
  boolean: (node) => {
    if (typeof node === 'boolean') return node;
    if (node === 'true' || node === 'false') return node === 'true';
    throw illegal(node, 'Boolean');
  },
  integer: numeric('Integer', (text) => {
    const value = Number(text);
    return Number.isInteger(value) && value >= -INTEGER && value < INTEGER ? value : undefined;
  }),
  long: numeric('Long', (text) => (/^-?\d+$/.test(text) ? BigInt(text) : undefined)),
  decimal: numeric('Decimal', (text) => ApexDecimal.parse(text)),
  double: numeric('Double', (text) => new ApexDouble(Number(text))),
  date: textual('Date', (text) => ApexDate.parseIso(text)),
  datetime: textual('Datetime', readDatetime),
  time: textual('Time', (text) => ApexTime.parseIso(text)),
  blob: textual('Blob', (text) => new ApexBlob(Buffer.from(text, 'base64')))
};

function readDatetime(text: string): ApexDatetime | undefined {
  // REST answers with an offset without colon.
  const time = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2').replace(/^(\d{4}-\d{2}-\d{2}) (?=\d)/, '$1T'));
  return Number.isNaN(time) ? undefined : new ApexDatetime(time);
}

function enumValue(node: JsonNode, info: ClassInfo): unknown {
  const value = info.values?.find(({ name }) => typeof node === 'string' && name.toLowerCase() === node.toLowerCase());
  if (value === undefined)
    throw new JsonException(`Illegal value for enum ${info.name}: ${typeof node === 'string' ? node : 'not a text'}`);
  return value;
}

/** An instance whose fields are set past its constructor. */
function instance(node: JsonNode, info: ClassInfo, strict: boolean): object {
  if (!(node instanceof Map)) throw new JsonException("Malformed JSON: Expected '{' at the beginning of object");
  const object = allocate(info);
  const fields = new Map(
    allFields(info)
      .filter((field) => !field.static && !field.transient)
      .map((field) => [field.name.toLowerCase(), field])
  );
  for (const [key, value] of node) {
    const field = fields.get(key.toLowerCase());
    if (field?.set === undefined) {
      if (strict && field === undefined) throw new JsonException(`No such property '${key}' in class ${info.name}`);
      continue;
    }
    field.set(object, typed(value, field.type, strict));
  }
  return object;
}

/** An instance as its class's constructor without parameters makes it, else with every field null. */
function allocate(info: ClassInfo): object {
  if (typeof info.javascript !== 'function' || info.abstract || info.kind !== 'class') {
    throw new TypeException(`Type cannot be constructed: ${info.name}`);
  }
  const object = Object.create(info.javascript.prototype as object) as object;
  for (const field of allFields(info)) if (!field.static) field.set?.(object, null);
  return object;
}

function typeAttribute(node: JsonNode): string {
  const attributes = node instanceof Map ? node.get('attributes') : undefined;
  const type = attributes instanceof Map ? attributes.get('type') : undefined;
  if (typeof type !== 'string') throw new JsonException('SObject JSON needs attributes with a type');
  return type;
}

function record(node: JsonNode, object: ObjectDef, strict: boolean): SObject {
  if (!(node instanceof Map)) throw new JsonException("Malformed JSON: Expected '{' at the beginning of object");
  const result = new SObject(object);
  for (const [key, value] of node) {
    if (key === 'attributes') continue;
    const name = key.toLowerCase();
    const field = object.fields.get(name);
    if (field !== undefined) {
      result.values.set(field.name, typed(value, apexTypeOfField(field), strict));
      continue;
    }
    const lookup = Array.from(object.fields.values()).find(
      ({ reference }) => reference?.relationshipName?.toLowerCase() === name
    );
    const child = object.childRelationships.find(({ relationshipName }) => relationshipName?.toLowerCase() === name);
    if (lookup?.reference !== undefined) {
      const [only] = lookup.reference.to;
      const type =
        lookup.reference.to.length === 1 && only !== undefined
          ? only
          : value === null
            ? 'SObject'
            : typeAttribute(value);
      const parent = typed(value, type, strict);
      result.parents.set(name, parent instanceof SObject ? parent : null);
    } else if (child !== undefined) {
      const rows = typed(value, `List<${child.childObject}>`, strict);
      if (rows instanceof ApexList) result.childLists.set(name, rows);
    } else throw new JsonException(`No such column '${key}' on sobject of type ${object.name}`);
  }
  return result;
}
