import { LightningElement, api } from 'lwc';
import { RefreshEvent, registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { messageOf } from 'c/yetiMessages';
import labelErrorTitle from '@salesforce/label/c.Yeti_Error_Title';
import labelNoAccessTitle from '@salesforce/label/c.Yeti_No_Access_Title';
import labelRetry from '@salesforce/label/c.Yeti_Retry';

/** What stands in the place of an answer. */
export interface StatePanel {
  readonly kind: 'empty' | 'error' | 'loading' | 'noAccess';
  readonly heading: string;
  readonly text: string;
  readonly action: string | undefined;
  readonly rows: number;
}

/**
 * A part of a record's page: asks the org once the record is known, again when it is another one, and quietly when something on
 * the page has changed. What is shown stays until the new answer is here; a failure is shown only where nothing is.
 */
export default abstract class YetiRecordPart<Answer> extends LightningElement {
  @api objectApiName: string | undefined;

  /** The case, contact or account the page stands on. */
  @api get recordId(): string | undefined {
    return this._recordId;
  }
  set recordId(recordId: string | undefined) {
    const changed = recordId !== this._recordId;
    this._recordId = recordId;
    if (!changed) return;
    this.hasAnswer = false;
    if (this.isConnectedNow) this.load();
  }

  /** Why there is nothing to show; empty where there is. */
  errorText = '';
  /** Why the last change was not made; empty where it was. */
  problem = '';
  isBusy = false;

  /** As many rows as an answer usually has. */
  protected readonly placeholderRows: number = 1;

  private _recordId: string | undefined;
  private isConnectedNow = false;
  private hasAnswer = false;
  private hasNoAccess = false;
  private refreshHandler = '';
  /** Counts questions: an answer to anything but the latest is out of date. */
  private latest = 0;

  override connectedCallback(): void {
    this.isConnectedNow = true;
    this.refreshHandler = registerRefreshHandler(this, () => this.load());
    this.load();
  }

  override disconnectedCallback(): void {
    this.isConnectedNow = false;
    this.latest++;
    unregisterRefreshHandler(this.refreshHandler);
  }

  /** What is shown until there is an answer to show. */
  get panel(): StatePanel {
    const nothing = { text: '', action: undefined, rows: this.placeholderRows };
    if (this.errorText !== '') {
      return { ...nothing, kind: 'error', heading: labelErrorTitle, text: this.errorText, action: labelRetry };
    }
    return this.hasNoAccess
      ? { ...nothing, kind: 'noAccess', heading: labelNoAccessTitle }
      : { ...nothing, kind: 'loading', heading: '' };
  }

  handleRetry(): void {
    this.load();
  }

  /** Asks the org; null: the user may not see it. */
  protected abstract ask(recordId: string): Promise<Answer>;

  /** Shows the answer. */
  protected abstract show(answer: Answer): void;

  /** Asks again. */
  protected async load(): Promise<void> {
    const number = ++this.latest;
    try {
      const answer = await this.ask(this.recordId ?? '');
      if (number !== this.latest) return;
      this.hasAnswer = true;
      this.hasNoAccess = answer === null;
      this.errorText = '';
      this.show(answer);
    } catch (error) {
      if (number === this.latest && !this.hasAnswer) this.errorText = messageOf(error);
    }
  }

  /** Changes something, one thing at a time, lets the page know and asks again. @returns whether it was done */
  protected async change(action: () => Promise<unknown>): Promise<boolean> {
    if (this.isBusy) return false;
    this.isBusy = true;
    this.problem = '';
    try {
      await action();
      this.dispatchEvent(new RefreshEvent());
      await this.load();
      return true;
    } catch (error) {
      this.problem = messageOf(error);
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}
