import { LightningElement, api } from 'lwc';
import { format, messageOf } from 'c/yetiMessages';
import { shortDay } from 'c/yetiMoments';
import type { PickerOption } from 'c/yetiPicker';
import { scalarOf, type CaseAnswer, type Desk } from 'c/yetiRuleModel';
import { compile, type Engine } from 'c/yetiRuleEngine';
import { stagesOf, type CatalogueField, type Outcome, type RuleSet, type Scalar, type Values } from 'c/yetiRuleSet';
import { failureText, requirementText } from 'c/yetiRuleWords';
import { candidatesFor, fieldsIn, obstacleText, stageText } from './explain';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import findCase from '@salesforce/apex/YetiRuleSetController.findCase';
import labelAgents from '@salesforce/label/c.Yeti_Rules_Try_Agents';
import labelCanTake from '@salesforce/label/c.Yeti_Rules_Try_Can_Take';
import labelCase from '@salesforce/label/c.Yeti_Rules_Try_Case';
import labelCases from '@salesforce/label/c.Yeti_Rules_Try_Case_Text';
import labelClear from '@salesforce/label/c.Yeti_Rules_Try_Clear';
import labelFalse from '@salesforce/label/c.Yeti_Rules_False';
import labelMatched from '@salesforce/label/c.Yeti_Rules_Try_Matched';
import labelNeeds from '@salesforce/label/c.Yeti_Rules_Try_Needs';
import labelNoCase from '@salesforce/label/c.Yeti_Rules_Try_No_Case';
import labelNobody from '@salesforce/label/c.Yeti_Rules_Nobody_Text';
import labelNone from '@salesforce/label/c.Yeti_Rules_Try_None';
import labelNothing from '@salesforce/label/c.Yeti_Rules_Adds_Nothing';
import labelOthers from '@salesforce/label/c.Yeti_Rules_Try_Others';
import labelTrue from '@salesforce/label/c.Yeti_Rules_True';
import labelTry from '@salesforce/label/c.Yeti_Rules_Panel_Try';
import labelUnfinished from '@salesforce/label/c.Yeti_Rules_Try_Unfinished';
import labelValues from '@salesforce/label/c.Yeti_Rules_Try_Values';

const MOST_SHOWN = 60;

interface Result {
  readonly outcome: Outcome;
  readonly needs: string;
  readonly matched: readonly object[];
  readonly others: readonly object[];
  readonly stages: readonly object[];
  readonly agents: readonly object[];
}

/** The rules as they are open, tried on a case or on typed values: what matches, what is asked for, who could take it. */
export default class YetiRuleTry extends LightningElement {
  @api document!: RuleSet;
  @api desk!: Desk;
  /** Whether the rules are complete enough to run. */
  @api isSound = false;

  readonly label = {
    agents: labelAgents,
    caseNumber: labelCase,
    clear: labelClear,
    matched: labelMatched,
    needs: labelNeeds,
    none: labelNone,
    others: labelOthers,
    try: labelTry,
    unfinished: labelUnfinished,
    values: labelValues
  };
  values: Values = {};
  caseNumber = '';
  caseText = '';
  problem = '';
  isBusy = false;

  private compiled: { document: RuleSet; engine: Engine } | undefined;

  /** Every field that some rule looks at, with its value. */
  get inputs(): readonly object[] {
    return fieldsIn(this.document.rules.map(({ when }) => when)).map((path) => {
      const field = this.fieldOf(path);
      const value = this.values[path];
      const options = optionsOf(field);
      return {
        path,
        label: this.desk.names.field(path),
        value: value === null || value === undefined ? '' : String(value),
        options,
        hasOptions: options.length > 0,
        type: field?.type === 'number' ? 'number' : 'text'
      };
    });
  }

