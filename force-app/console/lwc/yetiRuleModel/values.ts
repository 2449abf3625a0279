import { operands, type CatalogueField, type Comparison, type Operator, type Scalar } from 'c/yetiRuleSet';

type FieldType = CatalogueField['type'];

/** The values of a comparison as a list. */
export function valuesOf(value: Comparison['value']): readonly Scalar[] {
  if (value === undefined || value === '') return [];
  return isList(value) ? value : [value];
}

/** A value as an input shows it. */
export function textOf(value: Comparison['value']): string {
  return String(valuesOf(value)[0] ?? '');
}

/** What was typed, as the field's type wants it; text stays text where it is no number. */
export function scalarOf(text: string, type: FieldType, op?: Operator): Scalar {
  if (op && operands[op] === 'text') return text;
  if (type === 'number' && text.trim() !== '' && !Number.isNaN(Number(text))) return Number(text);
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  // A time input says 08:30:00.000 where the rules say 08:30.
  if (type === 'time') return /^\d\d:\d\d/.exec(text)?.[0] ?? text;
  return text;
}

/** The value in the form the operator takes: none, one, or a list. */
export function valueFor(op: Operator, value: Comparison['value'], ordered?: FieldType): Comparison['value'] {
  const values = valuesOf(value);
  switch (operands[op]) {
    case 'none':
      return undefined;
    case 'list':
      return values;
    case 'texts':
      return values.map(String);
    case 'text':
      return String(values[0] ?? '');
    case 'order':
      return values[0] ?? (ordered === 'number' ? 0 : '');
    default:
      return values[0] ?? '';
  }
}

/** Whether the operator asks which of two comes first. */
export function isOrdered(op: Operator): boolean {
  return operands[op] === 'order';
}

function isList(value: NonNullable<Comparison['value']>): value is readonly Scalar[] {
  return Array.isArray(value);
}
