import type { Scope } from './scope.ts';

/** The conditions under which a row is there at all: not deleted, and not hidden from an Apex test. */
export function presence(scope: Scope, wantsAll: boolean): string[] {
  const { object, alias } = scope.root;
  const { planning } = scope;
  const { allRows, isIsolated } = planning.query;
  const conditions: string[] = [];
  if (object.fields.has('isdeleted') && !allRows && !wantsAll) conditions.push(`${alias}."IsDeleted" = 0`);
  // Every id is greater than the empty text.
  if (isIsolated)
    conditions.push(`${alias}."Id" > ${planning.parameter((run) => run.hiddenUpTo?.(object.name) ?? '')}`);
  return conditions;
}
