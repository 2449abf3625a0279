import type { Comparison, Operator, Scalar } from '../yetiRuleSet/types';

/** A value as it is compared: text in lower case, nothing as null. */
export type Comparable = Scalar | null;

/** Whether a value passes. */
export type Test = (value: Comparable) => boolean;

const tests: Readonly<Record<Operator, (given: readonly Scalar[]) => Test>> = {
  equals: equalTo,
  in: equalTo,
  notEquals: (given) => negated(equalTo(given)),
  notIn: (given) => negated(equalTo(given)),
  contains: ([part]) => textual(part, (found, text) => found.includes(text)),
  startsWith: ([start]) => textual(start, (found, text) => found.startsWith(text)),
  includes: (given) => (found) =>
    typeof found === 'string' && found.split(';').some((entry) => given.includes(entry.trim())),
  greaterThan: ([bound]) => ordered(bound, (sign) => sign > 0),
  greaterOrEqual: ([bound]) => ordered(bound, (sign) => sign >= 0),
  lessThan: ([bound]) => ordered(bound, (sign) => sign < 0),
  lessOrEqual: ([bound]) => ordered(bound, (sign) => sign <= 0),
  isBlank: () => isBlank,
  isNotBlank: () => negated(isBlank)
};

/** A value of a case as it is compared. */
export function comparableOf(value: unknown): Comparable {
  if (typeof value === 'string') return value.toLowerCase();
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** What a comparison asks of a comparable value. */
export function testOf({ op, value }: Comparison): Test {
  return tests[op](givenOf(value));
}

/** The values of a comparison as they are compared. */
export function givenOf(value: Comparison['value']): readonly Scalar[] {
  if (value === undefined) return [];
  const given: readonly Scalar[] = typeof value === 'object' ? value : [value];
  return given.map((one) => (typeof one === 'string' ? one.toLowerCase() : one));
}

function equalTo(given: readonly Scalar[]): Test {
  const [only] = given;
  if (given.length === 1) return (found) => found === only;
  const among = new Set<Comparable>(given);
  return (found) => among.has(found);
}

function textual(given: Scalar | undefined, holds: (found: string, text: string) => boolean): Test {
  if (typeof given !== 'string') return () => false;
  return (found) => typeof found === 'string' && holds(found, given);
}

/** Numbers have an order, and so have texts: by their code units. Nothing else has. */
function ordered(bound: Scalar | undefined, holds: (sign: number) => boolean): Test {
  if (bound === undefined || typeof bound === 'boolean') return () => false;
  return (found) => {
    if (found === null || typeof found !== typeof bound) return false;
    return holds(found < bound ? -1 : found > bound ? 1 : 0);
  };
}

function isBlank(found: Comparable): boolean {
  return found === null || found === '';
}

function negated(test: Test): Test {
  return (found) => !test(found);
}
