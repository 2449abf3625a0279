import type { Text } from './language.ts';
import type { Day, Moment } from './moments.ts';

/** A customer of the sample company with everything that happened. Keys are unique within the company. */
export interface Story {
  readonly account: AccountOf;
  readonly contacts: readonly ContactOf[];
  /** Handles that neither a contact's addresses nor a signed-in interaction tell. */
  readonly identities?: readonly IdentityOf[];
  readonly consents?: readonly ConsentOf[];
  readonly orders?: readonly OrderOf[];
  readonly assets?: readonly AssetOf[];
  readonly cases?: readonly CaseOf[];
  readonly interactions?: readonly InteractionOf[];
  readonly emails?: readonly EmailOf[];
  readonly tasks?: readonly TaskOf[];
  readonly events?: readonly EventOf[];
  readonly comments?: readonly CommentOf[];
  readonly handovers?: readonly HandoverOf[];
  readonly promises?: readonly PromiseOf[];
  readonly facts?: readonly FactOf[];
  readonly pins?: readonly PinOf[];
  readonly audits?: readonly AuditOf[];
  readonly systemEvents?: readonly SystemEventOf[];
  readonly legalNotes?: readonly LegalNoteOf[];
}

export interface AccountOf {
  readonly key: string;
  readonly name: string;
  readonly tier?: 'Key' | 'Standard';
  readonly city?: string;
}

export interface ContactOf {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly since: Moment;
  readonly title?: Text;
  readonly language?: 'pl' | 'en' | 'uk' | 'de';
  readonly email?: string;
  readonly phone?: string;
  readonly mobile?: string;
  readonly preferred?: string;
  /** Where it is not the account's. */
  readonly city?: string;
  readonly note?: Text;
  readonly noteExpires?: Day;
}

export interface IdentityOf {
  readonly contact: string;
  readonly kind: 'Phone' | 'Email' | 'Messenger' | 'Social' | 'Device' | 'Login';
  /** In its normal form. */
  readonly handle: string;
  /** As Apex stores it (YetiIdentityBasis): everybody reads it in their own language. */
  readonly basis:
    'Given by the channel' | 'Linked by an agent' | 'Signed in' | 'Unlinked by an agent' | 'Verified handle';
  readonly verifiedAt?: Moment;
  readonly unlinked?: boolean;
}

export interface ConsentOf {
  readonly contact: string;
  readonly channel?: string;
  readonly purpose: 'Service' | 'Marketing' | 'Collections' | 'Survey';
  readonly status: 'Given' | 'Withdrawn';
  readonly at: Moment;
  readonly source: Text;
}

export interface OrderOf {
  /** As customers know it: ZP-000147. */
  readonly number: string;
  readonly contact: string;
  readonly at: Moment;
  readonly channel: 'Web' | 'Store' | 'MobileApp';
  readonly note?: Text;
  readonly lines: readonly { readonly sku: string; readonly quantity: number; readonly note?: Text }[];
}

export interface AssetOf {
  readonly serial: string;
  readonly contact: string;
  readonly sku: string;
  readonly bought: Day;
  readonly warrantyUntil: Day;
}

export interface CaseOf {
  readonly key: string;
  /** Who it is about; blank where nobody could tell. */
  readonly contact?: string;
  readonly subject: Text;
  readonly description?: Text;
  readonly type?: string;
  readonly origin: string;
  readonly group?: 'Apparel' | 'Electronics' | 'Camping' | 'Climbing';
  readonly status?: 'New' | 'Working' | 'Escalated' | 'Closed';
  readonly priority?: 'High' | 'Medium' | 'Low';
  readonly owner?: string;
  readonly at: Moment;
  /** What it is written in, where no customer tells. */
  readonly language?: 'pl' | 'en' | 'uk' | 'de';
  /** What somebody without a record wrote about themselves. */
  readonly supplied?: { readonly name: string; readonly email?: string; readonly phone?: string };
}

