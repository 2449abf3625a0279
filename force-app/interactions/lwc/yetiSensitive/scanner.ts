import { isCard, isDocument, isIban, isNip, isPesel } from './checksums';
import { ibanLengths } from './ibanLengths';
import { findMasks, presentationOf, type Kind, type SensitiveValue } from './mask';

/** How numbers are written in groups, by the size of the first. */
const shapes: ReadonlyMap<number, readonly (readonly number[])[]> = new Map([
  [2, [[2, 4, 4, 4, 4, 4, 4]]],
  [
    3,
    [
      [3, 3, 2, 2],
      [3, 2, 2, 3]
    ]
  ],
  [
    4,
    [
      [4, 4, 4, 4, 3],
      [4, 4, 4, 4],
      [4, 6, 5],
      [4, 6, 4]
    ]
  ],
  [6, [[6, 5]]]
]);
const notDocuments: ReadonlySet<string> = new Set(
  'PLN EUR USD GBP CHF CZK UAH KRS SKU NIP REF ID NR NO FV PL PO'.split(' ')
);
/** The longest of all numbers has 26 digits in seven groups. */
const longest = 32;
const contextLength = 24;
const letterOrDigit = /[\p{L}\p{Nd}]/u;
const spaces: ReadonlySet<string> = new Set([' ', '-', '\u00A0', '\u202F']);

/**
 * Finds sensitive values in one text, from left to right. Every look at the text is bounded, so the work grows with the length of the text
 * alone. docs/masking.md is the definition; the Apex class YetiSensitiveScanner does the same.
 */
export class Scanner {
  private readonly text: string;
  private readonly found: SensitiveValue[] = [];
  /** Where what was found last ends: nothing before it belongs to what comes. */
  private settled = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** Values and masks, in order; none overlaps another. */
  find(): readonly SensitiveValue[] {
    const masks = findMasks(this.text);
    for (const { index, 0: digits } of this.text.matchAll(/[0-9]{2,}/g)) {
      while (masks[0] !== undefined && masks[0].start < index) this.settle(masks.shift());
      if (index >= this.settled) this.settle(this.valueAt(index, index + digits.length));
    }
    masks.forEach((mask) => this.settle(mask));
    return this.found;
  }

  private settle(value: SensitiveValue | undefined): void {
    if (value === undefined) return;
    this.found.push(value);
    this.settled = value.stop;
  }

  /** The value to which these digits belong. */
  private valueAt(start: number, stop: number): SensitiveValue | undefined {
    return this.withLetters(start, stop) ?? (this.isFree(start, stop) ? this.number(start, stop) : undefined);
  }

  private withLetters(start: number, stop: number): SensitiveValue | undefined {
    const word = this.wordBefore(start, 2, stop);
    if (word === undefined) {
      const longer = stop - start === 6 ? this.wordBefore(start, 3, stop) : undefined;
      return longer === undefined ? undefined : this.document(longer, 3, start, stop);
    }
    const letters = this.text.slice(word, word + 2).toUpperCase();
    const length = ibanLengths.get(letters);
    const iban = length === undefined ? undefined : this.iban(word, length);
    if (iban !== undefined) return iban;
    if (letters === 'PL' && this.isNip(start, stop)) return this.value('NIP', word, stop);
    return stop - start === 7 ? this.document(word, 2, start, stop) : undefined;
  }

  /** Where a word of so many letters begins that stands right before the digits, or one space before. */
  private wordBefore(digits: number, length: number, stop: number): number | undefined {
    return [digits - length, digits - length - 1].find((word, gap) => {
      const fits = word >= this.settled && (gap === 0 || (this.isSpace(digits - 1) && this.at(digits - 1) !== '-'));
      return fits && isLatin(this.text.slice(word, word + length)) && this.isFree(word, stop);
    });
  }

  private iban(start: number, length: number): SensitiveValue | undefined {
    let iban = '';
    let i = start;
    for (; i < this.text.length && iban.length < length; i++) {
      const character = this.at(i);
      if (isLatin(character) || this.isDigit(i)) iban += character;
      else if (!spaces.has(character) || this.isSpace(i - 1)) return undefined;
    }
    const isOne = iban.length === length && this.isEnd(i) && isIban(iban.toUpperCase());
    return isOne ? this.value('IBAN', start, i) : undefined;
  }

  private document(word: number, length: number, start: number, stop: number): SensitiveValue | undefined {
    const letters = this.text.slice(word, word + length);
    const isOne =
      /^[A-Z]+$/.test(letters) &&
      !notDocuments.has(letters) &&
      this.isEnd(stop) &&
      isDocument(letters, this.text.slice(start, stop));
    return isOne ? this.value('Document', word, stop) : undefined;
  }

