import type { Comparison, Condition, Operator } from './ast.ts';
import { neverMatchesNull } from './conditions.ts';
import type { Column, Scope } from './scope.ts';
import { valueParameter } from './values.ts';

/**
 * What every side of an OR implies of one field. From `date < :d OR (date = :d AND Id < :i)` follows `date <= :d`,
 * with which the database can start reading its index in the right place instead of at the newest row.
 */
export function impliedBounds(sides: readonly Condition[], scope: Scope): string[] {
  const [first, ...others] = sides.map((side) => conjuncts(side).flatMap((each) => bounding(each, scope)));
  if (!first || others.length === 0) return [];
  return first.flatMap((candidate) => {
    for (const [operators, operator, pick] of DIRECTIONS) {
      if (!operators.includes(candidate.comparison.operator)) continue;
      const matches = others.map((side) =>
        side.find((each) => each.column.sql === candidate.column.sql && operators.includes(each.comparison.operator))
      );
      if (!matches.every((match) => match !== undefined)) continue;
      const values = [candidate, ...matches].map(({ comparison, column }) =>
        valueParameter(scope.planning, comparison.value, column.field)
      );
      return [`${candidate.column.sql} ${operator} ${pick}(${values.join(', ')})`];
    }
    return [];
  });
}

const DIRECTIONS: readonly (readonly [readonly Operator[], string, string])[] = [
  [['<', '<=', '='], '<=', 'max'],
  [['>', '>=', '='], '>=', 'min']
];

interface Bounding {
  readonly comparison: Comparison;
  readonly column: Column;
}

function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? condition.parts : [condition];
}

/** Comparisons of the queried object's own dates and numbers with a value that is not null. */
function bounding(condition: Condition, scope: Scope): Bounding[] {
  if (condition.kind !== 'comparison' || condition.left.kind !== 'path') return [];
  if (!['literal', 'bind'].includes(condition.value.kind)) return [];
  if (scope.namesOf(condition.left).length > 1) return [];
  const column = scope.column(condition.left, false);
  const isPlain = ['date', 'datetime', 'int', 'long', 'double', 'currency', 'percent'].includes(column.field.type);
  return isPlain && neverMatchesNull(scope.planning, condition.value) ? [{ comparison: condition, column }] : [];
}
