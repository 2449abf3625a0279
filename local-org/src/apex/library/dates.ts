import {
  ApexDate,
  ApexDatetime,
  ApexTime,
  NullPointerException,
  StringException,
  TypeException
} from '../runtime/index.ts';
import { daysInMonth, isLeapYear } from '../runtime/dates.ts';
import { apex } from '../runtime/transaction.ts';
import {
  formatDate,
  formatDatetime,
  formatLocal,
  formatLong,
  instant,
  inZone,
  parseDate,
  parseStandard
} from './dateFormats.ts';
import { apexClass, type Members } from './declare.ts';
import { withoutNulls } from './nulls.ts';
import { userTimeZone, zoneOf } from './zones.ts';

const dateOf = (value: ApexDatetime, zone: string): ApexDate => {
  const { year, month, day } = inZone(value, zone);
  return ApexDate.of(year, month, day);
};
const shifted = (value: ApexDatetime, by: Record<string, number>): ApexDatetime =>
  new ApexDatetime(inZone(value, 'UTC').plus(by).toMillis());
/** Days, months and years are counted on the user's calendar, so that the hour stays when the clocks change. */
const moved = (value: ApexDatetime, by: Record<string, number>): ApexDatetime =>
  new ApexDatetime(inZone(value, userTimeZone()).plus(by).toMillis());

/** The day on which the week of the user's locale begins; Sunday, as in most of them the platform supports. */
function startOfWeek(date: ApexDate): ApexDate {
  const locale = new Intl.Locale(apex().transaction.language.replace('_', '-'));
  const info = locale as Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
  const first = (info.getWeekInfo?.() ?? info.weekInfo)?.firstDay ?? 7;
  return date.addDays(-((date.weekday - (first % 7) + 7) % 7));
}

function dateValueOf(value: unknown): ApexDate {
  if (value === null) throw new NullPointerException('Argument 1 cannot be null');
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return dateOf(value, userTimeZone());
  const date = typeof value === 'string' ? ApexDate.parseIso(value) : undefined;
  if (date === undefined) throw new TypeException(`Invalid date: ${String(value)}`);
  return date;
}

const dateType = apexClass('Date', {
  'static Date today()': () => dateOf(new ApexDatetime(apex().org.clock.now()), userTimeZone()),
  'static Integer daysInMonth(Integer year, Integer month)': daysInMonth,
  'static Boolean isLeapYear(Integer year)': isLeapYear,
  ...withoutNulls({
    'static Date newInstance(Integer year, Integer month, Integer day)': (year: number, month: number, day: number) =>
      ApexDate.of(year, month, day),
    'static Date parse(String text)': parseDate,
    'static Date valueOf(Object value)': dateValueOf,
    'Date addDays(Integer days)': (self: ApexDate, days: number) => self.addDays(days),
    'Date addMonths(Integer months)': (self: ApexDate, months: number) => self.addMonths(months),
    'Date addYears(Integer years)': (self: ApexDate, years: number) => self.addMonths(years * 12),
    'Integer daysBetween(Date other)': (self: ApexDate, other: ApexDate) => other.days - self.days,
    'Integer monthsBetween(Date other)': (self: ApexDate, other: ApexDate) =>
      (other.year - self.year) * 12 + other.month - self.month
  }),
  'Integer day()': (self: ApexDate) => self.day,
  'Integer month()': (self: ApexDate) => self.month,
  'Integer year()': (self: ApexDate) => self.year,
  'Integer dayOfYear()': (self: ApexDate) => self.days - ApexDate.of(self.year, 1, 1).days + 1,
  'Boolean isSameDay(Date other)': (self: ApexDate, other: ApexDate | null) => self.days === other?.days,
  'Date toStartOfMonth()': (self: ApexDate) => ApexDate.of(self.year, self.month, 1),
  'Date toStartOfWeek()': startOfWeek,
  'String format()': formatDate
});

