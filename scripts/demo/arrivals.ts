import type { Connection } from 'jsforce';
import { peopleOf } from '../complaints/people.ts';
import { accountOf, contactOf } from '../complaints/load.ts';
import type { Complaint } from '../complaints/read.ts';
import { caseOf, submissionOf, type CaseIds } from '../complaints/thread.ts';
import { batches, createAll, ensureRecords, type NewRecord } from '../lib/ensure.ts';

/** A complaint that is about to arrive. */
export interface Arrival {
  /** When it came, milliseconds since 1970. */
  readonly at: number;
  /** The case it becomes: new, and of now. */
  readonly row: NewRecord;
  /** What stands in the thread of the case: what the customer sent; nothing where somebody else sent it. */
  readonly thread: (caseId: string) => readonly NewRecord[];
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
      const contactId = contacts.ids.get(person) ?? '';
      const accountId = accounts.ids.get(person) ?? '';
      const { CreatedDate, Complaint_Key__c, ...row } = caseOf(complaint, contactId, accountId);
      return {
        at: Date.parse(String(CreatedDate)),
        key: Complaint_Key__c,
        row: { ...row, Status: 'New' },
        thread: (caseId: string) => submissionNow(complaint, { caseId, contactId, accountId })
      };
    })
    .sort((a, b) => a.at - b.at || String(a.key).localeCompare(String(b.key)))
    .map(({ at, row, thread }) => ({ at, row, thread }));
}

/** Lets complaints arrive: the cases, and in their threads what the customers sent. */
export async function arrive(connection: Connection, arrivals: readonly Arrival[]): Promise<void> {
  for (const batch of batches(arrivals)) {
    const places = new Map(batch.map(({ row }, index) => [row, String(index)]));
    const ids = await createAll(
      connection,
      'Case',
      batch.map(({ row }) => row),
      (row) => places.get(row) ?? ''
    );
    const submissions = batch.flatMap(({ thread }, index) => thread(ids.get(String(index)) ?? ''));
    await createAll(connection, 'Yeti_Interaction__c', submissions, ({ Subject__c }) => String(Subject__c));
  }
}

/** Of now, and without the name by which the file is loaded only once: it arrives with every run. */
function submissionNow(complaint: Complaint, ids: CaseIds): NewRecord[] {
  const submission = submissionOf(complaint, ids);
  return submission ? [{ ...submission, External_Id__c: null, Occurred_At__c: new Date().toISOString() }] : [];
}
