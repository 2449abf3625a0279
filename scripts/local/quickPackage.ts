import { zipSync } from 'fflate';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { filesBelow } from '../lib/files.ts';
import { manifestOf } from './manifest.ts';

interface Part {
  readonly type: 'ApexClass' | 'ApexTrigger' | 'LightningComponentBundle';
  readonly name: string;
  /** Path in the project → path in the package. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * A package of a few changed components, made without a conversion: Apex and Lightning components look the same in a project and in a
 * package. Of any other file, and of one without its component, undefined: then the project has to be converted.
 */
export async function quickPackage(changed: readonly string[]): Promise<Uint8Array | undefined> {
  const parts = new Map<string, Part>();
  for (const file of changed) {
    const part = apexOf(file) ?? (await bundleOf(file));
    if (!part) return undefined;
    parts.set(`${part.type}:${part.name}`, part);
  }
  const zip: Record<string, Uint8Array> = { 'package.xml': new TextEncoder().encode(manifestOf([...parts.values()])) };
  for (const { files } of parts.values()) {
    for (const [file, path] of files) zip[path] = await readFile(file);
  }
  return zipSync(zip);
}

function apexOf(file: string): Part | undefined {
  const code = file.replace(/-meta\.xml$/, '');
  const meta = `${code}-meta.xml`;
  const [, name, suffix] = /^(\w+)\.(cls|trigger)$/.exec(basename(code)) ?? [];
  if (name === undefined || !existsSync(code) || !existsSync(meta)) return undefined;
  const folder = suffix === 'cls' ? 'classes' : 'triggers';
  return {
    type: suffix === 'cls' ? 'ApexClass' : 'ApexTrigger',
    name,
    files: new Map([code, meta].map((path) => [path, `${folder}/${basename(path)}`]))
  };
}

async function bundleOf(file: string): Promise<Part | undefined> {
  const folder = /^(.*[\\/]lwc[\\/]\w+)[\\/]/.exec(file)?.[1];
  if (folder === undefined || basename(dirname(folder)) !== 'lwc') return undefined;
  const name = basename(folder);
  if (!existsSync(join(folder, `${name}.js-meta.xml`))) return undefined;
  const files = (await filesBelow(folder)).filter((path) => !path.endsWith('.ts') && !path.includes('__tests__'));
  return {
    type: 'LightningComponentBundle',
    name,
    files: new Map(files.map((path) => [path, `lwc/${name}/${path.slice(folder.length + 1).replaceAll('\\', '/')}`]))
  };
}
