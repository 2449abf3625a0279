import { LightningElement, api } from 'lwc';
import { format } from 'c/yetiMessages';
import type { Desk, Problem } from 'c/yetiRuleModel';
import type { ConditionChange } from 'c/yetiRuleConditions';
import type { KeysChange } from 'c/yetiRuleKeys';
import type { NeedsChange } from 'c/yetiRuleNeeds';
import type { Requirement, Rule, SkillNeed } from 'c/yetiRuleSet';
import labelAtOnce from '@salesforce/label/c.Yeti_Rules_At_Once';
import labelDefaultsText from '@salesforce/label/c.Yeti_Rules_Otherwise_Text';
import labelId from '@salesforce/label/c.Yeti_Rules_Id';
import labelName from '@salesforce/label/c.Yeti_Rules_Name';
import labelNobodyText from '@salesforce/label/c.Yeti_Rules_Nobody_Text';
import labelOtherwise from '@salesforce/label/c.Yeti_Rules_Otherwise';
import labelPick from '@salesforce/label/c.Yeti_Rules_Pick_One';
import labelSkills from '@salesforce/label/c.Yeti_Rules_Skills';
import labelStop from '@salesforce/label/c.Yeti_Rules_Stop_Text';
import labelThen from '@salesforce/label/c.Yeti_Rules_Then';
import labelTitle from '@salesforce/label/c.Yeti_Rules_Editor_Title';
import labelTogether from '@salesforce/label/c.Yeti_Rules_Together';
import labelWhen from '@salesforce/label/c.Yeti_Rules_When';

const MOST_NAMES = 6;

/** What was edited: a rule, or what holds otherwise. The same `step` again continues the step before. */
export type RuleEdit =
  | { readonly rule: Rule; readonly step: string | undefined }
  | { readonly defaults: Requirement; readonly step: string | undefined };

/** One rule, to be edited: its name, when it holds, what it asks for. Fires `edit`. */
export default class YetiRuleEditor extends LightningElement {
  /** None: what holds where no rule said otherwise. */
  @api rule: Rule | undefined;
  @api defaults: Requirement = {};
  @api position = 0;
  @api desk!: Desk;
  /** What is to be mended in it. */
  @api problems: readonly Problem[] = [];
  @api canEdit = false;

  readonly label = {
    defaultsText: labelDefaultsText,
    id: labelId,
    name: labelName,
    pick: labelPick,
    skills: labelSkills,
    stop: labelStop,
    then: labelThen,
    when: labelWhen
  };

  /** Puts the cursor where editing begins. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>(this.rule ? '[data-name]' : 'c-yeti-rule-needs')?.focus();
  }

  get heading(): string {
    return this.rule ? format(labelTitle, String(this.position)) : labelOtherwise;
  }

  get cannotEdit(): boolean {
    return !this.canEdit;
  }

  get requirement(): Requirement {
    return this.rule ? this.rule.then : this.defaults;
  }

  get skills(): readonly SkillNeed[] {
    return this.requirement.skills ?? [];
  }

  get skillsPlace(): string {
    return this.rule ? 'then.skills' : 'skills';
  }

  get notices(): readonly { key: string; message: string; icon: string; variant: string }[] {
    return this.problems
      .filter(({ place }) => !/^(when|then\.skills|skills)\b./.test(place))
      .map(({ message, severity }, index) => ({
        key: String(index),
        message,
        icon: severity === 'info' ? 'utility:info' : severity === 'error' ? 'utility:error' : 'utility:warning',
        variant: severity === 'info' ? '' : severity
      }));
  }

  /** Who could take a case that this rule alone describes. */
  get together(): string {
    if (this.skills.length === 0) return '';
    const { qualified, present } = this.desk.staff(this.skills);
    if (qualified.length === 0) return labelNobodyText;
    const there = new Set(present);
    const names = [...present, ...qualified.filter((agent) => !there.has(agent))].map(({ name }) => name);
    const shown = names.slice(0, MOST_NAMES).join(', ');
    const list = names.length > MOST_NAMES ? `${shown} …` : shown;
    return format(this.skills.length > 1 ? labelTogether : labelAtOnce, list, String(present.length));
  }

  handleName(event: CustomEvent<{ readonly value: string }>): void {
    event.stopPropagation();
    if (this.rule) this.tell({ ...this.rule, label: event.detail.value }, 'name');
  }

  handleCondition(event: CustomEvent<ConditionChange>): void {
    if (this.rule) this.tell({ ...this.rule, when: event.detail.condition }, event.detail.step);
  }

  handleNeeds(event: CustomEvent<NeedsChange>): void {
    const { skills, step } = event.detail;
    this.tellRequirement(without({ ...this.requirement, skills }, skills.length === 0 ? 'skills' : undefined), step);
  }

  handleKeys(event: CustomEvent<KeysChange>): void {
    this.tellRequirement(event.detail.requirement, event.detail.step);
  }

  handleStop(event: Event): void {
    event.stopPropagation();
    if (!this.rule || !(event.target instanceof HTMLInputElement)) return;
    this.tell(without({ ...this.rule, stop: true }, event.target.checked ? undefined : 'stop'), undefined);
  }

  private tellRequirement(requirement: Requirement, step: string | undefined): void {
    if (this.rule) this.tell({ ...this.rule, then: requirement }, step);
    else this.dispatch({ defaults: requirement, step: step && `defaults ${step}` });
  }

  private tell(rule: Rule, step: string | undefined): void {
    this.dispatch({ rule, step: step && `${rule.id} ${step}` });
  }

  private dispatch(detail: RuleEdit): void {
    this.dispatchEvent(new CustomEvent<RuleEdit>('edit', { detail }));
  }
}

/** The object without that key. */
function without<T extends object>(all: T, key: string | undefined): T {
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== key)) as T;
}
