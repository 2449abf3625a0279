import { LightningElement } from 'lwc';
import { format, messageOf } from 'c/yetiMessages';
import { changesBetween, type Change } from 'c/yetiRuleCompare';
import { canRedo, canUndo, replaceRule, ruleIndex, ruleOf, setDefaults } from 'c/yetiRuleDocument';
import type { RuleEdit } from 'c/yetiRuleEditor';
import type { RulesStatus } from 'c/yetiRuleHeader';
import type { RowAction } from 'c/yetiRuleList';
import {
  canBeSaved,
  countOf,
  DEFAULTS_ID,
  deskOf,
  emptyRuleSet,
  faultProblems,
  lintProblems,
  marksOf,
  type Desk,
  type Overview,
  type Problem,
  type RuleMark,
  type Version
} from 'c/yetiRuleModel';
import { conditionText, requirementText } from 'c/yetiRuleWords';
import type { Rule, RuleSet } from 'c/yetiRuleSet';
import { OpenRules } from './openRules';
import { panels, type PanelName } from './panels';
import { acted, added, moved, type Step } from './rowActions';
import getDocument from '@salesforce/apex/YetiRuleSetController.getDocument';
import getOverview from '@salesforce/apex/YetiRuleSetController.getOverview';
import labelAdd from '@salesforce/label/c.Yeti_Rules_Add';
import labelCount from '@salesforce/label/c.Yeti_Rules_Count';
import labelErrorTitle from '@salesforce/label/c.Yeti_Error_Title';
import labelMoveHere from '@salesforce/label/c.Yeti_Rules_Move_Here';
import labelPanels from '@salesforce/label/c.Yeti_Rules_Panels';
import labelPosition from '@salesforce/label/c.Yeti_Rules_Position';
import labelRetry from '@salesforce/label/c.Yeti_Retry';
import labelSearch from '@salesforce/label/c.Yeti_Rules_Search';
import labelTitle from '@salesforce/label/c.Yeti_Rules_Title';

const WAIT_BEFORE_CHECKING = 250;
const WAIT_BEFORE_LINTING = 400;
/** Looking for what is odd in many rules takes a moment: it waits for a longer pause. */
const MANY_RULES = 200;
const LONG_WAIT_BEFORE_LINTING = 2500;

/** Where an admin writes routing rules, tries them on real cases, and lets a version decide. */
export default class YetiRuleBuilder extends LightningElement {
  readonly label = {
    add: labelAdd,
    moveHere: labelMoveHere,
    panels: labelPanels,
    position: labelPosition,
    search: labelSearch,
    title: labelTitle
  };
  overview: Overview | undefined;
  desk: Desk | undefined;
  errorText = '';
  document: RuleSet | undefined;
  /** What decides now; empty where no version is active. */
  activeDocument: RuleSet = emptyRuleSet('');
  selectedId = '';
  panel: PanelName = 'edit';
  searched = '';
  problems: readonly Problem[] = [];
  marks: ReadonlyMap<string, RuleMark> = new Map();
  changes: readonly Change[] = [];
  announcement = '';
  movingId: string | undefined;
  /** Whether the rules are complete enough to run. */
  isSound = true;
  /** Counts what happens to the open rules: their getters are read anew. */
  turn = 0;
  /** Saves what is not saved; for the panel that activates. @returns the draft's state, none where it could not be saved */
  readonly saveNow = async (): Promise<string | undefined> => {
    const isSaved = await this.open?.save();
    return isSaved ? this.open?.stateOfDraft : undefined;
  };

