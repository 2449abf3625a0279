import type { Draft } from './draft.ts';
import type { Chunk } from './saving.ts';

/** Runs the object's active validation rules; all that hold are told. */
export function checkRules({ plan, formulas }: Chunk, drafts: readonly Draft[]): void {
  for (const rule of plan.object.validationRules) {
    if (!rule.active) continue;
    for (const draft of drafts) {
      if (!formulas.holds(plan.object, rule.condition, draft.row, draft.old)) continue;
      const fields = rule.field === undefined ? [] : [rule.field];
      draft.fail('FIELD_CUSTOM_VALIDATION_EXCEPTION', rule.message, fields);
    }
  }
}
