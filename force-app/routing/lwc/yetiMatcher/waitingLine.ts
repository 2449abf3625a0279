import type { Demand } from './agentPool';
import { Alarms } from './alarms';
import { relaxed } from './relaxing';
import type { WorkItem } from './types';

/** An item in the line. */
interface Place {
  readonly item: WorkItem;
  kind: Kind;
  dropped: readonly string[];
}

/** Items that ask for the same now: where nobody can take the first of them, nobody can take any. */
export interface Kind {
  readonly key: string;
  readonly demand: Demand;
  /** In the order in which they are served. */
  readonly places: Place[];
}

/** What waits, by what it asks for. A kind is hopeless from when nobody could take it until somebody can again. */
export class WaitingLine {
  private now = Number.NEGATIVE_INFINITY;
  private readonly placeOf = new Map<string, Place>();
  private readonly hopeful = new Map<string, Kind>();
  private readonly hopeless = new Map<string, Kind>();
  private readonly drops = new Alarms<Place>();

  put(item: WorkItem): void {
    this.remove(item.id);
    const { kind, dropped } = this.standingOf(item);
    const place: Place = { item, kind, dropped };
    this.placeOf.set(item.id, place);
    this.enter(place);
  }

  remove(itemId: string): void {
    const place = this.placeOf.get(itemId);
    if (place === undefined) return;
    this.placeOf.delete(itemId);
    this.drops.put(place, undefined);
    this.leave(place);
  }

  /** Drops the skills that are due; after a step back in time they return. */
  advance(now: number): void {
    const wentBack = now < this.now;
    this.now = now;
    if (wentBack) for (const place of [...this.placeOf.values()]) this.move(place);
    for (let place = this.drops.takeDue(now); place; place = this.drops.takeDue(now)) this.move(place);
  }

  /** When skills are dropped next. */
  nextDrop(): number | undefined {
    return this.drops.next();
  }

  /** The kind of the item that comes first among those that somebody may be able to take. */
  first(): Kind | undefined {
    let first: { readonly kind: Kind; readonly item: WorkItem } | undefined;
    for (const kind of this.hopeful.values()) {
      const item = kind.places[0]?.item;
      if (item !== undefined && (first === undefined || order(item, first.item) < 0)) first = { kind, item };
    }
    return first?.kind;
  }

  /** Takes the first item of a kind out of the line. */
  take(kind: Kind): { readonly item: WorkItem; readonly dropped: readonly string[] } | undefined {
    const place = kind.places[0];
    if (place !== undefined) this.remove(place.item.id);
    return place;
  }

  /** Nobody can take a kind now. */
  giveUp(kind: Kind): void {
    this.hopeful.delete(kind.key);
    this.hopeless.set(kind.key, kind);
  }

  /** Somebody became able to take more than before. */
  reconsider(canTake: (demand: Demand) => boolean): void {
    for (const kind of [...this.hopeless.values()]) {
      if (!canTake(kind.demand)) continue;
      this.hopeless.delete(kind.key);
      this.hopeful.set(kind.key, kind);
    }
  }

  private move(place: Place): void {
    this.leave(place);
    Object.assign(place, this.standingOf(place.item));
    this.enter(place);
  }

  private enter(place: Place): void {
    const { places } = place.kind;
    places.splice(positionOf(places, place.item), 0, place);
    this.drops.put(place, relaxed(place.item, this.now).nextDropAt);
  }

  private leave({ item, kind }: Place): void {
    kind.places.splice(positionOf(kind.places, item), 1);
    if (kind.places.length > 0) return;
    this.hopeful.delete(kind.key);
    this.hopeless.delete(kind.key);
  }

  private standingOf(item: WorkItem): Pick<Place, 'kind' | 'dropped'> {
    const { skills, dropped } = relaxed(item, this.now);
    const { channel, model, weight, preferred, excluded } = item;
    const needs = skills.map(({ skill, level }) => [skill, level]);
    const key = JSON.stringify([channel, model, weight, preferred?.agentId, preferred?.required, excluded, needs]);
    const known = this.hopeful.get(key) ?? this.hopeless.get(key);
    if (known !== undefined) return { kind: known, dropped };
    const demand: Demand = { channel, model, weight, skills, preferred, excluded: new Set(excluded) };
    const kind: Kind = { key, demand, places: [] };
    this.hopeful.set(key, kind);
    return { kind, dropped };
  }
}

/** Lower priority numbers first, then lower secondary ones, then the longer wait; then the Id, so that the answer is always the same. */
function order(a: WorkItem, b: WorkItem): number {
  return (
    a.priority - b.priority ||
    a.secondaryPriority - b.secondaryPriority ||
    a.requestedAt - b.requestedAt ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** Where an item is among others in their order, or would be. */
function positionOf(places: readonly Place[], item: WorkItem): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = places[middle]?.item;
    if (other !== undefined && order(other, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
