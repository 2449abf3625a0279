import { OrgError } from '../../errors.ts';
import type { BindValue } from '../../soql/types.ts';
import type { FieldDef, ObjectDef } from '../../schema/index.ts';
import { names, type Asking } from './asking.ts';
import { queryRecords, type RecordJson } from './records.ts';
import { addFields, addShown, selectionOf, type Selection } from './selection.ts';

/** What a request for a page of rows may say. */
export interface PageQuery {
  readonly fields?: string;
  readonly optionalFields?: string;
  readonly pageSize?: string;
  readonly pageToken?: string;
  readonly sortBy?: string;
}

/** A list ends here, as on the platform: OFFSET goes no further. */
const longest = 2000;

export interface Order {
  readonly path: string;
  readonly descending: boolean;
}

/** A page of rows as list and related lists answer. */
export interface PageJson {
  readonly count: number;
  readonly currentPageToken: string;
  readonly nextPageToken: string | null;
  readonly previousPageToken: string | null;
  readonly pageSize: number;
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
  readonly records: readonly RecordJson[];
  readonly sortBy: readonly string[];
}

function wholeNumber(
  text: string | undefined,
  fallback: number,
  name: string,
  minimum: number,
  maximum: number
): number {
  if (text === undefined || text === '') return fallback;
  const number = Number(text);
  if (Number.isInteger(number) && number >= minimum && number <= maximum) return number;
  throw new OrgError('INVALID_PARAMETER', `${name} must be a whole number from ${minimum} to ${maximum}, not ${text}`);
}

/** The field at the end of a path, through parents. */
export function fieldAt({ schema }: Pick<Asking, 'schema'>, object: ObjectDef, path: string): FieldDef | undefined {
  const [step = '', ...rest] = path.split('.');
  if (rest.length === 0) return object.fields.get(step.toLowerCase());
  const lookup = [...object.fields.values()].find(
    ({ reference }) => reference?.relationshipName?.toLowerCase() === step.toLowerCase()
  )?.reference;
  const parent = schema.object(lookup?.polymorphic ? 'Name' : (lookup?.to[0] ?? ''));
  return parent && fieldAt({ schema }, parent, rest.join('.'));
}

/** The order a request asks for, else the list's own. @throws OrgError for what can't be sorted by */
function orders(
  asking: Asking,
  object: ObjectDef,
  sortBy: string | undefined,
  usual: readonly Order[]
): readonly Order[] {
  const asked = names(sortBy).map((name) => ({ path: name.replace(/^[-+]/, ''), descending: name.startsWith('-') }));
  return (asked.length > 0 ? asked : usual).map(({ path, descending }) => {
    const own = path.toLowerCase().startsWith(`${object.name.toLowerCase()}.`)
      ? path.slice(object.name.length + 1)
      : path;
    if (fieldAt(asking, object, own)?.sortable) return { path: own, descending };
    throw new OrgError('INVALID_PARAMETER', `${object.name} cannot be sorted by ${path}`);
  });
}

/** One page of an object's rows. `where` is a condition whose binds are given by name. */
export function page(
  asking: Asking,
  object: ObjectDef,
  columns: readonly string[],
  condition: { readonly where: string; readonly binds: Readonly<Record<string, BindValue>> },
  query: PageQuery,
  usualOrder: readonly Order[]
): PageJson {
  const pageSize = wholeNumber(query.pageSize, 50, 'pageSize', 1, longest);
  const offset = wholeNumber(query.pageToken, 0, 'pageToken', 0, longest);
  const selection: Selection = selectionOf(object);
  for (const column of columns) addShown(asking, selection, column);
  const fields = names(query.fields);
  const optionalFields = names(query.optionalFields);
  addFields(asking, selection, fields, false);
  addFields(asking, selection, optionalFields, true);
  const order = orders(asking, object, query.sortBy, usualOrder);
  const sorted = [
    ...order.map(({ path, descending }) => `${path} ${descending ? 'DESC' : 'ASC'} NULLS LAST`),
    'Id ASC'
  ];
  const limit = Math.min(pageSize + 1, longest + 1 - offset);
  const where = condition.where === '' ? '' : `WHERE ${condition.where} `;
  const rows = queryRecords(
    asking,
    selection,
    `${where}ORDER BY ${sorted.join(', ')} LIMIT ${limit}${offset > 0 ? ` OFFSET ${offset}` : ''}`,
    condition.binds
  );
  const records = rows.slice(0, pageSize);
  const more = rows.length > pageSize && offset + pageSize < longest;
  return {
    count: records.length,
    currentPageToken: String(offset),
    nextPageToken: more ? String(offset + pageSize) : null,
    previousPageToken: offset > 0 ? String(Math.max(0, offset - pageSize)) : null,
    pageSize,
    fields,
    optionalFields,
    records,
    sortBy: order.map(({ path, descending }) => `${descending ? '-' : ''}${path}`)
  };
}

/** A column of a list as its info tells it. */
export function columnJson(asking: Asking, object: ObjectDef, path: string, label: string): object {
  const field = fieldAt(asking, object, path);
  return { fieldApiName: path, label, lookupId: lookupOf(object, path), sortable: field?.sortable ?? false };
}

function lookupOf(object: ObjectDef, path: string): string | null {
  const [step = ''] = path.split('.');
  const lookup = [...object.fields.values()].find(({ name, reference }) =>
    path.includes('.') ? reference?.relationshipName === step : reference !== undefined && name === step
  );
  return lookup ? (path.includes('.') ? `${step}.Id` : lookup.name) : null;
}
