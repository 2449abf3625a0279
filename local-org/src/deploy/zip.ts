import { Unzip, UnzipInflate } from 'fflate';
import { OrgError } from '../errors.ts';

/** The platform's own limits on a deployment. */
const platformLimits = { files: 10_000, bytes: 400 * 1024 * 1024 };

/** The files of a package by path, the folder around package.xml taken off. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks a metadata-format zip. Stops as soon as it grows past the limits, so that a small zip can't fill the memory.
 * @throws OrgError if it is no zip, too large, or a path leads outside the package
 */
export function unpackPackage(zip: Uint8Array, limits = platformLimits): PackageFiles {
  const files = unzip(zip, limits);
  const root = rootOf(files);
  const inside = new Map<string, Uint8Array>();
  for (const [path, content] of files) {
    if (path.startsWith(root)) inside.set(path.slice(root.length), content);
  }
  return inside;
}

function unzip(zip: Uint8Array, limits: typeof platformLimits): Map<string, Uint8Array> {
  if (zip.length < 22 || zip[0] !== 0x50 || zip[1] !== 0x4b)
    throw new OrgError('INVALID_FILE', 'The package is no zip file');
  const files = new Map<string, Uint8Array>();
  let total = 0;
  let started = 0;
  let finished = 0;
  const unzipper = new Unzip((file) => {
    if (file.name.endsWith('/')) return;
    started++;
    if (started > limits.files) throw new OrgError('LIMIT_EXCEEDED', `The package has more than ${limits.files} files`);
    const path = safePath(file.name);
    if (files.has(path)) throw new OrgError('INVALID_FILE', `The package holds ${path} twice`);
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, final) => {
      if (error instanceof OrgError) throw error;
      if (error) throw new OrgError('INVALID_FILE', `The package's file ${path} can't be unpacked: ${error.message}`);
      total += chunk.length;
      if (total > limits.bytes) {
        throw new OrgError('LIMIT_EXCEEDED', `The package unpacks to more than ${limits.bytes / 1024 / 1024} MB`);
      }
      chunks.push(chunk);
      if (!final) return;
      finished++;
      files.set(path, chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks));
    };
    file.start();
  });
  unzipper.register(UnzipInflate);
  // In pieces: one push would inflate a whole file before its size can be held against the limit.
  const step = 64 * 1024;
  try {
    for (let offset = 0; offset < zip.length; offset += step) {
      unzipper.push(zip.subarray(offset, offset + step), offset + step >= zip.length);
    }
  } catch (error) {
    if (error instanceof OrgError) throw error;
    throw new OrgError(
      'INVALID_FILE',
      `The package can't be unpacked: ${error instanceof Error ? error.message : String(error)}`
    );
  }
  if (finished !== started) throw new OrgError('INVALID_FILE', 'The package ends in the middle of a file');
  return files;
}

function safePath(name: string): string {
  const path = name.replaceAll('\\', '/');
  const parts = path.split('/');
  if (
    path.startsWith('/') ||
    /^[A-Za-z]:/.test(path) ||
    path.includes('\0') ||
    parts.includes('..') ||
    parts.includes('')
  ) {
    throw new OrgError('INVALID_FILE', `The path ${JSON.stringify(name)} leads outside the package`);
  }
  return parts.filter((part) => part !== '.').join('/');
}

/** package.xml lies at the root or inside the one folder around everything. */
function rootOf(files: ReadonlyMap<string, Uint8Array>): string {
  if (files.has('package.xml')) return '';
  const manifests = [...files.keys()].filter((path) => /^[^/]+\/package\.xml$/.test(path));
  const [manifest] = manifests;
  if (manifests.length !== 1 || manifest === undefined) {
    throw new OrgError(
      'INVALID_FILE',
      'No package.xml found: a package is a zip with package.xml at its root or in its only folder'
    );
  }
  return manifest.slice(0, manifest.indexOf('/') + 1);
}
