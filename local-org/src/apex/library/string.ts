import {
  ApexDate,
  ApexDatetime,
  ApexList,
  hashOf,
  IllegalArgumentException,
  NullPointerException,
  StringException,
  textOf
} from '../runtime/index.ts';
import { iterate } from '../runtime/iterating.ts';
import { formatDatetime } from './dateFormats.ts';
import { apexClass, type Members } from './declare.ts';
import { escapeHtml, escapeXml, unescapeHtml, unescapeXml } from './htmlEntities.ts';
import { withoutNulls } from './nulls.ts';
import { javaRegex, javaReplacement, javaSplit } from './regex.ts';
import {
  abbreviate,
  center,
  commonPrefix,
  countMatches,
  escapeJava,
  escapeUnicode,
  formatMessage,
  indexOfDifference,
  levenshtein,
  pad,
  slice,
  splitByCharacterType,
  unescapeJava
} from './stringTools.ts';
import { userTimeZone } from './zones.ts';

const strings = (items: string[]): ApexList => new ApexList('String', items);
const integers = (items: number[]): ApexList => new ApexList('Integer', items);
const isBlank = (text: string | null): boolean => text === null || text.trim() === '';
const fold = (text: string): string => text.toLowerCase();
const hasLetters = /\p{L}/u;

/** A value of any type as `String.valueOf` gives it: dates and times in the user's zone, without what debug adds. */
function valueOf(value: unknown): string | null {
  if (value === null) return null;
  if (value instanceof ApexDate) return value.toIso();
  if (value instanceof ApexDatetime) return formatDatetime(value, 'yyyy-MM-dd HH:mm:ss', userTimeZone());
  return textOf(value);
}

function replaceMatches(text: string, pattern: string, replacement: string, all: boolean): string {
  let done = false;
  return text.replace(javaRegex(pattern), (match: string, ...rest: unknown[]) => {
    if (done && !all) return match;
    done = true;
    const groups = rest.slice(
      0,
      rest.findIndex((item) => typeof item === 'number')
    );
    return javaReplacement(replacement, [
      match,
      ...groups.map((group) => (typeof group === 'string' ? group : undefined))
    ]);
  });
}

/** The position of a text from another's start on, counting from 0; or -1. */
const find = (text: string, part: string, from = 0): number => text.indexOf(part, Math.max(0, from));

