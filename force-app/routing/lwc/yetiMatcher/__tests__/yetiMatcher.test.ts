import { type Agent, type Assignment, createMatcher, obstaclesOf, qualifies, type WorkItem } from 'c/yetiMatcher';
import { additional, agent, item, required } from './support/samples';

const minute = 60_000;

/** Everything that is assigned at a moment, as `item → agent`. */
function assigned(agents: readonly Agent[], items: readonly WorkItem[], now = 0): string[] {
  const matcher = createMatcher();
  for (const each of agents) matcher.putAgent(each);
  for (const each of items) matcher.putItem(each);
  return drained(matcher, now).map(({ itemId, agentId }) => `${itemId} → ${agentId}`);
}

function drained(matcher: ReturnType<typeof createMatcher>, now: number): Assignment[] {
  const assignments: Assignment[] = [];
  for (let next = matcher.next(now); next !== undefined; next = matcher.next(now)) assignments.push(next);
  return assignments;
}

describe('who can take an item', () => {
  it('is there, serves the channel and has room', () => {
    const agents = [
      agent('away', { presence: 'Away' }),
      agent('offline', { presence: 'Offline' }),
      agent('elsewhere', { channels: ['Chat'] }),
      agent('full', { used: 5, open: 5 }),
      agent('hundred', { capacity: 500, used: 100, open: 100 }),
      agent('z', {})
    ];
    expect(assigned(agents, [item('1')])).toEqual(['1 → z']);
    expect(agents.map((each) => obstaclesOf(each, item('1'), 0))).toEqual([
      [{ kind: 'away' }],
      [{ kind: 'offline' }],
      [{ kind: 'channel' }],
      [{ kind: 'capacity', free: 0, needed: 1 }],
      [{ kind: 'capacity', free: 0, needed: 1 }],
      []
    ]);
  });

  it('has room for the whole weight', () => {
    const heavy = item('1', { weight: 2 });
    expect(assigned([agent('a', { used: 4, open: 1 }), agent('b', { used: 3, open: 9 })], [heavy])).toEqual(['1 → b']);
    expect(obstaclesOf(agent('a', { used: 4 }), heavy, 0)).toEqual([{ kind: 'capacity', free: 1, needed: 2 }]);
  });

  it('has every skill at its level or above', () => {
    const skilled = (id: string, polish: number, german?: number): Agent =>
      agent(id, {
        skills: [
          { skill: 'Polish', level: polish },
          ...(german === undefined ? [] : [{ skill: 'German', level: german }])
        ]
      });
    const wanted = item('1', { skills: [required('Polish', 7), required('German', 6)] });
    const agents = [skilled('a', 10), skilled('b', 6, 10), skilled('c', 10, 5), skilled('d', 7, 6)];
    expect(assigned(agents, [wanted])).toEqual(['1 → d']);
    expect(agents.map((each) => obstaclesOf(each, wanted, 0))).toEqual([
      [{ kind: 'skill', skill: 'German', needed: 6, level: undefined }],
      [{ kind: 'skill', skill: 'Polish', needed: 7, level: 6 }],
      [{ kind: 'skill', skill: 'German', needed: 6, level: 5 }],
      []
    ]);
    expect(agents.map((each) => qualifies(each, wanted.skills, 0))).toEqual([false, false, false, true]);
  });

  it('needs no presence and no room to qualify', () => {
    const absent = agent('a', { presence: 'Offline', capacity: 0, skills: [{ skill: 'Polish', level: 7 }] });
    expect(qualifies(absent, [{ skill: 'Polish', level: 7 }], 0)).toBe(true);
  });

  it('prefers nobody for a higher level', () => {
    const fluent = agent('b', { skills: [{ skill: 'Polish', level: 10 }] });
    const good = agent('a', { skills: [{ skill: 'Polish', level: 7 }] });
    expect(assigned([fluent, good], [item('1', { skills: [required('Polish', 7)] })])).toEqual(['1 → a']);
  });

  it('has the skill from its first moment on and no longer at its last', () => {
    const wanted = item('1', { skills: [required('German', 6)] });
    const german = agent('a', { skills: [{ skill: 'German', level: 8, from: 10, until: 20 }] });
    expect([9, 10, 19, 20].map((now) => assigned([german], [wanted], now).length)).toEqual([0, 1, 1, 0]);
    expect(obstaclesOf(german, wanted, 9)).toEqual([{ kind: 'notYet', skill: 'German', at: 10 }]);
    expect(obstaclesOf(german, wanted, 20)).toEqual([{ kind: 'expired', skill: 'German', at: 20 }]);
  });

  it('has the highest of the levels that count now, where a skill is listed more than once', () => {
    const wanted = item('1', { skills: [required('German', 6)] });
    const learning = agent('a', {
      skills: [
        { skill: 'German', level: 4, until: 10 },
        { skill: 'German', level: 6, from: 5 }
      ]
    });
    expect([4, 5, 10].map((now) => assigned([learning], [wanted], now).length)).toEqual([0, 1, 1]);
    expect(obstaclesOf(learning, wanted, 4)).toEqual([{ kind: 'skill', skill: 'German', needed: 6, level: 4 }]);
  });

  it('has not declined it', () => {
    const declined = item('1', { excluded: ['a'] });
    expect(assigned([agent('a'), agent('b')], [declined])).toEqual(['1 → b']);
    expect(obstaclesOf(agent('a'), declined, 0)).toEqual([{ kind: 'declined' }]);
  });

  it('meets every obstacle that there is', () => {
    const absent = agent('a', { presence: 'Away', used: 5, skills: [{ skill: 'German', level: 8, until: 1 }] });
    const wanted = item('1', {
      excluded: ['a'],
      preferred: { agentId: 'b', required: true },
      skills: [required('German', 6), required('Polish', 7)]
    });
    expect(obstaclesOf(absent, wanted, 2).map(({ kind }) => kind)).toEqual([
      'away',
      'declined',
      'preferred',
      'capacity',
      'expired',
      'skill'
    ]);
  });
});

