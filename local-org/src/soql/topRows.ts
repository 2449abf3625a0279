import type { FieldDef } from '../schema/types.ts';
import { indexTerm, isStored, quoted } from '../store/index.ts';
import type { Comparison, Condition, Query } from './ast.ts';
import { valuesIn } from './ast.ts';
import { conditionSql, matchingParents, neverMatchesNull } from './conditions.ts';
import { orderTerm, unwrittenConditions } from './plan.ts';
import { canBeNull, conjunctsOf } from './nulls.ts';
import type { Run } from './planning.ts';
import { Scope } from './scope.ts';
import { listParameter, valueParameter } from './values.ts';

/**
 * The condition that leaves only rows which can be among the first of their order, for the shape
 * `(Contact__c = :c OR Case__c IN :cases OR Parent.ContactId = :c) AND … ORDER BY date DESC, Id DESC LIMIT 26`.
 *
 * Each side of the OR, and each value of a list, is a branch with an index that holds its rows in the wanted order:
 * of each branch only the first rows are read, however many there are. Returns undefined for other shapes.
 */
export function topRows(query: Query, scope: Scope, limit: (run: Run) => number): string | undefined {
  const { planning, root } = scope;
  const advise = planning.query.adviseIndex;
  const conjuncts = query.where ? conjunctsOf(query.where) : [];
  const order = orderFields(query, scope);
  if (!advise || !query.limit || order.length === 0) return undefined;
  if (conjuncts.flatMap((part) => [...valuesIn(part)]).some((value) => value.kind === 'query')) return undefined;
  const choices = conjuncts.filter((part) => sides(part).every((side) => anchorOf(side, scope) !== undefined));
  const choice = choices.find((part) => part.kind === 'or') ?? choices[0];
  if (!choice) return undefined;
  const rest = conjuncts.filter((part) => part !== choice);
  const anchors = sides(choice).flatMap((side) => anchorOf(side, scope) ?? []);
  const indexes = anchors.map((anchor) => advise(root.object, [anchor.field, ...order]));
  const atMost = planning.hiddenParameter(limit, 'number');
  const edge = quoted(order[0]?.name ?? 'Id');
  const branches = anchors.map((anchor, place) =>
    branch(query, scope, { anchor, rest, atMost, index: indexes[place], edge })
  );
  return `${root.alias}.rowid IN (${branches.join(' UNION ')})`;
}

/** One side of the OR: a field of the queried object, and the values it may have. */
interface Anchor {
  readonly field: FieldDef;
  readonly comparison: Comparison;
  /** The rest of the path in the parent, if the side compares a parent's field. */
  readonly inParent: readonly string[] | undefined;
}

function sides(condition: Condition): readonly Condition[] {
  return condition.kind === 'or' ? condition.parts : [condition];
}

function anchorOf(condition: Condition, scope: Scope): Anchor | undefined {
  if (condition.kind !== 'comparison' || condition.left.kind !== 'path') return undefined;
  if (condition.operator !== '=' && condition.operator !== 'IN') return undefined;
  const { value } = condition;
  if (!['bind', 'literal', 'list'].includes(value.kind) || !neverMatchesNull(scope.planning, value)) return undefined;
  const [first = '', ...inParent] = scope.namesOf(condition.left);
  if (inParent.length > 0) {
    const field = scope.lookup(scope.root, first, condition.left);
    return field.reference?.polymorphic ? undefined : { field, comparison: condition, inParent };
  }
  const { field } = scope.column(condition.left, false);
  const isAnchor = isStored(field) && field.filterable && field.type !== 'id' && !field.unique;
  const isIndexed = field.indexed || field.externalId || field.type === 'reference';
  return isAnchor && isIndexed ? { field, comparison: condition, inParent: undefined } : undefined;
}

/** The fields of ORDER BY if one index can hold them: own, never null, compared as they are, all in one direction. */
function orderFields(query: Query, scope: Scope): FieldDef[] {
  const isOneWay = new Set(query.orderBy.map((item) => item.descending)).size === 1;
  const fields = query.orderBy.flatMap(({ operand }) => {
    if (operand.kind !== 'path' || scope.namesOf(operand).length > 1) return [];
    const { field, sql, key } = scope.column(operand, false);
    return isStored(field) && field.sortable && !canBeNull(field, scope) && sql === key ? [field] : [];
  });
  return isOneWay && fields.length === query.orderBy.length ? fields : [];
}

