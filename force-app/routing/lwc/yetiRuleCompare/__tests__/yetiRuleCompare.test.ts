import { changesBetween, same } from 'c/yetiRuleCompare';
import type { Requirement, Rule, RuleSet } from 'c/yetiRuleSet';

function rule(id: string, priority = 1): Rule {
  return { id, label: id, active: true, when: { field: 'Type', op: 'equals', value: id }, then: { priority } };
}

function document(rules: readonly Rule[], defaults?: Requirement): RuleSet {
  return { schema: 1, name: 'Test', object: 'Case', rules, ...(defaults && { defaults }) };
}

const all = ['a', 'b', 'c', 'd'].map((id) => rule(id));

describe('changesBetween', () => {
  it('finds nothing between the same rules, whatever the order of their keys', () => {
    const turned = all.map(({ id, label, active, when, then }) => ({ then, when, active, label, id }));
    expect(changesBetween(document(all), document(turned))).toEqual([]);
  });

  it('tells what was added, changed and removed', () => {
    const after = [rule('a'), rule('b', 2), rule('x'), rule('d')];
    expect(changesBetween(document(all), document(after)).map((change) => change.kind)).toEqual([
      'changed',
      'added',
      'removed'
    ]);
  });

  it('tells only of the rule that was moved, not of those it passed', () => {
    const [a, b, c, d] = all;
    const after = [d, a, b, c].flatMap((each) => each ?? []);
    expect(changesBetween(document(all), document(after))).toEqual([{ kind: 'moved', after: d, from: 3, to: 0 }]);
  });

  it('tells that a changed rule was moved too', () => {
    const after = [rule('d', 9), ...all.slice(0, 3)];
    expect(changesBetween(document(all), document(after))).toMatchObject([{ kind: 'changed', moved: true }]);
  });

  it('tells of other defaults', () => {
    expect(changesBetween(document([], { priority: 1 }), document([]))).toEqual([
      { kind: 'defaults', before: { priority: 1 }, after: {} }
    ]);
  });
});

describe('same', () => {
  it.each([
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, true],
    [{ a: 1 }, { a: 1, b: undefined }, false],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [null, {}, false],
    ['1', 1, false]
  ])('compares %j and %j', (one, other, expected) => {
    expect(same(one, other)).toBe(expected);
  });
});
