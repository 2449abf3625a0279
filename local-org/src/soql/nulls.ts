import type { FieldDef } from '../schema/types.ts';
import type { Condition } from './ast.ts';
import type { Scope } from './scope.ts';

/** The conditions that all must hold. */
export function conjunctsOf(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? condition.parts.flatMap(conjunctsOf) : [condition];
}

/** Notes which own fields a query's `… != null` rules out as null: an index then holds them in the wanted order. */
export function noteNeverNull(where: Condition | undefined, scope: Scope): void {
  if (!where) return;
  for (const part of conjunctsOf(where)) {
    if (part.kind !== 'comparison' || part.operator !== '!=' || part.value.kind !== 'null') continue;
    const [name = '', ...more] = part.left.kind === 'path' ? scope.namesOf(part.left) : [];
    if (more.length === 0) scope.neverNull.add(name.toLowerCase());
  }
}

/** Whether an own field may be null in the rows of the query. */
export function canBeNull(field: FieldDef, scope: Scope): boolean {
  return field.nillable && !scope.neverNull.has(field.name.toLowerCase());
}
