import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, fieldsOf, logicOf } from '../../../force-app/routing/lwc/yetiRuleEngine/yetiRuleEngine.ts';
import type { Condition, RuleSet } from '../../../force-app/routing/lwc/yetiRuleSet/types.ts';
import { validate } from '../../../force-app/routing/lwc/yetiRuleSet/yetiRuleSet.ts';
import { cases, joined, ruleSets } from './arbitrary.ts';
import { evaluatePlainly, tracePlainly } from './naive.ts';

// Each run lets others run: the test's reporter would not wait until thousands are over.

/** Ten thousand rule sets take their time on a machine that has other things to do. */
const patience = 180_000;
const seed = 7;

describe('any rule set, any case', () => {
  it(
    'is evaluated and traced as the semantics say',
    async () => {
      await fc.assert(
        fc.asyncProperty(ruleSets, fc.array(cases, { minLength: 1, maxLength: 3 }), async (ruleSet, several) => {
          await setImmediate();
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

describe('rules about parts of texts', () => {
  const words = Array.from({ length: 50 }, (_, index) => `word${String(index)}`);
  const text = (field: string, op: 'contains' | 'startsWith' | 'includes'): Condition[] =>
    words.map((value) => ({ field, op, value }));
  const comparisons = [...text('Subject', 'contains'), ...text('Topics', 'includes'), ...text('Subject', 'startsWith')];
  const condition: fc.Arbitrary<Condition> = fc.oneof(
    fc.constantFrom(...comparisons),
    fc.constantFrom(...comparisons).map((not) => ({ not })),
    fc.array(fc.constantFrom(...comparisons), { minLength: 2, maxLength: 3 }).map((all) => ({ all })),
    fc.array(fc.constantFrom(...comparisons), { minLength: 2, maxLength: 3 }).map((any) => ({ any }))
  );
  const some = fc.array(fc.constantFrom(...words, 'Word1', '-', 'ż'.repeat(70)), { maxLength: 12 });
  const values = fc.record({ Subject: some.map((all) => all.join(' ')), Topics: some.map((all) => all.join('; ')) });

  it(
    'are evaluated alike, however many the parts and long the texts',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(condition, { minLength: 30, maxLength: 120 }),
          fc.array(values, { minLength: 100, maxLength: 100 }),
          async (conditions, several) => {
            await setImmediate();
            const rules = conditions.map((when, index) => {
              return { id: `r${String(index)}`, label: '', active: true, when, then: {} };
            });
            const ruleSet: RuleSet = { schema: 1, name: 'Parts', object: 'Case', rules };
            const engine = compile(ruleSet);
            for (const one of several) expect(engine.evaluate(one)).toEqual(evaluatePlainly(ruleSet, one));
          }
        ),
        { numRuns: 40 }
      );
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
            for (const one of active.filter(holds)) {
              expect(logic.canHold(one)).toBe(true);
              expect(logic.widerThan(one).every(holds)).toBe(true);
              expect([...logic.meeting(one)]).toEqual(expect.arrayContaining(active.filter(holds)));
            }
          }
        }),
        { numRuns: 500 }
      );
    },
    patience
  );
});
