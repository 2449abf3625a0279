import { broughtAnswer } from './context.ts';
import { send } from './together.ts';

/** An error as the platform's wire adapters and functions give it to components. */
export interface FetchResponse {
  readonly errorType: 'fetchResponse';
  readonly ok: false;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Calls this org. @throws FetchResponse */
export async function request<T>(method: string, address: string, body?: unknown): Promise<T> {
  const brought = method === 'GET' ? broughtAnswer(address) : undefined;
  if (brought !== undefined) return brought as T;
  const { status, statusText, text } = await send({ method, address, body });
  const answer: unknown = text === '' ? undefined : parse(text);
  if (status >= 200 && status < 300) return answer as T; // what an address answers is its contract; every caller names it
  if (status === 401) location.assign('/');
  throw fetchResponse(status, statusText, answer);
}

/** The platform's error shape around a body. */
export function fetchResponse(status: number, statusText: string, body: unknown): FetchResponse {
  return Object.freeze({ errorType: 'fetchResponse', ok: false, status, statusText, headers: {}, body });
}

/** The first sentence an error carries, whichever of the platform's shapes it has. */
export function messageOf(error: unknown): string {
  if (Array.isArray(error)) return messageOf(error[0]);
  if (typeof error !== 'object' || error === null) return String(error);
  if ('body' in error && error.body !== undefined) return messageOf(error.body);
  if ('output' in error && isFilled(error.output, 'errors')) return messageOf(error.output.errors[0]);
  if ('message' in error && typeof error.message === 'string') return error.message;
  return 'statusText' in error ? String(error.statusText) : String(error);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return { message: text };
  }
}

function isFilled<K extends string>(value: unknown, key: K): value is Record<K, unknown[]> {
  if (typeof value !== 'object' || value === null || !(key in value)) return false;
  const list: unknown = Reflect.get(value, key);
  return Array.isArray(list) && list.length > 0;
}
