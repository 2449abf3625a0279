import { LogicEngine } from 'json-logic-engine';
import { Engine as JsonRulesEngine, type RuleProperties } from 'json-rules-engine';
import { compile, type Engine } from '../force-app/routing/lwc/yetiRuleEngine/yetiRuleEngine.ts';
import { atLeast, atMost, type Measurement } from './measurement.ts';
import { type BenchRule, casesOf, ruleSetOf, type Case } from './ruleSets.ts';

const sizes = { few: 100, many: 1000, most: 10_000 };
/** How many cases are looked at in one go; short enough that nobody takes the processor away in between. */
const goes = { ours: 50, logic: 5, events: 1 };

/** Milliseconds that nobody counts, and that are counted. */
const warmUp = 700;
const measured = 1000;

/** Who decides cases, and how many of its rules match one. */
interface Contestant {
  readonly name: string;
  readonly matches: (values: Case) => number | Promise<number>;
}

/** How long it takes to find all rules that match, beside engines that look at one rule after the other. */
export async function measureRules(): Promise<readonly Measurement[]> {
  const rules = ruleSetOf(sizes.many).rules;
  const engine = compile(ruleSetOf(sizes.many));
  const ours: Contestant = { name: 'ours', matches: (values) => engine.evaluate(values).matched.length };
  const logic = jsonLogic(rules);
  const events = jsonRules(rules);
  const cases = casesOf(sizes.many, 500);
  await agree([ours, logic, events], cases.slice(0, 20));

  const our = await timeOf(ours, cases, goes.ours);
  const logicTime = await timeOf(logic, cases, goes.logic);
  const eventTime = await timeOf(events, cases, goes.events);
  const few = await timeOfSize(sizes.few);
  const most = await timeOfSize(sizes.most);
  const trace: Contestant = { name: 'trace', matches: (values) => engine.trace(values).length };
  return [
    atLeast('evaluate 1,000 rules: json-rules-engine ÷ ours', eventTime / our, 10_000, '×'),
    atLeast('evaluate 1,000 rules: json-logic-engine, compiled ÷ ours', logicTime / our, 200, '×'),
    atMost('evaluate a case: 10,000 rules ÷ 100 rules', most / few, 8, ''),
    atMost('evaluate 1,000 rules with their trace', (await timeOf(trace, cases, goes.logic)) * 1000, 100, 'µs')
  ];
}

async function timeOfSize(rules: number): Promise<number> {
  const engine: Engine = compile(ruleSetOf(rules));
  const contestant: Contestant = { name: '', matches: (values) => engine.evaluate(values).matched.length };
  return timeOf(contestant, casesOf(rules, 500), goes.ours);
}

/** Milliseconds a case: of many short goes, those to warm up left out, the slowest of the quickest tenth: nobody disturbed it. */
async function timeOf({ matches }: Contestant, cases: readonly Case[], aGo: number): Promise<number> {
  const times: number[] = [];
  const begin = performance.now();
  for (let start = 0; performance.now() < begin + warmUp + measured; start = (start + aGo) % cases.length) {
    const some = cases.slice(start, start + aGo);
    const goBegins = performance.now();
    for (const values of some) {
      const answer = matches(values);
      if (typeof answer !== 'number') await answer;
    }
    if (goBegins > begin + warmUp) times.push((performance.now() - goBegins) / some.length);
  }
  return times.sort((one, other) => one - other)[Math.floor(times.length / 10)] ?? Number.NaN;
}

async function agree(contestants: readonly Contestant[], cases: readonly Case[]): Promise<void> {
  for (const values of cases) {
    const counts = await Promise.all(contestants.map(({ matches }) => matches(values)));
    if (new Set(counts).size > 1) throw new Error(`The engines disagree: ${counts.join(', ')} rules match`);
  }
}

/** One compiled function a rule, which ends at the first condition that fails. */
function jsonLogic(rules: readonly BenchRule[]): Contestant {
  const engine = new LogicEngine();
  const tests = rules.map(({ when }) => engine.build({ and: when.all.map(logicOf) }) as (values: Case) => boolean);
  return {
    name: 'json-logic-engine',
    matches: (values) => {
      let count = 0;
      for (const test of tests) if (test(values)) count++;
      return count;
    }
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

function jsonRules(rules: readonly BenchRule[]): Contestant {
  const engine = new JsonRulesEngine([], { allowUndefinedFacts: true });
  engine.addOperator('part', (found: unknown, part: string) => typeof found === 'string' && found.includes(part));
  const operators = { equals: 'equal', in: 'in', contains: 'part', greaterOrEqual: 'greaterThanInclusive' };
  for (const { id, when } of rules) {
    const all = when.all.map(({ field, op, value }) => ({ fact: field, operator: operators[op], value }));
    engine.addRule({ conditions: { all }, event: { type: id } } as RuleProperties);
  }
  return {
    name: 'json-rules-engine',
    matches: async (values) => (await engine.run({ ...values })).events.length
  };
}
