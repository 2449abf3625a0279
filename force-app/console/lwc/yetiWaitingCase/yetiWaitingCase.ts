import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { format, messageOf } from 'c/yetiMessages';
import type { Agent } from 'c/yetiMatcher';
import type { PickerOption } from 'c/yetiPicker';
import { choicesOf, nextText, stageOf, unitOfTime } from 'c/yetiWhyModel';
import { isRouted, sinceOf, type WaitingItem } from 'c/yetiWaitingModel';
import assign from '@salesforce/apex/YetiWaitingWorkController.assign';
import backToQueue from '@salesforce/apex/YetiWaitingWorkController.backToQueue';
import relaxNow from '@salesforce/apex/YetiWaitingWorkController.relaxNow';
import routeAgain from '@salesforce/apex/YetiWaitingWorkController.routeAgain';
import labelAsked from '@salesforce/label/c.Yeti_Waiting_Asked';
import labelAssign from '@salesforce/label/c.Yeti_Waiting_Assign';
import labelAssignName from '@salesforce/label/c.Yeti_Waiting_Assign_Name';
import labelAssigned from '@salesforce/label/c.Yeti_Waiting_Assigned';
import labelBack from '@salesforce/label/c.Yeti_Waiting_Back';
import labelBackDone from '@salesforce/label/c.Yeti_Waiting_Back_Done';
import labelBackName from '@salesforce/label/c.Yeti_Waiting_Back_Name';
import labelDeclined from '@salesforce/label/c.Yeti_Waiting_Declined';
import labelNotInRouting from '@salesforce/label/c.Yeti_Waiting_Not_In_Routing';
import labelPerson from '@salesforce/label/c.Yeti_Waiting_Person';
import labelRelax from '@salesforce/label/c.Yeti_Waiting_Relax';
import labelRelaxName from '@salesforce/label/c.Yeti_Waiting_Relax_Name';
import labelRelaxed from '@salesforce/label/c.Yeti_Waiting_Relaxed';
import labelRoute from '@salesforce/label/c.Yeti_Why_Route_Again';
import labelRouteName from '@salesforce/label/c.Yeti_Waiting_Route_Name';
import labelRouted from '@salesforce/label/c.Yeti_Why_Routed';
import labelWaits from '@salesforce/label/c.Yeti_Waiting_Since';

/** A case that nobody has, with what a supervisor can do about it. Fires `done` with what was done. */
export default class YetiWaitingCase extends NavigationMixin(LightningElement) {
  @api item!: WaitingItem;
  @api agents: readonly Agent[] = [];
  /** The moment from which everything is counted. */
  @api moment = new Date();

  readonly label = {
    assign: labelAssign,
    back: labelBack,
    person: labelPerson,
    relax: labelRelax,
    route: labelRoute
  };
  isBusy = false;
  isAssigning = false;
  problem = '';

  get number(): string {
    return this.item.decision.caseNumber ?? '';
  }

  get names(): Readonly<Record<'assign' | 'back' | 'relax' | 'route', string>> {
    const { number } = this;
    return {
      assign: format(labelAssignName, number),
      back: format(labelBackName, number),
      relax: format(labelRelaxName, number),
      route: format(labelRouteName, number)
    };
  }

  get isRouted(): boolean {
    return isRouted(this.item);
  }

  get canRelax(): boolean {
    return this.isRouted && stageOf(this.item.decision, this.moment).next !== undefined;
  }

  /** How long, what comes next, whom Omni-Channel asks or asked. */
  get facts(): readonly string[] {
    const { askedName, declinedBy, decision, isInRouting, ownerName } = this.item;
    const { next } = stageOf(decision, this.moment);
    return [
      format(labelWaits, unitOfTime(sinceOf(this.item), this.moment)),
      ownerName ?? '',
      decision.problem ?? '',
      this.isRouted && !isInRouting && decision.status !== 'Fallback' ? labelNotInRouting : '',
      askedName ? format(labelAsked, askedName) : '',
      declinedBy.length > 0 ? format(labelDeclined, declinedBy.join(', ')) : '',
      next && decision.nextStepAt ? nextText(next, new Date(decision.nextStepAt), this.moment) : ''
    ].filter(Boolean);
  }

  /** Who could take it, then everybody else. */
  get people(): readonly PickerOption[] {
    const { skills } = stageOf(this.item.decision, this.moment).current;
    return choicesOf(skills, this.agents, this.moment.getTime());
  }

  handleOpen(): void {
    const { caseId } = this.item.decision;
    this[NavigationMixin.Navigate]({
      type: 'standard__recordPage',
      attributes: { recordId: caseId, actionName: 'view' }
    });
  }

  handleAssigning(): void {
    this.isAssigning = !this.isAssigning;
  }

  handlePick(event: CustomEvent<string>): void {
    const userId = event.detail;
    const name = this.agents.find(({ id }) => id === userId)?.name ?? '';
    this.act(() => assign({ caseIds: this.caseIds, userId }), format(labelAssigned, this.number, name));
  }

  handleRelax(): void {
    this.act(() => relaxNow({ caseIds: this.caseIds }), format(labelRelaxed, this.number));
  }

  handleBack(): void {
    this.act(() => backToQueue({ caseIds: this.caseIds }), format(labelBackDone, this.number));
  }

  handleRoute(): void {
    this.act(() => routeAgain({ caseIds: this.caseIds }), labelRouted);
  }

  private get caseIds(): readonly string[] {
    return [this.item.decision.caseId];
  }

  private async act(action: () => Promise<unknown>, text: string): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.problem = '';
    try {
      await action();
      this.isAssigning = false;
      this.dispatchEvent(new CustomEvent('done', { detail: { text } }));
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isBusy = false;
    }
  }
}
