import { me } from '../context.ts';

/** @returns a function that gives a text in the user's language; `{0}` is replaced by the first value */
export function translated<Key extends string>(
  english: Readonly<Record<Key, string>>,
  polish: Readonly<Record<Key, string>>
): (key: Key, ...values: readonly (string | number)[]) => string {
  const texts = me.user.language.startsWith('pl') ? polish : english;
  return (key, ...values) =>
    values.reduce<string>((result, value, index) => result.replace(`{${index}}`, String(value)), texts[key]);
}
