import type { CatalogueField, Operator } from './types';

/** What an operator compares with. */
export type Operand = 'none' | 'scalar' | 'list' | 'text' | 'texts' | 'order';

/** Every operator and what it compares with. */
export const operands: Readonly<Record<Operator, Operand>> = {
  equals: 'scalar',
  notEquals: 'scalar',
  in: 'list',
  notIn: 'list',
  contains: 'text',
  startsWith: 'text',
  includes: 'texts',
  greaterThan: 'order',
  greaterOrEqual: 'order',
  lessThan: 'order',
  lessOrEqual: 'order',
  isBlank: 'none',
  isNotBlank: 'none'
};

const equality: readonly Operator[] = ['equals', 'notEquals', 'in', 'notIn'];
const order: readonly Operator[] = ['greaterThan', 'greaterOrEqual', 'lessThan', 'lessOrEqual'];
const blankness: readonly Operator[] = ['isBlank', 'isNotBlank'];

/** The operators that fit a field, those first that are used most. */
export const operators: Readonly<Record<CatalogueField['type'], readonly Operator[]>> = {
  text: [...equality, 'contains', 'startsWith', ...order, ...blankness],
  picklist: [...equality, 'contains', 'startsWith', ...blankness],
  multipicklist: ['includes', ...blankness],
  number: [...equality, ...order, ...blankness],
  boolean: ['equals', 'notEquals'],
  date: [...equality, ...order, ...blankness],
  datetime: [...order, ...blankness],
  time: [...equality, ...order, ...blankness]
};

/** Whether it is one of the operators. */
export function isOperator(op: unknown): op is Operator {
  return typeof op === 'string' && Object.hasOwn(operands, op);
}
