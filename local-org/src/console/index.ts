import { platformModule } from './build/platformModules.ts';
import type { CompiledBundle, ComponentBundle, ComponentReferences } from './types.ts';

export { consoleApp } from './app.ts';
export { buildVendor } from './build/vendor.ts';
export type * from './types.ts';

/** Compiles one bundle, checking every import against `references`; the compiler is loaded at the first call. */
export async function compileBundle(
  bundle: ComponentBundle,
  references?: ComponentReferences
): Promise<CompiledBundle> {
  const compiler = await import('./build/compileBundle.ts');
  return compiler.compileBundle(bundle, references);
}

/** Why a component cannot import a module that is no file of its own, in one sentence; undefined if it can. */
export function refusedImport(specifier: string, references: ComponentReferences): string | undefined {
  const found = platformModule(specifier, references);
  return 'refused' in found ? found.refused : undefined;
}
