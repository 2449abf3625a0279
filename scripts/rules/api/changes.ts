import type { Change } from '../../../force-app/routing/lwc/yetiRuleCompare/yetiRuleCompare.ts';
import { summaryOf } from '../../../force-app/routing/lwc/yetiRuleSet/summary.ts';
import type { Condition, Rule } from '../../../force-app/routing/lwc/yetiRuleSet/types.ts';

/** What changed, for a terminal: `+` new, `-` gone, `~` changed, `>` moved. */
export function linesOf(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => {
    switch (change.kind) {
      case 'added':
        return [`+ ${change.after.id}: ${sentenceOf(change.after)}`];
      case 'removed':
        return [`- ${change.before.id}: ${sentenceOf(change.before)}`];
      case 'moved':
        return [`> ${change.after.id}: from ${String(change.from + 1)} to ${String(change.to + 1)}`];
      case 'defaults':
        return ['~ defaults', `    - ${summaryOf(change.before)}`, `    + ${summaryOf(change.after)}`];
      case 'changed':
        return [
          `~ ${change.after.id}${change.moved ? ' (moved)' : ''}`,
          `    - ${sentenceOf(change.before)}`,
          `    + ${sentenceOf(change.after)}`
        ];
    }
  });
}

/** A rule as one line. */
export function sentenceOf({ label, active, when, then, stop }: Rule): string {
  return [
    active ? label : `${label} (off)`,
    `when ${wordsOf(when)}`,
    summaryOf(then) === '' ? '' : `then ${summaryOf(then)}`,
    stop === true ? 'stop' : ''
  ]
    .filter(Boolean)
    .join(' | ');
}

/** A condition as one line. */
export function wordsOf(condition: Condition): string {
  if ('not' in condition) return `not (${wordsOf(condition.not)})`;
  if ('field' in condition) {
    const { field, op, value } = condition;
    return [field, op, value === undefined ? '' : JSON.stringify(value)].filter(Boolean).join(' ');
  }
  const [word, parts] = 'all' in condition ? ['and', condition.all] : ['or', condition.any];
  return parts.map((part) => ('field' in part ? wordsOf(part) : `(${wordsOf(part)})`)).join(` ${word} `);
}
