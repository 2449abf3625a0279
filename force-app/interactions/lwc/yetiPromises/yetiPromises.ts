import { format } from 'c/yetiMessages';
import YetiRecordPart from 'c/yetiRecordPart';
import { relative, shortDay } from 'c/yetiMoments';
import { promiseText, type PromiseView } from 'c/yetiNowModel';
import getPromises from '@salesforce/apex/YetiPromiseController.getPromises';
import settle from '@salesforce/apex/YetiPromiseController.settle';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelAdd from '@salesforce/label/c.Yeti_Promise_Add';
import labelCase from '@salesforce/label/c.Yeti_Case_Link';
import labelCustomers from '@salesforce/label/c.Yeti_Promise_Customers';
import labelEmpty from '@salesforce/label/c.Yeti_Promises_Empty';
import labelKeep from '@salesforce/label/c.Yeti_Promise_Keep';
import labelKeepName from '@salesforce/label/c.Yeti_Promise_Keep_Name';
import labelNeverDone from '@salesforce/label/c.Yeti_Promise_Never_Done';
import labelOurs from '@salesforce/label/c.Yeti_Promise_Ours';
import labelOverdue from '@salesforce/label/c.Yeti_Promise_Overdue';
import labelSettled from '@salesforce/label/c.Yeti_Promises_Settled';
import labelSilence from '@salesforce/label/c.Yeti_Promise_Silence';
import labelTitle from '@salesforce/label/c.Yeti_Promises';
import labelUndo from '@salesforce/label/c.Yeti_Undo';
import labelUndoName from '@salesforce/label/c.Yeti_Promise_Undo_Name';
import labelWasKept from '@salesforce/label/c.Yeti_Promise_Was_Kept';
import labelWasMissed from '@salesforce/label/c.Yeti_Promise_Was_Missed';
import labelWasWithdrawn from '@salesforce/label/c.Yeti_Promise_Was_Withdrawn';
import labelWithdraw from '@salesforce/label/c.Yeti_Promise_Withdraw';
import labelWithdrawName from '@salesforce/label/c.Yeti_Promise_Withdraw_Name';

const stateLabels: ReadonlyMap<string, string> = new Map([
  ['Kept', labelWasKept],
  ['Missed', labelWasMissed],
  ['Withdrawn', labelWasWithdrawn]
]);

interface Row {
  readonly id: string;
  readonly what: string;
  readonly whose: string;
  readonly until: string;
  readonly isOpen: boolean;
  readonly isOverdue: boolean;
  readonly silence: boolean;
  readonly caseText: string | undefined;
  readonly state: string;
  readonly keepName: string;
  readonly withdrawName: string;
  readonly undoName: string;
}

/** Whose turn it is, what was promised and until when; add, keep, withdraw, and take it back. */
export default class YetiPromises extends YetiRecordPart<readonly PromiseView[] | null> {
  readonly label = {
    add: labelAdd,
    empty: labelEmpty,
    keep: labelKeep,
    overdue: labelOverdue,
    settled: labelSettled,
    silence: labelSilence,
    title: labelTitle,
    undo: labelUndo,
    withdraw: labelWithdraw
  };
  promises: readonly PromiseView[] | null | undefined;
  isAdding = false;
  protected override readonly placeholderRows = 3;

  get isReady(): boolean {
    return Array.isArray(this.promises);
  }

  get open(): readonly Row[] {
    return this.rows.filter(({ isOpen }) => isOpen);
  }

  get settled(): readonly Row[] {
    return this.rows.filter(({ isOpen }) => !isOpen);
  }

  get hasOpen(): boolean {
    return this.open.length > 0;
  }

  get hasSettled(): boolean {
    return this.settled.length > 0;
  }

  /** Of an account with many contacts nobody knows whom it would be promised to. */
  get canAdd(): boolean {
    return this.isReady && this.objectApiName !== 'Account';
  }

  handleAdd(): void {
    this.isAdding = !this.isAdding;
  }

  handleFormClose(): void {
    this.isAdding = false;
    this.template?.querySelector<HTMLElement>('[data-add]')?.focus();
  }

  handleMade(): void {
    this.load();
  }

  async handleSettle(event: Event): Promise<void> {
    const { promiseId, status } = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset : {};
    if (promiseId && status) await this.change(() => settle({ promiseId, status }));
  }

  protected override ask(recordId: string): Promise<readonly PromiseView[] | null> {
    return getPromises({ recordId });
  }

  protected override show(answer: readonly PromiseView[] | null): void {
    this.promises = answer;
  }

  private get rows(): readonly Row[] {
    const now = new Date();
    return (this.promises ?? []).map((promise) => this.rowOf(promise, now));
  }

  private rowOf(promise: PromiseView, now: Date): Row {
    const { id, status, dueAt, settledAt, caseId, caseNumber } = promise;
    const what = promiseText(promise.what, promise.policy);
    const at = (moment: string): string => {
      const date = new Date(moment);
      return `${relative(language, timeZone, date, now)} (${shortDay(locale, timeZone, date)})`;
    };
    return {
      id,
      what,
      whose: promise.whoseTurn === 'Ours' ? labelOurs : labelCustomers,
      until: at(dueAt),
      isOpen: status === 'Open',
      isOverdue: promise.overdue,
      silence: promise.silenceAccepts && status === 'Open',
      caseText: caseNumber && caseId !== this.recordId ? format(labelCase, caseNumber) : undefined,
      state: settledAt ? format(stateLabels.get(status) ?? status, at(settledAt)) : format(labelNeverDone, at(dueAt)),
      keepName: format(labelKeepName, what),
      withdrawName: format(labelWithdrawName, what),
      undoName: format(labelUndoName, what)
    };
  }
}
