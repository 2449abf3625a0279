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
