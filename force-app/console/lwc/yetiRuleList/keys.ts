import { DEFAULTS_ID } from 'c/yetiRuleModel';
import type { Rule } from 'c/yetiRuleSet';

/** What is asked of the page. */
export type RowAction =
  | { readonly kind: 'select' | 'open' | 'up' | 'down' | 'moveTo' | 'duplicate' | 'delete'; readonly id: string }
  | { readonly kind: 'active'; readonly id: string; readonly active: boolean };

/** The list as keys find it. */
export interface ListState {
  readonly rules: readonly Rule[];
  readonly canEdit: boolean;
  /** How many rows are seen at once. */
  readonly pageSize: number;
}

/** What a key asks for on the row of a rule, or of what holds otherwise. */
export function actionOf({ key, altKey }: KeyboardEvent, id: string, list: ListState): RowAction | undefined {
  const canChange = list.canEdit && id !== DEFAULTS_ID;
  switch (key) {
    case 'ArrowUp':
      return altKey ? pick(canChange, { kind: 'up', id }) : neighbour(list, id, -1);
    case 'ArrowDown':
      return altKey ? pick(canChange, { kind: 'down', id }) : neighbour(list, id, 1);
    case 'Home':
      return neighbour(list, id, -Infinity);
    case 'End':
      return neighbour(list, id, Infinity);
    case 'PageUp':
      return neighbour(list, id, -list.pageSize);
    case 'PageDown':
      return neighbour(list, id, list.pageSize);
    case 'Enter':
      return { kind: 'open', id };
    case ' ': {
      const rule = canChange ? list.rules.find((each) => each.id === id) : undefined;
      return rule && { kind: 'active', id, active: !rule.active };
    }
    case 'Delete':
      return pick(canChange, { kind: 'delete', id });
    default:
      return undefined;
  }
}

function pick(isPossible: boolean, action: RowAction): RowAction | undefined {
  return isPossible ? action : undefined;
}

/** What holds otherwise stands below the last rule. */
function neighbour({ rules }: ListState, id: string, by: number): RowAction {
  const index = rules.findIndex((rule) => rule.id === id);
  const next = Math.max(0, (index < 0 ? rules.length : index) + by);
  return { kind: 'select', id: rules[next]?.id ?? DEFAULTS_ID };
}
