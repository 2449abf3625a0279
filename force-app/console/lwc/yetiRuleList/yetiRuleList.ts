import { LightningElement, api } from 'lwc';
import { format } from 'c/yetiMessages';
import { DEFAULTS_ID, type Desk, type RuleMark } from 'c/yetiRuleModel';
import type { Rule, RuleSet } from 'c/yetiRuleSet';
import { conditionText, requirementText } from 'c/yetiRuleWords';
import labelActions from '@salesforce/label/c.Yeti_Rules_Actions';
import labelAgents from '@salesforce/label/c.Yeti_Rules_Agents';
import labelAgentsNow from '@salesforce/label/c.Yeti_Rules_Agents_Now';
import labelAlways from '@salesforce/label/c.Yeti_Rules_Otherwise';
import labelDelete from '@salesforce/label/c.Yeti_Rules_Delete';
import labelDown from '@salesforce/label/c.Yeti_Rules_Down';
import labelDuplicate from '@salesforce/label/c.Yeti_Rules_Duplicate';
import labelHits from '@salesforce/label/c.Yeti_Rules_Hits';
import labelMore from '@salesforce/label/c.Yeti_Rules_More';
import labelMoveTo from '@salesforce/label/c.Yeti_Rules_Move_To';
import labelNobody from '@salesforce/label/c.Yeti_Rules_Nobody';
import labelNothing from '@salesforce/label/c.Yeti_Rules_Adds_Nothing';
import labelNumber from '@salesforce/label/c.Yeti_Rules_Number';
import labelOn from '@salesforce/label/c.Yeti_Rules_On';
import labelOnName from '@salesforce/label/c.Yeti_Rules_On_Name';
import labelRules from '@salesforce/label/c.Yeti_Rules_Title';
import labelStop from '@salesforce/label/c.Yeti_Rules_Says_Stop';
import labelThen from '@salesforce/label/c.Yeti_Rules_Then';
import labelUp from '@salesforce/label/c.Yeti_Rules_Up';
import labelWhen from '@salesforce/label/c.Yeti_Rules_When';

/** Height of a row in pixels; the style says the same. */
const ROW_HEIGHT = 44;
/** Rows kept ready above and below what is seen. */
const SPARE_ROWS = 8;
const ROWS_BEFORE_MEASURING = 24;
const MORE_THAN_ANY_WINDOW = 100_000;

/** What is asked of the page. */
export type RowAction =
  | { readonly kind: 'select' | 'open' | 'up' | 'down' | 'moveTo' | 'duplicate' | 'delete'; readonly id: string }
  | { readonly kind: 'active'; readonly id: string; readonly active: boolean };

interface Row {
  readonly id: string;
  readonly position: number;
  readonly index: number;
  readonly label: string;
  readonly active: boolean;
  readonly when: string;
  readonly then: string;
  readonly hits: string;
  readonly agents: string;
  readonly agentsClass: string;
  readonly icon: string | undefined;
  readonly variant: string;
  readonly className: string;
  readonly style: string;
  readonly selected: 'true' | 'false';
  readonly tabIndex: '0' | '-1';
  /** Only where they can be reached: with the mouse, or once the row is selected. Buttons in every row make scrolling slow. */
  readonly hasActions: boolean;
  readonly onName: string;
  readonly upName: string;
  readonly downName: string;
  readonly moreName: string;
}

