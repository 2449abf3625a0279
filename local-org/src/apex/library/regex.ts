import { UnsupportedError } from '../../errors.ts';
import { StringException } from '../runtime/index.ts';

const CLASSES: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7F',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '!-\\/:-@\\[-`\\{-~',
  Graph: '!-~',
  Print: ' -~',
  Blank: ' \\t',
  Cntrl: '\\x00-\\x1F\\x7F',
  XDigit: '0-9a-fA-F',
  Space: ' \\t\\n\\x0B\\f\\r',
  javaLowerCase: '\\p{Ll}',
  javaUpperCase: '\\p{Lu}',
  javaWhitespace: '\\s',
  IsAlphabetic: '\\p{Alphabetic}',
  IsDigit: '\\p{Nd}',
  IsPunctuation: '\\p{P}'
};

const compiled = new Map<string, RegExp>();

/** The JavaScript expression that matches what a Java expression matches. @throws StringException if it is malformed */
export function javaRegex(pattern: string, flags = ''): RegExp {
  const key = `${flags}/${pattern}`;
  let regex = compiled.get(key);
  if (regex === undefined) {
    const { source, inline } = translate(pattern);
    try {
      regex = new RegExp(source, [...new Set(`gu${flags}${inline}`)].join(''));
    } catch (error) {
      throw new StringException(`Invalid regex: ${error instanceof Error ? error.message : String(error)}`);
    }
    compiled.set(key, regex);
  }
  regex.lastIndex = 0;
  return regex;
}

/** Java's `$1`, `${name}` and `\$` in a replacement, for one match. */
export function javaReplacement(
  text: string,
  groups: readonly (string | undefined)[],
  names: Readonly<Record<string, string | undefined>> = {}
): string {
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    if (letter === '\\') {
      i += 1;
      result += text.charAt(i);
    } else if (letter === '$') {
      const name = /^\{(\w+)\}/.exec(text.slice(i + 1));
      if (name !== null) {
        result += names[name[1] ?? ''] ?? '';
        i += name[0].length;
        continue;
      }
      const digits = /^\d+/.exec(text.slice(i + 1))?.[0];
      if (digits === undefined) throw new StringException('Illegal group reference');
      // As many digits as still name a group.
      let length = digits.length;
      while (length > 1 && Number(digits.slice(0, length)) >= groups.length) length -= 1;
      const group = Number(digits.slice(0, length));
      if (group >= groups.length) throw new StringException(`No group ${String(group)}`);
      result += groups[group] ?? '';
      i += length;
    } else result += letter;
  }
  return result;
}

function translate(pattern: string): { readonly source: string; readonly inline: string } {
  let source = '';
  let inline = '';
  let inClass = 0;
  for (let i = 0; i < pattern.length; i++) {
    const letter = pattern.charAt(i);
    const rest = pattern.slice(i);
    if (letter === '\\') {
      const escape = translateEscape(rest, inClass > 0);
      source += escape.source;
      i += escape.length - 1;
    } else if (inClass > 0) {
      if (rest.startsWith('&&'))
        throw new UnsupportedError(`character class intersections (&&) in the regex ${pattern}`);
      if (letter === '[') {
        if (pattern.charAt(i + 1) === '^')
          throw new UnsupportedError(`nested negated character classes in the regex ${pattern}`);
        // A union: the inner class joins the outer one.
        inClass += 1;
      } else if (letter === ']') {
        inClass -= 1;
        if (inClass === 0) source += ']';
      } else source += letter;
    } else if (letter === '[') {
      inClass = 1;
      source += '[';
      if (pattern.charAt(i + 1) === '^') {
        source += '^';
        i += 1;
      }
      if (pattern.charAt(i + 1) === ']') {
        source += '\\]';
        i += 1;
      }
    } else if (/^\(\?[a-z]+\)/.test(rest)) {
      const flags = rest.slice(2, rest.indexOf(')'));
      if (source !== '' || /[^imsu]/.test(flags))
        throw new UnsupportedError(`the flag group (?${flags}) in the regex ${pattern}`);
      inline += flags.replace('u', '');
      i += flags.length + 2;
    } else if (/^(\?|\*|\+|\{\d+,?\d*\})\+/.test(rest)) {
      throw new UnsupportedError(`possessive quantifiers in the regex ${pattern}`);
    } else if (rest.startsWith('(?>')) {
      throw new UnsupportedError(`atomic groups in the regex ${pattern}`);
    } else if (letter === '{' && !/^\{\d+,?\d*\}/.test(rest)) source += '\\{';
    else if (letter === '}' && !/\{\d+,?\d*$/.test(source)) source += '\\}';
    else if (letter === ']') source += '\\]';
    else source += letter;
  }
  return { source, inline };
}

function translateEscape(rest: string, inClass: boolean): { readonly source: string; readonly length: number } {
  const next = rest.charAt(1);
  if (next === 'Q') {
    const end = rest.indexOf('\\E', 2);
    const literal = end < 0 ? rest.slice(2) : rest.slice(2, end);
    return { source: escapeLiteral(literal), length: end < 0 ? rest.length : end + 2 };
  }
  if (next === 'p' || next === 'P') {
    const [whole = '', name = ''] = /^\\[pP](?:\{(\w+)\}|\w)/.exec(rest) ?? [];
    const set = CLASSES[name];
    if (set === undefined) return { source: whole.replace(/\{Is(\w+)\}/, '{Script=$1}'), length: whole.length };
    if (next === 'P') {
      if (inClass) throw new UnsupportedError(`\\P{${name}} in a character class of a regex`);
      return { source: `[^${set}]`, length: whole.length };
    }
    return { source: inClass ? set : `[${set}]`, length: whole.length };
  }
  const simple: Readonly<Record<string, string>> = {
    A: '(?<![\\s\\S])',
    z: '(?![\\s\\S])',
    Z: '(?=\\n?(?![\\s\\S]))',
    h: inClass ? ' \\t\\xA0' : '[ \\t\\xA0]',
    R: '(?:\\r\\n|[\\n\\x0B\\f\\r\\x85\\u2028\\u2029])',
    a: '\\x07',
    e: '\\x1B'
  };
  const known = simple[next];
  if (known !== undefined) return { source: known, length: 2 };
  if (/[a-zA-Z0-9]/.test(next)) return { source: rest.slice(0, 2), length: 2 };
  // In JavaScript only letters with a meaning may be escaped.
  const meaning = /[\^$\\.*+?()[\]{}|/]/.test(next) || (inClass && next === '-');
  return { source: meaning ? `\\${next}` : next, length: 2 };
}

/** A text that matches itself. */
export function escapeLiteral(text: string): string {
  return text.replace(/[\^$\\.*+?()[\]{}|/]/g, '\\$&');
}

/** `String.split` of Java: no empty texts at the end unless a negative limit asks for them. */
export function javaSplit(text: string, pattern: string, limit: number): string[] {
  const parts: string[] = [];
  const regex = javaRegex(pattern);
  let start = 0;
  for (const match of text.matchAll(regex)) {
    if (limit > 0 && parts.length === limit - 1) break;
    const end = match.index + match[0].length;
    // A match of nothing at the very start makes no part.
    if (end === 0) continue;
    if (match[0] === '' && match.index >= text.length) continue;
    parts.push(text.slice(start, match.index));
    start = end;
  }
  if (start === 0 && parts.length === 0) return [text];
  parts.push(text.slice(start));
  if (limit === 0) while (parts.length > 0 && parts.at(-1) === '') parts.pop();
  return parts;
}
