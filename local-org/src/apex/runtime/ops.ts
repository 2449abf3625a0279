import { cpuExceeded, meter } from './limits.ts';
import { ApexObject } from './objects.ts';
import { numberOperations } from './opsNumbers.ts';
import { recordOperations } from './opsRecords.ts';
import { typeOperations } from './opsTypes.ts';
import { valueOperations } from './opsValues.ts';

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
