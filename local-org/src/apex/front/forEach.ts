import type { Lines } from '../emit/lines.ts';
import { quote } from '../emit/value.ts';
import type { Statement } from './ast.ts';
import type { Body } from './body.ts';
import { conversionCost } from './conversions.ts';
import { convert } from './convert.ts';
import { valueOf } from './expressions.ts';
import { Fault } from './parser.ts';
import { loopBody } from './statements.ts';
import { ancestry } from './symbols.ts';
import { elementOf, is, isList, type Type } from './types.ts';

/** `for (T x : values)` over lists, sets, iterables and queries; over a query `T` may be a list: batches of 200. */
export function forEach(body: Body, out: Lines, node: Extract<Statement, { kind: 'forEach' }>): void {
  const type = body.world.resolve(node.type, body.owner);
  const values = valueOf(body, node.values);
  const row = elementOf(values.type);
  const batched = values.type.query === true && isList(type) && row !== undefined && row.kind !== 'library';
  const element = batched ? type : iteratedType(values.type);
  if (element === undefined) throw new Fault(node.values, `Loop must iterate over a collection: ${values.type.name}`);
  if (conversionCost(element, type) === undefined && !isGeneralRow(element, type)) {
    throw new Fault(node, `Loop variable must be of type ${element.name}`);
  }
  const source = batched
    ? `${body.operation('batches')}(${values.js},${quote(elementOf(type)?.name ?? 'SObject')})`
    : `${body.operation('iterate')}(${body.nonNull(values)})`;
  body.scoped(() => {
    const variable = body.declare(node.name, type, node);
    out.add(`for(let ${variable.js} of ${source})`);
    const converted = convert(body, { type: element, js: variable.js }, type);
    loopBody(body, out, node.body, converted === variable.js ? '' : `${variable.js}=${converted};`);
  });
}

/** Rows of a dynamic query are general, but loop variables may be specific. */
function isGeneralRow(from: Type, to: Type): boolean {
  return from.kind === 'sobject' && from.object === undefined && to.kind === 'sobject';
}

function iteratedType(type: Type): Type | undefined {
  if (isList(type) || is(type, 'Set', 'Iterable')) return elementOf(type);
  if (type.declared === undefined) return undefined;
  for (const one of ancestry(type.declared)) {
    const iterable = one.interfaces.find((contract) => is(contract, 'Iterable'));
    if (iterable !== undefined) return elementOf(iterable);
  }
  return undefined;
}
