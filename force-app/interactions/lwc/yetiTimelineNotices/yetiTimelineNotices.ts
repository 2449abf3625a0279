import { LightningElement, api } from 'lwc';
import { format } from 'c/yetiMessages';
import type { Notice, Thread } from 'c/yetiTimelineModel';
import language from '@salesforce/i18n/lang';
import labelErrorTitle from '@salesforce/label/c.Yeti_Error_Title';
import labelNotSearched from '@salesforce/label/c.Yeti_Not_Searched';
import labelRetry from '@salesforce/label/c.Yeti_Retry';
import labelSourceFailed from '@salesforce/label/c.Yeti_Source_Failed';
import labelSourceFaulty from '@salesforce/label/c.Yeti_Source_Faulty';
import labelSourceNoAccess from '@salesforce/label/c.Yeti_Source_No_Access';
import labelSourceNotInOrg from '@salesforce/label/c.Yeti_Source_Not_In_Org';
import labelTextsNotSearched from '@salesforce/label/c.Yeti_Texts_Not_Searched';

const reasons: Readonly<Record<Notice['reason'], string>> = {
  Failed: labelSourceFailed,
  Faulty: labelSourceFaulty,
  NoAccess: labelSourceNoAccess,
  NotInOrg: labelSourceNotInOrg
};
const lists = new Intl.ListFormat(language, { type: 'conjunction' });

/** Names what is not among the items and why, and why they are not newer; nothing where nothing is missing. Fires `retry`. */
export default class YetiTimelineNotices extends LightningElement {
  @api thread: Thread | undefined;
  /** Why the last question failed, whose answer would stand here; empty where it did not. */
  @api problem = '';

  readonly label = { retry: labelRetry };

  get saysAnything(): boolean {
    return this.notices.length > 0 || this.notSearchedText !== undefined || this.problem !== '';
  }

  get problemText(): string | undefined {
    return this.problem === '' ? undefined : `${labelErrorTitle}: ${this.problem}`;
  }

  /** What a search did not look into. */
  get notSearchedText(): string | undefined {
    const { textsNotSearched = [], notSearched = [] } = this.thread ?? {};
    const parts = [
      textsNotSearched.length > 0 ? format(labelTextsNotSearched, lists.format(textsNotSearched)) : '',
      notSearched.length > 0 ? format(labelNotSearched, lists.format(notSearched)) : ''
    ];
    return parts.filter(Boolean).join(' · ') || undefined;
  }

  get notices(): readonly { key: string; text: string; detail: string | undefined }[] {
    return (this.thread?.notices ?? []).map(({ source, label, reason, detail }) => ({
      key: `${source} ${reason}`,
      text: format(reasons[reason], label),
      detail: detail ?? undefined
    }));
  }

  get canRetry(): boolean {
    return this.problem !== '' || (this.thread?.notices.some(({ reason }) => reason === 'Failed') ?? false);
  }

  handleRetry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
