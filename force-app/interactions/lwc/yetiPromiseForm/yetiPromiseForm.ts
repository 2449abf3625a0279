import { LightningElement, api } from 'lwc';
import { RefreshEvent } from 'lightning/refresh';
import { messageOf } from 'c/yetiMessages';
import make from '@salesforce/apex/YetiPromiseController.make';
import labelByCustomer from '@salesforce/label/c.Yeti_Log_By_Customer';
import labelByUs from '@salesforce/label/c.Yeti_Log_By_Us';
import labelCancel from '@salesforce/label/c.Yeti_Cancel';
import labelSave from '@salesforce/label/c.Yeti_Save';
import labelTurn from '@salesforce/label/c.Yeti_Promise_Turn';
import labelUntil from '@salesforce/label/c.Yeti_Promise_Until';
import labelWhat from '@salesforce/label/c.Yeti_Promise_What';

/** Makes a promise. Fires `made` when it is saved, `close` when it is done or cancelled. */
export default class YetiPromiseForm extends LightningElement {
  @api recordId = '';

  readonly label = { cancel: labelCancel, save: labelSave, turn: labelTurn, until: labelUntil, what: labelWhat };
  readonly turns = [
    { value: 'Ours', label: labelByUs },
    { value: 'Customer', label: labelByCustomer }
  ];
  what = '';
  whoseTurn = 'Ours';
  dueAt: string | null = null;
  isSaving = false;
  problem = '';
  private isFocused = false;

  override renderedCallback(): void {
    if (this.isFocused) return;
    this.isFocused = true;
    this.template?.querySelector<HTMLElement>('[data-what]')?.focus();
  }

  handleWhat(event: CustomEvent<{ value: string }>): void {
    this.what = event.detail.value;
  }

  handleTurn(event: CustomEvent<{ value: string }>): void {
    this.whoseTurn = event.detail.value;
  }

  handleUntil(event: CustomEvent<{ value: string | null }>): void {
    this.dueAt = event.detail.value;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.handleClose();
  }

  handleClose(): void {
    this.dispatchEvent(new CustomEvent('close'));
  }

  async handleSave(): Promise<void> {
    if (this.isSaving) return;
    this.isSaving = true;
    this.problem = '';
    try {
      await make({ recordId: this.recordId, what: this.what, whoseTurn: this.whoseTurn, dueAt: this.dueAt });
      this.dispatchEvent(new RefreshEvent());
      this.dispatchEvent(new CustomEvent('made'));
      this.handleClose();
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isSaving = false;
    }
  }
}
