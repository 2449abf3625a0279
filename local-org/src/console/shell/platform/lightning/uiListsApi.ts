import { fieldNames, objectName, parameters, UI_API, type FieldId, type ObjectId } from '../console/fields.ts';
import { request } from '../console/http.ts';
import { wireAdapter } from '../console/wire.ts';

interface ListConfig {
  readonly objectApiName?: ObjectId;
  readonly listViewApiName?: string;
  readonly fields?: readonly FieldId[];
  readonly optionalFields?: readonly FieldId[];
  readonly pageSize?: number;
  readonly pageToken?: string;
  readonly sortBy?: readonly string[];
}

/** Wire: the rows of a list view. */
export const getListRecordsByName = wireAdapter(
  ({ objectApiName, listViewApiName, fields, optionalFields, ...page }: ListConfig) => {
    if (!objectApiName || !listViewApiName) return undefined;
    const asked = { fields: fieldNames(fields), optionalFields: fieldNames(optionalFields), ...page };
    const address = `${UI_API}/list-records/${objectName(objectApiName)}/${listViewApiName}${parameters(asked)}`;
    return { key: address, load: () => request<unknown>('GET', address) };
  }
);

/** Wire: columns and filters of a list view. */
export const getListInfoByName = wireAdapter(({ objectApiName, listViewApiName }: ListConfig) => {
  if (!objectApiName || !listViewApiName) return undefined;
  const address = `${UI_API}/list-info/${objectName(objectApiName)}/${listViewApiName}`;
  return { key: address, load: () => request<unknown>('GET', address) };
});

/** Wire: the list views of an object. */
export const getListInfosByObjectName = wireAdapter(({ objectApiName }: ListConfig) => {
  if (!objectApiName) return undefined;
  const address = `${UI_API}/list-info/${objectName(objectApiName)}`;
  return { key: address, load: () => request<unknown>('GET', address) };
});
