import { OrgError } from '../errors.ts';
import type { FieldDef, ObjectDef, Schema } from '../schema/types.ts';
import { fold } from '../store/index.ts';
import type { Comparison } from './ast.ts';
import type { Scope } from './scope.ts';
import { listReader } from './values.ts';

/** The label of a picklist value in a language; values without one stand for themselves. */
export function labelOf(schema: Schema, object: ObjectDef, field: FieldDef, language: string, value: string): string {
  const translated = schema.translations.get(language)?.get(`${object.name}.${field.name}=${value}`.toLowerCase());
  return translated ?? field.picklist?.values.find((each) => each.value === value)?.label ?? value;
}

/** `toLabel(Status) = 'Neu'`: compares with the values whose labels fit. */
export function labelMatches(comparison: Comparison, scope: Scope): string {
  const { planning } = scope;
  const { left, operator, value } = comparison;
  const path = left.kind === 'call' ? left.argument : undefined;
  if (path?.kind !== 'path') throw planning.refuse(left.at, 'MALFORMED_QUERY', 'toLabel() takes a field');
  const { field, object, key } = scope.column(path, false);
  if (!field.picklist)
    throw planning.refuse(
      left.at,
      'INVALID_FIELD',
      `toLabel() needs a picklist, and ${field.name} is of type ${field.type}`
    );
  const read = listReader(planning, value);
  const values = planning.parameter((run) => {
    const wanted = read(run).map((each) => fold(String(each ?? '')));
    const matching = (field.picklist?.values ?? []).filter((each) =>
      wanted.includes(fold(labelOf(planning.schema, object, field, run.language, each.value)))
    );
    return JSON.stringify(matching.map((each) => fold(each.value)));
  });
  const found = `${key} IN (SELECT value FROM json_each(${values}))`;
  if (operator === '=' || operator === 'IN') return found;
  if (operator === '!=' || operator === 'NOT IN') return `NOT ifnull(${found}, 0)`;
  throw new OrgError('INVALID_QUERY_FILTER_OPERATOR', `toLabel() can't be compared with ${operator}`);
}
