import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, extname } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL, URL } from 'node:url';

const folder = fileURLToPath(new URL('../../node_modules/.cache/typescript/', import.meta.url));
const require = createRequire(import.meta.url);
/** tsx transpiles with it. */
const esbuild = createRequire(require.resolve('tsx')).resolve('esbuild');
const { version } = createRequire(esbuild)('esbuild/package.json');

/**
 * Components leave the extension of a file out when they import it, as the platform wants it.
 * @type {import('node:module').ResolveHook}
 */
export function resolve(specifier, context, nextResolve) {
  const leftOut = specifier.startsWith('.') && extname(specifier) === '' && context.parentURL?.endsWith('.ts') === true;
  return nextResolve(leftOut ? `${specifier}.ts` : specifier, context);
}

/**
 * Loads TypeScript as JavaScript without its types; what has the same text is transpiled once.
 * @type {import('node:module').LoadHook}
 */
export async function load(url, context, nextLoad) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
  const path = fileURLToPath(url);
  return { format: 'module', source: await codeOf(path, readFileSync(path, 'utf8')), shortCircuit: true };
}

/**
 * @param {string} path
 * @param {string} text
 */
async function codeOf(path, text) {
  const name = basename(path);
  const hash = createHash('sha256').update(`${version}\n${name}\n${text}`).digest('hex').slice(0, 32);
  const kept = `${folder}${hash}.js`;
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const code = await transpile(path, text);
    keep(kept, code);
    return code;
  }
}

/**
 * @param {string} path
 * @param {string} text
 */
async function transpile(path, text) {
  const { transform } = await import(pathToFileURL(esbuild).href);
  const { code } = await transform(text, {
    loader: 'ts',
    format: 'esm',
    target: 'node20',
    sourcefile: basename(path),
    sourcemap: 'inline',
    sourcesContent: false,
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } }
  });
  return code;
}

/**
 * A file appears only when it is complete; where nothing can be kept, the next start takes its time again.
 * @param {string} path
 * @param {string} code
 */
function keep(path, code) {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, code);
    renameSync(`${path}.${process.pid}`, path);
  } catch {
    // The folder is read-only, or full.
  }
}
