import {
  addNode,
  begin,
  canRedo,
  canUndo,
  conditionOf,
  current,
  duplicateRule,
  groupOf,
  insertRule,
  linesOf,
  moveRule,
  newRule,
  nodeAt,
  redo,
  removeNode,
  removeRule,
  replaceNode,
  replaceRule,
  ruleIndex,
  setDefaults,
  setMode,
  take,
  undo,
  type History
} from 'c/yetiRuleDocument';
import type { Condition, Rule, RuleSet } from 'c/yetiRuleSet';

const type = { field: 'Type', op: 'equals', value: 'Complaint' } as const;
const web = { field: 'Origin', op: 'equals', value: 'Web' } as const;
const chat = { field: 'Origin', op: 'equals', value: 'Chat' } as const;

function rule(id: string): Rule {
  return { id, label: id, active: true, when: type, then: { priority: 1 } };
}

function document(...ids: readonly string[]): RuleSet {
  return { schema: 1, name: 'Test', object: 'Case', rules: ids.map(rule) };
}

const ids = ({ rules }: RuleSet): string => rules.map(({ id }) => id).join();

describe('history', () => {
  const first = document('a');
  const second = document('a', 'b');
  const third = document('a', 'b', 'c');

  it('goes back and forth', () => {
    let history: History = take(take(begin(first), second), third);
    history = undo(undo(history));
    expect(current(history)).toBe(first);
    expect([canUndo(history), canRedo(history)]).toEqual([false, true]);
    expect(current(redo(redo(history)))).toBe(third);
    expect(undo(history)).toBe(history);
  });

  it('takes typing at one place as one step, and another place as another', () => {
    let history = take(take(begin(first), second, 'name'), third, 'name');
    expect(current(undo(history))).toBe(first);
    history = take(take(begin(first), second, 'name'), third, 'level');
    expect(current(undo(history))).toBe(second);
  });

  it('forgets what was undone once something else is done, and takes no step that changes nothing', () => {
    const history = take(undo(take(begin(first), second)), third);
    expect(canRedo(history)).toBe(false);
    expect(take(history, third)).toBe(history);
  });

  it('keeps 200 steps', () => {
    let history = begin(first);
    for (let step = 0; step < 300; step++) history = take(history, document(String(step)));
    expect(history.past).toHaveLength(200);
  });
});

describe('rules', () => {
  it('are inserted, moved, removed, and moved no further than the ends', () => {
    const all = document('a', 'b', 'c');
    expect(ids(insertRule(all, rule('x'), 1))).toBe('a,x,b,c');
    expect(ids(moveRule(all, 'a', 2))).toBe('b,c,a');
    expect(ids(moveRule(all, 'c', -5))).toBe('c,a,b');
    expect(ids(moveRule(all, 'a', 99))).toBe('b,c,a');
    expect(moveRule(all, 'a', -1)).toBe(all);
    expect(moveRule(all, 'nobody', 0)).toBe(all);
    expect(ids(removeRule(all, 'b'))).toBe('a,c');
    expect(ruleIndex(all, 'c')).toBe(2);
  });

  it('are copied below themselves, with an id of their own', () => {
    const once = duplicateRule(document('a', 'b'), 'a', 'Copy');
    expect(ids(once.document)).toBe('a,a-2,b');
    expect(ids(duplicateRule(once.document, 'a-2', 'Copy').document)).toBe('a,a-2,a-3,b');
    expect(duplicateRule(once.document, 'nobody', 'Copy').document).toBe(once.document);
  });

  it('begin with a comparison to fill in', () => {
    expect(newRule(document(), 'New').when).toEqual({ all: [{ field: '', op: 'equals', value: '' }] });
  });

  it('leave the other rules alone when one is replaced', () => {
    const all = document('a', 'b');
    const changed = replaceRule(all, { ...rule('b'), label: 'B' });
    expect(changed.rules[0]).toBe(all.rules[0]);
    expect(changed.rules[1]?.label).toBe('B');
    expect(replaceRule(all, rule('x'))).toBe(all);
  });

  it('have defaults or none', () => {
    const withDefaults = setDefaults(document('a'), { priority: 6 });
    expect(withDefaults.defaults).toEqual({ priority: 6 });
    expect('defaults' in setDefaults(withDefaults, {})).toBe(false);
  });
});

describe('conditions', () => {
  const nested: Condition = { all: [type, { not: { any: [web, chat] } }, { not: { all: [web] } }, { any: [chat] }] };

  it('survive being edited as groups', () => {
    expect(conditionOf(groupOf(nested))).toEqual(nested);
  });

  it('are a group of one where they are one comparison, and the negation of one a group of none', () => {
    expect(conditionOf(groupOf(type))).toEqual({ all: [type] });
    expect(conditionOf(groupOf({ not: type }))).toEqual({ not: { any: [type] } });
  });

  it('have a line each, with the place in the document', () => {
    expect(linesOf(nested).map(({ path, place }) => `${path.join('.')} ${place}`)).toEqual([
      ' when',
      '0 when.all[0]',
      '1 when.all[1]',
      '1.0 when.all[1].not.any[0]',
      '1.1 when.all[1].not.any[1]',
      '2 when.all[2]',
      '2.0 when.all[2].not.all[0]',
      '3 when.all[3]',
      '3.0 when.all[3].any[0]'
    ]);
    expect(linesOf(type).map(({ place }) => place)).toEqual(['when', 'when']);
    expect(linesOf({ not: type }).map(({ place }) => place)).toEqual(['when', 'when.not']);
  });

  it('are added, replaced, joined otherwise', () => {
    const root = groupOf({ all: [type] });
    const added = addNode(root, [], { mode: 'any', children: [{ comparison: web }] });
    expect(conditionOf(addNode(added, [1], { comparison: chat }))).toEqual({ all: [type, { any: [web, chat] }] });
    expect(conditionOf(replaceNode(added, [1, 0], { comparison: chat }))).toEqual({ all: [type, { any: [chat] }] });
    expect(conditionOf(setMode(added, [1], 'none'))).toEqual({ all: [type, { not: { any: [web] } }] });
    expect(conditionOf(setMode(added, [], 'notAll'))).toEqual({ not: { all: [type, { any: [web] }] } });
    expect(nodeAt(added, [1, 0])).toEqual({ comparison: web });
  });

  it('take an empty group with them, but not the last one', () => {
    const root = groupOf({ all: [type, { any: [{ all: [web] }] }] });
    expect(conditionOf(removeNode(root, [1, 0, 0]))).toEqual({ all: [type] });
    expect(conditionOf(removeNode(groupOf(type), [0]))).toEqual({ all: [] });
    expect(removeNode(root, [])).toBe(root);
  });
});
