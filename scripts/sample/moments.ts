import { DateTime } from 'luxon';

/** Where the sample company lives: its days begin and end there. */
export const zone = 'Europe/Warsaw';

/**
 * A moment as stories tell it: `m-25` is 25 minutes before now, `D-9 14:05` the local time of the day nine calendar days ago.
 */
export type Moment = string;

/** A day as stories tell it: `D+9` is nine calendar days from today. */
export type Day = string;

/** Turns what stories say about time into what an org takes. */
export class Moments {
  readonly asOf: DateTime;

  /** @param asOf the now of the stories */
  constructor(asOf: DateTime) {
    this.asOf = asOf.setZone(zone);
  }

  /**
   * Reads the now of the stories from the command line.
   *
   * @throws Error with one sentence if it is no moment
   */
  static read(text?: string): Moments {
    const asOf = text === undefined ? DateTime.now() : DateTime.fromISO(text, { zone });
    if (!asOf.isValid) throw new Error(`--as-of takes a moment such as 2026-11-21T10:30+01:00, not "${String(text)}".`);
    return new Moments(asOf);
  }

  /** @returns ISO in UTC. A local time that a clock change skips is the one an hour later. */
  at(moment: Moment): string {
    const minutes = /^m-(\d+)$/.exec(moment)?.[1];
    if (minutes !== undefined) return utc(this.asOf.minus({ minutes: Number(minutes) }));
    const [, day = '', hour, minute, second = '0'] = /^(D[+-]?\d*) (\d\d):(\d\d)(?::(\d\d))?$/.exec(moment) ?? [];
    if (hour === undefined || minute === undefined) throw new Error(`"${moment}" is no moment of a story.`);
    return utc(this.#day(day).set({ hour: Number(hour), minute: Number(minute), second: Number(second) }));
  }

  /** @returns an ISO date */
  day(day: Day): string {
    return this.#day(day).toISODate() ?? '';
  }

  /** @returns the local ISO date of a moment */
  localDay(moment: Moment): string {
    return DateTime.fromISO(this.at(moment), { zone }).toISODate() ?? '';
  }

  #day(day: Day): DateTime {
    const [, sign, count] = /^D(?:([+-])(\d+))?$/.exec(day) ?? [];
    if (!/^D([+-]\d+)?$/.test(day)) throw new Error(`"${day}" is no day of a story.`);
    return this.asOf.startOf('day').plus({ days: Number(`${sign ?? ''}${count ?? '0'}`) });
  }
}

function utc(moment: DateTime): string {
  return moment.toUTC().startOf('second').toISO({ suppressMilliseconds: false }) ?? '';
}
