import { LightningElement, api } from 'lwc';
import { format, plural } from 'c/yetiMessages';
import type { PickerOption } from 'c/yetiPicker';
import type { Desk, Problem } from 'c/yetiRuleModel';
import type { Relaxation, SkillNeed } from 'c/yetiRuleSet';
import language from '@salesforce/i18n/lang';
import labelAddSkill from '@salesforce/label/c.Yeti_Rules_Add_Skill';
import labelAddStep from '@salesforce/label/c.Yeti_Rules_Add_Step';
import labelAfter from '@salesforce/label/c.Yeti_Rules_After';
import labelDrop from '@salesforce/label/c.Yeti_Rules_Step_Drop';
import labelHaveFew from '@salesforce/label/c.Yeti_Rules_Have_Few';
import labelHaveMany from '@salesforce/label/c.Yeti_Rules_Have_Many';
import labelHaveNobody from '@salesforce/label/c.Yeti_Rules_Have_Nobody';
import labelHaveOne from '@salesforce/label/c.Yeti_Rules_Have_One';
import labelHaveOther from '@salesforce/label/c.Yeti_Rules_Have_Other';
import labelInstead from '@salesforce/label/c.Yeti_Rules_Step_Instead';
import labelLevel from '@salesforce/label/c.Yeti_Rules_Level';
import labelRemoveSkill from '@salesforce/label/c.Yeti_Rules_Remove_Skill';
import labelRemoveStep from '@salesforce/label/c.Yeti_Rules_Remove_Step';
import labelSkill from '@salesforce/label/c.Yeti_Rules_Skill';
import labelStep from '@salesforce/label/c.Yeti_Rules_Step';
import labelTo from '@salesforce/label/c.Yeti_Rules_Step_To';

const FIRST_LEVEL = 5;
const FIRST_WAIT = 300;
const haveForms = { one: labelHaveOne, few: labelHaveFew, many: labelHaveMany, other: labelHaveOther };

type StepKind = 'to' | 'drop' | 'instead';
const stepKinds: readonly { readonly value: StepKind; readonly label: string }[] = [
  { value: 'to', label: labelTo },
  { value: 'drop', label: labelDrop },
  { value: 'instead', label: labelInstead }
];

interface StepRow {
  readonly key: string;
  readonly index: number;
  readonly after: number;
  readonly kind: StepKind;
  readonly level: number | undefined;
  readonly hasLevel: boolean;
  readonly hasSkill: boolean;
  readonly skill: string;
  readonly have: string;
  readonly removeName: string;
}

interface NeedRow {
  readonly key: string;
  readonly index: number;
  readonly skill: string;
  readonly level: number;
  readonly have: string;
  readonly haveClass: string;
  readonly steps: readonly StepRow[];
  readonly problem: string;
  readonly removeName: string;
}

/** Needs after a change, and what was typed at, if anything. */
export interface NeedsChange {
  readonly skills: readonly SkillNeed[];
  readonly step: string | undefined;
}

/** The skills a rule asks for, how many have them, and what becomes of them after a wait. Fires `needs`. */
export default class YetiRuleNeeds extends LightningElement {
  @api skills: readonly SkillNeed[] = [];
  @api desk!: Desk;
  /** Where the skills are: `then.skills` of a rule, `skills` of the defaults. */
  @api place = 'then.skills';
  @api problems: readonly Problem[] = [];
  @api canEdit = false;

  readonly label = {
    addSkill: labelAddSkill,
    addStep: labelAddStep,
    after: labelAfter,
    level: labelLevel,
    skill: labelSkill,
    step: labelStep
  };

  readonly stepKinds = stepKinds;

  get cannotEdit(): boolean {
    return !this.canEdit;
  }

  get skillOptions(): readonly PickerOption[] {
    return this.desk.catalogue.skills.map(({ name, label }) => ({
      value: name,
      label,
      ...(name === label ? {} : { detail: name })
    }));
  }

  get rows(): readonly NeedRow[] {
    return this.skills.map((need, index) => this.rowOf(need, index));
  }

  handleAddSkill(event: CustomEvent<string>): void {
    if (this.skills.some(({ skill }) => skill === event.detail)) return;
    this.tell([...this.skills, { skill: event.detail, level: FIRST_LEVEL }]);
  }

  handleSkill(event: CustomEvent<string>): void {
    this.change(event, (need) => ({ ...need, skill: event.detail }));
  }

  handleLevel(event: Event): void {
    event.stopPropagation();
    const level = levelOf(event);
    if (level !== undefined) this.change(event, (need) => ({ ...need, level }), 'level');
  }

  handleRemoveSkill(event: Event): void {
    this.tell(this.skills.toSpliced(indexOf(event), 1));
  }

