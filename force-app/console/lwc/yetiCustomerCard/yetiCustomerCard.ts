import { wire } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { RefreshEvent } from 'lightning/refresh';
import { format, plural } from 'c/yetiMessages';
import YetiRecordPart, { type StatePanel } from 'c/yetiRecordPart';
import { explainThread } from 'c/yetiThreadExplanations';
import { channelIcon, type Choice, type Config } from 'c/yetiTimelineModel';
import getCard, { type Card } from '@salesforce/apex/YetiCustomerCardController.getCard';
import type { Candidate } from '@salesforce/apex/YetiIdentityController.getState';
import getConfig from '@salesforce/apex/YetiTimelineController.getConfig';
import link from '@salesforce/apex/YetiIdentityController.link';
import undo from '@salesforce/apex/YetiIdentityController.undo';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import labelAccount from '@salesforce/label/c.Yeti_Card_Account';
import labelAddresses from '@salesforce/label/c.Yeti_Card_Addresses';
import labelAddressesNone from '@salesforce/label/c.Yeti_Card_Addresses_None';
import labelChannelCount from '@salesforce/label/c.Yeti_Card_Channel_Count';
import labelChannels from '@salesforce/label/c.Yeti_Card_Channels';
import labelDue from '@salesforce/label/c.Yeti_Card_Case_Due';
import labelLanguage from '@salesforce/label/c.Yeti_Card_Language';
import labelLastContact from '@salesforce/label/c.Yeti_Card_Last_Contact';
import labelMatched from '@salesforce/label/c.Yeti_Identity_Matched';
import labelMoreCasesFew from '@salesforce/label/c.Yeti_More_Cases_Few';
import labelMoreCasesMany from '@salesforce/label/c.Yeti_More_Cases_Many';
import labelMoreCasesOne from '@salesforce/label/c.Yeti_More_Cases_One';
import labelMoreCasesOther from '@salesforce/label/c.Yeti_More_Cases_Other';
import labelNameUnknown from '@salesforce/label/c.Yeti_Card_Name_Unknown';
import labelNobodyPossible from '@salesforce/label/c.Yeti_Card_Nobody_Possible';
import labelNoContactYet from '@salesforce/label/c.Yeti_Card_No_Contact_Yet';
import labelNoCustomerText from '@salesforce/label/c.Yeti_Card_No_Customer_Text';
import labelNoCustomerTitle from '@salesforce/label/c.Yeti_Card_No_Customer_Title';
import labelNoOpenCases from '@salesforce/label/c.Yeti_Card_No_Open_Cases';
import labelObserved from '@salesforce/label/c.Yeti_Card_Channel_Observed';
import labelOpenCases from '@salesforce/label/c.Yeti_Card_Open_Cases';
import labelOverdue from '@salesforce/label/c.Yeti_Card_Case_Overdue';
import labelPeople from '@salesforce/label/c.Yeti_Card_People';
import labelPhone from '@salesforce/label/c.Yeti_Card_Phone';
import labelPurchases from '@salesforce/label/c.Yeti_Card_Purchases';
import labelStated from '@salesforce/label/c.Yeti_Card_Channel_Stated';
import labelSuggested from '@salesforce/label/c.Yeti_Identity_Suggested';
import labelTitle from '@salesforce/label/c.Yeti_Card_Title';
import labelUndo from '@salesforce/label/c.Yeti_Identity_Undo';
import labelUnmatched from '@salesforce/label/c.Yeti_Identity_Unmatched';
import labelVerified from '@salesforce/label/c.Yeti_Card_Verified';

const moreCasesForms = {
  one: labelMoreCasesOne,
  few: labelMoreCasesFew,
  many: labelMoreCasesMany,
  other: labelMoreCasesOther
};
const statuses: Readonly<Record<string, { readonly label: string; readonly icon: string }>> = {
  Matched: { label: labelMatched, icon: 'utility:check' },
  Suggested: { label: labelSuggested, icon: 'utility:groups' },
  Unmatched: { label: labelUnmatched, icon: 'utility:help' }
};
const numbers = new Intl.NumberFormat(locale);

// The card stands on every page that has a thread.
explainThread();

interface Wired<Data> {
  readonly data?: Data;
  readonly error?: unknown;
}

/** Who the customer is and how sure that is, their open cases, addresses, purchases, channels and consents. */
export default class YetiCustomerCard extends NavigationMixin(YetiRecordPart<Card>) {
  @wire(getConfig, {})
  config: Wired<Config> | undefined;

