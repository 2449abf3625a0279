/**
 * How text is compared everywhere in the org: lower case without a locale, accents kept (`ŁÓDŹ` equals `łódź`, not `lodz`).
 * The same function stands in SQL as `fold(text)`, so that indexes, comparisons and JavaScript agree.
 */
export function fold(text: string): string {
  return text.toLowerCase();
}
