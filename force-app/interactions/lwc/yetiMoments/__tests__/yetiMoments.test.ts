import { dayAndTime, dayName, duration, relative, shortDay } from 'c/yetiMoments';

const now = new Date('2026-11-21T10:30:00+01:00');
const zone = 'Europe/Warsaw';
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
/** Some of the spaces of formatted texts do not break. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('c-yeti-moments', () => {
  it('says how long something lasts in one unit', () => {
    expect(plain(duration('en-US', minutes(-11), now))).toBe('11 min');
    expect(plain(duration('en-US', minutes(-150), now))).toBe('2 hr');
    expect(plain(duration('en-US', minutes(-60 * 24 * 3), now))).toBe('3 days');
    expect(plain(duration('en-US', now, minutes(60 * 23)))).toBe('23 hr');
  });

  it('has the right Polish forms', () => {
    const days = (count: number) => plain(duration('pl', minutes(-60 * 24 * count), now));
    expect([days(2), days(5), days(22)]).toEqual(['2 dni', '5 dni', '22 dni']);
    expect(plain(relative('pl', zone, minutes(-1), now))).toBe('1 min temu');
    expect(plain(relative('pl', zone, minutes(60 * 24 * 9), now))).toBe('za 9 dni');
  });

  it('counts the days of the calendar', () => {
    const midnight = new Date('2026-11-22T23:59:59+01:00');
    expect(relative('en-US', zone, midnight, now)).toBe('tomorrow');
    expect(relative('en-US', zone, new Date('2026-11-20T08:00:00+01:00'), now)).toBe('yesterday');
    // Clocks change on 25 October: that day has 25 hours and is still one day.
    const before = new Date('2026-10-24T12:00:00+02:00');
    expect(relative('en-US', zone, new Date('2026-10-26T00:30:00+01:00'), before)).toBe('in 2 days');
  });

  it("names the days by the user's calendar, not by UTC", () => {
    const name = (moment: string, seenFrom = now) => dayName('en-US', zone, new Date(moment), seenFrom);
    expect(name('2026-11-20T23:30:00Z')).toBe('c.Yeti_Today');
    expect(name('2026-11-20T22:30:00Z')).toBe('c.Yeti_Yesterday');
    expect(name('2026-11-19T10:00:00Z')).toBe('Thu, Nov 19');
    expect(name('2026-11-22T10:00:00Z')).toBe('Sun, Nov 22');
    expect(name('2025-11-19T10:00:00Z')).toBe('Nov 19, 2025');
    // The day on which clocks change has 25 hours.
    expect(name('2026-10-24T10:00:00Z', new Date('2026-10-25T22:30:00Z'))).toBe('c.Yeti_Yesterday');
  });

  it('writes days and moments in the way of the user', () => {
    expect(shortDay('en-US', zone, new Date('2026-11-23T12:00:00Z'))).toBe('Mon, Nov 23');
    expect(plain(dayAndTime('pl-PL', zone, new Date('2026-11-23T12:00:00Z')))).toBe('23 lis 2026, 13:00');
  });
});
