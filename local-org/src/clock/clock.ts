/** The org's time. Everything in the local org that asks for the time asks here. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that tests drive: it stands still until told otherwise. */
export class DrivableClock implements Clock {
  #now: number;

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** Moves forward by a number of milliseconds. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }

  set(time: number): void {
    this.#now = time;
  }
}
