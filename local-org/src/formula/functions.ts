import type { FieldValue } from '../row.ts';
import type { FieldTerm, Typed } from './analyze.ts';
import { dateFunctions } from './functions/dates.ts';
import { logicFunctions } from './functions/logic.ts';
import { numberFunctions } from './functions/numbers.ts';
import { recordFunctions } from './functions/records.ts';
import { textFunctions } from './functions/texts.ts';
import type { FormulaUse, ValueType } from './types.ts';

/**
 * What a function takes. `same`: all of these have one type; `moment`: a date or datetime; `field`: a field, not its value.
 */
export type ParameterType = Exclude<ValueType, 'none'> | 'any' | 'same' | 'moment' | 'field';

/** An argument in SQL. Texts are never null: blank is the empty text. */
export interface SqlArgument {
  readonly type: ValueType;
  readonly sql: string;
}

/** An argument when a formula runs: asked for its value only where the function needs it. Texts are never null. */
export interface RunArgument {
  readonly type: ValueType;
  readonly term: Typed;
  value(): FieldValue;
}

/** What SQL needs to know beside the record. Each answer is a piece of SQL. */
export interface SqlContext {
  field(term: FieldTerm): string;
  now(): string;
  today(): string;
  zone(): string;
}

/** What a running formula needs to know beside its text. */
export interface RunContext {
  /** The value of a field of the record, of a parent, or of a global. */
  field(names: readonly string[]): FieldValue;
  /** The value before the save; for a new record the same as now. */
  prior(names: readonly string[]): FieldValue;
  readonly isNew: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly zone: string;
}

export interface FormulaFunction {
  readonly name: string;
  readonly parameters: readonly ParameterType[];
  /** How many must be given. */
  readonly required: number;
  /** The last parameter may be given again and again. */
  readonly rest: boolean;
  readonly result: ValueType | 'same' | 'case';
  /** Where it may stand; everywhere if absent. */
  readonly uses?: readonly FormulaUse[];
  check?(list: readonly Typed[], refuse: (argument: number, message: string) => never): void;
  sql(list: readonly SqlArgument[], context: SqlContext): string;
  run(list: readonly RunArgument[], context: RunContext): FieldValue;
}

/** All functions by their names in upper case. */
export const functions: ReadonlyMap<string, FormulaFunction> = new Map(
  [...logicFunctions, ...textFunctions, ...numberFunctions, ...dateFunctions, ...recordFunctions].map((each) => [
    each.name,
    each
  ])
);
