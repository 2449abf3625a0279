import { createMatcher } from '../../force-app/routing/lwc/yetiMatcher/yetiMatcher.ts';
import { systemClock, type Clock } from '../../local-org/src/clock/clock.ts';
import { defaultDeployOptions, deploy } from '../../local-org/src/deploy/index.ts';
import { openOrg } from '../../local-org/src/open.ts';
import type { LiveOrg } from '../../local-org/src/org.ts';
import { faultsOf } from './deployReport.ts';

export interface MemoryOrg {
  readonly org: LiveOrg;
  readonly adminId: string;
}

/**
 * An org in memory with packages deployed, for what needs no server.
 *
 * @param zips metadata-format packages, in their order
 * @throws Error with all faults if one does not deploy
 */
export async function memoryOrg(...zips: readonly Uint8Array[]): Promise<MemoryOrg> {
  return memoryOrgAt(systemClock, ...zips);
}

/** The same, with a clock of one's own. */
export async function memoryOrgAt(clock: Clock, ...zips: readonly Uint8Array[]): Promise<MemoryOrg> {
  const org = openOrg({ folder: ':memory:', createMatcher, clock });
  const adminId = String(org.store.get('SELECT "Id" AS id FROM "User" ORDER BY "Id" LIMIT 1')?.['id']);
  for (const zip of zips) {
    const result = await deploy(org, zip, defaultDeployOptions, adminId);
    if (!result.success) throw new Error(faultsOf(result).join('\n'));
  }
  return { org, adminId };
}
