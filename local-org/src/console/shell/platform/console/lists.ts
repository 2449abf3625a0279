import { parameters, UI_API } from './fields.ts';
import { request } from './http.ts';
import type { RecordRepresentation } from '../lightning/uiRecordApi.ts';

/** A list view an object has. */
export interface ListSummary {
  readonly apiName: string;
  readonly label: string;
}

/** A column of a list. */
export interface ListColumn {
  readonly fieldApiName: string;
  readonly label: string;
  readonly sortable?: boolean;
}

/** A list view's columns and order. */
export interface ListInfo {
  readonly label: string;
  readonly displayColumns: readonly ListColumn[];
  readonly orderedByInfo?: readonly { readonly fieldApiName: string; readonly isAscending: boolean }[];
}

/** One page of a list. */
export interface ListPage {
  readonly records: readonly RecordRepresentation[];
  readonly count: number;
  readonly nextPageToken: string | null;
}

/** The list views of an object. */
export async function listsOf(object: string): Promise<readonly ListSummary[]> {
  const answer = await request<{ lists: readonly ListSummary[] }>('GET', `${UI_API}/list-info/${object}?pageSize=200`);
  return answer.lists;
}

/** Columns and order of a list view. */
export function listInfo(object: string, name: string): Promise<ListInfo> {
  return request('GET', `${UI_API}/list-info/${object}/${name}`);
}

/** Rows of a list view. */
export function listPage(
  object: string,
  name: string,
  query: { readonly pageSize: number; readonly pageToken?: string; readonly sortBy?: string }
): Promise<ListPage> {
  return request('GET', `${UI_API}/list-records/${object}/${name}${parameters(query)}`);
}
