import { OrgError } from '../../errors.ts';
import type { DmlOperation, SaveResult } from '../../records/types.ts';
import { withFreshKinds } from '../../records/index.ts';
import type { Row } from '../../row.ts';
import type { FieldDef } from '../../schema/types.ts';
import { ApexList } from './collections.ts';
import {
  DmlException,
  LimitException,
  NullPointerException,
  SecurityException,
  TypeException,
  type DmlFailure
} from './exceptions.ts';
import { haveReferences, resolveReferences } from './externalReferences.ts';
import { normalizeId } from './ids.ts';
import { rowOfSObject } from './rows.ts';
import { MergedResult, RESULT_TYPES, RowResult } from './saved.ts';
import { SObject } from './sobject.ts';
import { apex } from './transaction.ts';

export interface DmlOptions {
  /** false: rows that fail are told in the results, the others are saved. */
  readonly allOrNone: boolean;
  readonly userMode: boolean;
  /** upsert: the external id field's name. */
  readonly externalIdField?: string;
}

const WRITABLE: Readonly<Record<DmlOperation, (field: FieldDef) => boolean>> = {
  insert: (field) => field.createable,
  update: (field) => field.updateable,
  upsert: (field) => field.createable || field.updateable,
  delete: () => false,
  undelete: () => false
};

const VERBS: Readonly<Record<DmlOperation | 'merge', string>> = {
  merge: 'Merge',
  insert: 'Insert',
  update: 'Update',
  upsert: 'Upsert',
  delete: 'Delete',
  undelete: 'Undelete'
};

/** A DML statement: all rows are saved or a DmlException says why not. */
export function saveStatement(
  operation: DmlOperation,
  records: unknown,
  userMode: boolean,
  externalIdField?: string
): void {
  save(operation, records, {
    allOrNone: true,
    userMode,
    ...(externalIdField === undefined ? {} : { externalIdField })
  });
}

/** Saves records (a record, a list of them, or ids to delete). @returns a result a row @throws DmlException if allOrNone and one fails */
export function save(operation: DmlOperation, records: unknown, options: DmlOptions): RowResult[] {
  const given = rowsOf(records);
  const context = apex();
  if (context.readOnly) throw new LimitException(`Too many DML statements: 1`);
  if (given.length === 0) return [];
  context.limits.count('dmlStatements');
  context.limits.count('dmlRows', given.length);
  checkBefore(operation, given);
  if (options.userMode) checkObjectRights(operation, given);
  if (haveReferences(given)) return saveInRuns(operation, given, options);
  return saveRows(operation, given, options);
}

/** Parents named by external ids may stand in the same list: one object after the other, each looked up when its turn comes. */
function saveInRuns(operation: DmlOperation, given: readonly Given[], options: DmlOptions): RowResult[] {
  const { store } = apex().org;
  const results: RowResult[] = [];
  const point = store.savepoint();
  try {
    for (let from = 0; from < given.length;) {
      const type = objectOf(given[from]);
      let to = from;
      while (to < given.length && objectOf(given[to]) === type) to += 1;
      const run = given.slice(from, to);
      attempt(operation, run, () => {
        for (const record of run) if (record instanceof SObject) resolveReferences(record);
      });
      results.push(...saveRows(operation, run, options));
      from = to;
    }
  } catch (error) {
    point.rollback();
    throw error;
  }
  point.release();
  return results;
}

function saveRows(operation: DmlOperation, given: readonly Given[], options: DmlOptions): RowResult[] {
  const context = apex();
  const rows = given.map((row): Row => rowFor(operation, row));
  const saving = (): SaveResult[] =>
    context.org.records.save(operation, rows, {
      access: context.access(options.userMode),
      allOrNone: options.allOrNone,
      ...(options.externalIdField === undefined ? {} : { externalIdField: options.externalIdField })
    });
  const results = attempt(operation, given, () =>
    operation === 'insert' && rows.every(isUserWithoutRole) ? withFreshKinds(context.transaction, saving) : saving()
  );
  const failures = failuresOf(given, results);
  if (options.allOrNone && failures.length > 0) throw dmlException(operation, failures);
  results.forEach((result, index) => {
    const record = given[index];
    if (result.success && record instanceof SObject && result.id !== undefined && record.id === null)
      record.values.set('Id', result.id);
  });
  return results.map((result, index) => new RowResult(operation, result, idOf(given[index])));
}

/** Takes deleted records (a record, an id, a list of either) out of the recycle bin. @returns a result for each */
export function purge(records: unknown): RowResult[] {
  const given = rowsOf(records);
  const context = apex();
  if (context.readOnly) throw new LimitException(`Too many DML statements: 1`);
  context.limits.count('dmlStatements');
  context.limits.count('dmlRows', given.length);
  const ids = given.map((one) => idOf(one) ?? '');
  const results = context.org.records.emptyRecycleBin(ids, { access: context.access(false), allOrNone: false });
  return results.map((result, index) => new RowResult('emptyRecycleBin', result, ids[index] ?? null));
}

