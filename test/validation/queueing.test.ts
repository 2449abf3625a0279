import { describe, expect, it } from 'vitest';
import { estimate } from './estimate.ts';
import { run, type Station, type Visit } from './station.ts';

const measures = {
  wait: (visit: Visit): number => visit.wait,
  waits: (visit: Visit): number => Number(visit.wait > 0),
  givesUp: (visit: Visit): number => Number(visit.gaveUp),
  offSkill: (visit: Visit): number => Number(visit.offSkill)
};

/** What theory says of the work of some streams. */
type Expected = { readonly streams?: readonly number[] } & { readonly [Measure in keyof typeof measures]?: number };

/** Each value lies in the interval that holds the true one in 99 of 100 runs; the seed makes it the same run every time. */
function expectInside(station: Station, expected: readonly Expected[], { arrivals = 30_000, error = 0 } = {}): void {
  const visits = run(station, arrivals, 11);
  for (const { streams, ...values } of expected) {
    const some = streams === undefined ? visits : visits.filter(({ stream }) => streams.includes(stream));
    for (const [name, exact] of Object.entries(values)) {
      const { mean, halfWidth } = estimate(some.map(measures[name as keyof typeof measures]));
      expect
        .soft(Math.abs(mean - exact), `${name} is ${String(mean)}, not ${String(exact)}`)
        .toBeLessThanOrEqual(halfWidth + error);
      // An interval that is wide enough holds everything.
      expect.soft(halfWidth / exact, `what is unsure of ${name}`).toBeLessThan(0.5);
    }
  }
}

/** Agents alike, one line. */
function alike(agents: number, rate: number, capacity = 1): Station {
  return { streams: [{ rate }], agents: Array.from({ length: agents }, () => ({ capacity })) };
}

/** Streams that need a skill each (`a`, `b`, …), agents with one skill a letter. */
function graph(rates: readonly number[], agents: readonly string[], dropAfter?: number): Station {
  const dropping = dropAfter === undefined ? {} : { dropAfter };
  return {
    streams: rates.map((rate, index) => ({
      rate,
      needs: {
        skills: [{ skill: 'abc'.charAt(index), level: 1, additional: dropAfter !== undefined, dropOrder: 0 }],
        ...dropping
      }
    })),
    agents: agents.map((skills) => ({ skills: [...skills] }))
  };
}

describe('Erlang C', () => {
  it.each([
    { agents: 2, rate: 1.5, waits: 0.642857, wait: 1.285714 },
    { agents: 5, rate: 4, waits: 0.554113, wait: 0.554113 },
    { agents: 14, rate: 10, waits: 0.174132, wait: 0.043533 },
    { agents: 55, rate: 50, waits: 0.384547, wait: 0.076909, arrivals: 100_000 }
  ])('$agents agents, load $rate', ({ agents, rate, arrivals, ...values }) => {
    expectInside(alike(agents, rate), [values], { arrivals });
  });

  it.each(['MostAvailable', 'LeastActive'] as const)('7 agents with room for two each, %s', (model) => {
    expectInside({ ...alike(7, 10, 2), model }, [{ waits: 0.174132, wait: 0.043533 }]);
  });
});

it('Erlang A: who loses patience', () => {
  expectInside({ ...alike(50, 48), impatience: 0.5 }, [{ waits: 0.467774, givesUp: 0.030912, wait: 0.061824 }]);
});

describe('priorities (Cobham)', () => {
  it.each([
    { rates: [0.3, 0.4], agents: 1, waits: [1, 3.333333] },
    { rates: [2, 3, 3], agents: 10, waits: [0.051148, 0.102295, 0.40918] }
  ])('$rates on $agents', ({ rates, agents, waits }) => {
    const streams = rates.map((rate, priority) => ({ rate, needs: { priority } }));
    expectInside(
      { ...alike(agents, 0), streams },
      waits.map((wait, stream) => ({ streams: [stream], wait }))
    );
  });
});

describe('skills (Visschers, Adan, Weiss)', () => {
  it.each<{ name: string; rates: readonly number[]; agents: readonly string[]; expected: readonly Expected[] }>([
    { name: 'two dedicated', rates: [0.8, 0.8], agents: ['a', 'b'], expected: [{ wait: 4, waits: 0.8 }] },
    { name: 'two of all', rates: [0.8, 0.8], agents: ['ab', 'ab'], expected: [{ wait: 1.77778, waits: 0.71111 }] },
    {
      name: 'N',
      rates: [0.8, 0.6],
      agents: ['a', 'ab'],
      expected: [
        { streams: [0], wait: 0.8778, waits: 0.52668 },
        { streams: [1], wait: 2.52367, waits: 0.80883 }
      ]
    },
    {
      name: 'W',
      rates: [0.5, 0.5, 0.5],
      agents: ['ab', 'bc'],
      expected: [
        { streams: [0, 2], wait: 2.1, waits: 0.75 },
        { streams: [1], wait: 1.2, waits: 0.6 }
      ]
    },
    { name: 'M', rates: [1.2, 1.2], agents: ['a', 'ab', 'b'], expected: [{ wait: 1.43633, waits: 0.709 }] },
    { name: 'three dedicated', rates: [0.8, 0.8, 0.8], agents: ['a', 'b', 'c'], expected: [{ wait: 4, waits: 0.8 }] },
    {
      name: 'a chain of two skills each',
      rates: [0.8, 0.8, 0.8],
      agents: ['ab', 'bc', 'ca'],
      expected: [{ wait: 1.24868, waits: 0.68571 }]
    },
    {
      name: 'three of all',
      rates: [0.8, 0.8, 0.8],
      agents: ['abc', 'abc', 'abc'],
      expected: [{ wait: 1.07865, waits: 0.64719 }]
    }
  ])('$name', ({ rates, agents, expected }) => {
    expectInside(graph(rates, agents), expected);
  });
});

// Simulated values; `error` is how far they may be from the true ones.
describe('skills that are dropped', () => {
  it.each<{ after: number; error: number; values: Expected }>([
    { after: 0, error: 0.027, values: { wait: 1.786, offSkill: 0.356 } },
    { after: 0.5, error: 0.005, values: { offSkill: 0.382 } },
    { after: 1, error: 0.022, values: { wait: 2.07, offSkill: 0.332 } },
    { after: 4, error: 0.023, values: { wait: 2.644, offSkill: 0.151 } }
  ])('after $after', ({ after, error, values }) => {
    expectInside(graph([0.8, 0.8], ['a', 'b'], after), [values], { error });
  });
});
