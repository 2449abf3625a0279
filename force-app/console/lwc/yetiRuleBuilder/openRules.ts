import { messageOf } from 'c/yetiMessages';
import { begin, redo, take, undo, type History } from 'c/yetiRuleDocument';
import { canBeSaved, readKept, type DocumentAnswer } from 'c/yetiRuleModel';
import type { RuleSet } from 'c/yetiRuleSet';
import { Keeping } from './keeping';
import getDocument from '@salesforce/apex/YetiRuleSetController.getDocument';
import saveDraft from '@salesforce/apex/YetiRuleSetController.saveDraft';

const WAIT_BEFORE_SAVING = 1200;

/**
 * `saved`: the org has it. `waiting`: it will be saved in a moment. `unfinished`: the org would not take it as it is.
 * `conflict`: somebody else saved the draft meanwhile. Whatever is not saved is kept in this browser tab.
 */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'unfinished' | 'conflict' | 'failed';

/** The rules that are open: every step back, and saved by itself. The first change of an active version begins a draft. */
export class OpenRules {
  history: History;
  saveState: SaveState = 'saved';
  /** Why saving failed. */
  problem = '';
  /** Who saved meanwhile. */
  conflictWith = '';
  /** Whether changes of before the page was loaded were found in this browser tab. */
  readonly isRestored: boolean;
  draftId: string | undefined;
  /** The version the page opened. */
  readonly openedId: string;

  private state: string;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private savedDocument: RuleSet;
  /** A draft is found again by its own id; before it is begun, by the version it begins with. */
  private readonly keeping = new Keeping(() => ({
    id: this.draftId ?? this.openedId,
    kept: { document: this.document, state: this.state }
  }));
  private readonly onChange: (drafted: DocumentAnswer | undefined) => void;

  /** @param onChange told of every change; with the answer where a new draft has been begun */
  constructor(
    answer: DocumentAnswer,
    isDraft: boolean,
    document: RuleSet,
    onChange: (drafted: DocumentAnswer | undefined) => void
  ) {
    this.openedId = answer.id;
    this.draftId = isDraft ? answer.id : undefined;
    this.state = answer.state;
    this.savedDocument = document;
    this.onChange = onChange;
    const kept = readKept(answer.id);
    this.isRestored = kept !== undefined;
    this.history = kept ? take(begin(document), kept.document) : begin(document);
    if (!kept) return;
    this.state = kept.state;
    this.saveSoon();
  }

  get document(): RuleSet {
    return this.history.present;
  }

  /** Which state of the draft is open, as activating asks for it. */
  get stateOfDraft(): string {
    return this.state;
  }

  /** Takes a step; the same `step` again continues the one before. */
  change(document: RuleSet, step?: string): void {
    this.go(take(this.history, document, step));
  }

  undo(): void {
    this.go(undo(this.history));
  }

  redo(): void {
    this.go(redo(this.history));
  }

  /** Saves at once what is not saved. @returns whether the org has everything now */
  async save(): Promise<boolean> {
    clearTimeout(this.timer);
    const { document } = this;
    if (this.saveState === 'saving' || this.saveState === 'conflict') return false;
    if (document === this.savedDocument) {
      this.keeping.forget();
      this.tell('saved');
      return true;
    }
    if (!canBeSaved(document)) {
      this.tell('unfinished');
      return false;
    }
    this.tell('saving');
    const begins = this.draftId === undefined;
    try {
      const answer = await saveDraft({
        ...(this.draftId === undefined ? this.basedOn : { draftId: this.draftId, state: this.state }),
        name: document.name,
        document: JSON.stringify(document)
      });
      return this.took(answer, document, begins);
    } catch (error) {
      this.problem = messageOf(error);
      this.tell('failed');
      return false;
    }
  }

  /** Ends a conflict by taking what the other has saved; one step back leads to what was here. */
  async takeTheirs(): Promise<void> {
    const theirs = await this.theirs();
    if (!theirs) return;
    this.savedDocument = JSON.parse(theirs.document ?? '{}') as RuleSet;
    this.history = take(this.history, this.savedDocument);
    this.keeping.forget();
    this.tell('saved');
  }

  /** Ends a conflict by saving over what the other has saved. */
  async keepMine(): Promise<void> {
    if (!(await this.theirs())) return;
    this.saveState = 'waiting';
    await this.save();
  }

  /** Stops the clock; what is not saved stays in the browser tab. */
  close(): void {
    clearTimeout(this.timer);
    this.keeping.end();
  }

  /** What the other has saved: the state that is open from now on. */
  private async theirs(): Promise<DocumentAnswer | undefined> {
    if (this.draftId === undefined) return undefined;
    try {
      const answer = await getDocument({ ruleSetId: this.draftId });
      this.state = answer.state;
      return answer;
    } catch (error) {
      this.problem = messageOf(error);
      this.tell('failed');
      return undefined;
    }
  }

  private get basedOn(): { basedOn?: string } {
    return this.openedId === '' ? {} : { basedOn: this.openedId };
  }

  private took(answer: DocumentAnswer, document: RuleSet, begins: boolean): boolean {
    if (answer.conflictWith) {
      this.conflictWith = answer.conflictWith;
      this.tell('conflict');
      return false;
    }
    this.keeping.forget();
    this.draftId = answer.id;
    this.state = answer.state;
    this.savedDocument = document;
    const isAll = this.document === document;
    if (!isAll) this.keeping.soon();
    this.saveState = isAll ? 'saved' : 'waiting';
    if (!isAll) this.saveSoon();
    this.onChange(begins ? answer : undefined);
    return isAll;
  }

  private go(history: History): void {
    if (history === this.history) return;
    this.history = history;
    this.keeping.soon();
    if (this.saveState !== 'conflict' && this.saveState !== 'saving') this.saveState = 'waiting';
    this.saveSoon();
    this.onChange(undefined);
  }

  private saveSoon(): void {
    clearTimeout(this.timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- after a pause in typing
    this.timer = setTimeout(() => this.save(), WAIT_BEFORE_SAVING);
  }

  private tell(saveState: SaveState): void {
    this.saveState = saveState;
    this.onChange(undefined);
  }
}
