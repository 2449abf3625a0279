import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { format } from 'c/yetiMessages';
import type { Agent } from 'c/yetiMatcher';
import { nextText, stageOf, unitOfTime } from 'c/yetiWhyModel';
import { isRouted, sinceOf, type WaitingItem } from 'c/yetiWaitingModel';
import labelAsked from '@salesforce/label/c.Yeti_Waiting_Asked';
import labelDeclined from '@salesforce/label/c.Yeti_Waiting_Declined';
import labelNotInRouting from '@salesforce/label/c.Yeti_Waiting_Not_In_Routing';
import labelWaits from '@salesforce/label/c.Yeti_Waiting_Since';

/** A case that nobody has, with what a supervisor can do about it. */
export default class YetiWaitingCase extends NavigationMixin(LightningElement) {
  @api item!: WaitingItem;
  @api agents: readonly Agent[] = [];
  /** The moment from which everything is counted. */
  @api moment = new Date();

  get number(): string {
    return this.item.decision.caseNumber ?? '';
  }

  get items(): readonly WaitingItem[] {
    return [this.item];
  }

  /** How long, what comes next, whom Omni-Channel asks or asked. Why it is in no routing stands above it. */
  get facts(): readonly string[] {
    const { askedName, declinedBy, decision, isInRouting, ownerName } = this.item;
    const { next } = stageOf(decision, this.moment);
    return [
      format(labelWaits, unitOfTime(sinceOf(this.item), this.moment)),
      ownerName ?? '',
      isRouted(this.item) ? (decision.problem ?? '') : '',
      isRouted(this.item) && !isInRouting && decision.status !== 'Fallback' ? labelNotInRouting : '',
      askedName ? format(labelAsked, askedName) : '',
      declinedBy.length > 0 ? format(labelDeclined, declinedBy.join(', ')) : '',
      next && decision.nextStepAt ? nextText(next, new Date(decision.nextStepAt), this.moment) : ''
    ].filter(Boolean);
  }

  handleOpen(): void {
    const { caseId } = this.item.decision;
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: caseId, actionName: 'view' }
    });
  }
}
