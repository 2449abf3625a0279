/** What a wire gives: data or an error, never both. */
export interface Provisioned<T> {
  readonly data: T | undefined;
  readonly error: unknown;
}

/** Something that can be asked for again: its key, how to load it, and the records it shows. */
export interface Query<T> {
  readonly key: string;
  load(): Promise<T>;
  /** Changes of these make it stale, e.g. a record's id. */
  readonly tags?: readonly string[];
}

type Listener = (value: Provisioned<never>) => void;

interface Entry {
  readonly query: Query<unknown>;
  readonly listeners: Set<Listener>;
  loading: Promise<void> | undefined;
  loadedAt: number;
  text: string | undefined;
  value: Provisioned<never> | undefined;
}

/** How long an answer that nobody shows any more is still given, as the platform does. */
const MAX_AGE_MS = 5 * 60_000;
const MAX_UNUSED = 100;
const entries = new Map<string, Entry>();

/** Shows a query's answer to the listener: the one already known at once, an older one is asked for again. @returns unsubscribe */
export function observe<T>(query: Query<T>, listener: (value: Provisioned<T>) => void): () => void {
  const entry = entryOf(query);
  entry.listeners.add(listener);
  if (entry.value?.data !== undefined) listener(entry.value);
  if (Date.now() - entry.loadedAt > MAX_AGE_MS && !entry.loading) void reload(entry);
  return () => {
    entry.listeners.delete(listener);
    dropUnused();
  };
}

/** Asks again for one query. Resolves when its listeners know the answer. */
export async function refresh(key: string): Promise<void> {
  const entry = entries.get(key);
  if (!entry) return;
  await entry.loading;
  await reload(entry);
}

/** Asks again for every query that shows one of these; those that nobody shows are forgotten. */
export async function refreshTagged(tags: readonly string[]): Promise<void> {
  const stale = [...entries.values()].filter((entry) => entry.query.tags?.some((tag) => tags.includes(tag)));
  for (const entry of stale) if (entry.listeners.size === 0) entries.delete(entry.query.key);
  await Promise.all(stale.filter((entry) => entry.listeners.size > 0).map((entry) => refresh(entry.query.key)));
}

function entryOf(query: Query<unknown>): Entry {
  const known = entries.get(query.key);
  if (known) return known;
  const entry: Entry = {
    query,
    listeners: new Set(),
    loading: undefined,
    loadedAt: 0,
    text: undefined,
    value: undefined
  };
  entries.set(query.key, entry);
  return entry;
}

function reload(entry: Entry): Promise<void> {
  entry.loading = answerOf(entry.query).then(({ text, value }) => {
    entry.loading = undefined;
    entry.loadedAt = value.error === undefined ? Date.now() : 0;
    if (text !== undefined && text === entry.text) return;
    entry.text = text;
    entry.value = value;
    for (const listener of entry.listeners) listener(value);
  });
  return entry.loading;
}

async function answerOf(query: Query<unknown>): Promise<{ text?: string; value: Provisioned<never> }> {
  try {
    const data = await query.load();
    return { text: JSON.stringify(data) ?? 'undefined', value: { data: freeze(data) as never, error: undefined } };
  } catch (error) {
    return { value: { data: undefined, error } };
  }
}

/** Data of a wire is read-only: components share it. */
function freeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}

function dropUnused(): void {
  const unused = [...entries.values()].filter((entry) => entry.listeners.size === 0 && !entry.loading);
  for (const entry of unused.slice(0, Math.max(0, unused.length - MAX_UNUSED))) entries.delete(entry.query.key);
}
