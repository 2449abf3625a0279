import { LightningElement, api } from 'lwc';
import { format, messageOf } from 'c/yetiMessages';
import { authenticationText } from 'c/yetiTimelineMarks';
import { channelIcon, itemKey, type Config, type Item, type Row } from 'c/yetiTimelineModel';
import getJourney from '@salesforce/apex/YetiTimelineController.getJourney';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelJourney from '@salesforce/label/c.Yeti_Journey';
import labelNew from '@salesforce/label/c.Yeti_New';
import labelRepeats from '@salesforce/label/c.Yeti_Repeats';
import { hopsOf, type Hop } from './hops';

const timeFormat = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' });
const momentFormat = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'short' });
const numbers = new Intl.NumberFormat(locale);

/** Several items as one row that opens to them: a journey over channels, or repeats of the same. */
export default class YetiTimelineGroup extends LightningElement {
  @api row!: Row;
  @api config!: Config;
  /** The case, contact or account the page stands on. */
  @api recordId = '';
  @api previews: Readonly<Record<string, string | null>> = {};
  /** The day, where it is not that of the row above. A screen reader hears it with the moment. */
  @api day: string | undefined;
  /** Place in the feed, from 1. */
  @api position = 1;
  /** Rows in the feed, -1 while that is not known. */
  @api setSize = -1;
  @api fresh = false;
  @api showCase = false;
  /** The moment from which ages are told. */
  @api now = new Date();

  readonly label = { new: labelNew };
  isOpen = false;
  isLoading = false;
  errorText: string | undefined;
  /** The whole journey; until it is here, the loaded part of it is shown. */
  journey: readonly Item[] | undefined;

  get isJourney(): boolean {
    return this.row.kind === 'journey';
  }

  get time(): string {
    return timeFormat.format(new Date(this.row.occurredAt));
  }

  get moment(): string {
    return momentFormat.format(new Date(this.row.occurredAt));
  }

  get icon(): string {
    return this.isJourney ? 'standard:flow' : channelIcon(this.row.newest.channel, undefined);
  }

  get heading(): string {
    return this.isJourney ? `${labelJourney} ${this.way}` : this.row.newest.title;
  }

  get who(): string {
    return this.row.newest.actor?.name ?? '';
  }

  get preview(): string {
    const { newest } = this.row;
    const preview = newest.preview ?? this.previews[itemKey(newest)] ?? '';
    if (this.isJourney) return newest.title;
    return preview === newest.title ? '' : preview;
  }

  /** How many there are: "3×", or hops of a journey as far as they are loaded. */
  get count(): string {
    return format(labelRepeats, numbers.format(this.items.length));
  }

  /** The customer was verified on some hop: when it was last. */
  get verifiedText(): string | undefined {
    const verified = this.items.find(({ authentication }) => authentication === 'Verified');
    return verified && this.isJourney ? authenticationText(verified, this.now) : undefined;
  }

  get hops(): readonly Hop[] {
    return hopsOf(this.items, this.channelLabels, this.now);
  }

  get name(): string {
    const fresh = this.fresh ? labelNew : '';
    return [this.moment, this.heading, this.count, this.verifiedText, fresh].filter(Boolean).join(', ');
  }

  get chevron(): string {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  /** Puts the focus on the article, as the keys of a feed do. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('article')?.focus();
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
    if (this.isOpen && this.isJourney) this.loadJourney();
  }

  handleKey(event: KeyboardEvent): void {
    const isOnArticle = event.target === event.currentTarget;
    if (isOnArticle && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      this.handleToggle();
    }
  }

  /** A journey may be longer than what is loaded of it, and only here its hops tell what they handed on. */
  private async loadJourney(): Promise<void> {
    this.isLoading = true;
    this.errorText = undefined;
    try {
      const threadKey = this.row.newest.threadKey ?? '';
      const journey = await getJourney({ recordId: this.recordId, threadKey });
      if (journey.length > 0) this.journey = journey;
    } catch (error) {
      this.errorText = messageOf(error);
    } finally {
      this.isLoading = false;
    }
  }

  /** Newest first. */
  private get items(): readonly Item[] {
    return this.journey ?? this.row.items;
  }

  /** The channels in the order in which the customer took them. */
  private get way(): string {
    const labels = this.channelLabels;
    const channels = this.items.map(({ channel }) => labels[channel ?? ''] ?? channel ?? '').reverse();
    return channels.filter((channel, index) => channel !== channels[index - 1]).join(' → ');
  }

  private get channelLabels(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.config.channels.map(({ value, label }) => [value, label]));
  }
}
