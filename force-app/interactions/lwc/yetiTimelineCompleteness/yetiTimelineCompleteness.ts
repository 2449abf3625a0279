import { LightningElement, api } from 'lwc';
import { format, plural } from 'c/yetiMessages';
import type { Counts, Notice, Thread } from 'c/yetiTimelineModel';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import labelAllShown from '@salesforce/label/c.Yeti_All_Shown';
import labelCapped from '@salesforce/label/c.Yeti_Count_Capped';
import labelCasesCapped from '@salesforce/label/c.Yeti_Cases_Capped';
import labelContactsCapped from '@salesforce/label/c.Yeti_Contacts_Capped';
import labelOlderExist from '@salesforce/label/c.Yeti_Older_Exist';
import labelRetry from '@salesforce/label/c.Yeti_Retry';
import labelShownFew from '@salesforce/label/c.Yeti_Shown_Few';
import labelShownMany from '@salesforce/label/c.Yeti_Shown_Many';
import labelShownOfFew from '@salesforce/label/c.Yeti_Shown_Of_Few';
import labelShownOfMany from '@salesforce/label/c.Yeti_Shown_Of_Many';
import labelShownOfOne from '@salesforce/label/c.Yeti_Shown_Of_One';
import labelShownOfOther from '@salesforce/label/c.Yeti_Shown_Of_Other';
import labelShownOne from '@salesforce/label/c.Yeti_Shown_One';
import labelShownOther from '@salesforce/label/c.Yeti_Shown_Other';
import labelSourceFailed from '@salesforce/label/c.Yeti_Source_Failed';
import labelSourceFaulty from '@salesforce/label/c.Yeti_Source_Faulty';
import labelSourceNoAccess from '@salesforce/label/c.Yeti_Source_No_Access';
import labelSourceNotInOrg from '@salesforce/label/c.Yeti_Source_Not_In_Org';

const shownForms = { one: labelShownOne, few: labelShownFew, many: labelShownMany, other: labelShownOther };
const shownOfForms = { one: labelShownOfOne, few: labelShownOfFew, many: labelShownOfMany, other: labelShownOfOther };
const reasons: Readonly<Record<Notice['reason'], string>> = {
  Failed: labelSourceFailed,
  Faulty: labelSourceFaulty,
  NoAccess: labelSourceNoAccess,
  NotInOrg: labelSourceNotInOrg
};
const numbers = new Intl.NumberFormat(locale);

/** One line that says how much of the timeline is shown, and what is not. Fires `retry`. */
export default class YetiTimelineCompleteness extends LightningElement {
  @api thread: Thread | undefined;
  @api counts: Counts | undefined;

  readonly label = { retry: labelRetry };

  get summary(): string {
    if (this.thread === undefined) return '';
    const { cursor, caseLimit, contactLimit } = this.thread;
    const parts = [this.shown, cursor === undefined ? labelAllShown : labelOlderExist];
    if (caseLimit !== undefined) parts.push(format(labelCasesCapped, numbers.format(caseLimit)));
    if (contactLimit !== undefined) parts.push(format(labelContactsCapped, numbers.format(contactLimit)));
    return parts.join(' · ');
  }

  get notices(): readonly { key: string; text: string; detail: string | undefined }[] {
    return (this.thread?.notices ?? []).map(({ source, label, reason, detail }) => ({
      key: `${source} ${reason}`,
      text: format(reasons[reason], label),
      detail: detail ?? undefined
    }));
  }

  get canRetry(): boolean {
    return this.thread?.notices.some(({ reason }) => reason === 'Failed') ?? false;
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }

  /** "25 of 112 items", or without the total while it is not known. */
  private get shown(): string {
    const shown = this.thread?.items.length ?? 0;
    if (this.counts === undefined) return format(plural(language, shown, shownForms), numbers.format(shown));
    const { total, capped } = this.counts;
    const totalText = capped ? format(labelCapped, numbers.format(total)) : numbers.format(total);
    return format(plural(language, total, shownOfForms), numbers.format(shown), totalText);
  }
}
