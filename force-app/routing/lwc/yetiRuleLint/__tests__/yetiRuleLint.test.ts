import { logicOf } from 'c/yetiRuleEngine';
import { lint } from 'c/yetiRuleLint';
import type { Finding, Surroundings } from 'c/yetiRuleLint';
import type { Agent } from 'c/yetiMatcher';
import { stagesOf } from 'c/yetiRuleSet';
import type { Condition, Requirement, Rule, RuleSet } from 'c/yetiRuleSet';

const now = Date.parse('2026-11-21T09:30:00Z');
const day = 24 * 60 * 60 * 1000;

function is(field: string, value: string): Condition {
  return { field, op: 'equals', value };
}

function rule(id: string, when: Condition, requirement: Requirement, more: Partial<Rule> = {}): Rule {
  return { id, label: `The ${id}`, active: true, when, then: requirement, ...more };
}

function agent(name: string, skills: Agent['skills'], presence: Agent['presence'] = 'Available'): Agent {
  return { id: name, name, presence, channels: [], capacity: 5, used: 0, open: 0, lastWorkAt: 0, skills };
}

function findings(
  rules: readonly Rule[],
  surroundings: Partial<Surroundings> = {},
  defaults?: Requirement
): readonly Finding[] {
  const ruleSet: RuleSet = { schema: 1, name: 'Test', object: 'Case', rules, ...(defaults && { defaults }) };
  return lint(ruleSet, { logic: logicOf(ruleSet), stagesOf }, { now, ...surroundings });
}

function told(found: readonly Finding[]): readonly string[] {
  return found.map(({ ruleId, severity, message }) => `${ruleId ?? 'defaults'} ${severity}: ${message}`);
}

const complaint = is('Type', 'Complaint');
const angry: Condition = { all: [complaint, is('Tone', 'Angry')] };

describe('conditions', () => {
  it('finds nothing in rules that go well together', () => {
    expect(findings([rule('a', complaint, { priority: 3 }), rule('b', is('Origin', 'Web'), { queue: 'Web' })])).toEqual(
      []
    );
  });

  it('finds a preferred agent whom nobody would ask', () => {
    const asks: Requirement = { preferred: 'owner', queue: 'Web' };
    const polish = { skills: [{ skill: 'Polish', level: 1 }] };

    expect(told(findings([rule('a', complaint, asks)]))).toEqual([
      'a warning: The preferred agent is not asked unless another rule asks for a skill: the case lies in its queue.'
    ]);
    expect(findings([rule('a', complaint, { ...asks, preferredFor: 120 })])).toEqual([]);
    expect(findings([rule('a', complaint, { ...asks, ...polish })])).toEqual([]);
    expect(findings([rule('a', complaint, asks)], {}, polish)).toEqual([]);
  });

  it('finds a condition that no case can meet', () => {
    const both: Condition = { all: [complaint, is('Type', 'Return')] };

    expect(told(findings([rule('a', both, { priority: 1 })]))).toEqual(['a warning: No case can meet this condition.']);
  });

  it('finds a rule behind a stop, and says no more about it', () => {
    const rules = [rule('a', complaint, { priority: 1 }, { stop: true }), rule('b', angry, { priority: 2 })];

    const found = findings(rules);

    expect(told(found)).toEqual(["b warning: 'The a' ends the run wherever this rule would match."]);
    expect(found[0]?.mend).toBe("Move this rule above 'The a', or delete it.");
  });

  it('reaches a rule that matches more than the one that stops', () => {
    expect(
      findings([rule('a', angry, { priority: 1 }, { stop: true }), rule('b', complaint, { priority: 2 })])
    ).toEqual([]);
  });

  it('minds no inactive rules', () => {
    expect(
      findings([
        rule('a', complaint, { priority: 1 }, { stop: true, active: false }),
        rule('b', angry, { priority: 2 })
      ])
    ).toEqual([]);
  });

  it('finds the same rule twice, however it is written', () => {
    const same: Condition = { not: { field: 'Type', op: 'notIn', value: ['COMPLAINT'] } };

    expect(told(findings([rule('a', complaint, { queue: 'Q' }), rule('b', same, { queue: 'Q' })]))).toEqual([
      "b warning: 'The a' has the same condition and asks for the same."
    ]);
  });

  it('finds two values for the same condition', () => {
    expect(told(findings([rule('a', complaint, { priority: 4 }), rule('b', complaint, { priority: 5 })]))).toEqual([
      "b warning: 'The a' has the same condition and another priority: 4 counts, 5 never does."
    ]);
  });

  it('finds a value that another rule always sets before', () => {
    const found = findings([rule('a', complaint, { priority: 4 }), rule('b', angry, { priority: 1, queue: 'Q' })]);

    expect(told(found)).toEqual([
      "b warning: priority 1 never counts: 'The a' sets 4 before, wherever this rule matches."
    ]);
  });

  it('finds a rule that adds nothing to those before it', () => {
    const rules = [
      rule('a', complaint, { skills: [{ skill: 'Polish', level: 7 }] }),
      rule('b', is('Tone', 'Angry'), { priority: 1 }),
      rule('c', angry, { skills: [{ skill: 'Polish', level: 5 }], priority: 1 })
    ];

    expect(told(findings(rules))).toEqual([
      "c warning: It adds nothing: 'The a', 'The b' ask for all of it already, wherever this rule matches."
    ]);
  });
});

