import { LightningElement, api } from 'lwc';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { messageOf } from 'c/yetiMessages';
import {
  append,
  cleared,
  emptyThread,
  filterOf,
  isFiltered,
  itemKey,
  keepChosen,
  needsPreview,
  nothingChosen,
  readChosen,
  refresh,
  withPin
} from 'c/yetiTimelineModel';
import type YetiTimelineFeed from 'c/yetiTimelineFeed';
import type {
  Chosen,
  Config,
  Counts,
  Filter,
  FilterChoice,
  Item,
  Page,
  Person,
  Scope,
  Thread
} from 'c/yetiTimelineModel';
import getConfig from '@salesforce/apex/YetiTimelineController.getConfig';
import getCounts from '@salesforce/apex/YetiTimelineController.getCounts';
import getNews from '@salesforce/apex/YetiTimelineController.getNews';
import getPage from '@salesforce/apex/YetiTimelineController.getPage';
import getPreviews from '@salesforce/apex/YetiTimelineController.getPreviews';
import visit from '@salesforce/apex/YetiTimelineController.visit';
import userId from '@salesforce/user/Id';
import labelEnd from '@salesforce/label/c.Yeti_End';
import labelLoadOlder from '@salesforce/label/c.Yeti_Load_Older';
import labelTimeline from '@salesforce/label/c.Yeti_Timeline';
import { concerns, hearArrivals } from './arrivals';
import { arrivedText } from './arrivedText';
import { choicesOf } from './choices';
import { Live } from './live';
import { panelOf, type Panel, type State } from './panels';

const MAX_PAGE_SIZE = 200;
/** In view for so long, what is new counts as seen. */
const SEEN_AFTER = 3_000;

/** Every contact with a customer, on every channel, in one thread. */
export default class YetiTimeline extends LightningElement {
  /** Items a page loads. */
  @api pageSize = 25;
  /** What a case page shows first. */
  @api defaultScope: Scope = 'case';
  /** Whether what arrives is heard of at once, by platform events, besides being asked for every 30 seconds. */
  @api liveUpdates = false;
  @api objectApiName: string | undefined;

  /** The case, contact or account the page stands on. */
  @api get recordId(): string | undefined {
    return this._recordId;
  }
  set recordId(recordId: string | undefined) {
    const changed = recordId !== this._recordId;
    this._recordId = recordId;
    if (changed && this.isConnectedNow) this.begin();
  }

  readonly label = { end: labelEnd, loadOlder: labelLoadOlder, timeline: labelTimeline };
  state: State = 'loading';
  errorText = '';
  /** Why what is shown could not be brought up to date. */
  problem = '';
  /** Spoken by screen readers when it changes. */
  announcement = '';
  thread: Thread = emptyThread;
  config: Config | undefined;
  counts: Counts | undefined;
  previews: Readonly<Record<string, string | null>> = {};
  chosen: Chosen = nothingChosen;
  /** Keys of items that arrived and are not shown yet, so that nothing moves under who reads. */
  offered: ReadonlySet<string> = new Set();
  accountContacts: readonly Person[] = [];
  isBusy = false;
  now = new Date();

