import { compile, fieldsOf, logicOf } from 'c/yetiRuleEngine';
import type { Condition, RuleSet, Values } from 'c/yetiRuleSet';

// What rules mean stands in test/vectors; both engines are held to it.

function ruleSet(conditions: readonly Condition[]): RuleSet {
  const rules = conditions.map((when, index) => ({
    id: `r${String(index)}`,
    label: `Rule ${String(index)}`,
    active: true,
    when,
    then: { priority: index }
  }));
  return { schema: 1, name: 'Test', object: 'Case', rules };
}

function matched(condition: Condition, values: Values): boolean {
  return compile(ruleSet([condition])).evaluate(values).matched.length === 1;
}

const web: Condition = { field: 'Origin', op: 'equals', value: 'Web' };

describe('evaluate', () => {
  it('holds nothing to be all of nothing, and nothing of it to be any', () => {
    expect([matched({ all: [] }, {}), matched({ any: [] }, {})]).toEqual([true, false]);
    expect([matched({ not: { all: [] } }, {}), matched({ not: { any: [] } }, {})]).toEqual([false, true]);
  });

  it('answers anew for each case', () => {
    const engine = compile(ruleSet([web, { field: 'Subject', op: 'contains', value: 'refund' }]));
    const cases: readonly Values[] = [
      { Origin: 'Web', Subject: 'Refund' },
      { Origin: 'web', Subject: null },
      { Subject: 'my refund' },
      {}
    ];

    expect(cases.map((values) => engine.evaluate(values).matched)).toEqual([['r0', 'r1'], ['r0'], ['r1'], []]);
  });

  it('takes conditions apart that have too many alternatives only as far as it helps', () => {
    const either = (field: string): Condition => ({
      any: [
        { field, op: 'equals', value: 'x' },
        { field: `${field}2`, op: 'equals', value: 'x' },
        { field: `${field}3`, op: 'equals', value: 'x' }
      ]
    });
    const condition: Condition = { all: ['A', 'B', 'C', 'D', 'E'].map(either) };

    expect(matched(condition, { A: 'x', B2: 'x', C3: 'x', D: 'x', E2: 'X' })).toBe(true);
    expect(matched(condition, { A: 'x', B2: 'x', C3: 'x', D: 'x' })).toBe(false);
  });

  it('bears conditions of very many parts', () => {
    const parts = Array.from({ length: 9000 }, (_, index): Condition => {
      return { field: 'N', op: 'notEquals', value: index };
    });

    expect([matched({ all: parts }, { N: 8999 }), matched({ all: parts }, { N: 9000 })]).toEqual([false, true]);
    expect([matched({ not: { any: parts } }, { N: 1 }), matched({ any: parts }, { N: 1 })]).toEqual([false, true]);
  });

  it('tells values between bounds apart, also where they lie close', () => {
    const engine = compile(
      ruleSet([
        { field: 'N', op: 'greaterThan', value: 5 },
        { field: 'N', op: 'lessOrEqual', value: 5.000001 },
        { field: 'N', op: 'notIn', value: [5.0000005, 6] }
      ])
    );

    expect(engine.evaluate({ N: 5.0000004 }).matched).toEqual(['r0', 'r1', 'r2']);
    expect(engine.evaluate({ N: 5.0000005 }).matched).toEqual(['r0', 'r1']);
    expect(engine.evaluate({ N: 5.1 }).matched).toEqual(['r0', 'r2']);
  });

  it('takes what is no value of a case for nothing', () => {
    const values = JSON.parse('{"Origin": {"value": "Web"}}');

    expect(matched(web, values)).toBe(false);
    expect(matched({ field: 'constructor', op: 'isBlank' }, {})).toBe(true);
  });

  it('remembers no more texts than it should', () => {
    const engine = compile(ruleSet([{ not: web }]));
    for (let index = 0; index < 3000; index++) engine.evaluate({ Origin: `Origin ${String(index)}` });

    expect(engine.evaluate({ Origin: 'wEB' }).matched).toEqual([]);
    expect(engine.evaluate({ Origin: 'Origin 2999' }).matched).toEqual(['r0']);
  });
});

describe('fieldsOf', () => {
  it('names each field of active rules once', () => {
    const { rules, ...document } = ruleSet([{ any: [web, { not: { field: '$now.time', op: 'isBlank' } }] }, web]);
    const inactive = { ...rules[0], active: false, when: { field: 'Type', op: 'isBlank' } as const };

    expect(fieldsOf({ ...document, rules: [...rules, { id: 'off', label: 'Off', then: {}, ...inactive }] })).toEqual([
      'Origin',
      '$now.time'
    ]);
  });
});

describe('logicOf', () => {
  const evening: Condition = { field: '$now.time', op: 'greaterOrEqual', value: '20:00' };
  const night: Condition = { field: '$now.time', op: 'greaterOrEqual', value: '22:00' };
  const morning: Condition = { field: '$now.time', op: 'lessThan', value: '06:00' };

  it('finds what no case can meet', () => {
    const logic = logicOf(
      ruleSet([{ all: [night, morning] }, { any: [night, morning] }, { all: [web, { not: web }] }])
    );

    expect([0, 1, 2].map((rule) => logic.canHold(rule))).toEqual([false, true, false]);
  });

  it('knows what follows from what', () => {
    const logic = logicOf(ruleSet([evening, night, { all: [web, night] }, { any: [night, morning] }]));

    expect([1, 2, 3].map((rule) => logic.widerThan(rule).includes(0))).toEqual([true, true, false]);
    expect(logic.widerThan(1).includes(3)).toBe(true);
    expect(logic.widerThan(0).includes(1)).toBe(false);
  });

  it('claims nothing about parts of texts that it cannot know', () => {
    const refund: Condition = { field: 'Subject', op: 'contains', value: 'refund' };
    const refunds: Condition = { field: 'Subject', op: 'contains', value: 'refunds' };
    const exactly: Condition = { field: 'Subject', op: 'equals', value: 'my refund' };
    const logic = logicOf(ruleSet([refund, refunds, exactly, refund]));

    expect([1, 2, 3].map((rule) => logic.widerThan(rule).includes(0))).toEqual([false, true, true]);
    expect([...logic.meeting(0)].includes(1)).toBe(true);
    expect([...logic.meeting(1)].includes(2)).toBe(false);
  });

  it('reckons with texts that no rule names', () => {
    const part = (value: string): Condition => ({ field: 'Subject', op: 'contains', value });
    const both: Condition = { all: [part('refund'), part('invoice')] };
    const otherText: Condition = { field: 'Subject', op: 'notEquals', value: 'refund' };
    const logic = logicOf(ruleSet([both, otherText, { not: part('refund') }]));

    expect([logic.canHold(0), [...logic.meeting(0)].includes(1)]).toEqual([true, true]);
    expect([logic.widerThan(1).includes(2), logic.widerThan(2).includes(1)]).toEqual([false, true]);
  });
});
