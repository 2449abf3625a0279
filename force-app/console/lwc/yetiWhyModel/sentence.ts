import { format } from 'c/yetiMessages';
import { qualifies, type Agent } from 'c/yetiMatcher';
import userId from '@salesforce/user/Id';
import labelByHand from '@salesforce/label/c.Yeti_Why_By_Hand';
import labelFailed from '@salesforce/label/c.Yeti_Why_Failed';
import labelFallback from '@salesforce/label/c.Yeti_Why_Fallback';
import labelHas from '@salesforce/label/c.Yeti_Why_Has';
import labelOther from '@salesforce/label/c.Yeti_Why_Came_To_Other';
import labelOtherAtOnce from '@salesforce/label/c.Yeti_Why_Came_To_Other_At_Once';
import labelSkipped from '@salesforce/label/c.Yeti_Why_Skipped';
import labelTitle from '@salesforce/label/c.Yeti_Why_Title';
import labelTitleWaiting from '@salesforce/label/c.Yeti_Why_Title_Waiting';
import labelTitleYou from '@salesforce/label/c.Yeti_Why_Title_You';
import labelWaits from '@salesforce/label/c.Yeti_Why_Waits';
import labelWaitsPreferred from '@salesforce/label/c.Yeti_Why_Waits_Preferred';
import labelWithdrawn from '@salesforce/label/c.Yeti_Why_Withdrawn';
import labelYou from '@salesforce/label/c.Yeti_Why_Came_To_You';
import labelYouAtOnce from '@salesforce/label/c.Yeti_Why_Came_To_You_At_Once';
import labelYouHave from '@salesforce/label/c.Yeti_Why_You_Have';
import { agentsOf } from './agents';
import { isAssigned, isWaiting, stepsOf, type DecisionView, type Need } from './decision';
import { stageOf } from './stage';
import { listed, needsText, needText, unitOfTime } from './words';

/** Who waited less, milliseconds, did not wait, unless somebody was asked before. */
const MOMENT = 3000;

/** What the explanation is called. */
export function titleOf(decision: DecisionView | undefined): string {
  if (decision && isWaiting(decision)) return labelTitleWaiting;
  return decision && isAssigned(decision) && decision.agentId === userId ? labelTitleYou : labelTitle;
}

/** Why the case is where it is, in one sentence. */
export function sentenceOf(decision: DecisionView, now: Date): string {
  // An abbreviated unit ends with a full stop of its own.
  return statementOf(decision, now).replace(/\.\.$/, '.');
}

function statementOf(decision: DecisionView, now: Date): string {
  const problem = decision.problem ?? '';
  switch (decision.status) {
    case 'Assigned':
      return assigned(decision);
    case 'Fallback':
      return format(labelFallback, unitOfTime(dispatchedAt(decision), now));
    case 'Skipped':
      return format(labelSkipped, problem).trim();
    case 'Failed':
      return format(labelFailed, problem).trim();
    case 'Withdrawn':
      return format(labelWithdrawn, problem).trim();
    default:
      return waits(decision, now);
  }
}

function waits(decision: DecisionView, now: Date): string {
  const { skills, preferredOnly } = stageOf(decision, now).current;
  const waited = unitOfTime(dispatchedAt(decision), now);
  return preferredOnly
    ? format(labelWaitsPreferred, waited, decision.preferredName ?? '')
    : format(labelWaits, waited, needsText(skills));
}

function assigned(decision: DecisionView): string {
  const isMe = decision.agentId === userId;
  const name = decision.agentName ?? '';
  const byHand = stepsOf(decision).findLast(({ kind, by }) => kind === 'Assigned' && by);
  if (byHand) return format(labelByHand, byHand.by ?? '', name);
  const at = decision.assignedAt ? new Date(decision.assignedAt) : dispatchedAt(decision);
  const { skills } = stageOf(decision, at).current;
  const [agent] = decision.agent ? agentsOf([decision.agent]) : [];
  const needs = agent ? listedWithLevels(skills, agent, isMe ? labelYouHave : labelHas) : needsText(skills);
  const from = dispatchedAt(decision);
  const wasRefused = (decision.refusedBy ?? []).length > 0;
  if (!wasRefused && at.getTime() - from.getTime() < MOMENT) {
    return isMe ? format(labelYouAtOnce, needs) : format(labelOtherAtOnce, name, needs);
  }
  const waited = unitOfTime(from, at);
  return isMe ? format(labelYou, needs, waited) : format(labelOther, name, needs, waited);
}

/** `Payments ≥ 5 (you have 8)`; the level of now is left out where it would no longer do. */
function listedWithLevels(needs: readonly Need[], agent: Agent, label: string): string {
  if (needs.length === 0) return needsText(needs);
  const now = Date.now();
  return listed(
    needs.map((need) => {
      const level = agent.skills.find(({ skill }) => skill === need.skill)?.level;
      return level !== undefined && qualifies(agent, [need], now)
        ? `${needText(need)} (${format(label, String(level))})`
        : needText(need);
    })
  );
}

function dispatchedAt({ dispatchedAt: dispatched, decidedAt }: DecisionView): Date {
  const moment = dispatched ?? decidedAt;
  return moment ? new Date(moment) : new Date();
}
