import type { AsyncWork } from '../records/types.ts';
import type { EventHistory } from './history.ts';

/** After-commit work, and who listens to it. */
export interface Events {
  /** Queues work that a commit released. */
  enqueue(work: readonly AsyncWork[]): void;
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>;
  /** Runs what is due now, on the spot (Apex `Test.stopTest`). */
  drain(): void;
  /** No further work begins: the org closes. */
  stop(): void;
  /** Subscribes to a channel: `/event/X__e`, `/data/CaseChangeEvent`, `deploy`. @returns unsubscribe */
  subscribe(channel: string, listener: (message: unknown) => void): () => void;
  publish(channel: string, message: unknown): void;
  /** The platform events delivered since the org started. */
  readonly history: EventHistory;
}
