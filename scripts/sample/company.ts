import type { Connection } from 'jsforce';
import type { NewRecord } from '../lib/ensure.ts';
import { languages, textIn, type Language, type Text } from './language.ts';
import type { Moments } from './moments.ts';

/** What rows are made with: the time, the language, and the ids of what is in the org already. */
export class Company {
  readonly moments: Moments;
  readonly language: Language;
  readonly #ids = new Map<string, ReadonlyMap<string, string>>();
  readonly #translations = new Map<string, string[]>();

  constructor(moments: Moments, language: Language) {
    this.moments = moments;
    this.language = language;
  }

  text(text: Text): string {
    const words = textIn(this.language, text);
    if (typeof text !== 'string')
      this.#translations.set(
        words,
        languages.map((each) => text[each])
      );
    return words;
  }

  /** A text that has been asked for, in every language: what is in the org may have been loaded in another one. */
  translations(words: string): readonly string[] {
    return this.#translations.get(words) ?? [words];
  }

  /** Remembers the ids of an object's records by their keys. */
  know(object: string, ids: ReadonlyMap<string, string>): void {
    this.#ids.set(object, new Map([...(this.#ids.get(object) ?? []), ...ids]));
  }

  /** @throws Error if it is not there: a story names what it does not have */
  id(object: string, key: string): string {
    const id = this.#ids.get(object)?.get(key);
    if (id === undefined) throw new Error(`The sample company has no ${object} "${key}".`);
    return id;
  }

  /** The id of a colleague; an org other than the local one need not have them as users. */
  userId(key: string | undefined): string | undefined {
    return key === undefined ? undefined : this.#ids.get('User')?.get(key);
  }

  /** The id of what a story may leave open. */
  maybe(object: string, key: string | undefined): string | undefined {
    return key === undefined ? undefined : this.id(object, key);
  }

  /** Knows the colleagues who are users of the org. */
  async meetUsers(connection: Connection, usernames: ReadonlyMap<string, string>): Promise<void> {
    const { records } = await connection.query<{ Id: string; Username: string }>(
      "SELECT Id, Username FROM User WHERE IsActive = TRUE AND Username LIKE '%@zbik.example%'"
    );
    const idByUsername = new Map(records.map(({ Id, Username }) => [Username, Id]));
    this.know(
      'User',
      new Map(
        [...usernames].flatMap(([key, username]) => {
          const id = idByUsername.get(username);
          return id === undefined ? [] : [[key, id] as const];
        })
      )
    );
  }
}

/** A record of the fields that have a value. */
export function record(fields: Readonly<Record<string, NewRecord[string] | undefined>>): NewRecord {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, NewRecord[string]] => field[1] !== undefined)
  );
}
