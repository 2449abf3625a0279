import { format } from 'c/yetiMessages';
import type { Desk, RuleMark } from 'c/yetiRuleModel';
import type { Rule, RuleSet } from 'c/yetiRuleSet';
import { conditionText, requirementText } from 'c/yetiRuleWords';
import labelAgentsNow from '@salesforce/label/c.Yeti_Rules_Agents_Now';
import labelDown from '@salesforce/label/c.Yeti_Rules_Down';
import labelErrors from '@salesforce/label/c.Yeti_Rules_Check_Errors';
import labelInfos from '@salesforce/label/c.Yeti_Rules_Check_Infos';
import labelMore from '@salesforce/label/c.Yeti_Rules_More';
import labelNobody from '@salesforce/label/c.Yeti_Rules_Nobody';
import labelNothing from '@salesforce/label/c.Yeti_Rules_Adds_Nothing';
import labelOnName from '@salesforce/label/c.Yeti_Rules_On_Name';
import labelStop from '@salesforce/label/c.Yeti_Rules_Says_Stop';
import labelUp from '@salesforce/label/c.Yeti_Rules_Up';
import labelWarnings from '@salesforce/label/c.Yeti_Rules_Check_Warnings';

/** Height of a row in pixels; the style says the same. */
export const ROW_HEIGHT = 44;

const marks: Readonly<Record<RuleMark, string>> = { error: labelErrors, warning: labelWarnings, info: labelInfos };

/** What a row says of its rule. */
interface RowText {
  readonly label: string;
  readonly when: string;
  readonly then: string;
  readonly hits: string;
  readonly agents: string;
  readonly agentsClass: string;
  readonly onName: string;
  readonly upName: string;
  readonly downName: string;
  readonly moreName: string;
}

/** A rule as a row shows it. */
export interface Row extends RowText {
  readonly id: string;
  readonly position: number;
  readonly index: number;
  readonly active: boolean;
  readonly mark: string | undefined;
  readonly markClass: string;
  readonly className: string;
  readonly style: string;
  readonly selected: 'true' | 'false';
  readonly tabIndex: '0' | '-1';
  /** Only where they can be reached: with the mouse, or once the row is selected. Buttons in every row make scrolling slow. */
  readonly hasActions: boolean;
}

/** Where a rule stands in the list, and how. */
export interface RowState {
  /** Its place among the rows, counted from 0. */
  readonly index: number;
  /** Its place among all rules, counted from 1. */
  readonly position: number;
  readonly mark: RuleMark | undefined;
  readonly isSelected: boolean;
  readonly isReachable: boolean;
  readonly hasActions: boolean;
}

/** Makes rows of rules; what a row says of its rule is put into words once, as long as the rule stays the same object. */
export class Rows {
  private readonly texts = new WeakMap<Desk, WeakMap<Rule, RowText>>();
  private placed: { readonly document: RuleSet; readonly places: ReadonlyMap<Rule, number> } | undefined;

  /** The row of a rule. */
  of(rule: Rule, desk: Desk, { index, position, mark, isSelected, isReachable, hasActions }: RowState): Row {
    return {
      ...this.textOf(rule, desk),
      id: rule.id,
      position,
      index: index + 2,
      active: rule.active,
      mark: mark && marks[mark],
      markClass: `mark ${mark ?? ''}`,
      className: `row ${rule.active ? 'on' : 'off'}${isSelected ? ' selected' : ''}`,
      style: `inset-block-start: ${String(index * ROW_HEIGHT)}px`,
      selected: isSelected ? 'true' : 'false',
      tabIndex: isReachable ? '0' : '-1',
      hasActions
    };
  }

  /** Where a rule stands among all, counted from 1. */
  placeIn(document: RuleSet, rule: Rule): number {
    if (this.placed?.document !== document) {
      this.placed = { document, places: new Map(document.rules.map((each, index) => [each, index + 1])) };
    }
    return this.placed.places.get(rule) ?? 0;
  }

  private textOf(rule: Rule, desk: Desk): RowText {
    const texts = this.texts.get(desk) ?? new WeakMap<Rule, RowText>();
    this.texts.set(desk, texts);
    const text = texts.get(rule) ?? textOf(rule, desk);
    texts.set(rule, text);
    return text;
  }
}

function textOf(rule: Rule, desk: Desk): RowText {
  const { id, label } = rule;
  const skills = rule.then.skills ?? [];
  const staff = skills.length > 0 ? desk.staff(skills) : undefined;
  return {
    label,
    when: conditionText(rule.when, desk.names),
    then: thenText(rule, desk),
    hits: String(desk.hits.counts[id] ?? '–'),
    agents: agentsText(staff),
    agentsClass: staff?.qualified.length === 0 ? 'cell amount nobody' : 'cell amount',
    onName: format(labelOnName, label),
    upName: `${labelUp}: ${label}`,
    downName: `${labelDown}: ${label}`,
    moreName: format(labelMore, label)
  };
}

function thenText(rule: Rule, { names }: Desk): string {
  const text = requirementText(rule.then, names);
  if (rule.stop !== true) return text || labelNothing;
  return text === '' ? labelStop : `${text} · ${labelStop}`;
}

function agentsText(staff: ReturnType<Desk['staff']> | undefined): string {
  if (!staff) return '–';
  const { qualified, present } = staff;
  if (qualified.length === 0) return labelNobody;
  return format(labelAgentsNow, String(qualified.length), String(present.length));
}
