import { OrgError } from '../errors.ts';
import type { FieldDef } from '../schema/types.ts';
import type { FieldValue } from '../row.ts';

/** A value as the REST API writes it. */
export function toJson(field: Pick<FieldDef, 'type'> | undefined, value: FieldValue): FieldValue {
  return field?.type === 'datetime' && typeof value === 'number' ? datetimeText(value) : toTime(field, value);
}

function toTime(field: Pick<FieldDef, 'type'> | undefined, value: FieldValue): FieldValue {
  return field?.type === 'time' && typeof value === 'string' ? `${value}Z` : value;
}

/** A moment as the REST API writes it: `2026-11-21T09:30:00.000+0000`. */
export function datetimeText(time: number): string {
  return new Date(time).toISOString().replace('Z', '+0000');
}

/** Takes a value from a JSON body. @throws OrgError if its JSON type does not fit the field */
export function fromJson(field: FieldDef, value: unknown): FieldValue {
  if (value === null || value === undefined) return null;
  switch (field.type) {
    case 'boolean':
      return asBoolean(field, value);
    case 'int':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
      return asNumber(field, value);
    case 'datetime':
      return asDatetime(field, value);
    case 'date':
      return asDate(field, value);
    case 'time':
      return asTime(field, value);
    default:
      return asText(field, value);
  }
}

function refuse(field: FieldDef, what: string, value: unknown): never {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  throw new OrgError('JSON_PARSER_ERROR', `Cannot deserialize ${field.name} as ${what}: ${shown.slice(0, 200)}`, [
    field.name
  ]);
}

function asBoolean(field: FieldDef, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  if (value === 'true' || value === 'false') return value === 'true';
  return refuse(field, 'a boolean', value);
}

function asNumber(field: FieldDef, value: unknown): number | null {
  if (value === '') return null;
  const number =
    typeof value === 'string' && /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : refuse(field, 'a number', value);
}

const datetimePattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

function asDatetime(field: FieldDef, value: unknown): number | null {
  if (value === '') return null;
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return parse(field, `${value}T00:00:00Z`);
  if (typeof value !== 'string' || !datetimePattern.test(value)) return refuse(field, 'a datetime', value);
  return parse(field, value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
}

function parse(field: FieldDef, text: string): number {
  const time = Date.parse(text);
  return Number.isNaN(time) ? refuse(field, 'a datetime', text) : time;
}

function asDate(field: FieldDef, value: unknown): string | null {
  if (value === '') return null;
  const day = typeof value === 'string' ? /^(\d{4}-\d\d-\d\d)(T.*)?$/.exec(value)?.[1] : undefined;
  if (day === undefined || !new Date(Date.parse(`${day}T00:00:00Z`) || 0).toISOString().startsWith(day)) {
    return refuse(field, 'a date', value);
  }
  return day;
}

function asTime(field: FieldDef, value: unknown): string | null {
  if (value === '') return null;
  const parts = typeof value === 'string' ? /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?Z?$/.exec(value) : null;
  if (!parts) return refuse(field, 'a time', value);
  return `${parts[1] ?? ''}:${parts[2] ?? ''}:${parts[3] ?? '00'}.${(parts[4] ?? '').padEnd(3, '0')}`;
}

/** The platform takes numbers and booleans for text as they are written. */
function asText(field: FieldDef, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return refuse(field, 'a text', value);
}
