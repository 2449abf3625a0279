import { OrgError, UnsupportedError } from '../../errors.ts';
import { apiError, errorAnswer } from '../errors.ts';
import type { Answer, Call, Route } from './call.ts';
import { bodyObject, dispatch, inTransaction, isObject, route } from './call.ts';

const atMost = 25;

/** Several requests in one: `composite` (later ones refer to earlier ones) and `composite/batch` (independent ones). */
export function compositeRoutes(routes: () => readonly Route[]): readonly Route[] {
  return [
    route('POST composite', (call) => composite(call, routes())),
    route('POST composite/batch', (call) => batch(call, routes())),
    route('POST composite/graph', () => {
      throw new UnsupportedError('composite graphs: send a composite request with allOrNone instead');
    })
  ];
}

interface SubAnswer {
  readonly body: unknown;
  readonly httpHeaders: Record<string, string>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

/** Thrown to take back what the earlier requests of an all-or-none composite did. */
class CompositeFailed extends Error {
  readonly answers: readonly SubAnswer[];

  constructor(answers: readonly SubAnswer[]) {
    super('A request of the composite failed.');
    this.answers = answers;
  }
}

function composite(call: Call, routes: readonly Route[]): Answer {
  const body = bodyObject(call);
  const requests = listOf(body, 'compositeRequest');
  if (body['allOrNone'] !== true) {
    return { status: 200, body: { compositeResponse: runAll(call, routes, requests, false) } };
  }
  try {
    const answers = inTransaction(call, () => runAll(call, routes, requests, true));
    return { status: 200, body: { compositeResponse: answers } };
  } catch (error) {
    if (error instanceof CompositeFailed) return { status: 200, body: { compositeResponse: error.answers } };
    throw error;
  }
}

function listOf(body: Record<string, unknown>, name: string): Record<string, unknown>[] {
  const list = body[name];
  if (!Array.isArray(list) || !list.every(isObject))
    throw new OrgError('JSON_PARSER_ERROR', `The request body needs ${name}, a list of requests.`);
  if (list.length > atMost)
    throw new OrgError('LIMIT_EXCEEDED', `${name} may hold ${String(atMost)} requests, not ${String(list.length)}.`);
  return list;
}

function runAll(
  call: Call,
  routes: readonly Route[],
  requests: readonly Record<string, unknown>[],
  allOrNone: boolean
): SubAnswer[] {
  const answers: SubAnswer[] = [];
  const known = new Map<string, SubAnswer>();
  for (const [index, request] of requests.entries()) {
    const answer = runOne(call, routes, request, known);
    answers.push(answer);
    known.set(answer.referenceId, answer);
    if (!allOrNone || answer.httpStatusCode < 400) continue;
    throw new CompositeFailed(requests.map((other, place) => (place === index ? answer : halted(other))));
  }
  return answers;
}

function halted(request: Record<string, unknown>): SubAnswer {
  const error = {
    errorCode: 'PROCESSING_HALTED',
    message: 'The transaction was rolled back since another operation in the same transaction failed.'
  };
  return { body: [error], httpHeaders: {}, httpStatusCode: 400, referenceId: String(request['referenceId'] ?? '') };
}

function runOne(
  call: Call,
  routes: readonly Route[],
  request: Record<string, unknown>,
  known: ReadonlyMap<string, SubAnswer>
): SubAnswer {
  const referenceId = request['referenceId'];
  if (typeof referenceId !== 'string' || !/^[A-Za-z]\w*$/.test(referenceId)) {
    throw new OrgError(
      'JSON_PARSER_ERROR',
      'Each request of a composite needs a referenceId of letters, digits and underscores.'
    );
  }
  if (known.has(referenceId)) throw new OrgError('INVALID_INPUT', `Duplicate reference id: ${referenceId}`);
  try {
    const url = resolveText(textOf(request, 'url'), known);
    const answer = dispatch(routes, subCall(call, textOf(request, 'method'), url, resolve(request['body'], known)));
    return { body: answer.body ?? null, httpHeaders: {}, httpStatusCode: answer.status, referenceId };
  } catch (error) {
    const { status, body } = errorAnswer(error);
    return { body, httpHeaders: {}, httpStatusCode: status, referenceId };
  }
}

function textOf(request: Record<string, unknown>, name: string): string {
  const value = request[name];
  if (typeof value === 'string') return value;
  throw new OrgError('JSON_PARSER_ERROR', `Each request of a composite needs ${name}, a text.`);
}

/** The same caller, another address. */
function subCall(call: Call, method: string, url: string, body: unknown): Call {
  const [address = '', query = ''] = url.split(/\?(.*)/s);
  const match = /^\/?(?:services\/data\/)?(v\d\d\.0)\/(.*)$/.exec(address);
  if (!match)
    throw new OrgError('INVALID_INPUT', `The address ${url} must begin with the path of the API: ${call.base}/…`);
  const path = (match[2] ?? '')
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
  if (path[0]?.toLowerCase() === 'composite' && path[1]?.toLowerCase() !== 'sobjects') {
    throw new OrgError('INVALID_INPUT', "A composite request can't hold another one.");
  }
  return {
    ...call,
    method: method.toUpperCase(),
    base: `/services/data/${match[1] ?? ''}`,
    path,
    query: new URLSearchParams(query),
    body
  };
}

/** Puts in what `@{reference.path}` stands for, everywhere in a body. */
function resolve(value: unknown, known: ReadonlyMap<string, SubAnswer>): unknown {
  if (typeof value === 'string') {
    const whole = /^@\{([^}]+)\}$/.exec(value)?.[1];
    return whole === undefined ? resolveText(value, known) : lookUp(whole, known);
  }
  if (Array.isArray(value)) return value.map((entry) => resolve(entry, known));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, resolve(entry, known)]));
}

