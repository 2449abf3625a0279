import { OrgError } from '../errors.ts';
import { logFault } from '../log.ts';
import type { Org } from '../org.ts';
import type { SavedRows, Transaction } from '../records/types.ts';
import type { Changes } from './changes.ts';
import { concerns } from './changes.ts';
import { deskOf, isTabBased, reasonText } from './desk.ts';
import { Floor } from './floor.ts';
import type { Assignment, CreateMatcher } from './matcher.ts';
import { changePresence, configurationOf } from './presence.ts';
import { openWorkAt, openWorkOf, routingOf, routingsFor, type OpenWork, type Routing } from './rows.ts';
import { Alarm, Step, type Stepping } from './steps.ts';
import { omniChannel, type AgentDesk, type Omni } from './types.ts';
import { accept, assign, cancel, close, isPresent, refuse, workOf } from './work.ts';
import { followWorkItems } from './workItems.ts';

/** Omni-Channel of an org; without a matcher it is off. */
export function createOmni(org: () => Org, createMatcher?: CreateMatcher): Omni {
  return new OmniRoom(org, createMatcher);
}

/** How long after a fault of its own the room begins anew, if nothing is saved before. */
const afterFailure = 60_000;

/** Routes an org's work. Everything it decides it writes as records, each decision in a transaction of its own. */
class OmniRoom implements Omni, Stepping {
  readonly #org: () => Org;
  readonly #createMatcher: CreateMatcher | undefined;
  readonly #alarm: Alarm;
  readonly #setAside = new Set<string>();
  #floor: Floor | undefined;

  constructor(org: () => Org, createMatcher: CreateMatcher | undefined) {
    this.#org = org;
    this.#createMatcher = createMatcher;
    this.#alarm = new Alarm(this, org);
  }

  get enabled(): boolean {
    return this.#createMatcher !== undefined && this.#org().schema.omni !== undefined;
  }

  open(): void {
    if (this.enabled) this.#org().events.enqueue([new Step(this, this.#org())]);
  }

  schemaChanged(): void {
    this.#floor = undefined;
    this.#setAside.clear();
  }

  watches(object: string): boolean {
    return this.enabled && concerns(this.#org().schema, object);
  }

  saved(event: SavedRows): void {
    const org = this.#org();
    // What a test saves is gone when the test ends: it is never routed.
    if (org.transaction.isolated) return;
    const step = new Step(this, org);
    step.changes.note(org.schema, event);
    if (!step.changes.isEmpty) org.transaction.afterCommit(step);
  }

  desk(userId: string): AgentDesk {
    this.#expectEnabled();
    return deskOf(this.#org(), userId);
  }

  setPresence(userId: string, statusId: string | null): void {
    this.#act(userId, (org) => {
      changePresence(org, userId, statusId);
      if (statusId !== null) return;
      for (const work of openWorkAt(org, userId))
        if (work.status === 'Assigned') refuse(org, work, 'Unavailable', null);
    });
  }

