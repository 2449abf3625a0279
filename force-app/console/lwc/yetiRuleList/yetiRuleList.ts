import { LightningElement, api } from 'lwc';
import { DEFAULTS_ID, type Desk, type RuleMark } from 'c/yetiRuleModel';
import type { Rule, RuleSet } from 'c/yetiRuleSet';
import { requirementText } from 'c/yetiRuleWords';
import { actionOf, type RowAction } from './keys';
import { ROW_HEIGHT, Rows, type Row } from './rows';
import labelActions from '@salesforce/label/c.Yeti_Rules_Actions';
import labelAgents from '@salesforce/label/c.Yeti_Rules_Agents';
import labelDelete from '@salesforce/label/c.Yeti_Rules_Delete';
import labelDown from '@salesforce/label/c.Yeti_Rules_Down';
import labelDuplicate from '@salesforce/label/c.Yeti_Rules_Duplicate';
import labelHits from '@salesforce/label/c.Yeti_Rules_Hits';
import labelMoveTo from '@salesforce/label/c.Yeti_Rules_Move_To';
import labelNothing from '@salesforce/label/c.Yeti_Rules_Adds_Nothing';
import labelNumber from '@salesforce/label/c.Yeti_Rules_Number';
import labelOn from '@salesforce/label/c.Yeti_Rules_On';
import labelOtherwise from '@salesforce/label/c.Yeti_Rules_Otherwise';
import labelRules from '@salesforce/label/c.Yeti_Rules_Title';
import labelThen from '@salesforce/label/c.Yeti_Rules_Then';
import labelUp from '@salesforce/label/c.Yeti_Rules_Up';
import labelWhen from '@salesforce/label/c.Yeti_Rules_When';

export type { RowAction } from './keys';

/** Rows kept ready above and below what is seen. */
const SPARE_ROWS = 8;
/** So many rows are scrolled by before others take their place. */
const ROWS_A_STEP = 4;
const ROWS_BEFORE_MEASURING = 16;
/** While rows scroll by below the pointer, it rests on none. */
const REST_OF_POINTER = 80;

/** The rules as sentences, one a row; only the rows that are seen exist. Fires `row` with what is asked of the page. */
export default class YetiRuleList extends LightningElement {
  @api document!: RuleSet;
  @api desk!: Desk;
  /** Rules to show, where only some are: those that fit what was searched for. */
  @api shown: readonly Rule[] | undefined;
  @api marks: ReadonlyMap<string, RuleMark> = new Map();
  @api canEdit = false;
  @api selectedId = '';

  readonly label = {
    actions: labelActions,
    agents: labelAgents,
    delete: labelDelete,
    down: labelDown,
    duplicate: labelDuplicate,
    hits: labelHits,
    moveTo: labelMoveTo,
    number: labelNumber,
    on: labelOn,
    otherwise: labelOtherwise,
    rules: labelRules,
    then: labelThen,
    up: labelUp,
    when: labelWhen
  };
  /** The first row that is seen, in steps. */
  top = 0;
  hoveredId: string | undefined;
  height = ROWS_BEFORE_MEASURING * ROW_HEIGHT;

  private readonly made = new Rows();
  private observer: ResizeObserver | undefined;
  private resting: ReturnType<typeof setTimeout> | undefined;

  /** Where the selected row was when it was last brought into view. */
  private revealedIndex = -1;
  /** What takes the focus once it is drawn: moving a row takes the focus off it. */
  private focusNext: string | undefined;

  /** Puts the focus on the selected row, or on a part of it: `up`, `down`. */
  @api async focusRow(part = 'row'): Promise<void> {
    this.focusNext = part;
    // Drawing what has just changed takes the focus off a row that moves.
    await Promise.resolve();
    this.takeFocus();
  }

  override renderedCallback(): void {
    this.measure();
    this.reveal();
    this.takeFocus();
  }

  override disconnectedCallback(): void {
    clearTimeout(this.resting);
    this.observer?.disconnect();
    this.observer = undefined;
  }

  get cannotEdit(): boolean {
    return !this.canEdit;
  }

  get rowCount(): number {
    return this.rules.length + 2;
  }

  get spaceStyle(): string {
    return `block-size: ${String(this.rules.length * ROW_HEIGHT)}px`;
  }

  get rows(): readonly Row[] {
    const first = Math.max(0, this.top - SPARE_ROWS);
    const count = Math.ceil(this.height / ROW_HEIGHT) + ROWS_A_STEP + 2 * SPARE_ROWS;
    return this.rules.slice(first, first + count).map((rule, index) => this.rowOf(rule, first + index));
  }

