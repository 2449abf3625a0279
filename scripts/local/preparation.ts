import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What has been put into the local org that lives in a folder. */
const preparation = z.object({
  people: z.boolean(),
  /** How often the complaints were loaded. */
  complaints: z.number(),
  /** Whether the sample company was loaded. */
  sample: z.boolean().default(false)
});

export type Preparation = z.output<typeof preparation>;

/** What the org in that folder already has; nothing if it is new. */
export async function readPreparation(folder: string): Promise<Preparation> {
  const text = await readFile(file(folder), 'utf8').catch(() => '{"people":false,"complaints":0,"sample":false}');
  return preparation.parse(JSON.parse(text));
}

/** Remembers what the org in that folder has by now. */
export async function writePreparation(folder: string, done: Preparation): Promise<void> {
  await writeFile(file(folder), JSON.stringify(done));
}

function file(folder: string): string {
  return join(folder, 'prepared.json');
}
