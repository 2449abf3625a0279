import { setTimeout as pause } from 'node:timers/promises';
import type { DeployResult } from '../../local-org/src/deploy/types.ts';

/** Where to deploy to: a connection of jsforce is one. */
export interface DeployTarget {
  readonly instanceUrl: string;
  readonly accessToken?: string | null;
}

interface DeployAnswer {
  readonly id: string;
  readonly deployResult: DeployResult;
}

const apiVersion = '65.0';
/** Short at first: an edited component is there in less than a second. */
const shortestPause = 40;
const longestPause = 500;

/** Deploys a metadata-format zip over the Metadata REST API and waits for its end. @throws Error if the org refuses the request */
export async function sendPackage(
  { instanceUrl, accessToken }: DeployTarget,
  zip: Uint8Array,
  onProgress?: (result: DeployResult) => void
): Promise<DeployResult> {
  const url = `${instanceUrl.replace(/\/$/, '')}/services/data/v${apiVersion}/metadata/deployRequest`;
  const headers = { authorization: `Bearer ${accessToken ?? ''}` };
  const form = new FormData();
  form.append('entity_content', JSON.stringify({ deployOptions: { rollbackOnError: true, singlePackage: true } }));
  form.append('file', new Blob([new Uint8Array(zip)], { type: 'application/zip' }), 'package.zip');
  let answer = await request(url, { method: 'POST', headers, body: form });
  for (let wait = shortestPause; !answer.deployResult.done; wait = Math.min(wait * 1.5, longestPause)) {
    await pause(wait);
    answer = await request(`${url}/${answer.id}?includeDetails=true`, { headers });
    onProgress?.(answer.deployResult);
  }
  return answer.deployResult;
}

async function request(url: string, init: RequestInit): Promise<DeployAnswer> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`The org refused the deployment (${String(response.status)}): ${text}`);
  return JSON.parse(text);
}
