import { logFault } from '../log.ts';
import type { Org } from '../org.ts';
import type { AsyncWork } from '../records/types.ts';
import { EventHistory } from './history.ts';
import type { Events } from './types.ts';

/** Longest wait of a timer before the clock is asked again. */
const longestWait = 60_000;

/**
 * Work after commits, one after the other in its order, each in a transaction of its own, once the caller has its answer.
 * @param drainTransaction runs what the running transaction would release (see Transactor); false if none is running
 */
export function createEvents(org: () => Org, drainTransaction: () => boolean): Events {
  const queue: AsyncWork[] = [];
  let scheduled = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let idleWaiters: (() => void)[] = [];
  const listeners = new Map<string, Set<(message: unknown) => void>>();

  const takeDue = (): AsyncWork | undefined => {
    const now = org().clock.now();
    const place = queue.findIndex((work) => (work.notBefore ?? 0) <= now);
    return place < 0 ? undefined : queue.splice(place, 1)[0];
  };

  const runOne = (work: AsyncWork): void => {
    try {
      org().transact(work.userId, (transaction) => work.run(transaction));
    } catch (error) {
      const again = work.again?.(error);
      if (again) queue.unshift(again);
      else reportFailure(work, error);
    }
  };

  const pump = (): void => {
    scheduled = false;
    if (stopped) return;
    const work = takeDue();
    if (work) {
      runOne(work);
      schedule();
      return;
    }
    waitForLater();
    const waiting = idleWaiters;
    idleWaiters = [];
    for (const resolve of waiting) resolve();
  };

  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    // After the answer of the request that released it, and between other requests.
    setImmediate(pump);
  };

  const waitForLater = (): void => {
    clearTimeout(timer);
    if (queue.length === 0) return;
    const next = Math.min(...queue.map((work) => work.notBefore ?? 0));
    timer = setTimeout(schedule, Math.min(Math.max(next - org().clock.now(), 100), longestWait));
    timer.unref();
  };

  return {
    history: new EventHistory(),
    enqueue(works) {
      for (const work of works) {
        if (!queue.at(-1)?.absorb?.(work)) queue.push(work);
      }
      schedule();
    },
    idle() {
      return new Promise((resolve) => {
        idleWaiters.push(resolve);
        schedule();
      });
    },
    drain() {
      if (drainTransaction()) return;
      for (let work = takeDue(); work; work = takeDue()) runOne(work);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
    subscribe(channel, listener) {
      const subscribers = listeners.get(channel) ?? new Set();
      listeners.set(channel, subscribers.add(listener));
      return () => subscribers.delete(listener);
    },
    publish(channel, message) {
      for (const listener of listeners.get(channel) ?? []) {
        try {
          listener(message);
        } catch (error) {
          logFault(`A listener on ${channel} failed`, error);
        }
      }
    }
  };
}

/** Nobody waits for the answer of work after a commit: what failed is told to itself and to the terminal. */
function reportFailure(work: AsyncWork, error: unknown): void {
  logFault(`${work.name} failed`, error);
  try {
    work.failed?.(error);
  } catch (second) {
    logFault(`${work.name} could not record its failure`, second);
  }
}
