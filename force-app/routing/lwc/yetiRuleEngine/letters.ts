/** Longer texts are not looked at letter by letter: they are said to have all. */
const longest = 128;

export const everyLetter = -1;

/** A bit for each letter that a text in lower case has; some letters share one. */
export function lettersOf(text: string): number {
  if (text.length > longest) return everyLetter;
  let letters = 0;
  for (let index = 0; index < text.length; index++) letters |= 1 << (text.charCodeAt(index) & 31);
  return letters;
}
