import type { Store } from './types.ts';

/** One deployed file. Binary content rests as base64. */
export interface MetadataFile {
  readonly type: string;
  readonly fullName: string;
  readonly file: string;
  readonly content: string;
  readonly hash: string;
}

export const METADATA_TABLES = `
  CREATE TABLE metadata (
    type TEXT NOT NULL, fullName TEXT NOT NULL, file TEXT NOT NULL, content TEXT NOT NULL, hash TEXT NOT NULL,
    PRIMARY KEY (type, fullName, file)
  );
  CREATE TABLE apex_image (id INTEGER PRIMARY KEY CHECK (id = 1), content TEXT NOT NULL);`;

/** All deployed files, or those of one type, in the order of their names. */
export function readMetadata(store: Store, type?: string): MetadataFile[] {
  const rows = store.all(
    `SELECT type, fullName, file, content, hash FROM metadata ${type === undefined ? '' : 'WHERE type = ?'} ORDER BY type, fullName, file`,
    type === undefined ? [] : [type]
  );
  return rows.map((row) => ({
    type: String(row['type']),
    fullName: String(row['fullName']),
    file: String(row['file']),
    content: String(row['content']),
    hash: String(row['hash'])
  }));
}

/** Writes a deployed file, over the one of the same type, name and path. */
export function writeMetadata(store: Store, file: MetadataFile): void {
  store.run('INSERT OR REPLACE INTO metadata (type, fullName, file, content, hash) VALUES (?, ?, ?, ?, ?)', [
    file.type,
    file.fullName,
    file.file,
    file.content,
    file.hash
  ]);
}

/** Removes all files of a component. @returns whether there was one */
export function deleteMetadata(store: Store, type: string, fullName: string): boolean {
  return store.run('DELETE FROM metadata WHERE type = ? AND fullName = ?', [type, fullName]) > 0;
}

/** The compiled Apex as JSON; undefined in an org where nothing was compiled yet. */
export function readApexImage(store: Store): string | undefined {
  const content = store.get('SELECT content FROM apex_image WHERE id = 1')?.['content'];
  return typeof content === 'string' ? content : undefined;
}

/** Replaces the compiled Apex. */
export function writeApexImage(store: Store, content: string): void {
  store.run('INSERT OR REPLACE INTO apex_image (id, content) VALUES (1, ?)', [content]);
}
