import { DateTime } from 'luxon';
import { UnsupportedError } from '../../errors.ts';
import { StringException } from './exceptions.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const MINUTES_OF_DAY = 24 * 60;
const YEARS_LOOKED_AHEAD = 100;

type Test = (value: number) => boolean;

/** The next time (in milliseconds) after `after` that a cron expression of the platform names, or undefined if there is none. */
export function nextTime(expression: string, after: number, timeZone: string): number | undefined {
  const parts = expression.trim().split(/\s+/);
  const [seconds = '', minutes = '', hours = '', days = '', months = '', weekdays = '', years = '*'] = parts;
  if (parts.length < 6 || parts.length > 7) throw new StringException(`Illegal cron expression format (${expression})`);
  const second = Number(seconds);
  if (!Number.isInteger(second) || second < 0 || second > 59)
    throw new StringException(`Illegal cron expression format (${expression})`);
  const minuteFits = fieldTest(minutes, []);
  const hourFits = fieldTest(hours, []);
  const dayFits = fieldTest(days, []);
  const monthFits = fieldTest(months, MONTHS);
  const weekdayFits = fieldTest(weekdays, WEEKDAYS);
  const yearFits = fieldTest(years, []);
  const start = DateTime.fromMillis(after, { zone: timeZone }).startOf('day');
  for (let day = start; day.year <= start.year + YEARS_LOOKED_AHEAD;) {
    if (!yearFits(day.year)) day = day.startOf('year').plus({ years: 1 });
    else if (!monthFits(day.month)) day = day.startOf('month').plus({ months: 1 });
    else {
      const time = dayFits(day.day) && weekdayFits((day.weekday % 7) + 1) ? timeOf(day) : undefined;
      if (time !== undefined) return time;
      day = day.plus({ days: 1 });
    }
  }
  return undefined;

  /** The first fitting time of a day, after the given one. */
  function timeOf(day: DateTime): number | undefined {
    for (let minute = 0; minute < MINUTES_OF_DAY; minute++) {
      const hour = Math.floor(minute / 60);
      if (!hourFits(hour) || !minuteFits(minute % 60)) continue;
      const time = day.set({ hour, minute: minute % 60, second }).toMillis();
      if (time > after) return time;
    }
    return undefined;
  }
}

/** One field: `*`, `?`, `5`, `1-5`, `0/15`, `MON-FRI`, lists of these. */
function fieldTest(text: string, names: readonly string[]): Test {
  if (/[LW#]/.test(text.replace(/JUL|WED/gi, '')))
    throw new UnsupportedError(`L, W and # in cron expressions (${text})`);
  const tests = text.split(',').map((part): Test => {
    if (part === '*' || part === '?') return () => true;
    const [range = '', step] = part.split('/');
    const [first = '', last] = range.split('-');
    const from = range === '*' ? 0 : number(first, names);
    const to = last === undefined ? (step === undefined ? from : Infinity) : number(last, names);
    return (value) => value >= from && value <= to && (step === undefined || (value - from) % Number(step) === 0);
  });
  return (value) => tests.some((test) => test(value));
}

function number(text: string, names: readonly string[]): number {
  const named = names.indexOf(text.toUpperCase());
  const value = named >= 0 ? named + 1 : Number(text);
  if (text === '' || !Number.isInteger(value)) throw new StringException(`Illegal cron expression part: ${text}`);
  return value;
}
