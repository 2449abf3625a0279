import { LightningElement, api } from 'lwc';
import { format, messageOf } from 'c/yetiMessages';
import type { Item } from 'c/yetiTimelineModel';
import pin from '@salesforce/apex/YetiTimelineController.pin';
import unpin from '@salesforce/apex/YetiTimelineController.unpin';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelPin from '@salesforce/label/c.Yeti_Pin';
import labelPinnedUntil from '@salesforce/label/c.Yeti_Pinned_Until';
import labelUntilToday from '@salesforce/label/c.Yeti_Pin_Today';
import labelUntilUnpinned from '@salesforce/label/c.Yeti_Pin_Until_Unpinned';
import labelUntilWeek from '@salesforce/label/c.Yeti_Pin_Week';
import labelUnpin from '@salesforce/label/c.Yeti_Unpin';

const dateFormat = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' });

/** Puts an item on top of the timeline for a time, or takes it from there. Fires `pinned` with the item as it is then. */
export default class YetiTimelinePin extends LightningElement {
  @api item!: Item;
  /** The case, contact or account the page stands on. */
  @api recordId = '';

  readonly label = { pin: labelPin, unpin: labelUnpin };
  readonly times = [
    { value: 'today', label: labelUntilToday },
    { value: 'week', label: labelUntilWeek },
    { value: 'always', label: labelUntilUnpinned }
  ];
  isBusy = false;
  errorText: string | undefined;

  /** Until when it is pinned; what ends at midnight is pinned through the day before. */
  get untilText(): string | undefined {
    const { pinnedUntil } = this.item;
    return pinnedUntil ? format(labelPinnedUntil, dateFormat.format(new Date(Date.parse(pinnedUntil) - 1))) : undefined;
  }

  handlePin(event: CustomEvent<{ value: string }>): void {
    const { value } = event.detail;
    this.change(() => pin({ recordId: this.recordId, source: this.item.source, itemId: this.item.id, until: value }));
  }

  handleUnpin(): void {
    this.change(async () => {
      await unpin({ itemId: this.item.id });
      return { ...this.item, pinned: false, pinnedUntil: null };
    });
  }

  private async change(act: () => Promise<Item>): Promise<void> {
    this.isBusy = true;
    this.errorText = undefined;
    try {
      const detail = await act();
      this.dispatchEvent(new CustomEvent<Item>('pinned', { detail, bubbles: true, composed: true }));
    } catch (error) {
      this.errorText = messageOf(error);
    } finally {
      this.isBusy = false;
    }
  }
}
