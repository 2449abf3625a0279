import { existsSync, statSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type ts from 'typescript';
import { filesBelow } from '../lib/files.ts';

export interface Built {
  readonly written: number;
  readonly total: number;
}

/**
 * Writes the JavaScript of every component's TypeScript beside it and removes JavaScript whose TypeScript is gone.
 * An org compiles JavaScript only; types are checked elsewhere (`npm run check`), so each file is transpiled alone.
 *
 * @param folders package folders; what does not end in `lwc/<component>/<file>.ts` is left alone
 * @throws Error naming file and line where the syntax is wrong
 */
export async function buildComponents(folders: readonly string[]): Promise<Built> {
  const sources = await componentSources(folders);
  let written = 0;
  for (const source of sources) if (await buildComponent(source)) written++;
  await removeOrphans(folders, new Set(sources.map(scriptOf)));
  return { written, total: sources.length };
}

/**
 * Transpiles one file. The decorators stay as they are: the component compiler reads them.
 *
 * @returns whether it had to be written anew: JavaScript younger than its TypeScript is left alone
 */
export async function buildComponent(source: string): Promise<boolean> {
  const target = scriptOf(source);
  if (existsSync(target) && statSync(target).mtimeMs >= statSync(source).mtimeMs) return false;
  await writeFile(target, await transpile(source, await readFile(source, 'utf8')));
  return true;
}

async function transpile(source: string, text: string): Promise<string> {
  const { default: compiler } = await import('typescript');
  const { outputText, diagnostics = [] } = compiler.transpileModule(text, {
    fileName: source,
    reportDiagnostics: true,
    compilerOptions: {
      target: compiler.ScriptTarget.ESNext,
      module: compiler.ModuleKind.ESNext,
      experimentalDecorators: false,
      verbatimModuleSyntax: true
    }
  });
  const fault = diagnostics[0];
  if (fault !== undefined) throw new Error(sentence(compiler, source, fault));
  return outputText;
}

function sentence(compiler: typeof ts, source: string, fault: ts.Diagnostic): string {
  const place =
    fault.file === undefined ? undefined : compiler.getLineAndCharacterOfPosition(fault.file, fault.start ?? 0);
  const where = place === undefined ? source : `${source}:${String(place.line + 1)}:${String(place.character + 1)}`;
  return `${where} ${compiler.flattenDiagnosticMessageText(fault.messageText, ' ')}`;
}

async function componentSources(folders: readonly string[]): Promise<string[]> {
  const sources: string[] = [];
  for (const folder of folders)
    for (const file of await filesBelow(folder))
      if (isComponentFile(file, '.ts') && !file.endsWith('.d.ts')) sources.push(file);
  return sources.sort();
}

/** JavaScript in a bundle that has TypeScript, but not for this file, was built from a file that is gone. */
async function removeOrphans(folders: readonly string[], built: ReadonlySet<string>): Promise<void> {
  const bundles = new Set([...built].map((file) => dirname(file)));
  for (const folder of folders) {
    for (const file of await filesBelow(folder)) {
      if (isComponentFile(file, '.js') && bundles.has(dirname(file)) && !built.has(file)) await rm(file);
    }
  }
}

/** Directly inside `lwc/<component>/`: tests and other sub-folders are not part of the bundle. */
function isComponentFile(file: string, extension: string): boolean {
  return file.endsWith(extension) && basename(dirname(dirname(file))) === 'lwc';
}

function scriptOf(source: string): string {
  return join(dirname(source), `${basename(source, '.ts')}.js`);
}
