import type { Query } from './cache.ts';
import { fetchResponse, request, type FetchResponse } from './http.ts';
import { wireAdapter } from './wire.ts';

type Params = Readonly<Record<string, unknown>>;

/** An imported Apex method: called by hand, or wired. */
export interface ApexMethod {
  (params?: Params): Promise<unknown>;
  readonly adapter: unknown;
}

/** The value of `@salesforce/apex/Class.method`. */
export function apexMethod(className: string, method: string): ApexMethod {
  const call = (params?: Params) => invoke(className, method, params);
  const plan = (params: Params | undefined): Query<unknown> | undefined => {
    const given = params ?? {};
    if (Object.values(given).includes(undefined)) return undefined;
    return {
      key: `apex ${className}.${method} ${JSON.stringify(given)}`,
      load: () => invoke(className, method, given)
    };
  };
  return Object.assign(call, { adapter: wireAdapter(plan) });
}

async function invoke(className: string, method: string, params: Params = {}): Promise<unknown> {
  const address = `/services/apex/${encodeURIComponent(className)}/${encodeURIComponent(method)}`;
  try {
    const { returnValue } = await request<{ returnValue: unknown }>('POST', address, { params });
    return returnValue;
  } catch (error) {
    throw isFetchResponse(error) ? apexError(error) : error;
  }
}

/** An Apex error is one object with a message, where REST gives a list. */
function apexError(error: FetchResponse): FetchResponse {
  if (!Array.isArray(error.body)) return error;
  const first: unknown = error.body[0];
  return fetchResponse(error.status, error.statusText, first);
}

function isFetchResponse(error: unknown): error is FetchResponse {
  return typeof error === 'object' && error !== null && 'errorType' in error;
}