/** Facts that one hop hands to the next. */
export interface Carried {
  readonly key: string;
  readonly value: Text;
  readonly sensitive?: boolean;
}

export interface InteractionOf {
  readonly key: string;
  readonly channel: string;
  /** Inbound unless told otherwise. */
  readonly direction?: 'Inbound' | 'Outbound' | 'Internal';
  readonly at: Moment;
  readonly until?: Moment;
  /** Who it was, where we know without a handle. */
  readonly contact?: string;
  readonly case?: string;
  readonly agent?: string;
  readonly handle?: string;
  readonly subject?: Text;
  readonly body?: Text;
  readonly thread?: string;
  readonly outcome?: 'Resolved' | 'FollowUp' | 'Transferred' | 'NoAnswer' | 'Abandoned' | 'Failed';
  readonly authentication?: 'None' | 'Claimed' | 'Verified';
  readonly authenticatedAt?: Moment;
  readonly switchedBy?: 'Customer' | 'CompanyAccepted' | 'CompanyDeclined';
  readonly carried?: readonly Carried[];
  readonly purpose?: 'Service' | 'Marketing' | 'Collections' | 'Survey';
  readonly delivery?: 'Queued' | 'Sent' | 'Recorded' | 'Failed';
  readonly callback?: 'Needed' | 'Done';
}

export interface EmailOf {
  readonly key: string;
  readonly case: string;
  readonly at: Moment;
  readonly incoming: boolean;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: Text;
  readonly text: Text;
  readonly html?: Text;
}

export interface TaskOf {
  readonly contact?: string;
  readonly case: string;
  readonly at: Moment;
  readonly subject: Text;
  readonly text?: Text;
  /** A call's direction; blank: no call. */
  readonly call?: 'Inbound' | 'Outbound';
  readonly due?: Day;
  readonly done?: boolean;
  readonly owner?: string;
}

export interface EventOf {
  readonly contact?: string;
  readonly case: string;
  readonly at: Moment;
  readonly minutes: number;
  readonly subject: Text;
  readonly text?: Text;
  readonly place?: string;
  readonly owner?: string;
}

export interface CommentOf {
  readonly case: string;
  readonly at: Moment;
  readonly by?: string;
  readonly text: Text;
  readonly published?: boolean;
}

/** A case that one person handed to another. */
export interface HandoverOf {
  readonly key: string;
  readonly case: string;
  readonly from: string;
  readonly to: string;
  readonly at: Moment;
  readonly brief: Text;
  /** When whoever got it said so. */
  readonly acknowledgedAt?: Moment;
}

export interface PromiseOf {
  readonly key: string;
  readonly contact: string;
  readonly case?: string;
  readonly what: Text;
  readonly whose: 'Ours' | 'Customer';
  readonly due: Moment;
  readonly status?: 'Open' | 'Kept' | 'Missed' | 'Withdrawn';
  readonly settledAt?: Moment;
  readonly givenAt: Moment;
}

export interface FactOf {
  readonly contact: string;
  readonly case?: string;
  readonly key: string;
  readonly value: Text;
  readonly source: string;
  readonly at: Moment;
}

export interface PinOf {
  /** Key of an interaction. */
  readonly interaction: string;
  readonly contact: string;
  readonly case?: string;
  readonly expires?: Moment;
}

export interface AuditOf {
  readonly contact: string;
  readonly case?: string;
  readonly interaction?: string;
  readonly action: 'Link' | 'Unlink' | 'Reveal';
  readonly by: string;
  readonly at: Moment;
  readonly subject: Text;
  readonly reason?: Text;
  readonly undone?: boolean;
}

export interface SystemEventOf {
  readonly key: string;
  readonly contact: string;
  readonly case?: string;
  readonly at: Moment;
  readonly subject: Text;
}

export interface LegalNoteOf {
  readonly key: string;
  readonly contact: string;
  readonly case?: string;
  readonly at: Moment;
  readonly by: string;
  readonly subject: Text;
  readonly text: Text;
}
