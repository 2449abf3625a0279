import { join } from 'node:path';

/** Where the console is built: the same place for all tests and for `npm start`, so that a fresh checkout builds it once. */
export const buildFolder = join(import.meta.dirname, '../../../node_modules/.cache/local-org');