function resolveText(text: string, known: ReadonlyMap<string, SubAnswer>): string {
  return text.replace(/@\{([^}]+)\}/g, (_, path: string) => String(lookUp(path, known)));
}

function lookUp(path: string, known: ReadonlyMap<string, SubAnswer>): unknown {
  const [reference = '', ...steps] = path.split(/[.[\]]+/).filter((step) => step !== '');
  const answer = known.get(reference);
  if (!answer)
    throw new OrgError(
      'PROCESSING_HALTED',
      `Invalid reference specified. No value for ${path} found: there is no earlier request ${reference}.`
    );
  if (answer.httpStatusCode >= 400)
    throw new OrgError('PROCESSING_HALTED', `The request ${reference} that ${path} refers to failed.`);
  let value: unknown = answer.body;
  for (const step of steps) {
    value = Array.isArray(value)
      ? value[Number(step)]
      : isObject(value) && Object.hasOwn(value, step)
        ? value[step]
        : undefined;
  }
  if (value === undefined)
    throw new OrgError('PROCESSING_HALTED', `Invalid reference specified. No value for ${path} found in ${reference}.`);
  return value;
}

function batch(call: Call, routes: readonly Route[]): Answer {
  const body = bodyObject(call);
  const requests = listOf(body, 'batchRequests');
  const results: { statusCode: number; result: unknown }[] = [];
  for (const request of requests) {
    const failedBefore = results.some((result) => result.statusCode >= 400);
    if (body['haltOnError'] === true && failedBefore) {
      const halt = new OrgError('BATCH_PROCESSING_HALTED', 'Batch processing halted per request');
      results.push({ statusCode: 412, result: [apiError(halt)] });
    } else results.push(runBatched(call, routes, request));
  }
  return { status: 200, body: { hasErrors: results.some((result) => result.statusCode >= 400), results } };
}

function runBatched(
  call: Call,
  routes: readonly Route[],
  request: Record<string, unknown>
): { statusCode: number; result: unknown } {
  try {
    const answer = dispatch(
      routes,
      subCall(call, textOf(request, 'method'), textOf(request, 'url'), request['richInput'])
    );
    return { statusCode: answer.status, result: answer.body ?? null };
  } catch (error) {
    const { status, body } = errorAnswer(error);
    return { statusCode: status, result: body };
  }
}
