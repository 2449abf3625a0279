import { isGroup, linesOf } from 'c/yetiRuleDocument';
import { logicOf } from 'c/yetiRuleEngine';
import { lint } from 'c/yetiRuleLint';
import { stagesOf, validator, type Comparison, type Fault, type Rule, type RuleSet } from 'c/yetiRuleSet';
import { comparisonText, faultText, findingText, type Names } from 'c/yetiRuleWords';
import labelNoField from '@salesforce/label/c.Yeti_Rules_No_Field';
import labelNoValue from '@salesforce/label/c.Yeti_Rules_No_Value';
import { DEFAULTS_ID, type Desk } from './desk';
import type { Problem } from './problems';

const faultsOfShape = validator();

/** Whether the org would take the document: names are not looked at, they may come later. */
export function canBeSaved(document: RuleSet): boolean {
  return faultsOfShape(document).every(({ severity }) => severity !== 'error');
}

/** Finds what is wrong and odd in rules while they are written: of rules that stayed the same it remembers what is wrong. */
export class RuleChecker {
  private readonly desk: Desk;
  private readonly faultsOf: (document: RuleSet) => readonly Fault[];
  /** What a fault means to people; nothing: another one says enough. */
  private readonly known = new WeakMap<Fault, Problem | undefined>();

  constructor(desk: Desk) {
    this.desk = desk;
    this.faultsOf = validator(desk.catalogue);
  }

  /** What is wrong with a document in this org, each with its rule. */
  faults(document: RuleSet): readonly Problem[] {
    return this.faultsOf(document).flatMap((fault) => {
      if (!this.known.has(fault)) this.known.set(fault, problemOf(fault, document, this.desk));
      return this.known.get(fault) ?? [];
    });
  }

  /** What is odd in a document without faults. */
  oddities(document: RuleSet, now: number): readonly Problem[] {
    const { agents, hits, knowsSkills, names } = this.desk;
    const tools = { logic: logicOf(document), stagesOf };
    const surroundings = {
      now,
      ...(knowsSkills && { agents }),
      ...(hits.since !== undefined && { hits: { ...hits, since: hits.since } })
    };
    return lint(document, tools, surroundings).map((finding) => ({
      ruleId: finding.ruleId ?? DEFAULTS_ID,
      severity: finding.severity,
      message: findingText(finding, names),
      place: ''
    }));
  }
}

function problemOf(fault: Fault, document: RuleSet, { knowsSkills, names }: Desk): Problem | undefined {
  const { severity, path, code } = fault;
  if (code === 'unknownSkill' && !knowsSkills) return undefined;
  const [, number, place = ''] = /^rules\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  if (number !== undefined) return problemOfRule(fault, document.rules[Number(number)], place, names);
  const message = faultText(fault);
  if (!path.startsWith('defaults')) return { ruleId: undefined, severity, message, place: path };
  return { ruleId: DEFAULTS_ID, severity, message, place: path.replace(/^defaults\.?/, '') };
}

function problemOfRule(fault: Fault, rule: Rule | undefined, place: string, names: Names): Problem | undefined {
  const { severity } = fault;
  const comparison = comparisonAt(rule, place);
  const hasNoField = comparison?.field === '';
  // Whatever else is wrong with a comparison can wait until it has a field.
  if (hasNoField && !place.endsWith('.field')) return undefined;
  const message = hasNoField ? labelNoField : fault.code === 'blankValue' ? labelNoValue : faultText(fault);
  return { ruleId: rule?.id, severity, message, place, about: comparison && comparisonText(comparison, names) };
}

/** The comparison that a place of a rule is in. */
function comparisonAt(rule: Rule | undefined, place: string): Comparison | undefined {
  if (!rule || !place.startsWith('when.')) return undefined;
  for (const { node, place: own } of linesOf(rule.when)) {
    if (!isGroup(node) && (place === own || place.startsWith(`${own}.`))) return node.comparison;
  }
  return undefined;
}
