import { quote, type Value } from '../emit/value.ts';
import { OrgError } from '../../errors.ts';
import type { QueryShape } from '../../soql/types.ts';
import type { SoqlExpr } from './ast.ts';
import type { Body } from './body.ts';
import { valueOf } from './expressions.ts';
import { Fault } from './parser.ts';

/** `[SELECT …]`: checked against the schema, typed by what it returns. */
export function soql(body: Body, node: SoqlExpr): Value {
  const { world } = body;
  const shape = shapeOf(body, node);
  const names = shape.binds.length === node.binds.length ? shape.binds : node.binds.map((bind) => bind.text);
  const binds = node.binds.map((bind, i) => `${quote(names[i] ?? bind.text)},${valueOf(body, bind.value).js}`);
  const args = `${quote(node.text)},[${binds.join(',')}]`;
  if (shape.kind === 'count') {
    return { type: world.primitive('Integer'), js: `${body.operation('queryCount')}(${args})`, nonNull: true };
  }
  const row = world.sobject(shape.kind === 'aggregate' ? 'AggregateResult' : shape.object);
  if (row === undefined) throw new Fault(node, `Invalid type: ${shape.object}`);
  return { type: world.queryRows(row), js: `${body.operation('queryRows')}(${args})`, nonNull: true };
}

function shapeOf(body: Body, node: SoqlExpr): QueryShape {
  try {
    return body.world.checkQuery(node.text);
  } catch (error) {
    if (error instanceof OrgError) throw new Fault(node, error.message);
    throw error;
  }
}
