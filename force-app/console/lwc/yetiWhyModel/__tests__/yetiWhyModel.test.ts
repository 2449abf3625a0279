import {
  candidatesFor,
  choicesOf,
  circumstancesOf,
  reasonsFor,
  sentenceOf,
  stageOf,
  stepText,
  titleOf,
  unitOfTime,
  type DecisionView
} from 'c/yetiWhyModel';
import type { Agent, AgentSkill } from 'c/yetiMatcher';

jest.mock('@salesforce/user/Id', () => ({ default: '005000000000001AAA' }), { virtual: true });

const now = new Date('2026-11-21T10:30:00Z');
const DAY = 86_400_000;
const ago = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString();

function agent(name: string, skills: Readonly<Record<string, number>>, changes: Partial<Agent> = {}): Agent {
  return {
    id: name,
    name,
    presence: 'Available',
    channels: ['Case'],
    capacity: 5,
    used: 2,
    open: 2,
    lastWorkAt: 0,
    skills: Object.entries(skills).map(([skill, level]): AgentSkill => ({ skill, level })),
    ...changes
  };
}

const gniewko = agent('Gniewko', { Polish: 10, German: 6, Complaints: 5 });
const mira = agent('Mira', { English: 10, Complaints: 7, KeyAccounts: 8 });
const bogna = agent('Bogna', { KeyAccounts: 9, Complaints: 8 }, { used: 5, open: 5 });
const wanda = agent('Wanda', { Complaints: 9, KeyAccounts: 7 }, { presence: 'Offline', channels: [] });
const iwo = agent('Iwo', {}, { skills: [{ skill: 'German', level: 8, until: now.getTime() - DAY }] });
const everybody = [gniewko, mira, bogna, wanda, iwo];
const hut = [
  { skill: 'Complaints', level: 7 },
  { skill: 'German', level: 6 },
  { skill: 'KeyAccounts', level: 6 }
];

const waiting: DecisionView = {
  id: 'd1',
  caseId: 'c1',
  status: 'Dispatched',
  dispatchedAt: ago(11),
  step: 0,
  requirement: JSON.stringify({ skills: [{ skill: 'Complaints', level: 5, relax: [{ after: 600, to: 3 }] }] })
};
const colleagues: DecisionView = {
  ...waiting,
  status: 'Assigned',
  agentId: '005000000000002AAA',
  agentName: 'Róża',
  agent: agent('Róża', { Complaints: 8 }),
  assignedAt: ago(9)
};

describe('who could take it', () => {
  it('is free, busy or away, and nearly can', () => {
    const { free, busy, away, near } = candidatesFor(
      [
        { skill: 'Complaints', level: 7 },
        { skill: 'KeyAccounts', level: 6 }
      ],
      everybody,
      now.getTime()
    );
    const names = (list: readonly { readonly agent: Agent }[]): readonly string[] =>
      list.map((each) => each.agent.name);
    expect(names(free)).toEqual(['Mira']);
    expect(names(busy)).toEqual(['Bogna']);
    expect(names(away)).toEqual(['Wanda']);
    expect(names(near)).toEqual([]);
  });

  it('counts the weight of the work', () => {
    const heavy = candidatesFor([{ skill: 'English', level: 5 }], [mira], now.getTime(), { weight: 4 });
    expect(heavy.free).toEqual([]);
    expect(heavy.busy).toHaveLength(1);
  });

  it('is offered first where somebody is to be chosen', () => {
    const choices = choicesOf([{ skill: 'German', level: 6 }], everybody, now.getTime());
    expect(choices.map(({ value }) => value)).toEqual(['Gniewko', 'Mira', 'Bogna', 'Wanda', 'Iwo']);
    expect(choices[0]?.group).toBe('c.Yeti_Why_Choice_Can');
    expect(choices[1]?.group).toBe('c.Yeti_Why_Choice_Others');
  });
});

