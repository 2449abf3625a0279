import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { DeployResult } from '../../local-org/src/deploy/types.ts';
import { filesBelow } from '../lib/files.ts';
import { quickPackage } from './quickPackage.ts';

const apiVersion = '65.0';
const largestPackage = 200 * 1024 * 1024;

/** Where to deploy to: a connection of jsforce is one. */
export interface DeployTarget {
  readonly instanceUrl: string;
  readonly accessToken?: string | null;
}

export interface DeployProjectOptions {
  /** Told while the deployment runs. */
  readonly onProgress?: (result: DeployResult) => void;
}

/** What was deployed last from this project: the hash of each source file. */
const deployedFiles = z.record(z.string(), z.string());
type Hashes = z.output<typeof deployedFiles>;

/**
 * Converts source folders into a metadata-format zip. In another process: what the conversion loads takes 240 MB.
 * @throws Error with what the converter said
 */
export async function convertProject(folders: readonly string[]): Promise<Uint8Array> {
  const program = join(import.meta.dirname, 'converter.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program, ...folders], {
    encoding: 'buffer',
    maxBuffer: largestPackage
  });
  return stdout;
}

/**
 * Deploys what changed in these folders since the last success; nothing is converted or sent if nothing did.
 * @param folder the local org's own folder, where the hashes of what it has rest
 * @returns the result, or undefined if there was nothing to deploy
 */
export async function deployProject(
  target: DeployTarget,
  folder: string,
  folders: readonly string[],
  { onProgress }: DeployProjectOptions = {}
): Promise<DeployResult | undefined> {
  const store = join(folder, 'deployed.json');
  const before = deployedFiles.parse(JSON.parse(await readFile(store, 'utf8').catch(() => '{}')));
  const after = await hashProject(folders);
  const changed = Object.keys(after).filter((file) => before[file] !== after[file]);
  const gone = Object.keys(before).filter((file) => after[file] === undefined);
  if (changed.length === 0 && gone.length === 0) return undefined;
  const quick = gone.length === 0 && Object.keys(before).length > 0 ? await quickPackage(changed) : undefined;
  const result = await sendPackage(target, quick ?? (await convertProject(folders)), onProgress);
  if (result.success) await writeFile(store, JSON.stringify(after));
  return result;
}

/** Deploys a metadata-format zip over the Metadata REST API and waits for its end. */
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
  while (!answer.deployResult.done) {
    await pause(100);
    answer = await request(`${url}/${answer.id}?includeDetails=true`, { headers });
    onProgress?.(answer.deployResult);
  }
  return answer.deployResult;
}

interface DeployAnswer {
  readonly id: string;
  readonly deployResult: DeployResult;
}

async function request(url: string, init: RequestInit): Promise<DeployAnswer> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`The org refused the deployment (${response.status}): ${text}`);
  return JSON.parse(text);
}

/** The sources of components are built before: what an org takes is the JavaScript beside them. */
async function hashProject(folders: readonly string[]): Promise<Hashes> {
  const hashes: Hashes = {};
  for (const folder of folders) {
    for (const file of await filesBelow(folder)) {
      if (isIgnored(file)) continue;
      hashes[file] = createHash('sha256')
        .update(await readFile(file))
        .digest('base64url');
    }
  }
  return hashes;
}

/** As `.forceignore` has it. */
function isIgnored(file: string): boolean {
  return (
    file.endsWith('.ts') ||
    file.includes('__tests__') ||
    ['tsconfig.json', 'jsconfig.json', 'README.md'].includes(basename(file))
  );
}
