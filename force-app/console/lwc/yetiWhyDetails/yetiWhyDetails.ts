import { LightningElement, api } from 'lwc';
import { format } from 'c/yetiMessages';
import { dayAndTime } from 'c/yetiMoments';
import type { Agent } from 'c/yetiMatcher';
import { conditionText, failureText, namesOf, type Names } from 'c/yetiRuleWords';
import {
  agentsOf,
  candidatesFor,
  circumstancesOf,
  isWaiting,
  nextText,
  obstaclesText,
  othersOf,
  rulesOf,
  skillName,
  stageOf,
  stepText,
  stepsOf,
  valuesOf,
  type Candidate,
  type DecisionRules,
  type DecisionView
} from 'c/yetiWhyModel';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import labelAway from '@salesforce/label/c.Yeti_Why_Group_Away';
import labelBusy from '@salesforce/label/c.Yeti_Why_Group_Busy';
import labelCandidates from '@salesforce/label/c.Yeti_Why_Could_Take';
import labelFree from '@salesforce/label/c.Yeti_Why_Group_Free';
import labelHas from '@salesforce/label/c.Yeti_Why_Level_Has';
import labelLoading from '@salesforce/label/c.Yeti_Loading';
import labelNear from '@salesforce/label/c.Yeti_Why_Group_Near';
import labelNeeded from '@salesforce/label/c.Yeti_Why_Level_Needed';
import labelNoLevel from '@salesforce/label/c.Yeti_Why_No_Level';
import labelNobody from '@salesforce/label/c.Yeti_Why_Nobody';
import labelNoNext from '@salesforce/label/c.Yeti_Why_No_Next';
import labelOthers from '@salesforce/label/c.Yeti_Why_Others';
import labelOthersGone from '@salesforce/label/c.Yeti_Why_Others_Gone';
import labelOthersMore from '@salesforce/label/c.Yeti_Why_Others_More';
import labelRefused from '@salesforce/label/c.Yeti_Why_Group_Refused';
import labelRules from '@salesforce/label/c.Yeti_Why_Rules';
import labelRulesNone from '@salesforce/label/c.Yeti_Why_Rules_None';
import labelSkill from '@salesforce/label/c.Yeti_Why_Skill';
import labelSkills from '@salesforce/label/c.Yeti_Why_Skills';
import labelSteps from '@salesforce/label/c.Yeti_Why_Steps';
import labelVersion from '@salesforce/label/c.Yeti_Why_Version';

interface RuleRow {
  readonly id: string;
  readonly label: string;
  readonly condition: string;
}

interface NeedRow {
  readonly skill: string;
  readonly needed: string;
  readonly has: string;
}

interface CandidateGroup {
  readonly key: string;
  readonly label: string;
  readonly people: string;
}

/** Names of one kind; more are only counted. */
const MOST_NAMED = 12;

/** Rules that matched, skills against levels, what was relaxed, who could take it, and what comes next. */
export default class YetiWhyDetails extends LightningElement {
  @api decision!: DecisionView;
  /** None while they are being asked for. */
  @api agents: readonly Agent[] | undefined;
  /** None while they are being asked for; null where they may not be read. */
  @api rules: DecisionRules | null | undefined;
  /** The moment from which everything is counted. */
  @api moment = new Date();

  readonly label = {
    candidates: labelCandidates,
    loading: labelLoading,
    needed: labelNeeded,
    nobody: labelNobody,
    othersGone: labelOthersGone,
    rulesNone: labelRulesNone,
    skill: labelSkill,
    skills: labelSkills,
    steps: labelSteps
  };

  showsOthers = false;

  get matched(): readonly RuleRow[] {
    const { names } = this;
    return rulesOf(this.rules ?? {}).map(({ id, label, when }) => ({
      id,
      label,
      condition: conditionText(when, names)
    }));
  }

  /** What did not match, each with the first condition that failed and what the case had there. */
  get others(): readonly RuleRow[] {
    const { names } = this;
    const values = valuesOf(this.decision);
    return othersOf(this.rules ?? {}).map(({ rule, trace }) => ({
      id: rule.id,
      label: rule.label,
      condition: failureText(rule, trace, values, names)
    }));
  }

  get hasOthers(): boolean {
    return this.others.length > 0;
  }

  /** A version is there, and not what its rules looked at. */
  get othersAreGone(): boolean {
    return Boolean(this.rules?.matched) && !this.rules?.others;
  }

