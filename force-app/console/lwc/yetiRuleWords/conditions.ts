import { format } from 'c/yetiMessages';
import type { Comparison, Condition, Operator, Scalar } from 'c/yetiRuleSet';
import labelAnd from '@salesforce/label/c.Yeti_Rules_And';
import labelBlank from '@salesforce/label/c.Yeti_Rules_Op_Blank';
import labelContains from '@salesforce/label/c.Yeti_Rules_Op_Contains';
import labelEquals from '@salesforce/label/c.Yeti_Rules_Op_Equals';
import labelIn from '@salesforce/label/c.Yeti_Rules_Op_In';
import labelIncludes from '@salesforce/label/c.Yeti_Rules_Op_Includes';
import labelNot from '@salesforce/label/c.Yeti_Rules_Not';
import labelNotBlank from '@salesforce/label/c.Yeti_Rules_Op_Not_Blank';
import labelNotEquals from '@salesforce/label/c.Yeti_Rules_Op_Not_Equals';
import labelNotIn from '@salesforce/label/c.Yeti_Rules_Op_Not_In';
import labelNothing from '@salesforce/label/c.Yeti_Rules_Nothing';
import labelOr from '@salesforce/label/c.Yeti_Rules_Or';
import labelStarts from '@salesforce/label/c.Yeti_Rules_Op_Starts';
import type { Names } from './names';

/** The words between a field and its value. */
export const operatorLabels: Readonly<Record<Operator, string>> = {
  equals: labelEquals,
  notEquals: labelNotEquals,
  in: labelIn,
  notIn: labelNotIn,
  contains: labelContains,
  startsWith: labelStarts,
  includes: labelIncludes,
  greaterThan: '>',
  greaterOrEqual: '≥',
  lessThan: '<',
  lessOrEqual: '≤',
  isBlank: labelBlank,
  isNotBlank: labelNotBlank
};

/** A condition as one sentence: `Type is Complaint and (Origin is Web or Origin is Chat)`. */
export function conditionText(condition: Condition, names: Names): string {
  if ('all' in condition) return joined(condition.all, labelAnd, names);
  if ('any' in condition) return joined(condition.any, labelOr, names);
  if ('not' in condition) return format(labelNot, conditionText(condition.not, names));
  return comparisonText(condition, names);
}

/** A comparison in words: `Type is one of Complaint, Return`. */
export function comparisonText({ field, op, value }: Comparison, names: Names): string {
  const words = [field === '' ? labelNothing : names.field(field), operatorLabels[op]];
  if (op !== 'isBlank' && op !== 'isNotBlank') words.push(valueText(field, value, names));
  return words.join(' ');
}

function valueText(field: string, value: Comparison['value'], names: Names): string {
  const values: readonly Scalar[] = value === undefined ? [] : isList(value) ? value : [value];
  const texts = values.map((each) => names.value(field, each)).filter((text) => text !== '');
  return texts.length === 0 ? labelNothing : texts.join(', ');
}

function joined(conditions: readonly Condition[], word: string, names: Names): string {
  if (conditions.length === 0) return labelNothing;
  const texts = conditions.map((each) => {
    const text = conditionText(each, names);
    return conditions.length > 1 && ('all' in each || 'any' in each) ? `(${text})` : text;
  });
  return texts.join(` ${word} `);
}

function isList(value: NonNullable<Comparison['value']>): value is readonly Scalar[] {
  return Array.isArray(value);
}
