import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { RefreshEvent } from 'lightning/refresh';
import { keepDraft, readDraft } from 'c/yetiDrafts';
import { format, messageOf } from 'c/yetiMessages';
import { nameOf, purposes, type Check } from 'c/yetiNowModel';
import { find } from 'c/yetiSensitive';
import type { Config } from 'c/yetiTimelineModel';
import getCheck from '@salesforce/apex/YetiReplyController.getCheck';
import getChecks from '@salesforce/apex/YetiReplyController.getChecks';
import send from '@salesforce/apex/YetiReplyController.send';
import labelChannel from '@salesforce/label/c.Yeti_Reply_Channel';
import labelChoice from '@salesforce/label/c.Yeti_Reply_Choice';
import labelDone from '@salesforce/label/c.Yeti_Reply_Done';
import labelEmail from '@salesforce/label/c.Yeti_Reply_Email';
import labelPlaceholder from '@salesforce/label/c.Yeti_Reply_Placeholder';
import labelPurpose from '@salesforce/label/c.Yeti_Reply_Purpose';
import labelReply from '@salesforce/label/c.Yeti_Reply';
import labelSend from '@salesforce/label/c.Yeti_Reply_Send';
import labelSendAnyway from '@salesforce/label/c.Yeti_Reply_Send_Anyway';
import labelSensitive from '@salesforce/label/c.Yeti_Reply_Sensitive';
import { emailPage } from './email';

/** Answers the customer in place. What is begun stays for this user and browser tab until it is sent. */
export default class YetiReply extends NavigationMixin(LightningElement) {
  @api recordId = '';
  @api config: Config | undefined;
  /** Where a mail goes, and its heading. */
  @api email: string | undefined;
  @api subject: string | undefined;
  /** The moment from which everything is counted. */
  @api moment = new Date();

  /** What holds on the channel that the org proposes; a channel the agent chose is not changed by it. */
  @api get check(): Check | undefined {
    return this.proposed;
  }
  set check(check: Check | undefined) {
    this.proposed = check;
    if (this.chosen === undefined) this.current = check;
    else this.loadCheck(this.chosen, this.purpose);
  }

  readonly label = { channel: labelChannel, placeholder: labelPlaceholder, purpose: labelPurpose, reply: labelReply };
  readonly purposes = purposes;
  text = '';
  purpose = 'Service';
  current: Check | undefined;
  checks: readonly Check[] | undefined;
  isSending = false;
  /** What keeps the message from leaving, or what became of it. */
  notice = '';
  isSensitive = false;

  private proposed: Check | undefined;
  /** The channel the agent chose; none: the proposed one. */
  private chosen: string | undefined;
  /** Counts questions: an answer to anything but the latest is out of date. */
  private latest = 0;
  private readonly shortcut = (event: KeyboardEvent): void => this.handleShortcut(event);

  override connectedCallback(): void {
    window.addEventListener('keydown', this.shortcut);
    const draft = readDraft(this.recordId);
    if (draft === undefined) return;
    this.text = draft.text;
    this.purpose = draft.purpose;
    if (draft.channel !== this.channel || draft.purpose !== this.proposed?.purpose) {
      this.chosen = draft.channel;
      this.loadCheck(draft.channel, draft.purpose);
    }
  }

  /** A template cannot set the text of a text area. */
  override renderedCallback(): void {
    const field = this.template?.querySelector('textarea');
    if (field && field.value !== this.text) field.value = this.text;
  }

  override disconnectedCallback(): void {
    window.removeEventListener('keydown', this.shortcut);
    this.latest++;
  }

  get channel(): string {
    return this.current?.channel ?? '';
  }

  get channelLabel(): string {
    return nameOf(this.config?.channels, this.channel);
  }

  get purposeLabel(): string {
    return nameOf(purposes, this.purpose);
  }

  get isEmail(): boolean {
    return this.channel === 'Email';
  }

  /** What is known of the channel; a mail is written in the platform's composer, which is no obstacle. */
  get line(): Check | undefined {
    return this.current && this.isEmail && !this.current.forbidden ? { ...this.current, problem: null } : this.current;
  }