  get othersHeading(): string {
    return format(labelOthers, this.number(this.others.length + (this.rules?.moreOthers ?? 0)));
  }

  get moreOthers(): string | undefined {
    const more = this.rules?.moreOthers ?? 0;
    return more === 0 ? undefined : format(labelOthersMore, this.number(more));
  }

  get othersExpanded(): string {
    return String(this.showsOthers);
  }

  get othersChevron(): string {
    return this.showsOthers ? 'utility:chevrondown' : 'utility:chevronright';
  }

  get hasRules(): boolean {
    return this.matched.length > 0;
  }

  get isReadingRules(): boolean {
    return this.rules === undefined;
  }

  get rulesHeading(): string {
    const { version } = this.decision;
    return version ? `${labelRules} (${format(labelVersion, String(version))})` : labelRules;
  }

  get needs(): readonly NeedRow[] {
    const [agent] = this.decision.agent ? agentsOf([this.decision.agent]) : [];
    return this.current.skills.map(({ skill, level }) => {
      const has = agent?.skills.find((each) => each.skill === skill)?.level;
      return {
        skill: skillName(skill),
        needed: `≥ ${String(level)}`,
        has: has === undefined ? labelNoLevel : String(has)
      };
    });
  }

  get hasNeeds(): boolean {
    return this.needs.length > 0;
  }

  /** The column of levels stands only where somebody has the case. */
  get hasHeading(): string | undefined {
    const { agent, agentName } = this.decision;
    return agent ? format(labelHas, agentName ?? agent.name) : undefined;
  }

  get steps(): readonly { readonly key: string; readonly when: string; readonly text: string }[] {
    return stepsOf(this.decision).map((step, index) => ({
      key: String(index),
      when: dayAndTime(locale, timeZone, new Date(step.at)),
      text: stepText(step)
    }));
  }

  get hasSteps(): boolean {
    return this.steps.length > 0;
  }

  get isLoading(): boolean {
    return this.agents === undefined;
  }

  get groups(): readonly CandidateGroup[] {
    const { agents } = this;
    if (!agents) return [];
    const { free, busy, away, refused, near } = candidatesFor(
      this.current.skills,
      agents,
      this.moment.getTime(),
      circumstancesOf(this.decision, this.moment)
    );
    return [
      { key: 'free', label: labelFree, people: this.people(free) },
      { key: 'busy', label: labelBusy, people: this.people(busy) },
      { key: 'away', label: labelAway, people: this.people(away) },
      { key: 'refused', label: labelRefused, people: this.people(refused) },
      { key: 'near', label: labelNear, people: this.people(near) }
    ].filter(({ people }) => people !== '');
  }

  get hasGroups(): boolean {
    return this.groups.length > 0;
  }

  /** What happens if nobody takes it. */
  get next(): string | undefined {
    const { nextStepAt } = this.decision;
    if (!isWaiting(this.decision)) return undefined;
    const { next } = stageOf(this.decision, this.moment);
    if (!next) return labelNoNext;
    const at = nextStepAt ? new Date(nextStepAt) : this.momentOf(next.after);
    return nextText(next, at, this.moment);
  }

  handleOthers(): void {
    this.showsOthers = !this.showsOthers;
  }

  private get names(): Names {
    return namesOf(this.rules?.names ?? undefined);
  }

  private get current(): ReturnType<typeof stageOf>['current'] {
    const { assignedAt } = this.decision;
    return stageOf(this.decision, assignedAt ? new Date(assignedAt) : this.moment).current;
  }

  private number(value: number): string {
    return new Intl.NumberFormat(locale).format(value);
  }

  private people(candidates: readonly Candidate[]): string {
    const now = this.moment.getTime();
    const named = candidates.slice(0, MOST_NAMED).map(({ agent, obstacles }) => {
      return obstacles.length === 0 ? agent.name : `${agent.name} (${obstaclesText(obstacles, now)})`;
    });
    const more = candidates.length - named.length;
    return [...named, ...(more > 0 ? [`+${String(more)}`] : [])].join(', ');
  }

  private momentOf(seconds: number): Date {
    const { dispatchedAt } = this.decision;
    return new Date((dispatchedAt ? Date.parse(dispatchedAt) : this.moment.getTime()) + seconds * 1000);
  }
}