  readonly label = {
    account: labelAccount,
    addresses: labelAddresses,
    addressesNone: labelAddressesNone,
    channels: labelChannels,
    due: labelDue,
    language: labelLanguage,
    lastContact: labelLastContact,
    nameUnknown: labelNameUnknown,
    noContactYet: labelNoContactYet,
    nobodyPossible: labelNobodyPossible,
    noOpenCases: labelNoOpenCases,
    observed: labelObserved,
    overdue: labelOverdue,
    people: labelPeople,
    phone: labelPhone,
    purchases: labelPurchases,
    stated: labelStated,
    title: labelTitle,
    undo: labelUndo,
    verified: labelVerified
  };
  card: Card | undefined;

  protected override readonly placeholderRows = 8;

  get contact(): Card['contact'] {
    return this.card?.contact;
  }

  get account(): Card['account'] {
    return this.card?.account;
  }

  get choice(): Card['choice'] {
    return this.card?.choice;
  }

  get isKnown(): boolean {
    return Boolean(this.contact ?? this.account);
  }

  get customerId(): string | undefined {
    return this.contact?.Id ?? this.account?.Id;
  }

  get name(): string | undefined {
    return this.contact?.Name ?? this.account?.Name;
  }

  get customerIcon(): string {
    return this.contact ? 'standard:contact' : 'standard:account';
  }

  get phone(): string | undefined {
    return this.contact?.Phone ?? this.account?.Phone;
  }

  get hasPeople(): boolean {
    return (this.card?.people.length ?? 0) > 0;
  }

  get hasChoice(): boolean {
    return (this.choice?.candidates.length ?? 0) + (this.choice?.hiddenCandidates ?? 0) > 0;
  }

  get canUndo(): boolean {
    return this.choice?.editable === true && Boolean(this.choice.undoId);
  }

  get sureness(): { readonly label: string; readonly icon: string | undefined } | undefined {
    const status = this.card?.sureness?.status;
    return status ? (statuses[status] ?? { label: status, icon: undefined }) : undefined;
  }

  /** When the customer proved who they are. */
  get verifiedAt(): Date | undefined {
    const { authentication, authenticatedAt } = this.card?.sureness ?? {};
    return authentication === 'Verified' && authenticatedAt ? new Date(authenticatedAt) : undefined;
  }

  get accountName(): string | undefined {
    return this.contact?.Account?.Name;
  }

  get lastContact(): Card['lastContact'] {
    return this.card?.lastContact;
  }

  get lastMoment(): Date | undefined {
    return this.lastContact ? new Date(this.lastContact.occurredAt) : undefined;
  }

  get lastChannel(): string {
    return this.nameOf(this.lastContact?.channel);
  }

  get lastIcon(): string {
    return channelIcon(this.lastContact?.channel, undefined);
  }

  get cases(): Card['openCases'] {
    return this.card?.openCases ?? [];
  }

  get hasCases(): boolean {
    return this.cases.length > 0;
  }

  get casesHeading(): string {
    return format(labelOpenCases, numbers.format(this.card?.openCaseCount ?? 0));
  }

  get moreCases(): string | undefined {
    const more = (this.card?.openCaseCount ?? 0) - this.cases.length;
    return more > 0 ? format(plural(language, more, moreCasesForms), numbers.format(more)) : undefined;
  }

  get hasHandles(): boolean {
    return (this.card?.handles.length ?? 0) > 0;
  }

  get channels(): readonly Choice[] {
    return (this.config?.data?.channels ?? []).filter(({ value }) => value !== 'Internal');
  }

  get statedChannel(): string {
    return this.card?.statedChannel ? this.nameOf(this.card.statedChannel) : '–';
  }

  get observedChannel(): string {
    const { observedChannel, observedCount = 0, observedOf = 0 } = this.card ?? {};
    return observedChannel
      ? format(
          labelChannelCount,
          this.nameOf(observedChannel),
          numbers.format(observedCount),
          numbers.format(observedOf)
        )
      : '–';
  }

  override get panel(): StatePanel {
    return this.card && this.errorText === ''
      ? { ...super.panel, kind: 'empty', heading: labelNoCustomerTitle, text: labelNoCustomerText }
      : super.panel;
  }

  handleOpen(event: Event): void {
    const recordId = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.recordId : undefined;
    if (recordId) {
      this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } });
    }
  }

  handleChoose(event: CustomEvent<Candidate>): void {
    const { id, name } = event.detail;
    this.change(() => link({ recordId: this.recordId ?? '', contactId: id, reason: name }));
  }

  handleUndo(): void {
    this.change(() => undo({ auditId: this.choice?.undoId ?? '' }));
  }

  handleSaved(): void {
    this.load();
    this.dispatchEvent(new RefreshEvent());
  }

  private nameOf(channel: string | null | undefined): string {
    return this.config?.data?.channels.find(({ value }) => value === channel)?.label ?? channel ?? '';
  }

  protected override ask(recordId: string): Promise<Card> {
    return getCard({ recordId });
  }

  protected override show(answer: Card): void {
    this.card = answer;
  }
}