const creators: Members = withoutNulls({
  'static Datetime newInstance(Long milliseconds)': (milliseconds: bigint | number) =>
    new ApexDatetime(Number(milliseconds)),
  'static Datetime newInstance(Date day, Time time)': (day: ApexDate, time: ApexTime) =>
    dayAndTime(day, time, userTimeZone()),
  'static Datetime newInstance(Integer year, Integer month, Integer day)': (year: number, month: number, day: number) =>
    instant(userTimeZone(), year, month, day, 0, 0, 0),
  'static Datetime newInstance(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)':
    (...parts: [number, number, number, number, number, number]) => instant(userTimeZone(), ...parts),
  'static Datetime newInstanceGmt(Date day, Time time)': (day: ApexDate, time: ApexTime) =>
    dayAndTime(day, time, 'UTC'),
  'static Datetime newInstanceGmt(Integer year, Integer month, Integer day)': (
    year: number,
    month: number,
    day: number
  ) => instant('UTC', year, month, day, 0, 0, 0),
  'static Datetime newInstanceGmt(Integer year, Integer month, Integer day, Integer hour, Integer minute, Integer second)':
    (...parts: [number, number, number, number, number, number]) => instant('UTC', ...parts),
  'static Datetime parse(String text)': (text: string) => parseLocal(text),
  'static Datetime valueOf(Object value)': (value: unknown) => {
    if (value instanceof ApexDatetime) return value;
    if (value instanceof ApexDate) return new ApexDatetime(value.milliseconds);
    if (typeof value !== 'string') throw new TypeException(`Invalid date/time: ${String(value)}`);
    return parseStandard(value, userTimeZone());
  },
  'static Datetime valueOfGmt(String text)': (text: string) => parseStandard(text, 'UTC')
});

const datetimeType = apexClass('Datetime', {
  'static Datetime now()': () => new ApexDatetime(apex().org.clock.now()),
  ...creators,
  ...fieldsIn('', userTimeZone),
  ...fieldsIn('Gmt', () => 'UTC'),
  ...withoutNulls({
    'Datetime addDays(Integer days)': (self: ApexDatetime, days: number) => moved(self, { days }),
    'Datetime addMonths(Integer months)': (self: ApexDatetime, months: number) => moved(self, { months }),
    'Datetime addYears(Integer years)': (self: ApexDatetime, years: number) => moved(self, { years }),
    'Datetime addHours(Integer hours)': (self: ApexDatetime, hours: number) => shifted(self, { hours }),
    'Datetime addMinutes(Integer minutes)': (self: ApexDatetime, minutes: number) => shifted(self, { minutes }),
    'Datetime addSeconds(Integer seconds)': (self: ApexDatetime, seconds: number) => shifted(self, { seconds }),
    'String format(String pattern)': (self: ApexDatetime, pattern: string) =>
      formatDatetime(self, pattern, userTimeZone()),
    'String formatGmt(String pattern)': (self: ApexDatetime, pattern: string) => formatDatetime(self, pattern, 'UTC')
  }),
  'String format()': (self: ApexDatetime) => formatLocal(self, userTimeZone()),
  'String format(String pattern, String zone)': (self: ApexDatetime, pattern: string, zone: string | null) =>
    formatDatetime(self, pattern, zone ?? userTimeZone()),
  'String formatLong()': (self: ApexDatetime) => formatLong(self, userTimeZone()),
  'Long getTime()': (self: ApexDatetime) => BigInt(self.milliseconds),
  'Boolean isSameDay(Datetime other)': (self: ApexDatetime, other: ApexDatetime | null) =>
    other !== null && dateOf(self, userTimeZone()).days === dateOf(other, userTimeZone()).days
});

/** The readers of a Datetime's parts, in the user's zone (`hour`) or in GMT (`hourGmt`). */
function fieldsIn(suffix: string, zone: () => string): Members {
  return {
    [`Date date${suffix}()`]: (self: ApexDatetime) => dateOf(self, zone()),
    [`Time time${suffix}()`]: (self: ApexDatetime) => {
      const { hour, minute, second, millisecond } = inZone(self, zone());
      return ApexTime.of(hour, minute, second, millisecond);
    },
    [`Integer year${suffix}()`]: (self: ApexDatetime) => inZone(self, zone()).year,
    [`Integer month${suffix}()`]: (self: ApexDatetime) => inZone(self, zone()).month,
    [`Integer day${suffix}()`]: (self: ApexDatetime) => inZone(self, zone()).day,
    [`Integer dayOfYear${suffix}()`]: (self: ApexDatetime) => inZone(self, zone()).ordinal,
    [`Integer hour${suffix}()`]: (self: ApexDatetime) => inZone(self, zone()).hour,
    [`Integer minute${suffix}()`]: (self: ApexDatetime) => inZone(self, zone()).minute,
    [`Integer second${suffix}()`]: (self: ApexDatetime) => inZone(self, zone()).second,
    [`Integer millisecond${suffix}()`]: (self: ApexDatetime) => inZone(self, zone()).millisecond
  };
}

