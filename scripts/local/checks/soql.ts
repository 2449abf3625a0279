import { readFile } from 'node:fs/promises';
import type { Problem } from '../../../local-org/src/errors.ts';
import type { Schema } from '../../../local-org/src/schema/index.ts';
import { filesBelow } from '../../lib/files.ts';
import { problemsInApex } from './soqlInApex.ts';
import { problemsInSources } from './soqlInSources.ts';

/**
 * Checks every query that can be found without running anything: `[SELECT …]` in Apex, query texts put together in Apex, and the
 * rows of custom metadata that name objects and fields. Objects, fields and relationships exist and may stand where they stand.
 */
export async function checkSoql(packageFolders: string[], schema: Schema): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const folder of packageFolders) {
    for (const file of await filesBelow(folder)) {
      if (/\.(cls|trigger)$/.test(file)) problems.push(...problemsInApex(file, await readFile(file, 'utf8'), schema));
      else if (/\.md(-meta\.xml)?$/.test(file) && file.includes('customMetadata'))
        problems.push(...problemsInSources(file, await readFile(file, 'utf8'), schema));
    }
  }
  return problems;
}
