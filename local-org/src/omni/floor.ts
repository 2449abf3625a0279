import type { Org } from '../org.ts';
import { presentAgents, type Load } from './agents.ts';
import type { Changes } from './changes.ts';
import { routingsRefusedBy, waitingItems } from './items.ts';
import type { Assignment, Matcher } from './matcher.ts';
import { allOpenWork, openWorkOf, type OpenWork } from './rows.ts';

/** What the matcher is told of the records, and kept in step with them: who is there, what they have, what waits. */
export class Floor {
  readonly #org: Org;
  readonly #matcher: Matcher;
  /** Waiting work that could not be brought to anybody for a fault of its own; it waits until it changes. */
  readonly #setAside: Set<string>;
  readonly #works = new Map<string, OpenWork>();
  readonly #byAgent = new Map<string, Set<OpenWork>>();
  readonly #byWorkItem = new Map<string, Set<OpenWork>>();
  readonly #assigned = new Map<string, string>();
  readonly #timeouts = new Map<string, number>();
  readonly #lastWorkAt: Map<string, number>;

  /** Reads all records. */
  constructor(org: Org, matcher: Matcher, setAside: Set<string>) {
    this.#org = org;
    this.#matcher = matcher;
    this.#setAside = setAside;
    this.#lastWorkAt = new Map(
      org.store
        .all('SELECT "UserId" AS id, max("AssignedDateTime") AS last FROM "AgentWork" GROUP BY "UserId"')
        .map(({ id, last }) => [String(id), Number(last)])
    );
    for (const work of allOpenWork(org)) this.put(work);
    this.#putAgents();
    this.#putItems();
  }

  /** Looks again at what changed. */
  refresh(changes: Changes): void {
    if (changes.works.size > 0) this.#putWorks([...changes.works]);
    const routings = [...changes.routings, ...routingsRefusedBy(this.#org, [...changes.presences])];
    for (const id of routings) this.#setAside.delete(id);
    if (routings.length > 0) this.#putItems(routings);
    if (changes.everybody) this.#putAgents();
    else if (changes.agents.size > 0) this.#putAgents([...changes.agents]);
  }

  /** Work came to an agent. */
  put(work: OpenWork): void {
    this.#works.set(work.id, work);
    setOf(this.#byAgent, work.agentId).add(work);
    setOf(this.#byWorkItem, work.workItemId).add(work);
    if (work.routingId !== null && work.status === 'Assigned') this.#assigned.set(work.routingId, work.id);
    if (work.pushTimeoutAt !== null) this.#timeouts.set(work.id, work.pushTimeoutAt);
  }

  next(): Assignment | undefined {
    const now = this.#org.clock.now();
    const assignment = this.#matcher.next(now);
    if (assignment) this.#lastWorkAt.set(assignment.agentId, now);
    return assignment;
  }

  /** Work that an agent let pass. */
  overdue(): string | undefined {
    const now = this.#org.clock.now();
    for (const [id, at] of this.#timeouts) if (at <= now) return id;
    return undefined;
  }

  /** Work that cannot be taken back, however long it takes. */
  waitNoLonger(workId: string): void {
    this.#timeouts.delete(workId);
  }

  /** What agents have of a record. */
  worksOn(workItemId: string): readonly string[] {
    return [...(this.#byWorkItem.get(workItemId) ?? [])].map(({ id }) => id);
  }

  /** The work of this routing that was brought to somebody. */
  assignedOf(routingId: string): string | undefined {
    return this.#assigned.get(routingId);
  }

  /** When time alone may ask for something to be done. */
  nextMoment(): number | undefined {
    const moments = [this.#matcher.nextMoment(this.#org.clock.now()), ...this.#timeouts.values()];
    const known = moments.filter((moment) => moment !== undefined);
    return known.length === 0 ? undefined : known.reduce((first, moment) => Math.min(first, moment));
  }

  #putWorks(ids: readonly string[]): void {
    for (const id of ids) this.#remove(id);
    for (const work of openWorkOf(this.#org, ids)) this.put(work);
  }

  #remove(id: string): void {
    const work = this.#works.get(id);
    if (!work) return;
    this.#works.delete(id);
    this.#timeouts.delete(id);
    if (work.routingId !== null) this.#assigned.delete(work.routingId);
    this.#byAgent.get(work.agentId)?.delete(work);
    const others = this.#byWorkItem.get(work.workItemId);
    others?.delete(work);
    if (others?.size === 0) this.#byWorkItem.delete(work.workItemId);
  }

  #putItems(ids?: readonly string[]): void {
    const found = waitingItems(this.#org, ids).filter(({ id }) => !this.#setAside.has(id));
    const there = new Set(found.map(({ id }) => id));
    for (const id of ids ?? []) if (!there.has(id)) this.#matcher.removeItem(id);
    for (const item of found) this.#matcher.putItem(item);
  }

  #putAgents(ids?: readonly string[]): void {
    const present = presentAgents(this.#org, (id) => this.#loadOf(id), ids);
    const there = new Set(present.map(({ id }) => id));
    for (const id of ids ?? []) if (!there.has(id)) this.#matcher.removeAgent(id);
    for (const agent of present) this.#matcher.putAgent(agent);
  }

  #loadOf(agentId: string): Load {
    const works = [...(this.#byAgent.get(agentId) ?? [])];
    return {
      used: works.reduce((sum, { weight }) => sum + weight, 0),
      open: works.length,
      lastWorkAt: this.#lastWorkAt.get(agentId) ?? 0
    };
  }
}

function setOf<T>(sets: Map<string, Set<T>>, key: string): Set<T> {
  const set = sets.get(key) ?? new Set();
  sets.set(key, set);
  return set;
}
