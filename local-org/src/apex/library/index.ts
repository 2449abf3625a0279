import type { Declaration } from './declare.ts';
import type { Library, LibraryType } from './types.ts';
import { declarations } from './all.ts';

/** The platform's classes, each parsed when first asked for. */
export function createLibrary(): Library {
  const byName = new Map<string, Declaration>();
  for (const declaration of declarations) byName.set(declaration.name.toLowerCase(), declaration);
  const made = new Map<string, LibraryType | undefined>();
  const find = (name: string): LibraryType | undefined => {
    const key = name.toLowerCase().replace(/^system\./, '');
    if (!made.has(key)) made.set(key, byName.get(key)?.make());
    return made.get(key);
  };
  return { find };
}
