import { IANAZone } from 'luxon';
import type { SqlValue } from './types.ts';
import { fold } from './fold.ts';

/** What the clock shows in a zone, as if it were UTC. */
export function localTime(milliseconds: number, zone: string): number {
  return milliseconds + IANAZone.create(zone).offset(milliseconds) * 60_000;
}

/** Rounds half away from zero, as written in decimal: 1.005 to two digits is 1.01. */
export function rounded(value: number, digits: number): number {
  const shifted = Number(`${Math.abs(value)}e${Math.trunc(digits)}`);
  const result = Number.isNaN(shifted) ? Math.abs(value) : Number(`${Math.round(shifted)}e${-Math.trunc(digits)}`);
  return value < 0 ? -result : result;
}

/** The same day some months later; the last day of a month stays the last. */
export function addMonths(date: string, months: number): string {
  const start = new Date(`${date}T00:00:00Z`);
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth() + Math.trunc(months);
  const last = lastDay(year, month);
  const isLast = start.getUTCDate() === lastDay(year, start.getUTCMonth());
  const day = isLast ? last : Math.min(start.getUTCDate(), last);
  return new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
}

/** The date a text such as `2024-2-29` names, or null if there is no such day. */
export function dateOf(text: string): string | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text.trim()) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Number(year) === 0 ? NaN : Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : null;
}

/** Whether a whole text fits a pattern. */
export function matches(text: string, pattern: string): boolean {
  return new RegExp(`^(?:${pattern})$`, 's').test(text);
}

/** A text cut or filled up to a length. */
export function padded(text: string, length: number, fill: string, atStart: boolean): string {
  const cut = text.slice(0, length);
  return atStart ? cut.padStart(length, fill) : cut.padEnd(length, fill);
}

/** The functions that SQL has beside SQLite's own. All are deterministic; an argument of an unexpected type gives null. */
export const sqlFunctions: Readonly<Record<string, (...values: SqlValue[]) => SqlValue>> = {
  // The length of a parameter list tells SQLite how many arguments a function takes: no rest parameters here.
  fold: (text) => (typeof text === 'string' ? fold(text) : (text ?? null)),
  upper_text: (text) => (typeof text === 'string' ? text.toUpperCase() : null),
  local_time: (time, zone) => (typeof time === 'number' && typeof zone === 'string' ? localTime(time, zone) : null),
  round_half_up: (value, digits) =>
    typeof value === 'number' && typeof digits === 'number' ? rounded(value, digits) : null,
  add_months: (date, months) =>
    typeof date === 'string' && typeof months === 'number' ? addMonths(date, months) : null,
  date_of: (text) => (typeof text === 'string' ? dateOf(text) : null),
  matches: (text, pattern) =>
    typeof text === 'string' && typeof pattern === 'string' ? Number(matches(text, pattern)) : null,
  pad_text: (text, length, fill, atStart) =>
    typeof text === 'string' && typeof length === 'number' && typeof fill === 'string'
      ? padded(text, length, fill, atStart === 1)
      : null
};
