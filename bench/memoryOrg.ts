import { strToU8, zipSync } from 'fflate';
import { defaultDeployOptions, deploy } from '../local-org/src/deploy/index.ts';
import { openOrg } from '../local-org/src/open.ts';
import type { LiveOrg } from '../local-org/src/org.ts';

export interface MemoryOrg {
  readonly org: LiveOrg;
  readonly adminId: string;
}

/**
 * An org in memory, for what is measured without HTTP.
 *
 * @param files metadata by path in the package, `package.xml` included
 */
export async function memoryOrg(files: Readonly<Record<string, string>>): Promise<MemoryOrg> {
  const org = openOrg({ folder: ':memory:' });
  const adminId = String(org.store.get('SELECT "Id" AS id FROM "User" ORDER BY "Id" LIMIT 1')?.['id']);
  const zip = zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
  const result = await deploy(org, zip, defaultDeployOptions, adminId);
  if (!result.success) throw new Error(JSON.stringify(result.details.componentFailures));
  return { org, adminId };
}

/** A manifest of one type. */
export function manifest(type: string, ...members: readonly string[]): string {
  const names = members.map((member) => `<members>${member}</members>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?><Package xmlns="http://soap.sforce.com/2006/04/metadata"><types>${names}<name>${type}</name></types><version>65.0</version></Package>`;
}
