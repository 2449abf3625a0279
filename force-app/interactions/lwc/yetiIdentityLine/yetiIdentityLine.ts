import { LightningElement, api } from 'lwc';
import { RefreshEvent } from 'lightning/refresh';
import { format, messageOf } from 'c/yetiMessages';
import type { Item } from 'c/yetiTimelineModel';
import getState, { type Candidate, type IdentityState } from '@salesforce/apex/YetiIdentityController.getState';
import link from '@salesforce/apex/YetiIdentityController.link';
import undo from '@salesforce/apex/YetiIdentityController.undo';
import unlink from '@salesforce/apex/YetiIdentityController.unlink';
import labelCancel from '@salesforce/label/c.Yeti_Identity_Cancel';
import labelConfirmLink from '@salesforce/label/c.Yeti_Identity_Confirm_Link';
import labelConfirmUnlink from '@salesforce/label/c.Yeti_Identity_Confirm_Unlink';
import labelLine from '@salesforce/label/c.Yeti_Identity_Line';
import labelMatched from '@salesforce/label/c.Yeti_Identity_Matched';
import labelReason from '@salesforce/label/c.Yeti_Identity_Reason';
import labelSuggested from '@salesforce/label/c.Yeti_Identity_Suggested';
import labelUndo from '@salesforce/label/c.Yeti_Identity_Undo';
import labelUnlink from '@salesforce/label/c.Yeti_Identity_Unlink';
import labelUnmatched from '@salesforce/label/c.Yeti_Identity_Unmatched';

const statuses: Readonly<Record<string, { readonly label: string; readonly icon: string }>> = {
  Matched: { label: labelMatched, icon: 'utility:check' },
  Suggested: { label: labelSuggested, icon: 'utility:groups' },
  Unmatched: { label: labelUnmatched, icon: 'utility:help' }
};

/** Whose an item is and why, with link, unlink and undo. Shows nothing for items of which nobody asked. */
export default class YetiIdentityLine extends LightningElement {
  @api item!: Item;
  /** The case, contact or account whose page it stands on. */
  @api recordId: string | undefined;

  readonly label = { cancel: labelCancel, line: labelLine, reason: labelReason, undo: labelUndo, unlink: labelUnlink };
  state: IdentityState | undefined;
  /** The customer to link to, or to unlink from, once a reason is given. */
  wanted: Candidate | undefined;
  reason = '';
  errorText = '';
  isSaving = false;

  private isConnectedNow = false;

  override connectedCallback(): void {
    this.isConnectedNow = true;
    if (this.isShown) this.load();
  }

  override disconnectedCallback(): void {
    this.isConnectedNow = false;
  }

  get isShown(): boolean {
    return Boolean(this.item.identity?.status);
  }

  get status(): string {
    return this.state?.status ?? this.item.identity?.status ?? '';
  }

  get statusLabel(): string {
    return statuses[this.status]?.label ?? this.status;
  }

  get icon(): string | undefined {
    return statuses[this.status]?.icon;
  }

  get basis(): string {
    return this.state?.basis ?? this.item.identity?.basis ?? '';
  }

  get hasChoice(): boolean {
    return this.state !== undefined && this.state.candidates.length + this.state.hiddenCandidates > 0 && !this.wanted;
  }

  get canUnlink(): boolean {
    return this.state?.editable === true && Boolean(this.state.contactId && this.state.contactName) && !this.wanted;
  }

  get canUndo(): boolean {
    return this.state?.editable === true && Boolean(this.state.undoId) && !this.wanted;
  }

  get isLinked(): boolean {
    return Boolean(this.state?.contactId);
  }

  get confirmLabel(): string {
    return format(this.isLinked ? labelConfirmUnlink : labelConfirmLink, this.wanted?.name ?? '');
  }

  handleChoose(event: CustomEvent<Candidate>): void {
    this.ask(event.detail);
  }

  handleUnlink(): void {
    this.ask({ id: this.state?.contactId ?? '', name: this.state?.contactName ?? '' });
  }

  handleReason(event: CustomEvent<{ value: string }>): void {
    this.reason = event.detail.value;
  }

  handleKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.handleConfirm();
    if (event.key !== 'Escape' && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') this.handleCancel();
  }

  handleCancel(): void {
    this.wanted = undefined;
    this.errorText = '';
  }

  handleConfirm(): void {
    const { wanted, reason } = this;
    const recordId = this.item.id;
    if (!wanted) return;
    const save = this.isLinked
      ? () => unlink({ recordId, reason })
      : () => link({ recordId, contactId: wanted.id, reason });
    this.change(save);
  }

  handleUndo(): void {
    const auditId = this.state?.undoId ?? '';
    this.change(() => undo({ auditId }));
  }

  private async ask(wanted: Candidate): Promise<void> {
    this.wanted = wanted;
    this.reason = '';
    this.errorText = '';
    // The form is drawn in the next microtask.
    await Promise.resolve();
    this.template?.querySelector<HTMLElement>('[data-reason]')?.focus();
  }

  private async change(save: () => Promise<unknown>): Promise<void> {
    if (this.isSaving) return;
    this.isSaving = true;
    this.errorText = '';
    try {
      await save();
      this.wanted = undefined;
      await this.load();
      this.dispatchEvent(new RefreshEvent());
    } catch (error) {
      this.errorText = messageOf(error);
    } finally {
      this.isSaving = false;
    }
  }

  private async load(): Promise<void> {
    try {
      const state = await getState({ interactionId: this.item.id, pageId: this.recordId });
      if (this.isConnectedNow) this.state = state ?? undefined;
    } catch (error) {
      this.errorText = messageOf(error);
    }
  }
}
