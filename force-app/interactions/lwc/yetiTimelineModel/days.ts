/** What happened on one calendar day of the user. */
export interface Day<T> {
  /** `2026-11-21` */
  readonly key: string;
  /** 0 for today, 1 for yesterday, undefined otherwise. */
  readonly daysAgo: 0 | 1 | undefined;
  readonly items: readonly T[];
}

const keyFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day on which a moment falls in a time zone. */
export function dayKey(moment: Date, timeZone: string): string {
  let keyFormat = keyFormats.get(timeZone);
  if (keyFormat === undefined) {
    // Canadian English writes days as ISO does.
    keyFormat = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    keyFormats.set(timeZone, keyFormat);
  }
  return keyFormat.format(moment);
}

/** Groups what has a moment, newest first, by the user's calendar days. */
export function groupByDay<T extends { readonly occurredAt: string }>(
  items: readonly T[],
  timeZone: string,
  now: Date
): Day<T>[] {
  const today = dayKey(now, timeZone);
  const yesterday = dayBefore(today);
  const days: { key: string; daysAgo: 0 | 1 | undefined; items: T[] }[] = [];
  for (const item of items) {
    const key = dayKey(new Date(item.occurredAt), timeZone);
    let day = days.at(-1);
    if (day?.key !== key) {
      day = { key, daysAgo: key === today ? 0 : key === yesterday ? 1 : undefined, items: [] };
      days.push(day);
    }
    day.items.push(item);
  }
  return days;
}

/** By the calendar: 24 hours before are the wrong day where clocks change. */
function dayBefore(key: string): string {
  const noon = new Date(`${key}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() - 1);
  return noon.toISOString().slice(0, 10);
}
