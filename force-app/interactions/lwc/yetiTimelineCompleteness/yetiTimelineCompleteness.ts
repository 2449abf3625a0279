import { LightningElement, api } from 'lwc';
import { format, plural } from 'c/yetiMessages';
import type { Counts, Thread } from 'c/yetiTimelineModel';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import labelAllShown from '@salesforce/label/c.Yeti_All_Shown';
import labelCapped from '@salesforce/label/c.Yeti_Count_Capped';
import labelCasesCapped from '@salesforce/label/c.Yeti_Cases_Capped';
import labelContactsCapped from '@salesforce/label/c.Yeti_Contacts_Capped';
import labelHiddenFew from '@salesforce/label/c.Yeti_Hidden_Few';
import labelHiddenMany from '@salesforce/label/c.Yeti_Hidden_Many';
import labelHiddenOne from '@salesforce/label/c.Yeti_Hidden_One';
import labelHiddenOther from '@salesforce/label/c.Yeti_Hidden_Other';
import labelHide from '@salesforce/label/c.Yeti_Hide_System';
import labelOlderExist from '@salesforce/label/c.Yeti_Older_Exist';
import labelPinsCapped from '@salesforce/label/c.Yeti_Pins_Capped';
import labelShow from '@salesforce/label/c.Yeti_Show';
import labelShownFew from '@salesforce/label/c.Yeti_Shown_Few';
import labelShownMany from '@salesforce/label/c.Yeti_Shown_Many';
import labelShownOfFew from '@salesforce/label/c.Yeti_Shown_Of_Few';
import labelShownOfMany from '@salesforce/label/c.Yeti_Shown_Of_Many';
import labelShownOfOne from '@salesforce/label/c.Yeti_Shown_Of_One';
import labelShownOfOther from '@salesforce/label/c.Yeti_Shown_Of_Other';
import labelShownOne from '@salesforce/label/c.Yeti_Shown_One';
import labelShownOther from '@salesforce/label/c.Yeti_Shown_Other';

const shownForms = { one: labelShownOne, few: labelShownFew, many: labelShownMany, other: labelShownOther };
const shownOfForms = { one: labelShownOfOne, few: labelShownOfFew, many: labelShownOfMany, other: labelShownOfOther };
const hiddenForms = { one: labelHiddenOne, few: labelHiddenFew, many: labelHiddenMany, other: labelHiddenOther };
const numbers = new Intl.NumberFormat(locale);

/** One line that says how much of the timeline is shown, and what is folded. Fires `noise` with whether system events are wanted. */
export default class YetiTimelineCompleteness extends LightningElement {
  @api thread: Thread | undefined;
  @api counts: Counts | undefined;

  /** Whether system events stand among the items. */
  @api showsNoise = false;

  readonly label = { hide: labelHide, show: labelShow };

  get lineClass(): string {
    return this.thread === undefined ? 'line' : 'line line_told';
  }

  get summary(): string {
    if (this.thread === undefined) return '';
    const { cursor, caseLimit, contactLimit, pinLimit } = this.thread;
    const parts = [this.shown, cursor === undefined ? labelAllShown : labelOlderExist];
    if (caseLimit !== undefined) parts.push(format(labelCasesCapped, numbers.format(caseLimit)));
    if (contactLimit !== undefined) parts.push(format(labelContactsCapped, numbers.format(contactLimit)));
    if (pinLimit !== undefined) parts.push(format(labelPinsCapped, numbers.format(pinLimit)));
    return parts.join(' · ');
  }

  /** Folded, never silently: "40 system events hidden". */
  get hiddenText(): string | undefined {
    const { hidden, capped } = this.counts ?? { hidden: 0, capped: false };
    if (this.thread === undefined || hidden === 0) return undefined;
    const count = numbers.format(hidden);
    return format(plural(language, hidden, hiddenForms), capped ? format(labelCapped, count) : count);
  }

  handleShow(): void {
    this.dispatchEvent(new CustomEvent<boolean>('noise', { detail: true }));
  }

  handleHide(): void {
    this.dispatchEvent(new CustomEvent<boolean>('noise', { detail: false }));
  }

  /** "25 of 112 items", or without the total while it is not known, or of a moment before the newest items. */
  private get shown(): string {
    const shown = this.thread?.items.length ?? 0;
    if (this.counts === undefined || (!this.counts.capped && this.counts.total < shown))
      return format(plural(language, shown, shownForms), numbers.format(shown));
    const { total, capped } = this.counts;
    const totalText = capped ? format(labelCapped, numbers.format(total)) : numbers.format(total);
    return format(plural(language, total, shownOfForms), numbers.format(shown), totalText);
  }
}
