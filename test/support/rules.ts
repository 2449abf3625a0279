import type { Locator, Page } from 'playwright-core';
import type { RuleSet } from '../../force-app/routing/lwc/yetiRuleSet/types.ts';

/** The row of the rule at that position. */
export function ruleRow(page: Page, position: number): Locator {
  return page.locator(`c-yeti-rule-list [role="row"][aria-rowindex="${String(position + 1)}"]`);
}

/** Rules that are all different. */
export function manyRules(count: number): RuleSet {
  return {
    schema: 1,
    name: `${String(count)} rules`,
    object: 'Case',
    rules: Array.from({ length: count }, (_, index) => ({
      id: `rule-${String(index)}`,
      label: `Rule ${String(index)}`,
      active: true,
      when: {
        all: [
          { field: 'Subject', op: 'contains', value: `word ${String(index)}` },
          { field: 'Origin', op: 'in', value: ['Web', 'Phone'] },
          { field: 'Priority', op: 'equals', value: index % 2 === 0 ? 'High' : 'Low' }
        ]
      },
      then: { skills: [{ skill: 'Polish', level: 1 + (index % 9) }] }
    }))
  };
}