  accept(userId: string, workId: string): void {
    this.#act(userId, (org) => {
      accept(org, workOf(org, userId, workId, 'Assigned'));
    });
  }

  decline(userId: string, workId: string, reason?: string): void {
    this.#act(userId, (org) => {
      const { decline, statusOnDecline } = configurationOf(org, userId);
      if (!decline) throw new OrgError('INVALID_OPERATION', "This user's presence configuration allows no declining");
      refuse(org, workOf(org, userId, workId, 'Assigned'), 'Declined', reasonText(org, reason));
      if (statusOnDecline !== null) changePresence(org, userId, statusOnDecline);
    });
  }

  close(userId: string, workId: string): void {
    this.#act(userId, (org) => {
      const work = workOf(org, userId, workId, 'Opened');
      if (!isTabBased(org, work.workItemId))
        throw new OrgError('INVALID_OPERATION', 'This work is done when its record is closed or given away');
      close(org, work);
    });
  }

  step(changes: Changes, transaction: Transaction): void {
    if (!this.enabled || !this.#createMatcher) return;
    const { org } = transaction;
    const floor = (this.#floor ??= new Floor(org, this.#createMatcher(), this.#setAside));
    const routings = changes.workItems.size === 0 ? [] : routingsFor(org, [...changes.workItems]);
    for (const { id } of routings) changes.routings.add(id);
    floor.refresh(changes);
    this.#follow(org, floor, changes, routings);
    const overdue = floor.overdue();
    if (overdue) this.#letPass(transaction, floor, overdue);
    else if (!this.#assignNext(transaction, floor)) this.#alarm.set(floor.nextMoment());
    for (const userId of changes.agents) org.events.publish(omniChannel(userId), null);
  }

  stepFailed(): void {
    this.#floor = undefined;
    this.#alarm.set(this.#org().clock.now() + afterFailure);
  }

  #expectEnabled(): void {
    if (this.enabled) return;
    const why = this.#createMatcher
      ? 'OmniChannelSettings are not deployed'
      : 'this local org was opened without a matcher';
    throw new OrgError('NOT_FOUND', `Omni-Channel is off: ${why}`);
  }

  /** What an agent does, as that user. */
  #act(userId: string, work: (org: Org) => void): void {
    this.#expectEnabled();
    this.#org().transact(userId, ({ org }) => {
      work(org);
    });
  }

  #letPass(transaction: Transaction, floor: Floor, workId: string): void {
    const { org } = transaction;
    const next = new Step(this, org);
    try {
      org.store.transaction(() => {
        for (const work of openWorkOf(org, [workId])) {
          if (work.status !== 'Assigned') continue;
          refuse(org, work, 'DeclinedOnPushTimeout', null);
          const { statusOnPushTimeout } = configurationOf(org, work.agentId);
          if (statusOnPushTimeout !== null) changePresence(org, work.agentId, statusOnPushTimeout);
        }
      });
      next.changes.works.add(workId);
    } catch (error) {
      floor.waitNoLonger(workId);
      logFault(`Omni-Channel could not take back ${workId}; it stays with its agent`, error);
    }
    transaction.afterCommit(next);
  }

  /** What the records ask for that were saved. A trigger or rule that refuses it stops nothing else. */
  #follow(org: Org, floor: Floor, changes: Changes, routings: readonly Routing[]): void {
    try {
      org.store.transaction(() => {
        const stillOpen = (works: readonly string[]): OpenWork[] => (works.length === 0 ? [] : openWorkOf(org, works));
        followWorkItems(org, [...changes.workItems], routings, (id) => stillOpen(floor.worksOn(id)));
        const brought = [...changes.routings].filter((id) => floor.assignedOf(id) !== undefined);
        const unrouted = brought.filter((id) => !routingOf(org, id)).flatMap((id) => floor.assignedOf(id) ?? []);
        for (const work of stillOpen(unrouted)) if (work.status === 'Assigned') cancel(org, work);
      });
    } catch (error) {
      logFault('Omni-Channel could not follow a change', error);
    }
  }

  /** @returns whether another step is due */
  #assignNext(transaction: Transaction, floor: Floor): boolean {
    const { org } = transaction;
    const assignment = floor.next();
    if (!assignment) return false;
    const routing = routingOf(org, assignment.itemId);
    if (routing?.isReady === true && !routing.isPushed && isPresent(org, assignment.agentId))
      this.#bring(org, floor, routing, assignment);
    // Whatever became of it: both are looked at again.
    const next = new Step(this, org);
    if (!this.#setAside.has(assignment.itemId)) next.changes.routings.add(assignment.itemId);
    next.changes.agents.add(assignment.agentId);
    transaction.afterCommit(next);
    return true;
  }

  #bring(org: Org, floor: Floor, routing: Routing, assignment: Assignment): void {
    try {
      org.store.transaction(() => {
        const id = assign(org, routing, assignment);
        for (const work of openWorkOf(org, [id])) {
          if (configurationOf(org, assignment.agentId).autoAccept) accept(org, work);
          floor.put(work);
        }
      });
    } catch (error) {
      this.#setAside.add(routing.id);
      logFault(`Omni-Channel could not assign ${routing.workItemId}; it waits until its routing changes`, error);
    }
  }
}
