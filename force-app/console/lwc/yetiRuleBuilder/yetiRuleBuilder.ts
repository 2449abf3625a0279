import { LightningElement } from 'lwc';
import { messageOf } from 'c/yetiMessages';
import { canRedo, canUndo, replaceRule, ruleIndex, ruleOf, setDefaults } from 'c/yetiRuleDocument';
import type { RuleEdit } from 'c/yetiRuleEditor';
import type { RulesStatus } from 'c/yetiRuleHeader';
import type { RowAction } from 'c/yetiRuleList';
import { DEFAULTS_ID, emptyRuleSet, type Desk, type DocumentAnswer, type Problem, type Version } from 'c/yetiRuleModel';
import type { Requirement, Rule, RuleSet } from 'c/yetiRuleSet';
import { OpenRules } from './openRules';
import { begunDraft, loadRules, storedVersion, versionIn } from './orgRules';
import { panels, type PanelName } from './panels';
import { acted, added, moved, type Step } from './rowActions';
import { RuleSearch } from './search';
import { RuleWatch } from './ruleWatch';
import labelErrorTitle from '@salesforce/label/c.Yeti_Error_Title';
import labelPanels from '@salesforce/label/c.Yeti_Rules_Panels';
import labelRetry from '@salesforce/label/c.Yeti_Retry';
import labelTitle from '@salesforce/label/c.Yeti_Rules_Title';

const nothing: Requirement = {};

/** Where an admin writes routing rules, tries them on real cases, and lets a version decide. */
export default class YetiRuleBuilder extends LightningElement {
  readonly label = { panels: labelPanels, title: labelTitle };
  versions: readonly Version[] = [];
  desk: Desk | undefined;
  errorText = '';
  document: RuleSet | undefined;
  /** What decides now; empty where no version is active. */
  activeDocument: RuleSet = emptyRuleSet('');
  selectedId = '';
  panel: PanelName = 'edit';
  searched = '';
  announcement = '';
  movingId: string | undefined;
  /** Counts what happens to the open rules and what is found in them: what is read of them is read anew. */
  turn = 0;
  /** Saves what is not saved; for the panel that activates. @returns the draft's state, none where it could not be saved */
  readonly saveNow = async (): Promise<string | undefined> => {
    const isSaved = await this.open?.save();
    return isSaved ? this.open?.stateOfDraft : undefined;
  };

  private open: OpenRules | undefined;
  private watching: RuleWatch | undefined;
  private search: RuleSearch | undefined;
  /** Reactive, so that it is looked at after the page is drawn. */
  mustFocusEditor = false;

  override connectedCallback(): void {
    this.load();
  }

  override disconnectedCallback(): void {
    this.watching?.stop();
    this.search?.stop();
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

  get openVersion(): Version | undefined {
    const id = this.turn >= 0 ? (this.open?.draftId ?? this.open?.openedId) : undefined;
    return this.versions.find((version) => version.id === id);
  }

  get openId(): string | undefined {
    return this.openVersion?.id;
  }

  get activeVersion(): Version | undefined {
    return versionIn(this.versions, 'Active');
  }

  /** The first change of a version that is no draft begins one. */
  get canEdit(): boolean {
    return this.desk?.canEdit === true;
  }

  /** What is wrong, odd and different in the open rules. */
  get watch(): Pick<RuleWatch, 'problems' | 'changes' | 'isSound'> | undefined {
    return this.turn >= 0 && this.watching
      ? { problems: this.watching.problems, changes: this.watching.changes, isSound: this.watching.isSound }
      : undefined;
  }

  get status(): RulesStatus {
    const { open, watch } = this;
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
      changes: watch?.changes.length ?? 0,
      errors: watch?.problems.errors ?? 0,
      warnings: watch?.problems.warnings ?? 0
    };
  }

  get total(): number {
    return this.document?.rules.length ?? 0;
  }

  get found(): number | undefined {
    return this.shown?.length;
  }

  get selectedRule(): Rule | undefined {
    return this.document && ruleOf(this.document, this.selectedId);
  }

  get ownProblems(): readonly Problem[] {
    return this.watch?.problems.of(this.selectedRule) ?? [];
  }

  get position(): number {
    return this.positionOf(this.selectedId);
  }

  get movingFrom(): number | undefined {
    return this.movingId === undefined ? undefined : this.positionOf(this.movingId);
  }

  get defaults(): Requirement {
    return this.document?.defaults ?? nothing;
  }

  /** The rules that fit what was searched for; none where nothing was. */
  get shown(): readonly Rule[] | undefined {
    return this.document && this.search?.find(this.document.rules, this.searched);
  }

  get tabs(): readonly { readonly name: PanelName; readonly label: string }[] {
    const count = this.watch?.problems.all.length ?? 0;
    return panels.map(({ name, label }) => ({
      name,
      label: name === 'findings' && count > 0 ? `${label} (${String(count)})` : label
    }));
  }

  /** Which panel is shown, by its name. */
  get shows(): Readonly<Record<string, boolean>> {
    return { [this.panel]: true };
  }

  get panelLabel(): string {
    return panels.find(({ name }) => name === this.panel)?.label ?? '';
  }

  handleRetry(): void {
    this.errorText = '';
    this.load();
  }

  handleShow(event: CustomEvent<PanelName>): void {
    this.panel = event.detail;
  }

