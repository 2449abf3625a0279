export { fold } from './fold.ts';
export { addMonths, dateOf, localTime, matches, padded, rounded } from './functions.ts';
export { fullId, idOf } from './ids.ts';
export { deleteMetadata, readApexImage, readMetadata, writeApexImage, writeMetadata } from './metadata.ts';
export type { MetadataFile } from './metadata.ts';
export { openStore } from './open.ts';
export { UniqueViolation } from './sqlite.ts';
export { adviseIndex, hasTable, indexTerm, isFolded, isStored, quoted, syncTables } from './tables.ts';
export type { Savepoint, SqlValue, Store } from './types.ts';
