export type { CaseAnswer, Desk, Differences, DocumentAnswer, Overview, Version } from './desk';
export type { Kept } from './kept';
export type { Problem, RuleMark } from './problems';
export { canBeSaved, RuleChecker } from './checker';
export { agentsOf, DEFAULTS_ID, deskOf, emptyRuleSet } from './desk';
export { keep, readKept } from './kept';
export { Problems } from './problems';
export { isOrdered, scalarOf, textOf, valueFor, valuesOf } from './values';
