import { refreshTagged } from '../console/cache.ts';
import { fieldName, fieldNames, parameters, UI_API, type FieldId } from '../console/fields.ts';
import { fetchResponse, request, type FetchResponse } from '../console/http.ts';
import { wireAdapter } from '../console/wire.ts';

/** A field's value in a record. */
export interface FieldValue {
  readonly value: unknown;
  readonly displayValue: string | null;
}

/** A record as the UI API gives it. */
export interface RecordRepresentation {
  readonly apiName: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly lastModifiedDate: string | null;
}

interface RecordConfig {
  readonly recordId?: string;
  readonly fields?: FieldId | readonly FieldId[];
  readonly optionalFields?: FieldId | readonly FieldId[];
  readonly layoutTypes?: string | readonly string[];
  readonly modes?: string | readonly string[];
}

interface RecordInput {
  readonly apiName?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly allowSaveOnDuplicate?: boolean;
}

/** Wire: one record with the fields asked for, or those of a layout. */
export const getRecord = wireAdapter(({ recordId, layoutTypes, modes, ...asked }: RecordConfig) => {
  const fields = fieldNames(asked.fields);
  const optionalFields = fieldNames(asked.optionalFields);
  if (!recordId || (fields.length === 0 && optionalFields.length === 0 && !layoutTypes)) return undefined;
  const address = `${UI_API}/records/${encodeURIComponent(recordId)}${parameters({ fields, optionalFields, layoutTypes, modes })}`;
  return { key: address, tags: [recordId], load: () => request<RecordRepresentation>('GET', address) };
});

/** The value of a field; the path may lead through parents. Undefined if the record does not carry it. */
export function getFieldValue(record: RecordRepresentation | undefined, field: FieldId): unknown {
  return fieldOf(record, field)?.value;
}

/** The value as shown to the user (a picklist's label, a formatted date); null if it has none. */
export function getFieldDisplayValue(
  record: RecordRepresentation | undefined,
  field: FieldId
): string | null | undefined {
  return fieldOf(record, field)?.displayValue;
}

/** Saves a new record. */
export async function createRecord(input: RecordInput): Promise<RecordRepresentation> {
  return saving(() => request('POST', `${UI_API}/records`, input));
}

/** Saves changes; `fields` names the record by its Id. Wires that show it are refreshed. */
export async function updateRecord(
  { fields, ...input }: RecordInput,
  options: { readonly ifUnmodifiedSince?: string } = {}
): Promise<RecordRepresentation> {
  const { Id: id, ...changes } = fields;
  if (typeof id !== 'string')
    throw fetchResponse(400, 'Bad Request', { message: 'Record input must contain an Id field.' });
  const body = { ...input, fields: changes, ...options };
  const saved = await saving<RecordRepresentation>(() =>
    request('PATCH', `${UI_API}/records/${encodeURIComponent(id)}`, body)
  );
  await refreshTagged([saved.id, id]);
  return saved;
}

/** Deletes a record. */
export async function deleteRecord(recordId: string): Promise<void> {
  await saving(() => request('DELETE', `${UI_API}/records/${encodeURIComponent(recordId)}`));
}

/** Tells the wires that these records changed elsewhere, e.g. in Apex. */
export async function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void> {
  await refreshTagged(records.map(({ recordId }) => recordId));
}

/** The older form of `notifyRecordUpdateAvailable`. */
export function getRecordNotifyChange(records: readonly { readonly recordId: string }[]): void {
  void notifyRecordUpdateAvailable(records);
}

function fieldOf(record: RecordRepresentation | undefined, field: FieldId): FieldValue | undefined {
  const [, ...path] = fieldName(field).split('.');
  return path.reduce<FieldValue | undefined>(
    (found, name) => (isRecord(found?.value) ? found.value.fields[name] : undefined),
    record && { value: record, displayValue: null }
  );
}

function isRecord(value: unknown): value is RecordRepresentation {
  return typeof value === 'object' && value !== null && 'fields' in value;
}

/** An error of saving is one object with the record's errors, where the server may give a list. */
async function saving<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isListOfErrors(error) ? savingError(error) : error;
  }
}

function savingError(error: FetchResponse & { readonly body: readonly { message?: string; errorCode?: string }[] }) {
  const errors = error.body.map(({ message, errorCode }) => ({ message, errorCode }));
  return fetchResponse(error.status, error.statusText, {
    ...errors[0],
    enhancedErrorType: 'RecordError',
    output: { errors, fieldErrors: {} }
  });
}

function isListOfErrors(error: unknown): error is FetchResponse & { readonly body: readonly { message?: string }[] } {
  return typeof error === 'object' && error !== null && 'body' in error && Array.isArray(error.body);
}
