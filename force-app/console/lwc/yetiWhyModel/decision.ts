import type { Catalogue, Requirement, Rule, RuleTrace, Scalar, Values } from 'c/yetiRuleSet';
import type { PlainAgent } from './agents';

/** A routing decision as the org sends it. Moments are ISO text. */
export interface DecisionView {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber?: string | null;
  readonly status: string;
  /** What went wrong, in words. */
  readonly problem?: string | null;
  readonly version?: number | null;
  readonly requirement?: string | null;
  /** What the rules looked at: a JSON object. */
  readonly values?: string | null;
  /** What was done since: a JSON array. */
  readonly steps?: string | null;
  readonly step?: number | null;
  readonly agentId?: string | null;
  readonly agentName?: string | null;
  /** Who was asked first. */
  readonly preferredId?: string | null;
  readonly preferredName?: string | null;
  /** Who got it, with the skills of now. */
  readonly agent?: PlainAgent | null;
  /** Users who were asked and did not take it. */
  readonly refusedBy?: readonly string[] | null;
  readonly decidedAt?: string | null;
  readonly dispatchedAt?: string | null;
  readonly assignedAt?: string | null;
  readonly acceptedAt?: string | null;
  readonly nextStepAt?: string | null;
}

/** The rules behind a decision. */
export interface DecisionRules {
  /** Those that matched: a JSON array; none where the version is gone. */
  readonly matched?: string | null;
  /** The first of the others, without what they ask for: a JSON array; none where it is no longer known what they looked at. */
  readonly others?: string | null;
  /** Why each of them did not match. */
  readonly traces?: readonly RuleTrace[] | null;
  /** How many others there are beyond these. */
  readonly moreOthers?: number | null;
  /** The whole version, where the user may read it. */
  readonly document?: string | null;
  /** What the org calls what these rules look at. */
  readonly names?: Catalogue | null;
}

/** What the org says of a case's routing. */
export interface DecisionAnswer {
  /** None where no rule has looked at the case yet. */
  readonly decision?: DecisionView | null;
  /** Whether the rules may be asked anew: nobody has the case. */
  readonly canRoute: boolean;
  /** What the org calls its skills, by developer name. */
  readonly skillLabels?: Readonly<Record<string, string>> | null;
}

/** A skill at the level it is needed at. */
export interface Need {
  readonly skill: string;
  readonly level: number;
}

/** Something that was done to a case while it waited. */
export interface Step {
  readonly at: string;
  readonly kind: string;
  readonly text?: string;
  /** Who did it, where a person did. */
  readonly by?: string;
}

const waiting: ReadonlySet<string> = new Set(['Dispatched', 'Relaxed', 'Fallback']);

/** Whether nobody has the case yet. */
export function isWaiting({ status }: DecisionView): boolean {
  return waiting.has(status);
}

/** Whether somebody got the case. */
export function isAssigned({ status }: DecisionView): boolean {
  return status === 'Assigned';
}

/** What the case needs; nothing where the text is none. */
export function requirementOf({ requirement }: DecisionView): Requirement {
  return read<Requirement>(requirement) ?? {};
}

/** The rules that matched, in their order. */
export function rulesOf({ matched }: DecisionRules): readonly Rule[] {
  return read<readonly Rule[]>(matched) ?? [];
}

/** A rule that did not match, and why. */
export interface OtherRule {
  readonly rule: Omit<Rule, 'then'>;
  readonly trace: RuleTrace;
}

/** The rules that did not match, in their order, as far as they are told. */
export function othersOf({ others, traces }: DecisionRules): readonly OtherRule[] {
  const rules = read<readonly Omit<Rule, 'then'>[]>(others) ?? [];
  return rules.flatMap((rule, index) => {
    const trace = traces?.[index];
    return trace ? [{ rule, trace }] : [];
  });
}

/** What the rules looked at, by path. */
export function valuesOf({ values }: DecisionView): Values {
  return read<Record<string, Scalar | null>>(values) ?? {};
}

/** What was done since, the first first. */
export function stepsOf({ steps }: DecisionView): readonly Step[] {
  return read<readonly Step[]>(steps) ?? [];
}

function read<T>(text: string | null | undefined): T | undefined {
  if (!text) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
}
