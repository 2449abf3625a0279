import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { OrgError } from '../errors.ts';
import { lockFolder } from './lock.ts';
import { METADATA_TABLES } from './metadata.ts';
import { damaged, SqliteStore } from './sqlite.ts';
import type { Store } from './types.ts';

/** Raised whenever an older database can no longer be read as it is. */
const VERSION = 1;

/**
 * Opens the database in a folder (made if missing), or one in memory for `:memory:`.
 * @throws OrgError if another process holds it, or if it is damaged or of another version
 */
export function openStore(folder: string): Store {
  if (folder === ':memory:') return prepared(new SqliteStore(folder), folder);
  const unlock = ownFolder(folder);
  const file = join(folder, 'org.db');
  // SQLite's own lock is a folder that a killed process leaves behind; the pid file says that nobody is there.
  rmSync(`${file}.lock`, { recursive: true, force: true });
  try {
    return prepared(new SqliteStore(file, unlock), file);
  } catch (error) {
    unlock();
    throw error;
  }
}

function ownFolder(folder: string): () => void {
  try {
    mkdirSync(folder, { recursive: true });
    return lockFolder(folder);
  } catch (error) {
    if (error instanceof OrgError || !(error instanceof Error)) throw error;
    throw new OrgError(
      'FOLDER_UNUSABLE',
      `The folder ${folder} can't hold the org's database (${error.message}); make it writable or choose another one`
    );
  }
}

function prepared(store: Store, file: string): Store {
  try {
    const version = store.get('PRAGMA user_version')?.['user_version'];
    const isEmpty = store.get('SELECT count(*) AS n FROM sqlite_schema')?.['n'] === 0;
    if (isEmpty) store.transaction(() => store.exec(`${METADATA_TABLES} PRAGMA user_version = ${VERSION};`));
    else if (version === 0) throw damaged(file);
    else if (version !== VERSION)
      throw new OrgError(
        'DATABASE_VERSION',
        `The database ${file} has version ${version}, this local org needs version ${VERSION}; run \`npm run org:reset\` to start with an empty org (its data is lost)`
      );
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}
