import { basename, dirname, extname } from 'node:path/posix';
import { transformSync } from '@lwc/compiler';
import type { Plugin } from 'rollup';

/** The files a build compiles: bundles of the org, sources of the shell, or the base components. */
export interface ComponentFiles {
  /** The file's text, or undefined if there is none. Paths have forward slashes. */
  read(path: string): string | undefined;
  /** Which custom element a file belongs to; undefined for plain modules. */
  component(path: string): { readonly namespace: string; readonly name: string } | undefined;
}

/** A compile error of LWC or TypeScript with its place (line and column from 1). */
export class CompileError extends Error {
  readonly file: string;
  readonly line: number;
  readonly column: number;

  constructor(file: string, line: number, column: number, message: string) {
    super(message);
    this.name = 'CompileError';
    this.file = file;
    this.line = line;
    this.column = column;
  }
}

const EMPTY = '\0empty';
const SCRIPTS = ['.js', '.ts'];

/** Rollup plugin: LWC components, their templates and styles, from any set of files; TypeScript is stripped first. */
export function lwcFiles(files: ComponentFiles): Plugin {
  const firstExisting = (candidates: string[]) => candidates.find((path) => files.read(path) !== undefined);

  return {
    name: 'lwc-files',

    resolveId(importee, importer) {
      if (importee.startsWith('/') && !importer) return importee;
      if (!importer || !importee.startsWith('.')) return null;
      const [path = '', query] = joinPath(dirname(withoutQuery(importer)), importee).split('?');
      const found = firstExisting([path, `${path}.js`, `${path}.ts`, `${path}.html`, path.replace(/\.js$/, '.ts')]);
      if (found) return query ? `${found}?${query}` : found;
      return isImplicit(path, withoutQuery(importer)) ? `${EMPTY}${extname(path)}` : null;
    },

    load(id) {
      if (id.startsWith(EMPTY)) return 'export default undefined';
      if (id.startsWith('\0')) return null;
      return files.read(withoutQuery(id)) ?? null;
    },

    async transform(source, id) {
      if (id.startsWith('\0')) return null;
      const path = withoutQuery(id);
      const component = files.component(path);
      const script = SCRIPTS.includes(extname(path));
      const code = extname(path) === '.ts' ? await stripTypes(source, path) : source;
      if (!component) return script ? { code, map: null } : null;
      return { code: compile(code, path, id, component), map: null };
    }
  };
}

/** A template without a file renders nothing; a template without styles has none: both imports are written by the compiler. */
function isImplicit(path: string, importer: string): boolean {
  const wanted = basename(path).replace(/(\.scoped)?\.(css|html)$/, '');
  const from = basename(importer).replace(/\.(js|ts|html)$/, '');
  return wanted === from && ['.css', '.html'].includes(extname(path));
}

function compile(
  source: string,
  path: string,
  id: string,
  component: { readonly namespace: string; readonly name: string }
): string {
  try {
    return transformSync(source, path.replace(/\.ts$/, '.js'), {
      ...component,
      scopedStyles: id.includes('?scoped='),
      enableDynamicComponents: true,
      enableSyntheticElementInternals: true,
      enableLwcOn: true,
      outputConfig: { sourcemap: false }
    }).code;
  } catch (error) {
    throw compileError(error, path);
  }
}

/** The TypeScript compiler is large; what the org deploys is JavaScript and never needs it. */
async function stripTypes(source: string, path: string): Promise<string> {
  const { default: ts } = await import('typescript');
  const { outputText, diagnostics } = ts.transpileModule(source, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      experimentalDecorators: false,
      verbatimModuleSyntax: true
    }
  });
  const first = diagnostics?.[0];
  if (first) {
    const place = first.file?.getLineAndCharacterOfPosition(first.start ?? 0);
    const message = ts.flattenDiagnosticMessageText(first.messageText, ' ');
    throw new CompileError(path, (place?.line ?? 0) + 1, (place?.character ?? 0) + 1, message);
  }
  return outputText;
}

/** LWC's error carries a location (line from 1, column from 0); its sentence repeats file and code frame, which we drop. */
function compileError(error: unknown, path: string): CompileError {
  const place = error instanceof Error && 'location' in error ? error.location : undefined;
  const { line, column } = isPlace(place) ? place : { line: 1, column: 0 };
  const text = error instanceof Error ? error.message : String(error);
  const message = text
    .split('\n')[0]
    ?.replace(`${path.replace(/\.ts$/, '.js')}: `, '')
    .replace(/ \(\d+:\d+\)$/, '');
  return new CompileError(path, line, column + 1, message ?? text);
}

function isPlace(value: unknown): value is { line: number; column: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'line' in value &&
    typeof value.line === 'number' &&
    'column' in value &&
    typeof value.column === 'number'
  );
}

function withoutQuery(id: string): string {
  return id.split('?')[0] ?? id;
}

function joinPath(folder: string, relative: string): string {
  const parts = folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