describe('why it waits', () => {
  it('is a combination that nobody has, and a skill that ended', () => {
    expect(reasonsFor(hut, everybody, now.getTime())).toEqual([
      'c.Yeti_Why_No_Combination',
      'c.Yeti_Why_Alone',
      'Iwo: c.Yeti_Why_Ended'
    ]);
  });

  it('is a level above everybody, or a skill that nobody has', () => {
    expect(reasonsFor([{ skill: 'English', level: 11 }], everybody, now.getTime())).toEqual(['c.Yeti_Why_Highest']);
    expect(reasonsFor([{ skill: 'French', level: 4 }], everybody, now.getTime())).toEqual(['c.Yeti_Why_Nobody_Has']);
  });

  it('is that everybody who could is busy or away', () => {
    const needs = [{ skill: 'KeyAccounts', level: 6 }];
    expect(reasonsFor(needs, [bogna, wanda], now.getTime())).toEqual(['c.Yeti_Why_Busy_One', 'c.Yeti_Why_Away_One']);
    expect(reasonsFor(needs, [mira], now.getTime())).toEqual(['c.Yeti_Why_Free_One']);
    expect(reasonsFor(needs, [mira], now.getTime(), { refusedBy: [mira.id] })).toEqual(['c.Yeti_Why_Refused_One']);
  });
});

describe('while only the preferred agent is asked', () => {
  const needs = [{ skill: 'KeyAccounts', level: 6 }];
  const preferring: DecisionView = {
    ...waiting,
    requirement: JSON.stringify({ preferred: 'lastAgent', preferredFor: 900, skills: needs }),
    preferredId: 'Wanda',
    preferredName: 'Wanda'
  };
  const why = (preferredId: string) =>
    reasonsFor(needs, everybody, now.getTime(), circumstancesOf({ ...preferring, preferredId }, now));

  it('is said so', () => {
    expect(sentenceOf(preferring, now)).toBe('c.Yeti_Why_Waits_Preferred');
    expect(sentenceOf({ ...preferring, step: 1 }, now)).toBe('c.Yeti_Why_Waits');
  });

  it('nobody else is one who could take it', () => {
    const { free, away } = candidatesFor(needs, everybody, now.getTime(), circumstancesOf(preferring, now));
    expect([free.length, away.length]).toEqual([0, 1]);
    const after = circumstancesOf({ ...preferring, step: 1 }, now);
    expect(candidatesFor(needs, everybody, now.getTime(), after).free).toHaveLength(1);
  });

  it('waits because of what keeps that one', () => {
    expect(why('Bogna')).toEqual(['Bogna: c.Yeti_Why_No_Capacity']);
    expect(why('Mira')).toEqual([]);
    expect(why('Nobody who takes work')).toEqual([]);
  });

  it('once it is taken all count', () => {
    expect(circumstancesOf({ ...preferring, status: 'Assigned' }, now).only).toBeUndefined();
  });
});

describe('the stage', () => {
  const dropping = {
    ...waiting,
    requirement: JSON.stringify({
      skills: [
        { skill: 'Polish', level: 7 },
        { skill: 'Camping', level: 5, relax: [{ after: 300, drop: true }] }
      ],
      fallback: { after: 1800, queue: 'Duty' }
    })
  };

  it('is counted by the time where Omni-Channel drops by itself', () => {
    const early = stageOf(dropping, new Date(ago(7)));
    expect(early.current.skills).toHaveLength(2);
    expect(early.next?.skills).toEqual([{ skill: 'Polish', level: 7 }]);
    const late = stageOf(dropping, now);
    expect(late.current.skills).toEqual([{ skill: 'Polish', level: 7 }]);
    expect(late.next?.queue).toBe('Duty');
    expect(stageOf({ ...dropping, status: 'Fallback', step: 1 }, now).current.queue).toBe('Duty');
  });

  it('is the one the org took where the org relaxes', () => {
    expect(stageOf(waiting, now).current.skills).toEqual([{ skill: 'Complaints', level: 5 }]);
    expect(stageOf(waiting, now).next?.skills).toEqual([{ skill: 'Complaints', level: 3 }]);
    expect(stageOf({ ...waiting, step: 1 }, now).next).toBeUndefined();
  });

  it('has a step for whom to ask first only where there is somebody', () => {
    const requirement = JSON.stringify({
      preferred: 'owner',
      preferredFor: 120,
      skills: [{ skill: 'Polish', level: 1 }]
    });
    expect(stageOf({ ...waiting, requirement, preferredId: 'u1' }, now).current.preferredOnly).toBe(true);
    expect(stageOf({ ...waiting, requirement }, now).current.preferredOnly).toBe(false);
    expect(stageOf({ ...waiting, requirement }, now).next).toBeUndefined();
  });

  it('asks for nothing where the requirement is gone or broken', () => {
    expect(stageOf({ ...waiting, requirement: null }, now).current.skills).toEqual([]);
    expect(stageOf({ ...waiting, requirement: '{' }, now).current.skills).toEqual([]);
  });
});

