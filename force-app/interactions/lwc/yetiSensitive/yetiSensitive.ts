import { textOf, type SensitiveValue } from './mask';
import { Scanner } from './scanner';

export type { Kind, SensitiveValue } from './mask';

/** A piece of a text: words, or a masked value that can't be mistaken for words. */
export interface TextPart {
  /** The words, or how the masked value is shown, such as "•••• 4821". */
  readonly text: string;
  readonly masked: boolean;
  /** What kind of value is masked; none for words. */
  readonly kind?: string | null;
  /** Which of the masked values of its text it is, from 0; none for words. */
  readonly index?: number | null;
}

/** The sensitive values in a text, in order: those that stand there, and the masks of those that were stored masked. */
export function find(text: string): readonly SensitiveValue[] {
  return new Scanner(text).find();
}

/** The pieces of a text, in order. */
export function partsOf(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let shown = 0;
  find(text).forEach(({ kind, start, stop, presentation }, index) => {
    if (start > shown) parts.push({ text: text.slice(shown, start), masked: false });
    parts.push({ text: presentation, masked: true, kind, index });
    shown = stop;
  });
  if (shown < text.length || parts.length === 0) parts.push({ text: text.slice(shown), masked: false });
  return parts;
}

/** The text with what is sensitive replaced by how it is shown. Masking it again changes nothing. */
export function presentationOf(text: string): string {
  let masked = '';
  let written = 0;
  for (const { kind, start, stop, presentation } of find(text)) {
    masked += text.slice(written, start) + textOf(kind, presentation);
    written = stop;
  }
  return masked + text.slice(written);
}
