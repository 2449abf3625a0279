import type { Comparison, Condition, Value } from './ast.ts';
import { rangeOf } from './dates.ts';
import { impliedBounds } from './bounds.ts';
import { labelMatches } from './labels.ts';
import type { BindShape, Planning } from './planning.ts';
import { Scope } from './scope.ts';
import { semiJoin } from './semiJoin.ts';
import { isAggregate, termOf } from './terms.ts';
import type { Term } from './terms.ts';
import {
  checkLiteral,
  listParameter,
  literalIndex,
  patternParameter,
  prefixParameters,
  valueParameter
} from './values.ts';
import { isFolded, isStored } from '../store/index.ts';

/** Where in a WHERE clause a condition stands. */
export interface Place {
  readonly underOr: boolean;
  readonly underNot: boolean;
}

export const TOP: Place = { underOr: false, underNot: false };

/** Writes a condition as SQL. Comparisons are never unknown under NOT: null is a value like others. */
export function conditionSql(condition: Condition, scope: Scope, place: Place = TOP): string {
  switch (condition.kind) {
    case 'and':
      return `(${condition.parts.map((part) => conditionSql(part, scope, place)).join(' AND ')})`;
    case 'or': {
      const parts = condition.parts.map((part) => conditionSql(part, scope, { ...place, underOr: true }));
      const bounds = place.underOr || place.underNot ? [] : impliedBounds(condition.parts, scope);
      return ['', ...bounds].reduce(
        (sql, bound) => (bound === '' ? sql : `(${sql} AND ${bound})`),
        `(${parts.join(' OR ')})`
      );
    }
    case 'not':
      return `(NOT ifnull(${conditionSql(condition.part, scope, { ...place, underNot: true })}, 0))`;
    case 'comparison':
      return comparisonSql(condition, scope, place);
  }
}

function comparisonSql(comparison: Comparison, scope: Scope, place: Place): string {
  const { left, value } = comparison;
  if (left.kind === 'call' && left.name === 'TOLABEL') return labelMatches(comparison, scope);
  if (value.kind === 'query') return semiJoin(comparison, value.query, scope, place);
  const throughLookup = place.underOr ? lookupSql(comparison, scope) : undefined;
  if (throughLookup !== undefined) return throughLookup;
  if (isAggregate(left))
    throw scope.planning.refuse(left.at, 'MALFORMED_QUERY', 'aggregate functions can not stand in WHERE; use HAVING');
  const term = termOf(scope, left, false);
  return termComparison(term, comparison, scope.planning);
}

/**
 * A comparison with a parent's field as a comparison of the lookup with the parents that match:
 * unlike a join, it lets the database use its indexes for each side of an OR.
 */
function lookupSql(comparison: Comparison, scope: Scope): string | undefined {
  const { left, operator, value } = comparison;
  if (left.kind !== 'path' || (operator !== '=' && operator !== 'IN')) return undefined;
  if (!neverMatchesNull(scope.planning, value)) return undefined;
  const names = scope.namesOf(left);
  const [relationship] = names;
  if (relationship === undefined || names.length < 2) return undefined;
  const lookup = scope.lookup(scope.root, relationship, left);
  const parent = scope.planning.schema.object(lookup.reference?.to[0] ?? '');
  if (lookup.reference?.polymorphic || !parent) return undefined;
  const own = scope.fieldOf(scope.root, lookup, false);
  return `${own.sql} IN (${matchingParents(comparison, names.slice(1), new Scope(scope.planning, parent))})`;
}

/** The SELECT of the ids of parents whose field, reached by the rest of the path, fits. */
export function matchingParents(comparison: Comparison, names: readonly string[], parents: Scope): string {
  const { left } = comparison;
  const condition = comparisonSql({ ...comparison, left: { kind: 'path', names, at: left.at } }, parents, TOP);
  const { root, joins } = parents;
  return `SELECT ${root.alias}."Id" AS value FROM "${root.object.name}" ${root.alias} ${joins.join(' ')} WHERE ${condition}`;
}

/** Whether a value can't be null, so that rows without a parent can't match. */
export function neverMatchesNull(planning: Planning, value: Value): boolean {
  if (value.kind === 'bind') return ['one', 'many'].includes(shapeOfBind(planning, value.expression, 'one'));
  if (value.kind === 'list') return value.values.every((each) => neverMatchesNull(planning, each));
  return value.kind === 'literal' || value.kind === 'boolean';
}

function shapeOfBind(planning: Planning, expression: string, unknown: BindShape): BindShape {
  return planning.query.shapes?.get(expression) ?? unknown;
}

/** Writes the comparison of a resolved term; HAVING uses it for aggregates too. */
export function termComparison(term: Term, comparison: Comparison, planning: Planning): string {
  const { operator, value, left } = comparison;
  const { field } = term;
  if (!field.filterable)
    throw planning.refuse(left.at, 'INVALID_FIELD', `field '${field.name}' can not be filtered in a query call`);
  checkOperator(term, comparison, planning);
  checkLiteral(planning, value, field);
  if (operator === 'IN' || operator === 'NOT IN') return membership(term, operator, value, planning);
  if (operator === 'INCLUDES' || operator === 'EXCLUDES') return selection(term, operator, value, planning);
  if (value.kind === 'list')
    throw planning.refuse(value.at, 'MALFORMED_QUERY', `a list of values needs IN or NOT IN, not ${operator}`);
  if (value.kind === 'range') return rangeComparison(term, comparison, value, planning);
  if (isNull(planning, value)) return nullComparison(term, comparison);
  if (operator === 'LIKE') {
    return likeComparison(term, value, planning);
  }
  const parameter = valueParameter(planning, value, field);
  return operator === '!=' ? `${term.key} IS NOT ${parameter}` : `${term.key} ${operator} ${parameter}`;
}

