import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Writes a build's files, each with its compressed form beside it, into a folder that appears only when it is complete. */
export function writeFolder(folder: string, files: Iterable<readonly string[]>): void {
  const working = `${folder}.${process.pid}`;
  rmSync(working, { recursive: true, force: true });
  for (const [name = '', text = ''] of files) {
    const path = join(working, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    writeFileSync(`${path}.gz`, gzipSync(text));
  }
  if (existsSync(folder)) rmSync(working, { recursive: true });
  else renameSync(working, folder);
}
