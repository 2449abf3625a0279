import { ApexBlob } from './blob.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from './dates.ts';
import { ApexDecimal } from './decimal.ts';
import { ApexDouble } from './double.ts';
import { AggregateResult } from './aggregates.ts';
import { JsonException } from './exceptions.ts';
import { allFields } from './members.ts';
import { ApexEnumValue, infoOf } from './objects.ts';
import { SObject } from './sobject.ts';
import { textOf } from './text.ts';
import { typeOf } from './typing.ts';

const API_VERSION = 'v65.0';

/** A value in the parts JSON has; texts of numbers are kept apart from strings. */
export type JsonPart =
  null | boolean | string | { readonly number: string } | readonly JsonPart[] | ReadonlyMap<string, JsonPart>;

/** The JSON parts of an Apex value, as `JSON.serialize` writes them. @throws JsonException for what has no JSON form */
export function toJson(value: unknown, suppressNulls = false): JsonPart {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof ApexDouble)
    return { number: String(value) };
  if (value instanceof ApexDecimal) return { number: value.toPlainString() };
  if (value instanceof ApexDate) return value.toIso();
  if (value instanceof ApexDatetime) return value.toIso();
  if (value instanceof ApexTime) return value.toString();
  if (value instanceof ApexBlob) return Buffer.from(value.bytes).toString('base64');
  if (value instanceof ApexEnumValue) return value.name;
  if (value instanceof ApexList || value instanceof ApexSet)
    return Array.from(value, (item) => toJson(item, suppressNulls));
  if (value instanceof ApexMap) return entries(value, suppressNulls);
  if (value instanceof SObject) return recordParts(value);
  if (value instanceof AggregateResult) return entries(value.populated(), suppressNulls);
  if (infoOf(value) !== undefined && !(value instanceof Error)) return instanceParts(value, suppressNulls);
  throw new JsonException(`Apex Type unsupported in JSON: ${typeOf(value)}`);
}

/** The text of JSON parts; pretty in the platform's way: `"key" : value`, arrays on their line. */
export function jsonText(part: JsonPart, pretty = false, indent = ''): string {
  if (part === null) return 'null';
  if (typeof part === 'string') return quoted(part);
  if (typeof part === 'boolean') return String(part);
  if (isArray(part)) {
    const items = part.map((item) => jsonText(item, pretty, indent));
    return pretty ? (items.length === 0 ? '[ ]' : `[ ${items.join(', ')} ]`) : `[${items.join(',')}]`;
  }
  if ('number' in part) return part.number;
  const inner = `${indent}  `;
  const members = Array.from(
    part,
    ([key, value]) => `${quoted(key)}${pretty ? ' : ' : ':'}${jsonText(value, pretty, inner)}`
  );
  if (!pretty) return `{${members.join(',')}}`;
  return members.length === 0 ? '{ }' : `{\n${inner}${members.join(`,\n${inner}`)}\n${indent}}`;
}

function isArray(part: JsonPart): part is readonly JsonPart[] {
  return Array.isArray(part);
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function entries(map: ApexMap, suppressNulls: boolean): Map<string, JsonPart> {
  const parts = new Map<string, JsonPart>();
  for (const [key, value] of map) {
    if (value === null && suppressNulls) continue;
    parts.set(textOf(key), toJson(value, suppressNulls));
  }
  return parts;
}

/** A record: its attributes, set fields, parents, child rows. */
function recordParts(record: SObject): Map<string, JsonPart> {
  const attributes = new Map<string, JsonPart>([['type', record.object.name]]);
  if (record.id !== null)
    attributes.set('url', `/services/data/${API_VERSION}/sobjects/${record.object.name}/${record.id}`);
  const parts = new Map<string, JsonPart>([['attributes', attributes]]);
  for (const [key, value] of record.populated()) {
    if (value instanceof ApexList) {
      const size = { number: String(value.size) };
      parts.set(
        String(key),
        new Map<string, JsonPart>([
          ['totalSize', size],
          ['done', true],
          ['records', toJson(value)]
        ])
      );
    } else parts.set(String(key), toJson(value));
  }
  return parts;
}

function instanceParts(instance: unknown, suppressNulls: boolean): Map<string, JsonPart> {
  const parts = new Map<string, JsonPart>();
  for (const field of allFields(infoOf(instance))) {
    if (field.static || field.transient || field.get === undefined) continue;
    const value = field.get(instance);
    if (value !== null || !suppressNulls) parts.set(field.name, toJson(value, suppressNulls));
  }
  return parts;
}
