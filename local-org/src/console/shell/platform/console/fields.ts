/** A field as components name it: text (`Account.Name`) or an import from `@salesforce/schema`. */
export type FieldId = string | { readonly fieldApiName: string; readonly objectApiName: string };
/** An object as components name it. */
export type ObjectId = string | { readonly objectApiName: string };

/** `Object.Field` of a field. */
export function fieldName(field: FieldId): string {
  return typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`;
}

/** The object's API name. */
export function objectName(object: ObjectId): string {
  return typeof object === 'string' ? object : object.objectApiName;
}

/** Query parameters; what is undefined or empty is left out. */
export function parameters(values: Readonly<Record<string, unknown>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    const text = Array.isArray(value) ? value.join(',') : value;
    if (text !== undefined && text !== null && text !== '') search.set(name, String(text));
  }
  return search.size > 0 ? `?${search}` : '';
}

/** One or many as a sorted list of field names. */
export function fieldNames(fields: FieldId | readonly FieldId[] | undefined): string[] {
  const list = fields === undefined ? [] : [fields].flat();
  return list.map(fieldName).sort();
}

/** Where the platform's UI API is. */
export const UI_API = '/services/data/v65.0/ui-api';
