import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { metadataType } from '../../local-org/src/deploy/index.ts';
import { filesBelow } from '../lib/files.ts';
import { faultsOf } from './deployReport.ts';
import { componentsOf, manifestOf } from './manifest.ts';
import { convertProject } from './package.ts';
import { type DeployTarget, sendPackage } from './sendPackage.ts';

/** What is set up in an org and never packaged: Omni-Channel with its skills and queues; the sample's besides. */
const folders = ['config/org', 'sample/org'];

/** The order in which the platform wants Omni-Channel set up. */
const order: readonly (readonly string[])[] = [
  ['Settings'],
  ['ServiceChannel'],
  ['QueueRoutingConfig'],
  ['Queue'],
  ['ServicePresenceStatus'],
  ['PresenceDeclineReason', 'PresenceUserConfig'],
  ['Skill'],
  ['CustomObject', 'CompactLayout']
];

/** The packages that set an org up, in the order in which they are deployed. */
export async function orgPackages(): Promise<Uint8Array[]> {
  const whole = await convertProject(folders);
  const components = componentsOf(whole);
  const files = Object.entries(unzipSync(whole));
  return order.flatMap((types) => {
    const named = components.filter(({ type }) => types.includes(type));
    if (named.length === 0) return [];
    const inside = types.map((type) => `${metadataType(type)?.folder ?? type}/`);
    const kept = files.filter(([path]) => inside.some((start) => path.startsWith(start)));
    const manifest = new TextEncoder().encode(manifestOf(named));
    return [zipSync({ ...Object.fromEntries(kept), 'package.xml': manifest })];
  });
}

/**
 * Sets the running local org up, unless it is as these files say.
 * @param folder the local org's own folder, where it is noted what the org has
 * @throws Error with what does not deploy
 */
export async function deployOrgSettings(target: DeployTarget, folder: string): Promise<void> {
  if (await isOrgSetUp(folder)) return;
  for (const zip of await orgPackages()) {
    const result = await sendPackage(target, zip);
    if (!result.success) throw new Error(['The org can not be set up:', ...faultsOf(result)].join('\n  '));
  }
  await writeFile(noteIn(folder), await hashOfAll());
}

/** Whether the org in that folder is set up as the files say. */
export async function isOrgSetUp(folder: string): Promise<boolean> {
  return (await readFile(noteIn(folder), 'utf8').catch(() => '')) === (await hashOfAll());
}

function noteIn(folder: string): string {
  return join(folder, 'setup.txt');
}

async function hashOfAll(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of (await filesBelow(folder)).sort()) hash.update(file).update(await readFile(file));
  }
  return hash.digest('base64url');
}
