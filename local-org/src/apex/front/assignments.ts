import { isSimple, type Place, type Value } from '../emit/value.ts';
import type { Expr } from './ast.ts';
import type { Body } from './body.ts';
import { conversionCost } from './conversions.ts';
import { convert } from './convert.ts';
import { expression, valueOf } from './expressions.ts';
import { operate } from './operators.ts';
import { Fault } from './parser.ts';
import { is, numberRank } from './types.ts';

/** `a = b`, `a += b`. The value is what was assigned. */
export function assign(body: Body, node: Extract<Expr, { kind: 'assign' }>): Value {
  const target = expression(body, node.left);
  const place = placeOf(target, node.left);
  if (node.operator === '=') {
    const value = valueOf(body, node.right);
    if (conversionCost(value.type, target.type) === undefined) {
      throw new Fault(node, `Illegal assignment from ${value.type.name} to ${target.type.name}`);
    }
    const js = `(${place.write(place.parts, convert(body, value, target.type))})`;
    return { type: target.type, js, ...(value.nonNull === true ? { nonNull: true } : {}) };
  }
  const { parts, before } = settle(body, place);
  const current: Value = { type: target.type, js: place.read(parts) };
  const result = operate(body, node.operator.slice(0, -1), current, valueOf(body, node.right), node);
  if (conversionCost(result.type, target.type) === undefined) {
    throw new Fault(node, `Illegal assignment from ${result.type.name} to ${target.type.name}`);
  }
  return {
    type: target.type,
    js: `(${before}${place.write(parts, convert(body, result, target.type))})`,
    nonNull: true
  };
}

/** `++a`, `a--`. */
export function step(
  body: Body,
  node: Extract<Expr, { kind: 'prefix' } | { kind: 'postfix' }>,
  before: boolean
): Value {
  const target = expression(body, node.value);
  if (numberRank(target.type) < 0)
    throw new Fault(node, `Operation ${node.operator} only permitted on numeric expressions`);
  const place = placeOf(target, node.value);
  const settled = settle(body, place);
  const current: Value = { type: target.type, js: place.read(settled.parts) };
  const one: Value = { type: body.world.primitive('Integer'), js: '1', nonNull: true, literal: 1 };
  const operator = node.operator === '++' ? '+' : '-';
  if (before) {
    const js = place.write(settled.parts, operate(body, operator, current, one, node).js);
    return { type: target.type, js: `(${settled.before}${js})`, nonNull: true };
  }
  // An Integer's former value is the new one stepped back, also when it wrapped: no temporary.
  if (is(target.type, 'Integer')) {
    const js = place.write(settled.parts, operate(body, operator, current, one, node).js);
    return { type: target.type, js: `((${settled.before}${js})${operator === '+' ? '-' : '+'}1|0)`, nonNull: true };
  }
  const old = body.temporary();
  const stepped = operate(body, operator, { ...current, js: old }, one, node);
  const js = `(${settled.before}${old}=${current.js},${place.write(settled.parts, stepped.js)},${old})`;
  return { type: target.type, js, nonNull: true };
}

function placeOf(target: Value, node: Expr): Place {
  if (target.place === undefined) throw new Fault(node, 'Expression cannot be assigned');
  return target.place;
}

/** Puts receiver and index into temporaries unless reading them twice does no harm. */
function settle(body: Body, place: Place): { parts: string[]; before: string } {
  let before = '';
  const parts = place.parts.map((part) => {
    if (isSimple(part)) return part;
    const name = body.temporary();
    before += `${name}=${part},`;
    return name;
  });
  return { parts, before };
}
