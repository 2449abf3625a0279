import { createMatcher, type Agent, type WorkItem } from '../force-app/routing/lwc/yetiMatcher/yetiMatcher.ts';
import { atLeast, median, type Measurement } from './measurement.ts';

const agents = 5_000;
const skills = 64;
const skillsEach = 8;
const needsEach = 3;
const itemsEach = 200;

/** Who gets the next item, by the matcher's index and by looking at every agent. */
export async function measureMatcher(): Promise<readonly Measurement[]> {
  const staff = Array.from({ length: agents }, (_, index) => agentAt(index));
  const matcher = createMatcher();
  for (const agent of staff) matcher.putAgent(agent);
  const scan = new Scan(staff);

  let byIndex = 0;
  const given: (string | undefined)[] = [];
  const indexed = await median(() => {
    for (let count = 0; count < itemsEach; count++) {
      const item = itemAt(byIndex++);
      matcher.putItem(item);
      given.push(matcher.next(byIndex)?.agentId);
    }
  });
  let byScan = 0;
  const wanted: (string | undefined)[] = [];
  const scanned = await median(() => {
    for (let count = 0; count < itemsEach; count++) wanted.push(scan.give(itemAt(byScan++), byScan));
  });
  const difference = wanted.findIndex((agentId, index) => agentId !== given[index]);
  if (difference !== -1) throw new Error(`Index and scan disagree on item ${String(difference)}.`);
  if (!wanted.some((agentId) => agentId !== undefined)) throw new Error('Nobody could take any item.');
  return [
    atLeast('match an item, 5,000 agents, 64 skills: linear scan ÷ index', scanned / indexed, 5, ''),
    // Not a target of its own.
    { name: 'match an item, by index', value: (indexed / itemsEach) * 1000, unit: 'µs', target: '', ok: true }
  ];
}

interface Seat {
  readonly agent: Agent;
  readonly levels: ReadonlyMap<string, number>;
  free: number;
  lastWorkAt: number;
}

/** Looks at every agent, once an item. */
class Scan {
  readonly #staff: readonly Seat[];

  constructor(staff: readonly Agent[]) {
    this.#staff = staff.map((agent) => ({
      agent,
      levels: new Map(agent.skills.map(({ skill, level }) => [skill, level])),
      free: agent.capacity,
      lastWorkAt: agent.lastWorkAt
    }));
  }

  give(item: WorkItem, now: number): string | undefined {
    let best: Seat | undefined;
    for (const seat of this.#staff) {
      if (seat.agent.presence !== 'Available' || !seat.agent.channels.includes(item.channel)) continue;
      if (seat.free < item.weight) continue;
      if (!item.skills.every(({ skill, level }) => (seat.levels.get(skill) ?? -1) >= level)) continue;
      if (best === undefined || this.#order(seat, best) < 0) best = seat;
    }
    if (best === undefined) return undefined;
    best.free -= item.weight;
    best.lastWorkAt = now;
    return best.agent.id;
  }

  #order(a: Seat, b: Seat): number {
    return b.free - a.free || a.lastWorkAt - b.lastWorkAt || (a.agent.id < b.agent.id ? -1 : 1);
  }
}

function agentAt(index: number): Agent {
  return {
    id: `agent-${String(index)}`,
    name: `Agent ${String(index)}`,
    presence: index % 10 === 0 ? 'Away' : 'Available',
    channels: ['Case'],
    capacity: 50,
    used: 0,
    open: 0,
    lastWorkAt: 0,
    skills: Array.from({ length: skillsEach }, (_, place) => ({
      skill: skillAt(index * 7 + place * (1 + (index % 5))),
      level: 1 + ((index * 3 + place) % 10)
    }))
  };
}

function itemAt(index: number): WorkItem {
  return {
    id: `item-${String(index)}`,
    channel: 'Case',
    model: 'MostAvailable',
    priority: index % 5,
    secondaryPriority: 0,
    requestedAt: index,
    weight: 1,
    skills: Array.from({ length: needsEach }, (_, place) => ({
      skill: skillAt(index * 7 + place),
      level: 1 + ((index + place) % 5),
      additional: false,
      dropOrder: 0
    })),
    excluded: []
  };
}

function skillAt(index: number): string {
  return `Skill ${String(index % skills)}`;
}
