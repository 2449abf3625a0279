import { ApexList, ListException, NullPointerException, StringException } from '../runtime/index.ts';
import { apexClass } from './declare.ts';
import { withoutNulls } from './nulls.ts';
import { escapeLiteral, javaRegex, javaReplacement, javaSplit } from './regex.ts';

/** `Pattern` */
class ApexPattern {
  readonly apexType = 'Pattern';
  readonly text: string;

  constructor(text: string) {
    this.text = text;
    javaRegex(text);
  }

  toString(): string {
    return this.text;
  }
}

/** `Matcher`: a pattern at work on a text. */
class ApexMatcher {
  readonly apexType = 'Matcher';
  pattern: ApexPattern;
  text: string;
  #from = 0;
  #match: RegExpExecArray | undefined;

  constructor(pattern: ApexPattern, text: string) {
    this.pattern = pattern;
    this.text = text;
  }

  /** The next match, from a place on if given. */
  find(from = this.#from): boolean {
    if (from > this.text.length) return this.#keep(null);
    const regex = javaRegex(this.pattern.text, 'd');
    regex.lastIndex = from;
    return this.#keep(regex.exec(this.text));
  }

  matches(): boolean {
    return this.#keep(
      new RegExp(`^(?:${javaRegex(this.pattern.text).source})$(?![\\s\\S])`, this.#flags('d')).exec(this.text)
    );
  }

  lookingAt(): boolean {
    return this.#keep(new RegExp(javaRegex(this.pattern.text).source, this.#flags('dy')).exec(this.text));
  }

  get match(): RegExpExecArray {
    if (this.#match === undefined) throw new StringException('No match found');
    return this.#match;
  }

  group(index: number): string | null {
    const { match } = this;
    if (index < 0 || index >= match.length) throw new ListException(`No group ${String(index)}`);
    return match[index] ?? null;
  }

  /** Where a group begins and ends; -1 if it took no part. */
  range(index: number): readonly [number, number] {
    this.group(index);
    return this.match.indices?.[index] ?? [-1, -1];
  }

  get groupCount(): number {
    return (new RegExp(`${javaRegex(this.pattern.text).source}|`, 'u').exec('')?.length ?? 1) - 1;
  }

  replace(replacement: string, all: boolean): string {
    let result = '';
    let end = 0;
    for (const match of this.text.matchAll(javaRegex(this.pattern.text))) {
      result += this.text.slice(end, match.index) + javaReplacement(replacement, match, match.groups);
      end = match.index + match[0].length;
      if (!all) break;
    }
    return result + this.text.slice(end);
  }

  reset(text = this.text): this {
    this.text = text;
    this.#from = 0;
    this.#match = undefined;
    return this;
  }

  hitEnd(): boolean {
    return this.#match === undefined || this.#match.index + this.#match[0].length === this.text.length;
  }

  #flags(more: string): string {
    return javaRegex(this.pattern.text).flags.replace('g', '') + more;
  }

  #keep(match: RegExpExecArray | null): boolean {
    this.#match = match ?? undefined;
    // An empty match would be found again at the same place.
    if (match !== null) this.#from = match.index + Math.max(match[0].length, 1);
    return match !== null;
  }
}

const given = (text: string | null): string => {
  if (text === null) throw new NullPointerException('Argument 1 cannot be null');
  return text;
};

const patternType = apexClass('Pattern', {
  'static Pattern compile(String regex)': (regex: string | null) => new ApexPattern(given(regex)),
  'static Boolean matches(String regex, String text)': (regex: string | null, text: string | null) =>
    new ApexMatcher(new ApexPattern(given(regex)), given(text)).matches(),
  'static String quote(String text)': (text: string | null) => escapeLiteral(given(text)),
  'Matcher matcher(String text)': (self: ApexPattern, text: string | null) => new ApexMatcher(self, given(text)),
  'String pattern()': (self: ApexPattern) => self.text,
  'List<String> split(String text)': (self: ApexPattern, text: string | null) =>
    new ApexList('String', javaSplit(given(text), self.text, 0)),
  'List<String> split(String text, Integer limit)': (self: ApexPattern, text: string | null, limit: number) =>
    new ApexList('String', javaSplit(given(text), self.text, limit))
});

const matcherType = apexClass('Matcher', {
  'static String quoteReplacement(String text)': (text: string | null) => given(text).replace(/[\\$]/g, '\\$&'),
  'Boolean find()': (self: ApexMatcher) => self.find(),
  'Boolean find(Integer start)': (self: ApexMatcher, start: number) => self.reset().find(start),
  'Boolean matches()': (self: ApexMatcher) => self.matches(),
  'Boolean lookingAt()': (self: ApexMatcher) => self.lookingAt(),
  'String group()': (self: ApexMatcher) => self.group(0),
  'String group(Integer index)': (self: ApexMatcher, index: number) => self.group(index),
  'Integer groupCount()': (self: ApexMatcher) => self.groupCount,
  'Integer start()': (self: ApexMatcher) => self.range(0)[0],
  'Integer start(Integer index)': (self: ApexMatcher, index: number) => self.range(index)[0],
  'Integer end()': (self: ApexMatcher) => self.range(0)[1],
  'Integer end(Integer index)': (self: ApexMatcher, index: number) => self.range(index)[1],
  'Boolean hitEnd()': (self: ApexMatcher) => self.hitEnd(),
  'Pattern pattern()': (self: ApexMatcher) => self.pattern,
  'Matcher reset()': (self: ApexMatcher) => self.reset(),
  ...withoutNulls({
    'Matcher reset(String text)': (self: ApexMatcher, text: string) => self.reset(text),
    'String replaceAll(String replacement)': (self: ApexMatcher, replacement: string) =>
      self.replace(replacement, true),
    'String replaceFirst(String replacement)': (self: ApexMatcher, replacement: string) =>
      self.replace(replacement, false)
  })
});

export const patternTypes = [patternType, matcherType];
