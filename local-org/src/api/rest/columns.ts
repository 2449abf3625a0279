import type { ObjectDef, Schema } from '../../schema/types.ts';
import { type Operand, parseQuery, type Query, type SelectItem } from '../../soql/index.ts';

/** A column as `query?columns=true` tells it; the CLI heads its tables with them. */
interface Column {
  readonly aggregate: boolean;
  readonly columnName: string;
  readonly displayName: string;
  /** Columns of the parent, or of the rows below. */
  readonly joinColumns: readonly Column[];
}

/** What a query will return, without running it: `query?q=…&columns=true`. The text must have been checked. */
export function queryColumns(schema: Schema, text: string): Record<string, unknown> {
  const query = parseQuery(text);
  const object = schema.object(query.from.names.join('.'));
  return {
    columnMetadata: columnsOf(query, object),
    entityName: object?.name,
    groupBy: query.groupBy.length > 0,
    idSelected: query.select.some(
      (item) => item.kind === 'operand' && namesOf(item.operand).join().toLowerCase() === 'id'
    ),
    keyPrefix: object?.keyPrefix
  };
}

function columnsOf(query: Query, object: ObjectDef | undefined): Column[] {
  let unnamed = 0;
  const nextExpression = (): string => `expr${String(unnamed++)}`;
  return query.select.flatMap((item) => columnsOfItem(item, object, nextExpression));
}

function columnsOfItem(item: SelectItem, object: ObjectDef | undefined, nextExpression: () => string): Column[] {
  switch (item.kind) {
    case 'operand': {
      if (item.operand.kind === 'path') return [pathColumn(item.operand.names, item.alias)];
      // COUNT() alone has no column: the answer is its size.
      if (!item.operand.argument) return [];
      return [column(item.alias ?? nextExpression(), [], true, textOf(item.operand))];
    }
    case 'children': {
      const name = item.query.from.names.at(-1) ?? '';
      return [column(name, columnsOf(item.query, undefined), true)];
    }
    case 'typeof': {
      const paths = [...item.branches.flatMap(({ fields }) => fields), ...item.otherwise];
      return [
        column(
          item.path.names.join('.'),
          paths.map(({ names }) => pathColumn(names))
        )
      ];
    }
    case 'fields': {
      const fields = [...(object?.fields.values() ?? [])];
      return fields
        .filter(({ custom }) => item.which === 'ALL' || custom === (item.which === 'CUSTOM'))
        .map(({ name }) => column(name));
    }
  }
}

/** `Account.Owner.Name`: a column of a column of a column. */
function pathColumn([name = '', ...below]: readonly string[], alias?: string): Column {
  return below.length === 0 ? column(alias ?? name) : column(name, [pathColumn(below)]);
}

function column(name: string, joinColumns: readonly Column[] = [], aggregate = false, displayName = name): Column {
  return { aggregate, columnName: name, displayName, joinColumns };
}

function namesOf(operand: Operand): readonly string[] {
  return operand.kind === 'path' ? operand.names : [];
}

function textOf(operand: Operand): string {
  if (operand.kind === 'path') return operand.names.join('.');
  return `${operand.name}(${operand.argument ? textOf(operand.argument) : ''})`;
}
