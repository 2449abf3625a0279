import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openOrg } from '../../src/open.ts';
import { serveOrg, startServer } from '../../src/server.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'org-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const program = `
  import { startServer } from ${JSON.stringify(new URL('../../src/server.ts', import.meta.url).href)};
  const server = await startServer({ folder: process.argv[1], port: 0, console: false });
  console.log(JSON.stringify(server.session));`;

describe('a killed server', () => {
  it('keeps all that was answered, nothing of the rest, and starts again', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, folder], {
      stdio: ['ignore', 'pipe', 'inherit']
    });
    const [line] = await once(createInterface({ input: child.stdout }), 'line');
    const { instanceUrl, accessToken }: Record<string, string> = JSON.parse(String(line));
    const answered = new Set<string>();
    const load = async (lane: number): Promise<void> => {
      for (let batch = 0; ; batch++) {
        const records = Array.from({ length: 50 }, () => ({
          attributes: { type: 'Account' },
          Name: `${String(lane)}-${String(batch)}`
        }));
        const answer = await fetch(`${instanceUrl ?? ''}/services/data/v65.0/composite/sobjects`, {
          method: 'POST',
          headers: { authorization: `Bearer ${accessToken ?? ''}`, 'content-type': 'application/json' },
          body: JSON.stringify({ allOrNone: true, records })
        });
        if (answer.ok) answered.add(`${String(lane)}-${String(batch)}`);
      }
    };
    const lanes = [0, 1, 2].map((lane) => load(lane).catch(() => undefined));
    while (answered.size < 5) await new Promise((resolve) => setTimeout(resolve, 10));
    child.kill('SIGKILL');
    await Promise.all([once(child, 'exit'), ...lanes]);

    const org = openOrg({ folder });
    const counts = new Map(
      org.store
        .all('SELECT "Name" AS name, count(*) AS n FROM "Account" GROUP BY "Name"')
        .map(({ name, n }) => [String(name), n])
    );
    for (const name of answered) expect(counts.get(name)).toBe(50);
    expect([...counts.values()].every((count) => count === 50)).toBe(true);
    org.store.close();
  }, 120_000);
});

describe('starting', () => {
  it('on a port that is taken is refused in one sentence', async () => {
    const first = await startServer({ folder, port: 0, console: false });
    await expect(startServer({ folder: join(folder, 'other'), port: first.port, console: false })).rejects.toThrow(
      `Port ${String(first.port)} is already in use: stop what listens there, or choose another port.`
    );
    await first.close();
  });

  it('in a folder that another server uses, or with a damaged database, is refused in one sentence', async () => {
    const org = openOrg({ folder });
    await expect(startServer({ folder, port: 0, console: false })).rejects.toThrow(/already|in use|running/);
    org.store.close();
    writeFileSync(join(folder, 'org.db'), 'this is no database'.repeat(1000));
    await expect(startServer({ folder, port: 0, console: false })).rejects.toThrow('npm run org:reset');
  });

  it('again finds the org as it was', async () => {
    const first = openOrg({ folder, newOrg: { name: 'Mine', timeZone: 'Europe/Warsaw' } });
    const { organization } = first;
    first.store.close();
    const server = await serveOrg(openOrg({ folder }), { folder, port: 0, console: false });
    expect(server.org.organization).toEqual(organization);
    expect(organization).toMatchObject({ name: 'Mine', timeZone: 'Europe/Warsaw' });
    await server.close();
  });
});
