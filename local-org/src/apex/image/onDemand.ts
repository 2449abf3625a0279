import { declareClass, declareMembers, resolveAncestors } from '../front/declare.ts';
import type { ClassSymbol } from '../front/symbols.ts';
import type { World } from '../front/world.ts';
import type { ApexSource } from '../types.ts';
import { parsedClass } from './parsed.ts';

/** Lets a compilation know deployed classes, each parsed when its name first comes up: a block seldom touches many. */
export function declareOnDemand(world: World, classes: readonly ApexSource[]): void {
  const sources = new Map(classes.map((source) => [source.name.toLowerCase(), source]));
  const pending: ClassSymbol[] = [];
  let depth = 0;
  world.missingClass = (key) => {
    const source = sources.get(key);
    if (source === undefined) return undefined;
    const decl = parsedClass(source);
    const symbol = declareClass(decl, decl.name);
    world.classes.set(key, symbol);
    depth += 1;
    resolveAncestors(world, symbol);
    pending.push(symbol);
    // Members wait until the ancestors of all that came up with the class are known.
    if (depth === 1)
      for (let next = pending.pop(); next !== undefined; next = pending.pop()) declareMembers(world, next);
    depth -= 1;
    return symbol;
  };
}