  get channels(): readonly { value: string; label: string; disabled: boolean }[] {
    const here = (this.checks ?? []).map(({ channel, problem }) => {
      const name = nameOf(this.config?.channels, channel);
      return { value: channel, label: problem ? format(labelChoice, name, problem) : name, disabled: Boolean(problem) };
    });
    return [...here, { value: 'Email', label: nameOf(this.config?.channels, 'Email'), disabled: false }].sort(
      (one, other) => Number(one.disabled) - Number(other.disabled)
    );
  }

  get isLoadingChannels(): boolean {
    return this.checks === undefined;
  }

  get sendLabel(): string {
    if (this.isEmail) return labelEmail;
    return this.isSensitive ? labelSendAnyway : labelSend;
  }

  get cannotSend(): boolean {
    if (this.isSending || this.current === undefined) return true;
    return this.isEmail ? this.current.forbidden : Boolean(this.current.problem) || this.text.trim() === '';
  }

  get cannotWrite(): boolean {
    return this.current === undefined;
  }

  /** Puts the cursor into the text. */
  @api focus(): void {
    this.template?.querySelector('textarea')?.focus();
  }

  handleText(event: Event): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    this.text = event.target.value;
    this.isSensitive = false;
    this.notice = '';
    this.keep();
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.handleSend();
  }

  async handleMenu(): Promise<void> {
    if (this.checks !== undefined) return;
    this.checks = await getChecks({ recordId: this.recordId, purpose: this.purpose }).catch((error: unknown) => {
      this.notice = messageOf(error);
      return [];
    });
  }

  handleChannel(event: CustomEvent<{ value: string }>): void {
    this.chosen = event.detail.value;
    this.keep();
    this.loadCheck(this.chosen, this.purpose);
    this.focus();
  }

  handlePurpose(event: CustomEvent<{ value: string }>): void {
    this.purpose = event.detail.value;
    this.chosen = this.channel;
    this.checks = undefined;
    this.keep();
    this.loadCheck(this.channel, this.purpose);
    this.focus();
  }

  handleSend(): void {
    if (this.cannotSend) return;
    if (this.isEmail) this[NavigationMixin.Navigate](emailPage(this.recordId, this.email, this.subject, this.text));
    else if (this.warns()) this.isSensitive = true;
    else this.send();
  }

  /** Says what should not be sent; who sends once more means it. */
  private warns(): boolean {
    const found = this.isSensitive ? [] : find(this.text);
    if (found.length > 0)
      this.notice = format(labelSensitive, found.map(({ presentation }) => presentation).join(', '));
    return found.length > 0;
  }

  private async send(): Promise<void> {
    this.isSending = true;
    this.notice = '';
    try {
      await send({ recordId: this.recordId, channel: this.channel, text: this.text, purpose: this.purpose });
      this.text = '';
      this.isSensitive = false;
      this.notice = labelDone;
      this.keep();
      this.dispatchEvent(new RefreshEvent());
      this.dispatchEvent(new CustomEvent('sent'));
    } catch (error) {
      this.notice = messageOf(error);
    } finally {
      this.isSending = false;
    }
  }

  private async loadCheck(channel: string, purpose: string): Promise<void> {
    const number = ++this.latest;
    try {
      const check = await getCheck({ recordId: this.recordId, channel, purpose });
      if (number === this.latest) this.current = check;
    } catch (error) {
      if (number === this.latest) this.notice = messageOf(error);
    }
  }

  private keep(): void {
    keepDraft(this.recordId, { channel: this.chosen ?? this.channel, purpose: this.purpose, text: this.text });
  }

  /** Several tabs of the console listen: the one that is seen answers. */
  private handleShortcut(event: KeyboardEvent): void {
    const field = this.template?.querySelector('textarea');
    if (!event.altKey || event.ctrlKey || event.code !== 'KeyR' || !field || field.offsetParent === null) return;
    event.preventDefault();
    field.focus();
  }
}