  handleKey(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    const isInList = this.template?.activeElement?.localName === 'c-yeti-rule-list';
    if (key === 'y' || event.shiftKey) this.open?.redo();
    else this.open?.undo();
    if (isInList) this.focusList();
  }

  handleUndo(): void {
    this.open?.undo();
  }

  handleRedo(): void {
    this.open?.redo();
  }

  handleSearch(event: CustomEvent<string>): void {
    this.searched = event.detail;
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

  handleMoveTo({ detail: place }: CustomEvent<number | undefined>): void {
    const { movingId, document } = this;
    this.movingId = undefined;
    if (document && movingId !== undefined && place !== undefined) this.takeStep(moved(document, movingId, place - 1));
    this.focusList();
  }

  handleEdit({ detail }: CustomEvent<RuleEdit>): void {
    const { document } = this;
    if (!document) return;
    if ('rule' in detail) this.change(replaceRule(document, plain(detail.rule)), detail.step);
    else this.change(setDefaults(document, plain(detail.defaults)), detail.step);
  }

  /** A finding, a match or a difference names a rule: it is shown. */
  handlePick(event: CustomEvent<string>): void {
    this.searched = '';
    this.selectedId = event.detail;
  }

  handlePickOpen(event: CustomEvent<string>): void {
    this.handlePick(event);
    this.panel = 'edit';
  }

  /** A whole document takes the place of the one that is open: imported, or of another version. */
  handleReplace(event: CustomEvent<RuleSet>): void {
    this.change(plain(event.detail));
  }

  async handleTakeTheirs(): Promise<void> {
    await this.open?.takeTheirs();
    this.focusList();
  }

  async handleKeepMine(): Promise<void> {
    await this.open?.keepMine();
    this.focusList();
  }

  handleSaveNow(): void {
    this.open?.save();
  }

  async handleOpenVersion(event: CustomEvent<string>): Promise<void> {
    try {
      await this.openById(event.detail);
    } catch (error) {
      this.announcement = messageOf(error);
    }
  }

  /** Versions have changed in the org: activated, discarded, in shadow or not. */
  handleVersions(): void {
    this.load();
  }

  override renderedCallback(): void {
    if (!this.mustFocusEditor || this.panel !== 'edit') return;
    this.mustFocusEditor = false;
    this.template?.querySelector<HTMLElement>('c-yeti-rule-editor')?.focus();
  }

  /** What had the focus is gone from the page: it goes on at the selected rule. */
  private focusList(): void {
    this.template?.querySelector<HTMLElement & { focusRow(): Promise<void> }>('c-yeti-rule-list')?.focusRow();
  }

  private positionOf(ruleId: string): number {
    return this.document ? ruleIndex(this.document, ruleId) + 1 : 0;
  }

  private async load(): Promise<void> {
    try {
      const { overview, desk, active } = await loadRules();
      this.versions = overview.versions;
      this.desk = desk;
      this.activeDocument = active;
      this.search?.stop();
      this.search = new RuleSearch(desk.names);
      this.watching?.stop();
      this.watching = new RuleWatch(desk, active, () => this.turn++);
      const drafts = this.versions.filter(({ status }) => status === 'Draft');
      const id = (drafts.find((draft) => draft.id === this.open?.draftId) ?? drafts[0] ?? this.activeVersion)?.id;
      if (this.open && this.open.draftId === id) {
        await this.open.save();
        this.watching.begin(this.open.document);
      } else {
        await this.openById(id);
      }
    } catch (error) {
      this.errorText = messageOf(error);
    }
  }

  /** Opens a version; without one the page begins with no rules. */
  private async openById(id: string | undefined): Promise<void> {
    await this.open?.save();
    this.open?.close();
    const isDraft = this.versions.some((version) => version.id === id && version.status === 'Draft');
    const { answer, document } = await storedVersion(id);
    this.open = new OpenRules(answer, isDraft, document, (drafted) => this.follow(drafted));
    this.follow(undefined);
    this.watching?.begin(this.open.document);
    this.search?.prepare(this.open.document.rules);
    if (!this.selectedRule) this.select(this.document?.rules[0]);
  }

  /** The open rules have changed, or what became of saving them has. */
  private follow(drafted: DocumentAnswer | undefined): void {
    const document = this.open?.document;
    if (drafted && document) this.versions = [begunDraft(drafted, document.rules.length), ...this.versions];
    this.turn++;
    if (!document || document === this.document) return;
    const place = this.position;
    this.document = document;
    if (place > 0 && !this.selectedRule) this.select(document.rules[place - 1] ?? document.rules.at(-1));
    this.watching?.follow(document);
  }

  private select(rule: Rule | undefined): void {
    this.selectedId = rule?.id ?? DEFAULTS_ID;
  }

  private change(document: RuleSet, step?: string): void {
    if (this.canEdit) this.open?.change(document, step);
  }

  private takeStep({ document, selectedId, said }: Step): void {
    this.change(document);
    this.selectedId = selectedId;
    this.announcement = said;
  }

  /** The cursor goes in once the editor shows the rule. */
  private editSelected(): void {
    this.panel = 'edit';
    this.mustFocusEditor = true;
  }
}

/** What a component hands over is a view of what it was given; a copy is faster to read from then on. */
function plain<T extends object>(view: T): T {
  return JSON.parse(JSON.stringify(view)) as T;
}
