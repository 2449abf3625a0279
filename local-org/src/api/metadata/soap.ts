import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { escapeXml, parseXml, XmlError, type XmlElement } from '../../deploy/index.ts';
import { OrgError } from '../../errors.ts';
import { toOrgError } from '../errors.ts';
import type { Session } from '../sessions.ts';

/** One SOAP call: the operation and its arguments, the headers, who calls. */
export interface SoapCall {
  readonly operation: string;
  readonly body: XmlElement;
  readonly session: Session;
}

export interface SoapAnswer {
  readonly result: unknown;
  /** More SOAP headers: name → content. */
  readonly header?: Readonly<Record<string, unknown>>;
}

/** Packages come base64-encoded inside the envelope. */
const bodyLimit = 64 * 1024 * 1024;

/** Lets these routes take XML bodies, as text. */
export function acceptXml(server: FastifyInstance): void {
  for (const type of ['text/xml', 'application/xml', 'application/soap+xml']) {
    if (server.hasContentTypeParser(type)) continue;
    server.addContentTypeParser(type, { parseAs: 'string' }, (_request, body, done) => done(null, body));
  }
}

/** Serves one SOAP endpoint. What `answer` throws becomes a fault. */
export function soapEndpoint(
  server: FastifyInstance,
  url: string,
  namespace: string,
  answer: (call: SoapCall, request: FastifyRequest) => SoapAnswer | Promise<SoapAnswer>
): void {
  server.post(url, { bodyLimit }, async (request, reply) => {
    try {
      const call = readCall(server, request);
      const { result, header } = await answer(call, request);
      return send(reply, 200, envelope(namespace, `${call.operation}Response`, { result }, header));
    } catch (error) {
      return send(reply, 500, fault(error));
    }
  });
}

/** The text of an argument; undefined if it is absent or empty. */
export function argument(element: XmlElement | undefined, name: string): string | undefined {
  const text = element?.children.find((child) => child.name === name)?.text;
  return text === '' ? undefined : text;
}

function readCall(server: FastifyInstance, request: FastifyRequest): SoapCall {
  const root = parseXml(String(request.body ?? ''), 'The request');
  const part = (name: string) => root.children.find((child) => child.name === name);
  const operation = part('Body')?.children[0];
  if (root.name !== 'Envelope' || !operation) throw new OrgError('INVALID_OPERATION', 'The request holds no SOAP call');
  const header = part('Header')?.children.find(({ name }) => name === 'SessionHeader');
  const token = argument(header, 'sessionId');
  const session = request.session ?? (token === undefined ? undefined : server.sessions.find(token));
  if (!session) throw new OrgError('INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader: Illegal Session');
  return { operation: operation.name, body: operation, session };
}

function send(reply: FastifyReply, status: number, xml: string): FastifyReply {
  return reply.code(status).type('text/xml; charset=UTF-8').send(xml);
}

function envelope(
  namespace: string,
  name: string,
  content: unknown,
  header?: Readonly<Record<string, unknown>>
): string {
  const head = header
    ? `<soapenv:Header>${Object.entries(header)
        .map(([key, value]) => element(key, value))
        .join('')}</soapenv:Header>`
    : '';
  return (
    '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
    `xmlns="${namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${head}` +
    `<soapenv:Body>${element(name, content)}</soapenv:Body></soapenv:Envelope>`
  );
}

function fault(error: unknown): string {
  const { code, message } =
    error instanceof XmlError ? { code: 'INVALID_XML', message: error.message } : toOrgError(error);
  return (
    '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" ' +
    'xmlns:sf="http://soap.sforce.com/2006/04/metadata"><soapenv:Body><soapenv:Fault>' +
    `<faultcode>sf:${escapeXml(code)}</faultcode><faultstring>${escapeXml(`${code}: ${message}`)}</faultstring>` +
    '</soapenv:Fault></soapenv:Body></soapenv:Envelope>'
  );
}

/** A value as an element: lists repeat it, null is nil, undefined is nothing. */
function element(name: string, value: unknown): string {
  if (value === undefined) return '';
  if (value === null) return `<${name} xsi:nil="true"/>`;
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join('');
  if (typeof value !== 'object') return `<${name}>${escapeXml(String(value))}</${name}>`;
  return `<${name}>${Object.entries(value)
    .map(([key, item]) => element(key, item))
    .join('')}</${name}>`;
}
