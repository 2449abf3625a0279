import type { Rule, RuleSet } from '../force-app/routing/lwc/yetiRuleSet/types.ts';

/** A rule of the kind that is compared: 2 to 4 conditions that must all hold. */
export interface BenchRule extends Rule {
  readonly when: { readonly all: readonly BenchCondition[] };
}

export interface BenchCondition {
  readonly field: string;
  readonly op: 'equals' | 'in' | 'contains' | 'greaterOrEqual';
  readonly value: string | number | readonly string[];
}

export type Case = Readonly<Record<string, string | number | null>>;

/**
 * What rules are about.
 *
 * `ownProduct`: each about one of the products, of which there are the more the more rules there are, and about one to three other
 * things: a case meets about one rule, however many there are. An index could not wish for better.
 *
 * `anyFields`: each about two to four of eight things, of which there are always as many: a case meets about one rule in a hundred.
 */
export type Shape = 'ownProduct' | 'anyFields';

/** Fields of few values, and how many. */
const choices = { Origin: 8, Type: 10, Country: 30, Language: 12, Tier: 5 } as const;
const words = 'refund invoice broken late return warranty size login delivery damaged missing exchange'.split(' ');
const products: Readonly<Record<Shape, (rules: number) => number>> = {
  ownProduct: (rules) => rules / 10,
  anyFields: () => 100
};

/** As many rules of a shape. */
export function ruleSetOf(count: number, shape: Shape): RuleSet & { readonly rules: readonly BenchRule[] } {
  const random = randomOf(count);
  const pick = (size: number): number => Math.floor(random() * size);
  const choice = (name: string, size: number): BenchCondition =>
    random() < 0.25
      ? { field: name, op: 'in', value: [valueOf(name, pick(size)), valueOf(name, pick(size))] }
      : { field: name, op: 'equals', value: valueOf(name, pick(size)) };
  const product = (): BenchCondition => choice('Product', products[shape](count));
  const others: readonly (() => BenchCondition)[] = [
    ...Object.entries(choices).map(
      ([name, size]) =>
        () =>
          choice(name, size)
    ),
    () => ({ field: 'Age', op: 'greaterOrEqual', value: pick(20) * 60 }),
    () => ({ field: 'Subject', op: 'contains', value: words[pick(words.length)] ?? '' })
  ];
  const chosen: Readonly<Record<Shape, () => readonly (() => BenchCondition)[]>> = {
    ownProduct: () => shuffled([product, ...shuffled(others, random).slice(0, 1 + pick(3))], random),
    anyFields: () => shuffled([product, ...others], random).slice(0, 2 + pick(3))
  };
  const rules = Array.from({ length: count }, (_, index): BenchRule => {
    const all = chosen[shape]().map((make) => make());
    const id = `rule-${String(index)}`;
    return { id, label: id, active: true, when: { all }, ...asks(pick) };
  });
  return { schema: 1, name: 'Bench', object: 'Case', rules };
}

/** Cases that so many rules of a shape are about. */
export function casesOf(rules: number, shape: Shape, count: number): readonly Case[] {
  const random = randomOf(1);
  const pick = (size: number): number => Math.floor(random() * size);
  return Array.from({ length: count }, () => ({
    Product: valueOf('Product', pick(products[shape](rules))),
    ...Object.fromEntries(Object.entries(choices).map(([name, size]) => [name, valueOf(name, pick(size))])),
    Age: pick(1500),
    Subject: `my order ${String(pick(1_000_000))}: ${words[pick(words.length)] ?? ''}`
  }));
}

function asks(pick: (size: number) => number): Pick<Rule, 'then'> {
  const skill = `Skill_${String(pick(30))}`;
  return { then: { priority: pick(9), skills: [{ skill, level: pick(10) }] } };
}

function valueOf(field: string, index: number): string {
  return `${field.toLowerCase()} ${String(index)}`;
}

function shuffled<Entry>(entries: readonly Entry[], random: () => number): readonly Entry[] {
  return entries
    .map((entry) => ({ entry, place: random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ entry }) => entry);
}

/** The same numbers in every run. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