describe('who of them gets it', () => {
  it('Most Available: whoever has most room', () => {
    const agents = [agent('a', { used: 3, open: 3 }), agent('b', { capacity: 6, used: 3, open: 3 })];
    expect(assigned(agents, [item('1')])).toEqual(['1 → b']);
  });

  it('Least Active: whoever has fewest items, whatever the room', () => {
    const agents = [agent('a', { capacity: 10, used: 2, open: 2 }), agent('b', { capacity: 5, used: 4, open: 1 })];
    expect(assigned(agents, [item('1', { model: 'LeastActive' })])).toEqual(['1 → b']);
  });

  it('among equals whoever got work longest ago, then always the same', () => {
    const agents = [agent('c', { lastWorkAt: 20 }), agent('b', { lastWorkAt: 10 }), agent('a', { lastWorkAt: 10 })];
    expect(assigned(agents, [item('1')], 30)).toEqual(['1 → a']);
    expect(assigned([...agents].reverse(), [item('1')], 30)).toEqual(['1 → a']);
  });

  it('gives work in turn, since what is given counts at once', () => {
    const items = ['1', '2', '3', '4', '5'].map((id) => item(id));
    expect(assigned([agent('a', { capacity: 2 }), agent('b', { capacity: 2 })], items, 1)).toEqual([
      '1 → a',
      '2 → b',
      '3 → a',
      '4 → b'
    ]);
  });

  it('the preferred agent, where that one can take it, else anybody', () => {
    const preferring = item('1', { preferred: { agentId: 'b', required: false } });
    expect(assigned([agent('a'), agent('b', { used: 4, open: 4 })], [preferring])).toEqual(['1 → b']);
    expect(assigned([agent('a'), agent('b', { presence: 'Away' })], [preferring])).toEqual(['1 → a']);
    expect(assigned([agent('a')], [preferring])).toEqual(['1 → a']);
  });

  it('nobody but the preferred agent where that one is required', () => {
    const insisting = item('1', { preferred: { agentId: 'b', required: true } });
    expect(assigned([agent('a'), agent('b', { presence: 'Away' })], [insisting])).toEqual([]);
    expect(assigned([agent('a'), agent('b')], [insisting])).toEqual(['1 → b']);
    expect(obstaclesOf(agent('a'), insisting, 0)).toEqual([{ kind: 'preferred' }]);
  });
});

describe('which item comes first', () => {
  it('the lower priority number, the lower secondary number, the longer wait, then always the same', () => {
    const items = [
      item('f', { priority: 2, requestedAt: 0 }),
      item('e', { priority: 1, secondaryPriority: 1, requestedAt: 0 }),
      item('d', { priority: 1, requestedAt: 9 }),
      item('c', { priority: 1, requestedAt: 8 }),
      item('b', { priority: 1, requestedAt: 8 })
    ];
    expect(assigned([agent('a')], items, 10)).toEqual(['b → a', 'c → a', 'd → a', 'e → a', 'f → a']);
  });

  it('what nobody can take holds nobody up', () => {
    const items = [item('1', { priority: 1, skills: [required('French', 4)] }), item('2')];
    expect(assigned([agent('a')], items)).toEqual(['2 → a']);
  });
});

