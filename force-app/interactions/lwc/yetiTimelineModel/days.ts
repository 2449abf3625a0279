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
