export { Counters } from './counters.ts';
export { fullId, idOf } from './ids.ts';
export { withFreshKinds } from './mixing.ts';
export { createNewOrg } from './newOrg.ts';
export type { NewOrg } from './newOrg.ts';
export { createRecords } from './records.ts';
export { RECYCLE_BIN_TABLES } from './deletion.ts';
export { createTransactor } from './transaction.ts';
export type { Transactor } from './transaction.ts';
export type {
  AsyncWork,
  DmlOperation,
  MergeResult,
  Records,
  SavedRows,
  SaveError,
  SaveOptions,
  SaveResult,
  SaveWatcher,
  Transaction,
  TriggerEvent,
  TriggerOperation,
  TriggerRunner
} from './types.ts';
