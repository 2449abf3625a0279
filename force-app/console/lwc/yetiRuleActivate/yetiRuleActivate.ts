import { LightningElement, api } from 'lwc';
import { format, messageOf } from 'c/yetiMessages';
import type { Desk, Version } from 'c/yetiRuleModel';
import type { Change } from 'c/yetiRuleCompare';
import makeActive from '@salesforce/apex/YetiRuleSetController.makeActive';
import labelActivate from '@salesforce/label/c.Yeti_Rules_Activate_Version';
import labelBlocked from '@salesforce/label/c.Yeti_Rules_Activate_Blocked';
import labelDone from '@salesforce/label/c.Yeti_Rules_Activate_Done';
import labelNote from '@salesforce/label/c.Yeti_Rules_Activate_Note';
import labelNothing from '@salesforce/label/c.Yeti_Rules_Activate_Nothing';
import labelShowErrors from '@salesforce/label/c.Yeti_Rules_Activate_Show_Errors';
import labelText from '@salesforce/label/c.Yeti_Rules_Activate_Text';
import labelUnsaved from '@salesforce/label/c.Yeti_Rules_Activate_Unsaved';
import labelWarnings from '@salesforce/label/c.Yeti_Rules_Activate_Warnings';

/** Lets the draft decide from now on, with a note why. Fires `activated`, `refused` where the org did not, and `show` to see what blocks it. */
export default class YetiRuleActivate extends LightningElement {
  @api version: Version | undefined;
  @api active: Version | undefined;
  @api changes: readonly Change[] = [];
  @api errors = 0;
  @api warnings = 0;
  @api desk!: Desk;
  /** Saves what is not saved. @returns the draft's state, none where it could not be saved */
  @api save: (() => Promise<string | undefined>) | undefined;
  @api canEdit = false;

  readonly label = { note: labelNote, showErrors: labelShowErrors };
  note = '';
  problem = '';
  done = '';
  isBusy = false;

  get isDraft(): boolean {
    return this.version?.status === 'Draft';
  }

  get heading(): string {
    return this.version && this.isDraft ? format(labelActivate, String(this.version.version)) : labelNothing;
  }

  get text(): string {
    return format(labelText, String(this.changes.length), String(this.active?.version ?? '–'));
  }

  get isBlocked(): boolean {
    return this.errors > 0;
  }

  get blockedText(): string {
    return format(labelBlocked, String(this.errors));
  }

  get warningText(): string {
    return this.warnings === 0 ? '' : format(labelWarnings, String(this.warnings));
  }

  get cannotActivate(): boolean {
    return this.isBlocked || this.isBusy || !this.canEdit;
  }

  handleNote(event: CustomEvent<{ readonly value: string }>): void {
    this.note = event.detail.value;
  }

  handleShowErrors(): void {
    this.dispatchEvent(new CustomEvent<string>('show', { detail: 'findings' }));
  }

  async handleActivate(): Promise<void> {
    const { version } = this;
    if (!version || this.isBusy) return;
    this.isBusy = true;
    this.problem = '';
    try {
      const state = await this.save?.();
      if (state === undefined) {
        this.problem = labelUnsaved;
        return;
      }
      await makeActive({ ruleSetId: version.id, note: this.note, state, insteadOf: this.active?.id ?? null });
      this.done = format(labelDone, String(version.version));
      this.note = '';
      this.dispatchEvent(new CustomEvent('activated'));
    } catch (error) {
      this.problem = messageOf(error);
      this.dispatchEvent(new CustomEvent('refused'));
    } finally {
      this.isBusy = false;
    }
  }
}