function checkOperator(term: Term, { operator, left }: Comparison, planning: Planning): void {
  const { type, name } = term.field;
  const isText = ![
    'boolean',
    'int',
    'long',
    'double',
    'currency',
    'percent',
    'date',
    'datetime',
    'time',
    'id',
    'reference'
  ].includes(type);
  const isOrdered = !['boolean', 'multipicklist'].includes(type);
  const fits =
    operator === 'LIKE'
      ? isText && type !== 'multipicklist'
      : operator === 'INCLUDES' || operator === 'EXCLUDES'
        ? type === 'multipicklist'
        : ['<', '>', '<=', '>='].includes(operator)
          ? isOrdered
          : true;
  if (!fits)
    throw planning.refuse(
      left.at,
      'INVALID_QUERY_FILTER_OPERATOR',
      `invalid operator ${operator} on field '${name}' of type ${type}`
    );
}

function isNull(planning: Planning, value: Value): boolean {
  return value.kind === 'null' || (value.kind === 'bind' && shapeOfBind(planning, value.expression, 'one') === 'null');
}

/** LIKE; where texts have an index, also the range in which the pattern's beginning lies. */
function likeComparison({ key, field }: Term, value: Value, planning: Planning): string {
  const like = `${key} LIKE ${patternParameter(planning, value, field)} ESCAPE '\\'`;
  const hasIndex =
    isStored(field) && isFolded(field) && (field.indexed || field.externalId || field.nameField === true);
  if (!hasIndex) return like;
  const { from, to } = prefixParameters(planning, value, field);
  return `(${like} AND ${key} >= ${from} AND ${key} < ${to})`;
}

function nullComparison(term: Term, { operator }: Comparison): string {
  // A checkbox is never null.
  if (term.field.type === 'boolean') return operator === '!=' ? '1' : '0';
  if (operator === '=') return `${term.sql} IS NULL`;
  if (operator === '!=') return `${term.sql} IS NOT NULL`;
  return '0';
}

function membership(term: Term, operator: 'IN' | 'NOT IN', value: Value, planning: Planning): string {
  const hasNull =
    value.kind === 'list'
      ? value.values.some((each) => isNull(planning, each))
      : value.kind === 'bind' && ['null', 'manyWithNull'].includes(shapeOfBind(planning, value.expression, 'many'));
  if (value.kind !== 'list' && value.kind !== 'bind')
    throw planning.refuse(value.at, 'MALFORMED_QUERY', `${operator} needs a list of values in parentheses`);
  const list = `(SELECT value FROM json_each(${listParameter(planning, value, term.field)}))`;
  if (operator === 'IN') return hasNull ? `(${term.sql} IS NULL OR ${term.key} IN ${list})` : `${term.key} IN ${list}`;
  return hasNull
    ? `(${term.sql} IS NOT NULL AND ${term.key} NOT IN ${list})`
    : `(${term.sql} IS NULL OR ${term.key} NOT IN ${list})`;
}

/** INCLUDES('a;b', 'c'): both a and b are selected, or c is. */
function selection(term: Term, operator: 'INCLUDES' | 'EXCLUDES', value: Value, planning: Planning): string {
  const list = listParameter(planning, value, term.field);
  const selected = `instr(';' || ${term.key} || ';', ';' || part.value || ';') > 0`;
  const parts = `json_each('["' || replace(replace(choice.value, '"', '\\"'), ';', '","') || '"]')`;
  const found = `EXISTS (SELECT 1 FROM json_each(${list}) choice WHERE NOT EXISTS (SELECT 1 FROM ${parts} part WHERE NOT ifnull(${selected}, 0)))`;
  return operator === 'INCLUDES' ? found : `NOT ${found}`;
}

function rangeComparison(
  term: Term,
  { operator }: Comparison,
  value: Value & { readonly kind: 'range' },
  planning: Planning
): string {
  const { count, name } = value;
  const index = count ? literalIndex(planning, count) : undefined;
  const edge = (which: 'start' | 'end'): string =>
    planning.parameter((run) => {
      const number = index === undefined ? 0 : Number(run.literals[index]) * (count?.negative ? -1 : 1);
      const time = rangeOf(name, number, run.now, run.zone)[which];
      return term.field.type === 'date' ? time.toISODate() : time.toMillis();
    });
  switch (operator) {
    case '=':
      return `(${term.sql} >= ${edge('start')} AND ${term.sql} < ${edge('end')})`;
    case '!=':
      return `(${term.sql} IS NULL OR ${term.sql} < ${edge('start')} OR ${term.sql} >= ${edge('end')})`;
    case '<':
      return `${term.sql} < ${edge('start')}`;
    case '<=':
      return `${term.sql} < ${edge('end')}`;
    case '>':
      return `${term.sql} >= ${edge('end')}`;
    default:
      return `${term.sql} >= ${edge('start')}`;
  }
}
