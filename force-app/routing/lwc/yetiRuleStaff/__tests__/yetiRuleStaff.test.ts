import type { Agent } from 'c/yetiMatcher';
import { staffDesk, staffFor } from 'c/yetiRuleStaff';

const now = Date.parse('2026-11-21T09:30:00Z');

function agent(name: string, presence: Agent['presence'], skills: Agent['skills']): Agent {
  return { id: name, name, presence, channels: ['Case'], capacity: 5, used: 0, open: 0, lastWorkAt: 0, skills };
}

const agents = [
  agent('Mira', 'Available', [{ skill: 'English', level: 10 }]),
  agent('Wanda', 'Offline', [{ skill: 'English', level: 6 }]),
  agent('Iwo', 'Available', [{ skill: 'English', level: 9, until: now - 1 }])
];

it('tells who has the skills now and who of them is there', () => {
  const { qualified, present } = staffFor([{ skill: 'English', level: 6 }], agents, now);
  expect(qualified.map(({ name }) => name)).toEqual(['Mira', 'Wanda']);
  expect(present.map(({ name }) => name)).toEqual(['Mira']);
});

it('answers the same question once', () => {
  const staff = staffDesk(agents, now);
  const needs = [{ skill: 'English', level: 7 }];
  expect(staff(needs)).toBe(staff([...needs]));
  expect(staff([{ skill: 'English', level: 11 }]).qualified).toEqual([]);
});