function dayAndTime(day: ApexDate, time: ApexTime, zone: string): ApexDatetime {
  const { hour, minute, second, millisecond } = partsOf(time);
  return instant(zone, day.year, day.month, day.day, hour, minute, second, millisecond);
}

/** A local date, then a time as the locale of the user writes it, with or without AM and PM. */
function parseLocal(text: string): ApexDatetime {
  const match = /^(.*?),?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP]M)?$/i.exec(text.trim());
  if (match === null) throw new TypeException(`Invalid date/time: ${text}`);
  const [, day = '', hour = '0', minute = '0', second = '0', half] = match;
  const date = parseDate(day);
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return instant(userTimeZone(), date.year, date.month, date.day, hours, Number(minute), Number(second));
}

function partsOf(time: ApexTime): { hour: number; minute: number; second: number; millisecond: number } {
  const { milliseconds } = time;
  return {
    hour: Math.floor(milliseconds / 3_600_000),
    minute: Math.floor(milliseconds / 60_000) % 60,
    second: Math.floor(milliseconds / 1000) % 60,
    millisecond: milliseconds % 1000
  };
}

const timeType = apexClass(
  'Time',
  withoutNulls({
    'static Time newInstance(Integer hour, Integer minute, Integer second, Integer millisecond)': (
      hour: number,
      minute: number,
      second: number,
      millisecond: number
    ) => ApexTime.of(hour, minute, second, millisecond),
    'Integer hour()': (self: ApexTime) => partsOf(self).hour,
    'Integer minute()': (self: ApexTime) => partsOf(self).minute,
    'Integer second()': (self: ApexTime) => partsOf(self).second,
    'Integer millisecond()': (self: ApexTime) => partsOf(self).millisecond,
    'Time addHours(Integer hours)': (self: ApexTime, hours: number) =>
      new ApexTime(self.milliseconds + hours * 3_600_000),
    'Time addMinutes(Integer minutes)': (self: ApexTime, minutes: number) =>
      new ApexTime(self.milliseconds + minutes * 60_000),
    'Time addSeconds(Integer seconds)': (self: ApexTime, seconds: number) =>
      new ApexTime(self.milliseconds + seconds * 1000),
    'Time addMilliseconds(Integer milliseconds)': (self: ApexTime, milliseconds: number) =>
      new ApexTime(self.milliseconds + milliseconds)
  })
);

/** `TimeZone`: a zone by its id. */
class ApexTimeZone {
  readonly apexType = 'TimeZone';
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }

  toString(): string {
    return this.id;
  }
}

const timeZoneType = apexClass('TimeZone', {
  'static TimeZone getTimeZone(String id)': (id: string | null) => {
    if (id === null) throw new StringException('Argument cannot be null');
    return new ApexTimeZone(zoneOf(id) === 'UTC' ? 'GMT' : id);
  },
  'String getID()': (self: ApexTimeZone) => self.id,
  'String getDisplayName()': (self: ApexTimeZone) => {
    const now = inZone(new ApexDatetime(apex().org.clock.now()), self.id);
    return `(GMT${now.toFormat('ZZ')}) ${now.offsetNameLong ?? self.id} (${self.id})`;
  },
  'Integer getOffset(Datetime at)': (self: ApexTimeZone, at: ApexDatetime) => inZone(at, self.id).offset * 60_000,
  'String toString()': (self: ApexTimeZone) => self.id
});

/** The zone of the running user. */
export function zoneOfUser(): ApexTimeZone {
  return new ApexTimeZone(userTimeZone());
}

export const dateTypes = [dateType, datetimeType, timeType, timeZoneType];
