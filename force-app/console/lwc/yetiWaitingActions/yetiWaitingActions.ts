import { LightningElement, api } from 'lwc';
import { format, plural } from 'c/yetiMessages';
import type { Agent } from 'c/yetiMatcher';
import type { PickerOption } from 'c/yetiPicker';
import { choicesOf, stageOf } from 'c/yetiWhyModel';
import {
  canRelax,
  carryOut,
  fitting,
  isRouted,
  leftBecause,
  type Left,
  type WaitingItem,
  type WaitingOutcome
} from 'c/yetiWaitingModel';
import assign from '@salesforce/apex/YetiWaitingWorkController.assign';
import assignWithinCapacity from '@salesforce/apex/YetiWaitingWorkController.assignWithinCapacity';
import backToQueue from '@salesforce/apex/YetiWaitingWorkController.backToQueue';
import relaxNow from '@salesforce/apex/YetiWaitingWorkController.relaxNow';
import routeAgain from '@salesforce/apex/YetiWaitingWorkController.routeAgain';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import labelAsk from '@salesforce/label/c.Yeti_Waiting_Ask';
import labelAskAssign from '@salesforce/label/c.Yeti_Waiting_Ask_Assign';
import labelAssign from '@salesforce/label/c.Yeti_Waiting_Assign';
import labelAssignName from '@salesforce/label/c.Yeti_Waiting_Assign_Name';
import labelAssigned from '@salesforce/label/c.Yeti_Waiting_Assigned';
import labelBack from '@salesforce/label/c.Yeti_Waiting_Back';
import labelBackDone from '@salesforce/label/c.Yeti_Waiting_Back_Done';
import labelBackName from '@salesforce/label/c.Yeti_Waiting_Back_Name';
import labelCancel from '@salesforce/label/c.Yeti_Cancel';
import labelCasesFew from '@salesforce/label/c.Yeti_Waiting_Cases_Few';
import labelCasesMany from '@salesforce/label/c.Yeti_Waiting_Cases_Many';
import labelCasesOne from '@salesforce/label/c.Yeti_Waiting_Cases_One';
import labelCasesOther from '@salesforce/label/c.Yeti_Waiting_Cases_Other';
import labelGiveTo from '@salesforce/label/c.Yeti_Waiting_Give_To';
import labelLastStage from '@salesforce/label/c.Yeti_Routing_Last_Stage';
import labelNoRoom from '@salesforce/label/c.Yeti_Routing_No_Room';
import labelNoStep from '@salesforce/label/c.Yeti_Waiting_No_Step';
import labelPerson from '@salesforce/label/c.Yeti_Waiting_Person';
import labelProgress from '@salesforce/label/c.Yeti_Waiting_Progress';
import labelRelax from '@salesforce/label/c.Yeti_Waiting_Relax';
import labelRelaxName from '@salesforce/label/c.Yeti_Waiting_Relax_Name';
import labelRelaxed from '@salesforce/label/c.Yeti_Waiting_Relaxed';
import labelResult from '@salesforce/label/c.Yeti_Waiting_Result';
import labelRoute from '@salesforce/label/c.Yeti_Why_Route_Again';
import labelRouteName from '@salesforce/label/c.Yeti_Waiting_Route_Name';
import labelRouted from '@salesforce/label/c.Yeti_Why_Routed';
import labelYes from '@salesforce/label/c.Yeti_Waiting_Yes';

type Kind = 'relax' | 'assign' | 'back' | 'route';

/** What was done, and with what it was not done. */
export interface Done {
  readonly text: string;
  readonly left: readonly Left[];
}

interface Words {
  readonly label: string;
  /** What the button of a single case is called; `{0}`: its number. */
  readonly name: string;
  /** Once it is done to a single case; `{0}`: its number, `{1}`: a person. */
  readonly done: string;
}

const words: Readonly<Record<Kind, Words>> = {
  relax: { label: labelRelax, name: labelRelaxName, done: labelRelaxed },
  assign: { label: labelAssign, name: labelAssignName, done: labelAssigned },
  back: { label: labelBack, name: labelBackName, done: labelBackDone },
  route: { label: labelRoute, name: labelRouteName, done: labelRouted }
};
const actions: Readonly<Record<Exclude<Kind, 'assign'>, typeof relaxNow>> = {
  relax: relaxNow,
  back: backToQueue,
  route: routeAgain
};
const casesForms = { one: labelCasesOne, few: labelCasesFew, many: labelCasesMany, other: labelCasesOther };
const numbers = new Intl.NumberFormat(locale);

function casesText(count: number): string {
  return format(plural(language, count, casesForms), numbers.format(count));
}

/**
 * What a supervisor can do about a waiting case, or about all cases of a row; the latter asks first. Stands in a grid: the buttons
 * in a cell, what they ask below. Fires `done` with what came of it.
 */
export default class YetiWaitingActions extends LightningElement {
  /** A case, or the cases of a row, the longest wait first. */
  @api items: readonly WaitingItem[] = [];
  @api agents: readonly Agent[] = [];
  /** The moment from which everything is counted. */
  @api moment = new Date();
  /** What the row is called; none: it is a single case. */
  @api row = '';

