import { randomBytes } from 'node:crypto';

/** How long a client's question waits for events. */
const pollMs = 110_000;
/** How long the org waits for the next question before it forgets the client. */
const patienceMs = 40_000;
/** Events of the same moment travel together. */
const gatherMs = 5;

export interface Delivery extends Readonly<Record<string, unknown>> {
  readonly channel: string;
  readonly data: object;
}

/** A streaming client: what it subscribed to, and what waits for it. */
export class StreamingClient {
  readonly id = randomBytes(16).toString('hex');
  readonly userId: string;
  readonly #subscriptions = new Map<string, () => void>();
  readonly #onEnd: () => void;
  #queue: Delivery[] = [];
  #answer: ((deliveries: readonly Delivery[]) => void) | undefined;
  #timer: NodeJS.Timeout;

  constructor(userId: string, onEnd: () => void) {
    this.userId = userId;
    this.#onEnd = onEnd;
    this.#timer = this.#expectQuestion();
  }

  /** Puts an event where the client's next question finds it. */
  push(delivery: Delivery): void {
    this.#queue.push(delivery);
    if (this.#answer && this.#queue.length === 1) setTimeout(() => this.release(), gatherMs).unref();
  }

  /** Waits for events. A second question releases the first. @returns none when the time is over */
  wait(limit: number = pollMs): Promise<readonly Delivery[]> {
    this.release();
    clearTimeout(this.#timer);
    return new Promise((resolve) => {
      this.#answer = resolve;
      if (this.#queue.length > 0 || limit === 0) this.release();
      else this.#timer = setTimeout(() => this.release(), Math.min(limit, pollMs)).unref();
    });
  }

  /** Answers the question that waits, with what there is. */
  release(): void {
    const answer = this.#answer;
    if (!answer) return;
    this.#answer = undefined;
    const deliveries = this.#queue;
    this.#queue = [];
    this.#timer = this.#expectQuestion();
    answer(deliveries);
  }

  /** @param end ends the subscription */
  subscribe(channel: string, end: () => void): void {
    this.#subscriptions.get(channel)?.();
    this.#subscriptions.set(channel, end);
  }

  /** @returns whether there was such a subscription */
  unsubscribe(channel: string): boolean {
    this.#subscriptions.get(channel)?.();
    return this.#subscriptions.delete(channel);
  }

  /** Forgets the client: it went, or was silent for too long. */
  end(): void {
    this.release();
    clearTimeout(this.#timer);
    for (const end of this.#subscriptions.values()) end();
    this.#subscriptions.clear();
    this.#onEnd();
  }

  #expectQuestion(): NodeJS.Timeout {
    clearTimeout(this.#timer);
    return setTimeout(() => this.end(), patienceMs).unref();
  }
}
