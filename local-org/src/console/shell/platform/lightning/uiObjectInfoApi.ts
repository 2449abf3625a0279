import { fieldName, objectName, UI_API, type FieldId, type ObjectId } from '../console/fields.ts';
import { request } from '../console/http.ts';
import { wireAdapter } from '../console/wire.ts';

/** What the UI API tells of an object. */
export interface ObjectInfo {
  readonly apiName: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly keyPrefix: string;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly deletable: boolean;
  readonly nameFields: readonly string[];
  readonly fields: Readonly<Record<string, FieldInfo>>;
  readonly themeInfo?: { readonly iconUrl?: string; readonly color?: string };
}

/** What the UI API tells of a field. */
export interface FieldInfo {
  readonly apiName: string;
  readonly label: string;
  readonly dataType: string;
  readonly required: boolean;
  readonly updateable: boolean;
  readonly sortable?: boolean;
  readonly inlineHelpText?: string | null;
  readonly htmlFormatted?: boolean;
  readonly relationshipName?: string | null;
  readonly referenceToInfos?: readonly { readonly apiName: string; readonly nameFields: readonly string[] }[];
}

/** Wire: labels, fields and rights of an object. */
export const getObjectInfo = wireAdapter(({ objectApiName }: { readonly objectApiName?: ObjectId }) =>
  objectApiName === undefined ? undefined : get<ObjectInfo>(`/object-info/${objectName(objectApiName)}`)
);

/** Wire: several objects at once, each with its own status. */
export const getObjectInfos = wireAdapter(({ objectApiNames }: { readonly objectApiNames?: readonly ObjectId[] }) =>
  objectApiNames === undefined
    ? undefined
    : get<unknown>(`/object-info/batch/${objectApiNames.map(objectName).join(',')}`)
);

/** Wire: the values of one picklist, in the user's language. */
export const getPicklistValues = wireAdapter(
  ({ recordTypeId, fieldApiName }: { readonly recordTypeId?: string; readonly fieldApiName?: FieldId }) => {
    if (!recordTypeId || !fieldApiName) return undefined;
    const [object, field] = fieldName(fieldApiName).split('.');
    return get<unknown>(`/object-info/${object}/picklist-values/${recordTypeId}/${field}`);
  }
);

/** Wire: the values of all picklists of an object. */
export const getPicklistValuesByRecordType = wireAdapter(
  ({ recordTypeId, objectApiName }: { readonly recordTypeId?: string; readonly objectApiName?: ObjectId }) =>
    recordTypeId && objectApiName
      ? get<unknown>(`/object-info/${objectName(objectApiName)}/picklist-values/${recordTypeId}`)
      : undefined
);

function get<T>(path: string) {
  return { key: path, load: () => request<T>('GET', `${UI_API}${path}`) };
}
