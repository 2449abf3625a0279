import type { Condition, Rule, RuleSet, RuleTrace, Values } from '../yetiRuleSet/types';
import { Answers } from './answers';
import { listsOf, type Lists } from './lists';

/** What may become of a rule whatever the case. */
interface Ends {
  readonly isActive: boolean;
  readonly inactive: RuleTrace;
  readonly matched: RuleTrace;
  readonly stopped: RuleTrace;
  readonly stops: boolean;
}

/** One of the things that must hold, and what becomes of the rule if it does not. */
interface Step {
  readonly question: number;
  readonly failed: RuleTrace;
}

/** Tells of each rule of a rule set why it did or did not match. */
export class Tracer {
  private readonly answers = new Answers();
  private readonly ends: readonly Ends[];
  /** What is asked for each rule, in its order. */
  private readonly questions: Lists;
  /** What becomes of the rule where a question is denied. */
  private readonly failures: readonly RuleTrace[];

  constructor({ rules }: RuleSet) {
    this.ends = rules.map(endsOf);
    const steps = rules.map(({ id, active, when }) => (active ? this.stepsOf(when, id, 'when') : []));
    this.questions = listsOf(steps.map((ofRule) => ofRule.map(({ question }) => question)));
    this.failures = steps.flat().map(({ failed }) => failed);
  }

  /** Of each rule why it did or did not match, in their order. */
  trace(values: Values): readonly RuleTrace[] {
    this.answers.begin(values);
    let running = true;
    return this.ends.map((ends, rule) => {
      if (!ends.isActive) return ends.inactive;
      if (!running) return ends.stopped;
      const failure = this.failures[this.answers.firstFailed(this.questions, rule)];
      if (failure) return failure;
      running = !ends.stops;
      return ends.matched;
    });
  }

  /** What must hold, in its order: groups of which all must hold are taken apart. */
  private stepsOf(condition: Condition, id: string, path: string): readonly Step[] {
    if ('all' in condition)
      return condition.all.flatMap((part, index) => this.stepsOf(part, id, `${path}.all[${String(index)}]`));
    return [{ question: this.answers.numberOf(condition), failed: { id, state: 'failed', path } }];
  }
}

function endsOf({ id, active, stop }: Rule): Ends {
  return {
    isActive: active,
    inactive: { id, state: 'inactive' },
    matched: { id, state: 'matched' },
    stopped: { id, state: 'stopped' },
    stops: stop === true
  };
}
