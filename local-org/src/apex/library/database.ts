import type { DmlOperation } from '../../records/types.ts';
import type { Savepoint } from '../../store/types.ts';
import type { ApexMap } from '../runtime/index.ts';
import { ApexList, NullPointerException, QueryException, StringException, TypeException } from '../runtime/index.ts';
import { executeBatch } from '../runtime/async.ts';
import { queryCount, queryRows, type ApexAccess } from '../runtime/data.ts';
import { mergeInto, purge, resultList, save, type DmlOptions } from '../runtime/dml.ts';
import { QueryLocator } from '../runtime/locator.ts';
import { enumConstant } from '../runtime/objects.ts';
import { MergedResult, RecordError, type RowResult } from '../runtime/saved.ts';
import { scopedBinds, type ApexBinds } from '../runtime/scope.ts';
import type { SObject } from '../runtime/sobject.ts';
import type { SObjectField } from '../runtime/tokens.ts';
import { apex } from '../runtime/transaction.ts';
import { apexClass, apexEnum, type Implementation, type Members } from './declare.ts';
import { STATUS_CODES } from './statusCodes.ts';

/** `AccessLevel.USER_MODE` and `AccessLevel.SYSTEM_MODE`. */
class AccessLevel {
  readonly apexType = 'AccessLevel';
  readonly mode: 'user' | 'system';

  constructor(mode: 'user' | 'system') {
    this.mode = mode;
  }
}

const USER_MODE = new AccessLevel('user');
const SYSTEM_MODE = new AccessLevel('system');

/** `Database.DMLOptions`: what of it means something here. */
class DmlSettings {
  readonly apexType = 'Database.DMLOptions';
  optAllOrNone: boolean | null = null;
}

const accessOf = (level: AccessLevel | null | undefined): ApexAccess => level?.mode;

/** A query's text. */
function text(query: string | null): string {
  if (query === null) throw new NullPointerException('Argument 1 cannot be null');
  return query;
}

/** The binds of `queryWithBinds`: names in any case, without the variables around the call. */
function mapBinds(map: ApexMap | null): ApexBinds {
  const values = new Map(Array.from(map ?? [], ([name, value]) => [String(name).toLowerCase(), value]));
  return (expression) => {
    const key = expression.trim().toLowerCase();
    if (!values.has(key)) throw new QueryException(`Key '${expression}' does not exist in the bindMap`);
    return values.get(key);
  };
}

const queries: Members = {
  'static List<SObject> query(String query)': (query: string | null) => queryRows(text(query), scopedBinds()),
  'static List<SObject> query(String query, AccessLevel access)': (query: string | null, level: AccessLevel) =>
    queryRows(text(query), scopedBinds(), accessOf(level)),
  'static List<SObject> queryWithBinds(String query, Map<String,Object> binds, AccessLevel access)': (
    query: string | null,
    binds: ApexMap,
    level: AccessLevel
  ) => queryRows(text(query), mapBinds(binds), accessOf(level)),
  'static Integer countQuery(String query)': (query: string | null) => queryCount(text(query), scopedBinds()),
  'static Integer countQuery(String query, AccessLevel access)': (query: string | null, level: AccessLevel) =>
    queryCount(text(query), scopedBinds(), accessOf(level)),
  'static Integer countQueryWithBinds(String query, Map<String,Object> binds, AccessLevel access)': (
    query: string | null,
    binds: ApexMap,
    level: AccessLevel
  ) => queryCount(text(query), mapBinds(binds), accessOf(level)),
  'static Database.QueryLocator getQueryLocator(String query)': (query: string | null) =>
    new QueryLocator(text(query), scopedBinds(), undefined),
  'static Database.QueryLocator getQueryLocator(String query, AccessLevel access)': (
    query: string | null,
    level: AccessLevel
  ) => new QueryLocator(text(query), scopedBinds(), accessOf(level)),
  'static Database.QueryLocator getQueryLocator(List<SObject> rows)': (rows: ApexList) => QueryLocator.ofRows(rows),
  'static Database.QueryLocator getQueryLocatorWithBinds(String query, Map<String,Object> binds, AccessLevel access)': (
    query: string | null,
    binds: ApexMap,
    level: AccessLevel
  ) => new QueryLocator(text(query), mapBinds(binds), accessOf(level))
};

