import type { Connection } from 'jsforce';
import { Progress } from '../lib/progress.ts';
import { withoutRouting } from '../lib/withoutRouting.ts';
import { batches, ensureChildren, ensureRecords, type NewRecord } from '../lib/ensure.ts';
import { peopleOf, type Person } from './people.ts';
import { readComplaints, type Complaint } from './read.ts';
import { caseOf, commentsOf, emailsOf, interactionsOf, tasksOf, type CaseIds } from './thread.ts';

export interface LoadOptions {
  /** How often the whole file is loaded, each time as complaints of their own. */
  readonly scale: number;
  /** @param done records looked after, of `total` */
  readonly onProgress: (done: number, total: number) => void;
}

export interface LoadResult {
  readonly complaints: number;
  /** Records that were not in the org before, of all kinds. */
  readonly created: number;
}

/**
 * Loads the real complaints with everything that belongs to them. What is there already stays untouched, so running it again, or after
 * it was cut off, adds only what is missing.
 */
export async function loadComplaints(connection: Connection, options: LoadOptions): Promise<LoadResult> {
  // They were answered years ago: nobody is asked to take them.
  return withoutRouting(connection, () => load(connection, options));
}

async function load(connection: Connection, options: LoadOptions): Promise<LoadResult> {
  const complaints = await readComplaints(options.scale);
  const peopleByComplaint = peopleOf(complaints);
  const people = [...new Map([...peopleByComplaint.values()].map((person) => [person.key, person])).values()];
  const total = people.length * 2 + complaints.length;
  let done = 0;
  const progress = (rows: number) => {
    done += rows;
    options.onProgress(done, total);
  };

  const accounts = await ensureRecords(
    connection,
    { object: 'Account', keyField: 'Complaint_Key__c' },
    people.map(accountOf),
    progress
  );
  const contacts = await ensureRecords(
    connection,
    { object: 'Contact', keyField: 'Complaint_Key__c' },
    people.map((person) => contactOf(person, idOf(accounts.ids, person.key))),
    progress
  );
  let created = accounts.created + contacts.created;
  for (const batch of batches(complaints)) {
    const withPeople = batch.map((complaint) => {
      const person = peopleByComplaint.get(complaint.key);
      if (person === undefined) throw new Error(`Complaint ${complaint.key} has no person`);
      return {
        complaint,
        person,
        contactId: idOf(contacts.ids, person.key),
        accountId: idOf(accounts.ids, person.key)
      };
    });
    created += await loadBatch(connection, withPeople);
    progress(batch.length);
  }
  return { complaints: complaints.length, created };
}

interface WithPerson {
  readonly complaint: Complaint;
  readonly person: Person;
  readonly contactId: string;
  readonly accountId: string;
}

async function loadBatch(connection: Connection, batch: readonly WithPerson[]): Promise<number> {
  const cases = await ensureRecords(
    connection,
    { object: 'Case', keyField: 'Complaint_Key__c' },
    batch.map(({ complaint, contactId, accountId }) => caseOf(complaint, contactId, accountId))
  );
  const withIds = batch.map((entry) => ({
    ...entry,
    ids: { caseId: idOf(cases.ids, entry.complaint.key), contactId: entry.contactId, accountId: entry.accountId }
  }));
  const recordsOf = (make: (entry: WithPerson & { ids: CaseIds }) => NewRecord[]) => withIds.flatMap(make);

  const interactions = await ensureRecords(
    connection,
    { object: 'Yeti_Interaction__c', keyField: 'External_Id__c' },
    recordsOf(({ complaint, ids }) => interactionsOf(complaint, ids))
  );
  return (
    cases.created +
    interactions.created +
    (await ensureChildren(
      connection,
      { object: 'EmailMessage', parent: 'ParentId', text: 'Subject' },
      recordsOf(({ complaint, person, ids }) => emailsOf(complaint, person, ids))
    )) +
    (await ensureChildren(
      connection,
      { object: 'Task', parent: 'WhatId', text: 'Subject' },
      recordsOf(({ complaint, ids }) => tasksOf(complaint, ids))
    )) +
    (await ensureChildren(
      connection,
      { object: 'CaseComment', parent: 'ParentId', text: 'CommentBody' },
      recordsOf(({ complaint, ids }) => commentsOf(complaint, ids))
    ))
  );
}

export function accountOf(person: Person): NewRecord {
  return {
    Complaint_Key__c: person.key,
    Name: `${person.firstName} ${person.lastName}`,
    Phone: person.phone,
    BillingState: person.state
  };
}

export function contactOf(person: Person, accountId: string): NewRecord {
  return {
    Complaint_Key__c: person.key,
    AccountId: accountId,
    FirstName: person.firstName,
    LastName: person.lastName,
    Email: person.email,
    Phone: person.phone,
    MailingState: person.state
  };
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`${key} is not in the org`);
  return id;
}

/** Loads with a line of progress at the terminal. */
export async function loadWithProgress(connection: Connection, scale: number): Promise<LoadResult> {
  let progress: Progress | undefined;
  return loadComplaints(connection, {
    scale,
    onProgress: (done, total) => {
      progress ??= new Progress('Loading complaints', total);
      progress.update(done);
    }
  });
}
