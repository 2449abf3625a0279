import { LightningElement, api } from 'lwc';
import { messageOf } from 'c/yetiMessages';
import saveNote from '@salesforce/apex/YetiCustomerCardController.saveNote';
import labelAdd from '@salesforce/label/c.Yeti_Card_Note_Add';
import labelCancel from '@salesforce/label/c.Yeti_Identity_Cancel';
import labelEdit from '@salesforce/label/c.Yeti_Card_Note_Edit';
import labelNote from '@salesforce/label/c.Yeti_Card_Note';
import labelSave from '@salesforce/label/c.Yeti_Card_Save';
import labelUntil from '@salesforce/label/c.Yeti_Card_Note_Until';

const MAX_LENGTH = 255;

/** The note pinned to a customer, edited where it stands. Fires `saved`. */
export default class YetiCustomerNote extends LightningElement {
  @api contactId = '';
  @api note: string | null | undefined;
  /** The last day on which it is shown; none: no end. */
  @api expires: string | null | undefined;
  @api editable = false;

  readonly label = {
    add: labelAdd,
    cancel: labelCancel,
    edit: labelEdit,
    note: labelNote,
    save: labelSave,
    until: labelUntil
  };
  readonly maxLength = MAX_LENGTH;
  isEditing = false;
  isSaving = false;
  draft = '';
  draftExpires = '';
  errorText = '';

  get canAdd(): boolean {
    return this.editable && !this.note;
  }

  handleEdit(): Promise<void> {
    this.draft = this.note ?? '';
    this.draftExpires = this.note ? (this.expires ?? '') : '';
    this.errorText = '';
    this.isEditing = true;
    return this.focus('lightning-textarea');
  }

  handleDraft(event: CustomEvent<{ value: string }>): void {
    this.draft = event.detail.value;
  }

  handleExpires(event: CustomEvent<{ value: string | null }>): void {
    this.draftExpires = event.detail.value ?? '';
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.handleCancel();
  }

  handleCancel(): Promise<void> {
    this.isEditing = false;
    return this.focus('[data-edit]');
  }

  async handleSave(): Promise<void> {
    if (this.isSaving) return;
    this.isSaving = true;
    try {
      await saveNote({ contactId: this.contactId, note: this.draft, expires: this.draftExpires || null });
      this.isEditing = false;
      this.dispatchEvent(new CustomEvent('saved'));
    } catch (error) {
      this.errorText = messageOf(error);
    } finally {
      this.isSaving = false;
    }
  }

  /** What is focused is drawn in the next microtask. */
  private async focus(selector: string): Promise<void> {
    await Promise.resolve();
    this.template?.querySelector<HTMLElement>(selector)?.focus();
  }
}
