import { itemKey, type Item } from './types';

/** What stands as one row: an item, several hops of a journey, or repeats of the same. */
export interface Row {
  readonly kind: 'item' | 'journey' | 'repeats';
  /** The same as long as the row stands for the same. */
  readonly key: string;
  /** The moment of its newest item: where it stands. */
  readonly occurredAt: string;
  readonly newest: Item;
  /** Newest first. */
  readonly items: readonly Item[];
}

const REPEAT_MINUTES = 10;

/** Rows of items that are sorted newest first. */
export function rowsOf(items: readonly Item[]): Row[] {
  const journeys = journeysOf(items);
  const groups = new Map<string, { kind: Row['kind']; items: Item[] }>();
  const repeats = new Map<string, Item[]>();
  for (const item of items) {
    const journey = journeys.get(item.threadKey ?? '');
    if (journey) groups.set(`journey ${item.threadKey ?? ''}`, { kind: 'journey', items: journey });
    else if (!joins(item, repeats)) groups.set(itemKey(item), { kind: 'item', items: begin(item, repeats) });
  }
  return [...groups].flatMap(([key, group]) => {
    const [newest] = group.items;
    if (newest === undefined) return [];
    const kind = group.kind === 'item' && group.items.length > 1 ? 'repeats' : group.kind;
    return [{ kind, key, newest, occurredAt: newest.occurredAt, items: group.items }];
  });
}

/** The items of each key that several share. */
function journeysOf(items: readonly Item[]): Map<string, Item[]> {
  const hops = new Map<string, Item[]>();
  for (const item of items) if (item.threadKey) hops.set(item.threadKey, [...(hops.get(item.threadKey) ?? []), item]);
  return new Map([...hops].filter(([, journey]) => journey.length > 1));
}

/** Puts the item with the newest of the same, if that is close enough. */
function joins(item: Item, repeats: ReadonlyMap<string, Item[]>): boolean {
  const same = repeats.get(sameness(item));
  const newest = same?.[0];
  if (!same || !newest || minutesBetween(item, newest) > REPEAT_MINUTES) return false;
  same.push(item);
  return true;
}

function begin(item: Item, repeats: Map<string, Item[]>): Item[] {
  const begun = [item];
  repeats.set(sameness(item), begun);
  return begun;
}

/** Equal for what the same actor did on the same channel with the same record. */
function sameness({ source, actor, channel, direction, title, caseId }: Item): string {
  return JSON.stringify([source, actor?.kind, actor?.name, channel, direction, title, caseId]);
}

function minutesBetween(earlier: Item, later: Item): number {
  return (Date.parse(later.occurredAt) - Date.parse(earlier.occurredAt)) / 60_000;
}
