import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rollup, type Plugin } from 'rollup';
import { baseComponents } from './baseComponents.ts';
import { lwcFiles, type ComponentFiles } from './lwcPlugin.ts';
import { writeFolder } from './output.ts';
import { CONSOLE_MODULES, CONTEXT_MODULES, contextModule } from './platformModules.ts';

const SHELL = join(dirname(fileURLToPath(import.meta.url)), '..', 'shell').replaceAll('\\', '/');
const BOOT = `${SHELL}/boot.ts`;

/** Builds the shell's components and the console's platform modules into a folder that appears only when complete. */
export async function buildShellInto(folder: string): Promise<void> {
  const modules = [...CONTEXT_MODULES, ...CONSOLE_MODULES];
  const bundle = await rollup({
    input: { boot: BOOT, ...Object.fromEntries(modules.map((name) => [name, name])) },
    preserveEntrySignatures: 'strict',
    onwarn(warning) {
      if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
    },
    plugins: [shellModules(), lwcFiles(shellFiles())]
  });
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    hoistTransitiveImports: false,
    manualChunks: chunkOf
  });
  writeFolder(folder, [
    ...output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])),
    ['shell.css', readFileSync(`${SHELL}/shell.css`, 'utf8')]
  ]);
}

/** The base components ask for the user's context, and the shell uses them: so the context must stand alone. */
function chunkOf(id: string): string | undefined {
  if (id === BOOT) return undefined;
  return /\/platform\/console\/(context|locale|texts\/base)\.ts$/.test(id) ? 'context' : 'shell';
}

/** Where a console module's source is: `lightning/x` and `@console/x` below `platform/`. */
function sourceOf(specifier: string): string | undefined {
  const path = `${SHELL}/platform/${specifier.replace('@', '')}.ts`;
  return existsSync(path) ? path : undefined;
}

function shellModules(): Plugin {
  return {
    name: 'shell-modules',
    resolveId(id) {
      if (id === 'lwc' || baseComponents().includes(id)) return { id, external: true };
      if (id.startsWith('shell/')) return componentFile(id.slice('shell/'.length));
      if (id.startsWith('@salesforce/i18n/') || id.startsWith('@salesforce/client/')) return `\0${id}`;
      return sourceOf(id) ?? null;
    },
    load(id) {
      if (!id.startsWith('\0@salesforce/')) return null;
      const [kind = '', name = ''] = id.slice('\0@salesforce/'.length).split('/');
      return contextModule(kind, name);
    }
  };
}

function componentFile(name: string): string {
  return `${SHELL}/lwc/${name}/${name}.ts`;
}

function shellFiles(): ComponentFiles {
  return {
    read: (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
    component(path) {
      const name = path.startsWith(`${SHELL}/lwc/`) ? path.slice(`${SHELL}/lwc/`.length).split('/')[0] : '';
      return name ? { namespace: 'shell', name } : undefined;
    }
  };
}
