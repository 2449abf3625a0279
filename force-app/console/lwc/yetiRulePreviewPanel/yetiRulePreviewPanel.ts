import { LightningElement, api } from 'lwc';
import { format, messageOf } from 'c/yetiMessages';
import { previewOf, type CaseChange, type CaseValues, type Preview } from 'c/yetiRulePreview';
import { compile } from 'c/yetiRuleEngine';
import type { Desk } from 'c/yetiRuleModel';
import type { Requirement, RuleSet } from 'c/yetiRuleSet';
import type { SelectOption } from 'c/yetiSelect';
import { requirementText } from 'c/yetiRuleWords';
import getCases from '@salesforce/apex/YetiRuleSetController.getCases';
import labelAll from '@salesforce/label/c.Yeti_Rules_Preview_Text';
import labelChanged from '@salesforce/label/c.Yeti_Rules_Preview_Changed';
import labelHowMany from '@salesforce/label/c.Yeti_Rules_Preview_How_Many';
import labelIdle from '@salesforce/label/c.Yeti_Rules_Preview_Idle';
import labelNobody from '@salesforce/label/c.Yeti_Rules_Preview_Nobody';
import labelNothing from '@salesforce/label/c.Yeti_Rules_Adds_Nothing';
import labelRun from '@salesforce/label/c.Yeti_Rules_Preview_Run';
import labelUnfinished from '@salesforce/label/c.Yeti_Rules_Try_Unfinished';
import { fieldsIn } from './fields';

const MOST_SHOWN = 100;
const amounts = ['50', '200'];
const amountOptions: readonly SelectOption[] = amounts.map((value) => ({ value, label: value }));

/** What the rules as they are open would have done to the newest cases, against the version that decides now. */
export default class YetiRulePreviewPanel extends LightningElement {
  @api document!: RuleSet;
  /** What decides now; without rules where no version is active. */
  @api activeDocument!: RuleSet;
  @api desk!: Desk;
  /** Whether the rules are complete enough to run. */
  @api isSound = false;

  readonly label = {
    changed: labelChanged,
    howMany: labelHowMany,
    idle: labelIdle,
    nobody: labelNobody,
    run: labelRun,
    text: labelAll,
    unfinished: labelUnfinished
  };
  readonly amountOptions = amountOptions;
  amount = amounts[0] ?? '';
  preview: Preview | undefined;
  problem = '';
  isBusy = false;

  get cannotRun(): boolean {
    return this.isBusy || !this.isSound;
  }

  get isUnfinished(): boolean {
    return !this.isSound;
  }

  get changedHeading(): string {
    return format(labelChanged, String(this.preview?.changes.length ?? 0), String(this.preview?.total ?? 0));
  }

  get nobodyHeading(): string {
    return format(labelNobody, String(this.preview?.nobody.length ?? 0));
  }

  get idleHeading(): string {
    return format(labelIdle, String(this.preview?.idle.length ?? 0));
  }

  get changed(): readonly object[] {
    return (this.preview?.changes ?? []).slice(0, MOST_SHOWN).map((change) => ({
      ...this.caseOf(change.of),
      before: this.textOf(change.before?.requirement),
      after: this.textOf(change.after.requirement),
      rules: this.rulesOf(change)
    }));
  }

  get nobody(): readonly object[] {
    return (this.preview?.nobody ?? []).slice(0, MOST_SHOWN).map(({ of, outcome }) => ({
      ...this.caseOf(of),
      after: this.textOf(outcome.requirement)
    }));
  }

  get idle(): readonly object[] {
    return (this.preview?.idle ?? []).slice(0, MOST_SHOWN).map(({ id, label }) => ({ id, label }));
  }

  handleAmount(event: CustomEvent<string>): void {
    this.amount = event.detail;
  }

  async handleRun(): Promise<void> {
    if (this.cannotRun) return;
    this.isBusy = true;
    this.problem = '';
    const { document, activeDocument, desk } = this;
    try {
      const paths = fieldsIn([document, activeDocument]);
      const answers = await getCases({ howMany: Number(this.amount), paths });
      const cases = answers.map(({ id, caseNumber, subject, values }) => ({
        id,
        number: caseNumber,
        subject: subject ?? '',
        values
      }));
      const active = activeDocument.rules.length === 0 ? undefined : compile(activeDocument);
      this.preview = previewOf({ document, engine: compile(document) }, active, cases, desk.agents, Date.now());
    } catch (error) {
      this.problem = messageOf(error);
    } finally {
      this.isBusy = false;
    }
  }

  handlePick(event: Event): void {
    const id = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.id : undefined;
    if (id) this.dispatchEvent(new CustomEvent<string>('pick', { detail: id }));
  }

  private caseOf({ id, number, subject }: CaseValues): { id: string; address: string; name: string; subject: string } {
    return { id, address: `/lightning/r/Case/${id}/view`, name: number, subject };
  }

  private textOf(requirement: Requirement | undefined): string {
    return (requirement && requirementText(requirement, this.desk.names)) || labelNothing;
  }

  /** The rules that one of the two looks at and the other does not. */
  private rulesOf({ before, after }: CaseChange): string {
    const earlier = new Set(before?.matched);
    const later = new Set(after.matched);
    const labelOf = (id: string): string => this.document.rules.find((rule) => rule.id === id)?.label ?? id;
    const added = after.matched.filter((id) => !earlier.has(id)).map((id) => `+ ${labelOf(id)}`);
    const gone = (before?.matched ?? []).filter((id) => !later.has(id)).map((id) => `− ${labelOf(id)}`);
    return [...added, ...gone].join(', ');
  }
}
