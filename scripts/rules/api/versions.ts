import type { Connection } from 'jsforce';
import { quoted } from '../../lib/ensure.ts';
import { parseDocument } from './document.ts';

/** One version of the rules as the org lists it. */
export interface Version {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly status: 'Draft' | 'Active' | 'Archived';
  readonly rules: number;
  readonly notes: string;
  readonly activatedAt: string | null;
}

interface VersionRow {
  readonly Id: string;
  readonly Name: string;
  readonly Version__c: number;
  readonly Status__c: Version['status'];
  readonly Rule_Count__c: number | null;
  readonly Notes__c: string | null;
  readonly Activated_At__c: string | null;
}

/** All versions, the newest first. */
export async function versions(connection: Connection): Promise<Version[]> {
  const { records } = await connection.query<VersionRow>(
    `SELECT Id, Name, Version__c, Status__c, Rule_Count__c, Notes__c, Activated_At__c FROM Yeti_Rule_Set__c WHERE Object__c = 'Case' ORDER BY Version__c DESC`,
    { autoFetch: true, maxFetch: 10_000 }
  );
  return records.map((row) => ({
    id: row.Id,
    version: row.Version__c,
    name: row.Name,
    status: row.Status__c,
    rules: row.Rule_Count__c ?? 0,
    notes: row.Notes__c ?? '',
    activatedAt: row.Activated_At__c
  }));
}

/**
 * The version that a person means.
 *
 * @param selector `active`, `draft` (the newest), `3`, `v3` or an id
 * @throws Error that says which versions there are
 */
export function pick(all: readonly Version[], selector: string): Version {
  const wanted = selector.toLowerCase();
  const number = /^v?(\d+)$/.exec(wanted)?.[1];
  const found = all.find(
    ({ id, version, status }) =>
      status.toLowerCase() === wanted || (number !== undefined && version === Number(number)) || id === selector
  );
  if (found !== undefined) return found;
  const there =
    all.length === 0
      ? 'there are no versions'
      : `there are ${all.map(({ version, status }) => `v${String(version)} (${status})`).join(', ')}`;
  throw new Error(`The org has no version "${selector}" of the rules: ${there}.`);
}

/** Whether a word names a version of the org rather than a file. */
export function isSelector(word: string): boolean {
  return /^(active|draft|archived|v?\d+|[a-zA-Z0-9]{15}|[a-zA-Z0-9]{18})$/i.test(word);
}

/** The document of a version: its parts in their order. */
export async function documentOf(connection: Connection, { id, version }: Version): Promise<unknown> {
  const { records } = await connection.query<{ Body__c: string | null }>(
    `SELECT Body__c FROM Yeti_Rule_Set_Part__c WHERE Rule_Set__c = ${quoted(id)} ORDER BY Order__c`,
    { autoFetch: true }
  );
  return parseDocument(records.map(({ Body__c }) => Body__c ?? '').join(''), `v${String(version)}`);
}
