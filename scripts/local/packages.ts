import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const project = z.object({ packageDirectories: z.array(z.object({ path: z.string() })) });

/** The folders that are deployed, as sfdx-project.json names them. */
export async function packageFolders(): Promise<string[]> {
  const { packageDirectories } = project.parse(JSON.parse(await readFile('sfdx-project.json', 'utf8')));
  return packageDirectories.map(({ path }) => path);
}
