import { transformSync } from '@lwc/compiler';
import { parseAst } from 'rollup/parseAst';
import type { Problem } from '../errors.ts';
import type { CompiledFile } from './bundles.ts';

/** What a compilation finds out about a file of a component. */
export type Findings = Pick<CompiledFile, 'problems' | 'imports'>;

/** A file of a component. */
export interface BundleFile {
  /** Of the component. */
  readonly name: string;
  readonly apiVersion: number;
  readonly file: string;
  readonly text: string;
}

/** Compiles a file of a component for its faults and for what it imports. */
export function compileFile({ name, apiVersion, file, text }: BundleFile): Findings {
  const path = file.slice(`lwc/${name}/`.length);
  const problems: Problem[] = [];
  let imports: string[] = [];
  try {
    const { code, warnings = [] } = transformSync(text, path, {
      name,
      namespace: 'c',
      apiVersion,
      enableDynamicComponents: true,
      ...(path.endsWith('.css') && { scopedStyles: path.endsWith('.scoped.css') })
    });
    for (const { level, message, location } of warnings) {
      // 0 and 1: the compiler's levels for faults; what it only advises against deploys.
      if (level < 2) problems.push({ file, line: location?.line ?? 1, column: (location?.column ?? 0) + 1, message });
    }
    imports = importsOf(code);
  } catch (error) {
    problems.push({ file, ...placeOf(error), message: messageOf(error) });
  }
  return { problems, imports };
}

function importsOf(code: string): string[] {
  return parseAst(code).body.flatMap((statement) =>
    'source' in statement && typeof statement.source?.value === 'string' ? [statement.source.value] : []
  );
}

function placeOf(error: unknown): { line: number; column: number } {
  const location = property(error, 'location') ?? property(error, 'loc');
  const line = property(location, 'line');
  const column = property(location, 'column');
  return { line: typeof line === 'number' ? line : 1, column: typeof column === 'number' ? column + 1 : 1 };
}

/** The first line says it; the lines below quote the source. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? text).replace(/^.*?\.(?:js|html|css): /, '');
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
