import { LightningElement, api } from 'lwc';
import type { Problem } from 'c/yetiRuleModel';
import {
  addNode,
  conditionOf,
  groupOf,
  isGroup,
  linesOf,
  newComparison,
  removeNode,
  replaceNode,
  setMode,
  type Group,
  type GroupMode,
  type Line,
  type TreePath
} from 'c/yetiRuleDocument';
import type { Catalogue, Comparison, Condition } from 'c/yetiRuleSet';
import labelAddCondition from '@salesforce/label/c.Yeti_Rules_Add_Condition';
import labelAddGroup from '@salesforce/label/c.Yeti_Rules_Add_Group';
import labelAll from '@salesforce/label/c.Yeti_Rules_Mode_All';
import labelAnd from '@salesforce/label/c.Yeti_Rules_And';
import labelAny from '@salesforce/label/c.Yeti_Rules_Mode_Any';
import labelMode from '@salesforce/label/c.Yeti_Rules_Mode';
import labelNone from '@salesforce/label/c.Yeti_Rules_Mode_None';
import labelNotAll from '@salesforce/label/c.Yeti_Rules_Mode_Not_All';
import labelOr from '@salesforce/label/c.Yeti_Rules_Or';
import labelRemove from '@salesforce/label/c.Yeti_Rules_Remove_Condition';
import labelRemoveGroup from '@salesforce/label/c.Yeti_Rules_Remove_Group';

/** Groups within groups, the root included; deeper ones nobody reads. */
const MOST_GROUPS_DEEP = 5;
const INDENT_REM = 0.875;

const modes: readonly { readonly value: GroupMode; readonly label: string }[] = [
  { value: 'all', label: labelAll },
  { value: 'any', label: labelAny },
  { value: 'none', label: labelNone },
  { value: 'notAll', label: labelNotAll }
];

interface Row {
  readonly key: string;
  readonly style: string;
  /** Stands before every line of a group but its first. */
  readonly joint: string;
  readonly comparison: Comparison | undefined;
  /** Of a group: how it joins what is in it. */
  readonly mode: GroupMode | undefined;
  readonly isInner: boolean;
  readonly canGroup: boolean;
  readonly problem: string;
  readonly problemClass: string;
}

/** What a step of editing is: the condition, and what it was typed at, if anything. */
export interface ConditionChange {
  readonly condition: Condition;
  readonly step: string | undefined;
}

/** The condition of a rule, a line for each comparison and each group. Fires `condition`. */
export default class YetiRuleConditions extends LightningElement {
  @api condition!: Condition;
  @api catalogue!: Catalogue;
  /** Problems of the rule; their places are within it. */
  @api problems: readonly Problem[] = [];
  @api canEdit = false;

  readonly label = {
    addCondition: labelAddCondition,
    addGroup: labelAddGroup,
    mode: labelMode,
    remove: labelRemove,
    removeGroup: labelRemoveGroup
  };
  readonly modes = modes;

  private focusNext: string | undefined;

  /** Puts the cursor on the first field. */
  @api focus(): void {
    this.template?.querySelector<HTMLElement>('c-yeti-rule-comparison')?.focus();
  }

  override renderedCallback(): void {
    if (this.focusNext === undefined) return;
    this.template?.querySelector<HTMLElement>(`c-yeti-rule-comparison[data-key="${this.focusNext}"]`)?.focus();
    this.focusNext = undefined;
  }

  get cannotEdit(): boolean {
    return !this.canEdit;
  }

  get rows(): readonly Row[] {
    return linesOf(this.condition).map((line) => this.rowOf(line));
  }

  handleComparison(event: CustomEvent<Comparison>): void {
    const path = pathOf(event);
    this.tell(replaceNode(this.root, path, { comparison: event.detail }), `comparison ${path.join()}`);
  }

  handleMode(event: CustomEvent<string>): void {
    const mode = modes.find(({ value }) => value === event.detail);
    if (mode) this.tell(setMode(this.root, pathOf(event), mode.value));
  }

  handleAdd(event: Event): void {
    this.add(pathOf(event), false);
  }

  handleAddGroup(event: Event): void {
    this.add(pathOf(event), true);
  }

  handleRemove(event: Event): void {
    this.tell(removeNode(this.root, pathOf(event)));
  }

  private get root(): Group {
    return groupOf(this.condition);
  }

  private add(path: TreePath, asGroup: boolean): void {
    const group = linesOf(this.condition).find((line) => line.path.join() === path.join())?.node;
    if (!group || !isGroup(group)) return;
    const leaf = { comparison: newComparison() };
    const at = [...path, group.children.length];
    this.focusNext = (asGroup ? [...at, 0] : at).join('-');
    const node = asGroup
      ? { mode: group.mode === 'any' ? ('all' as const) : ('any' as const), children: [leaf] }
      : leaf;
    this.tell(addNode(this.root, path, node));
  }

  private rowOf({ path, place, node, parent }: Line): Row {
    const group = isGroup(node) ? node : undefined;
    const isFirst = path.at(-1) === 0;
    const problems = this.problemsAt(place, group !== undefined);
    return {
      key: path.join('-'),
      style: `margin-inline-start: ${String(Math.max(0, path.length - 1) * INDENT_REM)}rem`,
      joint: parent === undefined || isFirst ? '' : jointOf(parent.mode),
      comparison: 'comparison' in node ? node.comparison : undefined,
      mode: group?.mode,
      isInner: path.length > 0,
      canGroup: this.canEdit && path.length + 1 < MOST_GROUPS_DEEP,
      problem: problems.map(({ message }) => message).join(' '),
      problemClass: problems.some(({ severity }) => severity === 'error') ? 'problem error' : 'problem'
    };
  }

  /** A comparison's problems are those of its parts too; a group's only its own. */
  private problemsAt(place: string, isGroupLine: boolean): readonly Problem[] {
    return this.problems.filter((each) => (isGroupLine ? isOwn(each.place, place) : isWithin(each.place, place)));
  }

  private tell(root: Group, step?: string): void {
    const detail: ConditionChange = { condition: conditionOf(root), step };
    this.dispatchEvent(new CustomEvent<ConditionChange>('condition', { detail }));
  }
}

function jointOf(mode: GroupMode): string {
  return mode === 'all' || mode === 'notAll' ? labelAnd : labelOr;
}

function isOwn(problem: string, place: string): boolean {
  return problem === place || ['.all', '.any', '.not'].some((group) => problem === `${place}${group}`);
}

function isWithin(problem: string, place: string): boolean {
  return problem === place || problem.startsWith(`${place}.`);
}

function pathOf(event: Event): TreePath {
  const key = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.key : undefined;
  return key ? key.split('-').map(Number) : [];
}
