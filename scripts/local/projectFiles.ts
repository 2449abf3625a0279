import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { filesBelow } from '../lib/files.ts';

/**
 * The hash of each file that is part of a package. The sources of components are built before: what an org takes is the JavaScript
 * beside them.
 */
export async function hashProject(folders: readonly string[]): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const folder of folders) {
    for (const file of await filesBelow(folder)) {
      if (isIgnored(file)) continue;
      hashes[file] = createHash('sha256')
        .update(await readFile(file))
        .digest('base64url');
    }
  }
  return hashes;
}

/** As `.forceignore` has it. */
function isIgnored(file: string): boolean {
  const name = basename(file);
  return (
    name.endsWith('.ts') || file.includes('__tests__') || ['tsconfig.json', 'jsconfig.json', 'README.md'].includes(name)
  );
}
