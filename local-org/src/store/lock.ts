import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OrgError } from '../errors.ts';

/** What this process holds open. A killed process may leave a pid file that names our own pid (containers reuse them). */
const heldHere = new Set<string>();

/**
 * Makes this process the owner of an org's folder, by a pid file.
 * @returns gives the folder free again
 * @throws OrgError if a living process owns it
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'org.pid');
  const owner = readOwner(file);
  if (heldHere.has(file) || (owner !== undefined && owner.pid !== process.pid && isRunning(owner)))
    throw new OrgError(
      'ORG_IN_USE',
      `The local org in ${folder} is in use by process ${owner?.pid ?? process.pid}; use the address that process printed, or stop it first`
    );
  writeFileSync(file, `${process.pid} ${startOf(process.pid)}\n`);
  heldHere.add(file);
  return () => {
    heldHere.delete(file);
    rmSync(file, { force: true });
  };
}

interface Owner {
  readonly pid: number;
  readonly start: string;
}

function readOwner(file: string): Owner | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const [pid = '', start = ''] = text.trim().split(' ');
  return /^\d+$/.test(pid) ? { pid: Number(pid), start } : undefined;
}

function isRunning(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return owner.start === startOf(owner.pid);
}

/** When a process started, so that a reused pid is not taken for its old owner; empty where the system doesn't tell. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
