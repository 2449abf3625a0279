import { itemKey, type Item, type Notice, type Page, type Person } from './types';

/** The part of a timeline that is loaded. */
export interface Thread {
  /** Newest first. */
  readonly items: readonly Item[];
  /** Where older items begin; none where everything is loaded. */
  readonly cursor: string | undefined;
  readonly notices: readonly Notice[];
  readonly caseLimit: number | undefined;
  readonly contactLimit: number | undefined;
  /** What stays on top. */
  readonly pinned: readonly Item[];
  /** Where only so many of the pins are there. */
  readonly pinLimit: number | undefined;
  /** Up to when the user had seen the timeline when it was first read. */
  readonly seenAt: string | undefined;
  /** The moment from which to ask for news. */
  readonly asOf: string | undefined;
  readonly contacts: readonly Person[];
  readonly textsNotSearched: readonly string[];
  readonly notSearched: readonly string[];
  /** Keys of what the last refresh brought. */
  readonly fresh: ReadonlySet<string>;
}

/** Nothing loaded yet. */
export const emptyThread: Thread = {
  items: [],
  cursor: undefined,
  notices: [],
  caseLimit: undefined,
  contactLimit: undefined,
  pinned: [],
  pinLimit: undefined,
  seenAt: undefined,
  asOf: undefined,
  contacts: [],
  textsNotSearched: [],
  notSearched: [],
  fresh: new Set()
};

/** The thread with the page that follows it. An item whose moment was changed meanwhile may come twice: it stays once. */
export function append(thread: Thread, page: Page): Thread {
  const known = new Set(thread.items.map(itemKey));
  const isFirst = thread.asOf === undefined;
  return {
    items: [...thread.items, ...page.items.filter((item) => !known.has(itemKey(item)))],
    cursor: page.cursor ?? undefined,
    notices: page.notices,
    caseLimit: page.caseLimit ?? undefined,
    contactLimit: page.contactLimit ?? undefined,
    pinned: isFirst ? (page.pinned ?? []) : thread.pinned,
    pinLimit: isFirst ? (page.pinLimit ?? undefined) : thread.pinLimit,
    seenAt: isFirst ? (page.seenAt ?? undefined) : thread.seenAt,
    asOf: thread.asOf ?? page.asOf ?? undefined,
    contacts: page.contacts ?? [],
    textsNotSearched: page.textsNotSearched ?? [],
    notSearched: page.notSearched ?? [],
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
  const known = new Set(before.items.map(itemKey));
  const oldest = before.items.at(-1)?.occurredAt ?? '';
  // What lies below the old end was not loaded before: it is not new.
  const fresh = after.items.filter((item) => !known.has(itemKey(item)) && item.occurredAt >= oldest);
  // Since when things are new to the user does not change while the user looks.
  return { ...after, seenAt: before.seenAt, fresh: new Set(fresh.map(itemKey)) };
}

/** The thread with an item as it is pinned now, or no longer. A record is pinned as one of its items. */
export function withPin(thread: Thread, item: Item): Thread {
  const others = thread.pinned.filter(({ id }) => id !== item.id);
  const pinOfSame = (one: Item) => (one.source === item.source ? pinOf(item) : { pinned: false, pinnedUntil: null });
  return {
    ...thread,
    items: thread.items.map((one) => (one.id === item.id ? { ...one, ...pinOfSame(one) } : one)),
    pinned: item.pinned === true ? [item, ...others] : others
  };
}

function pinOf({ pinned, pinnedUntil }: Item): Pick<Item, 'pinned' | 'pinnedUntil'> {
  return { pinned: pinned === true, pinnedUntil: pinnedUntil ?? null };
}

/** Ids of items that have no preview of their own, by name of their source. */
export function needsPreview(items: readonly Item[]): Record<string, string[]> {
  const idsBySource: Record<string, string[]> = {};
  for (const { id, source, preview } of items) if (!preview) (idsBySource[source] ??= []).push(id);
  return idsBySource;
}
