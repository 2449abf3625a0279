import { listen, listenToErrors, stopListening, type StreamMessage } from '../console/streaming.ts';

/** What `subscribe` gives back, for `unsubscribe`. */
export interface Subscription {
  readonly id: string;
  readonly channel: string;
  readonly replayId: number;
}

const listeners = new Map<string, (message: StreamMessage) => void>();
let subscribed = 0;

/** True: the console has a streaming client. */
export async function isEmpEnabled(): Promise<boolean> {
  return true;
}

/** Calls `onMessage` for each event of a channel: new ones (-1), all kept (-2), or those after a replay id. @throws Error if refused */
export async function subscribe(
  channel: string,
  replayId: number,
  onMessage: (message: StreamMessage) => void
): Promise<Subscription> {
  const listener = (message: StreamMessage) => onMessage(structuredClone(message));
  await listen(channel, replayId, listener);
  const subscription = { id: String((subscribed += 1)), channel, replayId };
  listeners.set(subscription.id, listener);
  return subscription;
}

/** Ends a subscription. */
export async function unsubscribe(
  subscription: Subscription,
  callback?: (response: {
    readonly channel: string;
    readonly subscription: string;
    readonly successful: boolean;
  }) => void
): Promise<{ readonly channel: string; readonly subscription: string; readonly successful: boolean }> {
  const { id, channel } = subscription;
  const listener = listeners.get(id);
  listeners.delete(id);
  if (listener) stopListening(channel, listener);
  const response = { channel: '/meta/unsubscribe', subscription: channel, successful: listener !== undefined };
  callback?.(response);
  return response;
}

/** Calls `callback` when the stream fails; it goes on by itself. */
export function onError(callback: (error: unknown) => void): void {
  listenToErrors(callback);
}

/** What the stream does is to be seen in the browser's own tools. */
export function setDebugFlag(): void {}
