import { LightningElement, api } from 'lwc';
import { format, messageOf, plural } from 'c/yetiMessages';
import { append, emptyThread, needsPreview, refresh } from 'c/yetiTimelineModel';
import type YetiTimelineFeed from 'c/yetiTimelineFeed';
import type { Choice, Config, Counts, Filter, FilterChoice, Page, Scope, Thread } from 'c/yetiTimelineModel';
import getConfig from '@salesforce/apex/YetiTimelineController.getConfig';
import getCounts from '@salesforce/apex/YetiTimelineController.getCounts';
import getPage from '@salesforce/apex/YetiTimelineController.getPage';
import getPreviews from '@salesforce/apex/YetiTimelineController.getPreviews';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import labelArrivedFew from '@salesforce/label/c.Yeti_Arrived_Few';
import labelArrivedMany from '@salesforce/label/c.Yeti_Arrived_Many';
import labelArrivedNone from '@salesforce/label/c.Yeti_Arrived_None';
import labelArrivedOne from '@salesforce/label/c.Yeti_Arrived_One';
import labelArrivedOther from '@salesforce/label/c.Yeti_Arrived_Other';
import labelCapped from '@salesforce/label/c.Yeti_Count_Capped';
import labelClear from '@salesforce/label/c.Yeti_Clear_Filters';
import labelEmptyFilteredText from '@salesforce/label/c.Yeti_Empty_Filtered_Text';
import labelEmptyFilteredTitle from '@salesforce/label/c.Yeti_Empty_Filtered_Title';
import labelEmptyText from '@salesforce/label/c.Yeti_Empty_Text';
import labelEmptyTitle from '@salesforce/label/c.Yeti_Empty_Title';
import labelEnd from '@salesforce/label/c.Yeti_End';
import labelErrorTitle from '@salesforce/label/c.Yeti_Error_Title';
import labelLoadOlder from '@salesforce/label/c.Yeti_Load_Older';
import labelNoAccessText from '@salesforce/label/c.Yeti_No_Access_Text';
import labelNoAccessTitle from '@salesforce/label/c.Yeti_No_Access_Title';
import labelRetry from '@salesforce/label/c.Yeti_Retry';
import labelTimeline from '@salesforce/label/c.Yeti_Timeline';

const arrivedForms = { one: labelArrivedOne, few: labelArrivedFew, many: labelArrivedMany, other: labelArrivedOther };
const numbers = new Intl.NumberFormat(locale);
const MAX_PAGE_SIZE = 200;

type State = 'loading' | 'ready' | 'error' | 'noAccess';

/** Every contact with a customer, on every channel, in one thread. */
export default class YetiTimeline extends LightningElement {
  /** Items a page loads. */
  @api pageSize = 25;
  /** What a case page shows first. */
  @api defaultScope: Scope = 'case';
  @api objectApiName: string | undefined;

  /** The case, contact or account the page stands on. */
  @api get recordId(): string | undefined {
    return this._recordId;
  }
  set recordId(recordId: string | undefined) {
    const changed = recordId !== this._recordId;
    this._recordId = recordId;
    if (changed && this.isConnectedNow) this.load();
  }

  readonly label = { end: labelEnd, loadOlder: labelLoadOlder, timeline: labelTimeline };
  state: State = 'loading';
  errorText = '';
  /** Spoken by screen readers when it changes. */
  announcement = '';
  thread: Thread = emptyThread;
  config: Config | undefined;
  counts: Counts | undefined;
  previews: Readonly<Record<string, string | null>> = {};
  channels: readonly string[] = [];
  directions: readonly string[] = [];
  chosenScope: Scope | undefined;
  isBusy = false;
  now = new Date();

  private _recordId: string | undefined;
  private isConnectedNow = false;
  /** Counts loads: an answer to anything but the latest is out of date. */
  private latest = 0;

  override connectedCallback(): void {
    this.isConnectedNow = true;
    this.load();
  }

  override disconnectedCallback(): void {
    this.isConnectedNow = false;
    this.latest++;
  }

  get scope(): Scope | undefined {
    return this.objectApiName === 'Case' ? (this.chosenScope ?? this.defaultScope) : undefined;
  }

  get showCases(): boolean {
    return this.scope !== 'case';
  }

  get isReady(): boolean {
    return this.state === 'ready' && this.thread.items.length > 0;
  }

  get isFiltered(): boolean {
    return this.channels.length > 0 || this.directions.length > 0;
  }

  get hasOlder(): boolean {
    return this.thread.cursor !== undefined;
  }

  get loadedThread(): Thread | undefined {
    return this.state === 'ready' ? this.thread : undefined;
  }

  get channelChoices(): readonly FilterChoice[] {
    return this.choices(this.config?.channels, this.counts?.channels, this.channels);
  }

  get directionChoices(): readonly FilterChoice[] {
    return this.choices(this.config?.directions, this.counts?.directions, this.directions);
  }

  get panel(): { kind: State | 'empty'; heading: string; text: string; action: string | undefined } {
    switch (this.state) {
      case 'loading':
        return { kind: 'loading', heading: '', text: '', action: undefined };
      case 'error':
        return { kind: 'error', heading: labelErrorTitle, text: this.errorText, action: labelRetry };
      case 'noAccess':
        return { kind: 'noAccess', heading: labelNoAccessTitle, text: labelNoAccessText, action: undefined };
      default:
        return this.isFiltered
          ? { kind: 'empty', heading: labelEmptyFilteredTitle, text: labelEmptyFilteredText, action: labelClear }
          : { kind: 'empty', heading: labelEmptyTitle, text: labelEmptyText, action: undefined };
    }
  }

  handleScope(event: CustomEvent<Scope>): void {
    this.chosenScope = event.detail;
    this.load();
  }

