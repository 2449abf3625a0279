import type { Condition } from '../../../force-app/routing/lwc/yetiRuleSet/types.ts';

/** Every path that a document names as a field, whether the rest of it is sound or not. */
export function pathsIn(document: unknown): string[] {
  const paths = new Set<string>();
  collect(document, paths);
  return [...paths];
}

function collect(part: unknown, paths: Set<string>): void {
  if (typeof part !== 'object' || part === null) return;
  for (const [key, value] of Object.entries(part)) {
    if (key === 'field' && typeof value === 'string') paths.add(value);
    else collect(value, paths);
  }
}

/**
 * The condition at a path of a trace.
 *
 * @param path within the rule: `when.all[0].not`
 * @throws Error if the condition has no such place
 */
export function conditionAt(when: Condition, path: string): Condition {
  let at = when;
  for (const [step, group, place] of path.matchAll(/\.(all|any)\[(\d+)\]|\.not/g)) {
    const inside = partsOf(at)[group ?? 'not']?.[Number(place ?? 0)];
    if (!inside) throw new Error(`The condition has no ${step} on the way ${path}.`);
    at = inside;
  }
  return at;
}

function partsOf(condition: Condition): Readonly<Record<string, readonly Condition[] | undefined>> {
  if ('all' in condition) return { all: condition.all };
  if ('any' in condition) return { any: condition.any };
  return 'not' in condition ? { not: [condition.not] } : {};
}
