import type { Moment } from '../../scripts/sample/moments.ts';

/** What somebody who takes work can do, and how things stand with them when the stories are told. */
export interface AgentOf {
  /** Key of the colleague. */
  readonly key: string;
  readonly presence: 'Available' | 'Break' | 'Offline';
  /** Number of cases they have, each of weight 1. */
  readonly open: number;
  readonly capacity: number;
  /** Level by the developer name of the skill. */
  readonly skills: Readonly<Record<string, number | LimitedSkill>>;
}

export interface LimitedSkill {
  readonly level: number;
  readonly from?: Moment;
  /** The first moment at which the skill no longer counts. */
  readonly until?: Moment;
}

export const agents: readonly AgentOf[] = [
  {
    key: 'kalina',
    presence: 'Available',
    open: 2,
    capacity: 5,
    skills: { Polish: 10, English: 5, Complaints: 9, Apparel: 8 }
  },
  {
    key: 'borys',
    presence: 'Available',
    open: 3,
    capacity: 5,
    skills: { Polish: 10, English: 7, Electronics: 9, Complaints: 4 }
  },
  {
    key: 'olha',
    presence: 'Available',
    open: 1,
    capacity: 5,
    skills: { Ukrainian: 10, Polish: 7, English: 4, Complaints: 6, Apparel: 5 }
  },
  {
    key: 'roza',
    presence: 'Available',
    open: 4,
    capacity: 6,
    skills: { Polish: 10, Payments: 8, Collections: 8 }
  },
  {
    key: 'gniewko',
    presence: 'Available',
    open: 2,
    capacity: 5,
    skills: { Polish: 10, German: 6, Camping: 9, Complaints: 5 }
  },
  {
    key: 'mira',
    presence: 'Available',
    open: 3,
    capacity: 5,
    skills: { English: 10, Polish: 8, Complaints: 7, Apparel: 6, KeyAccounts: 8, Payments: 3 }
  },
  // A newcomer.
  { key: 'tymon', presence: 'Available', open: 0, capacity: 2, skills: { Polish: 10, Complaints: 2, Apparel: 2 } },
  { key: 'hanka', presence: 'Available', open: 1, capacity: 5, skills: { Polish: 10, Stores: 9, Complaints: 4 } },
  { key: 'leszek', presence: 'Break', open: 1, capacity: 5, skills: { Polish: 10, Electronics: 5, Camping: 5 } },
  {
    key: 'wanda',
    presence: 'Offline',
    open: 0,
    capacity: 5,
    skills: { Polish: 10, English: 6, Collections: 6, Payments: 6 }
  },
  // Has all that she can take.
  {
    key: 'bogna',
    presence: 'Available',
    open: 5,
    capacity: 5,
    skills: { Polish: 10, English: 8, KeyAccounts: 9, Complaints: 8 }
  },
  {
    key: 'iwo',
    presence: 'Available',
    open: 0,
    capacity: 5,
    skills: { Polish: 10, Apparel: 7, German: { level: 8, until: 'D-1 18:00' } }
  }
];
