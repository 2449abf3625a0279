import { LightningElement, api } from 'lwc';
import { format, messageOf } from 'c/yetiMessages';
import { shortDay } from 'c/yetiMoments';
import { changesBetween, type Change } from 'c/yetiRuleCompare';
import type { Desk, Version } from 'c/yetiRuleModel';
import { lineOf, sentence, validate, type Fault, type RuleSet } from 'c/yetiRuleSet';
import type { SelectOption } from 'c/yetiSelect';
import { faultText } from 'c/yetiRuleWords';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import makeActive from '@salesforce/apex/YetiRuleSetController.makeActive';
import discardDraft from '@salesforce/apex/YetiRuleSetController.discardDraft';
import getDocument from '@salesforce/apex/YetiRuleSetController.getDocument';
import labelActivatedBy from '@salesforce/label/c.Yeti_Rules_Version_Activated';
import labelActive from '@salesforce/label/c.Yeti_Rules_Status_Active';
import labelArchived from '@salesforce/label/c.Yeti_Rules_Status_Archived';
import labelCancel from '@salesforce/label/c.Yeti_Cancel';
import labelChangedBy from '@salesforce/label/c.Yeti_Rules_Version_Changed';
import labelCompare from '@salesforce/label/c.Yeti_Rules_Compare';
import labelCompareFrom from '@salesforce/label/c.Yeti_Rules_Compare_From';
import labelCompareOpen from '@salesforce/label/c.Yeti_Rules_Compare_Open';
import labelCompareTo from '@salesforce/label/c.Yeti_Rules_Compare_To';
import labelDiscard from '@salesforce/label/c.Yeti_Rules_Discard';
import labelDiscardName from '@salesforce/label/c.Yeti_Rules_Discard_Name';
import labelDiscardSure from '@salesforce/label/c.Yeti_Rules_Discard_Sure';
import labelDraft from '@salesforce/label/c.Yeti_Rules_Status_Draft';
import labelExport from '@salesforce/label/c.Yeti_Rules_Export';
import labelImport from '@salesforce/label/c.Yeti_Rules_Import';
import labelImported from '@salesforce/label/c.Yeti_Rules_Imported';
import labelNote from '@salesforce/label/c.Yeti_Rules_Activate_Note';
import labelOpen from '@salesforce/label/c.Yeti_Rules_Open';
import labelOpenName from '@salesforce/label/c.Yeti_Rules_Open_Name';
import labelRollBack from '@salesforce/label/c.Yeti_Rules_Roll_Back';
import labelRollBackName from '@salesforce/label/c.Yeti_Rules_Roll_Back_Name';
import labelRuleCount from '@salesforce/label/c.Yeti_Rules_Count';

/** Stands for what is open, saved or not, where a version's id is expected. */
const OPEN = 'open';
const statusLabels = { Draft: labelDraft, Active: labelActive, Archived: labelArchived } as const;

/** The versions: opened, compared, rolled back to, discarded; the rules as a file. */
export default class YetiRuleVersions extends LightningElement {
  @api versions: readonly Version[] = [];
  @api openId: string | undefined;
  @api document!: RuleSet;
  @api desk!: Desk;
  @api canEdit = false;

  readonly label = {
    cancel: labelCancel,
    compare: labelCompare,
    compareFrom: labelCompareFrom,
    compareTo: labelCompareTo,
    discard: labelDiscard,
    discardSure: labelDiscardSure,
    export: labelExport,
    import: labelImport,
    note: labelNote,
    open: labelOpen,
    rollBack: labelRollBack
  };
  /** The version about to be rolled back to. */
  rollingId: string | undefined;
  discardingId: string | undefined;
  note = '';
  problem = '';
  said = '';
  isBusy = false;
  fromId: string | undefined;
  toId = OPEN;
  changes: readonly Change[] | undefined;

  get mayEdit(): boolean {
    return this.desk.canEdit;
  }

  get rows(): readonly object[] {
    return this.versions.map((version) => {
      const name = `v${String(version.version)}`;
      const { id, status } = version;
      return {
        id,
        name,
        status: statusLabels[status],
        count: format(labelRuleCount, String(version.ruleCount ?? 0)),
        when: whenText(version),
        notes: version.notes ?? '',
        canOpen: id !== this.openId,
        canRollBack: this.mayEdit && status === 'Archived',
        canDiscard: this.mayEdit && status === 'Draft',
        isRolling: id === this.rollingId,
        isDiscarding: id === this.discardingId,
        openName: format(labelOpenName, name),
        rollBackName: format(labelRollBackName, name),
        discardName: format(labelDiscardName, name),
        className: id === this.openId ? 'row open' : 'row'
      };
    });
  }

