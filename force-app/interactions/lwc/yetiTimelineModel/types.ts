// What the org sends. Empty values are null or missing.

/** A piece of a text: words, or a masked value that can't be mistaken for words. */
export interface TextPart {
  readonly text: string;
  readonly masked: boolean;
  /** Card, IBAN, PESEL, NIP or Document; nothing for words. */
  readonly kind?: string | null;
  /** Which of the masked values of its text it is, from 0. */
  readonly index?: number | null;
}

/** A fact that one hop of a journey hands to the next. */
export interface Carried {
  readonly key: string;
  readonly value: string;
  readonly sensitive: boolean;
  /** The value in pieces. */
  readonly parts: readonly TextPart[];
  /** Name of the field that holds it. */
  readonly field?: string | null;
}

export interface Item {
  readonly id: string;
  /** Name of the source it comes from. */
  readonly source: string;
  readonly channel?: string | null;
  readonly direction?: string | null;
  /** ISO, UTC. */
  readonly occurredAt: string;
  readonly endedAt?: string | null;
  readonly title: string;
  readonly preview?: string | null;
  readonly previewParts?: readonly TextPart[] | null;
  readonly actor?: { readonly name?: string | null; readonly kind: 'customer' | 'agent' | 'bot' | 'system' } | null;
  readonly contactId?: string | null;
  readonly caseId?: string | null;
  readonly caseNumber?: string | null;
  readonly threadKey?: string | null;
  readonly status?: string | null;
  readonly noise: boolean;
  readonly identity?: {
    readonly status: 'Matched' | 'Suggested' | 'Unmatched';
    readonly basis?: string | null;
  } | null;
  /** The address that the customer used. */
  readonly handle?: string | null;
  readonly authentication?: 'None' | 'Claimed' | 'Verified' | null;
  readonly authenticatedAt?: string | null;
  readonly callback?: 'Needed' | 'Done' | null;
  readonly outcome?: string | null;
  readonly deliveryStatus?: string | null;
  /** Who started the change to this channel. */
  readonly switchedBy?: 'Customer' | 'CompanyAccepted' | 'CompanyDeclined' | null;
  /** What this hop of a journey knew; only where the journey was asked for. */
  readonly carried?: readonly Carried[] | null;
  readonly pinned?: boolean;
  /** None: until somebody unpins it. */
  readonly pinnedUntil?: string | null;
}

/** What tells items apart: one record may be an item of several sources. */
export function itemKey({ source, id }: Pick<Item, 'source' | 'id'>): string {
  return `${source} ${id}`;
}

/** A source of which nothing, or not all, is shown. */
export interface Notice {
  readonly source: string;
  readonly label: string;
  readonly reason: 'NotInOrg' | 'NoAccess' | 'Faulty' | 'Failed';
  readonly detail?: string | null;
}

export interface Page {
  readonly accessible: boolean;
  /** Newest first. */
  readonly items: readonly Item[];
  /** Where the next page begins; none where nothing older exists. */
  readonly cursor?: string | null;
  readonly notices: readonly Notice[];
  readonly caseLimit?: number | null;
  readonly contactLimit?: number | null;
  /** On the first page: what stays on top. */
  readonly pinned?: readonly Item[] | null;
  /** Where only so many of the pins are there. */
  readonly pinLimit?: number | null;
  /** On the first page: up to when the user had seen the timeline. */
  readonly seenAt?: string | null;
  /** The moment of the page, from which to ask for news. */
  readonly asOf?: string | null;
  readonly contacts?: readonly Person[] | null;
  /** Labels of sources of whose whole texts a search knows nothing. */
  readonly textsNotSearched?: readonly string[] | null;
  /** Labels of sources of which a search knows nothing. */
  readonly notSearched?: readonly string[] | null;
}

/** A contact, as Apex sends a record. */
export interface Person {
  readonly Id: string;
  readonly Name?: string;
}

/** What was saved since a timeline was read. */
export interface News {
  /** See `itemKey`. */
  readonly keys: readonly string[];
  readonly asOf: string;
}

export type Scope = 'case' | 'customer';

export interface Filter {
  readonly scope: Scope;
  readonly channels: readonly string[];
  readonly directions: readonly string[];
  readonly statuses: readonly string[];
  /** Words that must stand in title or preview. */
  readonly query: string;
  /** Of an account's contacts only this one. */
  readonly contactId?: string;
  /** First and last day, `2026-11-21`. */
  readonly dateFrom?: string;
  readonly dateTo?: string;
  /** Whether system events are wanted too. */
  readonly includeNoise: boolean;
  readonly pageSize: number;
}

/** Counted up to a cap: if it was reached, each number is "at least". */
export interface Counts {
  readonly total: number;
  readonly capped: boolean;
  readonly channels: Readonly<Record<string, number>>;
  readonly directions: Readonly<Record<string, number>>;
  readonly statuses: Readonly<Record<string, number>>;
  /** System events that are folded. */
  readonly hidden: number;
}

export interface Body {
  readonly text?: string | null;
  readonly parts?: readonly TextPart[] | null;
  /** Name of the field that holds the plain text. */
  readonly field?: string | null;
  readonly html?: string | null;
  readonly truncated: boolean;
  /** Whether there may be a text that the user may not read. */
  readonly hidden?: boolean;
  readonly carried?: readonly Carried[] | null;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface FilterChoice extends Choice {
  /** As it is shown, such as "12" or "2,000+"; undefined while it is not known. */
  readonly count: string | undefined;
}

/** How values are called in the user's language. */
export interface Config {
  readonly channels: readonly Choice[];
  readonly directions: readonly Choice[];
  readonly statuses: readonly Choice[];
  readonly sources: readonly {
    readonly name: string;
    readonly label: string;
    readonly objectName: string;
    readonly icon?: string | null;
  }[];
}
