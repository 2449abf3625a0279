import { createHash } from 'node:crypto';
import type { MetadataFile } from '../schema/types.ts';
import type { SqlValue, Store } from '../store/index.ts';

/** A deployed file and the hash of its content. */
export type StoredFile = MetadataFile & { readonly hash: string };

/** All files that are deployed, as the schema reads them: in the order of their first deployment, which it relies on. */
export function storedMetadata(store: Store): StoredFile[] {
  return store.all('SELECT type, fullName, file, content, hash FROM metadata ORDER BY rowid').map(storedFile);
}

/** The same for a schema: of code, markup and images it wants to know only that they are there. */
export function storedForSchema(store: Store): StoredFile[] {
  return store
    .all(
      `SELECT type, fullName, file, hash, CASE WHEN type IN ('ApexClass', 'ApexTrigger', 'LightningComponentBundle', 'StaticResource')
       AND file NOT LIKE '%-meta.xml' THEN '' ELSE content END AS content FROM metadata ORDER BY rowid`
    )
    .map(storedFile);
}

/** The files of one component. */
export function componentFiles(store: Store, type: string, fullName: string): StoredFile[] {
  return store
    .all('SELECT type, fullName, file, content, hash FROM metadata WHERE type = ? AND fullName = ?', [type, fullName])
    .map(storedFile);
}

function storedFile(row: Record<string, SqlValue>): StoredFile {
  const file = String(row['file']);
  return {
    type: String(row['type']),
    fullName: String(row['fullName']),
    file,
    content: Buffer.from(String(row['content']), isBinary(file) ? 'base64' : 'utf8'),
    hash: String(row['hash'])
  };
}

/** Makes these the files of a component; one that was there keeps its place. None: the component goes. */
export function storeFiles(store: Store, type: string, fullName: string, files: readonly MetadataFile[]): void {
  const known = store.all('SELECT file FROM metadata WHERE type = ? AND fullName = ?', [type, fullName]);
  for (const { file } of known) {
    if (!files.some((kept) => kept.file === file))
      store.run('DELETE FROM metadata WHERE type = ? AND file = ?', [type, String(file)]);
  }
  for (const { file, content } of files) {
    const text = Buffer.from(content).toString(isBinary(file) ? 'base64' : 'utf8');
    store.run(
      `INSERT INTO metadata (type, fullName, file, content, hash) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (type, fullName, file) DO UPDATE SET content = excluded.content, hash = excluded.hash`,
      [type, fullName, file, text, hashOf(content)]
    );
  }
}

/** Tells two contents apart. */
export function hashOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('base64url');
}

function isBinary(file: string): boolean {
  return file.endsWith('.resource');
}
