import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from 'jsforce';
import { connectLocal } from '../scripts/lib/connection.ts';
import { batches, createAll } from '../scripts/lib/ensure.ts';
import { startOrg } from '../scripts/local/running.ts';
import { atMost, type Measurement } from './measurement.ts';

const contacts = 50_000;
/** One e-mail address and one phone number a contact. */
const identities = 2 * contacts;
const interactions = 10_000;
const chunk = 200;

interface Cost {
  readonly queries: number;
  readonly statements: number;
}

/** 10,000 inbound interactions whose customers are found among 100,000 identities. */
export async function measureIdentities(): Promise<readonly Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-identities-'));
  const org = await startOrg({ folder, parameters: ['--no-data', '--no-watch'] });
  try {
    const connection = await connectLocal(folder);
    const few = await costOfChunk(connection, 'few');
    await createContacts(connection);
    const { totalSize } = await connection.query('SELECT COUNT() FROM Yeti_Identity__c');
    if (totalSize < identities) throw new Error(`There are ${String(totalSize)} identities, not ${String(identities)}`);
    const many = await costOfChunk(connection, 'many');

    const begin = performance.now();
    await createInteractions(connection);
    const seconds = (performance.now() - begin) / 1000;
    const matched = await connection.query(
      `SELECT COUNT() FROM Yeti_Interaction__c WHERE Identity_Status__c = 'Matched' AND External_Id__c LIKE 'bench-identity|%'`
    );
    if (matched.totalSize !== interactions)
      throw new Error(`${String(matched.totalSize)} of ${String(interactions)} interactions found their customer`);
    return [
      atMost('queries to resolve 200 interactions, 100,000 identities', many.queries, 6, ''),
      atMost('DML to resolve 200 interactions, 100,000 identities', many.statements, 4, ''),
      atMost(
        'queries and DML, 100,000 identities ÷ none',
        (many.queries + many.statements) / (few.queries + few.statements),
        1,
        ''
      ),
      atMost('10,000 interactions saved and resolved (not a target of its own)', seconds, 120, 's')
    ];
  } finally {
    await org.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function createContacts(connection: Connection): Promise<void> {
  const rows = Array.from({ length: contacts }, (_, index) => ({
    LastName: `Bench ${String(index)}`,
    Email: emailOf(index),
    MobilePhone: phoneOf(index)
  }));
  for (const batch of batches(rows)) await createAll(connection, 'Contact', batch, (row) => String(row['Email']));
}

async function createInteractions(connection: Connection): Promise<void> {
  const step = contacts / interactions;
  const rows = Array.from({ length: interactions }, (_, index) => ({
    Channel__c: index % 2 === 0 ? 'SMS' : 'WebForm',
    Direction__c: 'Inbound',
    Occurred_At__c: new Date(Date.now() - index * 60_000).toISOString(),
    Handle__c: index % 2 === 0 ? phoneOf(index * step) : emailOf(index * step).toUpperCase(),
    External_Id__c: `bench-identity|${String(index)}`
  }));
  for (const batch of batches(rows))
    await createAll(connection, 'Yeti_Interaction__c', batch, (row) => String(row['External_Id__c']));
}

/** Counted in the org itself, beside the insert; anonymous Apex can only tell by failing, which also takes the rows back. */
async function costOfChunk(connection: Connection, name: string): Promise<Cost> {
  const { exceptionMessage, compileProblem } = await connection.tooling.executeAnonymous(`
    List<Yeti_Interaction__c> rows = new List<Yeti_Interaction__c>();
    for (Integer i = 0; i < ${String(chunk)}; i++) {
      rows.add(new Yeti_Interaction__c(Channel__c = 'WebForm', Direction__c = 'Inbound', Occurred_At__c = System.now(),
        Handle__c = 'bench' + i + '@example.com', External_Id__c = '${name}|' + i));
    }
    insert rows;
    throw new IllegalArgumentException(Limits.getQueries() + '/' + (Limits.getDmlStatements() - 1));`);
  const [, queries, statements] = /(\d+)\/(\d+)$/.exec(exceptionMessage ?? '') ?? [];
  if (queries === undefined) throw new Error(exceptionMessage ?? compileProblem ?? 'The chunk told no numbers');
  return { queries: Number(queries), statements: Number(statements) };
}

function emailOf(index: number): string {
  return `bench${String(index)}@example.com`;
}

/** Numbers of one Polish block. */
function phoneOf(index: number): string {
  return `+48 500 ${String(100_000 + index).replace(/(\d{3})$/, ' $1')}`;
}
