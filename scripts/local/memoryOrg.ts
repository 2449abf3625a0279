import { defaultDeployOptions, deploy } from '../../local-org/src/deploy/index.ts';
import { openOrg } from '../../local-org/src/open.ts';
import type { LiveOrg } from '../../local-org/src/org.ts';
import { faultsOf } from './deployReport.ts';

export interface MemoryOrg {
  readonly org: LiveOrg;
  readonly adminId: string;
}

/**
 * An org in memory with a package deployed, for what needs no server.
 *
 * @param zip a metadata-format package
 * @throws Error with all faults if the package does not deploy
 */
export async function memoryOrg(zip: Uint8Array): Promise<MemoryOrg> {
  const org = openOrg({ folder: ':memory:' });
  const adminId = String(org.store.get('SELECT "Id" AS id FROM "User" ORDER BY "Id" LIMIT 1')?.['id']);
  const result = await deploy(org, zip, defaultDeployOptions, adminId);
  if (!result.success) throw new Error(faultsOf(result).join('\n'));
  return { org, adminId };
}
