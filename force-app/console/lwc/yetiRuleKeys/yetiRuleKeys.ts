import { LightningElement, api } from 'lwc';
import type { PickerOption } from 'c/yetiPicker';
import type { Desk, Problem } from 'c/yetiRuleModel';
import type { Requirement } from 'c/yetiRuleSet';
import type { SelectOption } from 'c/yetiSelect';
import labelFallback from '@salesforce/label/c.Yeti_Rules_Key_Fallback';
import labelFor from '@salesforce/label/c.Yeti_Rules_Key_For';
import labelLastAgent from '@salesforce/label/c.Yeti_Rules_Preferred_Last_Agent';
import labelNobodyFirst from '@salesforce/label/c.Yeti_Rules_Preferred_None';
import labelOwner from '@salesforce/label/c.Yeti_Rules_Preferred_Owner';
import labelPreferred from '@salesforce/label/c.Yeti_Rules_Key_Preferred';
import labelPriority from '@salesforce/label/c.Yeti_Rules_Key_Priority';
import labelPriorityHint from '@salesforce/label/c.Yeti_Rules_Key_Priority_Hint';
import labelQueue from '@salesforce/label/c.Yeti_Rules_Key_Queue';
import labelQueueNone from '@salesforce/label/c.Yeti_Rules_Queue_None';
import labelThenTo from '@salesforce/label/c.Yeti_Rules_Key_Then_To';
import labelWeight from '@salesforce/label/c.Yeti_Rules_Key_Weight';

const FIRST_WAIT = 120;
const FIRST_FALLBACK = 1800;

/** The requirement after a change, and what was typed at, if anything. */
export interface KeysChange {
  readonly requirement: Requirement;
  readonly step: string | undefined;
}

/** What a rule says beside skills: priority, queue, who is asked first, weight, fallback. Fires `keys`. */
export default class YetiRuleKeys extends LightningElement {
  @api requirement: Requirement = {};
  @api desk!: Desk;
  @api problems: readonly Problem[] = [];
  @api canEdit = false;

  readonly label = {
    fallback: labelFallback,
    for: labelFor,
    preferred: labelPreferred,
    priority: labelPriority,
    priorityHint: labelPriorityHint,
    queue: labelQueue,
    thenTo: labelThenTo,
    weight: labelWeight
  };

  readonly preferredOptions: readonly SelectOption[] = [
    { value: '', label: labelNobodyFirst },
    { value: 'owner', label: labelOwner },
    { value: 'lastAgent', label: labelLastAgent }
  ];

  get cannotEdit(): boolean {
    return !this.canEdit;
  }

  get queueOptions(): readonly PickerOption[] {
    const queues = this.desk.catalogue.queues.map(({ name, label }) => ({
      value: name,
      label,
      ...(name === label ? {} : { detail: name })
    }));
    return [{ value: '', label: labelQueueNone }, ...queues];
  }

  get priority(): string {
    return String(this.requirement.priority ?? '');
  }

  get weight(): string {
    return String(this.requirement.capacityWeight ?? '');
  }

  get queue(): string {
    return this.requirement.queue ?? '';
  }

  get preferred(): string {
    return this.requirement.preferred ?? '';
  }

  get hasPreferred(): boolean {
    return this.requirement.preferred !== undefined;
  }

  get preferredFor(): number {
    return this.requirement.preferredFor ?? 0;
  }

  get fallbackQueue(): string {
    return this.requirement.fallback?.queue ?? '';
  }

  get hasFallback(): boolean {
    return this.requirement.fallback !== undefined;
  }

  get fallbackAfter(): number {
    return this.requirement.fallback?.after ?? 0;
  }

  get problem(): string {
    return this.problems
      .filter(({ place }) => /^(then\.)?(priority|queue|preferred|preferredFor|capacityWeight|fallback)\b/.test(place))
      .map(({ message }) => message)
      .join(' ');
  }

  handlePriority(event: Event): void {
    this.tell({ priority: amountOf(event) }, 'priority');
  }

  handleWeight(event: Event): void {
    this.tell({ capacityWeight: amountOf(event) }, 'weight');
  }

  handleQueue(event: CustomEvent<string>): void {
    this.tell({ queue: event.detail || undefined });
  }

  handlePreferred({ detail: value }: CustomEvent<string>): void {
    if (value !== 'owner' && value !== 'lastAgent') this.tell({ preferred: undefined, preferredFor: undefined });
    else this.tell({ preferred: value, preferredFor: this.requirement.preferredFor ?? FIRST_WAIT });
  }

  handlePreferredFor(event: CustomEvent<number>): void {
    this.tell({ preferredFor: event.detail === 0 ? undefined : event.detail }, 'preferredFor');
  }

  handleFallbackQueue(event: CustomEvent<string>): void {
    const queue = event.detail;
    const after = this.requirement.fallback?.after ?? FIRST_FALLBACK;
    this.tell({ fallback: queue === '' ? undefined : { after, queue } });
  }

  handleFallbackAfter(event: CustomEvent<number>): void {
    this.tell({ fallback: { after: event.detail, queue: this.fallbackQueue } }, 'fallback');
  }

  private tell(change: { [Key in keyof Requirement]: Requirement[Key] | undefined }, step?: string): void {
    const requirement = Object.fromEntries(
      Object.entries({ ...this.requirement, ...change }).filter(([, value]) => value !== undefined)
    );
    this.dispatchEvent(new CustomEvent<KeysChange>('keys', { detail: { requirement, step } }));
  }
}

/** The number typed; none where the field is empty. */
function amountOf(event: Event): number | undefined {
  event.stopPropagation();
  const amount = event.target instanceof HTMLInputElement ? event.target.valueAsNumber : Number.NaN;
  return Number.isNaN(amount) ? undefined : amount;
}