describe('skills', () => {
  const polish = { skill: 'Polish', level: 10 };
  const staff = [
    agent('Kalina', [polish, { skill: 'Complaints', level: 9 }]),
    agent('Gniewko', [polish, { skill: 'German', level: 6 }]),
    agent('Iwo', [
      { skill: 'French', level: 8, until: now },
      { skill: 'Czech', level: 5, from: now + day }
    ]),
    agent('Wanda', [{ skill: 'Payments', level: 6 }], 'Offline')
  ];

  function asking(...skills: NonNullable<Requirement['skills']>): readonly string[] {
    return told(findings([rule('a', complaint, { skills })], { agents: staff }));
  }

  it('finds nothing where somebody has it all', () => {
    expect(asking({ skill: 'Polish', level: 10 }, { skill: 'Complaints', level: 5 })).toEqual([]);
  });

  it('finds a skill nobody has', () => {
    expect(asking({ skill: 'Greek', level: 1 })).toEqual(['a error: No agent has the skill Greek.']);
  });

  it('warns where somebody can after a time', () => {
    expect(asking({ skill: 'Greek', level: 1, relax: [{ after: 600, drop: true }] })).toEqual([
      'a warning: No agent has the skill Greek. Somebody can after 600 s.'
    ]);
  });

  it('finds a level above everybody', () => {
    expect(asking({ skill: 'German', level: 7 })).toEqual([
      'a error: German 7 is above everybody: the highest level is 6.'
    ]);
  });

  it('finds what has ended and what has not begun', () => {
    expect(asking({ skill: 'French', level: 4 })).toEqual([
      'a error: Nobody has French 4 at present: it ended, or begins later.'
    ]);
    expect(asking({ skill: 'Czech', level: 4 })).toEqual([
      'a error: Nobody has Czech 4 at present: it ended, or begins later.'
    ]);
  });

  it('finds a combination nobody has', () => {
    expect(asking({ skill: 'German', level: 6 }, { skill: 'Complaints', level: 5 })).toEqual([
      'a error: No agent has German 6, Complaints 5 together.'
    ]);
  });

  it('finds that only those who are offline can', () => {
    expect(asking({ skill: 'Payments', level: 5 })).toEqual(["a info: Everybody who can take it is offline: 'Wanda'."]);
  });

  it('looks at the defaults too', () => {
    expect(told(findings([], { agents: staff }, { skills: [{ skill: 'Greek', level: 1 }] }))).toEqual([
      'defaults error: No agent has the skill Greek.'
    ]);
  });

  it('finds rules that ask for too much together, unless they never meet', () => {
    const german = { skills: [{ skill: 'German', level: 6 }] };
    const complaints = { skills: [{ skill: 'Complaints', level: 5 }] };
    const together = "b info: Together with 'The a' it asks for more than any agent has: nobody can take the case.";

    expect(
      told(findings([rule('a', is('Language', 'de'), german), rule('b', complaint, complaints)], { agents: staff }))
    ).toEqual([together]);
    expect(
      findings([rule('a', is('Type', 'Return'), german), rule('b', complaint, complaints)], { agents: staff })
    ).toEqual([]);
  });

  it('finds what real cases asked for in vain', () => {
    const requirement = {
      skills: [
        { skill: 'German', level: 6 },
        { skill: 'Complaints', level: 5 }
      ]
    };
    const hits = { since: now - day, last: {}, samples: [{ matched: ['a'], requirement, count: 12 }] };

    expect(told(findings([rule('a', complaint, { priority: 1 })], { agents: staff, hits }))).toEqual([
      'a warning: Real cases asked for German 6, Complaints 5, which no agent has together; cases so far: 12.'
    ]);
  });

  it('says nothing of skills in an org without agents', () => {
    const rules = [rule('a', complaint, { skills: [{ skill: 'Greek', level: 1 }] })];

    expect([findings(rules), findings(rules, { agents: [] })]).toEqual([[], []]);
  });
});

describe('hits', () => {
  const rules = [rule('a', complaint, { priority: 1 }), rule('b', is('Type', 'Return'), { priority: 2 })];

  it('finds a rule that no case has met for 90 days', () => {
    const hits = { since: now - 200 * day, last: { a: now - 90 * day, b: now - 89 * day } };

    expect(told(findings(rules, { hits }))).toEqual(['a info: No case has met this condition since 2026-08-23.']);
  });

  it('waits until hits have been counted for so long', () => {
    expect(findings(rules, { hits: { since: now - 89 * day, last: {} } })).toEqual([]);
  });
});

it('lints 1,000 rules in well under a second', () => {
  const rules = Array.from({ length: 1000 }, (_, index) => {
    const skills = [{ skill: `Skill${String(index % 40)}`, level: index % 11 }];
    const when: Condition = { all: [is('Product', `P${String(index % 50)}`), is('Type', `T${String(index % 8)}`)] };
    return rule(`r${String(index)}`, when, { skills, priority: index % 5 });
  });
  const agents = Array.from({ length: 500 }, (_, index) =>
    agent(`Agent ${String(index)}`, [
      { skill: `Skill${String(index % 40)}`, level: 10 },
      { skill: `Skill${String((index * 7) % 40)}`, level: 5 }
    ])
  );
  const begin = performance.now();

  const found = findings(rules, { agents });

  // Generous: other tests run beside it.
  expect(performance.now() - begin).toBeLessThan(3000);
  expect(found.length).toBeGreaterThan(0);
});
