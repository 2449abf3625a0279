/** A rule set: one document a version, the same in an org, in git and in the rule builder. */
export interface RuleSet {
  readonly schema: 1;
  readonly name: string;
  readonly object: 'Case';
  readonly rules: readonly Rule[];
  /** Fills every key that no rule has set; skills only where no rule has set any. */
  readonly defaults?: Requirement;
}

/** Adds to the requirement of every case its condition holds for. */
export interface Rule {
  readonly id: string;
  readonly label: string;
  readonly active: boolean;
  readonly when: Condition;
  readonly then: Requirement;
  /** Ends the run after this rule has matched. */
  readonly stop?: boolean;
}

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Comparison;

export interface Comparison {
  /** A path from the case (`Contact.Yeti_Language__c`) or a fact (`$now.time`, `$fact.intent`). */
  readonly field: string;
  readonly op: Operator;
  readonly value?: Scalar | readonly Scalar[];
}

/** Dates are ISO text. */
export type Scalar = string | number | boolean;

export type Operator =
  | 'equals'
  | 'notEquals'
  | 'in'
  | 'notIn'
  | 'contains'
  | 'startsWith'
  | 'includes'
  | 'greaterThan'
  | 'greaterOrEqual'
  | 'lessThan'
  | 'lessOrEqual'
  | 'isBlank'
  | 'isNotBlank';

/** What a case needs. Times are seconds since dispatch; a lower priority comes first. */
export interface Requirement {
  readonly skills?: readonly SkillNeed[];
  readonly priority?: number;
  /** Developer name of the queue that holds the case while it waits. */
  readonly queue?: string;
  readonly preferred?: 'owner' | 'lastAgent';
  /** How long only the preferred agent is asked. */
  readonly preferredFor?: number;
  readonly capacityWeight?: number;
  readonly fallback?: { readonly after: number; readonly queue: string };
}

export interface SkillNeed {
  /** Developer name of the skill. */
  readonly skill: string;
  /** Lowest level that will do, 0 to 10. */
  readonly level: number;
  readonly relax?: readonly Relaxation[];
}

export type Relaxation = { readonly after: number } & (
  | { readonly to: number }
  | { readonly drop: true }
  | { readonly instead: { readonly skill: string; readonly level: number } }
);

/** What a case gives the rules to look at: one value for each path a rule names. Dates and times are ISO text, times in UTC. */
export type Values = Readonly<Record<string, Scalar | null>>;

/** What the rules say of one case. */
export interface Outcome {
  /** Ids of the rules that matched, in their order. */
  readonly matched: readonly string[];
  readonly requirement: Requirement;
}

/** Why one rule did or did not match. */
export interface RuleTrace {
  readonly id: string;
  /** `stopped`: a rule before it ended the run. */
  readonly state: 'matched' | 'failed' | 'inactive' | 'stopped';
  /** The first condition that failed, within the rule: `when.all[1]`. */
  readonly path?: string;
}

/** A fault of a document or a warning about it, and where: `rules[3].when.all[1].op`. */
export interface Fault {
  readonly path: string;
  /** Names the sentence; the same in both engines and in the labels (`Yeti_Rule_<code>`). */
  readonly code: string;
  readonly args: readonly string[];
  readonly severity: 'error' | 'warning';
  /** The English sentence. */
  readonly message: string;
}

/** What an org has that rules can name. */
export interface Catalogue {
  readonly fields: readonly CatalogueField[];
  readonly skills: readonly Named[];
  readonly queues: readonly Named[];
}

export interface Named {
  readonly name: string;
  readonly label: string;
}

export interface CatalogueField {
  /** As a rule names it: `Origin`, `Contact.Yeti_Language__c`, `$now.weekday`. */
  readonly path: string;
  readonly label: string;
  readonly type: 'text' | 'picklist' | 'multipicklist' | 'number' | 'boolean' | 'date' | 'datetime' | 'time';
  /** The values of a picklist, or of a fact that has few. */
  readonly values?: readonly { readonly value: string; readonly label: string }[];
}

/** What a requirement asks for from a moment on: the first stage holds at once. */
export interface Stage {
  /** Seconds since dispatch. */
  readonly after: number;
  readonly skills: readonly { readonly skill: string; readonly level: number }[];
  /** Set from the stage on at which nobody was found in time. */
  readonly queue?: string;
  /** Whether only the preferred agent is asked. */
  readonly preferredOnly: boolean;
}
