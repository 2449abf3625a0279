import { quote, type Value } from '../emit/value.ts';
import { methodKey } from '../image/types.ts';
import type { At, Expr } from './ast.ts';
import type { Body } from './body.ts';
import { candidates, parameters, platformBase, superPrototype } from './calls.ts';
import { valueOf } from './expressions.ts';
import { converted, noConstructor, pick } from './overloads.ts';
import { Fault } from './parser.ts';
import type { MethodSymbol } from './symbols.ts';
import type { Type } from './types.ts';
import type { World } from './world.ts';

type Call = Extract<Expr, { kind: 'call' }>;

/** `this(…)` or `super(…)` at the start of a constructor, as a statement. */
export function constructorCall(body: Body, node: Call): string {
  const values = node.values.map((value) => valueOf(body, value));
  if (node.name.toLowerCase() === 'this') {
    const chosen = pick(candidates(body.owner.constructors), values)?.method;
    if (chosen === undefined) throw noConstructor(node, body.owner.type, values);
    return `this[${quote(chosen.key)}](${parameters(body, chosen, values)});`;
  }
  const base = body.owner.superclass;
  if (base === undefined) {
    if (values.length === 0) return '';
    throw new Fault(node, 'Illegal use of super');
  }
  return superConstructor(body, base, values, node);
}

/** Runs the superclass's constructor that fits the values. */
export function superConstructor(body: Body, base: Type, values: readonly Value[], at: At): string {
  const chosen = constructorOf(body, base, values);
  if (chosen === undefined) throw noConstructor(at, base, values);
  const args = ['this', ...converted(body, values, chosen.parameters)].join(',');
  return `${superPrototype(body)}[${quote(chosen.key)}].call(${args});`;
}

export interface ChosenConstructor {
  readonly key: string;
  readonly parameters: readonly Type[];
  readonly method: MethodSymbol | undefined;
}

/** The constructor of a class by its values; without declared ones the class has the one without parameters, an exception four. */
export function constructorOf(body: Body, type: Type, values: readonly Value[]): ChosenConstructor | undefined {
  const { declared, library } = type;
  if (declared !== undefined && declared.constructors.length > 0) {
    const chosen = pick(candidates(declared.constructors), values);
    if (chosen !== undefined) return { key: chosen.method.key, parameters: chosen.parameters, method: chosen.method };
    if (platformBase(declared) === undefined) return undefined;
  }
  const base = declared === undefined ? (library?.kind === 'exception' ? type : undefined) : platformBase(declared);
  if (base === undefined) {
    return values.length === 0 ? { key: 'new', parameters: [], method: undefined } : undefined;
  }
  return pick(exceptionConstructors(body.world), values);
}

/** What every exception class can be made with. */
export function exceptionConstructors(world: World): ChosenConstructor[] {
  const text = world.primitive('String');
  const cause = world.named('Exception');
  return [[], [text], [cause], [text, cause]].map((parameters) => ({
    key: methodKey(
      'new',
      parameters.map((one) => one.name)
    ),
    parameters,
    method: undefined
  }));
}
