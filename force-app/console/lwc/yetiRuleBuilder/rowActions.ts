import { format } from 'c/yetiMessages';
import {
  duplicateRule,
  insertRule,
  moveRule,
  newRule,
  removeRule,
  replaceRule,
  ruleIndex,
  ruleOf
} from 'c/yetiRuleDocument';
import type { RowAction } from 'c/yetiRuleList';
import { DEFAULTS_ID } from 'c/yetiRuleModel';
import type { RuleSet } from 'c/yetiRuleSet';
import labelCopyOf from '@salesforce/label/c.Yeti_Rules_Copy_Of';
import labelDeleted from '@salesforce/label/c.Yeti_Rules_Deleted';
import labelFirstName from '@salesforce/label/c.Yeti_Rules_First_Name';
import labelMoved from '@salesforce/label/c.Yeti_Rules_Moved';
import labelNewRule from '@salesforce/label/c.Yeti_Rules_New_Rule';

/** What a step makes of the rules: the document, which rule is selected then, and what is said. */
export interface Step {
  readonly document: RuleSet;
  readonly selectedId: string;
  readonly said: string;
}

/** Adds a rule to be filled in below another; without one at the end. */
export function added(document: RuleSet, belowId: string): Step {
  const rule = newRule(document, labelFirstName);
  const below = ruleIndex(document, belowId);
  const index = below < 0 ? document.rules.length : below + 1;
  return { document: insertRule(document, rule, index), selectedId: rule.id, said: labelNewRule };
}

/** Moves a rule to a place, counted from 0. */
export function moved(document: RuleSet, id: string, index: number): Step {
  const after = moveRule(document, id, index);
  const place = String(ruleIndex(after, id) + 1);
  const said = format(labelMoved, ruleOf(after, id)?.label ?? '', place, String(after.rules.length));
  return { document: after, selectedId: id, said: after === document ? '' : said };
}

/** What an action on a row makes of the rules. */
export function acted(document: RuleSet, action: RowAction): Step {
  const { id, kind } = action;
  const rule = ruleOf(document, id);
  const index = ruleIndex(document, id);
  const same = { document, selectedId: id, said: '' };
  if (!rule) return same;
  switch (kind) {
    case 'up':
      return moved(document, id, index - 1);
    case 'down':
      return moved(document, id, index + 1);
    case 'active':
      return { ...same, document: replaceRule(document, { ...rule, active: action.active }) };
    case 'duplicate': {
      const copied = duplicateRule(document, id, format(labelCopyOf, rule.label));
      return { ...same, document: copied.document, selectedId: copied.id };
    }
    case 'delete': {
      const neighbour = document.rules[index + 1] ?? document.rules[index - 1];
      const selectedId = neighbour?.id ?? DEFAULTS_ID;
      return { document: removeRule(document, id), selectedId, said: format(labelDeleted, rule.label) };
    }
    default:
      return same;
  }
}
