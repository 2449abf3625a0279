import { LightningElement } from 'lwc';
import { workspace } from '../../platform/console/desk.ts';
import { durationText, timeText } from '../../platform/console/durations.ts';
import { fieldsOf, omni, type OmniState, type PresenceStatus, type Work } from '../../platform/console/omni.ts';
import { addressOf, recordPage } from '../../platform/console/pages.ts';
import { presenceOf, statusesOf } from '../../platform/console/presence.ts';
import { text } from '../../platform/console/texts/omni.ts';

/** The agent's part in Omni-Channel: presence, capacity, what asks to be accepted, what is open. */
export default class OmniUtility extends LightningElement {
  state: OmniState = omni.state;
  problem = '';
  now = omni.now;
  readonly labels = { capacity: text('capacity'), noOpenWork: text('noOpenWork'), change: text('changePresence') };
  #stopListening: (() => void) | undefined;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #focusNext = false;
  #busy = false;

  connectedCallback(): void {
    this.#stopListening = omni.subscribe(() => this.follow());
    this.#ticking = setInterval(() => (this.now = omni.now), 1_000);
  }

  disconnectedCallback(): void {
    this.#stopListening?.();
    clearInterval(this.#ticking);
  }

  renderedCallback(): void {
    if (!this.#focusNext) return;
    this.#focusNext = false;
    const next = this.template?.querySelector<HTMLElement>('shell-omni-request') ?? this.menu;
    next?.focus();
  }

  get presence(): PresenceStatus {
    return presenceOf(this.state);
  }

  get presenceIcon(): string {
    return { Online: 'utility:success', Busy: 'utility:away', Offline: 'utility:offline' }[this.presence.kind];
  }

  get since(): string {
    const { presence } = this.state;
    return presence === null ? '' : text('since', timeText(presence.since));
  }

  get statuses() {
    return statusesOf(this.state).map(({ id, label }) => ({ id, label, checked: id === this.presence.id }));
  }

  get capacity() {
    const { used, total } = this.state.capacity;
    const share = total === 0 ? 0 : Math.min(1, used / total);
    return { text: text('capacityUsed', used, total), style: `inline-size: ${Math.round(share * 100)}%` };
  }

  get requests(): readonly Work[] {
    return this.state.work.filter(({ status }) => status === 'Assigned');
  }

  get requestsHeading(): string {
    return text('newWork', this.requests.length);
  }

  get noRequests(): string {
    const { kind } = this.presence;
    return text(kind === 'Online' ? 'noNewWork' : kind === 'Busy' ? 'noNewWorkBusy' : 'noNewWorkOffline');
  }

  get openWork() {
    return this.state.work
      .filter(({ status }) => status === 'Opened')
      .map((work) => ({
        work,
        id: work.id,
        name: work.name,
        subject: fieldsOf(work)[0]?.value,
        address: addressOf(recordPage(work.workItemId, work.objectApiName)),
        icon: work.icon ?? 'standard:work_queue',
        time: text('workedOn', durationText(this.now - Date.parse(work.assignedAt), 1)),
        closeLabel: work.closesWithTab ? text('closeItem', work.name) : undefined
      }));
  }

  get openHeading(): string {
    return text('myWork', this.openWork.length);
  }

  async handlePresence({ detail }: CustomEvent<{ readonly value: string }>): Promise<void> {
    const chosen = statusesOf(this.state).find(({ id }) => id === detail.value);
    await this.act(() => omni.choosePresence(chosen?.kind === 'Offline' ? null : detail.value));
  }

  async handleAccept({ detail: work }: CustomEvent<Work>): Promise<void> {
    if (!(await this.act(() => omni.accept(work)))) return;
    workspace.open(recordPage(work.workItemId, work.objectApiName));
    this.dispatchEvent(new CustomEvent('accepted'));
  }

  async handleDecline({ detail }: CustomEvent<{ readonly work: Work; readonly reason?: string }>): Promise<void> {
    if (await this.act(() => omni.decline(detail.work, detail.reason))) this.focusNext();
  }

  async handleClose(event: Event): Promise<void> {
    const id = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.id : undefined;
    const work = this.state.work.find((each) => each.id === id);
    if (work && (await this.act(() => omni.close(work)))) this.focusNext();
  }

  private get menu(): HTMLElement | null | undefined {
    return this.template?.querySelector('lightning-button-menu');
  }

  /** What had the keyboard is gone: it goes to what comes next. */
  private focusNext(): void {
    this.#focusNext = true;
    this.now = omni.now;
  }

  /** One thing at a time: a second click would ask for what is already done. */
  private async act(ask: () => Promise<boolean>): Promise<boolean> {
    if (this.#busy) return false;
    this.#busy = true;
    try {
      return await ask();
    } finally {
      this.#busy = false;
    }
  }

  private follow(): void {
    this.state = omni.state;
    this.problem = omni.problem;
    this.now = omni.now;
  }
}
