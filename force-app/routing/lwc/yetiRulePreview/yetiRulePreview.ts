import { same } from 'c/yetiRuleCompare';
import { staffDesk } from 'c/yetiRuleStaff';
import type { Agent } from 'c/yetiMatcher';
import type { Engine } from 'c/yetiRuleEngine';
import type { Outcome, Rule, RuleSet, Values } from 'c/yetiRuleSet';

/** A case with what the rules look at. */
export interface CaseValues {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly values: Values;
}

/** A case that another rule set treats otherwise. */
export interface CaseChange {
  readonly of: CaseValues;
  /** Nothing: no rule set is active. */
  readonly before: Outcome | undefined;
  readonly after: Outcome;
}

/** What a rule set would have done to the cases there were. */
export interface Preview {
  readonly total: number;
  readonly changes: readonly CaseChange[];
  /** Active rules that none of the cases met. */
  readonly idle: readonly Rule[];
  /** Cases whose skills no agent has together, present or not. */
  readonly nobody: readonly { readonly of: CaseValues; readonly outcome: Outcome }[];
}

/** Runs the cases through both rule sets. */
export function previewOf(
  draft: { readonly document: RuleSet; readonly engine: Engine },
  active: Engine | undefined,
  cases: readonly CaseValues[],
  agents: readonly Agent[],
  now: number
): Preview {
  const staff = staffDesk(agents, now);
  const met = new Set<string>();
  const changes: CaseChange[] = [];
  const nobody: { of: CaseValues; outcome: Outcome }[] = [];
  for (const each of cases) {
    const after = draft.engine.evaluate(each.values);
    const before = active?.evaluate(each.values);
    after.matched.forEach((id) => met.add(id));
    if (!same(before?.requirement, after.requirement)) changes.push({ of: each, before, after });
    if (staff(after.requirement.skills ?? []).qualified.length === 0) nobody.push({ of: each, outcome: after });
  }
  const idle = draft.document.rules.filter(({ active: isActive, id }) => isActive && !met.has(id));
  return { total: cases.length, changes, idle, nobody };
}
