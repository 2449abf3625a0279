export type { CaseAnswer, Desk, Differences, DocumentAnswer, Overview, Problem, RuleMark, Version } from './desk';
export type { Kept } from './kept';
export { agentsOf, DEFAULTS_ID, deskOf, emptyRuleSet, problemsOf } from './desk';
export { keep, readKept } from './kept';
export { canBeSaved, countOf, faultProblems, lintProblems, marksOf } from './problems';
export { isOrdered, scalarOf, textOf, valueFor, valuesOf } from './values';
