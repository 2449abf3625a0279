/** The text of an auto-number: `{000}` is the number with leading zeros, `{YYYY}`, `{YY}`, `{MM}`, `{DD}` the date (UTC). */
export function autoNumberText(format: string, number: number, now: number): string {
  const date = new Date(now).toISOString();
  const text = format
    .replace('{YYYY}', date.slice(0, 4))
    .replace('{YY}', date.slice(2, 4))
    .replace('{MM}', date.slice(5, 7))
    .replace('{DD}', date.slice(8, 10));
  return text.replace(/\{(0+)\}/, (_, zeros: string) => String(number).padStart(zeros.length, '0'));
}
