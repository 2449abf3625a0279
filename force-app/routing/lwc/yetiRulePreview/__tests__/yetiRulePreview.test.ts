import type { Agent } from 'c/yetiMatcher';
import { compile } from 'c/yetiRuleEngine';
import { previewOf } from 'c/yetiRulePreview';
import type { Rule, RuleSet } from 'c/yetiRuleSet';

function rule(id: string, skill: string, level: number): Rule {
  return {
    id,
    label: id,
    active: true,
    when: { field: 'Type', op: 'equals', value: id },
    then: { skills: [{ skill, level }] }
  };
}

function document(...rules: readonly Rule[]): RuleSet {
  return { schema: 1, name: 'Test', object: 'Case', rules };
}

const agent: Agent = {
  id: '1',
  name: 'Mira',
  presence: 'Available',
  channels: ['Case'],
  capacity: 5,
  used: 0,
  open: 0,
  lastWorkAt: 0,
  skills: [{ skill: 'Complaints', level: 5 }]
};
const cases = ['Complaint', 'Return'].map((Type, index) => ({
  id: String(index),
  number: `0${String(index)}`,
  subject: Type,
  values: { Type }
}));

it('tells what becomes otherwise, what nobody can take, and which rules met nothing', () => {
  const draft = document(
    rule('Complaint', 'Complaints', 6),
    rule('Return', 'Complaints', 3),
    rule('Safety', 'Complaints', 3)
  );
  const active = document(rule('Complaint', 'Complaints', 5), rule('Return', 'Complaints', 3));
  const preview = previewOf({ document: draft, engine: compile(draft) }, compile(active), cases, [agent], 0);
  expect(preview.total).toBe(2);
  expect(preview.changes.map(({ of }) => of.subject)).toEqual(['Complaint']);
  expect(preview.nobody.map(({ of }) => of.subject)).toEqual(['Complaint']);
  expect(preview.idle.map(({ id }) => id)).toEqual(['Safety']);
});

it('takes everything as new where no version is active', () => {
  const draft = document(rule('Complaint', 'Complaints', 5));
  const { changes } = previewOf({ document: draft, engine: compile(draft) }, undefined, cases, [agent], 0);
  expect(changes).toHaveLength(2);
  expect(changes[0]?.before).toBeUndefined();
});
