import { LightningElement, api } from 'lwc';
import { groupByDay, rowsOf, type Config, type Day, type Item, type Row, type Thread } from 'c/yetiTimelineModel';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelSeenBefore from '@salesforce/label/c.Yeti_Seen_Before';
import labelTimeline from '@salesforce/label/c.Yeti_Timeline';
import labelToday from '@salesforce/label/c.Yeti_Today';
import labelYesterday from '@salesforce/label/c.Yeti_Yesterday';

const dayFormat = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', dateStyle: 'full' });
const relativeDays = [labelToday, labelYesterday];

interface ShownRow extends Row {
  readonly isGroup: boolean;
  readonly preview: string | undefined;
  readonly position: number;
  readonly fresh: boolean;
  /** Whether what follows was there when the user was here last. */
  readonly beginsSeen: boolean;
}

/**
 * The items by day, as a feed: Page Down and Page Up go from row to row, Control with Home or End out of the feed.
 * Fires `older` beyond the last row, and `leave` with `before` or `after`.
 */
export default class YetiTimelineFeed extends LightningElement {
  @api thread!: Thread;
  @api config!: Config;
  /** The case, contact or account the page stands on. */
  @api recordId = '';
  @api previews: Readonly<Record<string, string | null>> = {};
  @api busy = false;
  @api showCases = false;
  /** The moment from which ages, today and yesterday are told. */
  @api now = new Date();

  readonly label = { seenBefore: labelSeenBefore, timeline: labelTimeline };

  get isBusy(): string {
    return String(this.busy);
  }

  get setSize(): number {
    return this.thread.cursor === undefined ? this.rows.length : -1;
  }

  get days(): readonly { key: string; relative: string | undefined; date: string; rows: readonly ShownRow[] }[] {
    let position = 0;
    let anythingNew = false;
    return groupByDay(this.rows, timeZone, this.now).map((day) => ({
      key: day.key,
      relative: relativeName(day),
      date: dayFormat.format(new Date(`${day.key}T12:00:00Z`)),
      rows: day.items.map((row) => {
        const isNew = this.isNewToUser(row.newest);
        const beginsSeen = anythingNew && !isNew;
        anythingNew = isNew;
        return {
          ...row,
          isGroup: row.kind !== 'item',
          preview: this.previews[row.newest.id] ?? undefined,
          position: ++position,
          fresh: isNew || row.items.some(({ id }) => this.thread.fresh.has(id)),
          beginsSeen
        };
      })
    }));
  }

  /** Puts the focus on the row of an item, or does nothing where the item is not loaded. */
  @api focusItem(itemId: string): void {
    const index = this.rows.findIndex(({ items }) => items.some(({ id }) => id === itemId));
    this.elements[index]?.focus();
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
    const { elements } = this;
    const next = elements.findIndex((element) => element === event.target) + step;
    event.preventDefault();
    if (next === elements.length) this.dispatchEvent(new CustomEvent('older'));
    else elements[next]?.focus();
  }

  private isNewToUser({ occurredAt }: Item): boolean {
    const { seenAt } = this.thread;
    return seenAt !== undefined && Date.parse(occurredAt) > Date.parse(seenAt);
  }

  private get rows(): Row[] {
    return rowsOf(this.thread.items);
  }

  private get elements(): HTMLElement[] {
    return Array.from(this.template?.querySelectorAll<HTMLElement>('[data-row]') ?? []);
  }
}

function relativeName(day: Day<Row>): string | undefined {
  return day.daysAgo === undefined ? undefined : relativeDays[day.daysAgo];
}
