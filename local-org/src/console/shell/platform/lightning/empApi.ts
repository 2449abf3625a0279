const UNSUPPORTED = 'The local org does not support the streaming client lightning/empApi in the browser';

/** False: a component that asks first can do without. */
export async function isEmpEnabled(): Promise<boolean> {
  return false;
}

/** @throws Error always: there is no streaming to the browser */
export async function subscribe(): Promise<never> {
  throw new Error(UNSUPPORTED);
}

/** @throws Error always: there is no streaming to the browser */
export async function unsubscribe(): Promise<never> {
  throw new Error(UNSUPPORTED);
}

/** Errors of a stream that can't be opened never come. */
export function onError(): void {}

/** Nothing to debug. */
export function setDebugFlag(): void {}
