import { DateTime } from 'luxon';
import { ApexDate, ApexDatetime, IllegalArgumentException, TypeException } from '../runtime/index.ts';
import { userLocale } from '../runtime/user.ts';
import { zoneOf } from './zones.ts';

const LETTER_RUN = /'((?:[^']|'')*)'|([a-zA-Z])\2*|[^a-zA-Z']+/g;

/** A Datetime by a pattern of Java's SimpleDateFormat in a zone. @throws IllegalArgumentException */
export function formatDatetime(value: ApexDatetime, pattern: string, zone: string): string {
  const time = DateTime.fromMillis(value.milliseconds, { zone: zoneOf(zone), locale: 'en-US' });
  return pattern.replace(LETTER_RUN, (run, quoted: string | undefined, letter: string | undefined) => {
    if (run === "''") return "'";
    if (quoted !== undefined) return quoted.replaceAll("''", "'");
    return letter === undefined ? run : formatField(time, letter, run.length);
  });
}

function formatField(time: DateTime, letter: string, width: number): string {
  const number = (value: number): string => String(value).padStart(width, '0');
  switch (letter) {
    case 'y':
    case 'Y': {
      const year = letter === 'Y' ? time.weekYear : time.year;
      return width === 2 ? String(year % 100).padStart(2, '0') : number(year);
    }
    case 'M':
    case 'L':
      return width <= 2 ? number(time.month) : time.toFormat(width === 3 ? 'LLL' : 'LLLL');
    case 'd':
      return number(time.day);
    case 'D':
      return number(time.ordinal);
    case 'E':
      return time.toFormat(width <= 3 ? 'ccc' : 'cccc');
    case 'u':
      return number(time.weekday);
    case 'w':
      return number(time.localWeekNumber);
    case 'F':
      return number(Math.ceil(time.day / 7));
    case 'a':
      return time.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return number(time.hour);
    case 'k':
      return number(time.hour === 0 ? 24 : time.hour);
    case 'h':
      return number(time.hour % 12 === 0 ? 12 : time.hour % 12);
    case 'K':
      return number(time.hour % 12);
    case 'm':
      return number(time.minute);
    case 's':
      return number(time.second);
    case 'S':
      return number(time.millisecond);
    case 'z':
      return width >= 4 ? (time.offsetNameLong ?? '') : time.zoneName === 'UTC' ? 'GMT' : (time.offsetNameShort ?? '');
    case 'Z':
      return time.toFormat('ZZZ');
    case 'X':
      return time.offset === 0 ? 'Z' : time.toFormat(width === 3 ? 'ZZ' : 'ZZZ').slice(0, width === 1 ? 3 : undefined);
    case 'G':
      return time.year > 0 ? 'AD' : 'BC';
    default:
      throw new IllegalArgumentException(`Illegal pattern character '${letter}'`);
  }
}

/** An instant in the user's locale: `3/14/2026, 5:06 PM`. */
export function formatLocal(value: ApexDatetime, zone: string): string {
  return intl(value, { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' }, zone);
}

/** An instant in the user's locale, with seconds and zone. */
export function formatLong(value: ApexDatetime, zone: string): string {
  return intl(
    value,
    {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      timeZoneName: 'short'
    },
    zone
  );
}

/** A Date in the user's locale: `3/14/2026`. */
export function formatDate(value: ApexDate): string {
  return intl(new ApexDatetime(value.milliseconds), { year: 'numeric', month: 'numeric', day: 'numeric' }, 'UTC');
}

function intl(value: ApexDatetime, options: Intl.DateTimeFormatOptions, zone: string): string {
  const format = new Intl.DateTimeFormat(userLocale(), { ...options, timeZone: zoneOf(zone) });
  // Newer ICU data sets a narrow blank before AM; the platform prints a plain one.
  return format.format(value.milliseconds).replaceAll('\u202f', ' ');
}

/** A Date from a text in the user's locale. @throws TypeException */
export function parseDate(text: string): ApexDate {
  const order = new Intl.DateTimeFormat(userLocale())
    .formatToParts(0)
    .map(({ type }): string => type)
    .filter((type) => type !== 'literal');
  const numbers = text.trim().split(/\D+/).map(Number);
  const part = (type: string): number => numbers[order.indexOf(type)] ?? NaN;
  const date = ApexDate.of(part('year'), part('month'), part('day'));
  if (numbers.length < 3 || date.month !== part('month') || date.day !== part('day'))
    throw new TypeException(`Invalid date: ${text}`);
  return date;
}

/** An instant from `yyyy-MM-dd HH:mm:ss` in a zone. @throws TypeException */
export function parseStandard(text: string, zone: string): ApexDatetime {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{1,2}):(\d{1,2}))?/.exec(text.trim());
  if (match === null) throw new TypeException(`Invalid date/time: ${text}`);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return instant(zone, year, month, day, hour, minute, second);
}

/** An instant from its parts in a zone; what overflows carries on. */
export function instant(
  zone: string,
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  millisecond = 0
): ApexDatetime {
  const date = ApexDate.of(year, month, day);
  const local = DateTime.fromObject({ year: date.year, month: date.month, day: date.day }, { zone: zoneOf(zone) });
  // Hours are wall-clock hours: they are set, not added, so that a day with a change of the clocks stays right.
  const inRange = hour < 24 && minute < 60 && second < 60 && hour >= 0 && minute >= 0 && second >= 0;
  const result = inRange
    ? local.set({ hour, minute, second, millisecond })
    : local.plus({ hours: hour, minutes: minute, seconds: second, milliseconds: millisecond });
  return new ApexDatetime(result.toMillis());
}

/** An instant's fields in a zone. */
export function inZone(value: ApexDatetime, zone: string): DateTime {
  return DateTime.fromMillis(value.milliseconds, { zone: zoneOf(zone) });
}
