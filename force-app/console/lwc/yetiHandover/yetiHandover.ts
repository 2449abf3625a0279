import { format, plural } from 'c/yetiMessages';
import { dayAndTime, relative } from 'c/yetiMoments';
import YetiRecordPart from 'c/yetiRecordPart';
import type { Handover, HandoverState } from 'c/yetiHandoverModel';
import acknowledge from '@salesforce/apex/YetiHandoverController.acknowledge';
import getState from '@salesforce/apex/YetiHandoverController.getState';
import withdraw from '@salesforce/apex/YetiHandoverController.withdraw';
import language from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelAcknowledge from '@salesforce/label/c.Yeti_Handover_Acknowledge';
import labelAcknowledged from '@salesforce/label/c.Yeti_Handover_Acknowledged';
import labelAsked from '@salesforce/label/c.Yeti_Handover_Asked';
import labelBrief from '@salesforce/label/c.Yeti_Handover_Brief';
import labelDone from '@salesforce/label/c.Yeti_Handover_Done';
import labelHandOver from '@salesforce/label/c.Yeti_Handover_Start';
import labelNewFew from '@salesforce/label/c.Yeti_Handover_New_Few';
import labelNewMany from '@salesforce/label/c.Yeti_Handover_New_Many';
import labelNewOne from '@salesforce/label/c.Yeti_Handover_New_One';
import labelNewOther from '@salesforce/label/c.Yeti_Handover_New_Other';
import labelTaken from '@salesforce/label/c.Yeti_Handover_Taken_By_You';
import labelTitle from '@salesforce/label/c.Yeti_Handover_Title';
import labelWithdraw from '@salesforce/label/c.Yeti_Handover_Withdraw';
import labelWithdrawn from '@salesforce/label/c.Yeti_Handover_Withdrawn';

const newForms = { one: labelNewOne, few: labelNewFew, many: labelNewMany, other: labelNewOther };

/** Hands a case over with a brief, and takes one that was handed over: who gave it, what they wrote, what is new since. */
export default class YetiHandover extends YetiRecordPart<HandoverState | null> {
  readonly label = {
    acknowledge: labelAcknowledge,
    brief: labelBrief,
    handOver: labelHandOver,
    title: labelTitle,
    withdraw: labelWithdraw
  };
  /** Most cases were never handed over: the heading is all there is to keep room for. */
  protected override readonly placeholderRows = 0;
  state: HandoverState | null | undefined;
  isWriting = false;
  announcement = '';
  private since: string | undefined;
  private sinceOf: string | undefined;

  get isReady(): boolean {
    return Boolean(this.state);
  }

  get handover(): Handover | undefined {
    return this.state?.handover ?? undefined;
  }

  /** Who handed it to whom, and whether somebody took it; nothing where that is over. */
  get sentence(): string | undefined {
    const { handover } = this;
    if (!handover || handover.status === 'Withdrawn') return undefined;
    const when = (moment: string): string => relative(language, timeZone, new Date(moment), new Date());
    return handover.status === 'Acknowledged' && handover.acknowledgedAt
      ? format(labelAcknowledged, handover.acknowledgedBy ?? '', when(handover.acknowledgedAt), handover.fromName ?? '')
      : format(labelAsked, handover.fromName ?? '', handover.toName ?? '', when(handover.askedAt));
  }

  get moment(): string {
    return this.handover ? dayAndTime(locale, timeZone, new Date(this.handover.askedAt)) : '';
  }

  /** What is new since the reader was here last. Nothing new needs no words. */
  get news(): string | undefined {
    const { newItems = 0, since } = this.state ?? {};
    if (!since || newItems === 0) return undefined;
    const count = new Intl.NumberFormat(locale).format(newItems);
    const when = relative(language, timeZone, new Date(since), new Date());
    return format(plural(language, newItems, newForms), count, when);
  }

  get canHandOver(): boolean {
    return this.state?.canHandOver === true;
  }

  handleWriting(): void {
    this.isWriting = !this.isWriting;
  }

  handleClose(): void {
    this.isWriting = false;
    this.template?.querySelector<HTMLElement>('[data-hand-over]')?.focus();
  }

  handleHandedOver(): void {
    this.announcement = labelDone;
    this.load();
  }

  handleAcknowledge(): void {
    this.act(acknowledge, labelTaken);
  }

  handleWithdraw(): void {
    this.act(withdraw, labelWithdrawn);
  }

  protected override ask(recordId: string): Promise<HandoverState | null> {
    // The timeline says meanwhile that the case was seen: "new since" keeps counting from the first answer.
    const since = this.sinceOf === recordId ? this.since : undefined;
    return getState({ caseId: recordId, ...(since !== undefined && { since }) });
  }

  protected override show(answer: HandoverState | null): void {
    this.state = answer;
    this.sinceOf = this.recordId;
    this.since = answer?.since ?? undefined;
  }

  private async act(action: (parameters: { handoverId: string }) => Promise<unknown>, text: string): Promise<void> {
    const { handover } = this;
    if (handover && (await this.change(() => action({ handoverId: handover.id })))) this.announcement = text;
  }
}
