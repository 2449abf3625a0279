import { quote } from '../emit/value.ts';
import type { Statement } from './ast.ts';
import type { Body } from './body.ts';
import { convert } from './convert.ts';
import { valueOf } from './expressions.ts';
import { Fault } from './parser.ts';
import { elementOf, isList, type Type } from './types.ts';

type Dml = Extract<Statement, { kind: 'dml' }>;

/** `insert x;` and its like. */
export function dml(body: Body, node: Dml): string {
  const value = valueOf(body, node.value);
  const row = isList(value.type) ? elementOf(value.type) : value.type;
  if (row?.kind !== 'sobject') {
    throw new Fault(node, `DML requires SObject or SObject list type: ${value.type.name}`);
  }
  const access = node.access === undefined ? 'undefined' : quote(node.access);
  if (node.verb === 'merge') {
    if (node.second === undefined) throw new Fault(node, 'merge needs the records to merge');
    const other = valueOf(body, node.second);
    return `${body.operation('mergeRecords')}(${convert(body, value, row)},${other.js},${access});`;
  }
  const field = node.verb === 'upsert' && node.field.length > 0 ? `,${externalId(node, row)}` : '';
  return `${body.operation('saveRecords')}(${quote(node.verb)},${body.nonNull(value)},${access}${field});`;
}

function externalId(node: Dml, row: Type): string {
  const last = node.field.at(-1);
  const field = last && row.object?.fields.get(last.text.toLowerCase());
  if (last === undefined) return 'undefined';
  if (row.object !== undefined && field === undefined) {
    throw new Fault(
      last,
      `Invalid field for upsert, must be an External Id custom or standard indexed field: ${last.text}`
    );
  }
  return quote(field?.name ?? last.text);
}
