import { fieldNames, objectName, parameters, UI_API, type FieldId, type ObjectId } from '../console/fields.ts';
import { request } from '../console/http.ts';
import { wireAdapter } from '../console/wire.ts';
import type { RecordRepresentation } from './uiRecordApi.ts';

/** One page of a related list. */
export interface RelatedListRecords {
  readonly records: readonly RecordRepresentation[];
  readonly count: number;
  readonly nextPageToken: string | null;
}

interface RecordsConfig {
  readonly parentRecordId?: string;
  readonly relatedListId?: string;
  readonly fields?: readonly FieldId[];
  readonly optionalFields?: readonly FieldId[];
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly sortBy?: readonly string[];
}

/** Wire: the rows of a related list. */
export const getRelatedListRecords = wireAdapter(
  ({ parentRecordId, relatedListId, fields, optionalFields, ...page }: RecordsConfig) => {
    if (!parentRecordId || !relatedListId) return undefined;
    const asked = { fields: fieldNames(fields), optionalFields: fieldNames(optionalFields), ...page };
    const address = `${UI_API}/related-list-records/${parentRecordId}/${relatedListId}${parameters(asked)}`;
    return { key: address, tags: [parentRecordId], load: () => request<RelatedListRecords>('GET', address) };
  }
);

/** Wire: columns and labels of a related list. */
export const getRelatedListInfo = wireAdapter(
  (config: { readonly parentObjectApiName?: ObjectId; readonly relatedListId?: string }) => {
    if (!config.parentObjectApiName || !config.relatedListId) return undefined;
    const address = `${UI_API}/related-list-info/${objectName(config.parentObjectApiName)}/${config.relatedListId}`;
    return { key: address, load: () => request<unknown>('GET', address) };
  }
);

/** Wire: the related lists of an object. */
export const getRelatedListsInfo = wireAdapter((config: { readonly parentObjectApiName?: ObjectId }) => {
  if (!config.parentObjectApiName) return undefined;
  const address = `${UI_API}/related-list-info/${objectName(config.parentObjectApiName)}`;
  return { key: address, load: () => request<unknown>('GET', address) };
});

/** Wire: how many rows a related list has. */
export const getRelatedListCount = wireAdapter(
  ({ parentRecordId, relatedListId }: { readonly parentRecordId?: string; readonly relatedListId?: string }) => {
    if (!parentRecordId || !relatedListId) return undefined;
    const address = `${UI_API}/related-list-count/${parentRecordId}/${relatedListId}`;
    return { key: address, tags: [parentRecordId], load: () => request<unknown>('GET', address) };
  }
);
