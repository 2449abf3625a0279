import { me } from './context.ts';

const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 }
] as const;

const language = me.user.language.replace('_', '-');

/** A time in the user's language by its largest units: `4 min 10 sec`. */
export function durationText(milliseconds: number, units = 2): string {
  let rest = Math.max(0, Math.floor(milliseconds / 1000));
  const first = UNITS.findIndex(({ seconds }) => seconds <= rest);
  const parts: string[] = [];
  for (const { unit, seconds } of first === -1 ? UNITS.slice(-1) : UNITS.slice(first, first + units)) {
    const count = Math.floor(rest / seconds);
    rest -= count * seconds;
    if (count > 0 || parts.length === 0) {
      parts.push(new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count));
    }
  }
  return parts.join(' ');
}

/** The time of day in the user's time zone and form. */
export function timeText(moment: string): string {
  const { locale, timeZone } = me.user;
  return new Intl.DateTimeFormat(locale.replace('_', '-'), { timeStyle: 'short', timeZone }).format(new Date(moment));
}
