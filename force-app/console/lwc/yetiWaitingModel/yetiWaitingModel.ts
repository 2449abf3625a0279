// What waits for somebody: which cases, by what they wait for, and what came of acting on many of them.
export { carryOut, fitting, leftBecause } from './bulk';
export type { BulkResult, Left, WaitingOutcome } from './bulk';
export { groupsOf, unroutedOf } from './groups';
export type { UnroutedGroup, WaitingGroup } from './groups';
export { canRelax, isRouted, sinceOf } from './items';
export type { WaitingItem, WaitingWork } from './items';
