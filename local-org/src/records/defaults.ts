import type { FieldValue } from '../row.ts';
import type { Chunk } from './saving.ts';

/** What the fields of a new record hold where the caller gave nothing. */
export function defaultsOf({ plan, formulas }: Chunk): Record<string, FieldValue> {
  const defaults: Record<string, FieldValue> = {};
  for (const field of plan.stored) {
    const choice = field.picklist?.values.find((entry) => entry.default && entry.active);
    if (choice) defaults[field.name] = choice.value;
    if (field.defaultFormula !== undefined) {
      defaults[field.name] = formulas.defaultValue(plan.object, field.defaultFormula);
    }
  }
  return defaults;
}
