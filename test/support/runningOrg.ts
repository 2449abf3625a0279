import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startOrg } from '../../scripts/local/running.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a local org with the package and the complaints, for all tests of the project. */
    orgUrl: string;
    /** Its folder: session.json is there. */
    orgFolder: string;
  }
}

/** One local org for all tests that look at the whole: an empty folder, started the way a newcomer starts it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'local-org-'));
  const org = await startOrg({ folder });
  project.provide('orgUrl', org.url);
  project.provide('orgFolder', folder);
  return async () => {
    await org.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
