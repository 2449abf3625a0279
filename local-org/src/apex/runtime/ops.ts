import { cpuExceeded, meter } from './limits.ts';
import { ApexObject } from './objects.ts';
import { numberOperations } from './ops-numbers.ts';
import { recordOperations } from './ops-records.ts';
import { typeOperations } from './ops-types.ts';
import { valueOperations } from './ops-values.ts';

/** Everything the emitted code calls by name, besides what the loader adds: other classes and library members. */
export const operations = {
  ApexObject,
  meter,
  cpuExceeded,
  ...numberOperations,
  ...valueOperations,
  ...recordOperations,
  ...typeOperations
};
