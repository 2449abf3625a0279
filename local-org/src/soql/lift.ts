/** A query's text with its literals taken out: the key under which its plan is kept. */
export interface Lifted {
  readonly key: string;
  /** Offsets of the literals in the original text, in order. */
  readonly offsets: readonly number[];
  /** The literals as written. */
  readonly texts: readonly string[];
}

/** Words come before numbers, so that digits in names and currency literals stay in place. */
const TOKEN =
  /(?<string>'(?:[^'\\]|\\.)*')|(?<datetime>\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d))|(?<date>\d{4}-\d\d-\d\d)|(?<time>\d\d:\d\d:\d\d(?:\.\d+)?Z?)|[A-Za-z_][\w.]*|(?<number>\d+(?:\.\d+)?)/gs;

/** Takes the literals out of a query's text. Texts that differ in literals only have the same key. */
export function lift(text: string): Lifted {
  const offsets: number[] = [];
  const texts: string[] = [];
  const key = text.replace(TOKEN, (token: string, ...rest: unknown[]) => {
    const groups = rest.at(-1);
    const offset = rest.at(-3);
    if (typeof groups !== 'object' || groups === null || typeof offset !== 'number') return token;
    const type = Object.entries(groups).find(([, match]) => match !== undefined)?.[0];
    // An empty text is null to SOQL and so another query.
    if (type === undefined || token === "''") return token;
    offsets.push(offset);
    texts.push(token);
    return `?${type}`;
  });
  return { key, offsets, texts };
}
