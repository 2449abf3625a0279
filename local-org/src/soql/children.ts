import { quoted } from '../store/index.ts';
import { UnsupportedError } from '../errors.ts';
import type { Path, Query } from './ast.ts';
import { isAggregate } from './terms.ts';
import { Planning } from './planning.ts';
import type { Parameter } from './planning.ts';
import { wholeNumber, orderTerm, whereConditions } from './plan.ts';
import type { RowReader } from './reader.ts';
import { OrgError } from '../errors.ts';
import { Scope } from './scope.ts';
import { Selection } from './selection.ts';

/** A sub-query for the rows below: one statement for all rows above, whose ids are its last parameter, as JSON. */
export interface ChildrenPlan {
  /** The relationship's name. */
  readonly name: string;
  readonly sql: string;
  readonly parameters: readonly Parameter[];
  readonly reader: RowReader;
}

/** The column with the id of the row above. */
export const ABOVE = 'above';

/** Plans `(SELECT … FROM Contacts)`. */
export function childrenPlan(query: Query, above: Scope): ChildrenPlan {
  const { planning } = above;
  const refuse = (message: string): Error => planning.refuse(query.from.at, 'MALFORMED_QUERY', message);
  const relationship = relationshipOf(query.from, above);
  const object = planning.schema.object(relationship.childObject);
  const lookup = object?.fields.get(relationship.field.toLowerCase());
  if (!object || !lookup) throw new Error(`The relationship ${relationship.name} leads nowhere`);
  if (query.select.some((item) => item.kind === 'children')) throw new UnsupportedError('a sub-query in a sub-query');
  if (query.select.some((item) => item.kind === 'operand' && isAggregate(item.operand)))
    throw refuse('a sub-query can not aggregate');
  const below = new Planning(planning.query, planning.needs);
  const scope = new Scope(below, object, query.alias);
  const selection = new Selection(scope);
  for (const item of query.select) selection.add(item);
  const { alias } = scope.root;
  const key = `${alias}.${quoted(lookup.name)}`;
  below.need(object, lookup.name, false);
  const conditions = whereConditions(query, scope);
  const order = query.orderBy.map((item) => orderTerm(item, scope));
  const limit = query.limit ? below.parameter(wholeNumber(below, query.limit)) : undefined;
  const from = [`${quoted(object.name)} ${alias}`, ...scope.joins].join(' ');
  conditions.push(`${key} IN (SELECT value FROM json_each(?${below.parameters.length + 1}))`);
  const place = `row_number() OVER (PARTITION BY ${key} ORDER BY ${[...order, `${alias}.rowid`].join(', ')}) AS place`;
  const rows = `SELECT ${[...selection.columns, `${key} AS ${ABOVE}`, place].join(', ')} FROM ${from} WHERE ${conditions.join(' AND ')}`;
  const sql = `SELECT * FROM (${rows})${limit === undefined ? '' : ` WHERE place <= ${limit}`} ORDER BY place`;
  return { name: relationship.name, sql, parameters: below.parameters, reader: selection.reader };
}

function relationshipOf(path: Path, above: Scope): { name: string; childObject: string; field: string } {
  const { object } = above.root;
  const name = path.names.at(-1) ?? '';
  const relationship = object.childRelationships.find(
    (each) => each.relationshipName?.toLowerCase() === name.toLowerCase()
  );
  if (!relationship?.relationshipName)
    throw new OrgError(
      'INVALID_TYPE',
      `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`
    );
  return { name: relationship.relationshipName, childObject: relationship.childObject, field: relationship.field };
}
