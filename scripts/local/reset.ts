import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { localFolder } from '../lib/connection.ts';
import { fail } from '../lib/fail.ts';

/** What an org consists of; the built console beside it can stay. */
const parts = [
  'org.db',
  'org.db-wal',
  'org.db-journal',
  'org.db.lock',
  'org.pid',
  'session.json',
  'deployed.json',
  'prepared.json',
  'setup.txt'
];

/** `npm run org:reset`: the next start begins with an empty org. */
async function main(): Promise<void> {
  const pid = Number((await readFile(join(localFolder, 'org.pid'), 'utf8').catch(() => '')).split(' ')[0]);
  if (pid > 0 && isRunning(pid)) throw new Error(`The local org is running (process ${String(pid)}): stop it first.`);
  for (const part of parts) await rm(join(localFolder, part), { recursive: true, force: true });
  console.log('The local org is empty. "npm start" makes a new one.');
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

main().catch(fail);