  private number(start: number, stop: number): SensitiveValue | undefined {
    const whole = this.checked(start, stop, false);
    if (whole !== undefined) return whole;
    for (const shape of shapes.get(stop - start) ?? []) {
      const shapeStop = this.endOf(shape, stop);
      const value = shapeStop === undefined ? undefined : this.checked(start, shapeStop, true);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** Where the groups of a shape end, of which the first ends at `stop`, if they stand there. */
  private endOf(shape: readonly number[], stop: number): number | undefined {
    let i = stop;
    for (const size of shape.slice(1)) {
      if (!this.isSpace(i) || this.at(i) !== this.at(stop)) return undefined;
      const groupStop = i + 1 + size;
      for (i += 1; i < groupStop; i++) if (!this.isDigit(i)) return undefined;
    }
    return this.isDigit(i) ? undefined : i;
  }

  private checked(start: number, stop: number, isGrouped: boolean): SensitiveValue | undefined {
    if (stop - start > longest || !this.isEnd(stop)) return undefined;
    const kind = kindOf(this.text.slice(start, stop).replace(/[^0-9]/g, ''));
    const counts = kind !== undefined && (kind !== 'NIP' || isGrouped || this.isCalledNip(start));
    return counts ? this.value(kind, start, stop) : undefined;
  }

  private isNip(start: number, stop: number): boolean {
    return stop - start === 10 && this.isEnd(stop) && isNip(this.text.slice(start, stop));
  }

  /** One in eleven numbers of ten digits is a NIP by chance: in one piece it counts only where the text says so. */
  private isCalledNip(start: number): boolean {
    const before = this.text.slice(Math.max(this.settled, start - contextLength), start);
    return /NIP|VAT|TAX/.test(before.toUpperCase());
  }

  /** Whether something may begin here: not in a word, a link, a longer number, a decimal or a phone number. */
  private isFree(start: number, stop: number): boolean {
    if (start === 0) return true;
    const before = this.at(start - 1);
    if (this.isLetterOrDigit(start - 1) || before === '+' || before === '#') return false;
    if (before === '-' || before === '_' || before === '/') {
      return start - 2 < this.settled || !this.isLetterOrDigit(start - 2);
    }
    if (before === '.' || (before === ',' && stop - start <= 2)) {
      return start - 2 < this.settled || !this.isDigit(start - 2);
    }
    return !this.followsCountryCode(start);
  }

  private followsCountryCode(start: number): boolean {
    let i = start - 2;
    if (!this.isSpace(start - 1) || !this.isDigit(i)) return false;
    while (i > start - 5 && this.isDigit(i)) i--;
    return this.at(i) === '+';
  }

  /** Whether something may end here: not in a word, a longer number, a decimal or an address. */
  private isEnd(stop: number): boolean {
    const after = this.at(stop);
    if (this.isLetterOrDigit(stop) || after === '@') return false;
    if (after === '-') return !this.isDigit(stop + 1);
    if (after === '_') return !this.isLetterOrDigit(stop + 1);
    return (after !== '.' && after !== ',') || !this.startsDecimals(stop + 1);
  }

  private startsDecimals(i: number): boolean {
    const second = this.isDigit(i) && this.isDigit(i + 1);
    return (this.isDigit(i) && !this.isLetterOrDigit(i + 1)) || (second && !this.isLetterOrDigit(i + 2));
  }

  private value(kind: Kind, start: number, stop: number): SensitiveValue {
    const value = this.text.slice(start, stop);
    return { kind, start, stop, value, presentation: presentationOf(kind, value) };
  }

  private at(i: number): string {
    return this.text.charAt(i);
  }

  private isSpace(i: number): boolean {
    return spaces.has(this.at(i));
  }

  private isDigit(i: number): boolean {
    const character = this.at(i);
    return character >= '0' && character <= '9';
  }

  private isLetterOrDigit(i: number): boolean {
    return letterOrDigit.test(this.at(i));
  }
}

function isLatin(word: string): boolean {
  return /^[A-Za-z]+$/.test(word);
}

function kindOf(digits: string): Kind | undefined {
  if (digits.length === 10) return isNip(digits) ? 'NIP' : undefined;
  if (digits.length === 11) return isPesel(digits) ? 'PESEL' : undefined;
  if (digits.length === 26) return isIban(`PL${digits}`) ? 'IBAN' : undefined;
  return digits.length >= 13 && digits.length <= 19 && isCard(digits) ? 'Card' : undefined;
}
