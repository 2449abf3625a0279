import { Alarms } from './alarms';
import { Bits } from './bits';
import { freeOf, mostOpenItems } from './obstacles';
import { SkillLevels } from './skillLevels';
import { nextSkillChange, skillsNow } from './skills';
import type { Agent, SkillDemand, WorkItem } from './types';

/** What an item asks of whoever takes it, as far as it still does. */
export interface Demand {
  readonly channel: string;
  readonly model: WorkItem['model'];
  readonly weight: number;
  readonly skills: readonly SkillDemand[];
  readonly preferred: WorkItem['preferred'];
  readonly excluded: ReadonlySet<string>;
}

/** An agent at a place of the index. */
interface Seat {
  readonly place: number;
  agent: Agent;
  /** The agent's load, which grows with what is given here. */
  free: number;
  open: number;
  lastWorkAt: number;
  indexed: readonly (Bits | SkillLevels)[];
}

function byIdleness(a: Seat, b: Seat): number {
  return a.lastWorkAt - b.lastWorkAt || (a.agent.id < b.agent.id ? -1 : 1);
}

/** Who comes first: the model's own order, then whoever got work longest ago, then the Id, so that the answer is always the same. */
const orders: Readonly<Record<WorkItem['model'], (a: Seat, b: Seat) => number>> = {
  MostAvailable: (a, b) => b.free - a.free || byIdleness(a, b),
  LeastActive: (a, b) => a.open - b.open || byIdleness(a, b)
};

/** The agents, indexed by channel, room, skill and level: one question meets a few sets instead of looking at everybody. */
export class AgentPool {
  private now = Number.NEGATIVE_INFINITY;
  private readonly seatOf = new Map<string, Seat>();
  private readonly seats: (Seat | undefined)[] = [];
  private readonly emptyPlaces: number[] = [];
  private readonly serving = new Map<string, Bits>();
  private readonly withRoom = new Bits();
  private readonly able = new Map<string, SkillLevels>();
  private readonly skillChanges = new Alarms<Seat>();

  put(agent: Agent): void {
    const seat = this.seatOf.get(agent.id) ?? this.newSeat(agent);
    seat.agent = agent;
    this.load(seat, freeOf(agent), agent.open, agent.lastWorkAt);
    this.index(seat);
  }

  remove(agentId: string): void {
    const seat = this.seatOf.get(agentId);
    if (seat === undefined) return;
    this.clear(seat);
    this.withRoom.delete(seat.place);
    this.skillChanges.put(seat, undefined);
    this.seatOf.delete(agentId);
    this.seats[seat.place] = undefined;
    this.emptyPlaces.push(seat.place);
  }

  /** @returns agents whose skills are others than before */
  advance(now: number): readonly string[] {
    const wentBack = now < this.now;
    this.now = now;
    const changed: Seat[] = wentBack ? [...this.seatOf.values()] : [];
    for (let seat = this.skillChanges.takeDue(now); seat; seat = this.skillChanges.takeDue(now)) changed.push(seat);
    for (const seat of changed) this.index(seat);
    return changed.map(({ agent }) => agent.id);
  }

  /** When a skill begins or ends next. */
  nextChange(): number | undefined {
    return this.skillChanges.next();
  }

  /** Who gets it: the preferred agent, else whoever the model puts first; none: nobody can take it now. */
  best(demand: Demand): string | undefined {
    const { preferred } = demand;
    if (preferred !== undefined) {
      if (this.takes(preferred.agentId, demand)) return preferred.agentId;
      if (preferred.required) return undefined;
    }
    const sets = this.setsFor(demand);
    if (sets === undefined) return undefined;
    const order = orders[demand.model];
    let best: Seat | undefined;
    Bits.eachInAll(sets, (place) => {
      const seat = this.seats[place];
      if (seat === undefined || seat.free < demand.weight || demand.excluded.has(seat.agent.id)) return;
      if (best === undefined || order(seat, best) < 0) best = seat;
    });
    return best?.agent.id;
  }

  /** Whether that agent could take it now. */
  takes(agentId: string, demand: Demand): boolean {
    const seat = this.seatOf.get(agentId);
    if (seat === undefined || seat.free < demand.weight || demand.excluded.has(agentId)) return false;
    if (demand.preferred?.required === true && demand.preferred.agentId !== agentId) return false;
    return this.setsFor(demand)?.every((set) => set.has(seat.place)) ?? false;
  }

  /** The agent has got work of that weight. */
  give(agentId: string, weight: number): void {
    const seat = this.seatOf.get(agentId);
    if (seat === undefined) return;
    const open = seat.open + 1;
    this.load(seat, open >= mostOpenItems ? 0 : seat.free - weight, open, this.now);
  }

  /** The sets that whoever takes it is in all of, the smallest first as a rule; none: nobody is. */
  private setsFor({ channel, weight, skills }: Demand): readonly Bits[] | undefined {
    const serving = this.serving.get(channel);
    if (serving === undefined) return undefined;
    const sets: Bits[] = [];
    for (const { skill, level } of skills) {
      const able = this.able.get(skill)?.atLeast(level);
      if (able === undefined) return undefined;
      sets.push(able);
    }
    sets.push(serving);
    if (weight > 0) sets.push(this.withRoom);
    return sets;
  }

  private newSeat(agent: Agent): Seat {
    const place = this.emptyPlaces.pop() ?? this.seats.length;
    const seat: Seat = { place, agent, free: 0, open: 0, lastWorkAt: 0, indexed: [] };
    this.seats[place] = seat;
    this.seatOf.set(agent.id, seat);
    return seat;
  }

  private index(seat: Seat): void {
    this.clear(seat);
    const { agent, place } = seat;
    const indexed: (Bits | SkillLevels)[] = [];
    if (agent.presence === 'Available') {
      for (const channel of agent.channels) {
        const serving = entryOf(this.serving, channel, () => new Bits());
        serving.add(place);
        indexed.push(serving);
      }
      for (const [skill, level] of skillsNow(agent.skills, this.now)) {
        const levels = entryOf(this.able, skill, () => new SkillLevels());
        levels.add(place, level);
        indexed.push(levels);
      }
    }
    seat.indexed = indexed;
    this.skillChanges.put(seat, nextSkillChange(agent.skills, this.now));
  }

  private load(seat: Seat, free: number, open: number, lastWorkAt: number): void {
    seat.free = free;
    seat.open = open;
    seat.lastWorkAt = lastWorkAt;
    if (free > 0) this.withRoom.add(seat.place);
    else this.withRoom.delete(seat.place);
  }

  private clear(seat: Seat): void {
    for (const set of seat.indexed) set.delete(seat.place);
    seat.indexed = [];
  }
}

function entryOf<Value>(map: Map<string, Value>, key: string, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}
