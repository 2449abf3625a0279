import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectLocal } from '../scripts/lib/connection.ts';
import { startOrg } from '../scripts/local/running.ts';

const parameters = ['--no-data', '--no-watch'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'killed-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it('a killed org has all it answered as saved, nothing of what it did not answer, and starts again by itself', async () => {
  const org = await startOrg({ folder, parameters });
  const connection = await connectLocal(folder);
  const answered: string[] = [];
  const loading = (async () => {
    for (let request = 0; ; request++) {
      const records = Array.from({ length: 200 }, (_, row) => ({
        LastName: `Request ${String(request)}`,
        Description: String(row)
      }));
      const results = await connection.sobject('Contact').create(records, { allOrNone: true });
      for (const result of results) if (result.success) answered.push(result.id);
    }
  })().catch(() => undefined);
  await expect.poll(() => answered.length, { timeout: 20_000 }).toBeGreaterThan(1_000);
  org.process.kill('SIGKILL');
  await once(org.process, 'exit');
  await loading;

  const again = await startOrg({ folder, parameters });
  try {
    const after = await connectLocal(folder);
    const { records } = await after.query<{ Id: string; LastName: string }>('SELECT Id, LastName FROM Contact', {
      autoFetch: true,
      maxFetch: 200_000
    });
    const saved = new Set(records.map(({ Id }) => Id));
    expect(answered.filter((id) => !saved.has(id))).toEqual([]);
    const perRequest = new Map<string, number>();
    for (const { LastName } of records) perRequest.set(LastName, (perRequest.get(LastName) ?? 0) + 1);
    expect([...perRequest.values()].filter((count) => count !== 200)).toEqual([]);
  } finally {
    await again.stop();
  }
}, 120_000);

it('a second process is told who has the org', async () => {
  const org = await startOrg({ folder, parameters });
  try {
    await expect(startOrg({ folder, parameters })).rejects.toThrow(/in use by process \d+/);
  } finally {
    await org.stop();
  }
});
