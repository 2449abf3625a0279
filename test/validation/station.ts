import { Alarms } from '../../force-app/routing/lwc/yetiMatcher/alarms.ts';
import { createMatcher } from '../../force-app/routing/lwc/yetiMatcher/yetiMatcher.ts';
import type { Agent, WorkItem } from '../../force-app/routing/lwc/yetiMatcher/yetiMatcher.ts';
import { randomNumbers } from './randomNumbers.ts';

/** A kind of work: how often it comes, and what it needs. */
export interface Stream {
  readonly rate: number;
  readonly needs?: Partial<Pick<WorkItem, 'skills' | 'priority' | 'dropAfter'>>;
}

/** Arrivals are Poisson, service and patience exponential; the unit of time is the mean service time. */
export interface Station {
  readonly streams: readonly Stream[];
  readonly agents: readonly { readonly skills?: readonly string[]; readonly capacity?: number }[];
  readonly model?: WorkItem['model'];
  /** How fast those who wait give up; none: they never do. */
  readonly impatience?: number;
}

/** What became of one piece of work. */
export interface Visit {
  readonly stream: number;
  readonly wait: number;
  readonly gaveUp: boolean;
  /** After a wait, somebody took it who has not all of its skills. */
  readonly offSkill: boolean;
}

/** Lets the matcher decide for a number of arrivals, one event after the other. */
export function run(station: Station, arrivals: number, seed: number): readonly Visit[] {
  const random = randomNumbers(seed);
  const exponential = (rate: number): number => -Math.log(1 - random()) / rate;
  const matcher = createMatcher();
  const events = new Alarms<() => void>();
  const agents = new Map<string, Agent>();
  const waiting = new Map<string, { readonly place: number; readonly stream: number; readonly item: WorkItem }>();
  const visits: Visit[] = new Array<Visit>(arrivals);
  let arrived = 0;
  let now = 0;

  station.agents.forEach(({ skills = [], capacity = 1 }, index) => {
    seat({
      id: String(index),
      name: '',
      presence: 'Available',
      channels: ['Case'],
      capacity,
      used: 0,
      open: 0,
      lastWorkAt: 0,
      skills: skills.map((skill) => ({ skill, level: 1 }))
    });
  });
  station.streams.forEach(({ rate }, stream) => events.put(() => arrive(stream), exponential(rate)));

  function seat(next: Agent): void {
    agents.set(next.id, next);
    matcher.putAgent(next);
  }

  function arrive(stream: number): void {
    const { rate, needs } = station.streams[stream] ?? { rate: 0 };
    events.put(() => arrive(stream), now + exponential(rate));
    if (arrived === arrivals) return;
    const place = arrived++;
    const work: WorkItem = {
      id: String(place),
      channel: 'Case',
      model: station.model ?? 'MostAvailable',
      priority: 0,
      secondaryPriority: 0,
      requestedAt: now,
      weight: 1,
      skills: [],
      excluded: [],
      ...needs
    };
    waiting.set(work.id, { place, stream, item: work });
    matcher.putItem(work);
    if (station.impatience !== undefined) events.put(() => giveUp(work.id), now + exponential(station.impatience));
  }

  function giveUp(itemId: string): void {
    matcher.removeItem(itemId);
    leave(itemId, undefined);
  }

  function leave(itemId: string, to: Agent | undefined): void {
    const work = waiting.get(itemId);
    if (work === undefined) return;
    waiting.delete(itemId);
    const wait = now - work.item.requestedAt;
    const has = new Set(to?.skills.map(({ skill }) => skill));
    visits[work.place] = {
      stream: work.stream,
      wait,
      gaveUp: to === undefined,
      offSkill: wait > 0 && work.item.skills.some(({ skill }) => !has.has(skill))
    };
  }

  function serve(itemId: string, agentId: string): void {
    const to = agents.get(agentId);
    if (to === undefined) return;
    leave(itemId, to);
    agents.set(agentId, { ...to, used: to.used + 1, open: to.open + 1 });
    events.put(() => finish(agentId), now + exponential(1));
  }

  function finish(agentId: string): void {
    const free = agents.get(agentId);
    // The formulas take whoever is idle longest, not whoever got work longest ago.
    if (free !== undefined) seat({ ...free, used: free.used - 1, open: free.open - 1, lastWorkAt: now });
  }

  while (arrived < arrivals || waiting.size > 0) {
    now = Math.min(events.next() ?? now, matcher.nextMoment(now) ?? Number.POSITIVE_INFINITY);
    events.takeDue(now)?.();
    for (let next = matcher.next(now); next !== undefined; next = matcher.next(now)) serve(next.itemId, next.agentId);
  }
  return visits;
}