  /** What can be compared: what is open, and every version. */
  get compareOptions(): readonly SelectOption[] {
    const versions = this.versions.map(({ id, version, status }) => ({
      value: id,
      label: `v${String(version)} ${statusLabels[status]}`
    }));
    return [{ value: OPEN, label: labelCompareOpen }, ...versions];
  }

  /** At first what is open is compared with what decides. */
  get chosenFrom(): string {
    return this.fromId ?? this.activeId ?? OPEN;
  }

  handleOpen(event: Event): void {
    this.dispatchEvent(new CustomEvent<string>('openversion', { detail: idOf(event) }));
  }

  handleRollBack(event: Event): void {
    this.rollingId = idOf(event);
    this.discardingId = undefined;
  }

  handleDiscard(event: Event): void {
    this.discardingId = idOf(event);
    this.rollingId = undefined;
  }

  handleCancel(): void {
    this.rollingId = undefined;
    this.discardingId = undefined;
  }

  handleNote(event: CustomEvent<{ readonly value: string }>): void {
    this.note = event.detail.value;
  }

  async handleConfirmRollBack(): Promise<void> {
    const { rollingId } = this;
    const insteadOf = this.activeId ?? null;
    if (rollingId) await this.act(() => makeActive({ ruleSetId: rollingId, note: this.note, insteadOf }));
  }

  async handleConfirmDiscard(): Promise<void> {
    const { discardingId } = this;
    if (discardingId) await this.act(() => discardDraft({ draftId: discardingId }));
  }

  handleFrom(event: CustomEvent<string>): void {
    this.fromId = event.detail;
  }

  handleTo(event: CustomEvent<string>): void {
    this.toId = event.detail;
  }

  async handleCompare(): Promise<void> {
    this.problem = '';
    try {
      const [from, to] = await Promise.all([this.documentOf(this.chosenFrom), this.documentOf(this.toId)]);
      this.changes = changesBetween(from, to);
    } catch (error) {
      this.problem = messageOf(error);
    }
  }

  handlePick(event: CustomEvent<string>): void {
    this.dispatchEvent(new CustomEvent<string>('pick', { detail: event.detail }));
  }

  handleExport(): void {
    const version = this.versions.find(({ id }) => id === this.openId);
    const file = new Blob([`${JSON.stringify(this.document, null, 2)}\n`], { type: 'application/json' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${this.document.name}-v${String(version?.version ?? 0)}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  async handleImport(event: Event): Promise<void> {
    const { target } = event;
    const file = target instanceof HTMLInputElement ? target.files?.[0] : undefined;
    if (!(target instanceof HTMLInputElement) || !file) return;
    this.problem = '';
    try {
      const imported = importedFrom(await file.text());
      this.said = format(labelImported, file.name, String(imported.rules.length));
      this.dispatchEvent(new CustomEvent<RuleSet>('replace', { detail: imported }));
    } catch (error) {
      this.problem = messageOf(error);
    }
    target.value = '';
  }

  private get activeId(): string | undefined {
    return this.versions.find(({ status }) => status === 'Active')?.id;
  }

  private async documentOf(id: string): Promise<RuleSet> {
    if (id === OPEN) return this.document;
    const { document } = await getDocument({ ruleSetId: id });
    return JSON.parse(document ?? '{"rules":[]}') as RuleSet;
  }

  private async act(action: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.problem = '';
    try {
      await action();
      this.handleCancel();
      this.note = '';
      this.dispatchEvent(new CustomEvent('changed'));
    } catch (error) {
      this.problem = messageOf(error);
      this.dispatchEvent(new CustomEvent('refused'));
    } finally {
      this.isBusy = false;
    }
  }
}

function whenText({ activatedAt, activatedBy, modifiedAt, modifiedBy }: Version): string {
  const day = (moment: string): string => shortDay(locale, timeZone, new Date(moment));
  return activatedAt
    ? format(labelActivatedBy, activatedBy ?? '', day(activatedAt))
    : format(labelChangedBy, modifiedBy, day(modifiedAt));
}

/**
 * The rules of a file.
 *
 * @throws Error with a line for each fault, in the reader's language
 */
function importedFrom(text: string): RuleSet {
  const { document, faults } = read(text);
  const errors = faults.filter(({ severity }) => severity === 'error');
  if (errors.length > 0)
    throw new Error(errors.map((each) => lineOf({ ...each, message: faultText(each) })).join('\n'));
  return document as RuleSet;
}

function read(text: string): { readonly document: unknown; readonly faults: readonly Fault[] } {
  try {
    const document: unknown = JSON.parse(text);
    return { document, faults: validate(document) };
  } catch {
    const message = sentence('noJson', []);
    return { document: undefined, faults: [{ path: '', code: 'noJson', args: [], severity: 'error', message }] };
  }
}

function idOf(event: Event): string {
  return event.currentTarget instanceof HTMLElement ? (event.currentTarget.dataset.id ?? '') : '';
}
