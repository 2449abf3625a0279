import { OrgError } from '../../errors.ts';
import type { LiveOrg } from '../../org.ts';
import type { Transaction } from '../../records/types.ts';
import type { Session } from '../sessions.ts';

/** One request to a REST resource, from HTTP or from inside a composite request. */
export interface Call {
  readonly org: LiveOrg;
  readonly session: Session;
  readonly method: string;
  /** `/services/data/v65.0` */
  readonly base: string;
  /** Below the base: `['sobjects', 'Case', 'describe']`. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** What a resource answers. */
export interface Answer {
  readonly status: number;
  /** Sent as JSON; absent: an empty body. */
  readonly body?: unknown;
  /** Instead of JSON. */
  readonly text?: { readonly type: string; readonly content: string };
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a placeholder of the pattern stood for, by its name. */
export type Places = Readonly<Record<string, string>>;

/** Answers a call. @throws OrgError */
export type Handler = (call: Call, places: Places) => Answer;

/** A resource: `GET sobjects/:object/describe`. */
export interface Route {
  readonly method: string;
  readonly pattern: readonly string[];
  readonly handler: Handler;
}

/** @param address method and pattern, e.g. `GET sobjects/:object` */
export function route(address: string, handler: Handler): Route {
  const [method = '', path = ''] = address.split(' ');
  return { method, pattern: path === '' ? [] : path.split('/'), handler };
}

/** Finds the resource and lets it answer. @throws OrgError */
export function dispatch(routes: readonly Route[], call: Call): Answer {
  let known = false;
  for (const { method, pattern, handler } of routes) {
    const places = match(pattern, call.path);
    if (!places) continue;
    known = true;
    if (method === call.method || (method === 'GET' && call.method === 'HEAD')) return handler(call, places);
  }
  if (known) throw new OrgError('METHOD_NOT_ALLOWED', `HTTP Method '${call.method}' not allowed here.`);
  throw notFound();
}

function match(pattern: readonly string[], path: readonly string[]): Places | undefined {
  if (pattern.length !== path.length) return undefined;
  const places: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = path[index] ?? '';
    if (part.startsWith(':')) places[part.slice(1)] = segment;
    else if (part.toLowerCase() !== segment.toLowerCase()) return undefined;
  }
  return places;
}

/** The answer to an address behind which there is nothing. */
export function notFound(): OrgError {
  return new OrgError('NOT_FOUND', 'The requested resource does not exist');
}

/** Runs work as one transaction of the caller, or inside the one of a composite request: all of it or nothing. */
export function inTransaction<T>({ org, session }: Call, work: (transaction: Transaction) => T): T {
  if (!org.store.inTransaction) return org.transact(session.userId, work);
  return org.store.transaction(() => work(org.transaction));
}

/** The body as a JSON object. @throws OrgError */
export function bodyObject(call: Call): Record<string, unknown> {
  if (isObject(call.body)) return call.body;
  throw new OrgError('JSON_PARSER_ERROR', 'The request body must be a JSON object.');
}

/** Whether a JSON value is an object, not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