  handleChannels(event: CustomEvent<readonly string[]>): void {
    this.channels = event.detail;
    this.load();
  }

  handleDirections(event: CustomEvent<readonly string[]>): void {
    this.directions = event.detail;
    this.load();
  }

  handleClear(): void {
    this.channels = [];
    this.directions = [];
    this.load();
  }

  handlePanelAction(): void {
    if (this.state === 'ready') this.handleClear();
    else this.load();
  }

  handleRefresh(): void {
    if (this.state === 'ready') this.reload();
    else this.load();
  }

  handleOlder(): void {
    if (this.hasOlder && !this.isBusy) this.loadOlder();
  }

  handleLeave(event: CustomEvent<'before' | 'after'>): void {
    const selector = event.detail === 'before' ? 'c-yeti-timeline-header' : '[data-after]';
    this.template?.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Reads the timeline from its top and forgets what was loaded. */
  private async load(): Promise<void> {
    this.state = 'loading';
    this.thread = emptyThread;
    this.previews = {};
    this.counts = undefined;
    const answer = await this.ask(() =>
      Promise.all([this.config ?? getConfig({}), this.pageAt(undefined, this.pageSize)])
    );
    if (answer === undefined) return;
    const [config, page] = answer;
    this.config = config;
    this.now = new Date();
    this.show(append(emptyThread, page), page.accessible);
  }

  private async loadOlder(): Promise<void> {
    const loaded = this.thread.items.length;
    const page = await this.ask(() => this.pageAt(this.thread.cursor, this.pageSize));
    if (page === undefined) return;
    this.show(append(this.thread, page), page.accessible);
    // The rows are drawn in the next microtask.
    await Promise.resolve();
    this.template
      ?.querySelector<HTMLElement & Pick<YetiTimelineFeed, 'focusItem'>>('c-yeti-timeline-feed')
      ?.focusItem(loaded);
  }

  /** Reads again what is loaded, and what came on top of it. Rows that stay are not drawn again, so nothing jumps. */
  private async reload(): Promise<void> {
    const before = this.thread;
    const oldest = before.items.at(-1)?.occurredAt ?? '';
    const size = Math.min(MAX_PAGE_SIZE, Math.max(this.pageSize, before.items.length));
    const pages = await this.ask(() => this.pagesDownTo(oldest, size));
    if (pages === undefined) return;
    this.now = new Date();
    this.show(
      refresh(before, pages),
      pages.every(({ accessible }) => accessible)
    );
    const arrived = this.thread.fresh.size;
    this.announcement =
      arrived === 0 ? labelArrivedNone : format(plural(language, arrived, arrivedForms), numbers.format(arrived));
  }

  /** The pages from the top, or from a place, down to a moment. */
  private async pagesDownTo(moment: string, size: number, cursor?: string): Promise<readonly Page[]> {
    const page = await this.pageAt(cursor, size);
    const last = page.items.at(-1)?.occurredAt ?? '';
    return page.cursor && last > moment ? [page, ...(await this.pagesDownTo(moment, size, page.cursor))] : [page];
  }

  /** The answer of the org; undefined where it failed, which is shown, or where something newer was asked meanwhile. */
  private async ask<Answer>(question: () => Promise<Answer>): Promise<Answer | undefined> {
    const number = ++this.latest;
    this.isBusy = true;
    this.announcement = '';
    try {
      const answer = await question();
      return number === this.latest ? answer : undefined;
    } catch (error) {
      if (number === this.latest) this.fail(error);
      return undefined;
    } finally {
      if (number === this.latest) this.isBusy = false;
    }
  }

  private fail(error: unknown): void {
    this.state = 'error';
    this.errorText = messageOf(error);
  }

  private show(thread: Thread, accessible: boolean): void {
    this.thread = thread;
    this.state = accessible ? 'ready' : 'noAccess';
    if (!accessible) return;
    this.count();
    this.loadPreviews();
  }

  /** Totals are a second question, so that they never delay the items. Without them the line says less, nothing more. */
  private async count(): Promise<void> {
    const number = this.latest;
    const counts = await getCounts({ recordId: this.recordId ?? '', filter: this.filter(this.pageSize) }).catch(
      () => undefined
    );
    if (number === this.latest) this.counts = counts ?? undefined;
  }

  private async loadPreviews(): Promise<void> {
    const missing = this.thread.items.filter(({ id }) => !(id in this.previews));
    const idsBySource = needsPreview(missing);
    if (Object.keys(idsBySource).length === 0) return;
    const number = this.latest;
    const previews = await getPreviews({ idsBySource }).catch(() => ({}));
    if (number === this.latest) this.previews = { ...this.previews, ...previews };
  }

  private pageAt(cursor: string | undefined, pageSize: number): Promise<Page> {
    return getPage({ recordId: this.recordId ?? '', filter: this.filter(pageSize), ...(cursor && { cursor }) });
  }

  private filter(pageSize: number): Filter {
    return { scope: this.scope ?? 'customer', channels: this.channels, directions: this.directions, pageSize };
  }

  /** Once counted, only what there is can be chosen; a choice already made stays. */
  private choices(
    all: readonly Choice[] | undefined,
    counts: Readonly<Record<string, number>> | undefined,
    chosen: readonly string[]
  ): readonly FilterChoice[] {
    const choices = all ?? [];
    if (counts === undefined) return choices.map((choice) => ({ ...choice, count: undefined }));
    return choices
      .filter(({ value }) => value in counts || chosen.includes(value))
      .map((choice) => ({ ...choice, count: this.countText(counts[choice.value] ?? 0) }));
  }

  private countText(count: number): string {
    const text = numbers.format(count);
    return this.counts?.capped === true && count > 0 ? format(labelCapped, text) : text;
  }
}
