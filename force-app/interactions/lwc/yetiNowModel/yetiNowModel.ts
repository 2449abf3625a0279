import type { TextPart } from 'c/yetiSensitive';
import type { Choice } from 'c/yetiTimelineModel';
import { format } from 'c/yetiMessages';
import labelOrdinalFew from '@salesforce/label/c.Yeti_Ordinal_Few';
import labelOrdinalOne from '@salesforce/label/c.Yeti_Ordinal_One';
import labelOrdinalOther from '@salesforce/label/c.Yeti_Ordinal_Other';
import labelOrdinalTwo from '@salesforce/label/c.Yeti_Ordinal_Two';
import labelAbandoned from '@salesforce/label/c.Yeti_Outcome_Abandoned';
import labelFailed from '@salesforce/label/c.Yeti_Outcome_Failed';
import labelFollowUp from '@salesforce/label/c.Yeti_Outcome_FollowUp';
import labelNoAnswer from '@salesforce/label/c.Yeti_Outcome_NoAnswer';
import labelResolved from '@salesforce/label/c.Yeti_Outcome_Resolved';
import labelTransferred from '@salesforce/label/c.Yeti_Outcome_Transferred';
import labelComplaint from '@salesforce/label/c.Yeti_Promise_Complaint';
import labelCollections from '@salesforce/label/c.Yeti_Purpose_Collections';
import labelMarketing from '@salesforce/label/c.Yeti_Purpose_Marketing';
import labelService from '@salesforce/label/c.Yeti_Purpose_Service';
import labelSurvey from '@salesforce/label/c.Yeti_Purpose_Survey';

// What the org sends. Empty values are null or missing.

export interface Message {
  readonly id: string;
  readonly source: string;
  readonly channel?: string | null;
  readonly occurredAt: string;
  readonly who?: string | null;
  readonly title: string;
  readonly parts: readonly TextPart[];
  readonly field?: string | null;
  readonly truncated: boolean;
  readonly otherCase?: string | null;
  readonly identityStatus?: string | null;
  readonly identityBasis?: string | null;
  readonly authentication?: string | null;
  readonly authenticatedAt?: string | null;
  readonly authenticatedOn: readonly string[];
}

export interface Step {
  readonly id: string;
  readonly channel?: string | null;
  readonly occurredAt: string;
  readonly title?: string | null;
  readonly outcome?: string | null;
}

export interface NextPromise {
  readonly id: string;
  readonly what: string;
  readonly policy?: string | null;
  readonly dueAt: string;
  readonly overdue: boolean;
}

export interface Delivery {
  readonly id: string;
  readonly channel: string;
  readonly status: 'Queued' | 'Failed';
  readonly detail?: string | null;
}

/** What holds for a message on a channel. */
export interface Check {
  readonly channel: string;
  readonly purpose: string;
  readonly forbidden: boolean;
  readonly problem?: string | null;
  readonly consent?: 'Given' | 'Withdrawn' | null;
  readonly consentSource?: string | null;
  readonly consentAt?: string | null;
  readonly statedChannel?: string | null;
  readonly quiet: boolean;
  readonly windowEnd?: string | null;
  readonly recentContacts: number;
  readonly weeklyLimit?: number | null;
}

export interface Now {
  readonly accessible: boolean;
  readonly turn?: 'Ours' | 'Customer' | null;
  readonly turnSince?: string | null;
  readonly waitingSince?: string | null;
  readonly message?: Message | null;
  readonly contactsOfCase?: number | null;
  readonly contactsOfMonth?: number | null;
  readonly capped: boolean;
  readonly tried: readonly Step[];
  readonly callback?: Step | null;
  readonly promise?: NextPromise | null;
  readonly delivery?: Delivery | null;
  readonly check?: Check | null;
  readonly email?: string | null;
  readonly subject?: string | null;
}

export interface PromiseView {
  readonly id: string;
  readonly what: string;
  readonly whoseTurn: 'Ours' | 'Customer';
  readonly dueAt: string;
  readonly status: 'Open' | 'Kept' | 'Missed' | 'Withdrawn';
  readonly overdue: boolean;
  readonly settledAt?: string | null;
  readonly silenceAccepts: boolean;
  readonly policy?: string | null;
  readonly caseId?: string | null;
  readonly caseNumber?: string | null;
}

/** What somebody writes down. */
export interface LogEntry {
  readonly kind: 'Phone' | 'Store' | 'Note';
  readonly direction: 'Inbound' | 'Outbound';
  readonly text: string;
  readonly outcome?: string | undefined;
  readonly occurredAt?: string | undefined;
}

/** What messages are for. */
export const purposes: readonly Choice[] = [
  { value: 'Service', label: labelService },
  { value: 'Collections', label: labelCollections },
  { value: 'Survey', label: labelSurvey },
  { value: 'Marketing', label: labelMarketing }
];

/** How a contact can end. */
export const outcomes: readonly Choice[] = [
  { value: 'Resolved', label: labelResolved },
  { value: 'FollowUp', label: labelFollowUp },
  { value: 'Transferred', label: labelTransferred },
  { value: 'NoAnswer', label: labelNoAnswer },
  { value: 'Abandoned', label: labelAbandoned },
  { value: 'Failed', label: labelFailed }
];

/** What the policies that ship with the package demand, in the user's language. */
const demands: ReadonlyMap<string, string> = new Map([['Yeti_Polish_Complaint', labelComplaint]]);

/** How a value is called; the value itself where nobody knows a name. */
export function nameOf(choices: readonly Choice[] | undefined, value: string | null | undefined): string {
  return choices?.find((choice) => choice.value === value)?.label ?? value ?? '';
}

/** What was promised, in the user's language where the promise comes from a policy of ours. */
export function promiseText(what: string, policy: string | null | undefined): string {
  return demands.get(policy ?? '') ?? what;
}

/** "1st", "2nd", "23rd" in the user's language. */
export function ordinal(language: string, count: number): string {
  const forms = { one: labelOrdinalOne, two: labelOrdinalTwo, few: labelOrdinalFew };
  const form = new Intl.PluralRules(language, { type: 'ordinal' }).select(count);
  const text = form === 'one' || form === 'two' || form === 'few' ? forms[form] : labelOrdinalOther;
  return format(text, new Intl.NumberFormat(language).format(count));
}
