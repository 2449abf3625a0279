/** A fact that a text seems to tell. */
export interface Proposal {
  readonly key: string;
  readonly value: string;
}

const mostProposals = 8;
const amount =
  /(?<![\p{L}\p{N}.,-])\d{1,3}(?:[ \u00A0\u202F.]?\d{3})*(?:,\d{2}|\.\d{2})?[ \u00A0]?(?:zł|PLN|EUR|€|USD|GBP|£)/gu;

/** What is looked for, in the order in which it is proposed. */
const patterns: readonly (readonly [key: string, pattern: RegExp])[] = [
  ['orderNumber', /(?<![\p{L}\p{N}-])[A-Z]{2,4}-\d{4,8}(?![\p{L}\p{N}-])/gu],
  ['email', /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu],
  ['phone', /(?<![\p{L}\p{N}.,-])\+\d{2}[ -]?\d(?:[ -]?\d){7,10}(?![\p{L}\p{N}-])/gu],
  ['phone', /(?<![\p{L}\p{N}.,+-]|\d )\d{3}[ -]\d{3}[ -]\d{3}(?![\p{L}\p{N}-]| \d)/gu],
  ['amount', amount],
  ['date', /(?<![\p{L}\p{N}.-])(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})(?![\p{L}\p{N}-])/gu]
];

/** The facts that a text seems to tell: order numbers, addresses, amounts, dates. What is masked in it is not among them. */
export function proposalsIn(text: string): readonly Proposal[] {
  const found = patterns.flatMap(([key, pattern]) =>
    Array.from(text.matchAll(pattern), (match) => ({ key, value: match[0].trim() }))
  );
  const known = new Set<string>();
  return found
    .filter(({ value }) => {
      const isNew = !known.has(value);
      known.add(value);
      return isNew;
    })
    .slice(0, mostProposals);
}
