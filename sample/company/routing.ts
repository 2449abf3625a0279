/** What the rules (v3) must make of a story's case. */
export interface RoutingOf {
  /** Key of the case. */
  readonly case: string;
  /** Ids of the rules that match, in their order. */
  readonly matched: readonly string[];
  /** Who has the skills from a second on, where that changes; presence and capacity do not count here. */
  readonly qualified: readonly { readonly after: number; readonly agents: readonly string[] }[];
  /** Who is given it, and after how many seconds. */
  readonly given: { readonly agent: string; readonly after: number };
}

const everybodyPolish = [
  'kalina',
  'borys',
  'olha',
  'roza',
  'gniewko',
  'mira',
  'tymon',
  'hanka',
  'leszek',
  'wanda',
  'bogna',
  'iwo'
];

/** The ten stories. */
export const routings: readonly RoutingOf[] = [
  {
    case: 'zofia-price',
    matched: ['lang-pl', 'shop'],
    qualified: [{ after: 0, agents: ['hanka'] }],
    given: { agent: 'hanka', after: 0 }
  },
  // Wanda has the skills and is not there.
  {
    case: 'marek-refund',
    matched: ['lang-pl', 'payments'],
    qualified: [
      { after: 0, agents: ['roza', 'wanda'] },
      { after: 600, agents: ['roza', 'mira', 'wanda'] }
    ],
    given: { agent: 'roza', after: 0 }
  },
  // Leszek has the skills and is on a break.
  {
    case: 'helena-return',
    matched: ['lang-pl', 'camping'],
    qualified: [
      { after: 0, agents: ['gniewko', 'leszek'] },
      { after: 600, agents: everybodyPolish }
    ],
    given: { agent: 'gniewko', after: 0 }
  },
  {
    case: 'ryszard-instalment',
    matched: ['receivables'],
    qualified: [{ after: 0, agents: ['roza', 'wanda'] }],
    given: { agent: 'roza', after: 0 }
  },
  {
    case: 'oksana-boots',
    matched: ['lang-uk', 'complaint', 'apparel'],
    qualified: [
      { after: 0, agents: ['olha'] },
      { after: 300, agents: ['kalina', 'olha', 'mira'] },
      { after: 900, agents: ['kalina', 'borys', 'olha', 'gniewko', 'mira', 'hanka', 'bogna'] }
    ],
    given: { agent: 'olha', after: 0 }
  },
  {
    case: 'james-jacket',
    matched: ['lang-en', 'complaint', 'apparel'],
    qualified: [
      { after: 0, agents: ['mira'] },
      { after: 120, agents: ['kalina', 'mira'] },
      { after: 900, agents: ['kalina', 'borys', 'mira', 'bogna'] }
    ],
    given: { agent: 'mira', after: 0 }
  },
  {
    case: 'tadeusz-watch',
    matched: ['lang-pl', 'electronics'],
    qualified: [{ after: 0, agents: ['borys', 'leszek'] }],
    given: { agent: 'borys', after: 0 }
  },
  // German alone does not help: nobody has the combination. Bogna would do from 900 s on and is full.
  {
    case: 'hut-helmet',
    matched: ['safety', 'key-account', 'lang-de', 'messaging'],
    qualified: [
      { after: 0, agents: [] },
      { after: 900, agents: ['kalina', 'mira', 'bogna'] }
    ],
    given: { agent: 'kalina', after: 900 }
  },
  {
    case: 'dwojak-call',
    matched: ['lang-pl'],
    qualified: [{ after: 0, agents: everybodyPolish }],
    given: { agent: 'iwo', after: 0 }
  },
  {
    case: 'ludmila-bag',
    matched: ['lang-pl', 'complaint', 'camping'],
    qualified: [
      { after: 0, agents: ['gniewko'] },
      { after: 600, agents: ['kalina', 'borys', 'olha', 'gniewko', 'mira', 'hanka', 'bogna'] }
    ],
    given: { agent: 'gniewko', after: 0 }
  }
];
