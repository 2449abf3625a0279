import { UnsupportedError } from '../../errors.ts';
import { AggregateResult } from './aggregates.ts';
import { ApexList, ApexMap, ApexSet } from './collections.ts';
import { ApexDate, ApexDatetime, ApexTime } from './dates.ts';
import { isNumeric, toNumber } from './equality.ts';
import { JsonNumber, type JsonNode } from './jsonText.ts';
import { allFields } from './members.ts';
import { ApexEnumValue, infoOf } from './objects.ts';
import { SObject } from './sobject.ts';
import { textOf } from './text.ts';
import { typeOf } from './typing.ts';

/** An Apex value as a component receives it: numbers are numbers, records have no attributes, classes show `@AuraEnabled` members, or `@InvocableVariable` ones to a client. */
export function toAura(value: unknown, open: 'aura' | 'invocable' = 'aura'): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (isNumeric(value)) return toNumber(value);
  if (value instanceof ApexDate || value instanceof ApexDatetime) return value.toIso();
  if (value instanceof ApexTime) return value.milliseconds;
  if (value instanceof ApexEnumValue) return value.name;
  if (value instanceof ApexList || value instanceof ApexSet) return Array.from(value, (one) => toAura(one, open));
  if (value instanceof ApexMap)
    return Object.fromEntries(Array.from(value, ([key, held]) => [textOf(key), toAura(held, open)]));
  if (value instanceof SObject || value instanceof AggregateResult) return recordValue(value.populated());
  const info = infoOf(value);
  if (info === undefined || value instanceof Error)
    throw new UnsupportedError(`values of ${typeOf(value)} as the result of a component's call`);
  return Object.fromEntries(
    allFields(info)
      .filter(
        (field) =>
          (open === 'aura' ? field.aura : field.invocable !== undefined) && !field.static && field.get !== undefined
      )
      .map((field) => [field.name, toAura(field.get?.(value), open)])
  );
}

/** Fields without a value do not reach a component. */
function recordValue(fields: ApexMap): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [name, value] of fields) if (value !== null) shown[String(name)] = toAura(value);
  return shown;
}

/** A JSON value of a component's call as the reader of typed JSON takes it. */
export function toNode(value: unknown): JsonNode {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return new JsonNumber(String(value));
  if (Array.isArray(value)) return value.map(toNode);
  return new Map(Object.entries(value).map(([key, held]) => [key, toNode(held)]));
}
