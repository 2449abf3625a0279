import type { Agent } from '../yetiMatcher/types';
import type { Requirement, Rule, SkillNeed, Stage } from '../yetiRuleSet/types';
import type { Kind } from './texts';

/** Something about a rule that its author will want to know. */
export interface Finding {
  /** Undefined: the defaults. */
  readonly ruleId: string | undefined;
  /** Names the sentences; the same in the labels (`Yeti_Lint_<Kind>`, `Yeti_Lint_<Kind>_Mend`). */
  readonly kind: Kind;
  /** An error blocks activation: cases would wait for nobody. */
  readonly severity: 'error' | 'warning' | 'info';
  readonly args: readonly string[];
  /** Seconds after which somebody can take the case all the same. */
  readonly after?: number;
  /** The reason in English. */
  readonly message: string;
  /** What to do about it, in English. */
  readonly mend: string;
}

/** What lint borrows of the rule set's own modules: `logicOf` and `stagesOf`, already asked where that saves time. */
export interface Tools {
  readonly logic: Logic;
  readonly stagesOf: (requirement: Requirement) => readonly Stage[];
}

/** How the conditions of rules, named by their index, stand to each other (`logicOf` of yetiRuleEngine). */
export interface Logic {
  canHold(rule: number): boolean;
  widerThan(rule: number): readonly number[];
  meeting(rule: number): Iterable<number>;
}

/** What is known besides the rules. What is left out is not looked at. */
export interface Surroundings {
  readonly now: number;
  readonly agents?: readonly Agent[];
  readonly hits?: Hits;
}

/** How rules were met by real cases. Moments are milliseconds since 1970. */
export interface Hits {
  /** From when on hits are known. */
  readonly since: number;
  /** When each rule was met last, by its id. */
  readonly last: Readonly<Record<string, number>>;
  /** What real cases asked for. */
  readonly samples?: readonly Sample[];
}

/** A requirement that real cases had. */
export interface Sample {
  /** Ids of the rules it comes from. */
  readonly matched: readonly string[];
  readonly requirement: Requirement;
  /** How many cases had it. */
  readonly count: number;
}

/** An active rule and its place. */
export interface Placed {
  readonly index: number;
  readonly rule: Rule;
}

export type Skills = readonly Pick<SkillNeed, 'skill' | 'level'>[];
