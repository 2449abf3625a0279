import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { format } from 'c/yetiMessages';
import { marksOf, type Mark } from 'c/yetiTimelineMarks';
import { explanationOf, type Explanation } from 'c/yetiTimelineExplanations';
import { channelIcon, directionIcon, type Config, type Item } from 'c/yetiTimelineModel';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelCase from '@salesforce/label/c.Yeti_Case_Link';
import labelCustomer from '@salesforce/label/c.Yeti_Customer';
import labelEnded from '@salesforce/label/c.Yeti_Ended_At';
import labelHandle from '@salesforce/label/c.Yeti_Handle';
import labelNew from '@salesforce/label/c.Yeti_New';
import labelOpenRecord from '@salesforce/label/c.Yeti_Open_Record';

const timeFormat = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' });
const ORDER = 'Order';
const momentFormat = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'full', timeStyle: 'short' });

/** One item as a row that opens. An article of the feed that it stands in. */
export default class YetiTimelineItem extends NavigationMixin(LightningElement) {
  @api item!: Item;
  @api config!: Config;
  /** The case, contact or account the page stands on. */
  @api recordId = '';
  /** The preview, where the item has none of its own. */
  @api preview: string | undefined;
  /** The day, where it is not that of the row above. A screen reader hears it with the moment. */
  @api day: string | undefined;
  /** Place in the feed, from 1. */
  @api position = 1;
  /** Items in the feed, -1 while that is not known. */
  @api setSize = -1;
  @api fresh = false;
  /** Whether the case is worth naming: not on the page of that very case. */
  @api showCase = false;
  /** The moment from which ages are told. */
  @api now = new Date();

  readonly label = { new: labelNew, openRecord: labelOpenRecord };
  isOpen = false;

  get time(): string {
    return timeFormat.format(new Date(this.item.occurredAt));
  }

  get moment(): string {
    return momentFormat.format(new Date(this.item.occurredAt));
  }

  get channel(): string {
    const channel = this.config.channels.find(({ value }) => value === this.item.channel);
    return channel?.label ?? this.item.channel ?? this.sourceLabel;
  }

  get direction(): string {
    const direction = this.config.directions.find(({ value }) => value === this.item.direction);
    return direction?.label ?? this.item.direction ?? '';
  }

  get channelIcon(): string {
    return channelIcon(this.item.channel, this.source?.icon);
  }

  get directionIcon(): string | undefined {
    return directionIcon(this.item.direction);
  }

  get who(): string {
    const { actor } = this.item;
    return actor?.name ?? (actor?.kind === 'customer' ? labelCustomer : '');
  }

  get previewText(): string {
    const preview = this.item.preview ?? this.preview ?? '';
    return preview === this.item.title ? '' : preview;
  }

  get marks(): readonly Mark[] {
    return marksOf(this.item, this.now);
  }

  get endedText(): string | undefined {
    const { endedAt } = this.item;
    return endedAt ? format(labelEnded, timeFormat.format(new Date(endedAt))) : undefined;
  }

  get handleText(): string | undefined {
    return this.item.handle ? format(labelHandle, this.item.handle) : undefined;
  }

  get isOrder(): boolean {
    return this.source?.objectName === ORDER;
  }

  /** What stands in the place of the text of an object that explains itself. */
  get explanation(): Explanation | undefined {
    return explanationOf(this.source?.objectName);
  }

  get hasIdentity(): boolean {
    return Boolean(this.item.identity);
  }

  get caseLabel(): string | undefined {
    return this.showCase && this.item.caseNumber ? format(labelCase, this.item.caseNumber) : undefined;
  }

  /** What a screen reader says of the article: the day is read here, because the headings of days only separate. */
  get name(): string {
    const marks = this.marks.map(({ text }) => text);
    const fresh = this.fresh ? labelNew : '';
    return [this.moment, this.channel, this.direction, this.who, this.item.title, ...marks, fresh]
      .filter(Boolean)
      .join(', ');
  }

  get chevron(): string {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get rowClass(): string {
    return this.isOpen ? 'row row-open' : 'row';
  }

  /** Puts the focus on the article, as the keys of a feed do. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('article')?.focus();
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
  }

  handleKey(event: KeyboardEvent): void {
    const isOnArticle = event.target === event.currentTarget;
    if (isOnArticle && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      this.handleToggle();
    }
  }

  handleOpenRecord(): void {
    this.open(this.item.id);
  }

  handleOpenCase(): void {
    if (this.item.caseId) this.open(this.item.caseId);
  }

  private open(recordId: string): void {
    this[NavigationMixin.Navigate]({ type: 'standard__recordPage', attributes: { recordId, actionName: 'view' } });
  }

  private get source(): Config['sources'][number] | undefined {
    return this.config.sources.find(({ name }) => name === this.item.source);
  }

  private get sourceLabel(): string {
    return this.source?.label ?? this.item.source;
  }
}
