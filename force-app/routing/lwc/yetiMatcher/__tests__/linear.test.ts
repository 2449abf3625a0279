import { assert, constantFrom, array, integer, option, property, record, type Arbitrary } from 'fast-check';
import { type Agent, type Assignment, createMatcher, type Matcher, obstaclesOf, type WorkItem } from 'c/yetiMatcher';
import { agent, item } from './support/samples';

const agentIds = ['a', 'b', 'c', 'd'];
const skill = constantFrom('Polish', 'German', 'Payments');
const level = integer({ min: 1, max: 4 });
const moment = integer({ min: 0, max: 30 });

const anyAgent: Arbitrary<Agent> = record({
  id: constantFrom(...agentIds),
  presence: constantFrom('Available', 'Available', 'Available', 'Away', 'Offline'),
  channels: constantFrom(['Case'], ['Case', 'Chat'], ['Chat']),
  capacity: integer({ min: 1, max: 4 }),
  used: integer({ min: 0, max: 2 }),
  open: integer({ min: 0, max: 2 }),
  lastWorkAt: integer({ min: 0, max: 3 }),
  skills: array(
    record({ skill, level, from: option(moment, { nil: undefined }), until: option(moment, { nil: undefined }) }),
    {
      maxLength: 4
    }
  )
}).map(({ id, ...more }) => agent(id, { ...more, skills: more.skills.map(withoutBlanks) }));

const anyItem: Arbitrary<WorkItem> = record({
  id: integer({ min: 1, max: 9 }),
  channel: constantFrom('Case', 'Case', 'Chat'),
  model: constantFrom('MostAvailable', 'LeastActive'),
  priority: integer({ min: 1, max: 3 }),
  secondaryPriority: integer({ min: 0, max: 1 }),
  requestedAt: integer({ min: 0, max: 5 }),
  weight: integer({ min: 1, max: 2 }),
  skills: array(
    record({ skill, level, additional: constantFrom(true, false), dropOrder: integer({ min: 0, max: 2 }) }),
    {
      maxLength: 3
    }
  ),
  dropAfter: option(integer({ min: 0, max: 10 }), { nil: undefined }),
  dropSince: option(moment, { nil: undefined }),
  preferred: option(record({ agentId: constantFrom(...agentIds), required: constantFrom(true, false) }), {
    nil: undefined
  }),
  excluded: array(constantFrom(...agentIds), { maxLength: 2 })
}).map(({ id, ...more }) => item(String(id), withoutBlanks(more)));

type Step =
  | { readonly putAgent: Agent }
  | { readonly putItem: WorkItem }
  | { readonly removeAgent: string }
  | { readonly removeItem: string }
  | { readonly now: number };

const anyStep: Arbitrary<Step> = constantFrom(0, 0, 1, 1, 1, 2, 3, 4, 4).chain((kind): Arbitrary<Step> => {
  if (kind === 0) return anyAgent.map((putAgent) => ({ putAgent }));
  if (kind === 1) return anyItem.map((putItem) => ({ putItem }));
  if (kind === 2) return constantFrom(...agentIds).map((removeAgent) => ({ removeAgent }));
  if (kind === 3) return integer({ min: 1, max: 9 }).map((id) => ({ removeItem: String(id) }));
  return moment.map((now) => ({ now }));
});

/** A matcher, as far as the test asks it. */
type Decider = Pick<Matcher, 'putAgent' | 'removeAgent' | 'putItem' | 'removeItem'> & {
  next(now: number): Pick<Assignment, 'itemId' | 'agentId'> | undefined;
};

/** The same decisions by looking at everybody for everything. */
class LinearMatcher implements Decider {
  private readonly agents = new Map<string, Agent>();
  private readonly items = new Map<string, WorkItem>();

  putAgent(each: Agent): void {
    this.agents.set(each.id, each);
  }

  removeAgent(agentId: string): void {
    this.agents.delete(agentId);
  }

  putItem(each: WorkItem): void {
    this.items.set(each.id, each);
  }

  removeItem(itemId: string): void {
    this.items.delete(itemId);
  }

  next(now: number): Pick<Assignment, 'itemId' | 'agentId'> | undefined {
    const byTurn = [...this.items.values()].sort(
      (a, b) =>
        a.priority - b.priority ||
        a.secondaryPriority - b.secondaryPriority ||
        a.requestedAt - b.requestedAt ||
        a.id.localeCompare(b.id)
    );
    for (const waiting of byTurn) {
      const [chosen] = [...this.agents.values()]
        .filter((each) => obstaclesOf(each, waiting, now).length === 0)
        .sort(
          (a, b) =>
            Number(b.id === waiting.preferred?.agentId) - Number(a.id === waiting.preferred?.agentId) ||
            (waiting.model === 'MostAvailable' ? b.capacity - b.used - (a.capacity - a.used) : a.open - b.open) ||
            a.lastWorkAt - b.lastWorkAt ||
            a.id.localeCompare(b.id)
        );
      if (chosen === undefined) continue;
      this.items.delete(waiting.id);
      this.agents.set(chosen.id, {
        ...chosen,
        used: chosen.used + waiting.weight,
        open: chosen.open + 1,
        lastWorkAt: now
      });
      return { itemId: waiting.id, agentId: chosen.id };
    }
    return undefined;
  }
}

describe('the index', () => {
  it('decides as if it looked at everybody, whatever happens in whatever order', () => {
    assert(
      property(array(anyStep, { minLength: 5, maxLength: 40 }), (steps) => {
        const matcher = createMatcher();
        const linear = new LinearMatcher();
        for (const step of steps) expect(take(step, matcher)).toEqual(take(step, linear));
      }),
      { numRuns: 2_000, seed: 4 }
    );
  });

  it('says the next moment at which a wait can end by time alone', () => {
    assert(
      property(array(anyAgent, { maxLength: 4 }), array(anyItem, { maxLength: 5 }), moment, (agents, items, now) => {
        const matcher = createMatcher();
        for (const each of agents) matcher.putAgent(each);
        for (const each of items) matcher.putItem(each);
        while (matcher.next(now) !== undefined);
        const nextMoment = matcher.nextMoment(now) ?? Number.POSITIVE_INFINITY;
        expect(nextMoment).toBeGreaterThan(now);
        for (let later = now + 1; later < Math.min(nextMoment, 80); later++)
          expect(matcher.next(later)).toBeUndefined();
      }),
      { numRuns: 1_000, seed: 4 }
    );
  });
});

/** @returns what was given in that step, as `item → agent` */
function take(step: Step, matcher: Decider): string[] {
  if ('putAgent' in step) matcher.putAgent(step.putAgent);
  else if ('putItem' in step) matcher.putItem(step.putItem);
  else if ('removeAgent' in step) matcher.removeAgent(step.removeAgent);
  else if ('removeItem' in step) matcher.removeItem(step.removeItem);
  else return drained(matcher, step.now);
  return [];
}

function drained(matcher: Decider, now: number): string[] {
  const given: string[] = [];
  for (let next = matcher.next(now); next !== undefined; next = matcher.next(now)) {
    given.push(`${next.itemId} → ${next.agentId}`);
  }
  return given;
}

/** Without the keys whose value is undefined: an optional key is absent or has a value. */
function withoutBlanks<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Defined<Value>;
}

type Defined<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };
