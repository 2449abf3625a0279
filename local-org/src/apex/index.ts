import type { Schema } from '../schema/types.ts';
import type { ApexImage, ApexSource, CompileResult } from './types.ts';

export { ApexFault } from './fault.ts';
export { ApexException } from './runtime/exceptions.ts';
export { createApexRuntime } from './image/runtime.ts';
export type * from './types.ts';

/**
 * Compiles all Apex of an org against a schema: to an image, or to every problem found. The compiler is heavy and therefore
 * loaded when it is first needed: an org that only runs what is deployed does without.
 * @param previous units whose code comes out the same are taken from it
 */
export async function compile(
  sources: readonly ApexSource[],
  schema: Schema,
  previous?: ApexImage
): Promise<CompileResult> {
  const compiler = await import('./image/compile.ts');
  return compiler.compile(sources, schema, previous);
}
