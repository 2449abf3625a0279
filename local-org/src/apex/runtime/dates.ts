const DAY = 86_400_000;

/** A Date: whole days since 1970-01-01, without zone. */
export class ApexDate {
  readonly days: number;

  constructor(days: number) {
    this.days = days;
  }

  /** Month from 1; what overflows carries on (month 13 is January of the next year). */
  static of(year: number, month: number, day: number): ApexDate {
    return new ApexDate(utc(year, month, day) / DAY);
  }

  /** From `YYYY-MM-DD`. */
  static parseIso(text: string): ApexDate | undefined {
    const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text) ?? [];
    if (year === undefined || month === undefined || day === undefined) return undefined;
    const date = ApexDate.of(Number(year), Number(month), Number(day));
    return date.month === Number(month) && date.day === Number(day) ? date : undefined;
  }

  get year(): number {
    return this.#utc().getUTCFullYear();
  }

  get month(): number {
    return this.#utc().getUTCMonth() + 1;
  }

  get day(): number {
    return this.#utc().getUTCDate();
  }

  /** 0 is Sunday. */
  get weekday(): number {
    return this.#utc().getUTCDay();
  }

  addDays(days: number): ApexDate {
    return new ApexDate(this.days + days);
  }

  /** Keeps the day, or takes the last of a shorter month. */
  addMonths(months: number): ApexDate {
    const first = ApexDate.of(this.year, this.month + months, 1);
    return first.addDays(Math.min(this.day, daysInMonth(first.year, first.month)) - 1);
  }

  get milliseconds(): number {
    return this.days * DAY;
  }

  /** `YYYY-MM-DD` */
  toIso(): string {
    return this.#utc().toISOString().slice(0, 10);
  }

  /** As `String.valueOf` and debug print it: `2026-03-01 00:00:00`. */
  toString(): string {
    return `${this.toIso()} 00:00:00`;
  }

  hashKey(): string {
    return `\u0000date:${String(this.days)}`;
  }

  #utc(): Date {
    return new Date(this.days * DAY);
  }
}

/** A Datetime: an instant in milliseconds since 1970 UTC. */
export class ApexDatetime {
  readonly milliseconds: number;

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
  }

  /** `2026-03-01T10:20:30.000Z` */
  toIso(): string {
    return new Date(this.milliseconds).toISOString();
  }

  /** UTC, as debug prints it: `2026-03-01 10:20:30`. */
  toString(): string {
    return this.toIso().slice(0, 19).replace('T', ' ');
  }

  hashKey(): string {
    return `\u0000datetime:${String(this.milliseconds)}`;
  }
}

/** A Time of day in milliseconds since midnight. */
export class ApexTime {
  readonly milliseconds: number;

  /** What overflows a day wraps round. */
  constructor(milliseconds: number) {
    this.milliseconds = ((milliseconds % DAY) + DAY) % DAY;
  }

  static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
    return new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  }

  /** From `HH:mm:ss.SSS` with or without `Z`. */
  static parseIso(text: string): ApexTime | undefined {
    const [, hour, minute, second, fraction] = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3}))?Z?$/.exec(text) ?? [];
    if (hour === undefined) return undefined;
    return ApexTime.of(Number(hour), Number(minute), Number(second), Number((fraction ?? '0').padEnd(3, '0')));
  }

  /** `10:20:30.000` */
  toIso(): string {
    return new Date(this.milliseconds).toISOString().slice(11, 23);
  }

  toString(): string {
    return `${this.toIso()}Z`;
  }

  hashKey(): string {
    return `\u0000time:${String(this.milliseconds)}`;
  }
}

/** The number of days of a month (from 1). */
export function daysInMonth(year: number, month: number): number {
  return new Date(utc(year, month + 1, 0)).getUTCDate();
}

export function isLeapYear(year: number): boolean {
  return daysInMonth(year, 2) === 29;
}

/** Date.UTC takes years below 100 for the 20th century; this does not. */
function utc(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}
