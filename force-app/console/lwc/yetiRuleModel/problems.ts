import type { Rule } from 'c/yetiRuleSet';
import { DEFAULTS_ID } from './desk';

/** Something to mend: of a rule, of the defaults, or of the whole (no id). */
export interface Problem {
  readonly ruleId: string | undefined;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  /** Where in the rule, as in `when.all[1].op`; empty: the rule as a whole. */
  readonly place: string;
  /** The comparison it is about, in words. */
  readonly about?: string | undefined;
}

/** What a row says beside its rule. */
export type RuleMark = Problem['severity'];

const ranks = { error: 2, warning: 1, info: 0 } as const;
const nothing: readonly Problem[] = [];

/** All there is to mend, counted and sorted by rule once: a large rule set has thousands, and every letter typed asks for some. */
export class Problems {
  readonly all: readonly Problem[];
  readonly errors: number;
  readonly warnings: number;
  /** The worst of each rule's problems. */
  readonly marks: ReadonlyMap<string, RuleMark>;

  private readonly byRule: ReadonlyMap<string, readonly Problem[]>;

  constructor(all: readonly Problem[]) {
    this.all = all;
    this.errors = this.count('error');
    this.warnings = this.count('warning');
    this.byRule = byRule(all);
    this.marks = new Map([...this.byRule].map(([ruleId, own]) => [ruleId, worstOf(own)]));
  }

  /** Those of a rule; without one, those of the defaults. */
  of(rule: Rule | undefined): readonly Problem[] {
    return this.byRule.get(rule?.id ?? DEFAULTS_ID) ?? nothing;
  }

  private count(severity: Problem['severity']): number {
    return this.all.filter((each) => each.severity === severity).length;
  }
}

function byRule(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const sorted = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.ruleId === undefined) continue;
    const own = sorted.get(problem.ruleId);
    if (own) own.push(problem);
    else sorted.set(problem.ruleId, [problem]);
  }
  return sorted;
}

function worstOf(problems: readonly Problem[]): RuleMark {
  return problems.reduce<RuleMark>(
    (worst, { severity }) => (ranks[severity] > ranks[worst] ? severity : worst),
    'info'
  );
}
