import { api } from 'lwc';
import { messageOf } from 'c/yetiMessages';
import YetiRecordPart from 'c/yetiRecordPart';
import type { Agent } from 'c/yetiMatcher';
import {
  agentsOf,
  circumstancesOf,
  isWaiting,
  rememberSkills,
  reasonsFor,
  sentenceOf,
  stageOf,
  titleOf,
  type DecisionAnswer,
  type DecisionRules,
  type DecisionView
} from 'c/yetiWhyModel';
import getAgents from '@salesforce/apex/YetiDecisionController.getAgents';
import getDecision from '@salesforce/apex/YetiDecisionController.getDecision';
import getRules from '@salesforce/apex/YetiDecisionController.getRules';
import routeAgain from '@salesforce/apex/YetiDecisionController.routeAgain';
import labelDetails from '@salesforce/label/c.Yeti_Why_Details';
import labelNone from '@salesforce/label/c.Yeti_Why_None';
import labelRoute from '@salesforce/label/c.Yeti_Why_Route';
import labelRouteAgain from '@salesforce/label/c.Yeti_Why_Route_Again';
import labelRouted from '@salesforce/label/c.Yeti_Why_Routed';

/** Why a case came to somebody, or why it still waits: a sentence first, the rest on demand. On a case, or for one decision. */
export default class YetiWhy extends YetiRecordPart<DecisionAnswer | null> {
  /** Whether everything is shown at once. */
  @api get open(): boolean {
    return this.isOpen;
  }
  set open(open: boolean) {
    this.isOpen = open;
  }

  readonly label = { details: labelDetails, none: labelNone };
  answer: DecisionAnswer | null | undefined;
  agents: readonly Agent[] | undefined;
  rules: DecisionRules | null | undefined;
  isOpen = false;
  announcement = '';
  moment = new Date();

  get decision(): DecisionView | undefined {
    return this.answer?.decision ?? undefined;
  }

  get isReady(): boolean {
    return Boolean(this.answer);
  }

  get heading(): string {
    return titleOf(this.decision);
  }

  get sentence(): string {
    return this.decision ? sentenceOf(this.decision, this.moment) : labelNone;
  }

  /** Why nobody took it; nothing until it is known who is there. */
  get reasons(): readonly string[] {
    const { decision, agents } = this;
    if (!decision || !agents || !isWaiting(decision)) return [];
    const { skills } = stageOf(decision, this.moment).current;
    return reasonsFor(skills, agents, this.moment.getTime(), circumstancesOf(decision, this.moment));
  }

  get hasReasons(): boolean {
    return this.reasons.length > 0;
  }

  get canOpen(): boolean {
    return this.decision !== undefined;
  }

  get showsDetails(): boolean {
    return this.isOpen && this.decision !== undefined;
  }

  get expanded(): string {
    return String(this.isOpen);
  }

  get chevron(): string {
    return this.isOpen ? 'utility:chevrondown' : 'utility:chevronright';
  }

  /** Somebody who has the case keeps it. */
  get routeLabel(): string | undefined {
    if (this.answer?.canRoute !== true) return undefined;
    return this.decision ? labelRouteAgain : labelRoute;
  }

  handleToggle(): void {
    this.isOpen = !this.isOpen;
    this.askMore(false);
  }

  async handleRoute(): Promise<void> {
    const caseId = this.decision?.caseId ?? this.recordId;
    if (caseId && (await this.change(() => routeAgain({ caseId })))) this.announcement = labelRouted;
  }

  protected override ask(recordId: string): Promise<DecisionAnswer | null> {
    return getDecision({ recordId });
  }

  protected override show(answer: DecisionAnswer | null): void {
    rememberSkills(answer?.skillLabels);
    if (answer?.decision?.id !== this.decision?.id) {
      this.agents = undefined;
      this.rules = undefined;
    }
    this.answer = answer;
    this.moment = new Date();
    this.askMore(true);
  }

  /**
   * Only what is shown: who has a case need not know at once who else could have taken it. What is here stays until it is here
   * anew: agents come and go, the rules of a decision do not.
   */
  private async askMore(anew: boolean): Promise<void> {
    const { decision, isOpen } = this;
    if (!decision) return;
    const needsAgents = (anew || !this.agents) && (isOpen || isWaiting(decision));
    const needsRules = isOpen && this.rules === undefined;
    try {
      const [agents, rules] = await Promise.all([
        needsAgents ? getAgents({}) : undefined,
        needsRules ? getRules({ decisionId: decision.id }) : undefined
      ]);
      if (decision !== this.decision) return;
      if (agents) this.agents = agentsOf(agents);
      if (rules !== undefined) this.rules = rules;
    } catch (error) {
      this.problem = messageOf(error);
    }
  }
}
