import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';

/** Where everything is that is kept; `npm ci` removes it together with the dependencies that made it. */
export const keptFolder = fileURLToPath(new URL('../../node_modules/.cache/kept/', import.meta.url));

/** What npm has installed, dependency by dependency. */
const installed = new URL('../../node_modules/.package-lock.json', import.meta.url);

const keyLength = 32;

/**
 * Values that take long to make, kept on disk for later processes: one file a name, so that what it held before goes. Found is only what
 * the same sources and dependencies made of the same text. A file appears only when it is complete, so several processes may keep at
 * the same time.
 */
export class Kept<Value> {
  readonly #folder: string;
  /** Of the makers, as this process loads them; what they are edited to later makes nothing here. */
  readonly #version: string | undefined;

  /**
   * @param kind a name of its own for these values
   * @param makers the files, or folders of files, that make them
   */
  constructor(kind: string, makers: readonly URL[]) {
    this.#folder = join(keptFolder, kind);
    this.#version = versionOf(makers);
  }

  /** What was made of this text under this name, if it is still what its makers would make. */
  find(name: string, text: string): Value | undefined {
    if (this.#version === undefined) return undefined;
    try {
      const content = readFileSync(this.#fileOf(name));
      if (content.toString('latin1', 0, keyLength) !== hashOf([this.#version, text])) return undefined;
      // The key says that this class wrote it.
      return deserialize(content.subarray(keyLength)) as Value;
    } catch {
      return undefined;
    }
  }

  /** Keeps a value; where nothing can be kept, it is made again. */
  keep(name: string, text: string, value: Value): void {
    if (this.#version === undefined) return;
    const file = this.#fileOf(name);
    const working = `${file}.${String(process.pid)}`;
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(working, Buffer.concat([Buffer.from(hashOf([this.#version, text]), 'latin1'), serialize(value)]));
      renameSync(working, file);
    } catch {
      // The folder is read-only, or full.
    }
  }

  #fileOf(name: string): string {
    return join(this.#folder, hashOf([name]));
  }
}

/** Undefined where they can't be read: then it is not known whether they changed. */
function versionOf(makers: readonly URL[]): string | undefined {
  try {
    return hashOf([process.version, ...[installed, ...makers].map((url) => fileURLToPath(url)).flatMap(textsOf)]);
  } catch {
    return undefined;
  }
}

function textsOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [readFileSync(path, 'utf8')];
  return readdirSync(path)
    .sort()
    .map((file) => readFileSync(join(path, file), 'utf8'));
}

function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, keyLength);
}