  get otherwise(): { text: string; className: string; selected: string; tabIndex: string; index: number } {
    const isSelected = this.selectedId === DEFAULTS_ID;
    return {
      text: requirementText(this.document.defaults ?? {}, this.desk.names) || labelNothing,
      className: isSelected ? 'row otherwise selected' : 'row otherwise',
      selected: isSelected ? 'true' : 'false',
      tabIndex: isSelected || this.rules.length === 0 ? '0' : '-1',
      index: this.rowCount
    };
  }

  handleScroll(event: Event): void {
    if (!(event.currentTarget instanceof HTMLElement)) return;
    this.top = stepOf(event.currentTarget.scrollTop);
  }

  handleClick(event: Event): void {
    const id = idOf(event);
    if (id !== undefined && id !== this.selectedId) this.tell({ kind: 'select', id });
  }

  handleEnter(event: Event): void {
    const id = idOf(event);
    clearTimeout(this.resting);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- once the pointer rests
    this.resting = setTimeout(() => {
      this.hoveredId = id;
    }, REST_OF_POINTER);
  }

  handleOpen(event: Event): void {
    const id = idOf(event);
    if (id !== undefined) this.tell({ kind: 'open', id });
  }

  handleActive(event: Event): void {
    event.stopPropagation();
    const id = idOf(event);
    const { target } = event;
    if (id !== undefined && target instanceof HTMLInputElement) {
      this.tell({ kind: 'active', id, active: target.checked });
    }
  }

  handleMove(event: Event): void {
    event.stopPropagation();
    const id = idOf(event);
    const way = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.way : undefined;
    if (id === undefined || (way !== 'up' && way !== 'down')) return;
    this.focusNext = way;
    this.tell({ kind: way, id });
  }

  handleMenu(event: CustomEvent<{ readonly value: string }>): void {
    const id = idOf(event);
    const { value } = event.detail;
    if (id === undefined || (value !== 'duplicate' && value !== 'delete' && value !== 'moveTo')) return;
    if (value !== 'moveTo') this.focusNext = 'row';
    this.tell({ kind: value, id });
  }

  handleKey(event: KeyboardEvent): void {
    const id = idOf(event);
    // Keys of what stands inside a row are its own.
    if (id === undefined || event.target !== event.currentTarget) return;
    const { rules, canEdit } = this;
    const action = actionOf(event, id, { rules, canEdit, pageSize: Math.floor(this.height / ROW_HEIGHT) });
    if (!action) return;
    event.preventDefault();
    this.focusNext = 'row';
    this.tell(action);
  }

  private get rules(): readonly Rule[] {
    return this.shown ?? this.document.rules;
  }

  private get scroller(): HTMLElement | null | undefined {
    return this.template?.querySelector<HTMLElement>('[data-scroller]');
  }

  private rowOf(rule: Rule, index: number): Row {
    const isSelected = rule.id === this.selectedId;
    return this.made.of(rule, this.desk, {
      index,
      position: this.shown ? this.made.placeIn(this.document, rule) : index + 1,
      mark: this.marks.get(rule.id),
      isSelected,
      isReachable: isSelected || (this.selectedId === '' && index === 0),
      hasActions: this.canEdit && (isSelected || rule.id === this.hoveredId)
    });
  }

  private tell(action: RowAction): void {
    this.dispatchEvent(new CustomEvent<RowAction>('row', { detail: action }));
  }

  /** Asking for the height would make the browser lay out the page again, after every letter that is typed: it tells when it changes. */
  private measure(): void {
    const { scroller } = this;
    if (this.observer || !scroller) return;
    this.observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.height > 0) this.height = entry.contentRect.height;
    });
    this.observer.observe(scroller);
  }

  /** Scrolls so far that the selected row is seen, once another one is selected or it has moved. */
  private reveal(): void {
    const { scroller } = this;
    const index = this.rules.findIndex(({ id }) => id === this.selectedId);
    if (index === this.revealedIndex) return;
    this.revealedIndex = index;
    if (!scroller || index < 0) return;
    const start = index * ROW_HEIGHT;
    const end = start + ROW_HEIGHT;
    if (start < scroller.scrollTop) scroller.scrollTop = start;
    else if (end > scroller.scrollTop + this.height) scroller.scrollTop = end - this.height;
    this.top = stepOf(scroller.scrollTop);
  }

  private takeFocus(): void {
    if (this.focusNext === undefined) return;
    const row = this.template?.querySelector<HTMLElement>('[role="row"][aria-selected="true"]');
    const part = this.focusNext === 'row' ? row : row?.querySelector<HTMLElement>(`[data-way="${this.focusNext}"]`);
    if (!part) return;
    this.focusNext = undefined;
    part.focus({ preventScroll: true });
  }
}

/** The first row that is seen, in steps: not every pixel scrolled by makes rows anew. */
function stepOf(scrolled: number): number {
  return Math.floor(scrolled / ROW_HEIGHT / ROWS_A_STEP) * ROWS_A_STEP;
}

function idOf(event: Event): string | undefined {
  return event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.id : undefined;
}
