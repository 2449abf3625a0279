import { fieldsOf } from 'c/yetiRuleEngine';
import type { RuleSet } from 'c/yetiRuleSet';

/** What the active rules of several versions look at, each path once. */
export function fieldsIn(documents: readonly RuleSet[]): readonly string[] {
  return [...new Set(documents.flatMap(fieldsOf))];
}
