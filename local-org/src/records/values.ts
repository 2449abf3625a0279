import type { FieldDef } from '../schema/types.ts';
import type { FieldValue } from '../row.ts';

/** Why a value can't be saved. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** A value in the form it is kept in, or why not. */
export type Checked = { readonly value: FieldValue } | { readonly refusal: Refusal };

/** Checks one value against its field and brings it into the form it is kept in. */
export function checkValue(field: FieldDef, value: FieldValue): Checked {
  if (value === null) return { value: field.type === 'boolean' ? false : null };
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? { value } : wrongType(field, value);
    case 'int':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
      return typeof value === 'number' && Number.isFinite(value) ? checkNumber(field, value) : wrongType(field, value);
    case 'datetime':
      return typeof value === 'number' && Number.isFinite(value)
        ? checkDatetime(field, value)
        : wrongType(field, value);
    case 'date':
      return typeof value === 'string' && isDate(value) ? checkDate(field, value) : wrongType(field, value);
    case 'time':
      return typeof value === 'string' && /^\d\d:\d\d:\d\d\.\d{3}$/.test(value) ? { value } : wrongType(field, value);
    default:
      return typeof value === 'string' ? checkText(field, value) : wrongType(field, value);
  }
}

function wrongType(field: FieldDef, value: FieldValue): Checked {
  return refuse('INVALID_TYPE_ON_FIELD_IN_RECORD', `${field.label}: value not of required type: ${String(value)}`);
}

function refuse(code: string, message: string): Checked {
  return { refusal: { code, message } };
}

function checkNumber(field: FieldDef, value: number): Checked {
  const whole = field.type === 'int' || field.type === 'long';
  const rounded = roundHalfUp(value, whole ? 0 : field.scale);
  if (field.type === 'int' && field.precision === 0 && Math.abs(rounded) > 2_147_483_647)
    return outOfRange(field, value);
  const digits = field.precision - (whole ? 0 : field.scale);
  if (field.precision > 0 && Math.abs(rounded) >= 10 ** digits) return outOfRange(field, value);
  return { value: rounded };
}

function outOfRange(field: FieldDef, value: number): Checked {
  return refuse(
    'NUMBER_OUTSIDE_VALID_RANGE',
    `${field.label}: value outside of valid range on numeric field: ${String(value)}`
  );
}

/** Rounds as a decimal, not as a binary fraction: 1.005 with scale 2 is 1.01. */
function roundHalfUp(value: number, scale: number): number {
  const places = (String(value).split('.')[1] ?? '').length;
  if (places <= scale || !Number.isFinite(value)) return value;
  const shifted = Number(`${String(Math.abs(value))}e${String(scale)}`);
  if (Number.isNaN(shifted)) return Number(value.toFixed(scale));
  return Math.sign(value) * Number(`${String(Math.round(shifted))}e-${String(scale)}`);
}

const firstDay = Date.UTC(1700, 0, 1);
const lastDay = Date.UTC(4001, 0, 1) - 1;

function checkDatetime(field: FieldDef, value: number): Checked {
  if (value < firstDay || value > lastDay) return badDate(field, new Date(value).toISOString());
  return { value: Math.floor(value / 1000) * 1000 };
}

function checkDate(field: FieldDef, value: string): Checked {
  const time = Date.parse(`${value}T00:00:00Z`);
  return time < firstDay || time > lastDay ? badDate(field, value) : { value };
}

function badDate(field: FieldDef, value: string): Checked {
  return refuse(
    'FIELD_INTEGRITY_EXCEPTION',
    `${field.label}: invalid date: ${value}: years from 1700 to 4000 are allowed`
  );
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function checkText(field: FieldDef, given: string): Checked {
  const value = field.type === 'textarea' || field.type === 'base64' ? given : given.trim();
  if (value === '') return { value: null };
  if (field.length > 0 && value.length > field.length) {
    const shown = value.length > 100 ? `${value.slice(0, 100)}…` : value;
    return refuse(
      'STRING_TOO_LONG',
      `${field.label}: data value too large: ${shown} (max length=${String(field.length)})`
    );
  }
  if (field.type === 'email' && !isEmail(value)) {
    return refuse('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${value}`);
  }
  if (field.type === 'picklist') return checkPicklist(field, value);
  if (field.type === 'multipicklist') return checkMultiPicklist(field, value);
  return { value };
}

function isEmail(text: string): boolean {
  return /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)*\.[^\s@<>(),;:"[\]\\.]{2,}$/u.test(text);
}

function checkPicklist(field: FieldDef, value: string): Checked {
  const known = field.picklist?.values.find((entry) => entry.value.toLowerCase() === value.toLowerCase());
  if (field.picklist?.restricted && !known?.active) return badPicklistValue(field, value);
  return { value: known?.value ?? value };
}

function checkMultiPicklist(field: FieldDef, text: string): Checked {
  const chosen = [...new Set(text.split(';').map((part) => part.trim()))].filter((part) => part !== '');
  const values = field.picklist?.values ?? [];
  const unknown = chosen.find((part) => !values.some((entry) => entry.value === part && entry.active));
  if (field.picklist?.restricted && unknown !== undefined) return badPicklistValue(field, unknown);
  const place = (part: string): number => {
    const index = values.findIndex((entry) => entry.value === part);
    return index < 0 ? values.length : index;
  };
  return { value: chosen.sort((a, b) => place(a) - place(b)).join(';') || null };
}

function badPicklistValue(field: FieldDef, value: string): Checked {
  return refuse(
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    `${field.label}: bad value for restricted picklist field: ${value}`
  );
}
