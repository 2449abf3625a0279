import { LightningElement, api } from 'lwc';
import { format } from 'c/yetiMessages';
import type { Change } from 'c/yetiRuleCompare';
import { DEFAULTS_ID, type Desk } from 'c/yetiRuleModel';
import type { Rule } from 'c/yetiRuleSet';
import { conditionText, requirementText, type Names } from 'c/yetiRuleWords';
import labelAdded from '@salesforce/label/c.Yeti_Rules_Change_Added';
import labelChanged from '@salesforce/label/c.Yeti_Rules_Change_Changed';
import labelMore from '@salesforce/label/c.Yeti_Rules_Change_More';
import labelMoved from '@salesforce/label/c.Yeti_Rules_Change_Moved';
import labelMovedTo from '@salesforce/label/c.Yeti_Rules_Change_Moved_To';
import labelNone from '@salesforce/label/c.Yeti_Rules_Change_None';
import labelNothing from '@salesforce/label/c.Yeti_Rules_Adds_Nothing';
import labelOff from '@salesforce/label/c.Yeti_Rules_Says_Off';
import labelOtherwise from '@salesforce/label/c.Yeti_Rules_Otherwise';
import labelRemoved from '@salesforce/label/c.Yeti_Rules_Change_Removed';
import labelStop from '@salesforce/label/c.Yeti_Rules_Says_Stop';

const MOST_SHOWN = 100;

interface Row {
  readonly key: string;
  readonly ruleId: string | undefined;
  readonly kind: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What is different between two versions, in words. Fires `pick` with the rule that is asked for. */
export default class YetiRuleChanges extends LightningElement {
  @api changes: readonly Change[] = [];
  @api desk!: Desk;
  readonly label = { none: labelNone };

  get rows(): readonly Row[] {
    return this.changes.slice(0, MOST_SHOWN).map((change, index) => rowOf(change, String(index), this.desk.names));
  }

  get isEmpty(): boolean {
    return this.changes.length === 0;
  }

  get moreText(): string {
    const more = this.changes.length - MOST_SHOWN;
    return more > 0 ? format(labelMore, String(more)) : '';
  }

  handlePick(event: Event): void {
    const id = event.currentTarget instanceof HTMLElement ? event.currentTarget.dataset.id : undefined;
    if (id) this.dispatchEvent(new CustomEvent<string>('pick', { detail: id }));
  }
}

function rowOf(change: Change, key: string, names: Names): Row {
  switch (change.kind) {
    case 'added':
      return row(key, change.after, labelAdded, '', ruleText(change.after, names));
    case 'removed':
      return { ...row(key, change.before, labelRemoved, ruleText(change.before, names), ''), ruleId: undefined };
    case 'moved':
      return row(
        key,
        change.after,
        labelMoved,
        '',
        format(labelMovedTo, String(change.from + 1), String(change.to + 1))
      );
    case 'changed': {
      const [before, after] = [ruleText(change.before, names), ruleText(change.after, names)];
      const isRenamed = before === after && change.before.label !== change.after.label;
      return row(
        key,
        change.after,
        labelChanged,
        isRenamed ? change.before.label : before,
        isRenamed ? change.after.label : after
      );
    }
    default: {
      const [before, after] = [change.before, change.after].map((each) => requirementText(each, names) || labelNothing);
      return {
        key,
        ruleId: DEFAULTS_ID,
        kind: labelChanged,
        name: labelOtherwise,
        before: before ?? '',
        after: after ?? ''
      };
    }
  }
}

function row(key: string, rule: Rule, kind: string, before: string, after: string): Row {
  return { key, ruleId: rule.id, kind, name: rule.label, before, after };
}

function ruleText(rule: Rule, names: Names): string {
  const parts = [requirementText(rule.then, names)];
  if (rule.stop) parts.push(labelStop);
  if (!rule.active) parts.push(labelOff);
  return `${conditionText(rule.when, names)} → ${parts.filter(Boolean).join(' · ') || labelNothing}`;
}
