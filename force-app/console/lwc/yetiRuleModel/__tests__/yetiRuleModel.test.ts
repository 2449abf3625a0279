import {
  agentsOf,
  canBeSaved,
  deskOf,
  keep,
  Problems,
  readKept,
  RuleChecker,
  scalarOf,
  valueFor,
  type Overview
} from 'c/yetiRuleModel';
import type { CatalogueField, Comparison, Operator, Rule, RuleSet } from 'c/yetiRuleSet';

const overview: Overview = {
  versions: [],
  catalogue: {
    fields: [{ path: 'Type', label: 'Type', type: 'text' }],
    skills: [{ name: 'Complaints', label: 'Complaints' }],
    queues: []
  },
  agents: [],
  hits: { counts: {}, last: {}, since: null, samples: [{ matched: '["a"]', requirement: '{"priority":1}', count: 2 }] },
  canEdit: true
};
const desk = deskOf(overview, 0);

function document(when: Rule['when'], then: Rule['then'] = { priority: 1 }): RuleSet {
  return { schema: 1, name: 'Test', object: 'Case', rules: [{ id: 'a', label: 'A', active: true, when, then }] };
}

const type = { field: 'Type', op: 'equals', value: 'Complaint' } as const;

describe('problems', () => {
  it('know their rule, their place and the comparison they are about', () => {
    const [problem] = new RuleChecker(desk).faults(document({ all: [type, { ...type, field: 'Nope' }] }));
    expect(problem).toMatchObject({ ruleId: 'a', severity: 'error', place: 'when.all[1].field' });
    expect(problem?.about).toContain('Nope');
  });

  it('say of a condition without a field only that it needs one', () => {
    const problems = new RuleChecker(desk).faults(document({ all: [{ field: '', op: 'equals', value: '' }] }));
    expect(problems.map(({ message }) => message)).toEqual(['c.Yeti_Rules_No_Field']);
  });

  it('are none of a skill in an org that has told no skills', () => {
    const faulty = document(type, { skills: [{ skill: 'Zebras', level: 5 }] });
    const withoutSkills = deskOf({ ...overview, catalogue: { ...overview.catalogue, skills: null } }, 0);
    expect(new RuleChecker(desk).faults(faulty)).toHaveLength(1);
    expect(new RuleChecker(withoutSkills).faults(faulty)).toEqual([]);
  });

  it('stay the same objects while their rule does: a large rule set is not looked at anew for one letter', () => {
    const checker = new RuleChecker(desk);
    const before = document({ ...type, field: 'Nope' });
    const [problem] = checker.faults(before);
    const [again, other] = checker.faults({
      ...before,
      rules: [...before.rules, ...document({ ...type, field: 'Nor' }).rules.map((rule) => ({ ...rule, id: 'b' }))]
    });
    expect(again).toBe(problem);
    expect(other).toMatchObject({ ruleId: 'b' });
  });

  it('of the defaults and of all rules are told apart', () => {
    const broken = { ...document(type), defaults: { priority: -1 } } as RuleSet;
    const problems = new Problems(new RuleChecker(desk).faults(broken));
    expect(problems.of(undefined)).toHaveLength(1);
    expect(problems.of(broken.rules[0])).toEqual([]);
    expect(problems.marks.get('$defaults')).toBe('error');
    expect(problems).toMatchObject({ errors: 1, warnings: 0 });
  });

  it('keep the org from saving what is broken, but not what it only does not know', () => {
    expect(canBeSaved(document({ ...type, field: 'Nope' }))).toBe(true);
    expect(canBeSaved(document({ all: [] }))).toBe(false);
  });

  it('include what is odd', () => {
    const agent = {
      id: '1',
      name: 'Mira',
      presence: 'Available',
      channels: [],
      capacity: 1,
      used: 0,
      open: 0,
      lastWorkAt: 0
    } as const;
    const withAgents = deskOf(
      { ...overview, agents: [{ ...agent, skills: [{ skill: 'Polish', level: 5, since: null }] }] },
      0
    );
    const odd = document(type, { skills: [{ skill: 'Complaints', level: 5 }] });
    const problems = new RuleChecker(withAgents).oddities(odd, 0);
    expect(problems.map(({ message }) => message).join()).toContain('c.Yeti_Lint_NobodyHas');
  });
});

describe('agents', () => {
  it('have a beginning and an end of a skill only where there is one', () => {
    const [agent] = agentsOf([{ id: '1', skills: [{ skill: 'Polish', level: 5, since: 7, until: null }] }] as never);
    expect(agent?.skills).toEqual([{ skill: 'Polish', level: 5, from: 7 }]);
  });
});

describe('what is kept in the tab', () => {
  afterEach(() => sessionStorage.clear());

  it('is found again, and forgotten', () => {
    const kept = { document: document(type), state: 's' };
    keep('v', kept);
    expect(readKept('v')).toEqual(kept);
    keep('v', undefined);
    expect(readKept('v')).toBeUndefined();
  });

  it('is not trusted', () => {
    keep('v', { document: {}, state: 's' } as never);
    expect(readKept('v')).toBeUndefined();
  });
});

describe('values', () => {
  it.each([
    ['5', 'number', 5],
    ['five', 'number', 'five'],
    ['true', 'boolean', true],
    ['08:30:00.000', 'time', '08:30'],
    ['5', 'text', '5']
  ] as [string, CatalogueField['type'], unknown][])('%j of a %s is %j', (text, kind, value) => {
    expect(scalarOf(text, kind)).toBe(value);
  });

  it.each([
    ['in', 'Web', ['Web']],
    ['equals', ['Web', 'Chat'], 'Web'],
    ['isBlank', 'Web', undefined],
    ['contains', 5, '5'],
    ['includes', [5], ['5']]
  ] as [Operator, Comparison['value'], unknown][])('%s takes %j as %j', (op, value, fitting) => {
    expect(valueFor(op, value)).toEqual(fitting);
  });
});
