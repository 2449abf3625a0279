import { isEmpEnabled, subscribe, unsubscribe } from 'lightning/empApi';
import type { Thread } from 'c/yetiTimelineModel';

const CHANNEL = '/event/Yeti_Interaction_Arrived__e';
const NEW_ONLY = -1;

/** Whose interaction arrived. */
export interface Arrival {
  readonly contactId: string | undefined;
  readonly caseId: string | undefined;
}

/**
 * Tells of each interaction that arrives, where the org publishes them and the browser can hear them.
 *
 * @returns what ends it
 */
export async function hearArrivals(onArrival: (arrival: Arrival) => void): Promise<() => void> {
  if (!(await isEmpEnabled())) return () => undefined;
  const subscription = await subscribe(CHANNEL, NEW_ONLY, ({ data }) => {
    const { Contact_Id__c: contactId, Case_Id__c: caseId } = data.payload;
    onArrival({ contactId: textOf(contactId), caseId: textOf(caseId) });
  });
  return () => {
    unsubscribe(subscription, () => undefined);
  };
}

/** Whether what arrived may belong to a timeline: the org says which of it does. */
export function concerns({ contactId, caseId }: Arrival, recordId: string | undefined, thread: Thread): boolean {
  const isOfRecord = recordId !== undefined && [contactId, caseId].includes(recordId);
  const isOfContact = thread.contacts.some(({ Id }) => Id === contactId);
  return (
    isOfRecord ||
    isOfContact ||
    thread.items.some((item) => isSame(item.contactId, contactId) || isSame(item.caseId, caseId))
  );
}

function isSame(one: string | null | undefined, other: string | undefined): boolean {
  return other !== undefined && one === other;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
