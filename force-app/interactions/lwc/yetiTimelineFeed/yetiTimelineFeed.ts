import { LightningElement, api } from 'lwc';
import { dayName } from 'c/yetiMoments';
import { dayKey, itemKey, rowsOf, type Config, type Item, type Row, type Thread } from 'c/yetiTimelineModel';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelSeenBefore from '@salesforce/label/c.Yeti_Seen_Before';
import labelTimeline from '@salesforce/label/c.Yeti_Timeline';

interface ShownRow extends Row {
  /** The day, on the first row of it. */
  readonly day: string | undefined;
  readonly isGroup: boolean;
  readonly preview: string | undefined;
  readonly position: number;
  readonly fresh: boolean;
  /** Whether what follows was there when the user was here last. */
  readonly beginsSeen: boolean;
}

/**
 * The items as a feed, the first of each day with its date: Page Down and Page Up go from row to row, Control with Home or End out of the feed.
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

  get shown(): readonly ShownRow[] {
    let anythingNew = false;
    const { rows } = this;
    let day = '';
    return rows.map((row, index) => {
      const moment = new Date(row.occurredAt);
      const begins = dayKey(moment, timeZone) !== day;
      day = dayKey(moment, timeZone);
      const isNew = this.isNewToUser(row.newest);
      const beginsSeen = anythingNew && !isNew;
      anythingNew = isNew;
      return {
        ...row,
        day: begins ? dayName(locale, timeZone, moment, this.now) : undefined,
        isGroup: row.kind !== 'item',
        preview: this.previews[itemKey(row.newest)] ?? undefined,
        position: index + 1,
        fresh: isNew || row.items.some((item) => this.thread.fresh.has(itemKey(item))),
        beginsSeen
      };
    });
  }

  /** Puts the focus on the row of an item, or does nothing where the item is not loaded. */
  @api focusItem(key: string): void {
    const index = this.rows.findIndex(({ items }) => items.some((item) => itemKey(item) === key));
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

  /** What is still to come was not missed. */
  private isNewToUser({ occurredAt }: Item): boolean {
    const { seenAt, asOf } = this.thread;
    const moment = Date.parse(occurredAt);
    return seenAt !== undefined && moment > Date.parse(seenAt) && !(asOf !== undefined && moment > Date.parse(asOf));
  }

  private get rows(): Row[] {
    return rowsOf(this.thread.items);
  }

  private get elements(): HTMLElement[] {
    return Array.from(this.template?.querySelectorAll<HTMLElement>('[data-row]') ?? []);
  }
}
