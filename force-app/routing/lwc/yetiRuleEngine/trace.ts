import type { Condition, Rule, RuleSet, RuleTrace, Values } from '../yetiRuleSet/types';
import { Answers, type Check } from './answers';

/** One of the things that must hold, and what becomes of the rule if it does not. */
interface Step {
  readonly holds: Check;
  readonly failed: RuleTrace;
}

/** A rule, and what may become of it. */
interface Traced {
  /** Undefined: the rule is inactive. */
  readonly steps: readonly Step[] | undefined;
  readonly inactive: RuleTrace;
  readonly matched: RuleTrace;
  readonly stopped: RuleTrace;
  readonly stops: boolean;
}

/** Tells of each rule of a rule set why it did or did not match. */
export class Tracer {
  private readonly answers = new Answers();
  private readonly rules: readonly Traced[];

  constructor({ rules }: RuleSet) {
    this.rules = rules.map((rule) => this.tracedOf(rule));
  }

  /** Of each rule why it did or did not match, in their order. */
  trace(values: Values): readonly RuleTrace[] {
    this.answers.begin(values);
    const trace: RuleTrace[] = [];
    let running = true;
    for (const rule of this.rules) {
      const outcome = running ? outcomeOf(rule) : rule.steps ? rule.stopped : rule.inactive;
      if (outcome === rule.matched && rule.stops) running = false;
      trace.push(outcome);
    }
    return trace;
  }

  private tracedOf({ id, active, when, stop }: Rule): Traced {
    return {
      steps: active ? this.stepsOf(when, id, 'when') : undefined,
      inactive: { id, state: 'inactive' },
      matched: { id, state: 'matched' },
      stopped: { id, state: 'stopped' },
      stops: stop === true
    };
  }

  /** What must hold, in its order: groups of which all must hold are taken apart. */
  private stepsOf(condition: Condition, id: string, path: string): readonly Step[] {
    if ('all' in condition)
      return condition.all.flatMap((part, index) => this.stepsOf(part, id, `${path}.all[${String(index)}]`));
    return [{ holds: this.answers.checkOf(condition), failed: { id, state: 'failed', path } }];
  }
}

function outcomeOf({ steps, inactive, matched }: Traced): RuleTrace {
  if (!steps) return inactive;
  for (const { holds, failed } of steps) if (!holds()) return failed;
  return matched;
}
