import { describe, expect, it } from 'vitest';
import { compile } from '../../../force-app/routing/lwc/yetiRuleEngine/yetiRuleEngine.ts';
import { isOperator, operands, stagesOf, validate } from '../../../force-app/routing/lwc/yetiRuleSet/yetiRuleSet.ts';
import { evaluatePlainly, tracePlainly } from './naive.ts';
import { vectorsOf } from './vectors.ts';

const rules = await vectorsOf('rules');
const ruleFaults = await vectorsOf('ruleFaults');
const stages = await vectorsOf('stages');

describe('the vectors of evaluation', () => {
  it('are many, each with a name of its own, and know every operator', () => {
    expect(rules.length).toBeGreaterThanOrEqual(300);
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    const named = new Set(rules.map(({ name }) => name.slice(0, name.indexOf(':'))).filter(isOperator));
    expect([...named].sort()).toEqual(Object.keys(operands).sort());
  });

  it.each(rules)('$name', ({ ruleSet, values, matched, requirement, trace }) => {
    expect(validate(ruleSet).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(evaluatePlainly(ruleSet, values)).toEqual({ matched, requirement });
    const engine = compile(ruleSet);
    expect(engine.evaluate(values)).toEqual({ matched, requirement });
    expect(engine.trace(values)).toEqual(trace ?? tracePlainly(ruleSet, values));
    if (trace) expect(tracePlainly(ruleSet, values)).toEqual(trace);
  });
});

describe('the vectors of faults', () => {
  it('have names of their own', () => {
    expect(new Set(ruleFaults.map(({ name }) => name)).size).toBe(ruleFaults.length);
  });

  it.each(ruleFaults)('$name', ({ document, catalogue, faults }) => {
    const found = validate(document, catalogue).map(({ path, code, args }) => ({ path, code, args }));
    expect(found.sort(inOrder)).toEqual([...faults].sort(inOrder));
  });
});

describe('the vectors of stages', () => {
  it.each(stages)('$name', ({ requirement, wholeMinutes, stages: expected }) => {
    expect(stagesOf(requirement, wholeMinutes)).toEqual(expected);
  });
});

function inOrder(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
