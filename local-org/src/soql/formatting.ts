import { DateTime } from 'luxon';
import type { FieldValue } from '../row.ts';
import type { FieldDef } from '../schema/types.ts';
import type { SqlValue } from '../store/index.ts';
import type { Run } from './planning.ts';

/** FORMAT(): a number, date or time as the user's language writes it. Other values stay as they are. */
export function formatted(value: SqlValue, field: FieldDef, run: Run): FieldValue {
  if (value === null) return null;
  const locale = run.language.replace('_', '-');
  switch (field.type) {
    case 'int':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
      return new Intl.NumberFormat(locale, {
        minimumFractionDigits: field.scale,
        maximumFractionDigits: field.scale
      }).format(Number(value));
    case 'datetime':
      return DateTime.fromMillis(Number(value), { zone: run.zone, locale }).toLocaleString(DateTime.DATETIME_SHORT);
    case 'date':
      return DateTime.fromISO(String(value), { locale }).toLocaleString(DateTime.DATE_SHORT);
    default:
      return value;
  }
}
