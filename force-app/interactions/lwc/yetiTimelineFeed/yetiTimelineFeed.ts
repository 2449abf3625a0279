import { LightningElement, api } from 'lwc';
import { groupByDay, type Config, type Day, type Item, type Thread } from 'c/yetiTimelineModel';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelTimeline from '@salesforce/label/c.Yeti_Timeline';
import labelToday from '@salesforce/label/c.Yeti_Today';
import labelYesterday from '@salesforce/label/c.Yeti_Yesterday';

const dayFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' });
const relativeDays = [labelToday, labelYesterday];

interface Row {
  readonly item: Item;
  readonly preview: string | undefined;
  readonly position: number;
  readonly fresh: boolean;
}

/**
 * The items by day, as a feed: Page Down and Page Up go from item to item, Control with Home or End out of the feed.
 * Fires `older` beyond the last item, and `leave` with `before` or `after`.
 */
export default class YetiTimelineFeed extends LightningElement {
  @api thread!: Thread;
  @api config!: Config;
  @api previews: Readonly<Record<string, string | null>> = {};
  @api busy = false;
  @api showCases = false;
  /** The moment from which today and yesterday are told. */
  @api now = new Date();

  readonly label = { timeline: labelTimeline };

  get isBusy(): string {
    return String(this.busy);
  }

  get setSize(): number {
    return this.thread.cursor === undefined ? this.thread.items.length : -1;
  }

  get days(): readonly { key: string; relative: string | undefined; date: string; rows: readonly Row[] }[] {
    let position = 0;
    return groupByDay(this.thread.items, timeZone, this.now).map((day) => ({
      key: day.key,
      relative: relativeName(day),
      date: dayFormat.format(new Date(`${day.key}T12:00:00Z`)),
      rows: day.items.map((item) => ({
        item,
        preview: this.previews[item.id] ?? undefined,
        position: ++position,
        fresh: this.thread.fresh.has(item.id)
      }))
    }));
  }

  /** Puts the focus on an item, or does nothing where there is none of that place. */
  @api focusItem(index: number): void {
    this.items[index]?.focus();
  }

  handleKey(event: KeyboardEvent): void {
    const step = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
    if (step !== 0) this.go(event, step);
    else if (event.ctrlKey && (event.key === 'Home' || event.key === 'End')) {
      event.preventDefault();
      const detail = event.key === 'Home' ? 'before' : 'after';
      this.dispatchEvent(new CustomEvent<'before' | 'after'>('leave', { detail }));
    }
  }

  private go(event: KeyboardEvent, step: 1 | -1): void {
    const { items } = this;
    const next = items.findIndex((item) => item === event.target) + step;
    event.preventDefault();
    if (next === items.length) this.dispatchEvent(new CustomEvent('older'));
    else items[next]?.focus();
  }

  private get items(): HTMLElement[] {
    return Array.from(this.template?.querySelectorAll<HTMLElement>('c-yeti-timeline-item') ?? []);
  }
}

function relativeName(day: Day): string | undefined {
  return day.daysAgo === undefined ? undefined : relativeDays[day.daysAgo];
}
