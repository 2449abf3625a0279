import type { Condition, Outcome, RuleSet, RuleTrace, Values } from '../yetiRuleSet/types';
import { Merger } from './merger';
import { RuleIndex } from './ruleIndex';
import { Tracer } from './trace';

export type { Logic } from './logic';
export { logicOf } from './logic';

/** A rule set, ready to be asked of many cases. */
export interface Engine {
  /** The rules that match and what they ask for together. */
  evaluate(values: Values): Outcome;
  /** Of each rule whether it matched, and if not, why. */
  trace(values: Values): readonly RuleTrace[];
}

/** Prepares a rule set without faults. */
export function compile(ruleSet: RuleSet): Engine {
  const index = new RuleIndex(ruleSet.rules);
  const merger = new Merger(ruleSet);
  let tracer: Tracer | undefined;
  return {
    evaluate: (values) => merger.outcomeOf(index.found, index.match(values)),
    trace(values) {
      tracer ??= new Tracer(ruleSet);
      return tracer.trace(values);
    }
  };
}

/** The paths that the active rules look at, each once. */
export function fieldsOf(ruleSet: RuleSet): string[] {
  const fields = new Set<string>();
  for (const rule of ruleSet.rules) if (rule.active) addFields(rule.when, fields);
  return [...fields];
}

function addFields(condition: Condition, fields: Set<string>): void {
  if ('field' in condition) fields.add(condition.field);
  else if ('not' in condition) addFields(condition.not, fields);
  else for (const part of 'all' in condition ? condition.all : condition.any) addFields(part, fields);
}
