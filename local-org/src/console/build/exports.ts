import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PLATFORM = join(dirname(fileURLToPath(import.meta.url)), '..', 'shell', 'platform');
const known = new Map<string, ReadonlySet<string>>();

/** The names a console module exports, or undefined for a module that is not the console's. */
export function exportsOf(specifier: string): ReadonlySet<string> | undefined {
  const file = join(PLATFORM, `${specifier.replace('@', '')}.ts`);
  if (!existsSync(file)) return undefined;
  const names = known.get(file) ?? exportedNames(readFileSync(file, 'utf8'));
  known.set(file, names);
  return names;
}

function exportedNames(source: string): ReadonlySet<string> {
  const declared = source.matchAll(/^export (?:async )?(?:const|function|class) (\w+)/gm);
  return new Set([...declared].map(([, name]) => name ?? ''));
}
