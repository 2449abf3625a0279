import { wire } from 'lwc';
import { RefreshEvent } from 'lightning/refresh';
import { format, messageOf } from 'c/yetiMessages';
import YetiRecordPart from 'c/yetiRecordPart';
import { nameOf, type Check, type Now } from 'c/yetiNowModel';
import type YetiLog from 'c/yetiLog';
import type { Config } from 'c/yetiTimelineModel';
import getConfig from '@salesforce/apex/YetiTimelineController.getConfig';
import getNow from '@salesforce/apex/YetiNowController.getNow';
import retry from '@salesforce/apex/YetiReplyController.retry';
import labelCall from '@salesforce/label/c.Yeti_Log_Call';
import labelErrorTitle from '@salesforce/label/c.Yeti_Error_Title';
import labelFailed from '@salesforce/label/c.Yeti_Delivery_Failed';
import labelLog from '@salesforce/label/c.Yeti_Log';
import labelLogged from '@salesforce/label/c.Yeti_Log_Saved';
import labelNoAccessTitle from '@salesforce/label/c.Yeti_No_Access_Title';
import labelNote from '@salesforce/label/c.Yeti_Log_Note';
import labelNow from '@salesforce/label/c.Yeti_Now';
import labelQueued from '@salesforce/label/c.Yeti_Delivery_Queued';
import labelRetry from '@salesforce/label/c.Yeti_Retry';
import labelTryAgain from '@salesforce/label/c.Yeti_Try_Again';
import labelVisit from '@salesforce/label/c.Yeti_Log_Visit';

interface Wired<Data> {
  readonly data?: Data;
  readonly error?: unknown;
}

const MINUTE = 60_000;
/** A delivery comes after the commit, mostly at once: what became of it is asked after these, then every minute. */
const DELIVERY_WAITS = [1_500, 5_000, 15_000];
/** A refresh that still runs takes no other. */
const REFRESH_WAIT = 1_500;

/** The last message in full, whose turn it is, what was tried and what is due, and the place to answer. */
export default class YetiNow extends YetiRecordPart<Now> {
  @wire(getConfig, {})
  wiredConfig: Wired<Config> | undefined;

  readonly label = { log: labelLog, now: labelNow, retry: labelRetry, tryAgain: labelTryAgain };
  readonly kinds = [
    { value: 'Phone', label: labelCall },
    { value: 'Store', label: labelVisit },
    { value: 'Note', label: labelNote }
  ];
  now: Now | undefined;
  moment = new Date();
  /** What is being written down; none while the form is closed. */
  logKind: YetiLog['kind'] | undefined;
  logDirection: YetiLog['direction'] = 'Inbound';
  announcement = '';

  private timesAsked = 0;
  /** Whether the thread may show a message as it was before it was delivered. */
  private isThreadBehind = false;
  private clock: ReturnType<typeof setInterval> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- "11 min" becomes "12 min"; leaving the page ends it
    this.clock = setInterval(() => (this.moment = new Date()), MINUTE / 2);
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.clock);
    clearTimeout(this.timer);
  }

  get config(): Config | undefined {
    return this.wiredConfig?.data;
  }

  get isReady(): boolean {
    return this.now?.accessible === true;
  }

  /** Set as soon as an agent can begin; a page without access has nothing more to wait for. */
  get ready(): string | undefined {
    return this.now === undefined && this.errorText === '' ? undefined : 'true';
  }

  get isLoading(): boolean {
    return this.ready === undefined;
  }

  get nothingText(): string {
    return this.errorText === '' ? labelNoAccessTitle : `${labelErrorTitle}: ${this.errorText}`;
  }

  get hasFailed(): boolean {
    return this.errorText !== '';
  }

  get check(): Check | undefined {
    return this.now?.check ?? undefined;
  }

  get delivery(): string | undefined {
    const delivery = this.now?.delivery;
    if (!delivery) return undefined;
    const channel = nameOf(this.config?.channels, delivery.channel);
    return format(delivery.status === 'Failed' ? labelFailed : labelQueued, channel, delivery.detail ?? '');
  }

  get isDeliveryFailed(): boolean {
    return this.now?.delivery?.status === 'Failed';
  }

  get canLog(): boolean {
    return this.objectApiName !== 'Account';
  }

  handleLog(event: CustomEvent<{ value: YetiLog['kind'] }>): void {
    this.openLog(event.detail.value, 'Inbound');
  }

  handleCallback(): void {
    this.openLog('Phone', 'Outbound');
  }

  handleLogClose(): void {
    this.logKind = undefined;
    this.template?.querySelector<HTMLElement>('[data-log]')?.focus();
  }

  handleLogged(): void {
    this.announcement = labelLogged;
    this.load();
  }

  handleSent(): void {
    this.expectDelivery();
    this.load();
  }

  handleReload(): void {
    this.load();
  }

  async handleTryAgain(): Promise<void> {
    try {
      await retry({ interactionId: this.now?.delivery?.id ?? '' });
      this.expectDelivery();
      this.dispatchEvent(new RefreshEvent());
      await this.load();
    } catch (error) {
      this.announcement = messageOf(error);
    }
  }

  protected override ask(recordId: string): Promise<Now> {
    return getNow({ recordId });
  }

  protected override show(answer: Now): void {
    this.now = answer;
    this.moment = new Date();
    this.followDelivery();
  }

  private expectDelivery(): void {
    this.timesAsked = 0;
    this.isThreadBehind = true;
  }

  /** Asks until the message is no longer queued. Then the page is asked once more: it may have read the message just before. */
  private followDelivery(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.now?.delivery?.status === 'Queued') {
      this.isThreadBehind = true;
      this.later(DELIVERY_WAITS[this.timesAsked++] ?? MINUTE, () => this.load());
    } else if (this.isThreadBehind) {
      this.isThreadBehind = false;
      this.later(REFRESH_WAIT, () => this.dispatchEvent(new RefreshEvent()));
    }
  }

  /** Goes on where no answer comes, too. */
  private later(wait: number, action: () => unknown): void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- asking again is what this is for; leaving the page clears it
    this.timer = setTimeout(async () => {
      this.timer = undefined;
      await action();
      if (this.timer === undefined && this.isConnected) this.followDelivery();
    }, wait);
  }

  private async openLog(kind: YetiLog['kind'], direction: YetiLog['direction']): Promise<void> {
    this.announcement = '';
    this.logKind = kind;
    this.logDirection = direction;
    // The form is drawn in the next microtask.
    await Promise.resolve();
    this.template?.querySelector<YetiLog & HTMLElement>('c-yeti-log')?.focus();
  }
}
