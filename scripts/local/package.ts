import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { DeployResult } from '../../local-org/src/deploy/types.ts';
import { Kept } from '../../local-org/src/kept.ts';
import { typescriptLoader } from '../../local-org/src/loader.ts';
import { componentsOf, withDestructive } from './manifest.ts';
import { hashProject } from './projectFiles.ts';
import { quickPackage } from './quickPackage.ts';
import { type DeployTarget, sendPackage } from './sendPackage.ts';

const largestPackage = 200 * 1024 * 1024;

export interface DeployProjectOptions {
  /** Told while the deployment runs. */
  readonly onProgress?: (result: DeployResult) => void;
}

/** What the org has of this project: the hash of each source file, and its components as package.xml named them. */
const deployedProject = z.object({
  files: z.record(z.string(), z.string()),
  components: z.array(z.object({ type: z.string(), name: z.string() }))
});

const program = join(import.meta.dirname, 'converter.ts');

const kept = new Kept<Uint8Array>(
  'packages',
  [program, '.forceignore', 'sfdx-project.json'].map((file) => pathToFileURL(file))
);

/**
 * Converts source folders into a metadata-format zip; what was converted before is kept. Folders outside of this project come and go:
 * none of theirs is kept.
 * @throws Error with what the converter said
 */
export async function convertProject(folders: readonly string[]): Promise<Uint8Array> {
  if (folders.some((folder) => isAbsolute(folder))) return convert(folders);
  const name = folders.join(' ');
  const content = JSON.stringify(await hashProject(folders));
  const known = kept.find(name, content);
  if (known) return known;
  const zip = await convert(folders);
  // Somebody may have edited a file meanwhile.
  if (JSON.stringify(await hashProject(folders)) === content) kept.keep(name, content, zip);
  return zip;
}

/** In another process: what the conversion loads takes 240 MB. */
async function convert(folders: readonly string[]): Promise<Uint8Array> {
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', typescriptLoader, program, ...folders],
      {
        encoding: 'buffer',
        maxBuffer: largestPackage
      }
    );
    return stdout;
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Error(`The project can't be made into a package: ${said}`, { cause: error });
  }
}

/**
 * Deploys what changed in these folders since the last success; nothing is converted or sent if nothing did.
 * Components that are gone from the folders are deleted from the org.
 * @param folder the local org's own folder, where it is noted what the org has
 * @returns the result, or undefined if there was nothing to deploy
 */
export async function deployProject(
  target: DeployTarget,
  folder: string,
  folders: readonly string[],
  { onProgress }: DeployProjectOptions = {}
): Promise<DeployResult | undefined> {
  const { before, files, changed, gone } = await changesOf(folder, folders);
  if (changed.length === 0 && !gone) return undefined;
  const isFirst = before.components.length === 0;
  const quick = gone || isFirst ? undefined : await quickPackage(changed);
  const zip = quick ?? (await convertProject(folders));
  const named = componentsOf(zip);
  const components = quick ? union(before.components, named) : named;
  const result = await sendPackage(target, quick ?? withDestructive(zip, before.components, named), onProgress);
  if (result.success) await writeFile(noteIn(folder), JSON.stringify({ files, components }));
  return result;
}

/** Whether the org in that folder has these folders as they are now. */
export async function isDeployed(folder: string, folders: readonly string[]): Promise<boolean> {
  const { changed, gone } = await changesOf(folder, folders);
  return changed.length === 0 && !gone;
}

/** What the org has, what the folders hold, and in which files they differ. */
async function changesOf(folder: string, folders: readonly string[]) {
  const before = deployedProject.parse(
    JSON.parse(await readFile(noteIn(folder), 'utf8').catch(() => '{"files":{},"components":[]}'))
  );
  const files = await hashProject(folders);
  const changed = Object.keys(files).filter((file) => before.files[file] !== files[file]);
  const gone = Object.keys(before.files).some((file) => files[file] === undefined);
  return { before, files, changed, gone };
}

function noteIn(folder: string): string {
  return join(folder, 'deployed.json');
}

function union<T extends { readonly type: string; readonly name: string }>(
  some: readonly T[],
  more: readonly T[]
): T[] {
  return [
    ...new Map([...some, ...more].map((component) => [`${component.type}:${component.name}`, component])).values()
  ];
}
