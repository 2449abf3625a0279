import { LightningElement, api } from 'lwc';
import { messageOf } from 'c/yetiMessages';
import type { Choice } from 'c/yetiTimelineModel';
import type { CardConsent } from '@salesforce/apex/YetiCustomerCardController.getCard';
import recordConsent from '@salesforce/apex/YetiCustomerCardController.recordConsent';
import labelAdd from '@salesforce/label/c.Yeti_Card_Consent_Add';
import labelAll from '@salesforce/label/c.Yeti_Card_Consent_All';
import labelCancel from '@salesforce/label/c.Yeti_Identity_Cancel';
import labelChannel from '@salesforce/label/c.Yeti_Card_Consent_Channel';
import labelGive from '@salesforce/label/c.Yeti_Card_Consent_Give';
import labelNone from '@salesforce/label/c.Yeti_Card_Consent_None';
import labelPurpose from '@salesforce/label/c.Yeti_Card_Consent_Purpose';
import labelSave from '@salesforce/label/c.Yeti_Card_Save';
import labelSource from '@salesforce/label/c.Yeti_Card_Consent_Source';
import labelWhat from '@salesforce/label/c.Yeti_Card_Consent_What';
import labelWithdraw from '@salesforce/label/c.Yeti_Card_Consent_Withdraw';
import labelWithdrawNow from '@salesforce/label/c.Yeti_Card_Consent_Withdraw_Now';

const EVERY_CHANNEL = 'every';
const GIVEN = 'given';
const WITHDRAWN = 'withdrawn';

interface Row extends CardConsent {
  readonly what: string;
  readonly icon: string;
  readonly channelLabel: string;
  readonly withdraw: string;
  readonly canWithdraw: boolean;
}

/** What a customer allowed and forbade, per channel and purpose, and a form to write down more. Fires `saved`. */
export default class YetiCustomerConsents extends LightningElement {
  @api contactId = '';
  @api consents: readonly CardConsent[] = [];
  @api purposes: readonly Choice[] = [];
  @api channels: readonly Choice[] = [];
  @api editable = false;

  readonly label = {
    add: labelAdd,
    cancel: labelCancel,
    channel: labelChannel,
    none: labelNone,
    purpose: labelPurpose,
    save: labelSave,
    source: labelSource,
    what: labelWhat,
    withdraw: labelWithdrawNow
  };
  readonly answers = [
    { value: GIVEN, label: labelGive },
    { value: WITHDRAWN, label: labelWithdraw }
  ];
  isEditing = false;
  isSaving = false;
  errorText = '';
  channel = EVERY_CHANNEL;
  purpose = '';
  answer = GIVEN;
  source = '';

  get rows(): readonly Row[] {
    return this.consents.map((consent) => {
      const channelLabel = this.nameOf(consent.channel);
      return {
        ...consent,
        channelLabel,
        what: consent.given ? labelGive : labelWithdraw,
        icon: consent.given ? 'utility:check' : 'utility:ban',
        withdraw: `${labelWithdrawNow}: ${consent.purposeLabel}, ${channelLabel}`,
        canWithdraw: this.editable && consent.given && !this.isEditing
      };
    });
  }

  get isEmpty(): boolean {
    return this.consents.length === 0;
  }

  get canAdd(): boolean {
    return this.editable && !this.isEditing;
  }

  get channelChoices(): readonly Choice[] {
    return [{ value: EVERY_CHANNEL, label: labelAll }, ...this.channels];
  }

  handleAdd(): Promise<void> {
    return this.open(EVERY_CHANNEL, this.purposes[0]?.value ?? '', GIVEN);
  }

  handleWithdraw(event: Event): Promise<void> | undefined {
    const id = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.id : undefined;
    const consent = this.consents.find((one) => one.id === id);
    return consent && this.open(consent.channel ?? EVERY_CHANNEL, consent.purpose, WITHDRAWN);
  }

  handleChannel(event: CustomEvent<{ value: string }>): void {
    this.channel = event.detail.value;
  }

  handlePurpose(event: CustomEvent<{ value: string }>): void {
    this.purpose = event.detail.value;
  }

  handleAnswer(event: CustomEvent<{ value: string }>): void {
    this.answer = event.detail.value;
  }

  handleSource(event: CustomEvent<{ value: string }>): void {
    this.source = event.detail.value;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.handleCancel();
  }

  handleCancel(): Promise<void> {
    this.isEditing = false;
    return this.focus('[data-add]');
  }

  async handleSave(): Promise<void> {
    if (this.isSaving) return;
    this.isSaving = true;
    try {
      await recordConsent({
        contactId: this.contactId,
        channel: this.channel === EVERY_CHANNEL ? null : this.channel,
        purpose: this.purpose,
        given: this.answer === GIVEN,
        source: this.source
      });
      this.isEditing = false;
      this.dispatchEvent(new CustomEvent('saved'));
    } catch (error) {
      this.errorText = messageOf(error);
    } finally {
      this.isSaving = false;
    }
  }

  private nameOf(channel: string | null | undefined): string {
    return channel ? (this.channels.find(({ value }) => value === channel)?.label ?? channel) : labelAll;
  }

  private open(channel: string, purpose: string, answer: string): Promise<void> {
    this.channel = channel;
    this.purpose = purpose;
    this.answer = answer;
    this.source = '';
    this.errorText = '';
    this.isEditing = true;
    return this.focus('[data-source]');
  }

  /** What is focused is drawn in the next microtask. */
  private async focus(selector: string): Promise<void> {
    await Promise.resolve();
    this.template?.querySelector<HTMLElement>(selector)?.focus();
  }
}
