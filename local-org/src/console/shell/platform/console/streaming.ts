/** A message as components receive it. */
export interface StreamMessage {
  readonly channel: string;
  readonly data: {
    readonly schema: string;
    readonly payload: Readonly<Record<string, unknown>>;
    readonly event: { readonly replayId: number };
  };
}

interface Reply {
  readonly channel: string;
  readonly clientId?: string;
  readonly subscription?: string;
  readonly successful?: boolean;
  readonly error?: string;
  readonly data?: StreamMessage['data'];
  readonly ext?: { readonly replay?: Readonly<Record<string, number>> };
}

type Listener = (message: StreamMessage) => void;

/** What a channel's listeners wait for: events after this one, or a wish of the platform's: -1 new ones, -2 all kept. */
interface Channel {
  /** Each with the last event it heard. */
  readonly listeners: Map<Listener, number>;
  replayFrom: number;
}

const ADDRESS = '/cometd/65.0';
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

const channels = new Map<string, Channel>();
const errorListeners = new Set<(error: unknown) => void>();
let clientId: string | undefined;
let greeting: Promise<string> | undefined;
let polling: AbortController | undefined;

/**
 * Listens to a channel. The whole browser tab shares one question that waits at the server; there is none while nobody
 * listens, or while the tab is hidden: what was missed comes when it is seen again.
 * @throws Error in the server's words if it refuses
 */
export async function listen(name: string, replayFrom: number, listener: Listener): Promise<void> {
  const known = channels.get(name);
  const channel: Channel = known ?? { listeners: new Map(), replayFrom };
  channel.listeners.set(listener, replayFrom);
  channels.set(name, channel);
  try {
    if (!known || replayFrom !== -1) await subscribe(name, replayFrom);
  } catch (error) {
    stopListening(name, listener);
    throw error;
  }
  void poll();
}

/** Ends what `listen` began. */
export function stopListening(name: string, listener: Listener): void {
  const channel = channels.get(name);
  if (!channel?.listeners.delete(listener) || channel.listeners.size > 0) return;
  channels.delete(name);
  if (channels.size === 0) hangUp();
  else if (clientId !== undefined) {
    send({ channel: '/meta/unsubscribe', clientId, subscription: name }).catch(tellError);
  }
}

function hangUp(): void {
  polling?.abort();
  if (clientId !== undefined) send({ channel: '/meta/disconnect', clientId }).catch(tellError);
  polling = clientId = greeting = undefined;
}

/** Tells the listener of every failure from now on. */
export function listenToErrors(listener: (error: unknown) => void): void {
  errorListeners.add(listener);
}

function tellError(error: unknown): void {
  for (const listener of errorListeners) listener(error);
}

async function greet(): Promise<string> {
  const [reply] = await send({
    channel: '/meta/handshake',
    version: '1.0',
    supportedConnectionTypes: ['long-polling']
  });
  if (!reply?.successful || reply.clientId === undefined) throw new Error(reply?.error ?? 'The handshake failed');
  clientId = reply.clientId;
  return reply.clientId;
}

async function subscribe(name: string, replayFrom: number): Promise<void> {
  greeting ??= greet();
  const id = await greeting.catch((error: unknown) => {
    greeting = undefined;
    throw error;
  });
  const ext = { replay: { [name]: replayFrom } };
  const [reply] = await send({ channel: '/meta/subscribe', clientId: id, subscription: name, ext });
  if (!reply?.successful) throw new Error(reply?.error ?? 'The subscription failed');
  // Nothing is lost if the connection is, even before the first event.
  const channel = channels.get(name);
  if (channel?.replayFrom === -1) channel.replayFrom = reply.ext?.replay?.[name] ?? -1;
}

/** Asks again and again, as long as somebody listens and the tab is seen. */
async function poll(): Promise<void> {
  if (polling) return;
  const stop = (polling = new AbortController());
  let pause = FIRST_PAUSE_MS;
  while (!stop.signal.aborted && !document.hidden) {
    try {
      if (clientId === undefined) await startAgain();
      const replies = await send({ channel: '/meta/connect', clientId, connectionType: 'long-polling' }, stop.signal);
      for (const reply of replies) take(reply);
      if (clientId !== undefined) pause = FIRST_PAUSE_MS;
      else await rest(pause);
    } catch (error) {
      if (stop.signal.aborted) break;
      clientId = undefined;
      tellError(error);
      await rest(pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    }
  }
  if (polling === stop) polling = undefined;
}

/** The server has forgotten this tab: it hears from where it heard last. */
async function startAgain(): Promise<void> {
  greeting = undefined;
  for (const [name, { replayFrom }] of channels) await subscribe(name, replayFrom);
}

function take({ channel, data, successful }: Reply): void {
  if (channel === '/meta/connect') {
    if (successful === false) clientId = undefined;
    return;
  }
  const known = channels.get(channel);
  if (!known || !data) return;
  known.replayFrom = data.event.replayId;
  for (const [listener, heard] of known.listeners) {
    if (data.event.replayId <= heard) continue;
    known.listeners.set(listener, data.event.replayId);
    try {
      listener({ channel, data });
    } catch (error) {
      reportError(error);
    }
  }
}

function rest(pause: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, pause));
}

async function send(message: object, signal?: AbortSignal): Promise<readonly Reply[]> {
  const response = await fetch(ADDRESS, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify([message]),
    ...(signal && { signal })
  });
  const replies: unknown = await response.json();
  if (!Array.isArray(replies)) throw new Error(`${ADDRESS} answers ${response.status}`);
  return replies;
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) hangUp();
  else if (channels.size > 0) void poll();
});
