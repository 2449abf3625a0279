import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { typescriptLoader } from '../../loader.ts';
import type { BuildProgress } from '../types.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);

/** How many modules the base components have; only for the progress line. */
const MODULES = 930;

/** Where the built parts are: engine and base components, and the shell with the platform modules. */
export interface VendorFolders {
  readonly root: string;
  readonly base: string;
  readonly shell: string;
}

/** Where all that is built rests. */
export function vendorRoot(folder: string): string {
  return join(folder, 'vendor');
}

/** Names the folders by what they are built of; they need not exist yet. */
function vendorFolders(folder: string): VendorFolders {
  const root = vendorRoot(folder);
  const base = hashOf(['lwc', 'lightning-base-components', '@salesforce-ux/design-system-2'].map(versionOf), [
    ...['vendorBuild', 'lwcPlugin', 'baseComponents', 'icons', 'output'].map((name) => join(HERE, `${name}.ts`))
  ]);
  const shell = hashOf([base], [join(HERE, 'shellBuild.ts'), ...sourcesIn(join(HERE, '..', 'shell'))]);
  return { root, base: `base-${base}`, shell: `shell-${shell}` };
}

const running = new Map<string, Promise<VendorFolders>>();

/** Builds what is missing below `<folder>/vendor` and removes what older versions left there. Asked twice, it builds once. */
export function buildVendor(folder: string, onProgress: BuildProgress = () => undefined): Promise<VendorFolders> {
  const known = running.get(folder);
  if (known) return known;
  const building = buildMissing(vendorFolders(folder), onProgress).finally(() => running.delete(folder));
  running.set(folder, building);
  return building;
}

async function buildMissing(folders: VendorFolders, onProgress: BuildProgress): Promise<VendorFolders> {
  const missing = [folders.base, folders.shell].filter((name) => !existsSync(join(folders.root, name)));
  await Promise.all(missing.map((name) => build(name, folders, onProgress)));
  if (missing.length > 0) removeOlder(folders);
  onProgress(1, 'console');
  return folders;
}

async function build(name: string, folders: VendorFolders, onProgress: BuildProgress): Promise<void> {
  const isBase = name === folders.base;
  const child = fork(join(HERE, 'vendorProcess.ts'), [isBase ? 'base' : 'shell', join(folders.root, name)], {
    execArgv: ['--import', typescriptLoader],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc']
  });
  let errors = '';
  child.stderr?.on('data', (text: Buffer) => (errors += text.toString()));
  child.on('message', (done) => onProgress(Math.min(0.99, Number(done) / MODULES), 'base components'));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0)
    throw new Error(`The console's ${isBase ? 'base components' : 'shell'} could not be built: ${errors.trim()}`);
}

function removeOlder({ root, base, shell }: VendorFolders): void {
  for (const name of readdirSync(root)) {
    const current = name.startsWith(base) || name.startsWith(shell);
    if (/^(base|shell)-/.test(name) && !current) rmSync(join(root, name), { recursive: true, force: true });
  }
}

function versionOf(name: string): string {
  const manifest =
    name === 'lwc' ? require.resolve('lwc').replace(/index\.\w+$/, 'package.json') : `${name}/package.json`;
  return (
    readFileSync(name === 'lwc' ? manifest : require.resolve(manifest), 'utf8').match(/"version": *"([^"]+)"/)?.[1] ??
    ''
  );
}

function hashOf(texts: readonly string[], files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text}\n`);
  for (const file of files) hash.update(`${basename(file)}\n`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

function sourcesIn(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files.filter((file) => /\.(ts|html|css)$/.test(file)).map((file) => join(folder, file));
}
