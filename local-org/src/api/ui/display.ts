import type { FieldValue } from '../../row.ts';
import { displayedValue, type FieldDef, type ObjectDef } from '../../schema/index.ts';
import type { Asking } from './asking.ts';

/** A value as the UI API writes it: moments in UTC with milliseconds. */
export function jsonValue(field: FieldDef, value: FieldValue): FieldValue {
  if (field.type === 'datetime' && typeof value === 'number') return new Date(value).toISOString();
  return field.type === 'time' && typeof value === 'string' ? `${value}Z` : value;
}

/** Formatters are slow to make and few. */
const formatters = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known instanceof Intl.DateTimeFormat) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known instanceof Intl.NumberFormat) return known;
  const made = new Intl.NumberFormat(locale, options);
  formatters.set(key, made);
  return made;
}

const day = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;

/** A value as the user reads it, or null where the value itself is what is read. */
export function displayValue(asking: Asking, object: ObjectDef, field: FieldDef, value: FieldValue): string | null {
  if (value === null) return null;
  const { locale, timeZone, currency, schema, language } = asking;
  const digits = { minimumFractionDigits: field.scale, maximumFractionDigits: field.scale };
  switch (field.type) {
    case 'picklist':
    case 'multipicklist':
      return displayedValue(schema, object.name, field, String(value), language);
    case 'date':
      return dateFormat(locale, { ...day, timeZone: 'UTC' }).format(new Date(String(value)));
    case 'datetime':
      return dateFormat(locale, { ...day, hour: 'numeric', minute: '2-digit', timeZone }).format(Number(value));
    case 'currency':
      return numberFormat(locale, { style: 'currency', currency, ...digits }).format(Number(value));
    case 'percent':
      return `${numberFormat(locale, digits).format(Number(value))}%`;
    case 'int':
    case 'long':
      return numberFormat(locale, {}).format(Number(value));
    case 'double':
      return numberFormat(locale, digits).format(Number(value));
    default:
      return null;
  }
}
