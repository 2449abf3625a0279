import { LightningElement } from 'lwc';
import { format, messageOf, plural } from 'c/yetiMessages';
import type { Agent } from 'c/yetiMatcher';
import { agentsOf, rememberSkills, unitOfTime } from 'c/yetiWhyModel';
import getWaiting from '@salesforce/apex/YetiWaitingWorkController.getWaiting';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelAsOf from '@salesforce/label/c.Yeti_Waiting_As_Of';
import labelCapped from '@salesforce/label/c.Yeti_Waiting_Capped';
import labelCases from '@salesforce/label/c.Yeti_Waiting_Cases';
import labelCombination from '@salesforce/label/c.Yeti_Waiting_Combination';
import labelCouldTake from '@salesforce/label/c.Yeti_Waiting_Could_Take';
import labelEmpty from '@salesforce/label/c.Yeti_Waiting_Empty';
import labelErrorTitle from '@salesforce/label/c.Yeti_Error_Title';
import labelFailed from '@salesforce/label/c.Yeti_Waiting_Failed';
import labelHide from '@salesforce/label/c.Yeti_Waiting_Hide_Result';
import labelNobody from '@salesforce/label/c.Yeti_Waiting_Nobody';
import labelOldest from '@salesforce/label/c.Yeti_Waiting_Oldest';
import labelOldestColumn from '@salesforce/label/c.Yeti_Waiting_Oldest_Column';
import labelRefresh from '@salesforce/label/c.Yeti_Waiting_Refresh';
import labelRetry from '@salesforce/label/c.Yeti_Retry';
import labelSkipped from '@salesforce/label/c.Yeti_Waiting_Skipped';
import labelTitle from '@salesforce/label/c.Yeti_Waiting_Title';
import labelUnrouted from '@salesforce/label/c.Yeti_Waiting_Unrouted';
import labelWaitingFew from '@salesforce/label/c.Yeti_Waiting_Few';
import labelWaitingMany from '@salesforce/label/c.Yeti_Waiting_Many';
import labelWaitingOne from '@salesforce/label/c.Yeti_Waiting_One';
import labelWaitingOther from '@salesforce/label/c.Yeti_Waiting_Other';
import type { Done } from 'c/yetiWaitingActions';
import { groupsOf, unroutedOf, type UnroutedGroup, type WaitingGroup, type WaitingWork } from 'c/yetiWaitingModel';

const PLACEHOLDER_ROWS = 6;
/** Case numbers of what was not done; more are only counted. */
const MOST_NAMED = 10;
const waitingForms = {
  one: labelWaitingOne,
  few: labelWaitingFew,
  many: labelWaitingMany,
  other: labelWaitingOther
};

/** Cases in no routing for the same reason; several of them are a row that can be acted on. */
interface UnroutedRow extends UnroutedGroup {
  readonly isRow: boolean;
  readonly name: string;
}

/** What waits for whom, why, and what to do about it. Nothing is asked again by itself: the page says of when it is. */
export default class YetiWaitingWork extends LightningElement {
  readonly label = {
    cases: labelCases,
    combination: labelCombination,
    couldTake: labelCouldTake,
    empty: labelEmpty,
    hide: labelHide,
    oldest: labelOldestColumn,
    refresh: labelRefresh,
    title: labelTitle,
    unrouted: labelUnrouted
  };
  work: WaitingWork | undefined;
  agents: readonly Agent[] = [];
  errorText = '';
  isLoading = false;
  outcome: Done | undefined;
  private needsFocus = false;

  override connectedCallback(): void {
    this.load();
  }

  override renderedCallback(): void {
    if (!this.needsFocus || this.isLoading) return;
    this.needsFocus = false;
    // What had the cursor may be gone.
    this.template?.querySelector<HTMLElement>('[data-outcome]')?.focus();
  }

  get isReady(): boolean {
    return this.work !== undefined;
  }

  get moment(): Date {
    return this.work ? new Date(this.work.asOf) : new Date();
  }

  get groups(): readonly WaitingGroup[] {
    return groupsOf(this.work?.items ?? [], this.agents, this.moment);
  }

  get hasGroups(): boolean {
    return this.groups.length > 0;
  }

  get unrouted(): readonly UnroutedRow[] {
    return unroutedOf(this.work?.items ?? []).map((group) => ({
      ...group,
      isRow: group.items.length > 1,
      name: group.reason === '' ? labelUnrouted : group.reason
    }));
  }

  get hasUnrouted(): boolean {
    return this.unrouted.length > 0;
  }

  get isEmpty(): boolean {
    return !this.hasGroups && !this.hasUnrouted;
  }

  get problem(): string | undefined {
    return this.work?.problem ?? undefined;
  }

  /** What matters at a glance: how many, how long, for how many nobody is there, what failed. */
  get facts(): readonly string[] {
    const { groups, unrouted, moment } = this;
    const waiting = this.work?.total ?? groups.reduce((sum, { items }) => sum + items.length, 0);
    const nobody = groups.filter(({ free, busy, away }) => free + busy + away === 0);
    const failures = unrouted.flatMap(({ items }) => items);
    const count = (status: string): number => failures.filter(({ decision }) => decision.status === status).length;
    const [oldest] = groups;
    return [
      format(plural(language, waiting, waitingForms), this.number(waiting)),
      ...(oldest ? [format(labelOldest, unitOfTime(oldest.oldest, moment))] : []),
      format(labelNobody, this.number(nobody.reduce((sum, { items }) => sum + items.length, 0))),
      format(labelFailed, this.number(count('Failed'))),
      format(labelSkipped, this.number(count('Skipped')))
    ];
  }

  /** Where more waits than is shown. */
  get capped(): string | undefined {
    const { capped, items, total } = this.work ?? { capped: false, items: [] };
    return capped ? format(labelCapped, this.number(items.length), this.number(total ?? items.length)) : undefined;
  }

  get hasLeft(): boolean {
    return this.left.length > 0;
  }

  /** With what it was not done, and why. */
  get left(): readonly { readonly reason: string; readonly text: string }[] {
    return (this.outcome?.left ?? []).map(({ numbers, reason }) => {
      const more = numbers.length - MOST_NAMED;
      const named = [...numbers.slice(0, MOST_NAMED), ...(more > 0 ? [`+${this.number(more)}`] : [])];
      return { reason, text: `${named.join(', ')}: ${reason}` };
    });
  }

  get asOf(): string {
    return format(labelAsOf, this.moment.toLocaleTimeString(locale, { timeZone, timeStyle: 'medium' }));
  }

  get panel(): { kind: string; heading: string; text: string; action: string | undefined; rows: number } {
    return this.errorText === ''
      ? { kind: 'loading', heading: '', text: '', action: undefined, rows: PLACEHOLDER_ROWS }
      : { kind: 'error', heading: labelErrorTitle, text: this.errorText, action: labelRetry, rows: PLACEHOLDER_ROWS };
  }

  handleRefresh(): void {
    this.load();
  }

  handleDone(event: CustomEvent<Done>): void {
    this.outcome = event.detail;
    this.needsFocus = true;
    this.load();
  }

  handleHide(): void {
    this.outcome = undefined;
  }

  private async load(): Promise<void> {
    if (this.isLoading) return;
    this.isLoading = true;
    try {
      const work = await getWaiting({});
      rememberSkills(work.skillLabels);
      this.agents = agentsOf(work.agents);
      this.work = work;
      this.errorText = '';
    } catch (error) {
      this.errorText = messageOf(error);
    } finally {
      this.isLoading = false;
    }
  }

  private number(value: number): string {
    return new Intl.NumberFormat(locale).format(value);
  }
}
