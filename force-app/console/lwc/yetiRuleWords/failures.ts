import { format } from 'c/yetiMessages';
import { conditionOf, isGroup, linesOf } from 'c/yetiRuleDocument';
import type { Comparison, Condition, Rule, RuleTrace, Values } from 'c/yetiRuleSet';
import labelBlank from '@salesforce/label/c.Yeti_Rules_Value_Blank';
import labelInactive from '@salesforce/label/c.Yeti_Rules_Trace_Inactive';
import labelIs from '@salesforce/label/c.Yeti_Rules_Trace_Is';
import labelStopped from '@salesforce/label/c.Yeti_Rules_Trace_Stopped';
import { comparisonText, conditionText } from './conditions';
import type { Names } from './names';

/** Why a rule did not match, in words: the first condition that failed, and what the case has there. */
export function failureText(rule: Pick<Rule, 'when'>, trace: RuleTrace, values: Values, names: Names): string {
  if (trace.state === 'inactive') return labelInactive;
  if (trace.state === 'stopped') return labelStopped;
  // A comparison that stands alone has the place of the group around it.
  const line = linesOf(rule.when).findLast(({ place }) => place === trace.path);
  if (!line) return conditionText(rule.when, names);
  if (isGroup(line.node)) {
    const condition = conditionOf(line.node);
    return format(labelIs, conditionText(condition, names), valuesText(condition, values, names));
  }
  return format(labelIs, comparisonText(line.node.comparison, names), valueText(line.node.comparison, values, names));
}

/** What the case has of each field that a group looks at. */
function valuesText(condition: Condition, values: Values, names: Names): string {
  const texts = new Map<string, string>();
  for (const { node } of linesOf(condition)) {
    if (!isGroup(node)) texts.set(node.comparison.field, valueText(node.comparison, values, names));
  }
  if (texts.size === 1) return [...texts.values()].join('');
  return [...texts].map(([field, value]) => `${names.field(field)}: ${value}`).join(', ');
}

function valueText({ field }: Comparison, values: Values, names: Names): string {
  const value = values[field];
  return value === null || value === undefined || value === '' ? labelBlank : names.value(field, value);
}
