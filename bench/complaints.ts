import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Connection } from 'jsforce';
import { bankAgents, type BankAgent } from '../sample/complaints/agents.ts';
import { readComplaints } from '../scripts/complaints/read.ts';
import { arrivalsOf, type Arrival } from '../scripts/demo/arrivals.ts';
import { ensureBankRules, ensureBankStaff } from '../scripts/demo/bank.ts';
import { connectLocal } from '../scripts/lib/connection.ts';
import { batches, createAll } from '../scripts/lib/ensure.ts';
import { Desk } from '../scripts/local/desk.ts';
import { startOrg } from '../scripts/local/running.ts';
import { atLeast, type Measurement } from './measurement.ts';

const warmUp = 200;
const cases = 1000;
/** Teams like the bank's: together they can take all that come. */
const teams = 16;
/** Milliseconds between two looks, and how long nothing may happen until all is over. */
const pause = 50;
const quiet = 1000;

/** Complaints from being saved to being brought to an agent: event, rules, decision, dispatch, match, owner. */
export async function measureComplaints(): Promise<readonly Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-complaints-'));
  const org = await startOrg({ folder, parameters: ['--no-data', '--no-watch'] });
  try {
    const connection = await connectLocal(folder);
    await ensureBankStaff(connection, manyAgents());
    for (const { username } of manyAgents()) await (await Desk.signIn(connection, username)).setPresence('Online');
    await ensureBankRules(connection);
    const arrivals = await arrivalsOf(connection, (await readComplaints()).slice(0, warmUp + cases));
    await routed(connection, arrivals.slice(0, warmUp), 0);
    const { seconds, brought } = await routed(connection, arrivals.slice(warmUp), warmUp);
    return [
      atLeast('complaints routed end to end in the local org', cases / seconds, 100, 'cases/s'),
      // The others wait until a skill relaxes.
      atLeast('of these brought to an agent at once (not a target of its own)', (100 * brought) / cases, 75, '%')
    ];
  } finally {
    await org.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function manyAgents(): BankAgent[] {
  return Array.from({ length: teams }, (_, team) =>
    bankAgents.map((agent) => ({
      ...agent,
      key: `${agent.key}.${String(team)}`,
      username: `${agent.key}.${String(team)}@bank.example`
    }))
  ).flat();
}

/**
 * Saves cases and waits until each is decided on and Omni-Channel has nothing more to do.
 *
 * @param before how many cases were routed already
 */
async function routed(
  connection: Connection,
  arrivals: readonly Arrival[],
  before: number
): Promise<{ readonly seconds: number; readonly brought: number }> {
  const count = async (query: string) => (await connection.query(query)).totalSize;
  const workBefore = await count('SELECT COUNT() FROM AgentWork');
  const begin = performance.now();
  for (const batch of batches(arrivals))
    await createAll(
      connection,
      'Case',
      batch.map(({ row }) => row),
      () => 'Case'
    );
  let state = '';
  let changed = performance.now();
  let brought = 0;
  while (performance.now() - changed < quiet) {
    const decided = await count('SELECT COUNT() FROM Yeti_Routing_Decision__c WHERE Shadow__c = FALSE');
    brought = (await count('SELECT COUNT() FROM AgentWork')) - workBefore;
    const now = `${String(decided)} ${String(brought)}`;
    if (now !== state || decided < before + arrivals.length) changed = performance.now();
    state = now;
    await sleep(pause);
  }
  return { seconds: (changed - begin) / 1000, brought };
}