  get result(): Result | undefined {
    if (!this.isSound) return undefined;
    const { desk, document, values } = this;
    const { names } = desk;
    const engine = this.engine;
    const outcome = engine.evaluate(values);
    const now = Date.now();
    const stages = stagesOf(outcome.requirement);
    const rules = new Map(document.rules.map((rule, index) => [rule.id, { rule, position: index + 1 }]));
    const rows = engine.trace(values).flatMap((trace) => {
      const known = rules.get(trace.id);
      if (!known) return [];
      const { rule, position } = known;
      const isMatched = trace.state === 'matched';
      const why = isMatched ? requirementText(rule.then, names) : failureText(rule, trace, values, names);
      return [{ id: rule.id, name: `${String(position)} ${rule.label}`, why, isMatched }];
    });
    const shown = candidatesFor(outcome.requirement, stages[0], desk, now).slice(0, MOST_SHOWN);
    return {
      outcome,
      needs: requirementText(outcome.requirement, names) || labelNothing,
      matched: rows.filter(({ isMatched }) => isMatched),
      others: rows.filter(({ isMatched }) => !isMatched).slice(0, MOST_SHOWN),
      stages: stages.map((stage) => ({
        key: String(stage.after),
        ...stageText(stage, names),
        who:
          desk
            .staff(stage.skills)
            .qualified.map(({ name }) => name)
            .slice(0, MOST_SHOWN)
            .join(', ') || labelNobody
      })),
      agents: shown.map(({ agent, obstacles }) => ({
        id: agent.id,
        name: agent.name,
        canTake: obstacles.length === 0,
        why:
          obstacles.length === 0 ? labelCanTake : obstacles.map((each) => obstacleText(each, names, dayOf)).join(', '),
        icon: obstacles.length === 0 ? 'utility:check' : 'utility:dash',
        variant: obstacles.length === 0 ? 'success' : ''
      }))
    };
  }

  get hasMatched(): boolean {
    return (this.result?.matched.length ?? 0) > 0;
  }

  handleNumber(event: CustomEvent<{ readonly value: string }>): void {
    this.caseNumber = event.detail.value;
  }

  async handleFind(event: Event): Promise<void> {
    event.preventDefault();
    if (this.isBusy || this.caseNumber.trim() === '') return;
    this.isBusy = true;
    this.problem = '';
    try {
      const paths = fieldsIn(this.document.rules.map(({ when }) => when));
      const found: CaseAnswer | null = await findCase({ caseNumber: this.caseNumber, paths });
      if (found) {
        this.values = found.values;
        this.caseText = format(labelCases, found.caseNumber, found.subject ?? '');
      } else {
        this.problem = format(labelNoCase, this.caseNumber);
      }
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isBusy = false;
    }
  }

  handleClear(): void {
    this.values = {};
    this.caseText = '';
  }

  handleValue(event: CustomEvent<{ readonly value: string }>): void {
    event.stopPropagation();
    this.put(event, event.detail.value);
  }

  handleChoice(event: CustomEvent<string>): void {
    this.put(event, event.detail);
  }

  handlePick(event: Event): void {
    const id = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.id : undefined;
    if (id) this.dispatchEvent(new CustomEvent<string>('pick', { detail: id }));
  }

  private get engine(): Engine {
    if (this.compiled?.document !== this.document) {
      this.compiled = { document: this.document, engine: compile(this.document) };
    }
    return this.compiled.engine;
  }

  private put(event: Event, text: string): void {
    const path = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.path : undefined;
    if (!path) return;
    const value: Scalar | null = text === '' ? null : scalarOf(text, this.fieldOf(path)?.type ?? 'text');
    this.values = { ...this.values, [path]: value };
  }

  private fieldOf(path: string): CatalogueField | undefined {
    return this.desk.catalogue.fields.find((field) => field.path === path);
  }
}

function optionsOf(field: CatalogueField | undefined): readonly PickerOption[] {
  if (field?.type === 'boolean') {
    return [
      { value: 'true', label: labelTrue },
      { value: 'false', label: labelFalse }
    ];
  }
  return field?.type === 'multipicklist' ? [] : (field?.values ?? []);
}

function dayOf(moment: number): string {
  return shortDay(locale, timeZone, new Date(moment));
}
