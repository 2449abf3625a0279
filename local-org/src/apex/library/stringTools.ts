import { StringException } from '../runtime/index.ts';

/** What `substring` and its like check. @throws StringException */
export function slice(text: string, start: number, end: number): string {
  if (start < 0) throw new StringException(`Starting position out of bounds: ${String(start)}`);
  if (end > text.length || start > end) throw new StringException(`Ending position out of bounds: ${String(end)}`);
  return text.slice(start, end);
}

/** Fills up to a width; `left` says on which side. */
export function pad(text: string, width: number, filler: string, left: boolean): string {
  return left ? text.padStart(width, filler || ' ') : text.padEnd(width, filler || ' ');
}

/** The text in the middle of a width. */
export function center(text: string, width: number, filler: string): string {
  if (width <= text.length) return text;
  const before = Math.floor((width - text.length) / 2);
  return text.padStart(text.length + before, filler || ' ').padEnd(width, filler || ' ');
}

/** `Lorem…` with three dots; offset: what must stay visible. */
export function abbreviate(text: string, width: number, offset = 0): string {
  if (width < 4) throw new StringException(`Minimum abbreviation width is 4`);
  if (text.length <= width) return text;
  let from = Math.min(offset, text.length);
  if (text.length - from < width - 3) from = text.length - (width - 3);
  if (from <= 4) return `${text.slice(0, width - 3)}...`;
  if (width < 7) throw new StringException('Minimum abbreviation width with offset is 7');
  if (from + (width - 3) < text.length) return `...${abbreviate(text.slice(from), width - 3)}`;
  return `...${text.slice(text.length - (width - 3))}`;
}

/** The number of single-letter edits between two texts, or -1 past the threshold. */
export function levenshtein(left: string, right: string, threshold = Infinity): number {
  let row = Array.from({ length: right.length + 1 }, (_, i) => i);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  const distance = row[right.length] ?? 0;
  return distance > threshold ? -1 : distance;
}

/** Where two texts begin to differ, or -1. */
export function indexOfDifference(left: string, right: string): number {
  if (left === right) return -1;
  let i = 0;
  while (i < left.length && i < right.length && left[i] === right[i]) i += 1;
  return i;
}

/** What all texts begin with. */
export function commonPrefix(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  return others.reduce((prefix, text) => {
    const end = indexOfDifference(prefix, text);
    return end < 0 ? prefix : prefix.slice(0, end);
  }, first);
}

/** How often a text stands in another, without overlap. */
export function countMatches(text: string, part: string): number {
  return part === '' ? 0 : text.split(part).length - 1;
}

/** Splits where the kind of letter changes; camel case keeps a capital with the small letters that follow. */
export function splitByCharacterType(text: string, camelCase: boolean): string[] {
  const parts: string[] = [];
  for (const part of text.match(/\p{Lu}+|\p{Ll}+|\p{Lt}+|\p{Lo}+|\p{Nd}+|\p{Z}+|[^\p{L}\p{Nd}\p{Z}]+/gu) ?? []) {
    const before = parts.at(-1);
    if (camelCase && before !== undefined && /\p{Lu}$/u.test(before) && /^\p{Ll}/u.test(part)) {
      parts.pop();
      if (before.length > 1) parts.push(before.slice(0, -1));
      parts.push(before.slice(-1) + part);
    } else parts.push(part);
  }
  return parts;
}

/** The letters of a text as `\uXXXX` beyond ASCII, with Java's escapes. */
export function escapeJava(text: string, script: boolean): string {
  const names: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\b': '\\b', '\r': '\\r', '\f': '\\f' };
  return text.replace(script ? /["'\\/]|[^\x20-\x7e]/g : /["\\]|[^\x20-\x7e]/g, (letter) => {
    if (/["'\\/]/.test(letter)) return `\\${letter}`;
    return names[letter] ?? unicode(letter);
  });
}

/** The reverse of `escapeJava`. */
export function unescapeJava(text: string): string {
  const letters: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b', r: '\r', f: '\f' };
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code: string | undefined, letter: string | undefined) =>
    code === undefined ? (letters[letter ?? ''] ?? letter ?? '') : String.fromCharCode(parseInt(code, 16))
  );
}

/** Only what is beyond ASCII as `\uXXXX`. */
export function escapeUnicode(text: string): string {
  return text.replace(/[^\x20-\x7f]/g, unicode);
}

/** `{0}` of a message replaced; in single quotes nothing is replaced, two single quotes are one. */
export function formatMessage(pattern: string, values: readonly string[]): string {
  let result = '';
  let quoted = false;
  for (let i = 0; i < pattern.length; i++) {
    const letter = pattern.charAt(i);
    if (letter === "'") {
      if (pattern.charAt(i + 1) === "'") {
        result += "'";
        i += 1;
      } else quoted = !quoted;
      continue;
    }
    const place = quoted ? null : /^\{(\d+)\}/.exec(pattern.slice(i));
    if (place === null) result += letter;
    else {
      result += values[Number(place[1])] ?? place[0];
      i += place[0].length - 1;
    }
  }
  return result;
}

function unicode(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
