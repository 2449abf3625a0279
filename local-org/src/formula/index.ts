import type { FieldValue } from '../row.ts';
import type { FieldDef, ObjectDef, Schema } from '../schema/types.ts';
import { analyze } from './analyze.ts';
import type { Typed } from './analyze.ts';
import type { RunContext, SqlContext } from './functions.ts';
import { formulaValue } from './run.ts';
import { formulaSql } from './sql.ts';
import type { FormulaUse } from './types.ts';

export { checkFormula } from './analyze.ts';
export type { FieldTerm } from './analyze.ts';
export type { RunContext, SqlContext } from './functions.ts';
export { valueTypeOf } from './types.ts';
export type { FormulaPlace, FormulaProblem, FormulaUse, ValueType } from './types.ts';

/** Analyzed formulas by the object they belong to; a deploy makes new objects. */
const analyzed = new WeakMap<ObjectDef, Map<string, Typed>>();

function analysisOf(text: string, schema: Schema, object: ObjectDef, use: FormulaUse): Typed {
  const known = analyzed.get(object) ?? new Map<string, Typed>();
  analyzed.set(object, known);
  const key = `${use} ${text}`;
  const term = known.get(key) ?? analyze(text, { schema, object, use });
  known.set(key, term);
  return term;
}

/** A formula field as a piece of SQL. */
export function compileFormulaSql(schema: Schema, object: ObjectDef, field: FieldDef, context: SqlContext): string {
  const term = analysisOf(field.formula?.text ?? '', schema, object, 'field');
  return formulaSql(term, context);
}

/** The value of a validation rule's condition or of a default, for one record. */
export function evaluateFormula(
  text: string,
  schema: Schema,
  object: ObjectDef,
  use: FormulaUse,
  context: RunContext
): FieldValue {
  return formulaValue(analysisOf(text, schema, object, use), context);
}
