import type { FieldDef, FieldType, ObjectDef, Schema } from '../schema/types.ts';

/** What a formula's parts are. `none` is a literal NULL. */
export type ValueType =
  'text' | 'number' | 'boolean' | 'date' | 'datetime' | 'time' | 'picklist' | 'multipicklist' | 'none';

/** Where a formula stands: what it may use depends on it. */
export type FormulaUse = 'field' | 'validation' | 'default';

/** The object a formula belongs to. */
export interface FormulaPlace {
  readonly schema: Schema;
  readonly object: ObjectDef;
  readonly use: FormulaUse;
}

/** A fault in a formula; line and column count from 1 inside the formula's text. */
export interface FormulaProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The formula type of a field. */
export function valueTypeOf(field: Pick<FieldDef, 'type'>): ValueType {
  const types: Readonly<Partial<Record<FieldType, ValueType>>> = {
    boolean: 'boolean',
    int: 'number',
    long: 'number',
    double: 'number',
    currency: 'number',
    percent: 'number',
    date: 'date',
    datetime: 'datetime',
    time: 'time',
    picklist: 'picklist',
    multipicklist: 'multipicklist'
  };
  return types[field.type] ?? 'text';
}
