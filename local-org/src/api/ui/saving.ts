import { OrgError } from '../../errors.ts';
import type { DmlOperation, SaveResult } from '../../records/types.ts';
import type { FieldValue } from '../../row.ts';
import { fieldLabel, type ObjectDef } from '../../schema/index.ts';
import { fromJson } from '../values.ts';
import { objectOfRecord, readableObject, type Asking } from './asking.ts';
import { savedRecord, type RecordJson } from './records.ts';

const verbs: Readonly<Record<string, string>> = { insert: 'create', update: 'update', delete: 'delete' };

/** A record was not saved; the answer says which fields are to blame. */
export class RecordFailure extends OrgError {
  readonly body: Readonly<Record<string, unknown>>;

  constructor(message: string, body: Readonly<Record<string, unknown>>) {
    super('RECORD_ERROR', message);
    this.name = 'RecordFailure';
    this.body = body;
  }
}

function failure(asking: Asking, object: ObjectDef, operation: DmlOperation, result: SaveResult): RecordFailure {
  const all = result.errors.flatMap(({ code, message, fields }) =>
    (fields.length > 0 ? fields : [undefined]).map((name) => {
      const field = name === undefined ? undefined : object.fields.get(name.toLowerCase());
      return {
        constituentField: null,
        duplicateRecordError: null,
        errorCode: code,
        field: field?.name ?? null,
        fieldLabel: field ? fieldLabel(asking.schema, object.name, field, asking.language) : null,
        message
      };
    })
  );
  const fieldErrors: Record<string, typeof all> = {};
  for (const error of all) if (error.field !== null) (fieldErrors[error.field] ??= []).push(error);
  const message = `An error occurred while trying to ${verbs[operation] ?? operation} the record. Please try again.`;
  return new RecordFailure(message, {
    message,
    statusCode: 400,
    enhancedErrorType: 'RecordError',
    output: { errors: all.filter((error) => error.field === null), fieldErrors }
  });
}

function save(asking: Asking, object: ObjectDef, operation: DmlOperation, values: Record<string, FieldValue>): string {
  const [result] = asking.org.records.save(operation, [{ type: object.name, values }], {
    access: asking.access,
    allOrNone: true
  });
  if (result?.success && result.id !== undefined) return result.id;
  throw failure(asking, object, operation, result ?? { success: false, errors: [] });
}

/** The body's fields as values of a row. @throws OrgError */
function givenValues(asking: Asking, object: ObjectDef, body: unknown): Record<string, FieldValue> {
  const fields: unknown = typeof body === 'object' && body !== null && 'fields' in body ? body.fields : undefined;
  if (typeof fields !== 'object' || fields === null) {
    throw new OrgError('JSON_PARSER_ERROR', 'The body must be { "fields": { … } }.');
  }
  const values: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(fields)) {
    const field = object.fields.get(name.toLowerCase());
    if (!field || (field.type !== 'id' && !asking.access.fieldReadable(object.name, field.name))) {
      throw new OrgError('INVALID_FIELD', `No such column '${name}' on entity '${object.name}'.`, [name]);
    }
    values[field.name] = fromJson(field, value);
  }
  return values;
}

/** Creates a record: `{ apiName, fields }`. @throws RecordFailure */
export function createRecord(asking: Asking, body: unknown): RecordJson {
  const apiName: unknown = typeof body === 'object' && body !== null && 'apiName' in body ? body.apiName : undefined;
  if (typeof apiName !== 'string')
    throw new OrgError('JSON_PARSER_ERROR', 'The body must name its object: { "apiName": … }.');
  const object = readableObject(asking, apiName);
  const values = givenValues(asking, object, body);
  return savedRecord(asking, save(asking, object, 'insert', values), Object.keys(values));
}

/** Changes a record: `{ fields }`. @throws RecordFailure */
export function updateRecord(asking: Asking, id: string, body: unknown): RecordJson {
  const object = objectOfRecord(asking, id);
  const values = givenValues(asking, object, body);
  save(asking, object, 'update', { ...values, Id: id });
  return savedRecord(asking, id, Object.keys(values));
}

/** Deletes a record. @throws RecordFailure */
export function deleteRecord(asking: Asking, id: string): void {
  save(asking, objectOfRecord(asking, id), 'delete', { Id: id });
}
