import { OrgError } from '../../errors.ts';
import type { Row } from '../../row.ts';
import type { DmlOperation, SaveResult, Transaction } from '../../records/types.ts';
import type { Call } from './call.ts';
import { inTransaction } from './call.ts';

/** One record of a request: what shall be saved, or why it can't be read. */
export type Candidate = { readonly row: Row } | { readonly error: OrgError };

/** What one request shall save. */
export interface SaveRequest {
  readonly operation: DmlOperation;
  readonly allOrNone: boolean;
  readonly externalIdField?: string;
  /** Reads the records; in the transaction, because references are looked up. */
  readonly candidates: (transaction: Transaction) => readonly Candidate[];
}

/** Saves the records of one request as its user, in one transaction. */
export function save(call: Call, { operation, allOrNone, externalIdField, candidates }: SaveRequest): SaveResult[] {
  return inTransaction(call, (transaction) => {
    const all = candidates(transaction);
    const rows = all.flatMap((candidate) => ('row' in candidate ? candidate.row : []));
    if (allOrNone && rows.length < all.length) return all.map(refuseAll);
    const access = transaction.access();
    const results = call.org.records.save(operation, rows, {
      access,
      allOrNone,
      ...(externalIdField !== undefined && { externalIdField }),
      auditFields: access.userPermission('CreateAuditFields')
    });
    let next = 0;
    return all.map((candidate) =>
      'row' in candidate ? (results[next++] ?? missingResult()) : failure(candidate.error)
    );
  });
}

function refuseAll(candidate: Candidate): SaveResult {
  if ('error' in candidate) return failure(candidate.error);
  return failure(
    new OrgError(
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'Record rolled back because not all records were valid and the request was using AllOrNone header'
    )
  );
}

function failure(error: OrgError): SaveResult {
  return { success: false, errors: [{ code: error.code, message: error.message, fields: error.fields }] };
}

function missingResult(): never {
  throw new Error('Fewer results than records.');
}

/** Reads a record; what is wrong with it becomes its error. */
export function candidate(read: () => Row): Candidate {
  try {
    return { row: read() };
  } catch (error) {
    if (error instanceof OrgError) return { error };
    throw error;
  }
}