interface Choice {
  readonly allOrNone: boolean | DmlSettings | null | undefined;
  readonly access: AccessLevel | null | undefined;
  readonly externalId?: SObjectField | null | undefined;
}

function run(operation: DmlOperation, records: unknown, choice: Choice): unknown {
  const { allOrNone, externalId } = choice;
  const all = allOrNone instanceof DmlSettings ? allOrNone.optAllOrNone !== false : allOrNone !== false;
  const options: DmlOptions = {
    allOrNone: all,
    userMode: choice.access === USER_MODE,
    ...(externalId == null ? {} : { externalIdField: externalId.name })
  };
  const results = save(operation, records, options);
  return records instanceof ApexList ? resultList(operation, results) : (results[0] ?? null);
}

/** All overloads of one operation: a record or a list; then all-or-none or options; then the access level. */
function operation(
  name: DmlOperation,
  result: string,
  subjects: readonly (readonly [string, string])[],
  upsert = false
): Members {
  const members: Record<string, Implementation> = {};
  for (const [subject, type] of subjects) {
    const head = `static ${type === 'one' ? result : `List<${result}>`} ${name}(${subject} records`;
    const fields = upsert ? ['', ', Schema.SObjectField field'] : [''];
    for (const field of fields) {
      const read = (rest: unknown[]): { externalId: SObjectField | null; others: unknown[] } =>
        field === ''
          ? { externalId: null, others: rest }
          : { externalId: rest[0] as SObjectField | null, others: rest.slice(1) };
      for (const mode of ['', ', Boolean allOrNone', ', Database.DMLOptions options']) {
        for (const access of ['', ', AccessLevel access']) {
          members[`${head}${field}${mode}${access})`] = (records: unknown, ...rest: unknown[]) => {
            const { externalId, others } = read(rest);
            return run(name, records, {
              allOrNone: mode === '' ? true : (others[0] as boolean | DmlSettings | null),
              access: access === '' ? undefined : (others.at(-1) as AccessLevel | null),
              externalId
            });
          };
        }
      }
    }
  }
  return members;
}

/** Into a master: one record or id, or a list of either, which has a result for each. */
function merges(): Members {
  const members: Record<string, Implementation> = {};
  for (const [subject, type] of RECORDS_OR_IDS) {
    const result = type === 'one' ? 'Database.MergeResult' : 'List<Database.MergeResult>';
    for (const mode of ['', ', Boolean allOrNone']) {
      for (const access of ['', ', AccessLevel access']) {
        members[`static ${result} merge(SObject master, ${subject} duplicates${mode}${access})`] = (
          master: SObject | null,
          duplicates: unknown,
          ...rest: unknown[]
        ) => {
          const merged = mergeInto(master, duplicates, {
            allOrNone: mode === '' || rest[0] !== false,
            userMode: access !== '' && rest.at(-1) === USER_MODE
          });
          if (type === 'one') return merged;
          const { result: whole } = merged;
          const parts = whole.mergedIds.map((id) => new MergedResult({ ...whole, mergedIds: [id] }));
          return new ApexList('Database.MergeResult', parts.length > 0 ? parts : [merged]);
        };
      }
    }
  }
  return members;
}

/** `emptyRecycleBin` of one record or id, or of a list of either. */
function purges(): Members {
  const result = 'Database.EmptyRecycleBinResult';
  return Object.fromEntries(
    RECORDS_OR_IDS.map(([subject, type]) => [
      `static ${type === 'one' ? result : `List<${result}>`} emptyRecycleBin(${subject} records)`,
      (records: unknown) => (type === 'one' ? purge(records)[0] : new ApexList(result, purge(records)))
    ])
  );
}

const RECORDS = [
  ['SObject', 'one'],
  ['List<SObject>', 'many']
] as const;
const RECORDS_OR_IDS = [...RECORDS, ['Id', 'one'], ['List<Id>', 'many']] as const;

