import fc from 'fast-check';
import type {
  Comparison,
  Condition,
  Operator,
  Relaxation,
  Requirement,
  Rule,
  RuleSet,
  Scalar,
  SkillNeed,
  Values
} from '../../../force-app/routing/lwc/yetiRuleSet/types.ts';

// Few fields and few values, so that rules meet each other and match often.

const fields = ['Origin', 'Type', 'Contact.Age__c', '$now.time', '$fact.intent'] as const;
const texts = [
  'Web',
  'web',
  'Phone',
  '',
  ' ',
  'w',
  'Web;Phone',
  'phone; WEB',
  'Żubr',
  'żubr',
  '5',
  'true',
  '09:00',
  '17:30',
  '2026-11-21'
];
const scalar: fc.Arbitrary<Scalar> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...texts) },
  { weight: 3, arbitrary: fc.constantFrom(-1, 0, 1, 2.5, 5, 1000) },
  { weight: 1, arbitrary: fc.boolean() }
);
const text = fc.constantFrom(...texts.filter((one) => one !== ''));
const field = fc.constantFrom(...fields);

const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  { weight: 4, arbitrary: compared(['equals', 'notEquals'], scalar) },
  { weight: 3, arbitrary: compared(['in', 'notIn'], fc.array(scalar, { minLength: 1, maxLength: 4 })) },
  { weight: 2, arbitrary: compared(['contains', 'startsWith'], text) },
  { weight: 1, arbitrary: compared(['includes'], fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 }))) },
  {
    weight: 3,
    arbitrary: compared(
      ['greaterThan', 'greaterOrEqual', 'lessThan', 'lessOrEqual'],
      scalar.filter((one) => typeof one !== 'boolean')
    )
  },
  {
    weight: 1,
    arbitrary: fc.record({ field, op: fc.constantFrom<Operator>('isBlank', 'isNotBlank') })
  }
);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    { weight: 4, arbitrary: comparison },
    { weight: 2, arbitrary: fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }) }) },
    { weight: 2, arbitrary: fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }) }) },
    { weight: 1, arbitrary: fc.record({ not: tie('condition') }) }
  )
}));

const skill = fc.constantFrom('Polish', 'English', 'polish', 'Complaints');
const level = fc.constantFrom(0, 3, 5, 5.5, 10);
const after = fc.constantFrom(0, 45, 60, 300);
const relaxation: fc.Arbitrary<Relaxation> = fc.oneof(
  fc.record({ after, drop: fc.constant(true as const) }),
  fc.record({ after, instead: fc.record({ skill, level }) })
);
const skillNeed: fc.Arbitrary<SkillNeed> = fc.record(
  { skill, level, relax: fc.array(relaxation, { maxLength: 1 }) },
  { requiredKeys: ['skill', 'level'] }
);
const requirement: fc.Arbitrary<Requirement> = fc.record(
  {
    skills: fc.uniqueArray(skillNeed, { maxLength: 3, selector: (need) => need.skill }),
    priority: fc.integer({ min: 0, max: 3 }),
    queue: fc.constantFrom('Duty', 'Night'),
    preferred: fc.constantFrom('owner', 'lastAgent'),
    preferredFor: fc.constantFrom(0, 90),
    capacityWeight: fc.constantFrom(0, 0.5, 2),
    fallback: fc.record({ after: fc.constantFrom(60, 600), queue: fc.constantFrom('Duty', 'Night') })
  },
  { requiredKeys: [] }
);

/** A rule set without faults. */
export const ruleSets: fc.Arbitrary<RuleSet> = fc
  .record(
    {
      schema: fc.constant(1 as const),
      name: fc.constant('Any'),
      object: fc.constant('Case' as const),
      rules: fc.array(ruleWithoutId(), { maxLength: 8 }),
      defaults: requirement
    },
    { requiredKeys: ['schema', 'name', 'object', 'rules'] }
  )
  .map((ruleSet) => ({
    ...ruleSet,
    rules: ruleSet.rules.map((rule, index) => ({ ...rule, id: `r${String(index)}` }))
  }));

/** What a case may give such rules to look at. */
export const cases: fc.Arbitrary<Values> = fc.dictionary(field, fc.option(scalar), { maxKeys: fields.length });

function compared<Value extends Scalar | readonly Scalar[]>(
  ops: readonly Operator[],
  value: fc.Arbitrary<Value>
): fc.Arbitrary<Comparison> {
  return fc.record({ field, op: fc.constantFrom(...ops), value });
}

function ruleWithoutId(): fc.Arbitrary<Omit<Rule, 'id'>> {
  return fc.record(
    {
      label: fc.constant('Any'),
      active: fc.boolean().chain((off) => (off ? fc.boolean() : fc.constant(true))),
      when: condition,
      then: requirement,
      stop: fc.constantFrom(false, false, true)
    },
    { requiredKeys: ['label', 'active', 'when', 'then'] }
  );
}

/** One rule set of the rules of several, none of which ends the run. */
export function joined(parts: readonly RuleSet[]): RuleSet {
  const rules = parts.flatMap((part) => part.rules);
  return {
    schema: 1,
    name: 'Joined',
    object: 'Case',
    rules: rules.map(({ stop: _stop, ...rule }, index) => ({ ...rule, id: `r${String(index)}` }))
  };
}
