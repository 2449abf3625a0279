import type { Item, Notice, Page } from './types';

/** The part of a timeline that is loaded. */
export interface Thread {
  /** Newest first. */
  readonly items: readonly Item[];
  /** Where older items begin; none where everything is loaded. */
  readonly cursor: string | undefined;
  readonly notices: readonly Notice[];
  readonly caseLimit: number | undefined;
  readonly contactLimit: number | undefined;
  /** Ids of what the last refresh brought. */
  readonly fresh: ReadonlySet<string>;
}

/** Nothing loaded yet. */
export const emptyThread: Thread = {
  items: [],
  cursor: undefined,
  notices: [],
  caseLimit: undefined,
  contactLimit: undefined,
  fresh: new Set()
};

/** The thread with the page that follows it. An item whose moment was changed meanwhile may come twice: it stays once. */
export function append(thread: Thread, page: Page): Thread {
  const known = new Set(thread.items.map(({ id }) => id));
  return {
    items: [...thread.items, ...page.items.filter(({ id }) => !known.has(id))],
    cursor: page.cursor ?? undefined,
    notices: page.notices,
    caseLimit: page.caseLimit ?? undefined,
    contactLimit: page.contactLimit ?? undefined,
    fresh: thread.fresh
  };
}

/**
 * The thread read again from its top.
 *
 * @param before as it was
 * @param pages what is there now, at least as far down as before
 */
export function refresh(before: Thread, pages: readonly Page[]): Thread {
  const after = pages.reduce(append, emptyThread);
  const known = new Set(before.items.map(({ id }) => id));
  const oldest = before.items.at(-1)?.occurredAt ?? '';
  // What lies below the old end was not loaded before: it is not new.
  const fresh = after.items.filter(({ id, occurredAt }) => !known.has(id) && occurredAt >= oldest);
  return { ...after, fresh: new Set(fresh.map(({ id }) => id)) };
}

/** Ids of items that have no preview of their own, by name of their source. */
export function needsPreview(items: readonly Item[]): Record<string, string[]> {
  const idsBySource: Record<string, string[]> = {};
  for (const { id, source, preview } of items) if (!preview) (idsBySource[source] ??= []).push(id);
  return idsBySource;
}