  readonly label = { cancel: labelCancel, person: labelPerson };
  /** What is being chosen or confirmed. */
  pending: Kind | undefined;
  person: Agent | undefined;
  isBusy = false;
  progress = '';
  problem = '';
  private needsFocus = false;

  override renderedCallback(): void {
    if (!this.needsFocus) return;
    this.needsFocus = false;
    const field = this.isChoosing ? 'c-yeti-picker' : this.canConfirm ? '[data-confirm]' : '[data-cancel]';
    this.template?.querySelector<HTMLElement>(field)?.focus();
  }

  get buttons(): readonly { readonly kind: Kind; readonly label: string; readonly name: string }[] {
    const kinds: readonly Kind[] = this.items.every(isRouted)
      ? [...(this.relaxable.length > 0 ? (['relax'] as const) : []), 'assign', 'back']
      : ['assign', 'route'];
    return kinds.map((kind) => {
      const { label, name } = words[kind];
      return { kind, label, name: this.row === '' ? format(name, this.number) : `${label}: ${this.row}` };
    });
  }

  get isChoosing(): boolean {
    return this.pending === 'assign' && !this.person && !this.isBusy;
  }

  /** Who could take it, then everybody else. */
  get people(): readonly PickerOption[] {
    const [item] = this.items;
    const { skills } = item ? stageOf(item.decision, this.moment).current : { skills: [] };
    return choicesOf(skills, this.agents, this.moment.getTime());
  }

  /** What a row is asked before it is done. */
  get question(): string {
    const { items, pending, person, targets } = this;
    if (this.isBusy || pending === undefined) return '';
    if (pending !== 'assign') {
      const left = items.length - targets.length;
      const ask = format(labelAsk, words[pending].label, casesText(targets.length));
      return left === 0 ? ask : `${ask} ${format(labelNoStep, numbers.format(left))}`;
    }
    if (!person) return '';
    const { capacity, name, used } = person;
    if (targets.length === 0) return `${name}: ${labelNoRoom}`;
    const room = Math.max(0, capacity - used);
    const figures = [targets.length, items.length, room, capacity].map((each) => numbers.format(each));
    return format(labelAskAssign, name, ...figures);
  }

  get yes(): string {
    return format(labelYes, casesText(this.targets.length));
  }

  get canConfirm(): boolean {
    return this.targets.length > 0;
  }

  handleAction(event: Event): void {
    const kind = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.action : undefined;
    const { pending } = this;
    this.reset();
    if (kind === pending) return;
    this.pending = kind as Kind;
    if (this.row === '' && this.pending !== 'assign') this.run();
    else this.needsFocus = true;
  }

  handlePick(event: CustomEvent<string>): void {
    this.person = this.agents.find(({ id }) => id === event.detail);
    if (this.row === '') this.run();
    else this.needsFocus = true;
  }

  handleConfirm(): void {
    this.run();
  }

  handleCancel(): void {
    const { pending = '' } = this;
    this.reset();
    this.template?.querySelector<HTMLElement>(`[data-action="${pending}"]`)?.focus();
  }

  private get number(): string {
    return this.items[0]?.decision.caseNumber ?? '';
  }

  private get relaxable(): readonly WaitingItem[] {
    return this.items.filter((item) => canRelax(item, this.moment));
  }

  /** Those of the cases that it can be done with. */
  private get targets(): readonly WaitingItem[] {
    const { items, pending, person, row } = this;
    if (pending === 'relax') return this.relaxable;
    return pending === 'assign' && person && row !== '' ? fitting(items, person) : items;
  }

  private async run(): Promise<void> {
    const { items, pending, row, targets } = this;
    if (this.isBusy || pending === undefined) return;
    this.isBusy = true;
    const { done, left } = await carryOut(targets, this.action(pending), (tried) => {
      this.progress = row === '' ? '' : this.counted(labelProgress, tried);
    });
    this.isBusy = false;
    this.progress = '';
    if (row === '' && left[0]) {
      this.problem = left[0].reason;
      this.pending = undefined;
      return;
    }
    const others = items.filter((item) => !targets.includes(item));
    const all = [...left, ...leftBecause(pending === 'relax' ? labelLastStage : labelNoRoom, others)];
    const text = this.doneText(pending, done);
    this.reset();
    this.dispatchEvent(new CustomEvent<Done>('done', { detail: { text, left: all }, bubbles: true, composed: true }));
  }

  private action(kind: Kind): (caseIds: readonly string[]) => Promise<WaitingOutcome> {
    if (kind !== 'assign') return (caseIds) => actions[kind]({ caseIds });
    const userId = this.person?.id ?? '';
    const give = this.row === '' ? assign : assignWithinCapacity;
    return (caseIds) => give({ caseIds, userId });
  }

  private doneText(kind: Kind, done: number): string {
    const name = this.person?.name ?? '';
    if (this.row === '') return format(words[kind].done, this.number, name);
    const what = kind === 'assign' ? format(labelGiveTo, name) : words[kind].label;
    return format(labelResult, what, numbers.format(done), numbers.format(this.items.length));
  }

  private counted(label: string, count: number): string {
    return format(label, numbers.format(count), numbers.format(this.targets.length));
  }

  private reset(): void {
    this.pending = undefined;
    this.person = undefined;
    this.problem = '';
  }
}