describe('a step', () => {
  it('says what, and who did it', () => {
    expect(stepText({ at: '', kind: 'Relaxed', text: 'Complaints ≥ 3' })).toBe('c.Yeti_Step_Relaxed: Complaints ≥ 3');
    expect(stepText({ at: '', kind: 'Relaxed', text: 'x', by: 'Dobrawa' })).toBe(
      'c.Yeti_Step_Relaxed: x c.Yeti_Why_By'
    );
    expect(stepText({ at: '', kind: 'Declined', text: 'Mira: late', by: 'Mira' })).toBe(
      'c.Yeti_Step_Declined: Mira: late'
    );
    expect(stepText({ at: '', kind: 'Dispatched', text: 'all of it' })).toBe('c.Yeti_Step_Dispatched');
  });
});

describe('the sentence', () => {
  it.each([
    [colleagues, 'c.Yeti_Why_Came_To_Other'],
    [{ ...colleagues, agentId: '005000000000001AAA' }, 'c.Yeti_Why_Came_To_You'],
    [waiting, 'c.Yeti_Why_Waits'],
    [{ ...waiting, status: 'Fallback' }, 'c.Yeti_Why_Fallback'],
    [{ ...waiting, status: 'Failed', problem: 'Off' }, 'c.Yeti_Why_Failed'],
    [{ ...waiting, status: 'Skipped' }, 'c.Yeti_Why_Skipped'],
    [{ ...waiting, status: 'Withdrawn' }, 'c.Yeti_Why_Withdrawn'],
    [{ ...colleagues, steps: JSON.stringify([{ at: ago(9), kind: 'Assigned', by: 'Dobrawa' }]) }, 'c.Yeti_Why_By_Hand']
  ])('of %# says what happened', (decision, label) => {
    expect(sentenceOf(decision, now)).toBe(label);
  });

  it('says "at once" only where nobody was asked before', () => {
    const atOnce = { ...colleagues, assignedAt: colleagues.dispatchedAt ?? '' };
    expect(sentenceOf(atOnce, now)).toBe('c.Yeti_Why_Came_To_Other_At_Once');
    expect(sentenceOf({ ...atOnce, refusedBy: ['005000000000003AAA'] }, now)).toBe('c.Yeti_Why_Came_To_Other');
  });

  it('has a heading that fits', () => {
    expect(titleOf(waiting)).toBe('c.Yeti_Why_Title_Waiting');
    expect(titleOf(colleagues)).toBe('c.Yeti_Why_Title');
    expect(titleOf({ ...colleagues, agentId: '005000000000001AAA' })).toBe('c.Yeti_Why_Title_You');
    expect(titleOf(undefined)).toBe('c.Yeti_Why_Title');
  });

  it('counts seconds below a minute', () => {
    expect(unitOfTime(new Date(0), new Date(14_000))).toBe('14 sec');
    expect(unitOfTime(new Date(0), new Date(61_000))).toBe('1 min');
  });
});
