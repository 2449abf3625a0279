import type { Connection } from 'jsforce';
import { peopleOf } from '../complaints/people.ts';
import { accountOf, contactOf } from '../complaints/load.ts';
import type { Complaint } from '../complaints/read.ts';
import { caseOf } from '../complaints/thread.ts';
import { ensureRecords, type NewRecord } from '../lib/ensure.ts';

/** A complaint that is about to arrive. */
export interface Arrival {
  /** When it came, milliseconds since 1970. */
  readonly at: number;
  /** The case it becomes: new, and of now. */
  readonly row: NewRecord;
}

/** Makes customers of the people who complained, and of their complaints what will arrive, the earliest first. */
export async function arrivalsOf(connection: Connection, complaints: readonly Complaint[]): Promise<Arrival[]> {
  const people = peopleOf(complaints);
  const different = [...new Map([...people.values()].map((person) => [person.key, person])).values()];
  const keyed = (object: string) => ({ object, keyField: 'Complaint_Key__c' });
  const accounts = await ensureRecords(connection, keyed('Account'), different.map(accountOf));
  const contacts = await ensureRecords(
    connection,
    keyed('Contact'),
    different.map((person) => contactOf(person, accounts.ids.get(person.key) ?? ''))
  );
  return complaints
    .map((complaint) => {
      const person = people.get(complaint.key)?.key ?? '';
      const { CreatedDate, Complaint_Key__c, ...row } = caseOf(
        complaint,
        contacts.ids.get(person) ?? '',
        accounts.ids.get(person) ?? ''
      );
      return { at: Date.parse(String(CreatedDate)), row: { ...row, Status: 'New' }, key: Complaint_Key__c };
    })
    .sort((a, b) => a.at - b.at || String(a.key).localeCompare(String(b.key)))
    .map(({ at, row }) => ({ at, row }));
}
