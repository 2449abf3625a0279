/** `Value` is one that is sensitive because who sent it said so. */
export type Kind = 'Card' | 'IBAN' | 'PESEL' | 'NIP' | 'Document' | 'Value';

/** A sensitive value in a text, or the mask of one that was stored masked. */
export interface SensitiveValue {
  readonly kind: Kind;
  readonly start: number;
  readonly stop: number;
  /** As it stands in the text; undefined where only its mask does. */
  readonly value: string | undefined;
  /** As it is shown, such as "•••• 4821". */
  readonly presentation: string;
}

const dots = '••••';
const masks = /\[(Card|IBAN|PESEL|NIP|Document|Value) (••••(?: [\p{L}\p{Nd}]{2,4})?)\]/gu;

/** How a value is shown: dots and its last characters, four of cards and accounts, two of what is shorter. */
export function presentationOf(kind: Kind, value: string): string {
  const characters = value.replace(/[ \-\u00A0\u202F]/g, '');
  const shown = kind === 'Card' || kind === 'IBAN' ? 4 : 2;
  return characters.length < shown * 3 ? dots : `${dots} ${characters.slice(-shown).toUpperCase()}`;
}

/** How a mask stands in a text. */
export function textOf(kind: Kind, presentation: string): string {
  return `[${kind} ${presentation}]`;
}

/** The masks in a text, in order. */
export function findMasks(text: string): SensitiveValue[] {
  return Array.from(text.matchAll(masks), (match) => ({
    kind: match[1] as Kind,
    start: match.index,
    stop: match.index + match[0].length,
    value: undefined,
    presentation: match[2] ?? dots
  }));
}
