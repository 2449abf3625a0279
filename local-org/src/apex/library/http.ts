import { UnsupportedError } from '../../errors.ts';
import { ApexBlob, ApexList, CalloutException, TypeException } from '../runtime/index.ts';
import { userMethod } from '../runtime/equality.ts';
import { apex } from '../runtime/transaction.ts';
import { apexClass, apexInterface, type Members } from './declare.ts';

/** What requests and responses share: headers in any case, and a body. */
class HttpMessage {
  readonly apexType: string;
  readonly headers = new Map<string, { readonly name: string; readonly value: string }>();
  body = new ApexBlob(new Uint8Array());
  endpoint: string | null = null;
  method: string | null = null;
  timeout = 10_000;
  status: string | null = null;
  statusCode = 0;

  constructor(apexType: string) {
    this.apexType = apexType;
  }

  toString(): string {
    return this.apexType === 'HttpRequest'
      ? `System.HttpRequest[Endpoint=${String(this.endpoint)}, Method=${String(this.method)}]`
      : `System.HttpResponse[Status=${String(this.status)}, StatusCode=${String(this.statusCode)}]`;
  }
}

const shared: Members = {
  'String getBody()': (self: HttpMessage) => self.body.toText(),
  'void setBody(String body)': (self: HttpMessage, body: string) => {
    self.body = ApexBlob.ofText(body);
  },
  'Blob getBodyAsBlob()': (self: HttpMessage) => self.body,
  'void setBodyAsBlob(Blob body)': (self: HttpMessage, body: ApexBlob) => {
    self.body = body;
  },
  'String getHeader(String name)': (self: HttpMessage, name: string) =>
    self.headers.get(name.toLowerCase())?.value ?? null,
  'void setHeader(String name, String value)': (self: HttpMessage, name: string, value: string) => {
    self.headers.set(name.toLowerCase(), { name, value });
  }
};

const requestType = apexClass('HttpRequest', {
  ...shared,
  'HttpRequest()': () => new HttpMessage('HttpRequest'),
  'String getEndpoint()': (self: HttpMessage) => self.endpoint,
  'void setEndpoint(String endpoint)': (self: HttpMessage, endpoint: string) => {
    self.endpoint = endpoint;
  },
  'String getMethod()': (self: HttpMessage) => self.method,
  'void setMethod(String method)': (self: HttpMessage, method: string) => {
    self.method = method;
  },
  'void setTimeout(Integer milliseconds)': (self: HttpMessage, milliseconds: number) => {
    if (milliseconds < 1 || milliseconds > 120_000) throw new CalloutException('Timeout must be between 1 and 120000');
    self.timeout = milliseconds;
  },
  'String toString()': (self: HttpMessage) => self.toString()
});

const responseType = apexClass('HttpResponse', {
  ...shared,
  'HttpResponse()': () => new HttpMessage('HttpResponse'),
  'String getStatus()': (self: HttpMessage) => self.status,
  'void setStatus(String status)': (self: HttpMessage, status: string) => {
    self.status = status;
  },
  'Integer getStatusCode()': (self: HttpMessage) => self.statusCode,
  'void setStatusCode(Integer code)': (self: HttpMessage, code: number) => {
    self.statusCode = code;
  },
  'List<String> getHeaderKeys()': (self: HttpMessage) =>
    new ApexList(
      'String',
      Array.from(self.headers.values(), ({ name }) => name)
    ),
  'String toString()': (self: HttpMessage) => self.toString()
});

class Http {
  readonly apexType = 'Http';
}

/** Sends a request to the mock of the running test; nothing leaves the local org. */
function send(request: HttpMessage): unknown {
  const { limits, test } = apex();
  limits.count('callouts');
  if (test === undefined) throw new UnsupportedError(`HTTP callouts outside of tests (${String(request.endpoint)})`);
  if (limits.used('dmlStatements') > 0) {
    throw new CalloutException('You have uncommitted work pending. Please commit or rollback before calling out');
  }
  const mock = test.mocks.get('httpcalloutmock');
  const respond = mock === undefined ? undefined : userMethod(mock, 'respond$httprequest');
  if (respond === undefined)
    throw new TypeException('Methods defined as TestMethod do not support Web service callouts');
  return respond.call(mock, request);
}

export const httpTypes = [
  requestType,
  responseType,
  apexClass('Http', {
    'Http()': () => new Http(),
    'HttpResponse send(HttpRequest request)': (_: Http, request: HttpMessage) => send(request)
  }),
  apexInterface('HttpCalloutMock', ['HttpResponse respond(HttpRequest request)'])
];
