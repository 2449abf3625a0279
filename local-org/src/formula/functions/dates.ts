import type { FieldValue } from '../../row.ts';
import { addMonths, dateOf, localTime } from '../../store/index.ts';
import type { FormulaFunction, RunArgument } from '../functions.ts';
import { isoDate } from '../values.ts';
import { define } from './define.ts';

const MINUTE = 60_000;

function ofDate(compute: (date: Date) => number): (list: readonly RunArgument[]) => FieldValue {
  return ([argument]) => {
    const value = argument?.value();
    return typeof value === 'string' && value !== '' ? compute(new Date(`${value}T00:00:00Z`)) : null;
  };
}

function part(name: string, format: string, compute: (date: Date) => number): FormulaFunction {
  return define(`${name}(date): number`, {
    sql: ([date]) =>
      `CAST(strftime('${format}', ${date?.sql ?? 'NULL'}) AS INTEGER)${name === 'WEEKDAY' ? ' + 1' : ''}`,
    run: ofDate(compute)
  });
}

const numberOf = (argument: RunArgument | undefined): number | undefined => {
  const value = argument?.value();
  return typeof value === 'number' ? Math.trunc(value) : undefined;
};

export const dateFunctions: readonly FormulaFunction[] = [
  define('TODAY(): date', {
    sql: (_, context) => context.today(),
    run: (_, { now, zone }) => isoDate(localTime(now, zone))
  }),
  define('NOW(): datetime', {
    sql: (_, context) => context.now(),
    run: (_, { now }) => Math.floor(now / MINUTE) * MINUTE
  }),
  define('DATE(number, number, number): date', {
    sql: ([year, month, day]) =>
      `date_of(printf('%04d-%d-%d', ${year?.sql ?? ''}, ${month?.sql ?? ''}, ${day?.sql ?? ''}))`,
    run: ([year, month, day]) => dateOf(`${numberOf(year) ?? ''}-${numberOf(month) ?? ''}-${numberOf(day) ?? ''}`)
  }),
  define('DATEVALUE(any): date', {
    check(list, refuse) {
      if (!['text', 'date', 'datetime', 'none'].includes(list[0]?.type ?? 'none'))
        refuse(0, "Incorrect parameter type for function 'DATEVALUE()'. Expected Text or DateTime");
    },
    sql: ([value], context) =>
      value?.type === 'datetime'
        ? `date(local_time(${value.sql}, ${context.zone()}) / 1000, 'unixepoch')`
        : `date_of(${value?.sql ?? 'NULL'})`,
    run: ([argument], { zone }) => {
      const value = argument?.value() ?? '';
      if (typeof value === 'number') return isoDate(localTime(value, zone));
      return dateOf(String(value));
    }
  }),
  define('DATETIMEVALUE(any): datetime', {
    check(list, refuse) {
      if (!['text', 'date', 'datetime', 'none'].includes(list[0]?.type ?? 'none'))
        refuse(0, "Incorrect parameter type for function 'DATETIMEVALUE()'. Expected Text or DateTime");
    },
    sql: ([value]) => (value?.type === 'datetime' ? value.sql : `strftime('%s', ${value?.sql ?? 'NULL'}) * 1000`),
    run: ([argument]) => {
      const value = argument?.value() ?? '';
      if (typeof value === 'number') return value;
      const time = Date.parse(`${String(value).trim().replace(' ', 'T').replace(/Z?$/, '')}Z`);
      return Number.isNaN(time) ? null : time;
    }
  }),
  define('ADDMONTHS(date, number): date', {
    sql: ([date, months]) => `add_months(${date?.sql ?? 'NULL'}, ${months?.sql ?? 'NULL'})`,
    run: ([date, months]) => {
      const value = date?.value();
      const count = numberOf(months);
      return typeof value === 'string' && value !== '' && count !== undefined ? addMonths(value, count) : null;
    }
  }),
  part('YEAR', '%Y', (date) => date.getUTCFullYear()),
  part('MONTH', '%m', (date) => date.getUTCMonth() + 1),
  part('DAY', '%d', (date) => date.getUTCDate()),
  part('WEEKDAY', '%w', (date) => date.getUTCDay() + 1)
];
