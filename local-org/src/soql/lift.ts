/** A query's text with its literals taken out: the key under which its plan is kept. */
export interface Lifted {
  readonly key: string;
  /** Offsets of the literals in the original text, in order. */
  readonly offsets: readonly number[];
  /** The literals as written. */
  readonly texts: readonly string[];
}

const QUOTE = 39;
const BACKSLASH = 92;
const DOT = 46;

/** What a number can go on with: a date, a time, a moment with its zone. */
const MOMENT = /\d{4}-\d\d-\d\d(T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?|\d\d:\d\d:\d\d(?:\.\d+)?Z?/y;

/**
 * Takes the literals out of a query's text. Texts that differ in literals only have the same key.
 * Written as a loop over characters: every query whose text is new passes here.
 */
export function lift(text: string): Lifted {
  const offsets: number[] = [];
  const texts: string[] = [];
  let key = '';
  let copied = 0;
  let place = 0;
  while (place < text.length) {
    const code = text.charCodeAt(place);
    const isLiteral = code === QUOTE || isDigit(code);
    if (!isLiteral) {
      place = isLetter(code) ? wordEnd(text, place) : place + 1;
      continue;
    }
    const [end, type] = code === QUOTE ? [textEnd(text, place), 'text'] : numberEnd(text, place);
    // An empty text is null to SOQL and so another query.
    if (type !== 'text' || end - place > 2) {
      key += `${text.slice(copied, place)}?${type}`;
      copied = end;
      offsets.push(place);
      texts.push(text.slice(place, end));
    }
    place = end;
  }
  return { key: key + text.slice(copied), offsets, texts };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
}

/** Digits in names and currency literals stay in place. */
function wordEnd(text: string, start: number): number {
  let place = start + 1;
  for (; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (!isLetter(code) && !isDigit(code) && code !== DOT) break;
  }
  return place;
}

function textEnd(text: string, start: number): number {
  let place = start + 1;
  for (; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code === QUOTE) return place + 1;
    if (code === BACKSLASH) place++;
  }
  return text.length;
}

function numberEnd(text: string, start: number): [end: number, type: string] {
  MOMENT.lastIndex = start;
  const moment = MOMENT.exec(text);
  if (moment) {
    const type = moment[0].charCodeAt(4) !== 45 ? 'time' : moment[1] === undefined ? 'date' : 'moment';
    return [start + moment[0].length, type];
  }
  let place = start;
  while (place < text.length && (isDigit(text.charCodeAt(place)) || text.charCodeAt(place) === DOT)) place++;
  return [place, 'number'];
}
