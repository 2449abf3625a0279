/** The forms of one sentence; each language uses those it has. */
export interface PluralForms {
  readonly one: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

/** Puts values in the places `{0}`, `{1}` … of a text. */
export function format(text: string, ...values: readonly string[]): string {
  return text.replace(/\{(\d+)\}/g, (place, index: string) => values[Number(index)] ?? place);
}

/** The form of a sentence that the language uses for this number. */
export function plural(language: string, count: number, forms: PluralForms): string {
  switch (new Intl.PluralRules(language).select(count)) {
    case 'one':
      return forms.one;
    case 'few':
      return forms.few;
    case 'many':
      return forms.many;
    default:
      return forms.other;
  }
}

/** What went wrong, in words: of an error of the org, of the network, or of the page itself. */
export function messageOf(error: unknown): string {
  if (isObject(error)) {
    const body = error.body;
    if (Array.isArray(body)) return body.map(messageOf).filter(Boolean).join(' ');
    if (isObject(body)) return messageOf(body);
    if (typeof error.message === 'string') return error.message;
    if (typeof error.statusText === 'string') return error.statusText;
  }
  return typeof error === 'string' ? error : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