describe('additional skills', () => {
  const relaxing = item('1', {
    requestedAt: minute,
    dropAfter: 5 * minute,
    skills: [
      required('Polish', 7),
      additional('Camping', 5, 0),
      additional('German', 6, 2),
      additional('French', 6, 2),
      additional('Payments', 1, 1)
    ]
  });
  const polish = agent('a', { skills: [{ skill: 'Polish', level: 7 }] });

  it('are dropped set by set, the highest number first, each after the time-out, since the request', () => {
    const matcher = createMatcher();
    matcher.putItem(relaxing);
    const moments: (number | undefined)[] = [];
    for (let now: number | undefined = 0; now !== undefined; now = matcher.nextMoment(now)) moments.push(now);
    expect(moments).toEqual([0, 6 * minute, 11 * minute, 16 * minute]);

    const missing = moments.map((now = 0) =>
      obstaclesOf(polish, relaxing, now).map((obstacle) => ('skill' in obstacle ? obstacle.skill : obstacle.kind))
    );
    expect(missing).toEqual([['Camping', 'German', 'French', 'Payments'], ['Camping', 'Payments'], ['Camping'], []]);
  });

  it('are named where they were dropped before somebody was found', () => {
    const matcher = createMatcher();
    matcher.putAgent(agent('b', { skills: [...polish.skills, { skill: 'Camping', level: 9 }] }));
    matcher.putItem(relaxing);
    expect(matcher.next(11 * minute - 1)).toBeUndefined();
    expect(matcher.next(11 * minute)).toEqual({ itemId: '1', agentId: 'b', dropped: ['German', 'French', 'Payments'] });
  });

  it('stay where no time-out is set, and required ones always', () => {
    const never = item('1', { skills: relaxing.skills });
    expect(assigned([polish], [never], 1e9)).toEqual([]);
    expect(assigned([agent('a')], [relaxing], 1e9)).toEqual([]);
  });

  it('return after a decline, and dropping starts over while the age stays', () => {
    const declined: WorkItem = { ...relaxing, dropSince: 20 * minute, excluded: ['b'] };
    const matcher = createMatcher();
    matcher.putAgent(polish);
    matcher.putItem(declined);
    matcher.putItem(item('2', { requestedAt: 2 * minute }));
    expect(matcher.next(21 * minute)).toEqual({ itemId: '2', agentId: 'a', dropped: [] });
    expect(matcher.nextMoment(21 * minute)).toBe(25 * minute);
    expect(matcher.next(35 * minute)?.itemId).toBe('1');
  });
});

describe('what happens while work waits', () => {
  const german = item('1', { skills: [required('German', 6)] });

  it('somebody comes, learns, is free again: the work is given', () => {
    const matcher = createMatcher();
    matcher.putItem(german);
    expect(matcher.next(0)).toBeUndefined();
    matcher.putAgent(agent('a'));
    expect(matcher.next(1)).toBeUndefined();
    matcher.putAgent(agent('a', { skills: [{ skill: 'German', level: 6 }], used: 5, open: 5 }));
    expect(matcher.next(2)).toBeUndefined();
    matcher.putAgent(agent('a', { skills: [{ skill: 'German', level: 6 }], used: 4, open: 4 }));
    expect(matcher.next(3)).toEqual({ itemId: '1', agentId: 'a', dropped: [] });
    expect(matcher.next(3)).toBeUndefined();
  });

  it('a skill begins: the matcher says when, and gives the work then', () => {
    const matcher = createMatcher();
    matcher.putAgent(agent('a', { skills: [{ skill: 'German', level: 6, from: 50, until: 90 }] }));
    matcher.putItem(german);
    expect(matcher.next(10)).toBeUndefined();
    expect(matcher.nextMoment(10)).toBe(50);
    expect(matcher.next(50)?.agentId).toBe('a');
    expect(matcher.nextMoment(50)).toBe(90);
    expect(matcher.nextMoment(90)).toBeUndefined();
  });

  it('a clock that is set back brings skills back', () => {
    const matcher = createMatcher();
    matcher.putItem(item('1', { skills: [additional('German', 6, 1)], dropAfter: 10 }));
    expect(matcher.next(10)).toBeUndefined();
    matcher.putAgent(agent('a'));
    expect(matcher.next(9)).toBeUndefined();
    expect(matcher.nextMoment(9)).toBe(10);
    expect(matcher.next(10)?.dropped).toEqual(['German']);
  });

  it('what is taken away is not given, and who is taken away gets nothing', () => {
    const matcher = createMatcher();
    matcher.putAgent(agent('a'));
    matcher.putAgent(agent('b', { used: 1 }));
    matcher.putItem(item('1'));
    matcher.putItem(item('2'));
    matcher.removeItem('1');
    matcher.removeItem('unknown');
    matcher.removeAgent('a');
    matcher.removeAgent('unknown');
    expect(drained(matcher, 0)).toEqual([{ itemId: '2', agentId: 'b', dropped: [] }]);
  });

  it('work that asks for something else now is what it says last', () => {
    const matcher = createMatcher();
    matcher.putAgent(agent('a'));
    matcher.putItem(german);
    expect(matcher.next(0)).toBeUndefined();
    matcher.putItem(item('1'));
    expect(drained(matcher, 0)).toHaveLength(1);
  });
});