const statics: Members = {
  'static String valueOf(Object value)': valueOf,
  'static String valueOfGmt(Datetime value)': (value: ApexDatetime | null) => value?.toString() ?? null,
  'static String escapeSingleQuotes(String value)': (value: string | null) => {
    if (value === null) throw new NullPointerException('Argument 1 cannot be null');
    return value.replace(/'/g, "\\'");
  },
  'static String format(String pattern, List<Object> values)': (pattern: string | null, values: ApexList | null) => {
    if (pattern === null) throw new NullPointerException('Argument 1 cannot be null');
    return formatMessage(
      pattern,
      (values?.items ?? []).map((value) => (value === null ? 'null' : (valueOf(value) ?? '')))
    );
  },
  'static String fromCharArray(List<Integer> codes)': (codes: ApexList) =>
    codes.items.map((code) => String.fromCodePoint(Number(code))).join(''),
  'static String getCommonPrefix(List<String> texts)': (texts: ApexList) => commonPrefix(texts.items.map(textOf)),
  'static Boolean isBlank(String value)': isBlank,
  'static Boolean isNotBlank(String value)': (value: string | null) => !isBlank(value),
  'static Boolean isEmpty(String value)': (value: string | null) => value === null || value === '',
  'static Boolean isNotEmpty(String value)': (value: string | null) => value !== null && value !== '',
  'static String join(Object values, String separator)': (values: object | null, separator: string | null) => {
    if (values === null) throw new NullPointerException('Argument 1 cannot be null');
    return Array.from(iterate(values), (value) => (value === null ? '' : (valueOf(value) ?? ''))).join(separator ?? '');
  }
};

const comparing: Members = {
  'Boolean equals(Object other)': (self: string, other: unknown) => self === other,
  'Boolean equalsIgnoreCase(String other)': (self: string, other: string | null) =>
    other !== null && fold(self) === fold(other),
  'Integer hashCode()': (self: string) => hashOf(self),
  'String toString()': (self: string) => self,
  ...withoutNulls({
    'Integer compareTo(String other)': (self: string, other: string) => {
      const end = indexOfDifference(self, other);
      if (end < 0) return 0;
      if (end >= self.length || end >= other.length) return self.length - other.length;
      return self.charCodeAt(end) - other.charCodeAt(end);
    },
    'String difference(String other)': (self: string, other: string) => {
      const start = indexOfDifference(self, other);
      return start < 0 ? '' : other.slice(start);
    },
    'Integer getLevenshteinDistance(String other)': (self: string, other: string) => levenshtein(self, other),
    'Integer getLevenshteinDistance(String other, Integer threshold)': (
      self: string,
      other: string,
      threshold: number
    ) => levenshtein(self, other, threshold),
    'Integer indexOfDifference(String other)': indexOfDifference,
    'Boolean startsWith(String prefix)': (self: string, prefix: string) => self.startsWith(prefix),
    'Boolean startsWithIgnoreCase(String prefix)': (self: string, prefix: string) =>
      fold(self).startsWith(fold(prefix)),
    'Boolean endsWith(String suffix)': (self: string, suffix: string) => self.endsWith(suffix),
    'Boolean endsWithIgnoreCase(String suffix)': (self: string, suffix: string) => fold(self).endsWith(fold(suffix))
  })
};

const searching: Members = withoutNulls({
  'Boolean contains(String part)': (self: string, part: string) => self.includes(part),
  'Boolean containsIgnoreCase(String part)': (self: string, part: string) => fold(self).includes(fold(part)),
  'Boolean containsAny(String letters)': (self: string, letters: string) =>
    [...letters].some((letter) => self.includes(letter)),
  'Boolean containsNone(String letters)': (self: string, letters: string) =>
    ![...letters].some((letter) => self.includes(letter)),
  'Boolean containsOnly(String letters)': (self: string, letters: string) =>
    [...self].every((letter) => letters.includes(letter)),
  'Boolean containsWhitespace()': (self: string) => /\s/.test(self),
  'Integer countMatches(String part)': countMatches,
  'Integer indexOf(String part)': (self: string, part: string) => find(self, part),
  'Integer indexOf(String part, Integer start)': (self: string, part: string, start: number) => find(self, part, start),
  'Integer indexOfIgnoreCase(String part)': (self: string, part: string) => find(fold(self), fold(part)),
  'Integer indexOfIgnoreCase(String part, Integer start)': (self: string, part: string, start: number) =>
    find(fold(self), fold(part), start),
  'Integer indexOfChar(Integer code)': (self: string, code: number) => find(self, String.fromCodePoint(code)),
  'Integer indexOfChar(Integer code, Integer start)': (self: string, code: number, start: number) =>
    find(self, String.fromCodePoint(code), start),
  'Integer indexOfAny(String letters)': (self: string, letters: string) =>
    [...self].findIndex((letter) => letters.includes(letter)),
  'Integer indexOfAnyBut(String letters)': (self: string, letters: string) =>
    [...self].findIndex((letter) => !letters.includes(letter)),
  'Integer lastIndexOf(String part)': (self: string, part: string) => self.lastIndexOf(part),
  'Integer lastIndexOf(String part, Integer end)': (self: string, part: string, end: number) =>
    end < 0 ? -1 : self.lastIndexOf(part, end),
  'Integer lastIndexOfChar(Integer code)': (self: string, code: number) => self.lastIndexOf(String.fromCodePoint(code)),
  'Integer lastIndexOfChar(Integer code, Integer end)': (self: string, code: number, end: number) =>
    self.lastIndexOf(String.fromCodePoint(code), end),
  'Integer lastIndexOfIgnoreCase(String part)': (self: string, part: string) => fold(self).lastIndexOf(fold(part)),
  'Integer lastIndexOfIgnoreCase(String part, Integer end)': (self: string, part: string, end: number) =>
    fold(self).lastIndexOf(fold(part), end),
  'Integer charAt(Integer index)': (self: string, index: number) => {
    if (index < 0 || index >= self.length) throw new StringException(`String index out of bounds: ${String(index)}`);
    return self.charCodeAt(index);
  },
  'Integer codePointAt(Integer index)': (self: string, index: number) => {
    const code = self.codePointAt(index);
    if (code === undefined) throw new StringException(`String index out of bounds: ${String(index)}`);
    return code;
  },
  'Integer codePointBefore(Integer index)': (self: string, index: number) =>
    self.slice(0, index).codePointAt(index - (/[\udc00-\udfff]/.test(self.charAt(index - 1)) ? 2 : 1)) ?? 0,
  'Integer codePointCount(Integer start, Integer end)': (self: string, start: number, end: number) =>
    [...slice(self, start, end)].length,
  'List<Integer> getChars()': (self: string) =>
    integers(Array.from({ length: self.length }, (_, i) => self.charCodeAt(i))),
  'Integer length()': (self: string) => self.length,
  'Boolean isAllLowerCase()': (self: string) => /^\p{Ll}+$/u.test(self),
  'Boolean isAllUpperCase()': (self: string) => /^\p{Lu}+$/u.test(self),
  'Boolean isAlpha()': (self: string) => /^\p{L}+$/u.test(self),
  'Boolean isAlphaSpace()': (self: string) => /^[\p{L} ]*$/u.test(self),
  'Boolean isAlphanumeric()': (self: string) => /^[\p{L}\p{Nd}]+$/u.test(self),
  'Boolean isAlphanumericSpace()': (self: string) => /^[\p{L}\p{Nd} ]*$/u.test(self),
  'Boolean isAsciiPrintable()': (self: string) => /^[\x20-\x7e]*$/.test(self),
  'Boolean isNumeric()': (self: string) => /^\p{Nd}+$/u.test(self),
  'Boolean isNumericSpace()': (self: string) => /^[\p{Nd} ]*$/u.test(self),
  'Boolean isWhitespace()': (self: string) => /^\s*$/.test(self)
});

const cutting: Members = withoutNulls({
  'String left(Integer length)': (self: string, length: number) => self.slice(0, Math.max(0, length)),
  'String right(Integer length)': (self: string, length: number) => (length <= 0 ? '' : self.slice(-length)),
  'String mid(Integer start, Integer length)': (self: string, start: number, length: number) =>
    length < 0 || start > self.length ? '' : self.slice(Math.max(0, start), Math.max(0, start) + length),
  'String substring(Integer start)': (self: string, start: number) => slice(self, start, self.length),
  'String substring(Integer start, Integer end)': slice,
  'String substringAfter(String separator)': (self: string, separator: string) => {
    const at = self.indexOf(separator);
    return at < 0 ? '' : self.slice(at + separator.length);
  },
  'String substringAfterLast(String separator)': (self: string, separator: string) => {
    const at = self.lastIndexOf(separator);
    return at < 0 || separator === '' ? '' : self.slice(at + separator.length);
  },
  'String substringBefore(String separator)': (self: string, separator: string) => {
    const at = self.indexOf(separator);
    return at < 0 ? self : self.slice(0, at);
  },
  'String substringBeforeLast(String separator)': (self: string, separator: string) => {
    const at = self.lastIndexOf(separator);
    return at < 0 || separator === '' ? self : self.slice(0, at);
  },
  'String substringBetween(String tag)': (self: string, tag: string) => between(self, tag, tag),
  'String substringBetween(String open, String close)': between,
  'List<String> split(String regex)': (self: string, regex: string) => strings(javaSplit(self, regex, 0)),
  'List<String> split(String regex, Integer limit)': (self: string, regex: string, limit: number) =>
    strings(javaSplit(self, regex, limit)),
  'List<String> splitByCharacterType()': (self: string) => strings(splitByCharacterType(self, false)),
  'List<String> splitByCharacterTypeCamelCase()': (self: string) => strings(splitByCharacterType(self, true)),
  'String trim()': (self: string) => self.trim(),
  'String normalizeSpace()': (self: string) => self.trim().replace(/\s+/g, ' '),
  'String deleteWhitespace()': (self: string) => self.replace(/\s+/g, ''),
  'String remove(String part)': (self: string, part: string) => (part === '' ? self : self.replaceAll(part, '')),
  'String removeStart(String prefix)': (self: string, prefix: string) =>
    self.startsWith(prefix) ? self.slice(prefix.length) : self,
  'String removeStartIgnoreCase(String prefix)': (self: string, prefix: string) =>
    fold(self).startsWith(fold(prefix)) ? self.slice(prefix.length) : self,
  'String removeEnd(String suffix)': (self: string, suffix: string) =>
    self.endsWith(suffix) ? self.slice(0, self.length - suffix.length) : self,
  'String removeEndIgnoreCase(String suffix)': (self: string, suffix: string) =>
    fold(self).endsWith(fold(suffix)) ? self.slice(0, self.length - suffix.length) : self,
  'String stripHtmlTags()': (self: string) =>
    unescapeHtml(self.replace(/<(?:br|p)\b[^>]*>/gi, '\n').replace(/<[^>]*>/g, '')).trim(),
  'String abbreviate(Integer width)': (self: string, width: number) => checkedAbbreviate(self, width, 0),
  'String abbreviate(Integer width, Integer offset)': checkedAbbreviate
});

const changing: Members = withoutNulls({
  'String capitalize()': (self: string) => self.charAt(0).toUpperCase() + self.slice(1),
  'String uncapitalize()': (self: string) => self.charAt(0).toLowerCase() + self.slice(1),
  'String swapCase()': (self: string) =>
    Array.from(self, (letter) =>
      hasLetters.test(letter) && letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()
    ).join(''),
  'String toLowerCase()': (self: string) => self.toLowerCase(),
  'String toLowerCase(String locale)': (self: string, locale: string) =>
    self.toLocaleLowerCase(locale.replace('_', '-')),
  'String toUpperCase()': (self: string) => self.toUpperCase(),
  'String toUpperCase(String locale)': (self: string, locale: string) =>
    self.toLocaleUpperCase(locale.replace('_', '-')),
  'String reverse()': (self: string) => [...self].reverse().join(''),
  'String repeat(Integer times)': (self: string, times: number) => self.repeat(Math.max(0, times)),
  'String repeat(String separator, Integer times)': (self: string, separator: string, times: number) =>
    Array.from({ length: Math.max(0, times) }, () => self).join(separator),
  'String center(Integer width)': (self: string, width: number) => center(self, width, ' '),
  'String center(Integer width, String filler)': center,
  'String leftPad(Integer width)': (self: string, width: number) => pad(self, width, ' ', true),
  'String leftPad(Integer width, String filler)': (self: string, width: number, filler: string) =>
    pad(self, width, filler, true),
  'String rightPad(Integer width)': (self: string, width: number) => pad(self, width, ' ', false),
  'String rightPad(Integer width, String filler)': (self: string, width: number, filler: string) =>
    pad(self, width, filler, false),
  'String replace(String target, String replacement)': (self: string, target: string, replacement: string) =>
    self.replaceAll(target, () => replacement),
  'String replaceAll(String regex, String replacement)': (self: string, regex: string, replacement: string) =>
    replaceMatches(self, regex, replacement, true),
  'String replaceFirst(String regex, String replacement)': (self: string, regex: string, replacement: string) =>
    replaceMatches(self, regex, replacement, false),
  'String escapeCsv()': (self: string) => (/[",\n\r]/.test(self) ? `"${self.replace(/"/g, '""')}"` : self),
  'String unescapeCsv()': (self: string) => (/^"[^]*"$/.test(self) ? self.slice(1, -1).replace(/""/g, '"') : self),
  'String escapeEcmaScript()': (self: string) => escapeJava(self, true),
  'String unescapeEcmaScript()': unescapeJava,
  'String escapeHtml3()': (self: string) => escapeHtml(self, 3),
  'String escapeHtml4()': (self: string) => escapeHtml(self, 4),
  'String unescapeHtml3()': unescapeHtml,
  'String unescapeHtml4()': unescapeHtml,
  'String escapeJava()': (self: string) => escapeJava(self, false),
  'String unescapeJava()': unescapeJava,
  'String escapeUnicode()': escapeUnicode,
  'String unescapeUnicode()': unescapeJava,
  'String escapeXml()': escapeXml,
  'String unescapeXml()': unescapeXml
});

function between(text: string, open: string, close: string): string | null {
  const start = text.indexOf(open);
  const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
  return end < 0 ? null : text.slice(start + open.length, end);
}

function checkedAbbreviate(text: string, width: number, offset: number): string {
  try {
    return abbreviate(text, width, offset);
  } catch (error) {
    throw new IllegalArgumentException(error instanceof Error ? error.message : null);
  }
}

export const stringTypes = [apexClass('String', { ...statics, ...comparing, ...searching, ...cutting, ...changing })];
