import type {
  Comparison,
  Condition,
  Outcome,
  Requirement,
  Rule,
  RuleSet,
  RuleTrace,
  Scalar,
  SkillNeed,
  Values
} from '../../../force-app/routing/lwc/yetiRuleSet/types.ts';

// What a rule set means, as plainly as it can be written down, slow and apart from both engines: what they are held to.

/** The rules that match, and what they ask for. */
export function evaluatePlainly({ rules, defaults }: RuleSet, values: Values): Outcome {
  const matched: Rule[] = [];
  for (const rule of rules) {
    if (!rule.active || !holds(rule.when, values)) continue;
    matched.push(rule);
    if (rule.stop === true) break;
  }
  return { matched: matched.map(({ id }) => id), requirement: together(matched, defaults ?? {}) };
}

/** Of each rule, why it did or did not match. */
export function tracePlainly({ rules }: RuleSet, values: Values): readonly RuleTrace[] {
  const trace: RuleTrace[] = [];
  let stopped = false;
  for (const { id, active, when, stop } of rules) {
    if (!active) trace.push({ id, state: 'inactive' });
    else if (stopped) trace.push({ id, state: 'stopped' });
    else if (holds(when, values)) {
      trace.push({ id, state: 'matched' });
      stopped = stop === true;
    } else trace.push({ id, state: 'failed', path: firstFailure(when, values, 'when') });
  }
  return trace;
}

function holds(condition: Condition, values: Values): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, values));
  if ('any' in condition) return condition.any.some((part) => holds(part, values));
  if ('not' in condition) return !holds(condition.not, values);
  return compare(condition, values[condition.field] ?? null);
}

function firstFailure(condition: Condition, values: Values, path: string): string {
  if (!('all' in condition)) return path;
  const index = condition.all.findIndex((part) => !holds(part, values));
  const part = condition.all[index];
  return part ? firstFailure(part, values, `${path}.all[${String(index)}]`) : path;
}

function compare({ op, value }: Comparison, found: Scalar | null): boolean {
  const given = Array.isArray(value) ? (value as readonly Scalar[]) : [value as Scalar];
  const bound = given[0] as Scalar;
  if (op === 'equals' || op === 'in') return given.some((one) => same(one, found));
  if (op === 'notEquals' || op === 'notIn') return !given.some((one) => same(one, found));
  if (op === 'isBlank') return found === null || found === '';
  if (op === 'isNotBlank') return found !== null && found !== '';
  if (op === 'contains') return bothText(found, bound, (text, part) => text.indexOf(part) >= 0);
  if (op === 'startsWith') return bothText(found, bound, (text, part) => text.slice(0, part.length) === part);
  if (op === 'includes')
    return typeof found === 'string' && found.split(';').some((entry) => given.some((one) => same(one, entry.trim())));
  const sign = signOf(found, bound);
  if (sign === undefined) return false;
  if (op === 'greaterThan') return sign > 0;
  if (op === 'greaterOrEqual') return sign >= 0;
  if (op === 'lessThan') return sign < 0;
  return sign <= 0;
}

function same(one: Scalar, other: Scalar | null): boolean {
  if (typeof one === 'string' && typeof other === 'string') return one.toLowerCase() === other.toLowerCase();
  return one === other;
}

function bothText(found: Scalar | null, given: Scalar, test: (text: string, part: string) => boolean): boolean {
  return typeof found === 'string' && typeof given === 'string' && test(found.toLowerCase(), given.toLowerCase());
}

/** Below 0: less, above: greater, undefined: they have no order. */
function signOf(found: Scalar | null, bound: Scalar): number | undefined {
  if (typeof found === 'number' && typeof bound === 'number') return found - bound;
  if (typeof found !== 'string' || typeof bound !== 'string') return undefined;
  const [one, other] = [found.toLowerCase(), bound.toLowerCase()];
  return one < other ? -1 : one > other ? 1 : 0;
}

function together(matched: readonly Rule[], defaults: Requirement): Requirement {
  const requirement: Record<string, unknown> = {};
  const skills: SkillNeed[] = [];
  for (const { then } of matched) {
    for (const need of then.skills ?? []) {
      const index = skills.findIndex(({ skill }) => skill === need.skill);
      const known = skills[index];
      if (!known) skills.push(need);
      else if (need.level > known.level) skills[index] = need;
    }
    for (const [key, value] of Object.entries(then)) if (key !== 'skills') requirement[key] ??= value;
  }
  for (const [key, value] of Object.entries(defaults)) if (key !== 'skills') requirement[key] ??= value;
  const needed = skills.length > 0 ? skills : (defaults.skills ?? []);
  if (needed.length > 0) requirement['skills'] = needed;
  return requirement;
}
