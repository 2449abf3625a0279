import { LightningElement, api } from 'lwc';
import { format } from 'c/yetiMessages';
import { dayName } from 'c/yetiMoments';
import { itemKey, type Config, type Item } from 'c/yetiTimelineModel';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelAll from '@salesforce/label/c.Yeti_Pins_All';
import labelPinned from '@salesforce/label/c.Yeti_Pins';

const FIRST = 2;
const numbers = new Intl.NumberFormat(locale);

/** What stays on top of a timeline: the newest pins, and the others when asked for. */
export default class YetiTimelinePins extends LightningElement {
  @api items: readonly Item[] = [];
  @api config!: Config;
  @api recordId = '';
  @api showCases = false;
  @api now = new Date();

  readonly label = { pinned: labelPinned };
  showsAll = false;

  get shown(): readonly { key: string; item: Item; day: string }[] {
    const items = this.showsAll ? this.items : this.items.slice(0, FIRST);
    return items.map((item) => ({
      key: itemKey(item),
      item,
      day: dayName(locale, timeZone, new Date(item.occurredAt), this.now)
    }));
  }

  get allLabel(): string | undefined {
    return this.shown.length < this.items.length ? format(labelAll, numbers.format(this.items.length)) : undefined;
  }

  handleAll(): void {
    this.showsAll = true;
  }
}
