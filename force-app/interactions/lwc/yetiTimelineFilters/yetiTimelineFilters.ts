import { LightningElement, api } from 'lwc';
import type { Chosen, FilterChoice } from 'c/yetiTimelineModel';
import labelChannel from '@salesforce/label/c.Yeti_Channel';
import labelClear from '@salesforce/label/c.Yeti_Clear_Filters';
import labelContact from '@salesforce/label/c.Yeti_Filter_Contact';
import labelDirection from '@salesforce/label/c.Yeti_Direction';
import labelFrom from '@salesforce/label/c.Yeti_Filter_From';
import labelStatus from '@salesforce/label/c.Yeti_Filter_Status';
import labelTo from '@salesforce/label/c.Yeti_Filter_To';

/** What a timeline can be filtered by, each value with its count. Fires `choose` with what was chosen, and `clear`. */
export default class YetiTimelineFilters extends LightningElement {
  @api chosen!: Chosen;
  @api channelChoices: readonly FilterChoice[] = [];
  @api directionChoices: readonly FilterChoice[] = [];
  @api statusChoices: readonly FilterChoice[] = [];
  /** The contacts of an account; none where there is nothing to choose. */
  @api contactChoices: readonly FilterChoice[] = [];

  readonly label = {
    channel: labelChannel,
    clear: labelClear,
    contact: labelContact,
    direction: labelDirection,
    from: labelFrom,
    status: labelStatus,
    to: labelTo
  };

  get hasContacts(): boolean {
    return this.contactChoices.length > 1;
  }

  get chosenContacts(): readonly string[] {
    return this.chosen.contactId ? [this.chosen.contactId] : [];
  }

  handleChannels(event: CustomEvent<readonly string[]>): void {
    this.choose({ channels: event.detail });
  }

  handleDirections(event: CustomEvent<readonly string[]>): void {
    this.choose({ directions: event.detail });
  }

  handleStatuses(event: CustomEvent<readonly string[]>): void {
    this.choose({ statuses: event.detail });
  }

  /** One contact or all: another choice takes the place of the last one. */
  handleContact(event: CustomEvent<readonly string[]>): void {
    this.choose({ contactId: event.detail.find((id) => id !== this.chosen.contactId) });
  }

  handleFrom(event: CustomEvent<{ value: string | null }>): void {
    this.choose({ dateFrom: event.detail.value ?? undefined });
  }

  handleTo(event: CustomEvent<{ value: string | null }>): void {
    this.choose({ dateTo: event.detail.value ?? undefined });
  }

  handleClear(): void {
    this.dispatchEvent(new CustomEvent('clear'));
  }

  private choose(detail: Partial<Chosen>): void {
    this.dispatchEvent(new CustomEvent<Partial<Chosen>>('choose', { detail }));
  }
}
