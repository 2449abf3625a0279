type Listener = (message: unknown) => void;

interface Subscription {
  readonly channel: string;
  readonly context: object;
  readonly listener: Listener;
  readonly everywhere: boolean;
}

/** Option of `subscribe`: listen in hidden tabs too. */
export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');

const subscriptions = new Set<Subscription>();

/** Wire: the context that `publish` and `subscribe` take; its subscriptions end with the component. */
export class MessageContext {
  readonly #context = createMessageContext();
  readonly #give: (context: object) => void;

  constructor(give: (context: object) => void) {
    this.#give = give;
    give(this.#context);
  }

  update(): void {
    this.#give(this.#context);
  }

  connect(): void {
    this.#give(this.#context);
  }

  disconnect(): void {
    releaseMessageContext(this.#context);
  }
}

/** A context for code that is not a component. */
export function createMessageContext(): object {
  return Object.freeze({ created: subscriptions });
}

/** Ends all subscriptions of a context. */
export function releaseMessageContext(context: object): void {
  for (const subscription of subscriptions) if (subscription.context === context) subscriptions.delete(subscription);
}

/** Sends a message to everybody who listens to the channel. */
export function publish(context: object, channel: string, message: unknown): void {
  requireContext(context);
  for (const subscription of [...subscriptions]) {
    if (subscription.channel === channel) subscription.listener(message);
  }
}

/** Listens to a channel. @returns what `unsubscribe` takes */
export function subscribe(
  context: object,
  channel: string,
  listener: Listener,
  options: { readonly scope?: symbol } = {}
): Subscription {
  requireContext(context);
  const subscription = { channel, context, listener, everywhere: options.scope === APPLICATION_SCOPE };
  subscriptions.add(subscription);
  return subscription;
}

/** Stops listening. */
export function unsubscribe(subscription: Subscription): void {
  subscriptions.delete(subscription);
}

function requireContext(context: unknown): void {
  if (typeof context !== 'object' || context === null)
    throw new Error('A message needs the context of @wire(MessageContext)');
}