  private open: OpenRules | undefined;
  /** Reactive, so that it is looked at after the page is drawn. */
  mustFocusEditor = false;
  private checking: ReturnType<typeof setTimeout> | undefined;
  private linting: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    this.load();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.checking);
    clearTimeout(this.linting);
    this.open?.close();
  }

  get isReady(): boolean {
    return this.document !== undefined && this.desk !== undefined;
  }

  get panelState(): { kind: string; heading: string; text: string; action: string | undefined } {
    return this.errorText === ''
      ? { kind: 'loading', heading: '', text: '', action: undefined }
      : { kind: 'error', heading: labelErrorTitle, text: this.errorText, action: labelRetry };
  }

  get versions(): readonly Version[] {
    return this.overview?.versions ?? [];
  }

  get openVersion(): Version | undefined {
    const id = this.turn >= 0 ? (this.open?.draftId ?? this.open?.openedId) : undefined;
    return this.versions.find((version) => version.id === id);
  }

  get activeVersion(): Version | undefined {
    return this.versions.find(({ status }) => status === 'Active');
  }

  /** The first change of a version that is no draft begins one. */
  get canEdit(): boolean {
    return this.desk?.canEdit === true;
  }

  get status(): RulesStatus {
    const { open } = this;
    return {
      active: this.activeVersion,
      open: this.openVersion,
      saveState: open?.saveState ?? 'saved',
      problem: open?.problem ?? '',
      conflictWith: open?.conflictWith ?? '',
      isRestored: open?.isRestored ?? false,
      canEdit: this.canEdit,
      canUndo: open ? canUndo(open.history) : false,
      canRedo: open ? canRedo(open.history) : false,
      changes: this.changes.length,
      problems: this.problems
    };
  }

  get countText(): string {
    return format(labelCount, String(this.document?.rules.length ?? 0));
  }

  get selectedRule(): Rule | undefined {
    return this.document && ruleOf(this.document, this.selectedId);
  }

  get position(): number {
    return this.document ? ruleIndex(this.document, this.selectedId) + 1 : 0;
  }

  get defaults(): RuleSet['defaults'] {
    return this.document?.defaults ?? {};
  }

  /** The rules that fit what was searched for; none where nothing was. */
  get shown(): readonly Rule[] | undefined {
    const words = this.searched.toLowerCase().split(/\s+/).filter(Boolean);
    const { document, desk } = this;
    if (words.length === 0 || !document || !desk) return undefined;
    return document.rules.filter((rule) => {
      const sentence = `${conditionText(rule.when, desk.names)} ${requirementText(rule.then, desk.names)}`;
      const text = `${rule.id} ${rule.label} ${sentence}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }

  get tabs(): readonly { readonly name: PanelName; readonly label: string }[] {
    const { length } = this.problems;
    return panels.map(({ name, label }) => ({
      name,
      label: name === 'findings' && length > 0 ? `${label} (${String(length)})` : label
    }));
  }

  /** Which panel is shown, by its name. */
  get shows(): Readonly<Record<string, boolean>> {
    return Object.fromEntries(panels.map(({ name }) => [name, name === this.panel]));
  }

  get panelLabel(): string {
    return panels.find(({ name }) => name === this.panel)?.label ?? '';
  }

  get openId(): string | undefined {
    return this.openVersion?.id;
  }

  handleRetry(): void {
    this.errorText = '';
    this.load();
  }

  handleShow(event: CustomEvent<PanelName>): void {
    this.showPanel(event.detail);
  }

  handleKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) this.open?.redo();
    else this.open?.undo();
  }

  handleUndo(): void {
    this.open?.undo();
  }

  handleRedo(): void {
    this.open?.redo();
  }

  handleSearch(event: CustomEvent<{ readonly value: string }>): void {
    this.searched = event.detail.value;
  }

  handleAdd(): void {
    const { document } = this;
    if (!document) return;
    this.searched = '';
    this.takeStep(added(document, this.selectedId));
    this.editSelected();
  }

  handleRow({ detail }: CustomEvent<RowAction>): void {
    const { document } = this;
    if (!document) return;
    this.selectedId = detail.id;
    if (detail.kind === 'open') this.editSelected();
    else if (detail.kind === 'moveTo') this.movingId = detail.id;
    else this.takeStep(acted(document, detail));
  }

  handleMoveTo(event: Event): void {
    event.preventDefault();
    const input = this.template?.querySelector<HTMLInputElement>('[data-position]');
    const place = input?.valueAsNumber ?? Number.NaN;
    const { movingId, document } = this;
    this.movingId = undefined;
    if (!document || movingId === undefined || Number.isNaN(place)) return;
    this.takeStep(moved(document, movingId, place - 1));
    this.list?.focusRow();
  }

  handleMoveKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    this.movingId = undefined;
    this.list?.focusRow();
  }

  handleEdit({ detail }: CustomEvent<RuleEdit>): void {
    const { document } = this;
    if (!document) return;
    if ('rule' in detail) this.change(replaceRule(document, detail.rule), detail.step);
    else this.change(setDefaults(document, detail.defaults), detail.step);
  }

  /** A finding, a match or a difference names a rule: it is shown. */
  handlePick(event: CustomEvent<string>): void {
    this.searched = '';
    this.selectedId = event.detail;
  }

  handlePickOpen(event: CustomEvent<string>): void {
    this.handlePick(event);
    this.showPanel('edit');
  }

  /** A whole document takes the place of the one that is open: imported, or of another version. */
  handleReplace(event: CustomEvent<RuleSet>): void {
    this.change(event.detail);
    this.showPanel('edit');
  }

  handleTakeTheirs(): void {
    this.open?.takeTheirs();
  }

  handleKeepMine(): void {
    this.open?.keepMine();
  }

  handleSaveNow(): void {
    this.open?.save();
  }

  async handleOpenVersion(event: CustomEvent<string>): Promise<void> {
    try {
      await this.openById(event.detail);
      this.check();
    } catch (error) {
      this.say(messageOf(error));
    }
  }

  /** Versions have changed in the org: activated, discarded, in shadow or not. */
  handleVersions(): void {
    this.open?.close();
    this.load();
  }

  override renderedCallback(): void {
    if (this.mustFocusEditor && this.panel === 'edit') {
      this.mustFocusEditor = false;
      this.template?.querySelector<HTMLElement>('c-yeti-rule-editor')?.focus();
    }
    if (this.movingId !== undefined) this.template?.querySelector<HTMLInputElement>('[data-position]')?.focus();
  }

  private get list(): (HTMLElement & { focusRow(part?: string): void }) | null | undefined {
    return this.template?.querySelector<HTMLElement & { focusRow(part?: string): void }>('c-yeti-rule-list');
  }

  private async load(): Promise<void> {
    try {
      const overview = await getOverview({});
      this.overview = overview;
      this.desk = deskOf(overview, Date.now());
      const draft = overview.versions.find(({ status }) => status === 'Draft');
      const active = overview.versions.find(({ status }) => status === 'Active');
      this.activeDocument = active ? await documentOf(active.id) : emptyRuleSet('');
      const id = draft?.id ?? active?.id;
      if (this.open && this.open.draftId === id) await this.open.save();
      else await this.openById(id);
      this.follow(undefined);
      this.check();
    } catch (error) {
      this.errorText = messageOf(error);
    }
  }

  /** Opens a version; without one the page begins with no rules. */
  private async openById(id: string | undefined): Promise<void> {
    await this.open?.save();
    this.open?.close();
    const version = this.versions.find((each) => each.id === id);
    const answer = id === undefined ? { id: '', version: 0, state: '' } : await getDocument({ ruleSetId: id });
    const document = answer.document ? (JSON.parse(answer.document) as RuleSet) : emptyRuleSet('Case');
    this.open = new OpenRules(answer, version?.status === 'Draft', document, (drafted) => this.follow(drafted));
    this.follow(undefined);
    if (!this.selectedRule) this.selectedId = this.document?.rules[0]?.id ?? DEFAULTS_ID;
  }

  /** The open rules have changed, or what became of saving them has. */
  private follow(drafted: { readonly id: string; readonly version: number } | undefined): void {
    if (drafted && this.overview) {
      const begun: Version = {
        id: drafted.id,
        version: drafted.version,
        status: 'Draft',
        shadow: false,
        ruleCount: this.open?.document.rules.length ?? 0,
        modifiedAt: new Date().toISOString(),
        modifiedBy: ''
      };
      this.overview = { ...this.overview, versions: [begun, ...this.overview.versions] };
    }
    this.turn++;
    const document = this.open?.document;
    if (document === this.document) return;
    this.document = document;
    clearTimeout(this.linting);
    clearTimeout(this.checking);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- after a pause in typing
    this.checking = setTimeout(() => this.check(), WAIT_BEFORE_CHECKING);
  }

  /** What is wrong and what is different: not for every letter that is typed. */
  private check(): void {
    const { document, desk } = this;
    if (!document || !desk) return;
    const faults = faultProblems(document, desk);
    this.isSound = countOf(faults, 'error') === 0 || canBeSaved(document);
    this.tellProblems(faults);
    this.changes = changesBetween(this.activeDocument, document);
    if (!this.isSound) return;
    clearTimeout(this.linting);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- after a pause in typing
    this.linting = setTimeout(
      () => this.tellProblems([...faults, ...lintProblems(document, desk, Date.now())]),
      document.rules.length > MANY_RULES ? LONG_WAIT_BEFORE_LINTING : WAIT_BEFORE_LINTING
    );
  }

  private tellProblems(problems: readonly Problem[]): void {
    this.problems = problems;
    this.marks = marksOf(problems);
  }

  private change(document: RuleSet, step?: string): void {
    if (this.canEdit) this.open?.change(document, step);
  }

  private takeStep({ document, selectedId, said }: Step): void {
    this.change(document);
    this.selectedId = selectedId;
    this.say(said);
  }

  private showPanel(panel: PanelName): void {
    this.panel = panel;
  }

  /** The cursor goes in once the editor shows the rule. */
  private editSelected(): void {
    this.showPanel('edit');
    this.mustFocusEditor = true;
  }

  private say(text: string): void {
    this.announcement = text;
  }
}

async function documentOf(id: string): Promise<RuleSet> {
  const { document } = await getDocument({ ruleSetId: id });
  return document ? (JSON.parse(document) as RuleSet) : emptyRuleSet('');
}
