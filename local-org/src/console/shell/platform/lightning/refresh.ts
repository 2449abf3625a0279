type RefreshMethod = () => Promise<unknown> | unknown;

/** Asks everything around a component to show fresh data. */
export class RefreshEvent extends Event {
  static readonly type = 'lightning__refresh';

  constructor() {
    super(RefreshEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

export const REFRESH_ERROR = 'error';
export const REFRESH_COMPLETE = 'complete';
export const REFRESH_COMPLETE_WITH_ERRORS = 'complete-with-errors';

const handlers = new Map<string, { readonly element: unknown; readonly method: RefreshMethod }>();
let registered = 0;

/** Runs `method` when something around the component is refreshed. @returns the id for `unregisterRefreshHandler` */
export function registerRefreshHandler(element: EventTarget, method: RefreshMethod): string {
  const id = `handler-${(registered += 1)}`;
  handlers.set(id, { element: hostOf(element), method: method.bind(element) });
  return id;
}

/** Takes the handler away. */
export function unregisterRefreshHandler(id: string): void {
  handlers.delete(id);
}

/** Runs the handlers that `within` accepts. @returns how it went */
export async function runRefreshHandlers(within: (element: unknown) => boolean): Promise<string> {
  const chosen = [...handlers.values()].filter(({ element }) => within(element));
  const results = await Promise.allSettled(chosen.map(async ({ method }) => method()));
  return results.some(({ status }) => status === 'rejected') ? REFRESH_COMPLETE_WITH_ERRORS : REFRESH_COMPLETE;
}

/** The element of a component, which hands over itself: what it is in the page. */
function hostOf(element: EventTarget): unknown {
  return element instanceof Node ? element : Reflect.get(element, 'hostElement');
}
