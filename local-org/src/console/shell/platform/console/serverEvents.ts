/** One stream for the whole page: a browser keeps few connections to a server. */
let stream: EventSource | undefined;

/** Calls the listener whenever the org tells the page of that: `deploy`, `omni`; `open`: it may have missed something. */
export function onServerEvent(name: string, listener: () => void): void {
  stream ??= new EventSource('/console/api/events');
  stream.addEventListener(name, listener);
}

/** Hears nothing any more. */
export function leaveServer(): void {
  stream?.close();
}