  handleAddStep(event: Event): void {
    this.change(event, ({ relax = [], ...need }) => {
      const last = relax.at(-1);
      const level = last && 'to' in last ? last.to : need.level;
      const after = (last?.after ?? 0) + FIRST_WAIT;
      const step: Relaxation = { after, ...(level > 1 ? { to: lower(level) } : { drop: true }) };
      return { ...need, relax: [...relax, step] };
    });
  }

  handleRemoveStep(event: Event): void {
    this.changeSteps(event, (steps, index) => steps.toSpliced(index, 1));
  }

  handleAfter(event: CustomEvent<number>): void {
    this.changeStep(event, (step) => ({ ...step, after: event.detail }), 'after');
  }

  handleKind(event: CustomEvent<string>): void {
    const kind = event.detail;
    this.changeStep(event, ({ after }, need) => {
      const level = lower(need.level);
      if (kind === 'drop') return { after, drop: true };
      return kind === 'instead' ? { after, instead: { skill: '', level: need.level } } : { after, to: level };
    });
  }

  handleStepLevel(event: Event): void {
    event.stopPropagation();
    const level = levelOf(event);
    if (level === undefined) return;
    this.changeStep(
      event,
      (step) => {
        if ('instead' in step) return { ...step, instead: { ...step.instead, level } };
        return { after: step.after, to: level };
      },
      'level'
    );
  }

  handleStepSkill(event: CustomEvent<string>): void {
    this.changeStep(event, (step) => {
      if (!('instead' in step)) return step;
      return { ...step, instead: { ...step.instead, skill: event.detail } };
    });
  }

  private rowOf({ skill, level, relax = [] }: SkillNeed, index: number): NeedRow {
    const place = `${this.place}[${String(index)}]`;
    const name = this.desk.names.skill(skill);
    const count = this.desk.staff([{ skill, level }]).qualified.length;
    return {
      key: `${String(index)} ${skill}`,
      index,
      skill,
      level,
      have: haveText(count, level),
      haveClass: count === 0 ? 'have nobody' : 'have',
      steps: relax.map((step, at) => this.stepOf(step, skill, at)),
      problem: this.problems
        .filter((each) => each.place === place || each.place.startsWith(`${place}.`))
        .map(({ message }) => message)
        .join(' '),
      removeName: format(labelRemoveSkill, name)
    };
  }

  private stepOf(step: Relaxation, skill: string, index: number): StepRow {
    const kind: StepKind = 'to' in step ? 'to' : 'drop' in step ? 'drop' : 'instead';
    const need = 'instead' in step ? step.instead : 'to' in step ? { skill, level: step.to } : undefined;
    return {
      key: String(index),
      index,
      after: step.after,
      kind,
      level: need?.level,
      hasLevel: need !== undefined,
      hasSkill: kind === 'instead',
      skill: 'instead' in step ? step.instead.skill : '',
      have: need && need.skill !== '' ? haveText(this.desk.staff([need]).qualified.length, need.level) : '',
      removeName: format(labelRemoveStep, String(index + 1))
    };
  }

  private change(event: Event, next: (need: SkillNeed) => SkillNeed, part?: string): void {
    const index = indexOf(event);
    const need = this.skills[index];
    if (need) this.tell(this.skills.with(index, next(need)), part && `need ${String(index)} ${part}`);
  }

  private changeSteps(
    event: Event,
    next: (steps: readonly Relaxation[], index: number, need: SkillNeed) => readonly Relaxation[],
    part?: string
  ): void {
    const at = event.currentTarget instanceof HTMLElement ? Number(event.currentTarget.dataset.step) : -1;
    this.change(
      event,
      ({ relax = [], ...need }) => {
        const steps = next(relax, at, need);
        return steps.length === 0 ? need : { ...need, relax: steps };
      },
      part && `step ${String(at)} ${part}`
    );
  }

  private changeStep(event: Event, next: (step: Relaxation, need: SkillNeed) => Relaxation, part?: string): void {
    this.changeSteps(
      event,
      (steps, index, need) => {
        const step = steps[index];
        return step ? steps.with(index, next(step, need)) : steps;
      },
      part
    );
  }

  private tell(skills: readonly SkillNeed[], step?: string): void {
    this.dispatchEvent(new CustomEvent<NeedsChange>('needs', { detail: { skills, step } }));
  }
}

function haveText(count: number, level: number): string {
  if (count === 0) return format(labelHaveNobody, String(level));
  return format(plural(language, count, haveForms), String(count), String(level));
}

function indexOf(event: Event): number {
  return event.currentTarget instanceof HTMLElement ? Number(event.currentTarget.dataset.index) : -1;
}

function levelOf(event: Event): number | undefined {
  const level = event.target instanceof HTMLInputElement ? event.target.valueAsNumber : Number.NaN;
  return Number.isNaN(level) ? undefined : level;
}

/** The level that is proposed after a wait. */
function lower(level: number): number {
  return Math.max(1, level - 2);
}