/** `Database.setSavepoint`: the store's savepoint; rolling back also drops what would have run after the commit. */
class ApexSavepoint {
  readonly apexType = 'Savepoint';
  savepoint: Savepoint | undefined;

  constructor(savepoint: Savepoint) {
    this.savepoint = savepoint;
  }
}

function opened(point: ApexSavepoint | null): Savepoint {
  if (point === null) throw new NullPointerException('Argument 1 cannot be null');
  if (point.savepoint === undefined) throw new TypeException('Invalid savepoint: it was released');
  return point.savepoint;
}

const databaseType = apexClass('Database', {
  ...queries,
  ...operation('insert', 'Database.SaveResult', RECORDS),
  ...operation('update', 'Database.SaveResult', RECORDS),
  ...operation('upsert', 'Database.UpsertResult', RECORDS, true),
  ...operation('delete', 'Database.DeleteResult', RECORDS_OR_IDS),
  ...operation('undelete', 'Database.UndeleteResult', RECORDS_OR_IDS),
  ...merges(),
  ...purges(),
  'static Savepoint setSavepoint()': () => {
    const { limits, org } = apex();
    limits.count('dmlStatements');
    return new ApexSavepoint(org.store.savepoint());
  },
  'static void rollback(Savepoint point)': (point: ApexSavepoint | null) => {
    apex().limits.count('dmlStatements');
    opened(point).rollback();
  },
  'static void releaseSavepoint(Savepoint point)': (point: ApexSavepoint | null) => {
    opened(point).release();
    if (point !== null) point.savepoint = undefined;
  },
  'static Id executeBatch(Object job)': (job: object | null) => executeBatch(checkBatch(job)),
  'static Id executeBatch(Object job, Integer size)': (job: object | null, size: number) =>
    executeBatch(checkBatch(job), size)
});

function checkBatch(job: object | null): object | null {
  if (job !== null && !('start$database.batchablecontext' in job))
    throw new TypeException('The job does not implement Database.Batchable');
  return job;
}

const resultMembers: Members = {
  'Id getId()': (self: RowResult) => self.id,
  'Boolean isSuccess()': (self: RowResult) => self.result.success,
  'List<Database.Error> getErrors()': (self: RowResult) =>
    new ApexList(
      'Database.Error',
      self.result.errors.map((error) => new RecordError(error))
    )
};

const errorType = apexClass('Database.Error', {
  'String getMessage()': (self: RecordError) => self.error.message,
  'List<String> getFields()': (self: RecordError) => new ApexList('String', [...self.error.fields]),
  'StatusCode getStatusCode()': (self: RecordError) => {
    if (!STATUS_CODES.includes(self.error.code))
      throw new StringException(`StatusCode ${self.error.code} is not known`);
    return enumConstant('StatusCode', self.error.code);
  }
});

export const databaseTypes = [
  databaseType,
  apexClass('Savepoint'),
  apexClass('AccessLevel', {
    'static AccessLevel USER_MODE': () => USER_MODE,
    'static AccessLevel SYSTEM_MODE': () => SYSTEM_MODE
  }),
  apexClass('Database.DMLOptions', {
    'DMLOptions()': () => new DmlSettings(),
    'Boolean optAllOrNone': {
      get: (self: DmlSettings) => self.optAllOrNone,
      set: (self: DmlSettings, value: boolean | null) => {
        self.optAllOrNone = value;
      }
    }
  }),
  errorType,
  apexClass('Database.SaveResult', resultMembers),
  apexClass('Database.DeleteResult', resultMembers),
  apexClass('Database.UndeleteResult', resultMembers),
  apexClass('Database.EmptyRecycleBinResult', resultMembers),
  apexClass('Database.MergeResult', {
    ...resultMembers,
    'List<Id> getMergedRecordIds()': (self: MergedResult) => new ApexList('Id', [...self.result.mergedIds]),
    'List<Id> getUpdatedRelatedIds()': (self: MergedResult) => new ApexList('Id', [...self.result.relatedIds])
  }),
  apexClass('Database.UpsertResult', {
    ...resultMembers,
    'Boolean isCreated()': (self: RowResult) => self.result.created === true
  }),
  apexEnum('StatusCode', STATUS_CODES)
];
