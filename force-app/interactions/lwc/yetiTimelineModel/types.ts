// What the org sends. Empty values are null or missing.

export interface Item {
  readonly id: string;
  /** Name of the source it comes from. */
  readonly source: string;
  readonly channel?: string | null;
  readonly direction?: string | null;
  /** ISO, UTC. */
  readonly occurredAt: string;
  readonly title: string;
  readonly preview?: string | null;
  readonly actor?: { readonly name?: string | null; readonly kind: 'customer' | 'agent' | 'bot' | 'system' } | null;
  readonly contactId?: string | null;
  readonly caseId?: string | null;
  readonly caseNumber?: string | null;
  readonly threadKey?: string | null;
  readonly status?: string | null;
  readonly noise: boolean;
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
}

export type Scope = 'case' | 'customer';

export interface Filter {
  readonly scope: Scope;
  readonly channels: readonly string[];
  readonly directions: readonly string[];
  readonly pageSize: number;
}

/** Counted up to a cap: if it was reached, each number is "at least". */
export interface Counts {
  readonly total: number;
  readonly capped: boolean;
  readonly channels: Readonly<Record<string, number>>;
  readonly directions: Readonly<Record<string, number>>;
}

export interface Body {
  readonly text?: string | null;
  readonly html?: string | null;
  readonly truncated: boolean;
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
  readonly sources: readonly { readonly name: string; readonly label: string; readonly icon?: string | null }[];
}
