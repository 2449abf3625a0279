import type { Connection } from 'jsforce';
import { colleagues } from '../../sample/company/people.ts';
import { stories as tellStories } from '../../sample/company/stories/index.ts';
import { batches, ensureChildren, ensureRecords, type ChildKind, type Kind, type NewRecord } from '../lib/ensure.ts';
import { Progress } from '../lib/progress.ts';
import { withoutRouting } from '../lib/withoutRouting.ts';
import { Company } from './company.ts';
import { accountRow, consentRow, contactRow, identityRow } from './customers.ts';
import { assetRow, ensureGoods, ensureOrders } from './goods.ts';
import type { Language } from './language.ts';
import { auditRow, factRow, legalNoteRow, pinRow, promiseRow, systemEventRow } from './ledgers.ts';
import type { Moments } from './moments.ts';
import { ordinaryStories } from './ordinary.ts';
import { ensureRouting } from './routing.ts';
import type { InteractionOf, Story } from './story.ts';
import { caseRow, commentRow, emailRow, eventRow, handoverRow, interactionRow, taskRow } from './threads.ts';
import { yarnOfAges } from './yarn.ts';

export interface SampleOptions {
  readonly moments: Moments;
  readonly seed: number;
  readonly language: Language;
  /** Whether the customer with 50,000 interactions is loaded too. */
  readonly scale: boolean;
  /** @param done interactions looked after, of `total` */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface SampleResult {
  readonly customers: number;
  readonly interactions: number;
  /** Records that were not in the org before, of all kinds. */
  readonly created: number;
}

/** Everything that is told about the sample company: the same from the same seed. */
export function companyStories({ seed, scale }: Pick<SampleOptions, 'seed' | 'scale'>): Story[] {
  return [...tellStories, ...ordinaryStories(seed), ...(scale ? [yarnOfAges(seed)] : [])];
}

/**
 * Loads the sample company. What is there already stays untouched, so running it again, also in the other language, or after it was
 * cut off, adds only what is missing.
 */
export async function loadSample(connection: Connection, options: SampleOptions): Promise<SampleResult> {
  // What happened long ago is not routed again.
  return withoutRouting(connection, () => load(connection, options));
}

async function load(connection: Connection, options: SampleOptions): Promise<SampleResult> {
  const stories = companyStories(options);
  const company = new Company(options.moments, options.language);
  await company.meetUsers(connection, new Map(colleagues.map(({ key, username }) => [key, username])));

  let created = await ensureGoods(connection, company);
  const ensure = async (kind: Kind, records: readonly NewRecord[]) => {
    const ensured = await ensureRecords(connection, kind, records);
    company.know(kind.object, ensured.ids);
    created += ensured.created;
  };
  const ensureOf = async (kind: ChildKind, records: readonly NewRecord[]) => {
    created += await ensureChildren(connection, kind, records, (text) => company.translations(text));
  };
  const all = <T>(pick: (story: Story) => readonly T[] | undefined) => stories.flatMap((story) => pick(story) ?? []);
  const withAccount = <T>(pick: (story: Story) => readonly T[] | undefined) =>
    stories.flatMap((story) => (pick(story) ?? []).map((each) => ({ ...each, account: story.account.key })));

  await ensure(
    keyed('Account'),
    stories.map(({ account }) => accountRow(account))
  );
  await ensure(
    keyed('Contact'),
    stories.flatMap((story) => story.contacts.map((contact) => contactRow(company, contact, story)))
  );
  await ensure(
    { object: 'Yeti_Identity__c', keyField: 'Key__c' },
    all(({ identities }) => identities).map((identity) => identityRow(company, identity))
  );
  await ensure(
    external('Yeti_Consent__c'),
    all(({ consents }) => consents).map((consent) => consentRow(company, consent))
  );
  await ensure(
    keyed('Case'),
    stories.flatMap((story) => (story.cases ?? []).map((one) => caseRow(company, one, story)))
  );

  const interactions = inOrder(
    company,
    all((story) => story.interactions)
  );
  let done = 0;
  for (const batch of batches(interactions)) {
    const ensured = await ensureRecords(
      connection,
      external('Yeti_Interaction__c'),
      batch.map((one) => interactionRow(company, one))
    );
    company.know(
      'Yeti_Interaction__c',
      new Map(batch.map(({ key, channel }) => [key, ensured.ids.get(`${channel}|${key}`) ?? '']))
    );
    created += ensured.created;
    done += batch.length;
    options.onProgress?.(done, interactions.length);
  }

  await ensure(
    { object: 'EmailMessage', keyField: 'MessageIdentifier' },
    all(({ emails }) => emails).map((email) => emailRow(company, email))
  );
  await ensureOf(
    { object: 'Task', parent: 'WhatId', text: 'Subject' },
    all(({ tasks }) => tasks).map((task) => taskRow(company, task))
  );
  await ensureOf(
    { object: 'Event', parent: 'WhatId', text: 'Subject' },
    all(({ events }) => events).map((event) => eventRow(company, event))
  );
  await ensureOf(
    { object: 'CaseComment', parent: 'ParentId', text: 'CommentBody' },
    all(({ comments }) => comments).map((comment) => commentRow(company, comment))
  );
  await ensure(
    external('Yeti_Handover__c'),
    all(({ handovers }) => handovers).map((handover) => handoverRow(company, handover))
  );
  created += await ensureOrders(
    connection,
    company,
    withAccount(({ orders }) => orders)
  );
  await ensure(
    { object: 'Asset', keyField: 'SerialNumber' },
    withAccount(({ assets }) => assets).map((asset) => assetRow(company, asset))
  );
  await ensure(
    external('Yeti_Promise__c'),
    all(({ promises }) => promises).map((promise) => promiseRow(company, promise))
  );
  await ensure(
    external('Yeti_Fact__c'),
    all(({ facts }) => facts).map((fact) => factRow(company, fact))
  );
  await ensure(
    { object: 'Yeti_Pin__c', keyField: 'Item_Id__c' },
    all(({ pins }) => pins).map((pin) => pinRow(company, pin))
  );
  await ensureOf(
    { object: 'Yeti_Audit__c', parent: 'Contact__c', text: 'Subject__c' },
    all(({ audits }) => audits).map((audit) => auditRow(company, audit))
  );
  await ensure(
    keyed('Sample_System_Event__c'),
    all(({ systemEvents }) => systemEvents).map((event) => systemEventRow(company, event))
  );
  await ensure(
    keyed('Sample_Legal_Note__c'),
    all(({ legalNotes }) => legalNotes).map((note) => legalNoteRow(company, note))
  );
  created += await ensureRouting(connection, (key) => company.userId(key), options.moments);
  return { customers: all(({ contacts }) => contacts).length, interactions: interactions.length, created };
}

/** Loads with a line of progress at the terminal. */
export async function loadSampleWithProgress(
  connection: Connection,
  options: Omit<SampleOptions, 'onProgress'>
): Promise<SampleResult> {
  let progress: Progress | undefined;
  return loadSample(connection, {
    ...options,
    onProgress: (done, total) => {
      progress ??= new Progress('Loading the sample company', total);
      progress.update(done);
    }
  });
}

function keyed(object: string): Kind {
  return { object, keyField: 'Sample_Key__c' };
}

function external(object: string): Kind {
  return { object, keyField: 'External_Id__c' };
}

/** Oldest first, as they came: what arrives later may settle what came before. */
function inOrder(company: Company, interactions: readonly InteractionOf[]): InteractionOf[] {
  return interactions
    .map((interaction) => ({ interaction, at: company.moments.at(interaction.at) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map(({ interaction }) => interaction);
}
