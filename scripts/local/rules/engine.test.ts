import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, fieldsOf, logicOf } from '../../../force-app/routing/lwc/yetiRuleEngine/yetiRuleEngine.ts';
import { validate } from '../../../force-app/routing/lwc/yetiRuleSet/yetiRuleSet.ts';
import { cases, joined, ruleSets } from './arbitrary.ts';
import { evaluatePlainly, tracePlainly } from './naive.ts';

/** Ten thousand rule sets take their time on a machine that has other things to do. */
const patience = 180_000;
const seed = 7;

describe('any rule set, any case', () => {
  it(
    'is evaluated and traced as the semantics say',
    () => {
      fc.assert(
        fc.property(ruleSets, fc.array(cases, { minLength: 1, maxLength: 3 }), (ruleSet, several) => {
          const engine = compile(ruleSet);
          for (const values of several) {
            expect(engine.evaluate(values)).toEqual(evaluatePlainly(ruleSet, values));
            expect(engine.trace(values)).toEqual(tracePlainly(ruleSet, values));
          }
        }),
        { numRuns: 10_000 }
      );
    },
    patience
  );

  it(
    'has no faults, and its fields are all that counts',
    () => {
      fc.assert(
        fc.property(ruleSets, cases, (ruleSet, values) => {
          expect(validate(ruleSet).filter(({ severity }) => severity === 'error')).toEqual([]);
          const fields = fieldsOf(ruleSet);
          const seen = Object.fromEntries(Object.entries(values).filter(([field]) => fields.includes(field)));
          expect(compile(ruleSet).evaluate(seen)).toEqual(compile(ruleSet).evaluate(values));
        }),
        { numRuns: 1000 }
      );
    },
    patience
  );
});

describe('many rules', () => {
  it(
    'are evaluated as few are, however many match',
    () => {
      const ruleSet = joined(fc.sample(ruleSets, { numRuns: 600, seed }));
      expect(ruleSet.rules.length).toBeGreaterThan(1500);
      const engine = compile(ruleSet);
      for (const values of fc.sample(cases, { numRuns: 100, seed }))
        expect(engine.evaluate(values)).toEqual(evaluatePlainly(ruleSet, values));
    },
    patience
  );
});

describe('what is thought about conditions', () => {
  it(
    'is true of every case',
    () => {
      const rules = ruleSets.map((ruleSet) => joined([ruleSet]));
      fc.assert(
        fc.property(rules, fc.array(cases, { minLength: 10, maxLength: 10 }), (ruleSet, several) => {
          const logic = logicOf(ruleSet);
          const active = [...ruleSet.rules.keys()].filter((index) => ruleSet.rules[index]?.active);
          for (const values of several) {
            const matched = new Set(evaluatePlainly(ruleSet, values).matched);
            const holds = (index: number): boolean => matched.has(`r${String(index)}`);
            for (const one of active) {
              if (holds(one)) expect(logic.canHold(one)).toBe(true);
              for (const other of active) {
                if (holds(one) && logic.implies(one, other)) expect(holds(other)).toBe(true);
                if (holds(one) && holds(other)) expect(logic.canMeet(one, other)).toBe(true);
              }
            }
          }
        }),
        { numRuns: 500 }
      );
    },
    patience
  );
});
