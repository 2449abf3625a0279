export type {
  Catalogue,
  CatalogueField,
  Comparison,
  Condition,
  Fault,
  Named,
  Operator,
  Outcome,
  Relaxation,
  Requirement,
  Rule,
  RuleSet,
  RuleTrace,
  Scalar,
  SkillNeed,
  Stage,
  Values
} from './types';
export type { Operand } from './operators';
export type { Code } from './texts';
export { isOperator, operands, operators } from './operators';
export { stagesOf } from './stages';
export { summaryOf } from './summary';
export { sentence, texts } from './texts';
export { lineOf, mostCharacters, mostRules, parse, validate, validator } from './validate';
