import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ApexException } from '../apex/index.ts';
import { OrgError } from '../errors.ts';
import { logFault } from '../log.ts';
import type { SaveResult } from '../records/types.ts';

/** An error as the REST API writes it. */
export interface ApiError {
  readonly message: string;
  readonly errorCode: string;
  readonly fields?: readonly string[];
}

const statusOf: Readonly<Record<string, number>> = {
  INVALID_SESSION_ID: 401,
  INVALID_AUTH_HEADER: 401,
  API_DISABLED_FOR_ORG: 403,
  FORBIDDEN: 403,
  INSUFFICIENT_ACCESS: 403,
  INSUFFICIENT_ACCESS_OR_READONLY: 403,
  REQUEST_LIMIT_EXCEEDED: 403,
  NOT_FOUND: 404,
  ENTITY_IS_DELETED: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNSUPPORTED: 501,
  UNKNOWN_EXCEPTION: 500
};

/** The HTTP status of an error code; what a client did wrong is 400 unless the platform says otherwise. */
export function httpStatus(code: string): number {
  return statusOf[code] ?? 400;
}

/** One error in the API's shape. */
export function apiError(error: OrgError): ApiError {
  return { message: error.message, errorCode: error.code, ...(error.fields.length > 0 && { fields: error.fields }) };
}

/** Any thrown value as an error of the API: what is neither an OrgError nor Apex is our fault and is told as such. */
export function toOrgError(error: unknown): OrgError {
  if (error instanceof OrgError) return error;
  // A limit that a trigger passed ends the whole request.
  if (error instanceof ApexException) {
    return new OrgError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `${error.toString()}\n\n${error.apexStack}`);
  }
  return new OrgError(
    'UNKNOWN_EXCEPTION',
    `The local org failed: ${error instanceof Error ? error.message : String(error)}`
  );
}

/** What a client gets for a thrown value: status and body. A failure of ours is also written to the terminal. */
export function errorAnswer(error: unknown): { readonly status: number; readonly body: readonly ApiError[] } {
  const known = toOrgError(error);
  if (known.code === 'UNKNOWN_EXCEPTION') logFault('A request failed', error);
  const all =
    error instanceof SaveFailure
      ? error.result.errors.map(({ code, message, fields }) => new OrgError(code, message, fields))
      : [known];
  return { status: httpStatus(known.code), body: all.map(apiError) };
}

/** Several things were wrong with one record; the API lists them all. */
export class SaveFailure extends OrgError {
  readonly result: SaveResult;

  constructor(result: SaveResult) {
    const [first] = result.errors;
    super(first?.code ?? 'UNKNOWN_EXCEPTION', first?.message ?? 'The record was not saved.', first?.fields);
    this.name = 'SaveFailure';
    this.result = result;
  }
}

/** Writes errors in the platform's shape: `[{ message, errorCode, fields }]`. */
export function handleError(
  error: FastifyError | OrgError,
  _request: FastifyRequest,
  reply: FastifyReply
): FastifyReply {
  const { status, body } = errorAnswer(fromFastify(error) ?? error);
  return reply.code(status).send(body);
}

function fromFastify(error: FastifyError | OrgError): OrgError | undefined {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new OrgError('REQUEST_TOO_LARGE', 'The request body is too large: send fewer records at once.');
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new OrgError('UNSUPPORTED_MEDIA_TYPE', `Content type not supported. ${error.message}`);
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new OrgError('JSON_PARSER_ERROR', error.message);
    default:
      return undefined;
  }
}
