import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { loadComplaints } from '../scripts/complaints/load.ts';
import { connectLocal } from '../scripts/lib/connection.ts';
import { batches, createAll } from '../scripts/lib/ensure.ts';
import { startOrg } from '../scripts/local/running.ts';
import { measureCasePage } from './casePage.ts';
import { atLeast, atMost, median, type Measurement } from './measurement.ts';

const many = 50_000;
const few = 50;
const interactionsInAll = 100_000;

/** An org with 100,000 interactions, half of them one customer's: loading, the timeline's page, memory, the case page in a browser. */
export async function measureLargeOrg(): Promise<readonly Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-large-'));
  const org = await startOrg({ folder, parameters: ['--no-data', '--no-watch'] });
  try {
    const connection = await connectLocal(folder);
    const loading = await measureLoading(connection);
    const busy = await customerWith(connection, 'Busy', many);
    const quiet = await customerWith(connection, 'Quiet', few);
    await customerWith(connection, 'Everybody', interactionsInAll - many - few);

    const busyPage = await median(() => firstPage(connection, busy));
    const quietPage = await median(() => firstPage(connection, quiet));
    const { queries, sources } = await queriesOfPage(connection, busy);
    const memory = megabytesOf(org.process.pid);
    const page = await measureCasePage(connection, org.url, { busy, quiet });
    return [
      loading,
      atMost(
        `timeline page, customer with ${String(many)} interactions ÷ customer with ${String(few)}`,
        busyPage / quietPage,
        1.5,
        ''
      ),
      atMost(
        `timeline page, customer with ${String(many)} interactions (not a target of its own)`,
        busyPage,
        1000,
        'ms'
      ),
      atMost(`queries a timeline page needs, ${String(sources)} sources`, queries, 2 * sources + 2, ''),
      atMost('server memory with 100,000 interactions', memory, 400, 'MB'),
      ...page
    ];
  } finally {
    await org.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureLoading(connection: Connection): Promise<Measurement> {
  const begin = performance.now();
  const { created } = await loadComplaints(connection, { scale: 1, onProgress: () => undefined });
  return atLeast(
    'complaints through jsforce, triggers on, all rows counted',
    created / ((performance.now() - begin) / 1000),
    1_000,
    'rows/s'
  );
}

/** A contact with that many interactions, the newest an hour ago and each a minute older than the one before. */
async function customerWith(connection: Connection, lastName: string, interactions: number): Promise<string> {
  const [contactId] = (await createAll(connection, 'Contact', [{ LastName: lastName }], () => lastName)).values();
  if (contactId === undefined) throw new Error(`${lastName} was not created`);
  const newest = Date.now() - 3_600_000;
  const rows = Array.from({ length: interactions }, (_, index) => ({
    Contact__c: contactId,
    Channel__c: index % 3 === 0 ? 'Chat' : 'Messenger',
    Direction__c: index % 2 === 0 ? 'Inbound' : 'Outbound',
    Occurred_At__c: new Date(newest - index * 60_000).toISOString(),
    Subject__c: `Message ${String(index)}`,
    Body__c: `Message ${String(index)} of ${lastName}`,
    External_Id__c: `bench|${lastName}-${String(index)}`
  }));
  for (const batch of batches(rows))
    await createAll(connection, 'Yeti_Interaction__c', batch, (row) => String(row['External_Id__c']));
  return contactId;
}

/** What the component asks for first. */
async function firstPage(connection: Connection, recordId: string): Promise<void> {
  const answer = await connection.request<{ returnValue: { items: unknown[] } }>({
    method: 'POST',
    url: '/services/apex/YetiTimelineController/getPage',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      params: { recordId, filter: { scope: 'customer', channels: [], directions: [], pageSize: 25 }, cursor: null }
    })
  });
  if (answer.returnValue.items.length !== 25)
    throw new Error(`The page has ${String(answer.returnValue.items.length)} items, not 25`);
}

/** Counts the queries in the org itself; anonymous Apex can only tell by failing. */
async function queriesOfPage(connection: Connection, recordId: string): Promise<{ queries: number; sources: number }> {
  const { exceptionMessage } = await connection.tooling.executeAnonymous(`
    YetiTimelineController.getPage('${recordId}', new YetiTimelineFilter(), null);
    throw new IllegalArgumentException(String.valueOf(Limits.getQueries()));`);
  const queries = Number(/(\d+)$/.exec(exceptionMessage ?? '')?.[1]);
  const { totalSize } = await connection.query('SELECT Id FROM Yeti_Timeline_Source__mdt WHERE Active__c = true');
  return { queries, sources: totalSize };
}

function megabytesOf(pid: number | undefined): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
