import { fullId } from '../../records/ids.ts';
import { StringException } from './exceptions.ts';

/** The 18-character form of an id, or undefined if the text is none. */
export const normalizeId = fullId;

/** A text where an Id is expected: its 18-character form. @throws StringException */
export function toId(text: string | null): string | null {
  if (text === null) return null;
  const id = normalizeId(text);
  if (id === undefined) throw new StringException(`Invalid id: ${text}`);
  return id;
}
