import { api, LightningElement } from 'lwc';
import { refreshTagged } from '../../platform/console/cache.ts';
import { me } from '../../platform/console/context.ts';
import {
  addressesIn,
  recipientOf,
  sendEmail,
  textOf,
  wrongAddresses,
  type Recipient
} from '../../platform/console/email.ts';
import { messageOf } from '../../platform/console/http.ts';
import { text } from '../../platform/console/texts/shell.ts';
import { ShowToastEvent } from '../../platform/lightning/platformShowToastEvent.ts';
import { runRefreshHandlers } from '../../platform/lightning/refresh.ts';

const NOBODY: Recipient = { contactId: undefined, address: '' };

/** An e-mail being written about a record. */
export default class EmailComposer extends LightningElement {
  @api recordId = '';
  @api values: Readonly<Record<string, string>> = {};
  to = '';
  subject = '';
  body = '';
  problem = '';
  minimized = false;
  sending = false;
  readonly from = me.user.email ?? '';
  readonly labels = {
    title: text('email'),
    from: text('emailFrom'),
    to: text('emailTo'),
    subject: text('emailSubject'),
    body: text('emailBody'),
    send: text('emailSend'),
    minimize: text('minimize'),
    close: text('close'),
    sending: text('emailSending')
  };
  #recipient: Recipient = NOBODY;
  #opener: Element | null = null;
  #focused = false;

  connectedCallback(): void {
    const { ToAddress = '', Subject = '', HtmlBody, TextBody = '' } = this.values;
    this.#opener = focusedElement();
    this.to = ToAddress;
    this.subject = Subject;
    this.body = HtmlBody === undefined ? TextBody : textOf(HtmlBody);
    void this.findRecipient();
  }

  renderedCallback(): void {
    if (this.#focused) return;
    this.#focused = true;
    this.focusOn(this.to ? 'body' : 'to');
  }

  get heading(): string {
    return this.subject || this.labels.title;
  }

  get expanded(): string {
    return String(!this.minimized);
  }

  get bodyClass(): string {
    return this.minimized ? 'slds-hide' : 'form';
  }

  handleChange(event: CustomEvent<{ readonly value: string }>): void {
    const { name } = (event.target as HTMLElement).dataset;
    if (name === 'to' || name === 'subject' || name === 'body') this[name] = event.detail.value;
    this.problem = '';
  }

  handleMinimize(): void {
    this.minimized = !this.minimized;
  }

  handleClose(): void {
    this.leave();
  }

  handleKeydown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.minimized = true;
      this.template?.querySelector<HTMLElement>('[data-name="minimize"]')?.focus();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void this.handleSend();
  }

  async handleSend(): Promise<void> {
    if (this.sending) return;
    this.problem = this.faultIn();
    if (this.problem) {
      this.focusOn(this.problem === text('emailEmpty') ? 'body' : 'to');
      return;
    }
    this.sending = true;
    const { recordId, to, subject, body } = this;
    try {
      await sendEmail({ recordId, to, subject, body }, this.#recipient);
    } catch (error) {
      this.problem = messageOf(error);
      return;
    } finally {
      this.sending = false;
    }
    this.dispatchEvent(new ShowToastEvent({ title: text('emailSent'), variant: 'success' }));
    this.leave();
    await refreshTagged([recordId]);
    await runRefreshHandlers(() => true);
  }

  private faultIn(): string {
    if (addressesIn(this.to).length === 0) return text('emailNobody');
    const [wrong] = wrongAddresses(this.to);
    if (wrong !== undefined) return text('emailWrongAddress', wrong);
    return this.subject.trim() === '' && this.body.trim() === '' ? text('emailEmpty') : '';
  }

  private async findRecipient(): Promise<void> {
    try {
      this.#recipient = await recipientOf(this.recordId);
      this.to ||= this.#recipient.address;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  private leave(): void {
    if (this.#opener instanceof HTMLElement) this.#opener.focus();
    this.dispatchEvent(new CustomEvent('close'));
  }

  private focusOn(name: string): void {
    this.template?.querySelector<HTMLElement>(`[data-name="${name}"]`)?.focus();
  }
}

/** Where the keyboard is, through all shadows. */
function focusedElement(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}