  private _recordId: string | undefined;
  private isConnectedNow = false;
  /** Counts loads: an answer to anything but the latest is out of date. */
  private latest = 0;
  private newsSince: string | undefined;
  private readonly live = new Live(
    () => this.askNews(),
    () => this.isInView
  );
  private stopHearing: Promise<() => void> | undefined;
  private refreshHandler: string | undefined;
  private seenTimer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    this.isConnectedNow = true;
    this.refreshHandler = registerRefreshHandler(this, () => this.handleRefresh());
    this.live.start();
    if (this.liveUpdates) {
      this.stopHearing = hearArrivals((arrival) => {
        if (concerns(arrival, this.recordId, this.thread)) this.live.now();
      });
    }
    this.begin();
  }

  override disconnectedCallback(): void {
    this.isConnectedNow = false;
    this.latest++;
    this.live.stop();
    clearTimeout(this.seenTimer);
    if (this.refreshHandler !== undefined) unregisterRefreshHandler(this.refreshHandler);
    this.stopHearing?.then((stop) => stop()).catch(() => undefined);
  }

  get scope(): Scope | undefined {
    return this.objectApiName === 'Case' ? (this.chosen.scope ?? this.defaultScope) : undefined;
  }

  get showCases(): boolean {
    return this.scope !== 'case';
  }

  get isReady(): boolean {
    return this.state === 'ready' && this.thread.items.length > 0;
  }

  get hasPins(): boolean {
    return this.state === 'ready' && this.config !== undefined && this.thread.pinned.length > 0;
  }

  get hasOlder(): boolean {
    return this.thread.cursor !== undefined;
  }

  get loadedThread(): Thread | undefined {
    return this.state === 'ready' ? this.thread : undefined;
  }

  get channelChoices(): readonly FilterChoice[] {
    return choicesOf(this.config?.channels, this.counts, 'channels', this.chosen.channels);
  }

  get directionChoices(): readonly FilterChoice[] {
    return choicesOf(this.config?.directions, this.counts, 'directions', this.chosen.directions);
  }

  get statusChoices(): readonly FilterChoice[] {
    return choicesOf(this.config?.statuses, this.counts, 'statuses', this.chosen.statuses);
  }

  /** Several contacts are a choice on an account only. */
  get contactChoices(): readonly FilterChoice[] {
    return this.accountContacts.map(({ Id, Name }) => ({ value: Id, label: Name ?? Id, count: undefined }));
  }

  get panel(): Panel {
    return panelOf(this.state, this.errorText, isFiltered(this.chosen));
  }

  /** "3 new items", where some wait to be shown. */
  get offerText(): string | undefined {
    return this.offered.size > 0 ? arrivedText(this.offered.size) : undefined;
  }

  handleScope(event: CustomEvent<Scope>): void {
    this.choose({ ...this.chosen, scope: event.detail });
  }

  handleChoose(event: CustomEvent<Partial<Chosen>>): void {
    this.choose({ ...this.chosen, ...event.detail });
  }

  handleNoise(event: CustomEvent<boolean>): void {
    this.choose({ ...this.chosen, includeNoise: event.detail });
  }

  handleClear(): void {
    this.choose(cleared(this.chosen));
  }

  handlePanelAction(): void {
    if (this.state === 'ready') this.handleClear();
    else this.load();
  }

  /** What is not here yet is asked for anew: its answer would count for nothing once something else is asked. */
  handleRefresh(): Promise<void> {
    return this.state === 'ready' ? this.reload() : this.load();
  }

  handleOffer(): void {
    this.reload();
    this.template?.querySelector<HTMLElement>('[data-top]')?.scrollIntoView({ block: 'nearest' });
  }

  handleOlder(): void {
    if (this.hasOlder && !this.isBusy) this.loadOlder();
  }

  handlePinned(event: CustomEvent<Item>): void {
    this.thread = withPin(this.thread, event.detail);
  }

  handleLeave(event: CustomEvent<'before' | 'after'>): void {
    const selector = event.detail === 'before' ? 'c-yeti-timeline-header' : '[data-after]';
    this.template?.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Another record begins as the user left it in this browser tab. */
  private begin(): void {
    this.accountContacts = [];
    this.chosen = readChosen(userId, this.recordId ?? '');
    this.load();
  }

  private choose(chosen: Chosen): void {
    this.chosen = chosen;
    keepChosen(userId, this.recordId ?? '', chosen);
    this.load();
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
    this.readAt(page);
    this.show(append(emptyThread, page), page.accessible);
    clearTimeout(this.seenTimer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- seen is what stays in view; leaving the page clears it
    this.seenTimer = setTimeout(() => this.storeVisit(), SEEN_AFTER);
  }

  private async loadOlder(): Promise<void> {
    const page = await this.ask(() => this.pageAt(this.thread.cursor, this.pageSize));
    if (page === undefined) return;
    const [first] = page.items;
    this.show(append(this.thread, page), page.accessible);
    // The rows are drawn in the next microtask.
    await Promise.resolve();
    if (first) this.feed?.focusItem(itemKey(first));
  }

  /** Reads again what is loaded, and what came on top of it. Rows that stay are not drawn again, so nothing jumps. */
  private async reload(): Promise<void> {
    const before = this.thread;
    const oldest = before.items.at(-1)?.occurredAt ?? '';
    const size = Math.min(MAX_PAGE_SIZE, Math.max(this.pageSize, before.items.length));
    const pages = await this.ask(() => this.pagesDownTo(oldest, size));
    if (pages?.[0] === undefined) return;
    this.readAt(pages[0]);
    this.show(
      refresh(before, pages),
      pages.every(({ accessible }) => accessible)
    );
    const arrived = this.thread.fresh.size;
    this.announcement = arrivedText(arrived);
    if (arrived > 0) this.storeVisit();
  }

  /** The pages from the top, or from a place, down to a moment. */
  private async pagesDownTo(moment: string, size: number, cursor?: string): Promise<readonly Page[]> {
    const page = await this.pageAt(cursor, size);
    const last = page.items.at(-1)?.occurredAt ?? '';
    return page.cursor && last > moment ? [page, ...(await this.pagesDownTo(moment, size, page.cursor))] : [page];
  }

  /** Asks what was saved since. At the top it is shown; whoever reads further down is offered it. */
  private async askNews(): Promise<void> {
    if (this.state !== 'ready' || this.isBusy || this.newsSince === undefined) return;
    const number = this.latest;
    const question = { recordId: this.recordId ?? '', filter: this.filter(this.pageSize), since: this.newsSince };
    const news = await getNews(question).catch(() => undefined);
    if (!news || number !== this.latest) return;
    this.newsSince = news.asOf;
    const known = new Set(this.thread.items.map(itemKey));
    const arrived = news.keys.filter((key) => !known.has(key) && !this.offered.has(key));
    if (arrived.length === 0) return;
    if (this.isReading) this.offer(arrived);
    else await this.reload();
  }

  private offer(arrived: readonly string[]): void {
    this.offered = new Set([...this.offered, ...arrived]);
    this.announcement = arrivedText(this.offered.size);
  }

  /** The answer of the org; undefined where it failed, which is shown, or where something newer was asked meanwhile. */
  private async ask<Answer>(question: () => Promise<Answer>): Promise<Answer | undefined> {
    const number = ++this.latest;
    this.isBusy = true;
    this.problem = '';
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

  /** What is shown stays. */
  private fail(error: unknown): void {
    if (this.state === 'ready') {
      this.problem = messageOf(error);
      return;
    }
    this.state = 'error';
    this.errorText = messageOf(error);
  }

  private readAt(page: Page): void {
    this.now = new Date();
    this.newsSince = page.asOf ?? undefined;
    this.offered = new Set();
    if (this.objectApiName === 'Account' && this.chosen.contactId === undefined) {
      this.accountContacts = page.contacts ?? [];
    }
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
    const missing = this.thread.items.filter((item) => !(itemKey(item) in this.previews));
    const idsBySource = needsPreview(missing);
    if (Object.keys(idsBySource).length === 0) return;
    const number = this.latest;
    const previews = await getPreviews({ idsBySource }).catch(() => ({}));
    if (number === this.latest) this.previews = { ...this.previews, ...previews };
  }

  /** What is in view counts as seen. A visit that can't be stored costs the user nothing but a badge. */
  private storeVisit(): void {
    if (document.hidden || !this.isInView || this.state !== 'ready') return;
    visit({ recordId: this.recordId ?? '' }).catch(() => undefined);
  }

  private pageAt(cursor: string | undefined, pageSize: number): Promise<Page> {
    return getPage({ recordId: this.recordId ?? '', filter: this.filter(pageSize), ...(cursor && { cursor }) });
  }

  private filter(pageSize: number): Filter {
    return filterOf(this.chosen, this.scope ?? 'customer', pageSize);
  }

  private get feed(): (HTMLElement & Pick<YetiTimelineFeed, 'focusItem'>) | null | undefined {
    return this.template?.querySelector<HTMLElement & Pick<YetiTimelineFeed, 'focusItem'>>('c-yeti-timeline-feed');
  }

  /** A tab of the console that is not in front keeps its components, without a place on the screen. */
  private get isInView(): boolean {
    return (this.template?.querySelector('section')?.getClientRects().length ?? 0) > 0;
  }

  /** Whether somebody would lose the line if rows came in above: the top is out of sight, or the focus is in the feed. */
  private get isReading(): boolean {
    const top = this.template?.querySelector('[data-top]')?.getBoundingClientRect().top ?? 0;
    return top < 0 || (this.feed !== null && this.template?.activeElement === this.feed);
  }
}
