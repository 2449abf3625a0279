/** What the emitted code and the library build on: the values of Apex. */
export { ApexBlob } from './blob.ts';
export type { ClassInfo, ClassRegistry, FieldInfo, MethodInfo } from './classes.ts';
export { ApexList, ApexMap, ApexSet } from './collections.ts';
export { ApexDate, ApexDatetime, ApexTime } from './dates.ts';
export { ApexDecimal } from './decimal.ts';
export { ApexDouble, doubleText } from './double.ts';
export {
  compareNumbers,
  equalValues,
  hashOf,
  isNumeric,
  looseEqual,
  toDecimal,
  toNumber,
  type Numeric
} from './equality.ts';
export * from './exceptions.ts';
export { apexTypeOfField, coerceToField } from './fields.ts';
export { normalizeId, toId } from './ids.ts';
export { ApexEnumValue, ApexObject, enumConstant, infoOf, platformEnum } from './objects.ts';
export { SObject } from './sobject.ts';
export { textOf } from './text.ts';
export { plainType, sameType, splitType, typeOf } from './typing.ts';
export { cpuExceeded, meter } from './limits.ts';
export { apex, runApex } from './transaction.ts';
export { ApexType, SObjectField, SObjectType } from './tokens.ts';
export { queryCount, queryRows, onlyRow } from './data.ts';
export { withScope, type ApexBinds } from './scope.ts';
export { ApexIterator, iterate } from './iterating.ts';
export { AggregateResult } from './aggregates.ts';
export { fireTriggers } from './triggers.ts';
