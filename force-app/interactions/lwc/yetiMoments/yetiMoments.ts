import { dayKey } from 'c/yetiTimelineModel';
import labelToday from '@salesforce/label/c.Yeti_Today';
import labelYesterday from '@salesforce/label/c.Yeti_Yesterday';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Below this, hours say more than days. */
const HOURS_SHOWN = 22 * HOUR;

const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

/** How long it is from one moment to the other, in one unit: "11 min", "3 hr", "2 days". */
export function duration(language: string, from: Date, to: Date): string {
  const length = Math.abs(to.getTime() - from.getTime());
  if (length < HOUR) return unit(language, 'minute', Math.floor(length / MINUTE));
  return length < 2 * DAY
    ? unit(language, 'hour', Math.floor(length / HOUR))
    : unit(language, 'day', Math.floor(length / DAY));
}

/** When it is, seen from now: "19 min. ago", "in 3 hr.", "tomorrow", "in 9 days". Days are the user's calendar days. */
export function relative(language: string, timeZone: string, moment: Date, now: Date): string {
  const distance = moment.getTime() - now.getTime();
  const format = relativeFormat(language);
  if (Math.abs(distance) < HOUR) return format.format(Math.trunc(distance / MINUTE), 'minute');
  if (Math.abs(distance) < HOURS_SHOWN) return format.format(Math.trunc(distance / HOUR), 'hour');
  return format.format(daysBetween(dayKey(now, timeZone), dayKey(moment, timeZone)), 'day');
}

/** Weekday, day and month in the user's way: "Mon, 23 Nov". */
export function shortDay(locale: string, timeZone: string, moment: Date): string {
  return moment.toLocaleDateString(locale, { timeZone, weekday: 'short', day: 'numeric', month: 'short' });
}

/** Day and time in the user's way: "23 Nov, 23:59". */
export function dayAndTime(locale: string, timeZone: string, moment: Date): string {
  return moment.toLocaleString(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });
}

/** The day, seen from now: "Today", "Yesterday", "Thu, Nov 19", or of another year "Nov 19, 2025". */
export function dayName(locale: string, timeZone: string, moment: Date, now: Date): string {
  const day = dayKey(moment, timeZone);
  const today = dayKey(now, timeZone);
  const name = [labelToday, labelYesterday][daysBetween(day, today)];
  if (name !== undefined) return name;
  return day.slice(0, 4) === today.slice(0, 4)
    ? shortDay(locale, timeZone, moment)
    : moment.toLocaleDateString(locale, { timeZone, dateStyle: 'medium' });
}

function unit(language: string, name: 'minute' | 'hour' | 'day', count: number): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(count);
}

function relativeFormat(language: string): Intl.RelativeTimeFormat {
  let format = relativeFormats.get(language);
  if (format === undefined) {
    format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' });
    relativeFormats.set(language, format);
  }
  return format;
}

/** Calendar days, not spans of 24 hours: a day on which clocks change counts as one. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / DAY);
}
