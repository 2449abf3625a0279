import { expect, test } from 'vitest';
import { memoryOrg, type MemoryOrg } from './memoryOrg.ts';
import { orgPackages } from './orgSettings.ts';
import { buildProject } from './build.ts';
import { convertProject } from './package.ts';
import { packageFolders } from './packages.ts';

const rowsOf = ({ org }: MemoryOrg, query: string): unknown[] =>
  org.soql.query(query, { access: 'system' }).rows.map(({ values }) => Object.values(values)[0]);

test(
  'the set-up deploys in its order and brings the channel, statuses, queues and skills',
  { timeout: 120_000 },
  async () => {
    const memory = await memoryOrg(...(await orgPackages()));
    expect(memory.org.omni.enabled).toBe(true);
    expect(rowsOf(memory, 'SELECT RelatedEntity FROM ServiceChannel')).toEqual(['Case']);
    expect(rowsOf(memory, 'SELECT DeveloperName FROM ServicePresenceStatus ORDER BY DeveloperName')).toEqual([
      'Available',
      'Break'
    ]);
    expect(
      rowsOf(memory, `SELECT DeveloperName FROM Group WHERE Type = 'Queue' AND QueueRoutingConfigId != NULL`)
    ).toEqual([]);
    expect(
      rowsOf(
        memory,
        `SELECT DeveloperName FROM Skill WHERE DeveloperName IN ('Polish', 'Apparel') ORDER BY DeveloperName`
      )
    ).toEqual(['Apparel', 'Polish']);
  }
);

test('the package deploys where Omni-Channel is off, and cases are saved there', { timeout: 180_000 }, async () => {
  await buildProject();
  const memory = await memoryOrg(await convertProject(await packageFolders()));
  expect(memory.org.omni.enabled).toBe(false);
  const saved = memory.org.transact(memory.adminId, () =>
    memory.org.records.save('insert', [{ type: 'Case', values: { Subject: 'Help' } }], {
      access: 'system',
      allOrNone: true
    })
  );
  expect(saved).toMatchObject([{ success: true }]);
  await memory.org.events.idle();
  expect(rowsOf(memory, 'SELECT Subject FROM Case')).toEqual(['Help']);
});
