import { OrgError } from '../errors.ts';
import type { Org } from '../org.ts';
import type { Row } from '../row.ts';
import type { Draft } from './draft.ts';
import type { FormulaReader } from './formulas.ts';
import type { ObjectPlan } from './plan.ts';
import type { TriggerOperation } from './types.ts';

interface Firing {
  readonly org: Org;
  readonly plan: ObjectPlan;
  readonly operation: TriggerOperation;
  readonly formulas: FormulaReader;
}

/**
 * Runs an object's triggers over the drafts. `addError` fails its draft; an exception that a trigger lets through
 * (CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY) fails all of them; anything else, a passed limit above all, ends the transaction.
 */
export function fire(firing: Firing, timing: 'before' | 'after', drafts: readonly Draft[]): void {
  if (drafts.length === 0) return;
  const { org, plan, operation } = firing;
  for (const { row, old } of drafts) {
    computeFormulas(firing, row);
    if (old && old !== row) computeFormulas(firing, old);
  }
  const object = plan.object.name;
  try {
    org.triggers.run({
      object,
      timing,
      operation,
      newRows: operation === 'delete' ? undefined : drafts.map((draft) => draft.row),
      oldRows:
        operation === 'insert' || operation === 'undelete' ? undefined : drafts.map((draft) => draft.old ?? draft.row),
      addError: (index, message, field) => {
        drafts[index]?.fail('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field === undefined ? [] : [field]);
      }
    });
  } catch (error) {
    if (!(error instanceof OrgError) || error.code !== 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY') throw error;
    for (const draft of drafts) draft.fail(error.code, error.message, error.fields);
  }
  firing.formulas.forgetParents();
}

/** Triggers see formula fields too. They are never written: they have no column. */
function computeFormulas({ plan, formulas }: Firing, row: Row): void {
  for (const field of plan.formulas) row.values[field.name] = formulas.fieldValue(plan.object, field, row);
}
