import { isGroup, linesOf } from 'c/yetiRuleDocument';
import { logicOf } from 'c/yetiRuleEngine';
import { lint } from 'c/yetiRuleLint';
import { stagesOf, validate, type Comparison, type Fault, type Rule, type RuleSet } from 'c/yetiRuleSet';
import { comparisonText, faultText, findingText, type Names } from 'c/yetiRuleWords';
import labelNoField from '@salesforce/label/c.Yeti_Rules_No_Field';
import { DEFAULTS_ID, type Desk, type Problem, type RuleMark } from './desk';

const ranks = { error: 2, warning: 1, info: 0 } as const;

/** Whether the org would take the document: names are not looked at, they may come later. */
export function canBeSaved(document: RuleSet): boolean {
  return validate(document).every(({ severity }) => severity !== 'error');
}

/** What is wrong with a document in this org, each with its rule. */
export function faultProblems(document: RuleSet, { catalogue, knowsSkills, names }: Desk): readonly Problem[] {
  return validate(document, catalogue)
    .filter(({ code, path }) => (knowsSkills || code !== 'unknownSkill') && !isBesideEmptyField(path, document))
    .map((fault) => problemOf(fault, document, names));
}

/** What is odd in a document without faults. */
export function lintProblems(document: RuleSet, { agents, hits, knowsSkills }: Desk, now: number): readonly Problem[] {
  const tools = { logic: logicOf(document), stagesOf };
  const surroundings = {
    now,
    ...(knowsSkills && { agents }),
    ...(hits.since !== undefined && { hits: { ...hits, since: hits.since } })
  };
  return lint(document, tools, surroundings).map((finding) => ({
    ruleId: finding.ruleId ?? DEFAULTS_ID,
    severity: finding.severity,
    message: findingText(finding),
    place: ''
  }));
}

/** The worst of each rule's problems. */
export function marksOf(problems: readonly Problem[]): ReadonlyMap<string, RuleMark> {
  const marks = new Map<string, RuleMark>();
  for (const { ruleId, severity } of problems) {
    if (ruleId === undefined) continue;
    const before = marks.get(ruleId);
    if (!before || ranks[severity] > ranks[before]) marks.set(ruleId, severity);
  }
  return marks;
}

/** How many problems there are of a severity. */
export function countOf(problems: readonly Problem[], severity: Problem['severity']): number {
  return problems.filter((each) => each.severity === severity).length;
}

function problemOf(fault: Fault, document: RuleSet, names: Names): Problem {
  const { severity, path } = fault;
  const [, number, place = ''] = /^rules\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  const message = isEmptyField(path, document) ? labelNoField : faultText(fault);
  if (number !== undefined) {
    const rule = document.rules[Number(number)];
    return { ruleId: rule?.id, severity, message, place, about: rule && aboutText(rule, place, names) };
  }
  if (!path.startsWith('defaults')) return { ruleId: undefined, severity, message, place: path };
  return { ruleId: DEFAULTS_ID, severity, message, place: path.replace(/^defaults\.?/, '') };
}

/** The comparison that a place is in, in words. */
function aboutText(rule: Rule, place: string, names: Names): string | undefined {
  const comparison = comparisonAt(rule, place);
  return comparison && comparisonText(comparison, names);
}

/** The comparison that a place of a rule is in. */
function comparisonAt(rule: Rule | undefined, place: string): Comparison | undefined {
  if (!rule || !place.startsWith('when.')) return undefined;
  for (const { node, place: own } of linesOf(rule.when)) {
    if (!isGroup(node) && (place === own || place.startsWith(`${own}.`))) return node.comparison;
  }
  return undefined;
}

/** Whether a fault is about the field of a comparison that has none yet. */
function isEmptyField(path: string, document: RuleSet): boolean {
  return path.endsWith('.field') && hasNoField(path, document);
}

/** Whether it is about anything else of such a comparison: that can wait. */
function isBesideEmptyField(path: string, document: RuleSet): boolean {
  return !path.endsWith('.field') && hasNoField(path, document);
}

function hasNoField(path: string, document: RuleSet): boolean {
  const [, number, place = ''] = /^rules\[(\d+)\]\.(.*)$/.exec(path) ?? [];
  return number !== undefined && comparisonAt(document.rules[Number(number)], place)?.field === '';
}
