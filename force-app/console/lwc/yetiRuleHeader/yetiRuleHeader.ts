import { LightningElement, api } from 'lwc';
import { format, plural, type PluralForms } from 'c/yetiMessages';
import type { Version } from 'c/yetiRuleModel';
import language from '@salesforce/i18n/lang';
import labelActivate from '@salesforce/label/c.Yeti_Rules_Activate';
import labelActiveVersion from '@salesforce/label/c.Yeti_Rules_Active_Version';
import labelArchived from '@salesforce/label/c.Yeti_Rules_Archived_Version';
import labelChangesFew from '@salesforce/label/c.Yeti_Rules_Changes_Few';
import labelChangesMany from '@salesforce/label/c.Yeti_Rules_Changes_Many';
import labelChangesOne from '@salesforce/label/c.Yeti_Rules_Changes_One';
import labelChangesOther from '@salesforce/label/c.Yeti_Rules_Changes_Other';
import labelConflict from '@salesforce/label/c.Yeti_Rules_Save_Conflict';
import labelDraft from '@salesforce/label/c.Yeti_Rules_Draft_Version';
import labelErrorsFew from '@salesforce/label/c.Yeti_Rules_Errors_Few';
import labelErrorsMany from '@salesforce/label/c.Yeti_Rules_Errors_Many';
import labelErrorsOne from '@salesforce/label/c.Yeti_Rules_Errors_One';
import labelErrorsOther from '@salesforce/label/c.Yeti_Rules_Errors_Other';
import labelFailed from '@salesforce/label/c.Yeti_Rules_Save_Failed';
import labelMine from '@salesforce/label/c.Yeti_Rules_Keep_Mine';
import labelNoActive from '@salesforce/label/c.Yeti_Rules_No_Active';
import labelPreview from '@salesforce/label/c.Yeti_Rules_Panel_Preview';
import labelRedo from '@salesforce/label/c.Yeti_Rules_Redo';
import labelRestored from '@salesforce/label/c.Yeti_Rules_Restored';
import labelRetry from '@salesforce/label/c.Yeti_Retry';
import labelSaved from '@salesforce/label/c.Yeti_Rules_Saved';
import labelSaving from '@salesforce/label/c.Yeti_Rules_Saving';
import labelShadow from '@salesforce/label/c.Yeti_Rules_Panel_Shadow';
import labelShadowOn from '@salesforce/label/c.Yeti_Rules_In_Shadow';
import labelTheirs from '@salesforce/label/c.Yeti_Rules_Take_Theirs';
import labelTitle from '@salesforce/label/c.Yeti_Rules_Title';
import labelTry from '@salesforce/label/c.Yeti_Rules_Panel_Try';
import labelUndo from '@salesforce/label/c.Yeti_Undo';
import labelUnfinished from '@salesforce/label/c.Yeti_Rules_Save_Unfinished';
import labelWarningsFew from '@salesforce/label/c.Yeti_Rules_Warnings_Few';
import labelWarningsMany from '@salesforce/label/c.Yeti_Rules_Warnings_Many';
import labelWarningsOne from '@salesforce/label/c.Yeti_Rules_Warnings_One';
import labelWarningsOther from '@salesforce/label/c.Yeti_Rules_Warnings_Other';

const changeForms = { one: labelChangesOne, few: labelChangesFew, many: labelChangesMany, other: labelChangesOther };
const errorForms = { one: labelErrorsOne, few: labelErrorsFew, many: labelErrorsMany, other: labelErrorsOther };
const warningForms = {
  one: labelWarningsOne,
  few: labelWarningsFew,
  many: labelWarningsMany,
  other: labelWarningsOther
};

/** What is to be said of the rules that are open. */
export interface RulesStatus {
  readonly active: Version | undefined;
  readonly open: Version | undefined;
  readonly saveState: 'saved' | 'waiting' | 'saving' | 'unfinished' | 'conflict' | 'failed';
  readonly problem: string;
  readonly conflictWith: string;
  readonly isRestored: boolean;
  readonly canEdit: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly changes: number;
  readonly errors: number;
  readonly warnings: number;
}

/** Which version decides, which one is open, what is different and wrong in it, whether it is saved. */
export default class YetiRuleHeader extends LightningElement {
  @api status!: RulesStatus;
  readonly label = {
    activate: labelActivate,
    mine: labelMine,
    preview: labelPreview,
    redo: labelRedo,
    retry: labelRetry,
    shadow: labelShadow,
    theirs: labelTheirs,
    title: labelTitle,
    try: labelTry,
    undo: labelUndo
  };

  get facts(): readonly { key: string; text: string; className: string }[] {
    const { active, open, changes, errors, warnings } = this.status;
    const facts = [
      { text: active ? format(labelActiveVersion, String(active.version)) : labelNoActive, className: 'fact strong' },
      { text: openText(open), className: 'fact strong' },
      { text: changes > 0 ? counted(changes, changeForms) : '', className: 'fact' },
      { text: errors > 0 ? counted(errors, errorForms) : '', className: 'fact error' },
      { text: warnings > 0 ? counted(warnings, warningForms) : '', className: 'fact warning' },
      { text: open?.status === 'Draft' && open.shadow ? labelShadowOn : '', className: 'fact' }
    ];
    return facts.filter(({ text }) => text !== '').map((fact, index) => ({ ...fact, key: String(index) }));
  }

  get saveText(): string {
    const { saveState, problem, conflictWith, isRestored, open } = this.status;
    switch (saveState) {
      case 'saved':
        return open?.status === 'Draft' ? labelSaved : '';
      case 'waiting':
      case 'saving':
        return isRestored && saveState === 'waiting' ? labelRestored : labelSaving;
      case 'unfinished':
        return labelUnfinished;
      case 'conflict':
        return format(labelConflict, conflictWith);
      default:
        return format(labelFailed, problem);
    }
  }

  get saveClass(): string {
    return ['conflict', 'failed', 'unfinished'].includes(this.status.saveState) ? 'save attention' : 'save';
  }

  get isConflict(): boolean {
    return this.status.saveState === 'conflict';
  }

  get isFailed(): boolean {
    return this.status.saveState === 'failed';
  }

  get cannotUndo(): boolean {
    return !this.status.canUndo;
  }

  get cannotRedo(): boolean {
    return !this.status.canRedo;
  }

  handle(event: Event): void {
    const name = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.event : undefined;
    if (name) this.dispatchEvent(new CustomEvent(name));
  }

  handleShow(event: Event): void {
    const panel = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.panel : undefined;
    this.dispatchEvent(new CustomEvent<string>('show', { detail: panel ?? 'edit' }));
  }
}

function counted(count: number, forms: PluralForms): string {
  return format(plural(language, count, forms), String(count));
}

function openText(open: Version | undefined): string {
  if (open?.status === 'Draft') return format(labelDraft, String(open.version));
  return open?.status === 'Archived' ? format(labelArchived, String(open.version)) : '';
}
