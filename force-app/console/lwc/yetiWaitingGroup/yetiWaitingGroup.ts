import { LightningElement, api } from 'lwc';
import { format, plural } from 'c/yetiMessages';
import type { Agent } from 'c/yetiMatcher';
import { reasonsFor, unitOfTime } from 'c/yetiWhyModel';
import type { WaitingGroup } from 'c/yetiWaitingModel';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import labelCasesFew from '@salesforce/label/c.Yeti_Waiting_Cases_Few';
import labelCasesMany from '@salesforce/label/c.Yeti_Waiting_Cases_Many';
import labelCasesOne from '@salesforce/label/c.Yeti_Waiting_Cases_One';
import labelCasesOther from '@salesforce/label/c.Yeti_Waiting_Cases_Other';
import labelFigures from '@salesforce/label/c.Yeti_Waiting_Figures';
import labelSince from '@salesforce/label/c.Yeti_Waiting_Oldest';
import labelWhy from '@salesforce/label/c.Yeti_Waiting_Why';

const casesForms = { one: labelCasesOne, few: labelCasesFew, many: labelCasesMany, other: labelCasesOther };
const numbers = new Intl.NumberFormat(locale);

/** Cases that wait for the same skills: one line, and behind it why they wait and each of them. */
export default class YetiWaitingGroup extends LightningElement {
  @api group!: WaitingGroup;
  @api agents: readonly Agent[] = [];
  /** The moment from which everything is counted. */
  @api moment = new Date();

  readonly label = { why: labelWhy };
  isOpen = false;

  get expanded(): string {
    return String(this.isOpen);
  }

  get chevron(): string {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get cases(): string {
    return numbers.format(this.group.items.length);
  }

  get oldest(): string {
    return unitOfTime(this.group.oldest, this.moment);
  }

  get figures(): string {
    const { free, busy, away } = this.group;
    return format(labelFigures, numbers.format(free), numbers.format(busy), numbers.format(away));
  }

  /** The line as it is heard: without columns, each figure says what it is. */
  get name(): string {
    const { items, text } = this.group;
    const cases = format(plural(language, items.length, casesForms), this.cases);
    return [text, cases, format(labelSince, this.oldest), this.figures].join(', ');
  }

  /** Nobody could take it: the row says so by more than its zeros. */
  get lineClass(): string {
    const { free, busy, away } = this.group;
    return free + busy + away === 0 ? 'line line-nobody' : 'line';
  }

  get reasons(): readonly string[] {
    const { needs, only, refusedBy, weight } = this.group;
    return reasonsFor(needs, this.agents, this.moment.getTime(), { refusedBy, weight, only });
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }
}
