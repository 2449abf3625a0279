export const languages = ['pl', 'en'] as const;

/** The language in which the company's customers and agents write; who writes in another one does so in both. */
export type Language = (typeof languages)[number];

/** The same in every language, or once for each. */
export type Text = string | Readonly<Record<Language, string>>;

export function textIn(language: Language, text: Text): string {
  return typeof text === 'string' ? text : text[language];
}

/** @throws Error with one sentence if it is none of the company's languages */
export function readLanguage(text: string): Language {
  const language = languages.find((each) => each === text);
  if (language === undefined) throw new Error(`--language takes pl or en, not "${text}".`);
  return language;
}
