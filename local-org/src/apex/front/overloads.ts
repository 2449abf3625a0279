import type { Value } from '../emit/value.ts';
import type { At } from './ast.ts';
import type { Body } from './body.ts';
import { conversionCost } from './conversions.ts';
import { convert } from './convert.ts';
import { Fault } from './parser.ts';
import type { Type } from './types.ts';

export interface Candidate {
  readonly parameters: readonly Type[];
}

/** The overload whose parameters are nearest to the static types of the values. */
export function pick<C extends Candidate>(candidates: readonly C[], values: readonly Value[]): C | undefined {
  let best: C | undefined;
  let bestCost = Infinity;
  for (const candidate of candidates) {
    const cost = costOf(candidate, values);
    if (cost === undefined || cost > bestCost) continue;
    if (cost < bestCost || (best !== undefined && isNarrower(candidate, best))) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

function costOf(candidate: Candidate, values: readonly Value[]): number | undefined {
  if (candidate.parameters.length !== values.length) return undefined;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const parameter = candidate.parameters[i];
    if (value === undefined || parameter === undefined) return undefined;
    const cost = conversionCost(value.type, parameter);
    if (cost === undefined) return undefined;
    sum += cost;
  }
  return sum;
}

/** With equal costs (null fits all) the overload wins whose parameters convert to the other's. */
function isNarrower(one: Candidate, other: Candidate): boolean {
  return one.parameters.every((parameter, i) => {
    const wider = other.parameters[i];
    return wider !== undefined && conversionCost(parameter, wider) !== undefined;
  });
}

/** The values as the parameters take them, joined for a call. */
export function converted(body: Body, values: readonly Value[], parameters: readonly Type[]): string[] {
  return values.map((value, i) => convert(body, value, parameters[i] ?? value.type));
}

export function noMethod(at: At, name: string, values: readonly Value[], from?: Type): Fault {
  const signature = `${name}(${values.map((value) => value.type.name).join(', ')})`;
  const owner = from === undefined ? '' : ` from the type ${from.name}`;
  // The platform may have a method that the library has not.
  const hint = from?.library === undefined ? '' : ', or the local org does not support it';
  return new Fault(at, `Method does not exist or incorrect signature: void ${signature}${owner}${hint}`);
}

export function noConstructor(at: At, type: Type, values: readonly Value[]): Fault {
  const signature = `(${values.map((value) => value.type.name).join(', ')})`;
  return new Fault(at, `Constructor not defined: [${type.name}].<Constructor>${signature}`);
}
