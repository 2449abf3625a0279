import type { ApexImage } from '../apex/types.ts';
import type { Problem } from '../errors.ts';
import { auraMethodExists, bundleReferences, type Surroundings } from './bundleReferences.ts';
import type { CompiledFile } from './bundles.ts';

/** Imports of compiled components that lead nowhere, each with its place. */
export async function importProblems(files: readonly CompiledFile[], surroundings: Surroundings): Promise<Problem[]> {
  // What a component may import, the console decides: it is what serves the modules.
  const { refusedImport } = await import('../console/index.ts');
  const references = bundleReferences(surroundings);
  return files.flatMap(({ file, text, imports }) =>
    imports
      .filter((specifier) => !specifier.startsWith('.'))
      .flatMap((specifier) => {
        const message = refusedImport(specifier, references);
        return message === undefined ? [] : { file, ...placeIn(text, specifier), message };
      })
  );
}

/** Whether a component may have imported a method that is there no longer. */
export function losesMethods(before: ApexImage, after: ApexImage): boolean {
  return before.units.some(({ name, auraMethods }) =>
    auraMethods.some((method) => !auraMethodExists(after, name, method.name))
  );
}

/** Where a text mentions an import: as written, or as a tag (`c-thing-card` for `c/thingCard`). */
function placeIn(text: string, specifier: string): { line: number; column: number } {
  const tag = specifier.replace('/', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const offset = Math.max(text.indexOf(specifier), text.indexOf(tag), 0);
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
