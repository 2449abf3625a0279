import { quoted } from '../store/index.ts';
import type { Comparison, Query } from './ast.ts';
import { valuesIn } from './ast.ts';
import { conditionSql } from './conditions.ts';
import type { Place } from './conditions.ts';
import { noSuchObject } from './refusals.ts';
import { presence } from './presence.ts';
import { Scope } from './scope.ts';

const MOST_SEMI_JOINS = 2;

/** `Id IN (SELECT Contact__c FROM Thing__c WHERE …)`, with the platform's restrictions. */
export function semiJoin(comparison: Comparison, query: Query, scope: Scope, place: Place): string {
  const { planning } = scope;
  const { left, operator } = comparison;
  const refuse = (message: string): Error => planning.refuse(left.at, 'MALFORMED_QUERY', message);
  if (operator !== 'IN' && operator !== 'NOT IN') throw refuse('a sub-select in a condition needs IN or NOT IN');
  if (place.underOr) throw refuse("Semi join sub-selects are not allowed with the 'OR' operator");
  if (place.underNot) throw refuse("Semi join sub-selects are not allowed with the 'NOT' operator; use NOT IN");
  if (++planning.semiJoins > MOST_SEMI_JOINS)
    throw refuse(`Maximum ${MOST_SEMI_JOINS} semi join sub-selects are allowed`);
  if (left.kind !== 'path') throw refuse('the left side of a semi join must be an id field');
  const outer = scope.column(left, false);
  if (!outer.field.filterable)
    throw planning.refuse(left.at, 'INVALID_FIELD', `field '${outer.field.name}' can not be filtered in a query call`);
  if (outer.field.type !== 'id' && outer.field.type !== 'reference')
    throw refuse(
      `the left side of a semi join must be an id or a lookup, and ${outer.field.name} is of type ${outer.field.type}`
    );
  const inner = innerSelect(query, scope, refuse);
  if (operator === 'IN') return `${outer.sql} IN (${inner})`;
  return outer.field.type === 'id'
    ? `${outer.sql} NOT IN (${inner})`
    : `(${outer.sql} IS NULL OR ${outer.sql} NOT IN (${inner}))`;
}

function innerSelect(query: Query, scope: Scope, refuse: (message: string) => Error): string {
  const { planning } = scope;
  const name = query.from.names.join('.');
  const object = planning.schema.object(name);
  if (!object) throw noSuchObject(name);
  if (object.name === scope.root.object.name)
    throw refuse('The inner and outer selects should not be on the same object type');
  if (query.orderBy.length > 0 || query.limit || query.lock)
    throw refuse('ORDER BY, LIMIT and FOR are not allowed in a semi join sub-select');
  const [item, ...more] = query.select;
  if (item?.kind !== 'operand' || item.operand.kind !== 'path' || more.length > 0)
    throw refuse('A semi join sub-select must select exactly one id field');
  const nested = query.where && [...valuesIn(query.where)].some((value) => value.kind === 'query');
  if (nested) throw refuse('Nesting of semi join sub-selects is not supported');
  const inner = new Scope(planning, object, query.alias);
  const column = inner.column(item.operand, false);
  if (column.ofParent) throw refuse('A semi join sub-select can not select the field of a parent');
  if (column.field.type !== 'id' && column.field.type !== 'reference')
    throw refuse(
      `A semi join sub-select must select an id or a lookup, and ${column.field.name} is of type ${column.field.type}`
    );
  const conditions = [`${column.sql} IS NOT NULL`];
  if (query.where) conditions.push(conditionSql(query.where, inner));
  conditions.push(...presence(inner, false));
  return `SELECT ${column.sql} FROM ${quoted(object.name)} ${inner.root.alias} ${inner.joins.join(' ')} WHERE ${conditions.join(' AND ')}`;
}
