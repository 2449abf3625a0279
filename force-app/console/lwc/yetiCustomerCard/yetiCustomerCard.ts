import { LightningElement, api, wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { format, messageOf, plural } from 'c/yetiMessages';
import { channelIcon, type Config } from 'c/yetiTimelineModel';
import getCard, { type Card } from '@salesforce/apex/YetiCustomerCardController.getCard';
import getConfig from '@salesforce/apex/YetiTimelineController.getConfig';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import labelAccount from '@salesforce/label/c.Yeti_Card_Account';
import labelEmail from '@salesforce/label/c.Yeti_Card_Email';
import labelErrorTitle from '@salesforce/label/c.Yeti_Error_Title';
import labelLastContact from '@salesforce/label/c.Yeti_Card_Last_Contact';
import labelMoreCasesFew from '@salesforce/label/c.Yeti_More_Cases_Few';
import labelMoreCasesMany from '@salesforce/label/c.Yeti_More_Cases_Many';
import labelMoreCasesOne from '@salesforce/label/c.Yeti_More_Cases_One';
import labelMoreCasesOther from '@salesforce/label/c.Yeti_More_Cases_Other';
import labelNoContactYet from '@salesforce/label/c.Yeti_Card_No_Contact_Yet';
import labelNoCustomerText from '@salesforce/label/c.Yeti_Card_No_Customer_Text';
import labelNoCustomerTitle from '@salesforce/label/c.Yeti_Card_No_Customer_Title';
import labelNoOpenCases from '@salesforce/label/c.Yeti_Card_No_Open_Cases';
import labelOpenCases from '@salesforce/label/c.Yeti_Card_Open_Cases';
import labelPhone from '@salesforce/label/c.Yeti_Card_Phone';
import labelTitle from '@salesforce/label/c.Yeti_Card_Title';

const moreCasesForms = {
  one: labelMoreCasesOne,
  few: labelMoreCasesFew,
  many: labelMoreCasesMany,
  other: labelMoreCasesOther
};
const numbers = new Intl.NumberFormat(locale);
const PLACEHOLDER_ROWS = 4;

interface Wired<Data> {
  readonly data?: Data;
  readonly error?: unknown;
}

/** Who the customer is, their open cases and the last contact. */
export default class YetiCustomerCard extends NavigationMixin(LightningElement) {
  @api recordId: string | undefined;

  readonly label = {
    account: labelAccount,
    email: labelEmail,
    lastContact: labelLastContact,
    noContactYet: labelNoContactYet,
    noOpenCases: labelNoOpenCases,
    phone: labelPhone,
    title: labelTitle
  };

  @wire(getCard, { recordId: '$recordId' })
  card: Wired<Card> | undefined;

  @wire(getConfig, {})
  config: Wired<Config> | undefined;

  get contact(): Card['contact'] {
    return this.card?.data?.contact;
  }

  get accountName(): string | undefined {
    return this.contact?.Account?.Name;
  }

  get lastContact(): Card['lastContact'] {
    return this.card?.data?.lastContact;
  }

  get lastMoment(): Date | undefined {
    return this.lastContact ? new Date(this.lastContact.occurredAt) : undefined;
  }

  get lastChannel(): string {
    const channel = this.lastContact?.channel ?? '';
    return this.config?.data?.channels.find(({ value }) => value === channel)?.label ?? channel;
  }

  get lastIcon(): string {
    return channelIcon(this.lastContact?.channel, undefined);
  }

  get cases(): Card['openCases'] {
    return this.card?.data?.openCases ?? [];
  }

  get hasCases(): boolean {
    return this.cases.length > 0;
  }

  get casesHeading(): string {
    return format(labelOpenCases, numbers.format(this.card?.data?.openCaseCount ?? 0));
  }

  get moreCases(): string | undefined {
    const more = (this.card?.data?.openCaseCount ?? 0) - this.cases.length;
    return more > 0 ? format(plural(language, more, moreCasesForms), numbers.format(more)) : undefined;
  }

  get panel(): { kind: string; heading: string; text: string; rows: number } {
    const rows = PLACEHOLDER_ROWS;
    if (this.card?.error !== undefined) {
      return { kind: 'error', heading: labelErrorTitle, text: messageOf(this.card.error), rows };
    }
    return this.card?.data === undefined
      ? { kind: 'loading', heading: '', text: '', rows }
      : { kind: 'empty', heading: labelNoCustomerTitle, text: labelNoCustomerText, rows };
  }

  handleOpen(event: Event): void {
    const recordId = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.recordId : undefined;
    if (recordId) {
      this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } });
    }
  }
}
