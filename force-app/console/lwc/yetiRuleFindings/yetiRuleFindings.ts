import { LightningElement, api } from 'lwc';
import { ruleIndex, ruleOf } from 'c/yetiRuleDocument';
import { DEFAULTS_ID, Problems, type Problem } from 'c/yetiRuleModel';
import type { RuleSet } from 'c/yetiRuleSet';
import labelErrors from '@salesforce/label/c.Yeti_Rules_Check_Errors';
import labelErrorsText from '@salesforce/label/c.Yeti_Rules_Check_Errors_Text';
import labelInfos from '@salesforce/label/c.Yeti_Rules_Check_Infos';
import labelNone from '@salesforce/label/c.Yeti_Rules_Check_None';
import labelOtherwise from '@salesforce/label/c.Yeti_Rules_Otherwise';
import labelWarnings from '@salesforce/label/c.Yeti_Rules_Check_Warnings';
import labelWhole from '@salesforce/label/c.Yeti_Rules_Check_Whole';

const MOST_SHOWN = 200;
const kinds = [
  { severity: 'error', label: labelErrors, icon: 'utility:error', variant: 'error' },
  { severity: 'warning', label: labelWarnings, icon: 'utility:warning', variant: 'warning' },
  { severity: 'info', label: labelInfos, icon: 'utility:info', variant: '' }
] as const;

interface Row {
  readonly key: string;
  readonly ruleId: string | undefined;
  readonly rule: string;
  readonly message: string;
}

interface Group {
  readonly severity: string;
  readonly label: string;
  readonly icon: string;
  readonly variant: string;
  readonly rows: readonly Row[];
}

/** Everything that is wrong or odd in the rules, the worst first; each leads to its rule. Fires `pick`. */
export default class YetiRuleFindings extends LightningElement {
  @api document!: RuleSet;
  @api problems = new Problems([]);
  readonly label = { errorsText: labelErrorsText, none: labelNone };

  get hasErrors(): boolean {
    return this.problems.errors > 0;
  }

  get groups(): readonly Group[] {
    return kinds.flatMap(({ severity, label, icon, variant }) => {
      const own = this.problems.all.filter((each) => each.severity === severity);
      if (own.length === 0) return [];
      const rows = own.slice(0, MOST_SHOWN).map((problem, index) => this.rowOf(problem, index));
      return [{ severity, label: `${label}: ${String(own.length)}`, icon, variant, rows }];
    });
  }

  handlePick(event: Event): void {
    const id = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.id : undefined;
    if (id) this.dispatchEvent(new CustomEvent<string>('pick', { detail: id }));
  }

  private rowOf({ ruleId, message, about }: Problem, index: number): Row {
    return { key: String(index), ruleId, rule: this.nameOf(ruleId), message: about ? `${about}: ${message}` : message };
  }

  private nameOf(ruleId: string | undefined): string {
    if (ruleId === undefined) return labelWhole;
    if (ruleId === DEFAULTS_ID) return labelOtherwise;
    return `${String(ruleIndex(this.document, ruleId) + 1)} ${ruleOf(this.document, ruleId)?.label ?? ruleId}`;
  }
}
