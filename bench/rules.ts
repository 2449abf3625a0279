import { LogicEngine } from 'json-logic-engine';
import { Engine as JsonRulesEngine, type RuleProperties } from 'json-rules-engine';
import { compile } from '../force-app/routing/lwc/yetiRuleEngine/yetiRuleEngine.ts';
import { atLeast, atMost, type Measurement } from './measurement.ts';
import { type BenchRule, type Case, casesOf, ruleSetOf, type Shape } from './ruleSets.ts';

const sizes = { few: 100, many: 1000, most: 10_000 };
/** Milliseconds for which each is looked at: in turns, so that whatever else the machine does slows all of them alike. */
const turn = 20;
const warmUp = 600;
const measured = 800;

/** Who decides cases. */
interface Contestant {
  /** How many of its rules match. */
  readonly matches: (values: Case) => number | Promise<number>;
  readonly cases: readonly Case[];
  /** How many cases are looked at in one go; so few that nobody takes the processor away in between. */
  readonly aGo: number;
}

const shapes: Readonly<Record<Shape, string>> = {
  ownProduct: 'each names a product of many',
  anyFields: 'any 2 to 4 of 8 fields'
};

/** How long it takes to find all rules that match, beside engines that look at one rule after the other; for rules of each shape. */
export async function measureRules(): Promise<readonly Measurement[]> {
  return [...(await measureShape('ownProduct')), ...(await measureShape('anyFields'))];
}

async function measureShape(shape: Shape): Promise<readonly Measurement[]> {
  const ours = ourEngine(sizes.many, shape);
  const { cases } = ours;
  const { rules } = ruleSetOf(sizes.many, shape);
  const logic = jsonLogic(rules, cases);
  const events = jsonRules(rules, cases);
  await agree([ours, logic, events], cases.slice(0, 20));

  const trace = tracing(sizes.many, shape);
  const contestants = [ours, logic, events, trace, ourEngine(sizes.few, shape), ourEngine(sizes.most, shape)];
  const [our = NaN, logicTime = NaN, eventTime = NaN, traceTime = NaN, few = NaN, most = NaN] =
    await timesOf(contestants);
  const which = shapes[shape];
  return [
    atLeast(`evaluate 1,000 rules (${which}): json-rules-engine ÷ ours`, eventTime / our, 10_000, '×'),
    atLeast(`evaluate 1,000 rules (${which}): json-logic-engine, compiled ÷ ours`, logicTime / our, 200, '×'),
    atMost(`evaluate a case (${which}): 10,000 rules ÷ 100 rules`, most / few, 8, ''),
    atMost(`evaluate 1,000 rules (${which}) with their trace`, traceTime * 1000, 100, 'µs')
  ];
}

function ourEngine(rules: number, shape: Shape): Contestant {
  const engine = compile(ruleSetOf(rules, shape));
  return {
    matches: (values) => engine.evaluate(values).matched.length,
    cases: casesOf(rules, shape, 500),
    aGo: 50
  };
}

function tracing(rules: number, shape: Shape): Contestant {
  const engine = compile(ruleSetOf(rules, shape));
  return {
    matches: (values) => engine.trace(values).length,
    cases: casesOf(rules, shape, 500),
    aGo: 5
  };
}

/** Milliseconds a case: of many short goes, those to warm up left out, the slowest of the quickest tenth: nobody disturbed it. */
async function timesOf(contestants: readonly Contestant[]): Promise<readonly number[]> {
  const runs = contestants.map((contestant) => ({ contestant, times: [] as number[], start: 0 }));
  const rounds = { warmUp: warmUp / turn, all: (warmUp + measured) / turn };
  for (let round = 0; round < rounds.all; round++) {
    for (const run of runs) {
      const { contestant, times } = run;
      const end = performance.now() + turn;
      while (performance.now() < end) {
        const time = await timeOfGo(contestant, run.start);
        if (round >= rounds.warmUp) times.push(time);
        run.start = (run.start + contestant.aGo) % contestant.cases.length;
      }
    }
  }
  return runs.map(({ times }) => times.sort((one, other) => one - other)[Math.floor(times.length / 10)] ?? NaN);
}

async function timeOfGo({ matches, cases, aGo }: Contestant, start: number): Promise<number> {
  const some = cases.slice(start, start + aGo);
  const begin = performance.now();
  for (const values of some) {
    const answer = matches(values);
    if (typeof answer !== 'number') await answer;
  }
  return (performance.now() - begin) / some.length;
}

async function agree(contestants: readonly Contestant[], cases: readonly Case[]): Promise<void> {
  for (const values of cases) {
    const counts = await Promise.all(contestants.map(({ matches }) => matches(values)));
    if (new Set(counts).size > 1) throw new Error(`The engines disagree: ${counts.join(', ')} rules match`);
  }
}

/** One compiled function a rule, which ends at the first condition that fails. */
function jsonLogic(rules: readonly BenchRule[], cases: readonly Case[]): Contestant {
  const engine = new LogicEngine();
  const tests = rules.map(({ when }) => engine.build({ and: when.all.map(logicOf) }) as (values: Case) => boolean);
  return {
    matches: (values) => {
      let count = 0;
      for (const test of tests) if (test(values)) count++;
      return count;
    },
    cases,
    aGo: 5
  };
}

function logicOf({ field, op, value }: BenchRule['when']['all'][number]): Record<string, unknown> {
  const found = { var: field };
  switch (op) {
    case 'equals':
      return { '===': [found, value] };
    case 'in':
      return { in: [found, value] };
    case 'contains':
      return { in: [value, found] };
    case 'greaterOrEqual':
      return { '>=': [found, value] };
  }
}

function jsonRules(rules: readonly BenchRule[], cases: readonly Case[]): Contestant {
  const engine = new JsonRulesEngine([], { allowUndefinedFacts: true });
  engine.addOperator('part', (found: unknown, part: string) => typeof found === 'string' && found.includes(part));
  const operators = { equals: 'equal', in: 'in', contains: 'part', greaterOrEqual: 'greaterThanInclusive' };
  for (const { id, when } of rules) {
    const all = when.all.map(({ field, op, value }) => ({ fact: field, operator: operators[op], value }));
    engine.addRule({ conditions: { all }, event: { type: id } } as RuleProperties);
  }
  return {
    matches: async (values) => (await engine.run({ ...values })).events.length,
    cases,
    aGo: 1
  };
}
