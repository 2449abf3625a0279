import { DateTime } from 'luxon';
import type { DateTimeUnit, DurationLikeObject } from 'luxon';

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** The first moment of a date literal's range and the first moment after it. */
export interface Range {
  readonly start: DateTime;
  readonly end: DateTime;
}

const FIXED: Readonly<Record<string, readonly [Unit, from: number, to: number]>> = {
  YESTERDAY: ['day', -1, 0],
  TODAY: ['day', 0, 1],
  TOMORROW: ['day', 1, 2],
  LAST_90_DAYS: ['day', -90, 1],
  NEXT_90_DAYS: ['day', 1, 91]
};

const NAMED = /^(LAST|THIS|NEXT)_(?:FISCAL_)?(WEEK|MONTH|QUARTER|YEAR)$/;
const COUNTED = /^(LAST|NEXT)_N_(?:FISCAL_)?(DAY|WEEK|MONTH|QUARTER|YEAR)S$/;
const AGO = /^N_(?:FISCAL_)?(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO$/;

/** The range of `TODAY`, `LAST_N_DAYS` with its count, … in a zone. The fiscal year is the calendar year; weeks start on Sunday. */
export function rangeOf(name: string, count: number, now: number, zone: string): Range {
  const [unit, from, to] = offsetsOf(name, count);
  const start = startOf(DateTime.fromMillis(now, { zone }), unit);
  return { start: shifted(start, unit, from), end: shifted(start, unit, to) };
}

function offsetsOf(name: string, count: number): readonly [Unit, number, number] {
  const fixed = FIXED[name];
  if (fixed) return fixed;
  const named = NAMED.exec(name);
  if (named) {
    const from = named[1] === 'LAST' ? -1 : named[1] === 'THIS' ? 0 : 1;
    return [unitOf(named[2]), from, from + 1];
  }
  const counted = COUNTED.exec(name);
  if (counted) {
    const unit = unitOf(counted[2]);
    if (counted[1] === 'NEXT') return [unit, 1, 1 + count];
    // The last n days include today; the last n weeks, months … end before the current one.
    return [unit, -count, unit === 'day' ? 1 : 0];
  }
  const ago = AGO.exec(name);
  if (ago) return [unitOf(ago[1]), -count, 1 - count];
  throw new Error(`Unknown date literal ${name}`);
}

function unitOf(word: string | undefined): Unit {
  switch (word) {
    case 'DAY':
      return 'day';
    case 'WEEK':
      return 'week';
    case 'MONTH':
      return 'month';
    case 'QUARTER':
      return 'quarter';
    default:
      return 'year';
  }
}

function startOf(time: DateTime, unit: Unit): DateTime {
  if (unit === 'week') return time.minus({ days: time.weekday % 7 }).startOf('day');
  const luxonUnit: DateTimeUnit = unit;
  return time.startOf(luxonUnit);
}

function shifted(time: DateTime, unit: Unit, count: number): DateTime {
  const duration: DurationLikeObject = { [`${unit}s`]: count };
  return time.plus(duration);
}
