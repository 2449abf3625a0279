import { LightningElement, api } from 'lwc';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { messageOf } from 'c/yetiMessages';

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

  private _recordId: string | undefined;
  private isConnectedNow = false;
  private hasAnswer = false;
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

  /** Asks the org. */
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
      this.errorText = '';
      this.show(answer);
    } catch (error) {
      if (number === this.latest && !this.hasAnswer) this.errorText = messageOf(error);
    }
  }
}