interface Branch {
  readonly anchor: Anchor;
  readonly rest: readonly Condition[];
  readonly atMost: string;
  readonly index: string | undefined;
  /** The column that sorts first. */
  readonly edge: string;
}

/** The SELECT of the row numbers of a branch's first rows. */
function branch(query: Query, outer: Scope, plan: Branch): string {
  const { comparison, inParent } = plan.anchor;
  if (comparison.operator === '=' && inParent === undefined) {
    const value = valueParameter(outer.planning, comparison.value, plan.anchor.field);
    return `SELECT * FROM (${firstRows(query, outer, plan, { value, select: 'rowid', atMost: plan.atMost })})`;
  }
  return firstRowsOfAll(query, outer, plan);
}

/**
 * The first rows of many values. Most of them have none among the wanted ones, so first the first row of each is asked for:
 * a row behind the last of the wanted number of those firsts can't be one.
 */
function firstRowsOfAll(query: Query, outer: Scope, plan: Branch): string {
  const { planning, root } = outer;
  const [item] = query.orderBy;
  const way = item?.descending
    ? { sort: 'DESC', before: '>=', last: '-9e15' }
    : { sort: 'ASC', before: '<=', last: "x'FF'" };
  const [firsts, near, row] = [planning.alias(), planning.alias(), planning.alias()];
  const first = firstRows(query, outer, plan, { value: 'candidate.value', select: plan.edge, atMost: '1' });
  const edge = `ifnull((SELECT edge FROM ${firsts} WHERE edge IS NOT NULL ORDER BY edge ${way.sort} LIMIT 1 OFFSET ${plan.atMost} - 1), ${way.last})`;
  const within = { value: `${near}.value`, select: 'rowid', atMost: plan.atMost, edge: `${way.before} ${near}.edge` };
  return `SELECT ${row}.rowid FROM (
    WITH ${firsts} AS MATERIALIZED (SELECT candidate.value AS value, (${first}) AS edge FROM (${keys(plan.anchor, outer)}) candidate)
    SELECT value, limits.edge AS edge FROM (SELECT ${edge} AS edge) limits CROSS JOIN ${firsts} ON ${firsts}.edge ${way.before} limits.edge
  ) ${near} CROSS JOIN ${quoted(root.object.name)} ${row} ON ${row}.rowid IN (${firstRows(query, outer, plan, within)})`;
}

interface Wanted {
  /** SQL of the value of the branch's field. */
  readonly value: string;
  readonly select: string;
  readonly atMost: string;
  /** What the first field of the order must be: `>= …`. */
  readonly edge?: string;
}

/** The first rows with one value of the branch's field. */
function firstRows(query: Query, outer: Scope, { anchor, rest, index, edge }: Branch, wanted: Wanted): string {
  const { planning, root } = outer;
  const scope = new Scope(planning, root.object, query.alias);
  for (const name of outer.neverNull) scope.neverNull.add(name);
  const { alias } = scope.root;
  const conditions = [
    `${keyOf(scope, anchor.field)} = ${wanted.value}`,
    ...(wanted.edge === undefined ? [] : [`${alias}.${edge} ${wanted.edge}`]),
    ...rest.map((part) => conditionSql(part, scope)),
    ...unwrittenConditions(query, scope)
  ];
  const order = query.orderBy.map((item) => orderTerm(item, scope)).join(', ');
  const hint = index === undefined ? '' : ` INDEXED BY ${quoted(index)}`;
  return `SELECT ${alias}.${wanted.select} FROM ${quoted(root.object.name)} ${alias}${hint} ${scope.joins.join(' ')} WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ${wanted.atMost}`;
}

/** The SELECT of the values a branch's field may have. */
function keys({ comparison, field, inParent }: Anchor, { planning }: Scope): string {
  if (inParent === undefined) return `SELECT value FROM json_each(${listParameter(planning, comparison.value, field)})`;
  const parent = planning.schema.object(field.reference?.to[0] ?? '');
  if (!parent) throw new Error(`The lookup ${field.name} leads nowhere`);
  return matchingParents(comparison, inParent, new Scope(planning, parent));
}

function keyOf(scope: Scope, field: FieldDef): string {
  return indexTerm(field).replace(quoted(field.name), `${scope.root.alias}.${quoted(field.name)}`);
}
