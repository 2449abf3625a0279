import { LightningElement, api } from 'lwc';
import { format } from 'c/yetiMessages';
import { duration } from 'c/yetiMoments';
import { nameOf, purposes, type Check } from 'c/yetiNowModel';
import type { Config } from 'c/yetiTimelineModel';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelGiven from '@salesforce/label/c.Yeti_Outbound_Given';
import labelLine from '@salesforce/label/c.Yeti_Outbound_Line';
import labelPrefers from '@salesforce/label/c.Yeti_Outbound_Prefers';
import labelQuiet from '@salesforce/label/c.Yeti_Outbound_Quiet';
import labelRecent from '@salesforce/label/c.Yeti_Outbound_Recent';
import labelRecentLimit from '@salesforce/label/c.Yeti_Outbound_Recent_Limit';
import labelUnsaid from '@salesforce/label/c.Yeti_Outbound_Unsaid';
import labelWindow from '@salesforce/label/c.Yeti_Outbound_Window';
import labelWithdrawn from '@salesforce/label/c.Yeti_Outbound_Withdrawn';

interface Remark {
  readonly key: string;
  readonly text: string;
  readonly title: string;
  /** Whether it is something to think about first. */
  readonly warning: boolean;
}

/** What an agent should know before writing, in one line; in its place, why nothing can be sent from here. */
export default class YetiOutboundLine extends LightningElement {
  @api check: Check | undefined;
  @api config: Config | undefined;
  /** The moment from which everything is counted. */
  @api moment = new Date();

  readonly label = { line: labelLine };

  get problem(): string | undefined {
    return this.check?.problem ?? undefined;
  }

  get remarks(): readonly Remark[] {
    const { check } = this;
    return check ? [this.consent(check), ...this.circumstances(check)] : [];
  }

  private consent(check: Check): Remark {
    const purpose = nameOf(purposes, check.purpose);
    const title = check.consentSource ?? '';
    if (!check.consent) return { key: 'consent', text: format(labelUnsaid, purpose), title, warning: false };
    const day = check.consentAt
      ? new Date(check.consentAt).toLocaleDateString(locale, { timeZone, dateStyle: 'medium' })
      : '';
    const isGiven = check.consent === 'Given';
    const text = format(isGiven ? labelGiven : labelWithdrawn, purpose, day);
    return { key: 'consent', text, title, warning: !isGiven };
  }

  private circumstances(check: Check): Remark[] {
    const remarks: Remark[] = [];
    const add = (key: string, text: string, warning: boolean): number =>
      remarks.push({ key, text, title: '', warning });
    if (check.statedChannel) {
      const text = format(labelPrefers, nameOf(this.config?.channels, check.statedChannel));
      add('prefers', text, check.statedChannel !== check.channel);
    }
    if (check.windowEnd) {
      add('window', format(labelWindow, duration(language, this.moment, new Date(check.windowEnd))), false);
    }
    if (check.quiet) add('quiet', labelQuiet, true);
    add('recent', this.recent(check), this.isEnough(check));
    return remarks;
  }

  private recent({ recentContacts, weeklyLimit }: Check): string {
    const numbers = new Intl.NumberFormat(locale);
    return weeklyLimit
      ? format(labelRecentLimit, numbers.format(recentContacts), numbers.format(weeklyLimit))
      : format(labelRecent, numbers.format(recentContacts));
  }

  private isEnough({ recentContacts, weeklyLimit }: Check): boolean {
    return Boolean(weeklyLimit) && recentContacts >= (weeklyLimit ?? 0);
  }
}
