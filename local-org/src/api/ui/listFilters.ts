import { OrgError } from '../../errors.ts';
import type { BindValue } from '../../soql/types.ts';
import type { FieldDef, ListViewDef, ObjectDef } from '../../schema/index.ts';
import type { Asking } from './asking.ts';
import { fieldAt } from './paging.ts';

/** A condition in SOQL with the values of its binds. */
export interface Condition {
  readonly where: string;
  readonly binds: Readonly<Record<string, BindValue>>;
}

type Filter = ListViewDef['filters'][number];

const comparisons: Readonly<Record<string, string>> = {
  equals: '=',
  notEqual: '!=',
  lessThan: '<',
  greaterThan: '>',
  lessOrEqual: '<=',
  greaterOrEqual: '>='
};

/** `TODAY`, `LAST_N_DAYS:7`: words SOQL knows too. */
const dateLiteral =
  /^(TODAY|YESTERDAY|TOMORROW|(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)|(LAST|NEXT)_90_DAYS|(LAST|NEXT)_N_DAYS:\d+)$/;

function scalar(field: FieldDef, text: string): string | number | boolean {
  switch (field.type) {
    case 'boolean':
      return /^(1|true)$/i.test(text);
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return Number(text);
    case 'datetime': {
      const time = Date.parse(text);
      if (!Number.isNaN(time)) return time;
      throw new OrgError('INVALID_QUERY_FILTER_OPERATOR', `"${text}" is not a date and time`);
    }
    default:
      return text;
  }
}

const values = (text: string): string[] => text.split(',').map((each) => each.trim());
const pattern = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** One filter of a list view. `bind` names a value and returns the name. */
function filterSoql(field: FieldDef, filter: Filter, bind: (value: BindValue) => string): string {
  const { field: path, operation } = filter;
  const given = filter.value ?? '';
  const any = (terms: readonly string[], joint: string): string =>
    terms.length === 1 ? (terms[0] ?? '') : `(${terms.join(` ${joint} `)})`;
  switch (operation) {
    case 'contains':
      return any(
        values(given).map((each) => `${path} LIKE ${bind(`%${pattern(each)}%`)}`),
        'OR'
      );
    case 'notContain':
      return any(
        values(given).map((each) => `(NOT ${path} LIKE ${bind(`%${pattern(each)}%`)})`),
        'AND'
      );
    case 'startsWith':
      return any(
        values(given).map((each) => `${path} LIKE ${bind(`${pattern(each)}%`)}`),
        'OR'
      );
    case 'includes':
    case 'excludes':
      return `${path} ${operation.toUpperCase()} (${values(given).map(bind).join(', ')})`;
    default: {
      const sign = comparisons[operation] ?? '=';
      if (given === '') return `${path} ${sign} null`;
      if (field.type === 'date' || field.type === 'datetime') {
        const literal = given
          .replace(/ (?=\d)/, ':')
          .replace(/ /g, '_')
          .toUpperCase();
        if (dateLiteral.test(literal)) return `${path} ${sign} ${literal}`;
      }
      const several = values(given);
      if (several.length > 1 && (sign === '=' || sign === '!=')) {
        return `${path} ${sign === '=' ? 'IN' : 'NOT IN'} ${bind(several.map((each) => scalar(field, each)))}`;
      }
      return `${path} ${sign} ${bind(scalar(field, given))}`;
    }
  }
}

/** What a list view shows: its scope and its filters, combined as it says. */
export function listCondition(asking: Asking, object: ObjectDef, view: ListViewDef): Condition {
  const binds: Record<string, BindValue> = {};
  const bind = (value: BindValue): string => {
    const name = `v${Object.keys(binds).length}`;
    binds[name] = value;
    return `:${name}`;
  };
  const filters = view.filters.map((filter) => {
    const field = fieldAt(asking, object, filter.field);
    if (!field)
      throw new OrgError(
        'INVALID_FIELD',
        `List view ${view.fullName} filters by ${filter.field}, which does not exist`
      );
    return filterSoql(field, filter, bind);
  });
  const combined =
    view.booleanFilter?.replace(/\d+/g, (number) => filters[Number(number) - 1] ?? number) ?? filters.join(' AND ');
  const scope = scopeSoql(asking, view, bind);
  if (scope === '' || combined === '') return { where: scope + combined, binds };
  return { where: `${scope} AND (${combined})`, binds };
}

function scopeSoql({ org, userId }: Asking, view: ListViewDef, bind: (value: BindValue) => string): string {
  if (view.filterScope === 'Mine') return `OwnerId = ${bind(userId)}`;
  if (view.filterScope !== 'Queue') return '';
  const queue = org.store.get(`SELECT "Id" AS id FROM "Group" WHERE "DeveloperName" = ? AND "Type" = 'Queue'`, [
    view.queue ?? ''
  ]);
  if (typeof queue?.['id'] === 'string') return `OwnerId = ${bind(queue['id'])}`;
  throw new OrgError('INVALID_PARAMETER', `Queue ${view.queue ?? ''} of list view ${view.fullName} does not exist`);
}
