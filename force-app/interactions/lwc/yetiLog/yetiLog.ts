import { LightningElement, api } from 'lwc';
import { RefreshEvent } from 'lightning/refresh';
import { messageOf } from 'c/yetiMessages';
import { outcomes, type LogEntry } from 'c/yetiNowModel';
import getCheck from '@salesforce/apex/YetiReplyController.getCheck';
import log from '@salesforce/apex/YetiLogController.log';
import labelByCustomer from '@salesforce/label/c.Yeti_Log_By_Customer';
import labelByUs from '@salesforce/label/c.Yeti_Log_By_Us';
import labelCall from '@salesforce/label/c.Yeti_Log_Call';
import labelCancel from '@salesforce/label/c.Yeti_Cancel';
import labelDirection from '@salesforce/label/c.Yeti_Log_Direction';
import labelNoOutcome from '@salesforce/label/c.Yeti_Log_No_Outcome';
import labelNote from '@salesforce/label/c.Yeti_Log_Note';
import labelOutcome from '@salesforce/label/c.Yeti_Log_Outcome';
import labelSave from '@salesforce/label/c.Yeti_Save';
import labelVisit from '@salesforce/label/c.Yeti_Log_Visit';
import labelWhat from '@salesforce/label/c.Yeti_Log_What';
import labelWhen from '@salesforce/label/c.Yeti_Log_When';

type Kind = LogEntry['kind'];
type Direction = LogEntry['direction'];

const titles: Readonly<Record<Kind, string>> = { Phone: labelCall, Store: labelVisit, Note: labelNote };

/** Writes down a call, a visit or a note. Fires `close` when it is done or cancelled. */
export default class YetiLog extends LightningElement {
  @api recordId = '';
  @api kind: Kind = 'Phone';
  /** Who began it, as far as the form can guess. */
  @api direction: Direction = 'Inbound';

  readonly label = {
    cancel: labelCancel,
    direction: labelDirection,
    outcome: labelOutcome,
    save: labelSave,
    what: labelWhat,
    when: labelWhen
  };
  readonly directions = [
    { value: 'Inbound', label: labelByCustomer },
    { value: 'Outbound', label: labelByUs }
  ];
  readonly outcomes = [{ value: '', label: labelNoOutcome }, ...outcomes];
  text = '';
  outcome = '';
  occurredAt = new Date().toISOString();
  isSaving = false;
  problem = '';
  /** Why the customer may not be called: said before the call is made. */
  refusal: string | undefined;
  private chosenDirection: Direction | undefined;

  override connectedCallback(): void {
    this.askWhetherToCall();
  }

  get heading(): string {
    return titles[this.kind];
  }

  get isContact(): boolean {
    return this.kind !== 'Note';
  }

  get currentDirection(): Direction {
    return this.chosenDirection ?? this.direction;
  }

  get isCall(): boolean {
    return this.kind === 'Phone' && this.currentDirection === 'Outbound';
  }

  get shownProblem(): string {
    return (this.isCall ? this.refusal : undefined) ?? this.problem;
  }

  get cannotSave(): boolean {
    return this.isSaving || (this.isCall && this.refusal !== undefined);
  }

  /** Puts the cursor into the text. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('lightning-textarea')?.focus();
  }

  handleDirection(event: CustomEvent<{ value: Direction }>): void {
    this.chosenDirection = event.detail.value;
    this.askWhetherToCall();
  }

  handleOutcome(event: CustomEvent<{ value: string }>): void {
    this.outcome = event.detail.value;
  }

  handleWhen(event: CustomEvent<{ value: string | null }>): void {
    this.occurredAt = event.detail.value ?? '';
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    this.text = event.detail.value;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleClose();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.handleSave();
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  async handleSave(): Promise<void> {
    if (this.cannotSave) return;
    this.isSaving = true;
    this.problem = '';
    try {
      await log({ recordId: this.recordId, entry: this.entry });
      this.dispatchEvent(new RefreshEvent());
      this.dispatchEvent(new CustomEvent('logged'));
      this.handleClose();
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isSaving = false;
    }
  }

  private async askWhetherToCall(): Promise<void> {
    if (!this.isCall || this.refusal !== undefined) return;
    const check = await getCheck({ recordId: this.recordId, channel: 'Phone', purpose: 'Service' }).catch(
      () => undefined
    );
    this.refusal = check?.forbidden ? (check.problem ?? undefined) : undefined;
  }

  private get entry(): LogEntry {
    return {
      kind: this.kind,
      direction: this.currentDirection,
      text: this.text,
      ...(this.isContact && this.outcome && { outcome: this.outcome }),
      ...(this.isContact && this.occurredAt && { occurredAt: this.occurredAt })
    };
  }
}
