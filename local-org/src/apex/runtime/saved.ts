import type { DmlOperation, MergeResult, SaveError, SaveResult } from '../../records/types.ts';
import type { TypeName } from '../library/types.ts';

/** `Database.Error`: why a row failed. */
export class RecordError {
  readonly apexType = 'Database.Error';
  readonly error: SaveError;

  constructor(error: SaveError) {
    this.error = error;
  }

  toString(): string {
    return `Database.Error[getFields=(${this.error.fields.join(', ')});getMessage=${this.error.message};getStatusCode=${this.error.code};]`;
  }
}

/** What `addError` said, as an error of the platform. */
export function recordError(error: { readonly message: string; readonly field?: string }): RecordError {
  return new RecordError({
    code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    message: error.message,
    fields: error.field === undefined ? [] : [error.field]
  });
}

/** What a result tells of: a save, or what is done to the recycle bin. */
type Told = DmlOperation | 'emptyRecycleBin';

const RESULT_TYPES: Readonly<Record<Told, TypeName>> = {
  emptyRecycleBin: 'Database.EmptyRecycleBinResult',
  insert: 'Database.SaveResult',
  update: 'Database.SaveResult',
  upsert: 'Database.UpsertResult',
  delete: 'Database.DeleteResult',
  undelete: 'Database.UndeleteResult'
};

/** `Database.MergeResult`. */
export class MergedResult {
  readonly apexType = 'Database.MergeResult';
  readonly result: MergeResult;

  constructor(result: MergeResult) {
    this.result = result;
  }

  get id(): string | null {
    return this.result.id ?? null;
  }

  toString(): string {
    return `Database.MergeResult[getId=${String(this.id)};isSuccess=${String(this.result.success)};]`;
  }
}

/** `Database.SaveResult` and its siblings: how one row fared. */
export class RowResult {
  readonly apexType: TypeName;
  readonly result: SaveResult;
  /** Of the record that was given. */
  readonly recordId: string | null;

  constructor(operation: Told, result: SaveResult, recordId: string | null) {
    this.apexType = RESULT_TYPES[operation];
    this.result = result;
    this.recordId = recordId;
  }

  get id(): string | null {
    return this.result.success ? (this.result.id ?? this.recordId) : null;
  }

  toString(): string {
    const errors = this.result.errors.map((error) => new RecordError(error).toString()).join(', ');
    return `${this.apexType}[getErrors=(${errors});getId=${String(this.id)};isSuccess=${String(this.result.success)};]`;
  }
}

export { RESULT_TYPES };