const icons: Readonly<Record<RuleMark, { readonly icon: string; readonly variant: string }>> = {
  error: { icon: 'utility:error', variant: 'error' },
  warning: { icon: 'utility:warning', variant: 'warning' },
  info: { icon: 'utility:info', variant: '' }
};

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
    otherwise: labelAlways,
    rules: labelRules,
    then: labelThen,
    up: labelUp,
    when: labelWhen
  };
  top = 0;
  hoveredId: string | undefined;
  height = ROWS_BEFORE_MEASURING * ROW_HEIGHT;

  /** Where the selected row was when it was last brought into view. */
  private revealedIndex = -1;
  /** What takes the focus once it is drawn: moving a row takes the focus off it. */
  private focusNext: string | undefined;

  /** Puts the focus on the selected row, or on a part of it: `up`, `down`. */
  @api focusRow(part = 'row'): void {
    this.focusNext = part;
    this.takeFocus();
  }

  override renderedCallback(): void {
    const { scroller } = this;
    const height = Math.min(scroller?.clientHeight ?? 0, MORE_THAN_ANY_WINDOW);
    if (height > 0 && height !== this.height) this.height = height;
    this.reveal();
    this.takeFocus();
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
    const first = Math.max(0, Math.floor(this.top / ROW_HEIGHT) - SPARE_ROWS);
    const count = Math.ceil(this.height / ROW_HEIGHT) + 2 * SPARE_ROWS;
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
    if (event.currentTarget instanceof HTMLElement) this.top = event.currentTarget.scrollTop;
  }

  handleClick(event: Event): void {
    const id = idOf(event);
    if (id !== undefined && id !== this.selectedId) this.tell({ kind: 'select', id });
  }

  handleEnter(event: Event): void {
    this.hoveredId = idOf(event);
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
    if (id !== undefined && (value === 'duplicate' || value === 'delete' || value === 'moveTo')) {
      this.tell({ kind: value, id });
    }
  }

  handleKey(event: KeyboardEvent): void {
    const id = idOf(event);
    // Keys of what stands inside a row are its own.
    if (id === undefined || event.target !== event.currentTarget) return;
    const action = this.actionOf(event, id);
    if (!action) return;
    event.preventDefault();
    this.focusNext = 'row';
    this.tell(action);
  }

  private actionOf(event: KeyboardEvent, id: string): RowAction | undefined {
    switch (event.key) {
      case 'ArrowUp':
      case 'ArrowDown': {
        const down = event.key === 'ArrowDown';
        if (event.altKey) return this.canEdit && id !== DEFAULTS_ID ? { kind: down ? 'down' : 'up', id } : undefined;
        return this.neighbour(id, down ? 1 : -1);
      }
      case 'Home':
        return this.neighbour(id, -this.rowCount);
      case 'End':
        return this.neighbour(id, this.rowCount);
      case 'PageUp':
        return this.neighbour(id, -Math.floor(this.height / ROW_HEIGHT));
      case 'PageDown':
        return this.neighbour(id, Math.floor(this.height / ROW_HEIGHT));
      case 'Enter':
        return { kind: 'open', id };
      case ' ': {
        const rule = this.rules.find((each) => each.id === id);
        return rule && this.canEdit ? { kind: 'active', id, active: !rule.active } : undefined;
      }
      case 'Delete':
        return this.canEdit && id !== DEFAULTS_ID ? { kind: 'delete', id } : undefined;
      default:
        return undefined;
    }
  }

  private neighbour(id: string, by: number): RowAction {
    const ids = [...this.rules.map((rule) => rule.id), DEFAULTS_ID];
    const next = Math.max(0, Math.min(ids.indexOf(id) + by, ids.length - 1));
    return { kind: 'select', id: ids[next] ?? id };
  }

  private get rules(): readonly Rule[] {
    return this.shown ?? this.document.rules;
  }

  private get scroller(): HTMLElement | null | undefined {
    return this.template?.querySelector<HTMLElement>('[data-scroller]');
  }

  private rowOf(rule: Rule, index: number): Row {
    const { desk } = this;
    const isSelected = rule.id === this.selectedId;
    const position = this.shown ? this.document.rules.indexOf(rule) + 1 : index + 1;
    const skills = rule.then.skills ?? [];
    const staff = skills.length > 0 ? desk.staff(skills) : undefined;
    const nobody = staff?.qualified.length === 0;
    const hits = desk.hits.counts[rule.id];
    const mark = this.marks.get(rule.id);
    const classes = ['row', rule.active ? 'on' : 'off', ...(isSelected ? ['selected'] : [])];
    return {
      id: rule.id,
      position,
      index: index + 2,
      label: rule.label,
      active: rule.active,
      when: conditionText(rule.when, desk.names),
      then: thenText(rule, desk),
      hits: hits === undefined ? '–' : String(hits),
      agents: agentsText(staff),
      agentsClass: nobody ? 'cell amount nobody' : 'cell amount',
      icon: mark && icons[mark].icon,
      variant: mark ? icons[mark].variant : '',
      className: classes.join(' '),
      style: `inset-block-start: ${String(index * ROW_HEIGHT)}px`,
      selected: isSelected ? 'true' : 'false',
      tabIndex: isSelected || (this.selectedId === '' && index === 0) ? '0' : '-1',
      hasActions: this.canEdit && (isSelected || rule.id === this.hoveredId),
      onName: format(labelOnName, rule.label),
      upName: `${labelUp}: ${rule.label}`,
      downName: `${labelDown}: ${rule.label}`,
      moreName: format(labelMore, rule.label)
    };
  }

  private tell(action: RowAction): void {
    this.dispatchEvent(new CustomEvent<RowAction>('row', { detail: action }));
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
    this.top = scroller.scrollTop;
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

function thenText(rule: Rule, { names }: Desk): string {
  const text = requirementText(rule.then, names);
  if (rule.stop !== true) return text || labelNothing;
  return text === '' ? labelStop : `${text} · ${labelStop}`;
}

function agentsText(staff: ReturnType<Desk['staff']> | undefined): string {
  if (!staff) return '–';
  const { qualified, present } = staff;
  if (qualified.length === 0) return labelNobody;
  return format(labelAgentsNow, String(qualified.length), String(present.length));
}

function idOf(event: Event): string | undefined {
  return event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.id : undefined;
}