/** Merges records (a record, an id, a list of either) into a master. @throws DmlException if allOrNone and it fails */
export function mergeInto(master: SObject | null, duplicates: unknown, options: DmlOptions): MergedResult {
  if (master === null) throw new NullPointerException();
  const given = rowsOf(duplicates);
  const context = apex();
  if (context.readOnly) throw new LimitException(`Too many DML statements: 1`);
  context.limits.count('dmlStatements');
  context.limits.count('dmlRows', given.length + 1);
  if (options.userMode) {
    checkObjectRights('update', [master]);
    checkObjectRights('delete', given);
  }
  const result = attempt('merge', [master], () =>
    context.org.records.merge(
      rowFor('update', master),
      given.map((one) => idOf(one) ?? ''),
      { access: context.access(options.userMode), allOrNone: true }
    )
  );
  if (options.allOrNone && !result.success) {
    const failures = result.errors.map((error) => ({ index: 0, object: master.object.name, id: master.id, ...error }));
    throw dmlException('merge', failures);
  }
  return new MergedResult(result);
}

/** A list of results as Apex has it. */
export function resultList(operation: DmlOperation, results: RowResult[]): ApexList {
  return new ApexList(RESULT_TYPES[operation], results);
}

/** New users without a role may be saved beside other records, unlike other setup objects. */
function isUserWithoutRole(row: Row): boolean {
  return row.type === 'User' && (row.values.UserRoleId ?? null) === null;
}

type Given = SObject | string;

function rowsOf(records: unknown): Given[] {
  if (records === null || records === undefined) throw new NullPointerException();
  const items = records instanceof ApexList ? records.items : [records];
  return items.map((item, index) => {
    if (item instanceof SObject || typeof item === 'string') return item;
    if (item === null) throw new NullPointerException();
    throw new TypeException(`Row ${String(index)} is no record`);
  });
}

/** User mode refuses objects that the user has no right to save. @throws SecurityException */
function checkObjectRights(operation: DmlOperation, given: readonly Given[]): void {
  const access = apex().transaction.access();
  for (const object of new Set(given.map(objectOf))) {
    const rights = access.object(object);
    const allowed: Readonly<Record<DmlOperation, boolean>> = {
      insert: rights.create,
      update: rights.edit,
      upsert: rights.create && rights.edit,
      delete: rights.delete,
      undelete: rights.create
    };
    if (!allowed[operation]) throw new SecurityException(`Access to entity '${object}' denied`);
  }
}

/** What the platform refuses before the save order begins. */
function checkBefore(operation: DmlOperation, given: readonly Given[]): void {
  const seen = new Set<string>();
  given.forEach((record, index) => {
    if (!(record instanceof SObject)) return;
    if (operation === 'insert' && record.id !== null) {
      throw refused(
        operation,
        record,
        index,
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        'cannot specify Id in an insert call',
        ['Id']
      );
    }
    if (operation === 'update' && record.id === null) {
      throw refused(operation, record, index, 'MISSING_ARGUMENT', 'Id not specified in an update call', ['Id']);
    }
    if (operation === 'delete' && record.id === null) {
      throw refused(operation, record, index, 'MISSING_ARGUMENT', 'Id not specified in a delete call', ['Id']);
    }
    if (record.id === null || operation === 'delete') return;
    if (seen.has(record.id)) throw new TypeException(`Duplicate id in list: ${record.id}`);
    seen.add(record.id);
  });
}

function refused(
  operation: DmlOperation,
  record: SObject,
  index: number,
  code: string,
  message: string,
  fields: readonly string[]
): DmlException {
  return dmlException(operation, [{ index, object: record.object.name, id: record.id, code, message, fields }]);
}

function rowFor(operation: DmlOperation, given: Given): Row {
  if (given instanceof SObject) return rowOfSObject(given, WRITABLE[operation]);
  const id = normalizeId(given);
  const object = id === undefined ? undefined : apex().org.schema.objectOfId(id);
  if (id === undefined || object === undefined) throw new TypeException(`Invalid id: ${given}`);
  return { type: object.name, values: { Id: id } };
}

function idOf(given: Given | undefined): string | null {
  return given instanceof SObject ? given.id : (given ?? null);
}

function objectOf(given: Given | undefined): string {
  if (given instanceof SObject) return given.object.name;
  return apex().org.schema.objectOfId(given ?? '')?.name ?? '';
}

function failuresOf(given: readonly Given[], results: readonly SaveResult[]): DmlFailure[] {
  return results.flatMap((result, index) =>
    result.errors.map((error) => ({
      index,
      object: objectOf(given[index]),
      id: idOf(given[index]),
      code: error.code,
      message: error.message,
      fields: error.fields
    }))
  );
}

/** An error that ends the whole save is the first row's. */
function attempt<T>(operation: DmlOperation | 'merge', given: readonly Given[], work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof OrgError) || error.code === 'UNSUPPORTED') throw error;
    throw dmlException(operation, [
      {
        index: 0,
        object: objectOf(given[0]),
        id: idOf(given[0]),
        code: error.code,
        message: error.message,
        fields: error.fields
      }
    ]);
  }
}

/** The platform's words: `Insert failed. First exception on row 0; first error: CODE, message: [Field]`. */
function dmlException(operation: DmlOperation | 'merge', failures: readonly DmlFailure[]): DmlException {
  const [first] = failures;
  const row =
    first === undefined ? '' : ` on row ${String(first.index)}${first.id === null ? '' : ` with id ${first.id}`}`;
  const reason = first === undefined ? '' : `${first.code}, ${first.message}: [${first.fields.join(', ')}]`;
  const exception = new DmlException(`${VERBS[operation]} failed. First exception${row}; first error: ${reason}`);
  exception.failures = failures;
  return exception;
}
